using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Finds the mark that closes a release: <c>(*)</c>, <c>(red)</c>, <c>(Diskominfo/ab)</c>, <c>***</c>, <c>-30-</c>.</summary>
internal static class SignOff
{
    private const int LongestBare = 20;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Stars = new(
        @"^([*]{1,5}|[#]{2,5}|([*] ){1,4}[*]|([#] ){1,4}[#]|[-–—~<]{0,3} ?(ends?|selesai|tamat) ?[-–—~>]{0,3}|[-–—~=*]{1,3} ?o+0?o+ ?[-–—~=*]{1,3}|\[ ?[*]{1,3} ?\]|\( ?[*#]{1,5} ?\)|[-–—]{1,2} ?(30|end|selesai|tamat) ?[-–—]{1,2}|[-–—~*=#/\[(<]{1,4} ?(ends?|ende|fin|fim|einde|selesai|tamat|habis) ?[-–—~*=#/\])>]{0,4}|[-–—]{1,2} ?(red|redaksi|hms|humas|adv|ril|rls)|[/\\*]{2,5})\.?$",
        Options
    );

    private static readonly GuardedRegex Desk = new(
        @"^(red(aksi)?|adv(ertorial|etorial)?|hms|humas|ril|rls|rilis|release|siaran pers|diskominfo\w*|kominfo\w*|dkisp?|tim|tim liputan|tim redaksi|ant|antara|ed|editor|dok|doc|prokopim|protokol|ppid|mc|media center|press|inforial|kontributor)\b",
        Options
    );

    /// <summary>A desk and whose it is, alone in the last line.</summary>
    private static readonly GuardedRegex Credit = new(
        @"^(Tim )?(Humas|HUMAS|Diskominfo|Kominfo|Prokopim|PPID|Redaksi)( \p{Lu}[\p{L}.]{0,24}){1,5}$",
        RegexOptions.ExplicitCapture
    );

    private const string Desks = "red(aksi)?|hms|humas|adv|ril|rls|rilis|diskominfo|kominfo|prokopim|ppid|mc|media center";

    /// <summary>A desk between marks, such as <c>---Humas---</c>, <c>//hms//</c>.</summary>
    private static readonly GuardedRegex Marked = new(
        $@"[-–—*=/_~#<]{{1,5}} ?(tim )?({Desks})( \p{{L}}{{2,20}}){{0,3}} ?[-–—*=/_~#>]{{1,5}}$",
        Options
    );

    /// <summary>Ornaments, a desk without a name, or the words that a text is shared by, alone in the last line.</summary>
    private static readonly GuardedRegex Ornament = new(
        @"^([•▪■●◆✦∗⁂] ?){3,5}$|^⁂$|^Tim (Humas|Redaksi|Media|Liputan|Kominfo|Diskominfo)$|^(#[\p{L}\p{N}_]{2,40}[ ,]{0,2}){1,10}$",
        RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Name = new(@"^\p{Lu}\p{Ll}{2,14}$");

    private static readonly GuardedRegex Token = new(@"^[\p{L}][\p{L}.]{0,24}\d{0,3}$|^[*#]{1,3}$|^[0-9]{1,4}$", Options);

    /// <summary>How many characters at the end of a paragraph are sign-off; 0 for none.</summary>
    /// <param name="text">With single spaces.</param>
    public static int LengthIn(string text)
    {
        var bare = text.TrimEnd(' ', '.');
        if (bare.Length == 0)
        {
            return 0;
        }

        if (Stars.IsMatch(text) || Credit.IsMatch(text) || Ornament.IsMatch(text) || IsBareDesk(text))
        {
            return text.Length;
        }

        if (Marked.Match(text) is { Success: true } marked && (marked.Index == 0 || EndsSentence(text[..marked.Index].TrimEnd())))
        {
            return text.Length - text[..marked.Index].TrimEnd().Length;
        }

        if (bare[^1] == ')' || bare[^1] == ']')
        {
            var open = bare.LastIndexOf(bare[^1] == ')' ? '(' : '[');
            if (open < 0 || bare.Length - open > 52)
            {
                return 0;
            }

            var (before, inside) = (bare[..open].TrimEnd(), bare[(open + 1)..^1].Trim());
            inside = inside.Length > 1 && inside[0] == '*' && char.IsLetter(inside[1]) ? inside[1..] : inside;
            var isStars = inside.Length > 0 && inside.All(c => c is '*' or '#' or ' ');
            // Initials in parentheses are a sign-off only after a sentence: "… Badan Pusat Statistik
            // (BPS)" ends in a name.
            var isTaken =
                isStars
                || (
                    text.Length == bare.Length
                    && (
                        before.Length == 0
                            ? IsDesk(inside) || IsInitials(inside, 12) || Name.IsMatch(inside)
                            : EndsSentence(before) && (IsDesk(inside) || IsInitials(inside))
                    )
                );
            return isTaken ? text.Length - before.Length : 0;
        }

        var tail = text.Length - text.TrimEnd('*', '#', ' ').Length;
        return tail is >= 1 and <= 6 && EndsSentence(text[..^tail]) && text.AsSpan(text.Length - tail).Trim() is not [] ? tail : 0;
    }

    /// <summary>Initials and a desk, alone in the last line: <c>rd/hms</c>.</summary>
    private static bool IsBareDesk(string text) =>
        text.Length <= LongestBare
        && text.Contains('/', StringComparison.Ordinal)
        && !text.Contains(' ', StringComparison.Ordinal)
        && IsDesk(text);

    private static bool EndsSentence(string text) =>
        text.Length > 0 && (text[^1] is '.' or '!' or '?' or '…' || Characters.IsClosingQuote(text[^1]));

    /// <summary>A desk's name, alone or with initials: <c>red</c>, <c>Humas Pemprov/ab</c>, <c>EZ/HUMAS</c>.</summary>
    private static bool IsDesk(string inside)
    {
        if (inside.Any(char.IsDigit) && inside.Any(c => c is ',' or ':'))
        {
            return false;
        }

        var parts = inside.Split(['/', '-', '|', '&', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 1 and <= 4
            && parts.Any(p => Desk.IsMatch(p))
            && parts.All(p =>
                Token.IsMatch(p)
                || (Desk.IsMatch(p) && p.Count(c => c == ' ') <= 4 && p.All(c => char.IsLetter(c) || c is ' ' or '.' or '*'))
            );
    }

    /// <summary>A few letters in lower case, two or three in capitals, or short tokens separated by a slash.</summary>
    private static bool IsInitials(string inside, int longest = 6)
    {
        var parts = inside.Split('/', StringSplitOptions.TrimEntries);
        return parts.Length == 1
            ? (inside.Length is >= 2 and <= 6 && inside.All(c => char.IsAsciiLetterLower(c) || c == '.'))
                || (inside.Length is 2 or 3 && inside.All(char.IsAsciiLetter))
            : parts.Length <= 4
                && parts.All(p =>
                    p.Length >= 1 && p.Length <= longest && (p.All(c => char.IsLetter(c) || c == '.') || p.All(c => c == '*'))
                );
    }
}
