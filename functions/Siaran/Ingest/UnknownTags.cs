using Siaran.Feeds;
using Siaran.Intake;
using Siaran.Tagging;
using Siaran.Tagging.Editors;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>The topics and regions that an editor wrote and no vocabulary has. They are keywords, and the report says so.</summary>
public static class UnknownTags
{
    private const int Most = 3;

    /// <summary>A report with these findings added.</summary>
    /// <param name="report">Of the upload.</param>
    /// <param name="tagged">As it was read.</param>
    /// <param name="tagger">What read it.</param>
    public static IntakeReport AddedTo(IntakeReport report, TaggedRelease tagged, ITagger tagger) =>
        FindingsOf(tagged, tagger).Aggregate(report, (all, finding) => all.With(finding));

    /// <summary>A finding for each, with the names that are most like it.</summary>
    /// <param name="tagged">As it was read.</param>
    /// <param name="tagger">What read it.</param>
    public static IEnumerable<Finding> FindingsOf(TaggedRelease tagged, ITagger tagger)
    {
        foreach (var word in tagged.Release.Content.EditorTags.Select(word => word.Trim()).Distinct())
        {
            if (
                EditorTags.IdOf(word) is { } id
                && EditorTags.IsOfList(id)
                && tagged.Tags.Any(tag => tag.Id == EditorTags.KeywordFor(id) && tag.Source == EditorTags.Source)
            )
            {
                var nearest = DiceSimilarity.Nearest(tagger.NamesOf(id.Kind), name => name, id.Name, Most);
                string[] like = [.. nearest.Select(name => new TagId(id.Kind, name).ToString())];
                yield return id.Kind == TagKind.Topic ? Findings.UnknownTopic(word, like) : Findings.UnknownRegion(word, like);
            }
        }
    }
}
