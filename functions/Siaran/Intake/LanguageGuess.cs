namespace Siaran.Intake;

/// <summary>Tells Indonesian from English by their commonest words.</summary>
internal static class LanguageGuess
{
    private const int Words = 400;

    private static readonly HashSet<string> Indonesian = new(StringComparer.OrdinalIgnoreCase)
    {
        "yang",
        "dan",
        "di",
        "dengan",
        "untuk",
        "dari",
        "ini",
        "itu",
        "pada",
        "dalam",
        "tidak",
        "akan",
        "juga",
        "ke",
        "oleh",
        "para",
        "adalah",
        "sebagai",
        "bahwa",
        "telah",
        "dapat",
        "kami",
        "kita",
        "mereka",
        "serta",
        "ia",
    };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "on",
        "with",
        "that",
        "is",
        "was",
        "by",
        "at",
        "from",
        "as",
        "has",
        "have",
        "will",
        "are",
        "were",
        "be",
        "this",
        "its",
        "it",
        "an",
        "which",
    };

    /// <summary><c>id</c> or <c>en</c> where one clearly leads, else null.</summary>
    public static string? Of(IEnumerable<string> paragraphs)
    {
        var (indonesian, english, seen) = (0, 0, 0);
        foreach (var word in paragraphs.SelectMany(p => p[..Math.Min(p.Length, 4000)].Split(' ')).Take(Words))
        {
            var bare = word.Trim(',', '.', '"', '“', '”', '(', ')');
            indonesian += Indonesian.Contains(bare) ? 1 : 0;
            english += English.Contains(bare) ? 1 : 0;
            seen++;
        }

        return indonesian > 2 * english && indonesian >= seen / 50 ? "id"
            : english > 2 * indonesian && english > 2 ? "en"
            : null;
    }
}
