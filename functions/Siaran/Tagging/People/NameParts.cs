using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Parts of names in languages that have rules for names alone: halves behind a hyphen, nicknames, fathers' names.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
internal sealed class NameParts(ReleaseText text, Lexicon lexicon)
{
    private const int LongestHalf = 6;
    private const int MostOfNickname = 2;
    private const int MostOfFather = 10;
    private const int ShortestTitleAsName = 4;

    /// <summary>Whether a hyphen joins the small second half of a given name behind a family's: <c>Wong Kar-ming</c>.</summary>
    public bool IsBeforeSmallHalf(int hyphen)
    {
        var tokens = text.Tokens;
        return !lexicon.IsModelled
            && hyphen > 1
            && text.IsHyphen(hyphen)
            && tokens[hyphen - 1].Case is TokenCase.Capital
            && tokens[hyphen - 2] is { IsWord: true, IsCapital: true }
            && tokens[hyphen - 2].End + 1 == tokens[hyphen - 1].Start
            && tokens[hyphen + 1] is { Case: TokenCase.Lower, Length: > 1 and <= LongestHalf }
            && lexicon.WordHalf.Match(tokens, hyphen + 1, out _) == 0;
    }

    /// <summary>Whether a token is of a nickname in marks within a name, or one of its marks: <c>Maria “Mia” Lopez</c>.</summary>
    public bool IsOfNickname(int at) => !lexicon.IsModelled && NicknameAt(text, at) is { } marks && marks.First <= at && at <= marks.Last;

    /// <summary>The marks about a nickname between two capitals, of which a token is one or is between; null where there is none.</summary>
    private static TokenSpan? NicknameAt(ReleaseText text, int at)
    {
        var open = at;
        while (open > 0 && at - open <= MostOfNickname + 1 && !IsOpening(text, open))
        {
            open--;
        }

        var close = open + 1;
        while (close < text.Tokens.Length && close - open <= MostOfNickname && text.Tokens[close].IsCapital)
        {
            close++;
        }

        return close > open + 1 && IsOpening(text, open) && IsClosing(text, open, close) ? new(open, close) : null;
    }

    /// <summary>The nickname within a name, without its marks; null where it has none.</summary>
    public static string? NicknameIn(ReleaseText text, TokenSpan name)
    {
        for (var i = name.First + 1; i < name.Last; i++)
        {
            if (IsOpening(text, i) && NicknameAt(text, i) is { } marks && marks.Last < name.Last)
            {
                return text.Words(marks.First + 1, marks.Last - 1).ToString();
            }
        }

        return null;
    }

    private static bool IsOpening(ReleaseText text, int at) =>
        at > 0
        && at + 1 < text.Tokens.Length
        && text.Tokens[at].Kind is TokenKind.Mark
        && text.Text[text.Tokens[at].Start] is '“' or '"' or '‘'
        && text.Tokens[at - 1] is { IsWord: true, IsCapital: true }
        && text.Tokens[at - 1].End + 1 == text.Tokens[at].Start
        && text.Tokens[at + 1].Start == text.Tokens[at].End
        && text.Tokens[at + 1].IsCapital;

    private static bool IsClosing(ReleaseText text, int open, int close) =>
        close + 1 < text.Tokens.Length
        && text.Tokens[close].Kind is TokenKind.Mark
        && text.Text[text.Tokens[close].Start]
            == (
                text.Text[text.Tokens[open].Start] switch
                {
                    '“' => '”',
                    '‘' => '’',
                    var same => same,
                }
            )
        && text.Tokens[close].Start == text.Tokens[close - 1].End
        && text.Tokens[close + 1] is { IsWord: true, Case: TokenCase.Capital }
        && text.Tokens[close + 1].Start == text.Tokens[close].End + 1;

    /// <summary>Whether a mark begins a word of a name, as in Brunei: <c>Salleh 'Arif</c>.</summary>
    public bool IsBreathing(int at)
    {
        var tokens = text.Tokens;
        return !lexicon.IsModelled
            && at > 0
            && at + 1 < tokens.Length
            && tokens[at].Kind is TokenKind.Mark
            && text.Text[tokens[at].Start] is '\'' or '‘' or '’'
            && tokens[at - 1] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[at - 1].End + 1 == tokens[at].Start
            && tokens[at + 1] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[at + 1].Start == tokens[at].End
            && !(at + 2 < tokens.Length && tokens[at + 2].Kind is TokenKind.Mark && text.Text[tokens[at + 2].Start] is '\'' or '’');
    }

