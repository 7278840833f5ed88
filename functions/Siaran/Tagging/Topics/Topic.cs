namespace Siaran.Tagging.Topics;

/// <summary>A topic of IPTC Media Topics, or one of the 32 government affairs of Law 23/2014.</summary>
/// <param name="Slug">Stable.</param>
/// <param name="Code">Official: <c>medtop:20000520</c>, or <c>urusan:07</c> in the order of the law.</param>
/// <param name="Label">Indonesian.</param>
/// <param name="EnglishLabel">English.</param>
/// <param name="Broader">The slug of the topic above it; null for a top level.</param>
/// <param name="SameAs">Slugs of what it corresponds to in the other vocabulary.</param>
internal sealed record Topic(string Slug, string Code, string Label, string EnglishLabel, string? Broader, IReadOnlyList<string> SameAs)
{
    /// <summary>Whether nearly every release of a government is on it, so that it gives way to any other.</summary>
    public bool IsGeneric { get; init; }

    public bool IsIptc => Code.StartsWith("medtop:", StringComparison.Ordinal);

    public string Scheme => IsIptc ? "http://cv.iptc.org/newscodes/mediatopic/" : "uu-23-2014:urusan-pemerintahan";
}
