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

    /// <summary>A desk in parentheses with stars next to it, behind a sentence: <c>(hms)***</c>.</summary>
    private static readonly GuardedRegex Starred = new(
        @"([*]{2,5} ?\((?<desk>[^()]{2,40})\)|\((?<desk>[^()]{2,40})\) ?[*]{2,5})$",
        Options
    );

    private static readonly GuardedRegex Name = new(@"^\p{Lu}\p{Ll}{2,14}$");

    /// <summary>A desk alone in the last line, its stars taken for bold.</summary>
    private static readonly GuardedRegex LoneDesk = new("^(humas|redaksi|hms|diskominfo|kominfo|prokopim|ppid)$", Options);

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

        if (Stars.IsMatch(text) || Credit.IsMatch(text) || Ornament.IsMatch(text) || IsBareDesk(text) || LoneDesk.IsMatch(text))
        {
            return text.Length;
        }

        if (MarkedLength(text) is > 0 and var length)
        {
            return length;
        }

        if (bare[^1] == ')' || bare[^1] == ']')
        {
            var open = bare.LastIndexOf(bare[^1] == ')' ? '(' : '[');
            if (open < 0 || bare.Length - open > 52)
            {
                return 0;
            }

            var before = bare[..open].TrimEnd();
            return IsInParentheses(before, bare[(open + 1)..^1].Trim(), text.Length == bare.Length) ? text.Length - before.Length : 0;
        }

        var tail = text.Length - text.TrimEnd('*', '#', ' ').Length;
        return tail is >= 1 and <= 6 && EndsSentence(text[..^tail]) && text.AsSpan(text.Length - tail).Trim() is not [] ? tail : 0;
    }

    /// <summary>The length of a desk between marks, or in parentheses with stars next to it, behind a sentence or alone; else 0.</summary>
    private static int MarkedLength(string text)
    {
        var found =
            Marked.Match(text) is { Success: true } marked ? marked
            : Starred.Match(text) is { Success: true } starred && IsDesk(starred.Groups["desk"].Value) ? starred
            : null;
        return found is not null && text[..found.Index].TrimEnd() is var before && (before.Length == 0 || EndsSentence(before))
            ? text.Length - before.Length
            : 0;
    }

    /// <param name="before">What is before the parentheses.</param>
    /// <param name="inside">What they hold.</param>
    /// <param name="isLast">Whether nothing is behind them, not even a full stop.</param>
    private static bool IsInParentheses(string before, string inside, bool isLast)
    {
        inside = inside.Length > 1 && inside[0] == '*' && char.IsLetter(inside[1]) ? inside[1..] : inside;
        // Initials in parentheses are a sign-off only after a sentence: "… Badan Pusat Statistik (BPS)" ends in a name.
        return (inside.Length > 0 && inside.All(c => c is '*' or '#' or ' '))
            || (before.Length == 0 && isLast && (IsDesk(inside) || IsInitials(inside, 12) || Name.IsMatch(inside)))
            || (EndsSentence(before) && (IsDesk(inside) || (isLast && (IsInitials(inside) || Name.IsMatch(inside)))));
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
