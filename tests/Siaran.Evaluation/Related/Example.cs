using System.Globalization;
using System.Text.Json;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Evaluation.Related;

/// <summary>A government news text and the keywords that found it.</summary>
internal sealed record Example(TaggedRelease Release, IReadOnlySet<string> Keywords)
{
    public ReleaseId Id => Release.Release.Id;

    public string Headline => Release.Release.Content.Headline;

    public string Body => Release.Release.Content.BodyText;

    public DateTimeOffset PublishAt => Release.Release.PublishAt;

    public static List<Example> Read(string data, ITagger? tagger) =>
        [.. JsonLines.Rows(Path.Combine(data, "related-by-keyword.jsonl.gz")).Select((row, i) => Of(row, i, tagger))];

    /// <summary>A release of the text, as intake would make it.</summary>
    public static Release ReleaseOf(string key, string headline, string text, DateTimeOffset publishAt, string? agency = null)
    {
        string[] paragraphs = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var content = new ReleaseContent { Headline = headline, Agency = agency, Paragraphs = paragraphs.Length > 0 ? paragraphs : [headline], BodyHtml = "" };
        var source = new UploadSource(key, publishAt);
        return ((RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey(key), new Submission { Content = content, PublishAt = publishAt }, source)).Release;
    }

    private static Example Of(JsonElement row, int place, ITagger? tagger)
    {
        var release = ReleaseOf($"example-{place}", row.GetProperty("title").GetString()!, row.GetProperty("text").GetString()!, Date(row.GetProperty("date").GetString()));
        var keywords = row.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()!).ToHashSet();
        return new(new(release, tagger?.Read(release) ?? Annotations.Empty), keywords);
    }

    private static DateTimeOffset Date(string? text) =>
        DateTimeOffset.TryParseExact(text, ["M/d/yyyy H:mm", "M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);
}
