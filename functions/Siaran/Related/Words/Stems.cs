using System.Collections.Concurrent;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Id;

namespace Siaran.Related.Words;

/// <summary>A word of a text and what its forms have in common.</summary>
/// <param name="Stem">Lower case.</param>
/// <param name="Form">As the text has it.</param>
internal readonly record struct Word(string Stem, string Form);

/// <summary>Splits a text into words, without stop words, and stems them by Lucene's stemmers for Indonesian and English.</summary>
internal static class Stems
{
    // Of Lucene's Indonesian stemmer only the particles and possessives (-lah, -kah, -nya) are used.
    // Dropping per-…-an as well made the lists worse by the evaluation.
    public const int MaxWords = 20_000;
    private const int MaxWordLength = 40;

    // Emptied as a whole when full: no list of recent use to maintain, and the few words that make up
    // most texts are back at once.
    private const int MaxCached = 200_000;

    private static readonly ConcurrentDictionary<string, string> Indonesian = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> Roots = new(StringComparer.Ordinal);

    // The stemmers keep state between calls and are not thread-safe.
    [ThreadStatic]
    private static IndonesianStemmer? indonesianStemmer;

    [ThreadStatic]
    private static EnglishMinimalStemmer? englishStemmer;

    /// <summary>In the text's order, at most <see cref="MaxWords"/>.</summary>
    public static IEnumerable<Word> Of(string text, string language, bool stemming = true)
    {
        var found = 0;
        for (var start = 0; start < text.Length && found < MaxWords; )
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end - start is > 1 and <= MaxWordLength)
            {
                var form = text[start..end];
                var lower = form.ToLowerInvariant();
                if (!IsStopWord(lower, language))
                {
                    found++;
                    yield return new(stemming ? Stem(lower, language) : lower, form);
                }
            }

            start = end;
        }
    }

    /// <summary>
    /// What the forms of a word have in common for who searches: of an Indonesian one without <em>me-, pe-, -kan, -an</em> and the like.
    /// </summary>
    /// <param name="word">Lower case.</param>
    /// <param name="language">BCP 47.</param>
    public static string Root(string word, string language) =>
        language switch
        {
            "id" or "ms" => StemIndonesian(word, Roots, derivational: true),
            "en" => StemEnglish(word),
            _ => word,
        };

    /// <summary>Whether a word says nothing in that language.</summary>
    /// <param name="word">Lower case.</param>
    /// <param name="language">BCP 47.</param>
    public static bool IsStopWord(string word, string language) =>
        language == "en" ? StopAnalyzer.ENGLISH_STOP_WORDS_SET.Contains(word) : IndonesianAnalyzer.DefaultStopSet.Contains(word);

    private static string Stem(string word, string language) =>
        language switch
        {
            // Malay and Indonesian share particles and possessives.
            "id" or "ms" => StemIndonesian(word, Indonesian, derivational: false),
            "en" => StemEnglish(word),
            _ => word,
        };

    private static string StemIndonesian(string word, ConcurrentDictionary<string, string> known, bool derivational)
    {
        if (known.TryGetValue(word, out var stem))
        {
            return stem;
        }

        var letters = word.ToCharArray();
        stem = new(letters, 0, (indonesianStemmer ??= new()).Stem(letters, letters.Length, derivational));
        if (known.Count >= MaxCached)
        {
            known.Clear();
        }

        return known[word] = stem;
    }

    private static string StemEnglish(string word)
    {
        var letters = word.ToCharArray();
        return new(letters, 0, (englishStemmer ??= new()).Stem(letters, letters.Length));
    }
}
