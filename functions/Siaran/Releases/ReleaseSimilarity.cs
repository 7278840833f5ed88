namespace Siaran.Releases;

/// <summary>Tells a correction of a release from another release that merely took its file name or id.</summary>
public static class ReleaseSimilarity
{
    // The Jaccard index of distinct words. Corrections share nearly all of them, two releases of one
    // office on different matters far less than half.
    private const double SharedWords = 0.5;

    /// <summary>True where the headline is the same, or the bodies share at least half of their distinct words.</summary>
    public static bool IsSameRelease(ReleaseContent one, ReleaseContent other)
    {
        var headline = Slug.From(one.Headline);
        return (headline.Length > 0 && headline == Slug.From(other.Headline)) || Jaccard(Words(one), Words(other)) >= SharedWords;
    }

    private static HashSet<string> Words(ReleaseContent content) =>
        [
            .. content
                .Paragraphs.SelectMany(p => p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(w => w.ToLowerInvariant()),
        ];

    // Distinct words and not their order: a correction may move paragraphs.
    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return 0;
        }

        var shared = one.Count(other.Contains);
        return (double)shared / (one.Count + other.Count - shared);
    }
}