    /// <summary>Whether a mark joins another name of the same person: <c>Ismail @ Mail</c>.</summary>
    public bool IsAlso(int at) =>
        !lexicon.IsModelled
        && at > 0
        && at + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[at], '@')
        && text.Tokens[at - 1] is { IsWord: true, Case: TokenCase.Capital }
        && text.Tokens[at + 1] is { IsWord: true, Case: TokenCase.Capital }
        // "Minister Ann Bell @AnnBell": an address on the web.
        && (text.Tokens[at - 1].End == text.Tokens[at].Start || text.Tokens[at + 1].Start == text.Tokens[at].End + 1);

    /// <summary>
    /// The last token of the father's name behind a word that joins it, titles and all: <c>bin Haji Mohd. Tahir</c>, <c>bin Pengarah Dato
    /// Haji Tarmizi</c>; the word before the join where no name is there.
    /// </summary>
    /// <param name="last">The last token before the word that joins.</param>
    /// <param name="join">How many tokens join.</param>
    public int EndOfFather(int last, int join)
    {
        var tokens = text.Tokens;
        var at = PastTitles(last + 1 + join);
        if (NameBounds.IsPoint(text, at - 1) && TitleAsName(last + 1 + join, at) is { } named)
        {
            return named;
        }

        var (end, words) = (last, 0);
        while (at < tokens.Length && words < MostOfFather && IsOfFather(at, end, last + join))
        {
            end = PastHyphens(at);
            (at, words) = (end, words + 1);
            at += NameBounds.IsPoint(text, at + 1) && lexicon.NameShort.Match(tokens, at, out _) == 1 ? 2 : 1;
            at += at < tokens.Length && (IsBreathing(at) || IsAlso(at)) ? 1 : 0;
            // "bin Pengiran Muda Haji Salleh": titles come within too.
            at = lexicon.TitleWithin.Count > 0 ? PastTitles(at) : at;
        }

        return words == 0 ? TitleAsName(last + 1 + join, at) ?? end : end;
    }

    /// <summary>The last of titles behind which no name comes, for it is the father's: <c>bin Haji Awang</c>; null where none is.</summary>
    private int? TitleAsName(int first, int behind)
    {
        // The point behind a title is taken for its own.
        var isPoint = behind > first && NameBounds.IsPoint(text, behind - 1);
        var last = behind - (isPoint ? 2 : 1);
        return
            last >= first
            && text.Tokens[last] is { IsWord: true, Case: TokenCase.Capital, Length: var length }
            && length >= ShortestTitleAsName + (isPoint ? 1 : 0)
            && (isPoint || behind >= text.Tokens.Length || !text.Tokens[behind].IsCapital)
            ? last
            : null;
    }

    /// <summary>The last token of a word that hyphens join to capitals: <c>Al-Maghfur-Lah</c>.</summary>
    private int PastHyphens(int at)
    {
        while (text.IsHyphen(at + 1) && text.Tokens[at + 2].IsCapital)
        {
            at += 2;
        }

        return at;
    }

    private bool IsOfFather(int at, int before, int join)
    {
        var tokens = text.Tokens;
        return tokens[at] is { IsWord: true, Case: TokenCase.Capital or TokenCase.Mixed }
            && tokens[at].Start <= tokens[at - 1].End + 1
            && (before <= join || !text.IsOwner(tokens[before]))
            && lexicon.Office.Match(tokens, at, out _) == 0
            && lexicon.NoName.Match(tokens, at, out _) == 0
            && lexicon.Month.Match(tokens, at, out _) == 0
            && lexicon.Weekday.Match(tokens, at, out _) == 0;
    }

    /// <summary>The token behind titles, those of several words and offices among them: <c>Al-Marhum Sultan Haji …</c></summary>
    private int PastTitles(int at)
    {
        var tokens = text.Tokens;
        for (var start = at; at + 1 < tokens.Length && at - start < Titles.Longest; )
        {
            // "Al-Marhum": a title of several tokens, the first of which is one by itself.
            var several = lexicon.Honorific.Match(tokens, at, out _) is > 1 and var length ? at + length : at;
            var titles = Titles.EndFrom(text, lexicon, Math.Min(several, tokens.Length));
            var more = titles < tokens.Length ? lexicon.Honorific.Match(tokens, titles, out _) : 0;
            more =
                more > 1 ? more
                : IsOfficeBeforeTitle(titles) ? 1
                : 0;
            if (titles + more == at)
            {
                break;
            }

            at = titles + more;
        }

        return at;
    }

    private bool IsOfficeBeforeTitle(int at) =>
        at + 1 < text.Tokens.Length
        && text.Tokens[at].IsCapital
        && lexicon.Office.Match(text.Tokens, at, out _) == 1
        && (
            Titles.IsTitle(new(text, lexicon, at + 1))
            // "ibni Almarhum Sultan Yusof": what a ruler was.
            || (lexicon.NameWord.Match(text.Tokens, at, out _) == 1 && Titles.IsTitle(new(text, lexicon, at - 1)))
        );
}
