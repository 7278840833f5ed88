using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells where a name ends: before degrees, days and acronyms, behind the father's name and what is written short.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
internal sealed class NameEnds(ReleaseText text, Lexicon lexicon, OfficeBodies bodies)
{
    private const int LongestInitial = 2;
    private const int LongestShort = 3;
    private const int LongestDegree = 4;
    private const int ShortestVerb = 7;
    private const string OfPolice = "Sik";

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("AEIOUaeiou");

    private readonly NameParts parts = new(text, lexicon);

    /// <summary>The last token of the name within a span.</summary>
    /// <param name="first">The name's first token.</param>
    /// <param name="last">The span's last.</param>
    public int Within(int first, int last)
    {
        last = BeforeDegree(first, BeforeComma(first, last));
        while (last > first && (IsPastName(last) || IsBodyBehind(first, last)))
        {
            last = BeforeDegree(first, last - 1);
        }

        return last;
    }

    /// <summary>The last token of a name with the second half, the father's name and what ends it.</summary>
    /// <param name="first">The name's first token.</param>
    /// <param name="last">The last token of what is surely the name.</param>
    public int Whole(int first, int last) => WithInitial(WithEnd(WithFather(first, WithSecondHalf(PastInitials(last)))));

    /// <summary>The last token of a name that was cut at an initial, behind which it goes on: <c>Joni J. E. Ganda</c>.</summary>
    private int PastInitials(int last)
    {
        var tokens = text.Tokens;
        while (
            lexicon.IsModelled
            && last + 2 < tokens.Length
            && tokens[last] is { IsCapital: true, Case: not TokenCase.Mixed, Length: <= LongestInitial }
            && text.IsMark(tokens[last + 1], '.')
            && tokens[last + 2] is { IsWord: true, IsCapital: true }
            && tokens[last + 2].Start <= tokens[last + 1].End + 1
            && (tokens[last + 2].Length == 1 || !IsDegree(last + 2))
            && !(tokens[last].Length == LongestInitial && BeginsAsVerb(last + 2))
            && !Titles.IsTitle(At(last + 2))
            && bodies.OfficeAt(last + 2) == 0
            && lexicon.NoName.Match(tokens, last + 2, out _) == 0
        )
        {
            last += 2;
        }

        return last;
    }

