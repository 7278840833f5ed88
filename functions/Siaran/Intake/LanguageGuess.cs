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
        ("my", '\u1000', '\u109F'),
        ("km", '\u1780', '\u17FF'),
        ("lo", '\u0E80', '\u0EFF'),
        ("ta", '\u0B80', '\u0BFF'),
        ("te", '\u0C00', '\u0C7F'),
        ("kn", '\u0C80', '\u0CFF'),
        ("ml", '\u0D00', '\u0D7F'),
        ("si", '\u0D80', '\u0DFF'),
        ("bn", '\u0980', '\u09FF'),
        ("gu", '\u0A80', '\u0AFF'),
        ("pa", '\u0A00', '\u0A7F'),
        ("ka", '\u10A0', '\u10FF'),
        ("hy", '\u0530', '\u058F'),
        ("am", '\u1200', '\u137F'),
        ("bo", '\u0F00', '\u0FFF'),
    ];

    /// <summary>The letters that others who write in Arabic script have of their own, in how many of a hundred letters at least.</summary>
    private static readonly (string Language, string Letters, int Share)[] InArabicScript =
    [
        ("ur", "ٹڈڑںےہ", 3),
        ("ms", "ڤڠڽۏݢ", 1),
        ("fa", "پچژگیک", 3),
    ];

    private static readonly string[] OfArchipelago = ["id", "ms", "jv", "su"];

    private const int LeastWords = 30;
    private const double LeastOfArchipelago = 0.02;

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
            : most == 0 ? OfArabicScript(paragraphs, counts[0])
            : most > 0 ? Scripts[most].Language
            : null;
    }

    private static string OfArabicScript(IReadOnlyList<string> paragraphs, int letters) =>
        Array.Find(InArabicScript, one => paragraphs.Sum(text => CountOf(text, one.Letters)) * 100 > one.Share * letters).Language ?? "ar";

    private static int CountOf(string text, string letters)
    {
        var count = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestParagraph)))
        {
            count += letters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Whether a text whose language is not found is surely none of those that offices here write: hardly any word of theirs is in it.
    /// </summary>
    public static bool IsForeign(IReadOnlyList<string> paragraphs)
    {
        var words = paragraphs.SelectMany(Words).Take(MostWords).ToList();
        return words.Count >= LeastWords
            && words.Count(word => CommonWords.LanguagesOf(word).Any(OfArchipelago.Contains)) < LeastOfArchipelago * words.Count;
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
