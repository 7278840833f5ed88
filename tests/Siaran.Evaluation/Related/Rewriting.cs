namespace Siaran.Evaluation.Related;

/// <summary>
/// Rules by which a second office, or a portal's desk, lightly rewrites a release; and by which a follow-up takes over some background,
/// which makes it no copy.
/// </summary>
internal static class Rewriting
{
    private static readonly (string From, string To)[] Synonyms =
    [
        ("mengatakan", "menyampaikan"),
        ("kata", "ujar"),
        ("ujarnya", "tuturnya"),
        ("menjelaskan", "menerangkan"),
        ("tersebut", "itu"),
        ("karena", "sebab"),
        ("untuk", "guna"),
        ("agar", "supaya"),
        ("sekitar", "kira-kira"),
        ("saat", "ketika"),
        ("melakukan", "menjalankan"),
        ("namun", "tetapi"),
        ("masyarakat", "warga"),
        ("pemerintah", "pemda"),
        ("juga", "pun"),
        ("dapat", "bisa"),
        ("telah", "sudah"),
        ("akan", "bakal"),
        ("sebanyak", "sejumlah"),
        ("dilaksanakan", "digelar"),
    ];

    /// <summary>
    /// Synonyms for some words, one word in fifty left out, two neighbouring paragraphs changed round, one paragraph in eight dropped, a
    /// lead-in and a sign-off, and a turned headline.
    /// </summary>
    public static (string Headline, string Text) Lightly(string headline, string text, Random chance)
    {
        var paragraphs = Paragraphs(text);
        if (paragraphs.Count > 2)
        {
            var at = chance.Next(1, paragraphs.Count - 1);
            (paragraphs[at], paragraphs[at + 1]) = (paragraphs[at + 1], paragraphs[at]);
        }

        if (paragraphs.Count >= 4)
        {
            for (var drop = paragraphs.Count / 8.0; drop >= 1 || chance.NextDouble() < drop; drop--)
            {
                paragraphs.RemoveAt(chance.Next(1, paragraphs.Count));
            }
        }

        var words = paragraphs.Select(p => string.Join(' ', p.Split(' ').Where(_ => chance.Next(50) > 0).Select(w => Synonym(w, chance))));
        var turned = headline.Split(", ", 2) is [var first, var second]
            ? $"{second}: {first}"
            : headline.Replace(" di ", " ", StringComparison.Ordinal);
        return (turned, string.Join('\n', ["Keterangan ini disampaikan dalam siaran tertulis.", .. words, "Demikian disampaikan."]));
    }

    /// <summary>Another release that takes over a quarter of the paragraphs of this one.</summary>
    public static (string Headline, string Text) FollowUp(string text, string otherHeadline, string otherText, Random chance)
    {
        var paragraphs = Paragraphs(text);
        var taken = Math.Max(1, paragraphs.Count / 4);
        return (
            otherHeadline,
            string.Join('\n', [.. Paragraphs(otherText), .. paragraphs.Skip(chance.Next(paragraphs.Count - taken + 1)).Take(taken)])
        );
    }

    /// <summary>
    /// Whether two texts by different authors share a third of their runs of six words, so that nature made a copy already.
    /// </summary>
    public static bool AreCopiesByNature(string one, string other)
    {
        var (runs, others) = (Runs(one), Runs(other));
        return runs.Count(others.Contains) >= Math.Min(runs.Count, others.Count) / 3.0;
    }

    private static string Synonym(string word, Random chance)
    {
        var known = Array.Find(Synonyms, s => s.From == word);
        return known.To is not null && chance.Next(3) > 0 ? known.To : word;
    }

    private static List<string> Paragraphs(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static HashSet<string> Runs(string text)
    {
        var words = text.ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('"', '“', '”', '.', ',', '\'', '(', ')', ':'))
            .ToList();
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - 5)).Select(i => string.Join(' ', words.GetRange(i, 6)))];
    }
}
