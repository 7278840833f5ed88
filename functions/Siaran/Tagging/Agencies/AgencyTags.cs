using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Agencies;

/// <summary>Makes one tag of all mentions of one public body.</summary>
internal static class AgencyTags
{
    public static IEnumerable<Tag> From(IReadOnlyList<AgencyMention> mentions, ReleaseText text)
    {
        foreach (var group in mentions.GroupBy(mention => mention.Slug, StringComparer.Ordinal).Where(group => group.Key.Length > 0))
        {
            // The surest mention labels the tag: a mention with its place stated beats one whose place
            // was inferred.
            var best = group.MaxBy(mention => mention.Confidence)!;
            yield return new Tag
            {
                Id = new(TagKind.Agency, group.Key),
                Label = best.Label,
                Source = best.Source,
                Confidence = best.Confidence,
                Evidence = [.. group.Select(mention => text.WithoutOwnerAt(mention.First, mention.Last))],
            };
        }
    }
}