    /// <summary>Whether a word looks like a verb with which the next sentence begins: <c>Ahmad RS. Berikutnya, …</c></summary>
    private bool BeginsAsVerb(int at)
    {
        var verb = At(at);
        var behind = At(at + 1);
        if (verb.Token.Length < ShortestVerb || !(behind.IsLower || behind.Mark == ','))
        {
            return false;
        }

        foreach (var prefix in lexicon.VerbPrefixes)
        {
            if (verb.Word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last token of a name with the letter it ends with: <c>Camat Bukit, Hasan Kamaruddin T., …</c></summary>
    private int WithInitial(int last)
    {
        var tokens = text.Tokens;
        return
            last + 3 < tokens.Length
            && tokens[last + 1] is { IsWord: true, IsCapital: true, Length: 1 }
            && tokens[last + 1].Start == tokens[last].End + 1
            && text.IsMark(tokens[last + 2], '.')
            && text.IsMark(tokens[last + 3], ',')
            ? last + 1
            : last;
    }

    /// <summary>Whether a name of an officeholder is followed by the acronym of a body or a party: <c>Ketua DPC Budi PKB</c>.</summary>
    private bool IsBodyBehind(int first, int last) =>
        NameBounds.IsAcronym(text.Tokens[last]) && !IsShortEnd(first, last) && !NameBounds.IsAllUpper(text, first, last) && IsHeld(first);

    /// <summary>The last token of a name with the two letters it ends with: <c>Wakil Ketua DPRD Faizal AR</c>.</summary>
    public int WithShortEnd(int first, int last) =>
        last + 1 < text.Tokens.Length && text.Tokens[last + 1].Start == text.Tokens[last].End + 1 && IsShortEnd(first, last + 1)
            ? last + 1
            : last;

    /// <summary>
    /// Whether two letters at the end stand for a name of an officeholder, behind a word that is one, or three before a degree.
    /// </summary>
    public bool IsShortEnd(int first, int at) =>
        at > first
        && lexicon.IsModelled
        && text.Tokens[at] is { Case: TokenCase.Upper, Length: LongestInitial or LongestShort }
        && (text.Tokens[at].Length == LongestInitial || IsBeforeDegree(at))
        && text.Tokens[at - 1] is { IsWord: true, Case: TokenCase.Capital }
        && !IsDegree(at)
        && lexicon.RankOf.Match(text.Tokens, at, out _) == 0
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && IsHeld(first);

    private bool IsBeforeDegree(int last) => last + 2 < text.Tokens.Length && text.IsMark(text.Tokens[last + 1], ',') && IsDegree(last + 2);

    /// <summary>Whether an office or a title comes right before a name.</summary>
    private bool IsHeld(int first) => Titles.IsTitle(At(first - 1)) || Offices.Before(At(first)) is not null;

    /// <summary>Whether a token at the end of a span is none of the name: a degree, a day, a title before the father's name.</summary>
    private bool IsPastName(int last) =>
        !text.Tokens[last].IsCapital
        // "Budi kepadaMedia": the space is missing, and the capital is another's.
        || char.IsLower(text.Text[text.Tokens[last].Start])
        || IsDegree(last)
        || IsSmallDegree(last)
        || lexicon.Weekday.Match(text.Tokens, last, out _) > 0
        // "Yung May-yee": a name's first half.
        || (lexicon.Month.Match(text.Tokens, last, out _) > 0 && !parts.IsBeforeSmallHalf(Math.Min(last + 1, text.Tokens.Length - 1)))
        || lexicon.Acting.Match(text.Tokens, last, out _) > 0
        || lexicon.NameEnd.Match(text.Tokens, last, out _) > 0
        // "bin Dato Paduka Haji Ibrahim": the father's name comes behind.
        || (
            !lexicon.IsModelled
            && Titles.IsTitle(At(last))
            && NameBounds.IsBehind(lexicon.NameJoin, text.Tokens, Titles.FirstBefore(text, lexicon, last))
        )
        || IsJoinBeforeTitle(last);

    /// <summary>
    /// Whether two letters without a vowel, or those of the police, are a degree that is not all in capitals, before a mark: <c>Doni Darma
    /// Sp, …</c>
    /// </summary>
    private bool IsSmallDegree(int last) =>
        lexicon.IsModelled
        && text.Tokens[last] is { Case: TokenCase.Capital, Length: <= LongestShort }
        && last + 1 < text.Tokens.Length
        && text.Tokens[last + 1].Kind is TokenKind.Mark
        && (
            text.Tokens[last].Length < LongestShort
                ? !text.Word(text.Tokens[last]).ContainsAny(Vowels)
                : text.Word(text.Tokens[last]) is OfPolice
        )
        && lexicon.Degree.Match(text.Tokens, last, out _) == 1;

    /// <summary>
    /// Whether a word at the end of a span joins a father's name that a title begins: <c>bin</c> of <c>bin Hj. Tahir</c>.
    /// </summary>
    private bool IsJoinBeforeTitle(int last) =>
        !lexicon.IsModelled
        && lexicon.NameJoin.Match(text.Tokens, last, out _) == 1
        && (At(last + 1).Match(lexicon.Honorific) > 0 || Titles.IsTitle(At(last + 1)) || text.Word(text.Tokens[last]) is "ibni");

    /// <summary>The last token of a name before a degree that no comma sets off: <c>Suparno S.H.</c></summary>
    private int BeforeDegree(int first, int last)
    {
        // Of several tokens alone: a word may be a name too.
        while (NameBounds.LengthBehind(lexicon.Degree, text.Tokens, last + 1) is > 1 and var degree && last - degree >= first)
        {
            last -= degree;
        }

        return last;
    }

    /// <summary>Where a name ends whose last word a hyphen joins to another, which is no second person: <c>Dalton-Reid</c>.</summary>
    // Indonesian joins two persons so.
    private int WithSecondHalf(int last)
    {
        var tokens = text.Tokens;
        return
            !lexicon.IsModelled
            && text.IsHyphen(last + 1)
            && (tokens[last + 2] is { IsWord: true, Case: TokenCase.Capital } || parts.IsBeforeSmallHalf(last + 1))
            ? last + 2
            : last;
    }

    /// <summary>The last token of a name with what tells son from father: <c>Carl Ramos Jr.</c></summary>
    private int WithEnd(int last)
    {
        // "Carl Ramos, Jr."
        var at = last + (!lexicon.IsModelled && last + 2 < text.Tokens.Length && text.IsMark(text.Tokens[last + 1], ',') ? 2 : 1);
        return at < text.Tokens.Length && text.Tokens[at].IsCapital && lexicon.NameEnd.Match(text.Tokens, at, out _) == 1 ? at : last;
    }

    /// <summary>Where a name ends with the father's, behind a word with a stroke: <c>Ravi a/l Kumar</c>.</summary>
    private int WithFather(int first, int last)
    {
        var tokens = text.Tokens;
        var join = last + 1 < tokens.Length ? lexicon.NameJoin.Match(tokens, last + 1, out _) : 0;
        if (!lexicon.IsModelled)
        {
            return join > 0 ? parts.EndOfFather(last, join) : PastFather(first, last);
        }

        if (join == 0)
        {
            return last;
        }

        var father = Titles.EndFrom(text, lexicon, last + 1 + join);
        // One word that joins, such as "bin", is within the run already where no title comes behind it.
        var isWithin = join == 1 && father == last + 2;
        if (isWithin || father >= tokens.Length || tokens[father] is not { IsWord: true, Case: TokenCase.Capital })
        {
            return last;
        }

        return
            father + 1 < tokens.Length
            && tokens[father + 1] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[father + 1].Start == tokens[father].End + 1
            ? father + 1
            : father;
    }

    /// <summary>The last token of a father's name of which a span holds the beginning: <c>ibni Al-Marhum Sultan Haji Kasim …</c></summary>
    private int PastFather(int first, int last)
    {
        for (var i = last; i > first; i--)
        {
            if (lexicon.NameJoin.Match(text.Tokens, i, out _) is > 0 and var join && !text.IsHyphen(i + 1))
            {
                return Math.Max(last, parts.EndOfFather(i - 1, join));
            }
        }

        return last;
    }

    /// <summary>No name goes on behind a comma, which degrees do, or behind a sentence's end.</summary>
    private int BeforeComma(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (text.IsMark(text.Tokens[i], ',') || IsDash(i) || EndsSentence(i) || IsDegreeWithin(i) || IsDegreeAlone(i))
            {
                return i - 1;
            }
        }

        return last;
    }

    /// <summary>Whether a dash with spaces about it parts two names: <c>Rahmat – Hasan</c>.</summary>
    private bool IsDash(int i) =>
        lexicon.IsModelled
        && text.Tokens[i].Kind is TokenKind.Mark
        && text.Text[text.Tokens[i].Start] is '–' or '—' or '-'
        && text.Tokens[i].Start > text.Tokens[i - 1].End;

    /// <summary>Whether a degree of initials with points is within a run of capitals: <c>Ahmad Basri M.A. Rahmat</c>.</summary>
    private bool IsDegreeWithin(int i) =>
        lexicon.IsModelled
        && i + 3 < text.Tokens.Length
        && text.Tokens[i] is { IsWord: true, Length: 1 }
        && text.Tokens[i + 2] is { IsWord: true, Length: <= LongestDegree }
        && text.IsMark(text.Tokens[i + 3], '.')
        && lexicon.Degree.Match(text.Tokens, i, out _) >= 3;

    /// <summary>Whether a degree in capitals comes right behind a word that is in none: <c>Ahmad Basri SH CLA</c>.</summary>
    private bool IsDegreeAlone(int i) =>
        lexicon.IsModelled
        && text.Tokens[i] is { Case: TokenCase.Upper }
        && text.Tokens[i - 1] is { Case: TokenCase.Capital, Length: > LongestInitial }
        && text.Tokens[i - 1].End + 1 == text.Tokens[i].Start
        && IsDegree(i);

    /// <summary>Whether a point is behind a word too long to be written short, and a space behind it.</summary>
    private bool EndsSentence(int i) =>
        NameBounds.IsPoint(text, i)
        && i + 1 < text.Tokens.Length
        && text.Tokens[i - 1] is { IsWord: true, Length: > LongestShort }
        && !Titles.IsTitle(At(i))
        && text.Tokens[i + 1].Start > text.Tokens[i].End
        && lexicon.NameShort.Match(text.Tokens, i - 1, out _) == 0;

    /// <summary>Whether a comma or a point sets off words that are degrees alone: <c>…, S Ag, …</c></summary>
    public bool AreDegrees(int first, int last)
    {
        if (first == 0)
        {
            return false;
        }

        var isSetOff = text.Tokens[first - 1].Kind is TokenKind.Mark;
        var (points, isShort, isListed, listed) = (0, true, true, first);
        for (var i = first; i <= last; i++)
        {
            points += NameBounds.IsPoint(text, i) ? 1 : 0;
            isShort &= text.Tokens[i].Length <= LongestDegree;
            isListed &= !text.Tokens[i].IsWord || i < listed || lexicon.Degree.Match(text.Tokens, i, out _) > 0;
            listed = Math.Max(listed, i + lexicon.Degree.Match(text.Tokens, i, out _));
        }

        // "…, S.Si.M.Mpar": short words with points between are degrees that no list has.
        return (isListed && (isSetOff || points > 0)) || (isSetOff && isShort && (points > 1 || IsAfterDegree(first)));
    }

    /// <summary>Whether a comma parts a letter with a point from a degree before it: <c>S.Th.,M.Min</c>.</summary>
    private bool IsAfterDegree(int first)
    {
        var tokens = text.Tokens;
        var before = first - 2;
        before -= before > 0 && text.IsMark(tokens[before], '.') ? 1 : 0;
        return before > 0
            && first + 2 < tokens.Length
            && text.IsMark(tokens[first - 1], ',')
            && text.Word(tokens[first]) is "M" or "S"
            && NameBounds.IsPoint(text, first + 1)
            && tokens[first + 1].End == tokens[first + 2].Start
            && IsDegree(before);
    }

    /// <summary>A degree is written in capitals, or behind a comma or a point: <c>S.Sos.</c>, <c>SPdI</c></summary>
    public bool IsDegree(int i)
    {
        var tokens = text.Tokens;
        return tokens[i].IsWord
            && lexicon.Degree.Match(tokens, i, out _) > 0
            && (
                tokens[i].Case is TokenCase.Upper or TokenCase.Mixed
                || (tokens[i].Length > 2 && char.IsUpper(text.Text[tokens[i].Start + 1]))
                || NameBounds.IsPoint(text, i + 1)
                || (i > 0 && tokens[i - 1].Kind is TokenKind.Mark && text.Text[tokens[i - 1].Start] is ',' or '.')
            );
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
