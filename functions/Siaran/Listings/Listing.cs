using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Listings;

/// <summary>One line of a listing: a release, or what a withdrawn one leaves behind.</summary>
public abstract record ListingEntry
{
    /// <summary>Characters of HTML; a longer body is read at the release's own address alone.</summary>
    public const int LongestBody = 128 * 1024;

    private ListingEntry() { }

    public abstract ReleaseId Id { get; }

    /// <summary>Its place among others, newest first; equal times go by id.</summary>
    public abstract DateTimeOffset PublishAt { get; }

    /// <summary>When it last became news: publication, a major revision or the withdrawal.</summary>
    public abstract DateTimeOffset UpdatedAt { get; }

    /// <summary>A release, with all that its feed entry shows.</summary>
    public sealed record Live(TaggedRelease Tagged) : ListingEntry
    {
        public override ReleaseId Id => Tagged.Release.Id;

        public override DateTimeOffset PublishAt => Tagged.Release.PublishAt;

        public override DateTimeOffset UpdatedAt => Tagged.Release.UpdatedAt;
    }

    /// <summary>A withdrawn release (RFC 6721).</summary>
    public sealed record Tombstone(ReleaseId ReleaseId, string Slug, DateTimeOffset PublishedAt, DateTimeOffset WithdrawnAt, string? Reason)
        : ListingEntry
    {
        public override ReleaseId Id => ReleaseId;

        public override DateTimeOffset PublishAt => PublishedAt;

        public override DateTimeOffset UpdatedAt => WithdrawnAt;
    }

    /// <summary>Whether the gate lets it through at a moment.</summary>
    // What is in a listing was visible when it was written. Asked again for each answer, since a
    // listing in memory may be older than a change of time.
    public bool IsOpen(DateTimeOffset now) => this is not Live live || live.Tagged.Release.VisibilityAt(now) is Visibility.Visible;

    /// <summary>What the public may see of a release: itself, its tombstone, or null.</summary>
    public static ListingEntry? Of(TaggedRelease tagged, DateTimeOffset now)
    {
        var release = tagged.Release;
        return release.VisibilityAt(now) switch
        {
            Visibility.Visible => new Live(Bounded(tagged)),
            Visibility.Withdrawn => new Tombstone(release.Id, release.Slug, release.PublishAt, release.UpdatedAt, release.WithdrawnReason),
            _ => null,
        };
    }

    /// <summary>The release, without a body that would burden every listing it enters: such a one is listed by its summary.</summary>
    public static TaggedRelease Bounded(TaggedRelease tagged)
    {
        var content = tagged.Release.Content;
        // A body is in the row of each listing that the release enters, some ten times, and in every
        // answer of each.
        return content.BodyHtml.Length <= LongestBody
            ? tagged
            : tagged with
            {
                Release = tagged.Release with { Content = content with { Summary = content.Lead, Paragraphs = [], BodyHtml = "" } },
            };
    }
}

/// <summary>What a listing says of itself, in one row that is written with every change of it.</summary>
public sealed record ListingHead
{
    public required FeedKey Key { get; init; }

    /// <summary>In the words of the newest release that named it.</summary>
    public required string Title { get; init; }

    /// <summary>Rises with every change, of closed pages included.</summary>
    public required long Version { get; init; }

    /// <summary>The time of the last change, withdrawals included: whole seconds, and later than that of the version before.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>
    /// Tells apart what is laid over the listing as stored: releases under an embargo that is about to end or has ended since the last run.
    /// Shown to nobody.
    /// </summary>
    public string Waiting { get; init; } = "";

    /// <summary>How many distinct releases it holds, without tombstones, closed pages included.</summary>
    public int Count { get; init; }

    /// <summary>Entries in no closed page, tombstones included; see <see cref="Archive"/>.</summary>
    public int Open { get; init; }

    /// <summary>Closed pages, numbered from 1, oldest first.</summary>
    public int ClosedPages { get; init; }
}

/// <summary>A listing as its subscribers see it: every entry in no closed page.</summary>
/// <param name="Head">Read together with the entries.</param>
/// <param name="Entries">Newest first.</param>
public sealed record Listing(ListingHead Head, IReadOnlyList<ListingEntry> Entries)
{
    /// <summary>How many of the entries are not in the head's count: see <see cref="ListingHead.Waiting"/>.</summary>
    public int Laid { get; init; }
}

/// <summary>
/// A closed page of a listing (RFC 5005 §4): entries as they stood when it closed, withdrawn ones replaced by their tombstones.
/// </summary>
/// <param name="Key">Whose page it is.</param>
/// <param name="Number">From 1, oldest first.</param>
/// <param name="LastModified">When it closed, or when a release in it was withdrawn; whole seconds.</param>
/// <param name="Entries">Newest first.</param>
public sealed record ListingPage(FeedKey Key, int Number, DateTimeOffset LastModified, IReadOnlyList<ListingEntry> Entries)
{
    /// <summary>Whether it cannot be read until the timer has made it again; it has no entries then.</summary>
    public bool IsDamaged { get; init; }
}

/// <summary>A feed that exists, for directories.</summary>
public sealed record ListedKey(FeedKey Key, string Title)
{
    /// <summary>How many releases it holds. The listing's own head is the truth; this follows it.</summary>
    public int Count { get; init; }
}
