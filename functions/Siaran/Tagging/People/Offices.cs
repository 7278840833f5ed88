using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Reads the office before a name.</summary>
internal static class Offices
{
    /// <summary>What Indonesian and Malay put behind a word for what is someone's.</summary>
    public const string Possessive = "nya";

    private const int Longest = 16;
    private const int LongestAbbreviation = 4;
    private const int LongestDegrees = 10;
    private const int LettersOfOffice = 2;

    /// <summary>As <see cref="Before(TokenCursor, Func{int, bool})"/>, whosever names are within it.</summary>
    public static TokenSpan? Before(TokenCursor at) => Before(at, _ => false);

    /// <summary>First and last token of the office that ends right before a token; null where there is none.</summary>
    /// <param name="at">Where the name begins.</param>
    /// <param name="isName">Whether a token belongs to someone's name, which is part of no office.</param>
    public static TokenSpan? Before(TokenCursor at, Func<int, bool> isName)
    {
        // Backwards over titles and commas, then over all that an office may consist of (capitals,
        // numbers, "dan" between capitals), and from there forwards to the first word that is an
        // office. So the longest office wins, with the body that it belongs to: "Kepala Dinas Kesehatan
        // Provinsi NTB". Sixteen tokens at most.
        var last = at.Move(-1);
        while (last.IsInside && at.Index - last.Index <= Titles.Longest && (Titles.IsTitle(last) || last.Mark == ','))
        {
            last = last.Move(-1);
        }

        // "Minister of Rivers and Dr. …": the office is another's.
        if (!at.Lexicon.IsModelled && last.IsLower && last.Is(at.Lexicon.And))
        {
            return null;
        }

        var first = last.Move(1);
        while (last.Index - first.Index < Longest && first.Index > 0 && !isName(first.Index - 1) && IsWithin(first.Move(-1)))
        {
            first = first.Move(-1);
        }

        for (var office = first; office.Index <= last.Index; office = office.Move(1))
        {
            if (BeginsOffice(office))
            {
                // "Lapangan Terbang Sultan Ismail, Senai": a ruler whom a thing is named for.
                if (!at.Lexicon.IsModelled && IsNamedFor(office))
                {
                    return null;
                }

                // "Transportation Secretary": English puts the field first.
                while (office.Index > first.Index && IsFieldBefore(office.Move(-1)))
                {
                    office = office.Move(-1);
                }

                return new(office.Index, last.Index);
            }
        }

        return null;
    }

    private static bool IsNamedFor(TokenCursor ruler) =>
        NameBounds.IsBehind(ruler.Lexicon.NamedFor, ruler.Text.Tokens, ruler.Index)
        // "Kem KD Sultan Azman".
        || (
            ruler.Index > 0
            && NameBounds.IsAcronym(ruler.Move(-1).Token)
            && NameBounds.IsBehind(ruler.Lexicon.NamedFor, ruler.Text.Tokens, ruler.Index - 1)
        );

    /// <summary>
    /// Whether a word before an office is the field or the body it is of: <c>Transportation Secretary</c>, <c>HHS
    /// Secretary</c>.
    /// </summary>
    private static bool IsFieldBefore(TokenCursor at) =>
        at.Is(at.Lexicon.FieldBefore) || (at.Lexicon.FieldBefore.Count > 0 && at.Token.Case is TokenCase.Upper);

    /// <summary>
    /// First and last token of the office that a comma sets off behind a name and that ends the clause: <c>…, Sekda Nusa Jaya, …</c>; null
    /// where there is none.
    /// </summary>
    /// <param name="at">The name's last token.</param>
    /// <param name="isName">Whether a token belongs to someone's name.</param>
    public static TokenSpan? After(TokenCursor at, Func<int, bool> isName)
    {
        var first = at.Move(2);
        if (at.Move(1).Mark != ',' || !first.IsCapital || !BeginsOffice(PastFields(first)))
        {
            return null;
        }

        var last = End(first, _ => false);
        for (var i = first.Index; i <= last.Index; i++)
        {
            // A name within is the next person of a list, not part of this one's office.
            if (isName(i))
            {
                return null;
            }
        }

        // The clause must end or go on in small letters: otherwise the capitals run into something
        // else.
        var behind = last.Move(1);
        return behind.IsLower || behind.Mark is ',' or '.' ? new(first.Index, last.Index) : null;
    }

