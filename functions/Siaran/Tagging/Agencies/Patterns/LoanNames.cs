using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names that another language builds, within a text whose own names have no tails: <c>Rosewell University</c>.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="runs">Runs of capitals.</param>
internal sealed class LoanNames(Lexicon lexicon, NameRuns runs)
{
    private const int Longest = 12;

    /// <summary>
    /// The length of a name in another language within the text's: <c>Rosewell University</c>, <c>Fenland University China</c>.
    /// </summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isWithin = i > 0 && runs.IsWithinRun(text, i) && !IsOfOther(tokens, i - 1);
        if (isWithin || NameRuns.BeginsWithDigit(text, i) || lexicon.BodyHead.Match(tokens, i, out _) > 0 || IsOfOther(tokens, i))
        {
            return 0;
        }

        for (var at = i; at < tokens.Length && at - i < Longest && runs.GoesOnRun(text, i, at); at++)
        {
            if (at > i && lexicon.LoanTail.Match(tokens, at, out _) == 1)
            {
                var state = at + 1 < tokens.Length && tokens[at + 1].IsCapital ? lexicon.Country.Match(tokens, at + 1, out _) : 0;
                return at + 1 - i + state;
            }
        }

        return 0;
    }

    /// <summary>
    /// Whether a capital is an office, those who are of a body, or a sentence's first word: <c>Wakil Rosewell University</c>.
    /// </summary>
    private bool IsOfOther(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Office.Match(tokens, at, out _) > 0
        || lexicon.People.Match(tokens, at, out _) > 0
        || lexicon.Opener.Match(tokens, at, out _) > 0;
}
