using Siaran.Releases;

namespace Siaran.Tests;

/// <summary>Valid examples, to be bent by <c>with</c> to what a test is about.</summary>
internal static class Some
{
    public static DateTimeOffset Time { get; } = new(2025, 3, 4, 1, 30, 0, TimeSpan.Zero);

    public static ReleaseContent Content(string headline = "Gubernur Resmikan Jembatan Nusa Jaya", params string[] paragraphs)
    {
        var body =
            paragraphs.Length > 0 ? paragraphs : ["Gubernur meresmikan Jembatan Nusa Jaya.", "Jembatan itu menghubungkan dua kecamatan."];
        return new ReleaseContent
        {
            Headline = headline,
            Label = "Siaran Pers",
            Agency = "Diskominfo Nusa Jaya",
            Paragraphs = body,
            BodyHtml = string.Concat(body.Select(p => $"<p>{System.Net.WebUtility.HtmlEncode(p)}</p>")),
        };
    }

    public static Submission Submission(ReleaseContent? content = null) => new() { Content = content ?? Content() };

    public static UploadSource Source(string name = "siaran.txt", DateTimeOffset? at = null) => new(name, at ?? Time);

    public static Release Release(ReleaseContent? content = null, string key = "contoh-1")
    {
        var outcome = Revising.Create(ReleaseId.FromEditorKey(key), Submission(content), Source());
        return ((RevisionOutcome.Created)outcome).Release;
    }
}