    /// <summary>The token behind the fields and the body that English puts before an office: <c>…, Transport Secretary</c>.</summary>
    private static TokenCursor PastFields(TokenCursor first)
    {
        var office = first;
        while (
            office.Index - first.Index < LongestAbbreviation
            && !BeginsOffice(office)
            && office.IsCapital
            && IsFieldBefore(office)
            && office.Move(1).IsSpaced
        )
        {
            office = office.Move(1);
        }

        return office;
    }

    /// <summary>
    /// First and last token of the office that a word behind a name gives: <c>Dr. Ikhsan, M.Si selaku Bupati Dompu</c>; null where there is
    /// none.
    /// </summary>
    /// <param name="at">The name's last token.</param>
    /// <param name="isName">Whether a token belongs to someone's name.</param>
    public static TokenSpan? As(TokenCursor at, Func<int, bool> isName)
    {
        var held = at.Move(1);
        for (; held.IsInside && held.Index - at.Index <= LongestDegrees; held = held.Move(1))
        {
            if (!(held.Mark is ',' or '.' || (held.IsCapital && held.Begins(held.Lexicon.Degree))))
            {
                break;
            }
        }

        var first = held.Move(1);
        if (!held.IsLower || !held.Begins(held.Lexicon.AsOffice) || !first.IsCapital || !BeginsOffice(first))
        {
            return null;
        }

        return new(first.Index, End(first, isName).Index);
    }

    /// <summary>
    /// Whether a word is an office or a word for someone that is another's: <c>Pak Bupatinya</c>, <c>Pengarahnya Wan Norida</c>,
    /// <c>Stafnya</c>.
    /// </summary>
    public static bool IsOwned(TokenCursor at) =>
        at.Word.EndsWith(Possessive, StringComparison.Ordinal)
        && Tokenizer.Read(at.Word[..^Possessive.Length].ToString()) is { Length: 1 } office
        && (at.Lexicon.Office.Match(office, 0, out _) == 1 || at.Lexicon.PersonNoun.Match(office, 0, out _) == 1);

    /// <summary>The office in words: <c>Penjabat (Pj.) Gubernur NTB</c> is <c>Penjabat Gubernur NTB</c>.</summary>
    public static string Words(ReleaseText text, TokenSpan office)
    {
        var words = Spaces.Collapse(text.Words(office.First, office.Last));
        for (var open = words.IndexOf('(', StringComparison.Ordinal); open >= 0; open = words.IndexOf('(', StringComparison.Ordinal))
        {
            var close = words.IndexOf(')', open);
            words = close < 0 ? words[..open] : words[..open].TrimEnd() + words[(close + 1)..];
        }

        return words.Replace(")", "", StringComparison.Ordinal).Trim(' ', '.', ',');
    }

    private static bool BeginsOffice(TokenCursor at) =>
        (at.Begins(at.Lexicon.Office) && !IsHalfOfLetters(at)) || at.Begins(at.Lexicon.Acting);

    /// <summary>
    /// Whether two letters are short for another word than the office that is written in capitals: <c>(Ag)</c>, no <c>AG</c>.
    /// </summary>
    private static bool IsHalfOfLetters(TokenCursor at) =>
        !at.Lexicon.IsModelled && at.Token is { Length: LettersOfOffice, Case: TokenCase.Capital };

