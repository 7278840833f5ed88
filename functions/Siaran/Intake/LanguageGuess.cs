namespace Siaran.Intake;

/// <summary>Finds a text's language by its script, and among those of Latin letters by their commonest words.</summary>
internal static class LanguageGuess
{
    // Not a library with a model for each language: the one that can be had brings 140 MB, and takes seconds to load them. Releases are
    // long enough for their grammar to show.
    private const int MostWords = 600;
    private const int MostLetters = 6000;
    private const int LongestParagraph = 4000;
    private const double LeastShare = 0.06;
    private const double LeastLead = 1.2;
    private const double OfClaim = 1.25;

    private static readonly (string Language, char First, char Last)[] Scripts =
    [
        ("ar", '\u0600', '\u06FF'),
        ("ja", '\u3040', '\u30FF'),
        ("zh", '\u4E00', '\u9FFF'),
        ("ko", '\uAC00', '\uD7AF'),
        ("ru", '\u0400', '\u04FF'),
        ("el", '\u0370', '\u03FF'),
        ("th", '\u0E00', '\u0E7F'),
        ("hi", '\u0900', '\u097F'),
        ("he", '\u0590', '\u05FF'),
    ];

    /// <summary>The language's code (BCP 47), or null where none clearly leads.</summary>
    /// <param name="paragraphs">The text.</param>
    /// <param name="claimed">What the document says of its language, which decides between near relatives; or null.</param>
    public static string? Of(IReadOnlyList<string> paragraphs, string? claimed = null) =>
        ByScript(paragraphs) ?? ByWords(paragraphs, claimed);

    private static string? ByScript(IReadOnlyList<string> paragraphs)
    {
        var (letters, counts) = (0, new int[Scripts.Length]);
        foreach (var paragraph in paragraphs)
        {
            foreach (var c in paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestParagraph)))
            {
                if (letters < MostLetters && char.IsLetter(c))
                {
                    letters++;
                    for (var script = 0; c >= '\u0370' && script < Scripts.Length; script++)
                    {
                        counts[script] += c >= Scripts[script].First && c <= Scripts[script].Last ? 1 : 0;
                    }
                }
            }

            if (letters == MostLetters)
            {
                break;
            }
        }

        // Japanese is written with Chinese characters too: a tenth of its own ones tells it.
        var most = Array.FindIndex(counts, count => count * 2 > letters);
        var (kana, han) = (counts[1], counts[2]);
        return kana + han > letters / 2 && letters > 0 ? (kana * 10 > kana + han ? "ja" : "zh")
            : most >= 0 ? Scripts[most].Language
            : null;
    }

    private static string? ByWords(IReadOnlyList<string> paragraphs, string? claimed)
    {
        var (scores, words) = (new Dictionary<string, double>(StringComparer.Ordinal), 0);
        foreach (var word in paragraphs.SelectMany(Words).Take(MostWords))
        {
            words++;
            var languages = CommonWords.LanguagesOf(word);
            foreach (var language in languages)
            {
                scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Count);
            }
        }

        if (claimed is not null && scores.TryGetValue(claimed, out var score))
        {
            scores[claimed] = score * OfClaim;
        }

        var ranked = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(2).ToArray();
        return
            ranked.Length > 0
            && ranked[0].Value >= LeastShare * words
            && (ranked.Length == 1 || ranked[0].Value >= LeastLead * ranked[1].Value)
            ? ranked[0].Key
            : null;
    }

    private static IEnumerable<string> Words(string paragraph)
    {
        var text = paragraph.Length > LongestParagraph ? paragraph[..LongestParagraph] : paragraph;
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetter(text[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                if (!IsOfAddress(text, start, at))
                {
                    yield return text[start..at].ToLowerInvariant();
                }

                start = -1;
            }
        }
    }

    /// <summary>Parts of <c>kota.example.com</c> and of what comes behind its slashes are no words, though some look like one.</summary>
    private static bool IsOfAddress(string text, int start, int end) =>
        (start > 1 && text[start - 1] is '.' or '/' or '@' && !char.IsWhiteSpace(text[start - 2]))
        || (end + 1 < text.Length && text[end] is '.' or '/' or '@' && char.IsLetter(text[end + 1]));
}
