using Siaran.Tagging.Tokens;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging.Regions;

/// <summary>Regions of a release as tags: those named, and those they lie in.</summary>
internal sealed class RegionTagger
{
    public const string Scheme = "kepmendagri:300.2.2-2430-2025";

    // In units of RegionReader's weights: a bare district makes a tag, a doubtful one does not.
    private const double Weakest = 0.5;
    private const double Sure = 1;

    // A list of all regencies of a large province would else tag a release with each.
    private const int Most = 16;

    public RegionTagger(VocabularyFiles files)
    {
        Gazetteer = new(files);
        Cues = new(files);
        Reader = new(Gazetteer, Cues);
    }

    public RegionGazetteer Gazetteer { get; }

    public RegionCues Cues { get; }

    public RegionReader Reader { get; }

    /// <summary>
    /// Reads the text. <paramref name="people"/> marks tokens of persons' names; <paramref name="issuerRegion"/> is the region the issuer
    /// speaks for.
    /// </summary>
    public RegionReading Read(ReleaseText text, ReadOnlySpan<bool> people, Region? issuerRegion) =>
        Reader.Read(text.Text, text.Tokens, people, issuerRegion);

    /// <summary>Tags of all regions that were named, most said first, and of those they lie in.</summary>
    /// <param name="text">The release.</param>
    /// <param name="reading">What was read in it.</param>
    /// <param name="issuerRegion">The region the issuer speaks for, tagged even where the text is silent.</param>
    public List<Tag> Tags(ReleaseText text, RegionReading reading, Region? issuerRegion)
    {
        List<Tag> tags = [];
        List<Region?> named = [issuerRegion, null];
        var strongest = reading.All.Count > 0 ? reading.All[0].Score : 1;
        foreach (var read in reading.All)
        {
            // The main region implies what it lies in only where enough speaks for it.
            named[1] = read.Region == reading.Main && read.Score >= Sure && reading.Certainty > 0 ? read.Region : named[1];
            if (read.Mentions.Count == 0 || read.Score < Weakest || tags.Count == Most)
            {
                continue;
            }

            named.Add(read.Region);
            // From 0.5 to 0.95 by the share of the strongest: an order of tags within the release and
            // not a probability.
            var confidence = Math.Clamp(0.5 + (0.45 * read.Score / strongest), 0.5, 0.95);
            tags.Add(
                TagOf(read.Region, read.Region == reading.Main ? Math.Max(confidence, 0.5 + (reading.Certainty * 0.49)) : confidence) with
                {
                    Source = "rule:gazetteer",
                    Evidence = [.. read.Mentions.Select(m => text.At(m.Start, m.Length))],
                }
            );
        }

        foreach (var region in named)
        {
            // What a region lies in is implied, not stated: feeds of a province include its regencies'
            // releases, while pages show only what the text names.
            Imply(tags, region, isIssuers: region is not null && region == issuerRegion);
        }

        return tags;
    }

    /// <summary>Tags the place of the dateline, and what it lies in.</summary>
    public void AddDateline(List<Tag> tags, Region place, Evidence dateline)
    {
        var id = TagOf(place, 0).Id;
        // A dateline is the strongest evidence of all. A tag that the text gave as well keeps its
        // evidence and its source.
        var known = tags.FindIndex(tag => tag.Id == id);
        if (known < 0)
        {
            tags.Add(TagOf(place, 0.95) with { Source = "rule:dateline", Evidence = [dateline] });
        }
        else
        {
            tags[known] = tags[known] with
            {
                Source = tags[known].Evidence.Count > 0 ? tags[known].Source : "rule:dateline",
                Confidence = 0.97,
                Implied = false,
                Evidence = [.. tags[known].Evidence, dateline],
            };
        }

        Imply(tags, place, isIssuers: false);
    }

    /// <summary>The tag of a region, without evidence.</summary>
    public Tag TagOf(Region region, double confidence) =>
        new()
        {
            Id = new(TagKind.Region, Gazetteer.SlugOf(region)),
            Label = region.Level is RegionLevel.Province ? region.Name : region.FullName,
            Code = region.Code,
            Scheme = Scheme,
            Source = "vocabulary",
            Confidence = confidence,
        };

    private void Imply(List<Tag> tags, Region? region, bool isIssuers)
    {
        foreach (var above in region is null ? [] : Gazetteer.Chain(region))
        {
            var tag = TagOf(above, isIssuers && above == region ? 0.9 : 0.8);
            if (!tags.Exists(known => known.Id == tag.Id))
            {
                tags.Add(
                    tag with
                    {
                        Source = isIssuers && above == region ? "rule:issuer" : "rule:lies-in",
                        Implied = !isIssuers || above != region,
                    }
                );
            }
        }
    }
}