    /// <summary>The last token of the office that begins at a token; it ends before the next name.</summary>
    private static TokenCursor End(TokenCursor first, Func<int, bool> isName)
    {
        var last = first;
        while (
            last.Index - first.Index < Longest
            && last.Move(1).IsInside
            && !isName(last.Index + 1)
            && IsWithin(last.Move(1))
            && !IsBeforeTitled(last.Move(1))
        )
        {
            last = last.Move(1);
        }

        return last;
    }

    /// <summary>Whether a small word joins the next person to the office's holder: <c>… Minister of Rivers and Dr. Ann Bell</c>.</summary>
    private static bool IsBeforeTitled(TokenCursor at) =>
        !at.Lexicon.IsModelled
        && at.IsLower
        && at.Is(at.Lexicon.And)
        && at.Move(1).Is(at.Lexicon.Title)
        && (at.Move(2).Mark == '.' || !at.Move(1).Begins(at.Lexicon.Office));

    /// <summary>Whether an office is at a body that follows it: <c>Menteri di Jabatan Perdana Menteri</c>.</summary>
    private static bool IsAtBody(TokenCursor at)
    {
        if (at.Lexicon.IsModelled || !at.IsLower || !at.Is(at.Lexicon.PlaceBefore))
        {
            return false;
        }

        var before = at.Move(-1);
        var body = at.Move(1);
        return body.IsCapital
            && before.IsCapital
            && (before.Begins(before.Lexicon.Office) || before.Move(-1).Match(before.Lexicon.Office) == 2)
            && (body.Token.Case is TokenCase.Upper || body.Begins(body.Lexicon.BodyHead));
    }

    private static bool IsWithin(TokenCursor at)
    {
        var before = at.Move(-1);
        return at.Mark switch
        {
            '(' or ')' or '/' or '-' => true,
            ',' => IsBetweenFields(at) || IsBeforeLevel(at),
            // "Kab.", "Prov.": a point behind four letters at most is an abbreviation's.
            '.' => before.IsCapital && before.Token.Length <= LongestAbbreviation,
            not '\0' => false,
            _ => at.IsCapital
                || (at.IsNumber && before.IsCapital)
                || (
                    at.IsWord
                    && (before.IsCapital || before.Mark == ',')
                    && at.Move(1).IsCapital
                    && at.IsLower
                    && at.Is(at.Lexicon.OfficeJoin)
                )
                || IsOfTwoJoins(at)
                || IsAtBody(at),
        };
    }

    /// <summary>
    /// Whether a word is one of two small ones within an office, the second an article: <c>Minister of State at the Department …</c>
    /// </summary>
    private static bool IsOfTwoJoins(TokenCursor at)
    {
        if (at.Lexicon.IsModelled || !at.IsLower)
        {
            return false;
        }

        var article = at.Is(at.Lexicon.Article) && !at.Move(1).IsLower ? at : at.Move(1);
        var join = article.Move(-1);
        return article.IsLower
            && article.Is(article.Lexicon.Article)
            && article.Is(article.Lexicon.OfficeJoin)
            && article.Move(1).IsCapital
            && join.IsLower
            && (join.Is(join.Lexicon.OfficeJoin) || join.Is(join.Lexicon.PlaceBefore))
            && join.Move(-1).IsCapital;
    }

    /// <summary>Whether a comma parts a ruler's place from the province that it is in: <c>Bupati Dompu, Provinsi NTB</c>.</summary>
    private static bool IsBeforeLevel(TokenCursor at) =>
        at.Move(-1).IsCapital && at.Move(1).IsCapital && at.Move(1).Is(at.Lexicon.RegionLevel);

    /// <summary>Whether a comma parts two fields of one office: <c>Kadis Ketahanan Pangan, Pertanian dan Perikanan</c>.</summary>
    private static bool IsBetweenFields(TokenCursor at)
    {
        var next = at.Move(1);
        next = next.IsLower && next.Is(next.Lexicon.And) ? next.Move(1) : next;
        return at.Move(-1).IsCapital && at.Move(-1).Is(at.Lexicon.Field) && next.IsCapital && next.Is(next.Lexicon.Field);
    }
}
