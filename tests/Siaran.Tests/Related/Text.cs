using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Related;

/// <summary>Releases to relate.</summary>
internal static class Text
{
    /// <summary>One whose headline is all it says.</summary>
    public static TaggedRelease About(string key, string headline, params string[] tags) =>
        Of(key, Some.Content(headline, headline + "."), tags);

    public static TaggedRelease Of(string key, ReleaseContent content, params string[] tags) =>
        new(Some.Release(content, key), new Annotations { Tags = [.. tags.Select(Tag)] });

    public static TaggedRelease At(this TaggedRelease release, DateTimeOffset publishAt) =>
        release with
        {
            Release = release.Release with { PublishAt = publishAt, UpdatedAt = publishAt },
        };

    public static TaggedRelease Withdrawn(TaggedRelease release) =>
        release with
        {
            Release = release.Release with { Status = ReleaseStatus.Withdrawn, EverShown = true, Revision = release.Release.Revision + 1 },
        };

    public static TaggedRelease Corrected(TaggedRelease release, ReleaseContent content) =>
        release with
        {
            Release = release.Release with { Content = content, Revision = release.Release.Revision + 1 },
        };

    private static Tag Tag(string text) =>
        TagId.TryParse(text, out var id)
            ? new()
            {
                Id = id,
                Label = id.Name,
                Source = "editor",
                Confidence = 1,
            }
            : throw new ArgumentException($"{text} is no tag.", nameof(text));
}
