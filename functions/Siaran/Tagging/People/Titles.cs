using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Titles and ranks before a name: <c>Dr.</c>, <c>Irjen Pol</c>, <c>Jenderal (Purn)</c>.</summary>
internal static class Titles
{
    private const int MostMarks = 2;
    private const int MostLettersOfCorps = 2;

    /// <summary>Tokens of all titles before a name, at most: a text that goes on and on with them is walked through once.</summary>
    public const int Longest = 32;

    /// <summary>Whether the token is a title before a name, or the mark that goes with one.</summary>
    public static bool IsTitle(TokenCursor at) =>
        at.Mark switch
        {
            // Marks belong to the title that they are written with, so that "Dr." and "(Purn)" can be
            // skipped token by token by whoever walks back from a name.
            '.' or '\'' or '’' => IsTitleWord(at.Move(-1)),
            '(' => at.Index > 0 && (IsService(at.Move(1)) || IsBracketed(at) || IsCorps(at)),
            ')' => at.Index > 1
                && (
                    IsService(at.Move(at.Move(-1).IsWord ? -1 : -2))
                    || IsBracketed(at.Move(at.Move(-1).IsWord ? -2 : -3))
                    || IsCorps(at.Move(-2))
                ),
            _ when IsCorps(at.Move(-1)) => true,
            _ => at.IsCapital || IsSmallTitle(at) ? IsTitleWord(at) && (at.Token.Length > 1 || IsInitial(at)) : at.IsLower && IsArticle(at),
        };

    /// <summary>The first of the titles before a name, or the name itself: <c>akrab disapa Ibu …</c></summary>
    public static int FirstBefore(ReleaseText text, Lexicon lexicon, int name)
    {
        var first = name;
        while (first > 0 && name - first < Longest && IsTitle(new(text, lexicon, first - 1)))
        {
            first--;
        }

        return first;
    }

    /// <summary>The token behind the titles from one on, or the token itself: <c>Dato Paduka Haji …</c></summary>
    public static int EndFrom(ReleaseText text, Lexicon lexicon, int at)
    {
        var end = at;
        while (end < text.Tokens.Length && end - at < Longest && IsTitle(new(text, lexicon, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>A title in brackets behind another, where no model knows names: <c>Dato Seri Setia (Dr.) …</c></summary>
    private static bool IsBracketed(TokenCursor open) =>
        !open.Lexicon.IsModelled
        && open.Mark == '('
        && (open.Move(2).Mark == ')' || (open.Move(2).Mark == '.' && open.Move(3).Mark == ')'))
        && open.Move(1).Is(open.Lexicon.Honorific)
        && open.Move(-1).IsCapital
        && IsTitleWord(open.Move(-1));

    /// <summary>The letters of a navy's corps in brackets: <c>Mayor Laut (P) …</c></summary>
    private static bool IsCorps(TokenCursor open) =>
        open.Mark == '('
        && open.Move(1) is { Token: { IsCapital: true, Length: <= MostLettersOfCorps } }
        && open.Move(2).Mark == ')'
        && IsService(open.Move(-1));

    /// <summary>A title of one letter has a point or a name behind it: <c>H. …</c></summary>
    private static bool IsInitial(TokenCursor at) => at.Move(1).Mark != '\0' || at.Move(1).IsCapital;

    /// <summary>
    /// A physician's title is written small: <c>dr. …</c>; without a point where another title, an office, a verb of saying or a mark
    /// comes before: <c>AKBP dr …</c>.
    /// </summary>
    private static bool IsSmallTitle(TokenCursor at)
    {
        var behind = at.Move(1);
        var before = at.Move(-1);
        return (behind.Mark == '.' && behind.IsJoined && behind.Move(1).IsCapital)
            || (
                behind.IsCapital
                && behind.IsSpaced
                && at.Token.Length > 1
                && (at.Is(at.Lexicon.Title) || at.Is(at.Lexicon.Honorific))
                && (before.IsCapital || before.Mark != '\0' || !before.IsInside || before.Begins(before.Lexicon.Say))
            );
    }

    /// <summary>The article before a style of honour: <c>Dr. the Hon. Ann Bell</c>, <c>the Most Hon. …</c></summary>
    private static bool IsArticle(TokenCursor at) =>
        !at.Lexicon.IsModelled
        && at.Word is "the"
        && at.Move(1).Word is "Hon" or "Honourable" or "Honorable" or "Most" or "Right" or "Rt"
        && at.Move(1).Begins(at.Lexicon.Honorific);

    private static bool IsTitleWord(TokenCursor at) => at.IsWord && (IsHonorific(at) || IsRank(at) || IsService(at));

    /// <summary>An honorific, or a word of one of several: <c>Tan Sri</c>.</summary>
    private static bool IsHonorific(TokenCursor at) =>
        at.Begins(at.Lexicon.Honorific)
        || at.Move(-1).Match(at.Lexicon.Honorific) >= 2
        || at.Move(-2).Match(at.Lexicon.Honorific) >= 3
        || at.Move(-3).Match(at.Lexicon.Honorific) >= 4;

    /// <summary>A rank, unless it ends an office: <c>Direktur Jenderal</c>.</summary>
    // "Direktur Jenderal Budi": here the rank is the office's second word. Only a phrase of two or more
    // words counts, so a rank that is listed as an office too stays a rank.
    // The first word of a longer rank is one, "Brigadier General", unless the two are an office as well: "Inspector General".
    private static bool IsRank(TokenCursor at) =>
        at.Match(at.Lexicon.Rank) is > 0 and var length
        && at.Move(-1).Match(at.Lexicon.Office) <= 1
        && (length == 1 || (!at.Lexicon.IsModelled && at.Match(at.Lexicon.Office) < length));

    /// <summary>What comes after a rank: <c>TNI</c>, <c>Pol</c>, <c>(Purn)</c>.</summary>
    private static bool IsService(TokenCursor at)
    {
        if (!at.IsWord || !at.Is(at.Lexicon.RankOf))
        {
            return false;
        }

        var before = at.Move(-1);
        while (
            before.Index > 0
            && at.Index - before.Index <= MostMarks
            && (before.Mark != '\0' || (before.IsCapital && before.Is(at.Lexicon.RankOf)))
        )
        {
            before = before.Move(-1);
        }

        return before.Is(at.Lexicon.Rank);
    }
}
