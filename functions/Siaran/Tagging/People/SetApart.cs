using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Where a person's name begins, in languages that the model did not learn, by how releases set names apart: behind a member's seat, before
/// a party in brackets, between commas before a verb of saying, before <c>on her appointment</c>.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
internal sealed class SetApart(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, Func<int, bool> isTaken)
{
    private const int LongestSeat = 8;
    private const int Fewest = 2;
    private const int LongestState = 2;
    private const int LongestOfThree = 5;

    /// <summary>What the lexicon says of letters that members of a parliament and others have behind their names: <c>MP</c>.</summary>
    private const string Letters = "post";

    private const string Who = "who";
    private const string Old = "old";
    private const int LengthOfAge = 2;

    private readonly HashSet<int> seats = [];
    private readonly UpperNames upper = new(text);

    private static readonly string[] Owners = ["his", "her", "their"];

    /// <summary>Where a name begins that a token shows; null where it shows none.</summary>
    public int? At(int i) =>
        lexicon.IsModelled
            ? null
            : BehindSeat(i)
                ?? BeforeParty(i)
                ?? BeforeVerb(i)
                ?? BeforeOwn(i)
                ?? BeforeLetters(i)
                ?? BeforeUpper(i)
                ?? BeforeSmallOffice(i)
                ?? BehindOfficeOfBody(i)
                ?? BehindNoun(i)
                ?? BeforeWho(i)
                ?? BehindYears(i);

    /// <summary>
    /// The last two of three or more capitals behind a member's seat, <c>Member for Lower Fens Hannah Ostrow</c>; where the seat alone is
    /// named there are two at most, or a comma.
    /// </summary>
    private int? BehindSeat(int i)
    {
        var tokens = text.Tokens;
        if (lexicon.SeatOf.Match(tokens, i, out _) is not (> 0 and var length) || i + length >= tokens.Length || !tokens[i].IsCapital)
        {
            return null;
        }

        var (at, words) = (i + length, 0);
        while (at < tokens.Length && at - i <= LongestSeat + length && (IsCapital(at) || IsWithin(at)))
        {
            words += tokens[at].IsWord && tokens[at].IsCapital ? 1 : 0;
            at++;
        }

        var last = at - 1;
        var isNamed = words > Fewest && last > i + length + 1 && IsPlain(last) && IsPlain(last - 1);
        for (var seat = i + length; seat <= (isNamed ? last - Fewest : last); seat++)
        {
            seats.Add(seat);
        }

        return isNamed ? last - 1 : null;
    }

    /// <summary>Whether a name that was found is a member's seat: <c>Lower Fens</c>. All tokens are to be asked about before.</summary>
    public bool IsSeat(TokenSpan span) => seats.Contains(span.First);

    /// <summary>Whether a small word or a hyphen is within the name of a seat.</summary>
    private bool IsWithin(int at) =>
        at + 1 < text.Tokens.Length
        && text.Tokens[at + 1].IsCapital
        && (text.IsHyphen(at) || lexicon.And.Match(text.Tokens, at, out _) == 1);

    /// <summary>Who is named before a party and a seat in brackets: <c>Hafiz Ramli (PXY-Bukit Damar)</c>.</summary>
    private int? BeforeParty(int i)
    {
        var tokens = text.Tokens;
        if (
            i < 2
            || i + 3 >= tokens.Length
            || !text.IsMark(tokens[i], '(')
            || tokens[i + 1] is not { Case: TokenCase.Upper, Length: <= LongestOfThree }
            || tokens[i + 2].Kind is not TokenKind.Mark
            || text.Text[tokens[i + 2].Start] is not ('-' or '–' or '—')
            || tokens[i + 3] is not ({ Case: TokenCase.Capital } or { Case: TokenCase.Upper, Length: LongestState })
        )
        {
            return null;
        }

        for (var seat = i + 3; seat < tokens.Length && seat - i <= LongestSeat && !text.IsMark(tokens[seat], ')'); seat++)
        {
            seats.Add(seat);
        }

        return RunBefore(i);
    }

