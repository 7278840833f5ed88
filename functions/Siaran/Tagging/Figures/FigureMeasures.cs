using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>What the figures of a text measure, in its own words.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
internal sealed class FigureMeasures(ReleaseText text, Lexicon lexicon)
{
    private const int Longest = 16;
    private const int LongestAbbreviation = 3;
    private const int FewestOwnWords = 2;

    /// <summary>The first token behind the figure before: no clause reaches further back.</summary>
    // Set by the reader after each figure. Without it the second figure of a sentence would have the
    // first one within its measure.
    public int After { get; set; }

    /// <summary>Whether all that the clause last asked for says is a verb or the like: <c>untuk menampung 40 orang</c>.</summary>
    public bool IsNothing { get; private set; }

    // "produksi padi 20 ton dengan luas panen 5 ha": what is behind "dengan" is a subject of its own.
    private bool isDescribed;

    /// <summary>The clause before a token, without the words that lead in to the number.</summary>
    /// <param name="at">The token.</param>
    /// <param name="isOfPeople">Whether people are counted, whose office may be all that comes before.</param>
    public string? Before(int at, bool isOfPeople = false)
    {
        var tokens = text.Tokens;
        var after = After;
        var last = at - 1;
        // "mencapai sekitar 9,3 persen": what leads in says nothing of what is measured.
        while (last >= after && (lexicon.LeadIn.Match(tokens, last, out _) > 0 || text.IsMark(tokens[last], ',')))
        {
            last--;
        }

        var first = last + 1;
        // A clause is as far as a reader connects a number; sixteen words are more than any noun phrase
        // needs.
        while (first > after && last - first < Longest - 1 && !EndsClause(first - 1))
        {
            first--;
        }

        // A lead-in that opens the clause too: "Sebanyak …".
        while (first == after && first > 0 && first <= last && lexicon.LeadIn.Match(tokens, first, out _) > 0)
        {
            (first, after) = (first + 1, after + 1);
        }

        var from = PastWith(first, last);
        (isDescribed, first) = (from > first, from);
        IsNothing = IsNoThing(first, last);
        if (IsNothing || (!isOfPeople && IsOffice(first, last)))
        {
            return null;
        }

        var words = first > last ? "" : Spaces.Collapse(text.Words(first, last)).Trim(' ', '(', '/', '-', '.', ',');
        return words.Length == 0 ? null : words;
    }

    /// <summary>What the figure before measures, where one sentence holds both and too few words between them say more.</summary>
    /// <param name="before">What the figure before measures.</param>
    /// <param name="at">Where this figure begins.</param>
    /// <param name="own">What the words right before this one say.</param>
    // "137 jiwa dari 33 KK", "Rp5 miliar pada 2023 dan Rp6 miliar pada 2024": the second figure has few
    // words of its own and shares the subject of the first. Two own words or more are a subject.
    public string? WithBefore(string? before, int at, string? own) =>
        before is null || !IsSameClause(at, own is not null) ? own
        : own is null ? before
        // "… dan penduduk sekitar 326.330 jiwa": what is joined has a subject of its own.
        : isDescribed || lexicon.And.Match(text.Tokens, After, out _) > 0 ? own
        : before.EndsWith(own, StringComparison.Ordinal) || own.AsSpan().Count(' ') >= FewestOwnWords ? own
        : $"{before} {own}";

    /// <summary>Past what is described: of <c>produksi padi dengan luas panen</c> the <c>luas panen</c> is measured.</summary>
    private int PastWith(int first, int last)
    {
        for (var i = last; i >= first; i--)
        {
            if (lexicon.With.Match(text.Tokens, i, out _) == 1)
            {
                return i == first || last - i >= FewestOwnWords ? i + 1 : first;
            }
        }

        return first;
    }

    /// <summary>Whether the one word there is says nothing of what is measured: a verb, <c>ini</c>, <c>kepada</c>.</summary>
    private bool IsNoThing(int first, int last)
    {
        var at = new TokenCursor(text, lexicon, first);
        return first == last
            && at.IsLower
            && (at.Is(lexicon.Definite) || at.Is(lexicon.Beyond) || at.Is(lexicon.Toward) || CountedThings.IsVerb(at));
    }

    /// <summary>Whether the words are an office with its place or its holder, none of them small: <c>Wali Kota Baruna</c>.</summary>
    private bool IsOffice(int first, int last)
    {
        if (first >= last || lexicon.Office.Match(text.Tokens, first, out _) == 0)
        {
            return false;
        }

        for (var i = first; i <= last; i++)
        {
            if (!text.Tokens[i].IsCapital)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether nothing parts the end of the figure before from a token, save a mark where no words of its own are between: <c>137 jiwa dari
    /// 33 KK</c>.
    /// </summary>
    private bool IsSameClause(int to, bool hasOwnWords)
    {
        for (var i = Math.Max(After, to - Longest); i < to; i++)
        {
            // With words of its own between, any mark separates; without, only a semicolon does, since
            // a list repeats its subject by leaving it out.
            if (
                text.Tokens[i].Kind is TokenKind.Break
                || EndsSentence(i)
                || (
                    text.Tokens[i].Kind is TokenKind.Mark
                    && (hasOwnWords ? text.Text[text.Tokens[i].Start] is not ('$' or '.') : text.IsMark(text.Tokens[i], ';'))
                )
            )
            {
                return false;
            }
        }

        return After > 0 && to - After < Longest;
    }

    /// <summary>Whether a point ends a sentence: not one after an abbreviation, as in <c>Rp.</c></summary>
    private bool EndsSentence(int i) =>
        text.IsMark(text.Tokens[i], '.')
        && !(
            i > 0
            && text.Tokens[i - 1] is { IsCapital: true, Length: <= LongestAbbreviation } before
            && before.End == text.Tokens[i].Start
            && lexicon.Currency.Match(text.Tokens, i - 1, out _) > 0
        );

    private bool EndsClause(int i) =>
        text.Tokens[i].Kind is TokenKind.Break
        || (text.Tokens[i].Kind is TokenKind.Mark && text.Text[text.Tokens[i].Start] is not ('(' or ')' or '/' or '-'))
        || lexicon.Clause.Match(text.Tokens, i, out _) > 0;
}
