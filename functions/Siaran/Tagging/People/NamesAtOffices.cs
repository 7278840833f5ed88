using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Where a name begins that the model does not know, by what comes right behind it in Indonesian: an office with which it begins a
/// sentence, a degree, a former office; or by an office and an acronym before it.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class NamesAtOffices(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin,
    WordClasses words
)
{
    private const int Fewest = 2;
    private const int Longest = 4;
    private const int LongestTitle = 3;
    private const int LongestOffice = 8;

    /// <summary>Where a name begins that ends right before a token.</summary>
    public int? Before(int i) =>
        text.IsMark(text.Tokens[i], ',') ? BeforeComma(i) ?? BeforeSetOffDegree(i)
        : text.Tokens[i].Case is TokenCase.Lower ? BeforeFormer(i) ?? BeforeAs(i)
        : text.Tokens[i] is { IsCapital: true, Length: > 1 } word
        && (word.Case is TokenCase.Mixed || char.IsUpper(text.Text[word.Start + 1]))
            ? BeforeDegree(i)
        : null;

    /// <summary>
    /// Where a name begins behind an office, an acronym on no list and perhaps a place: <c>Komisioner KPI Pusat Siti Rahayu</c>.
    /// </summary>
    public int? BehindAcronym(int i)
    {
        var tokens = text.Tokens;
        if (!tokens[i].IsCapital || !IsAcronymNear(i) || bodies.OfficeAt(i) is not (> 0 and var office))
        {
            return null;
        }

        var at = i + office;
        if (at >= tokens.Length || tokens[at] is not { Case: TokenCase.Upper, Length: > 1 } || isTaken(at))
        {
            return null;
        }

        while (at + 1 < tokens.Length && at - i <= LongestOffice && IsSpaced(at) && !isTaken(at) && IsOfBody(at))
        {
            at++;
        }

        return
            at + 1 < tokens.Length && IsSpaced(at) && IsOfName(at) && IsOfName(at + 1) && IsSpaced(at + 1) && AreOfPersons(at, at + 2, true)
            ? at
            : null;
    }

    /// <summary>Whether one of the next few words is in capitals: what is asked first, for it is so seldom.</summary>
    private bool IsAcronymNear(int i)
    {
        for (var at = i + 1; at < text.Tokens.Length && at - i <= LongestTitle; at++)
        {
            if (text.Tokens[at].Case is TokenCase.Upper)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfBody(int at) =>
        text.Tokens[at] is { Case: TokenCase.Upper, Length: > 1 }
        || (
            text.Tokens[at].IsCapital
            && (
                lexicon.PlaceWord.Match(text.Tokens, at, out _) == 1
                || (placeWithin(at, at) == 1 && !words[text.Tokens[at].Hash].IsSurelyOfPersons)
            )
        );

    /// <summary>Who begins a sentence and holds the office behind the comma: <c>Bong Fui Lan, Wali Kota Nusa Jaya, …</c></summary>
    private int? BeforeComma(int comma)
    {
        if (comma + 1 >= text.Tokens.Length || bodies.OfficeAt(comma + 1) == 0)
        {
            return null;
        }

        var first = FirstBefore(comma);
        var begins = first == 0 || text.Tokens[first - 1].Kind is TokenKind.Break || text.IsMark(text.Tokens[first - 1], '.');
        return
            begins
            && comma - first is >= Fewest and <= Longest
            && (AreOfPersons(first, comma, isSure: false) || SetApart.AreThreeShort(text, first, comma - 1))
            && placeWithin(first, comma - 1) == 0
            ? first
            : null;
    }

    /// <summary>Who is named before a degree that no comma sets off: <c>Pengamat Kota Banjar Siti Rahayu SH MH mengatakan</c>.</summary>
    private int? BeforeDegree(int degree)
    {
        if (
            degree < Fewest
            || text.Tokens[degree].Start != text.Tokens[degree - 1].End + 1
            || text.Tokens[degree - 1].Case is not TokenCase.Capital
            || lexicon.Degree.Match(text.Tokens, degree, out _) == 0
        )
        {
            return null;
        }

        var first = degree;
        while (first > 0 && degree - first < Longest && IsOfName(first - 1) && words[text.Tokens[first - 1].Hash].MayBeOfPersons)
        {
            first--;
        }

        return degree - first >= Fewest
            ? AreOfPersons(first, degree, isSure: true)
                ? first
                : null
            : degree - first == 1 && IsBeforeTwoDegrees(first, degree)
                ? first
                : null;
    }

    /// <summary>Whether a single name is between a small word and two degrees: <c>dosen pendamping Karsinah SE MSi</c>.</summary>
    private bool IsBeforeTwoDegrees(int name, int degree) =>
        name > 0
        && degree + 1 < text.Tokens.Length
        && text.Tokens[name - 1].Case is TokenCase.Lower
        && text.Tokens[degree + 1].IsCapital
        && IsSpaced(degree + 1)
        && lexicon.Degree.Match(text.Tokens, degree + 1, out _) > 0
        && placeWithin(name, name) == 0;

    /// <summary>Who is named between a title and a degree that a comma sets off: <c>H. Sudirman, S.Ag</c>.</summary>
    private int? BeforeSetOffDegree(int comma)
    {
        if (
            comma + 1 >= text.Tokens.Length
            || !text.Tokens[comma + 1].IsCapital
            || lexicon.Degree.Match(text.Tokens, comma + 1, out _) == 0
        )
        {
            return null;
        }

        var first = FirstBefore(comma);
        return first < comma && first > 0 && comma - first <= Longest && Titles.IsTitle(new(text, lexicon, first - 1)) ? first : null;
    }

    /// <summary>Who is named, in small letters around, before what they were: <c>staf dari Hasan mantan anggota DPRD</c>.</summary>
    private int? BeforeFormer(int former)
    {
        if (
            former < Fewest
            || lexicon.Acting.Match(text.Tokens, former, out _) is not (> 0 and var length)
            || former + length >= text.Tokens.Length
            || bodies.OfficeAt(former + length) == 0
        )
        {
            return null;
        }

        var first = FirstBefore(former);
        return
            first < former
            && first > 0
            && former - first <= Longest
            && text.Tokens[first - 1].Case is TokenCase.Lower
            && AreOfPersons(first, former, isSure: true)
            ? first
            : null;
    }

    /// <summary>Who is given an office, between small words: <c>mengukuhkan Hasan sebagai rektor</c>.</summary>
    private int? BeforeAs(int i)
    {
        var tokens = text.Tokens;
        if (
            i < Fewest
            || i + 1 >= tokens.Length
            || text.Word(tokens[i]) is not ("sebagai" or "menjadi" or "selaku")
            || lexicon.Office.Match(tokens, i + 1, out _) == 0
        )
        {
            return null;
        }

        var first = FirstBefore(i);
        return
            first < i
            && first > 0
            && i - first <= Longest
            && tokens[first - 1].Case is TokenCase.Lower
            && placeWithin(first, i - 1) == 0
            && AreNamesOrNew(first, i)
            ? first
            : null;
    }

    /// <summary>Whether running text knows each word as a person's, or no word of them at all.</summary>
    private bool AreNamesOrNew(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words[text.Tokens[i].Hash] is { Class: > 0, IsOfPersons: false })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of the capitals that end right before a token and may be a name.</summary>
    private int FirstBefore(int end)
    {
        var first = end;
        while (first > 0 && end - first <= Longest && IsOfName(first - 1) && (first == end || IsSpaced(first)))
        {
            first--;
        }

        return first;
    }

    private bool IsSpaced(int at) => text.Tokens[at].Start == text.Tokens[at - 1].End + 1;

    private bool IsOfName(int at) =>
        text.Tokens[at] is { IsWord: true, Case: TokenCase.Capital, Length: > 1 }
        && !isTaken(at)
        && bodies.OfficeAt(at) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && lexicon.PlaceWord.Match(text.Tokens, at, out _) == 0
        && lexicon.Opener.Match(text.Tokens, at, out _) == 0
        && lexicon.Weekday.Match(text.Tokens, at, out _) == 0
        && lexicon.Month.Match(text.Tokens, at, out _) == 0
        && !Titles.IsTitle(new(text, lexicon, at));

    /// <summary>Whether running text knows all words as persons' or not at all, and one of them as a person's.</summary>
    private bool AreOfPersons(int first, int end, bool isSure)
    {
        var known = false;
        for (var i = first; i < end; i++)
        {
            var word = words[text.Tokens[i].Hash];
            if (!word.MayBeOfPersons)
            {
                return false;
            }

            known |= isSure ? word.IsSurelyOfPersons : word.IsOfPersons;
        }

        return known;
    }
}