    /// <summary>
    /// Who is named between two commas behind an office in small letters and its body: <c>the president of the Fens Council, Hannah
    /// Ostrow, …</c>
    /// </summary>
    /// <param name="i">The first comma.</param>
    private int? BehindOfficeOfBody(int i)
    {
        var tokens = text.Tokens;
        if (i < 2 || i + 2 >= tokens.Length || !isTaken(i - 1) || !text.IsMark(tokens[i], ',') || !tokens[i + 1].IsCapital)
        {
            return null;
        }

        var at = i - 1;
        while (at > 0 && isTaken(at))
        {
            at--;
        }

        at -= at > 0 && tokens[at].Case is TokenCase.Lower && lexicon.Article.Match(tokens, at, out _) == 1 ? 1 : 0;
        var isOfOffice =
            at > 0
            && tokens[at - 1].Case is TokenCase.Lower
            && lexicon.OfficeOf.Match(tokens, at, out _) == 1
            && NameBounds.IsBehind(lexicon.Office, tokens, at);
        var end = i + 1;
        while (isOfOffice && end < tokens.Length && end - i <= LongestSeat && IsPlain(end))
        {
            end++;
        }

        return end > i + Fewest && end < tokens.Length && text.IsMark(tokens[end], ',') ? i + 1 : null;
    }

    /// <summary>Who is named between two commas before a verb of saying: <c>the lawyer of the village, Hannah Ostrow, said</c>.</summary>
    private int? BeforeVerb(int i)
    {
        var tokens = text.Tokens;
        return
            i > 3
            && text.IsMark(tokens[i - 1], ',')
            && tokens[i].Case is TokenCase.Lower
            && lexicon.SayBefore.Match(tokens, i, out _) > 0
            && RunBefore(i - 1) is { } first
            && first > 0
            && text.IsMark(tokens[first - 1], ',')
            ? first
            : null;
    }

    /// <summary>Who is named before what is theirs: <c>congratulated Hannah Ostrow on her appointment</c>.</summary>
    private int? BeforeOwn(int i)
    {
        var tokens = text.Tokens;
        return
            i > 1
            && i + 1 < tokens.Length
            && tokens[i].Case is TokenCase.Lower
            && lexicon.OnDay.Match(tokens, i, out _) == 1
            && IsOwn(i + 1)
            ? RunBefore(i)
            : null;
    }

    /// <summary>Who is named before the letters of an office or an honour: <c>Hannah Ostrow MP</c>.</summary>
    private int? BeforeLetters(int i)
    {
        var tokens = text.Tokens;
        return
            i > 1
            && tokens[i].Case is TokenCase.Upper
            && lexicon.Degree.Match(tokens, i, out var kinds) == 1
            && kinds.Contains(Letters)
            && tokens[i - 1].Case is TokenCase.Capital
            && IsSpaced(i)
            && !(i + 1 < tokens.Length && tokens[i + 1].Case is TokenCase.Capital && IsSpaced(i + 1))
            && RunBefore(i) is { } first
            && !(first > 0 && tokens[first - 1].Case is TokenCase.Lower && lexicon.Article.Match(tokens, first - 1, out _) == 1)
            ? first
            : null;
    }

    /// <summary>
    /// Who is named by a family name in capitals that the text has alone too, as police write: <c>charges against Hannah OSTROW</c>, and
    /// later <c>OSTROW was</c>.
    /// </summary>
    private int? BeforeUpper(int i)
    {
        var tokens = text.Tokens;
        return
            i > 1
            && tokens[i].Case is TokenCase.Upper
            && tokens[i - 1].Case is TokenCase.Capital
            && IsPlain(i - 1)
            && IsSpaced(i)
            && !isTaken(i)
            && bodies.OfficeAt(i) == 0
            && lexicon.Country.Match(tokens, i, out _) == 0
            && upper.Has(tokens[i])
            ? i - 1
            : null;
    }

    /// <summary>Who is named before a comma and the office held: <c>Hannah Ostrow, the president of the council</c>.</summary>
    private int? BeforeSmallOffice(int i)
    {
        var tokens = text.Tokens;
        if (i < 2 || i + 3 >= tokens.Length || !text.IsMark(tokens[i], ',') || tokens[i - 1].Case is not TokenCase.Capital)
        {
            return null;
        }

        var office = i + 1 + (tokens[i + 1].Case is TokenCase.Lower && lexicon.Article.Match(tokens, i + 1, out _) == 1 ? 1 : 0);
        var behind = office + lexicon.Office.Match(tokens, office, out _);
        return
            behind > office
            && behind < tokens.Length
            && (office > i + 1 || tokens[office].Case is TokenCase.Lower)
            && tokens[behind].Case is TokenCase.Lower
            && (lexicon.OfficeOf.Match(tokens, behind, out _) == 1 || lexicon.Toward.Match(tokens, behind, out _) == 1)
            && RunBefore(i) is { } first
            && !(first > 0 && lexicon.PlaceBefore.Match(tokens, first - 1, out _) == 1)
            ? first
            : null;
    }

