using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Where the name of whoever heads a firm or a hospital begins, right behind the name of it: <c>Direktur PT Sumber Makmur Rahmat
/// Hidayat</c>.
/// </summary>
internal static class NamesAtEnd
{
    /// <summary>Words of a person's name, at least, for one may well be the firm's.</summary>
    private const int Fewest = 2;

    /// <summary>The first token of the name; null where running text does not know the last words as persons' names.</summary>
    /// <param name="text">The release.</param>
    /// <param name="words">How words are used in running text.</param>
    /// <param name="first">The first token of the firm's own name.</param>
    /// <param name="last">The last of the capitals.</param>
    /// <param name="fewestOwn">How many words are left to the firm, at least.</param>
    public static int? In(ReleaseText text, WordClasses words, int first, int last, int fewestOwn)
    {
        var start = last - Fewest + 1;
        if (start < first + fewestOwn || !IsOfName(text, words, last) || !IsOfName(text, words, start))
        {
            return null;
        }

        // At least one of the two is hardly ever anything else: firms are named by "Surya" and "Putra".
        var isSure = IsSure(words[text.Tokens[start].Hash]) || IsSure(words[text.Tokens[last].Hash]);
        while (isSure && start > first + fewestOwn && IsSure(words[text.Tokens[start - 1].Hash]))
        {
            start--;
        }

        return isSure ? start : null;
    }

    private static bool IsSure(WordClass word) => word.IsSurelyOfPersons;

    private static bool IsOfName(ReleaseText text, WordClasses words, int token) =>
        text.Tokens[token].Case is TokenCase.Capital && words[text.Tokens[token].Hash].MayBeOfPersons;
}
