using Siaran.Tagging.Tokens;

namespace Siaran.Tagging;

/// <summary>Headlines in title case, whose capitals tell nothing of names.</summary>
internal static class Headlines
{
    private const int ShortWord = 3;

    /// <summary>Whether most words of the headline have a capital, so that a run of capitals there need be no name.</summary>
    public static bool IsTitleCase(ReleaseText text)
    {
        var (capitals, small) = (0, 0);
        foreach (var token in text.Tokens)
        {
            if (token.Start >= text.HeadlineLength)
            {
                break;
            }

            capitals += token.IsCapital ? 1 : 0;
            small += token.Case is TokenCase.Lower && token.Length > ShortWord ? 1 : 0;
        }

        return capitals > 2 * small;
    }
}
