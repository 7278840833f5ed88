using System.Net;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Settings;

namespace Siaran.Feeds;

/// <summary>What readers wrote under a release, as a feed.</summary>
public static class ReplyFeed
{
    /// <summary>As many as a document has, newest first.</summary>
    public const int Most = 50;

    private const int LongestSummary = 300;

    /// <param name="release">As the gate lets it through.</param>
    /// <param name="replies">As they are shown under it.</param>
    /// <param name="site">Gives addresses and the zone.</param>
    public static Feed Of(Release release, ReplyList replies, Site site)
    {
        var isEnglish = release.Content.Language == "en";
        var title = XmlSafeText.Of((isEnglish ? "Replies: " : "Balasan: ") + release.Content.Headline);
        return new Feed
        {
            Site = site,
            Query = FeedQuery.OfReplies(release.Id, release.Slug),
            Title = $"{title} – {XmlSafeText.Of(site.Title)}",
            Description = title,
            Language = site.Language,
            UpdatedAt = site.Local(replies.ChangedAt ?? Feed.Never),
            Entries =
            [
                .. replies
                    .Shown.OrderByDescending(reply => reply.ShownAt)
                    .ThenByDescending(reply => reply.Key, StringComparer.Ordinal)
                    .Take(Most)
                    .Select(reply => EntryOf(reply, release, site, isEnglish)),
            ],
        };
    }

    private static FeedEntry EntryOf(Reply reply, Release release, Site site, bool isEnglish)
    {
        // Without brackets: some readers take a title for HTML, and some do not.
        var name = string.Concat(XmlSafeText.Of(reply.Name).Where(letter => letter is not ('<' or '>')));
        var text = XmlSafeText.Of(reply.Text);
        var line = text.Replace('\n', ' ');
        return new FeedEntry
        {
            // An entry's guid is a UUID whatever it is the entry of.
            Id = new ReleaseId(reply.Id),
            Revision = 1,
            Address = new Uri(site.ReleaseAddress(release.Slug), $"#{reply.Anchor}"),
            Headline = (isEnglish ? "Reply by " : "Balasan dari ") + name,
            Summary = line.Length <= LongestSummary ? line : line[..CutOf(line)] + "…",
            // Encoded as a whole: nothing that was written is mark-up, an address neither.
            Html = $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>",
            Text = text,
            Agency = name,
            Language = site.Language,
            PublishedAt = site.Local(reply.ShownAt),
            UpdatedAt = site.Local(reply.ShownAt),
        };
    }

    private static int CutOf(string line) => char.IsHighSurrogate(line[LongestSummary - 1]) ? LongestSummary - 1 : LongestSummary;
}
