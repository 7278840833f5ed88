using Siaran.Related.Words;
using Siaran.Releases;

namespace Siaran.Search;

/// <summary>Looks for words that stand next to each other.</summary>
internal static class Phrases
{
    /// <summary>Whether the headline or one paragraph has the phrase, in lower case and without accents.</summary>
    public static bool AreIn(ReleaseContent content, IReadOnlyList<string> phrase) =>
        content.Paragraphs.Append(content.Headline).Any(text => IsIn(text, phrase));

    private static bool IsIn(string text, IReadOnlyList<string> phrase)
    {
        var words = SearchWords.In(text).Select(word => SearchWords.Fold(word.Of(text))).ToList();
        for (var start = 0; start + phrase.Count <= words.Count; start++)
        {
            if (words.GetRange(start, phrase.Count).SequenceEqual(phrase))
            {
                return true;
            }
        }

        return false;
    }
}