    /// <summary>
    /// Who is named right behind a small word for someone, or for being with them: <c>the teacher Hannah Ostrow</c>, <c>joined by …</c>
    /// </summary>
    private int? BehindNoun(int i)
    {
        var tokens = text.Tokens;
        var noun = tokens[i].Case is not TokenCase.Lower ? 0 : lexicon.PersonNoun.Match(tokens, i, out _);
        noun = noun == 0 && tokens[i].Case is TokenCase.Lower ? lexicon.Accompanied.Match(tokens, i, out _) : noun;
        var first = i + noun;
        return first > i && first + 1 < tokens.Length && IsPlain(first) && IsPlain(first + 1) && IsSpaced(first) && IsSpaced(first + 1)
            ? first
            : null;
    }

    /// <summary>
    /// Who is named before a comma and what only persons have: <c>Hannah Ostrow, who …</c>, <c>Hannah Ostrow, 43, …</c>
    /// </summary>
    private int? BeforeWho(int i)
    {
        var tokens = text.Tokens;
        if (
            i < 2
            || i + 2 >= tokens.Length
            || !text.IsMark(tokens[i], ',')
            || tokens[i - 1].Case is not (TokenCase.Capital or TokenCase.Mixed)
        )
        {
            return null;
        }

        var isAge = tokens[i + 1] is { IsNumber: true, Length: LengthOfAge } && text.IsMark(tokens[i + 2], ',');
        return isAge || text.Word(tokens[i + 1]) is Who ? RunBefore(i) : null;
    }

    /// <summary>Who is named right behind an age: <c>43-year-old Hannah Ostrow</c>.</summary>
    private int? BehindYears(int i)
    {
        var tokens = text.Tokens;
        return
            i > 3
            && i + 2 < tokens.Length
            && tokens[i].Case is TokenCase.Lower
            && text.Word(tokens[i]) is Old
            && text.IsHyphen(i - 1)
            && text.IsHyphen(i - 3)
            && IsPlain(i + 1)
            && IsPlain(i + 2)
            && IsSpaced(i + 1)
            && IsSpaced(i + 2)
            ? i + 1
            : null;
    }

    private bool IsOwn(int at)
    {
        var word = text.Word(text.Tokens[at]);
        foreach (var owner in Owners)
        {
            if (word.SequenceEqual(owner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first of two to four words in capitals that end before a token, and that may all be of a name; null for others.
    /// </summary>
    private int? RunBefore(int i)
    {
        var first = i;
        while (first > 0 && i - first < LongestOfThree && IsPlain(first - 1) && (first == i || IsSpaced(first)))
        {
            first--;
        }

        var isCut = first > 0 && IsCapital(first - 1) && IsSpaced(first) && !Titles.IsTitle(new(text, lexicon, first - 1));
        return i - first >= Fewest && i - first < LongestOfThree && !isCut ? first : null;
    }

    private bool IsSpaced(int at) => text.Tokens[at].Start == text.Tokens[at - 1].End + 1;

    private bool IsCapital(int at) => text.Tokens[at] is { IsWord: true, IsCapital: true };

    private bool IsPlain(int at) =>
        text.Tokens[at] is { IsWord: true, Case: TokenCase.Capital or TokenCase.Mixed, Length: > 1 }
        && !isTaken(at)
        && bodies.OfficeAt(at) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && lexicon.Opener.Match(text.Tokens, at, out _) == 0
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && lexicon.Country.Match(text.Tokens, at, out _) == 0
        && lexicon.Month.Match(text.Tokens, at, out _) == 0
        && lexicon.Weekday.Match(text.Tokens, at, out _) == 0
        && !Titles.IsTitle(new(text, lexicon, at))
        && !text.IsOwner(text.Tokens[at]);

    /// <summary>Whether three short words are named as Chinese persons are: <c>Lim Hock Seng</c>.</summary>
    public static bool AreThreeShort(ReleaseText text, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text.Tokens[i] is not { IsWord: true, Case: TokenCase.Capital, Length: <= LongestOfThree })
            {
                return false;
            }
        }

        return last == first + Fewest;
    }
}
