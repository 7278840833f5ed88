using System.Globalization;
using Azure.Data.Tables;
using Siaran.Feeds;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Storage;

/// <summary>A listing entry as JSON.</summary>
internal sealed record StoredEntry(TaggedRelease? Live, ListingEntry.Tombstone? Withdrawn)
{
    public static StoredEntry Of(ListingEntry entry) => new((entry as ListingEntry.Live)?.Tagged, entry as ListingEntry.Tombstone);

    public ListingEntry ToEntry() => Withdrawn ?? (ListingEntry)new ListingEntry.Live(Live ?? throw new InvalidDataException("A listing row holds neither a release nor a tombstone."));
}

/// <summary>A listing entry packed once for all the listings that it enters.</summary>
internal sealed record PackedEntry(byte[] Bytes, string ContentHash)
{
    public static PackedEntry Of(ListingEntry entry)
    {
        var bytes = Payload.Pack(StoredEntry.Of(entry));
        return new(bytes, Payload.ContentHash(bytes));
    }
}

/// <summary>Where a release stands in a listing.</summary>
/// <param name="Open">The row key of its open entry, if it has one.</param>
/// <param name="ContentHash">Of what stands in the open entry, or stood there last.</param>
/// <param name="Live">Whether it counts among the listing's releases: neither withdrawn nor gone.</param>
/// <param name="Pages">The closed pages that hold it, oldest first.</param>
internal sealed record Membership(string? Open, string ContentHash, bool Live, IReadOnlyList<int> Pages)
{
    public static Membership None { get; } = new(null, "", false, []);
}

/// <summary>How the rows of a listing's partition are written and read.</summary>
internal static class ListingRows
{
    public const string Title = "Title";
    public const string LastModified = "LastModified";
    private const string TitledAt = "TitledAt";
    public const string Version = "Version";
    public const string Count = "Count";
    private const string Open = "Open";
    private const string ClosedPages = "ClosedPages";
    private const string Embargoes = "Embargoes";
    private const string ContentHash = "Stamp";
    private const string Live = "Live";
    private const string Pages = "Pages";

    // So many embargo ends are remembered in a head; the farthest are forgotten first and only shorten cache lifetimes less.
    private const int MaxEmbargoes = 64;

    // An embargo that has ended keeps lifetimes short until a run has let its release out.
    private static readonly TimeSpan CollectedBy = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<string> HeadColumns { get; } = [Title, TitledAt, Version, LastModified, Count, Open, ClosedPages, Embargoes];

    public static IReadOnlyList<string> MemberColumns { get; } = [Open, ContentHash, Live, Pages];

    public static IReadOnlyList<string> AllColumns { get; } = [.. HeadColumns.Union(MemberColumns)];

    public static string MemberKey(ReleaseId id) => $"member:{id}";

    public static string PageKey(int page) => "page:" + page.ToString("D8", CultureInfo.InvariantCulture);

    public static ListingHead ReadHead(FeedKey key, TableEntity row, DateTimeOffset now) => new()
    {
        Key = key,
        Title = row.GetString(Title),
        Version = row.GetInt64(Version) ?? 0,
        LastModified = row.GetDateTimeOffset(LastModified) ?? default,
        Count = row.GetInt32(Count) ?? 0,
        Open = row.GetInt32(Open) ?? 0,
        ClosedPages = row.GetInt32(ClosedPages) ?? 0,
        NextRelease = ReadEmbargoes(row).Where(end => end > now - CollectedBy).Select(end => (DateTimeOffset?)end).FirstOrDefault(),
    };

    public static TableEntity WriteHead(ListingHead head, DateTimeOffset titledAt, IEnumerable<DateTimeOffset> embargoes) =>
        new(head.Key.ToString(), TableKey.Head)
        {
            [Title] = head.Title,
            [TitledAt] = titledAt,
            [Version] = head.Version,
            [LastModified] = head.LastModified,
            [Count] = head.Count,
            [Open] = head.Open,
            [ClosedPages] = head.ClosedPages,
            [Embargoes] = WriteEmbargoes(embargoes),
        };

    public static DateTimeOffset ReadTitledAt(TableEntity row) => row.GetDateTimeOffset(TitledAt) ?? DateTimeOffset.MinValue;

    public static IReadOnlyList<DateTimeOffset> ReadEmbargoes(TableEntity row) =>
        [.. (row.GetString(Embargoes) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(ticks => new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero))];

    /// <summary>The head with one more embargo in mind; null where it is there already.</summary>
    public static TableEntity? WithEmbargo(TableEntity head, DateTimeOffset publishAt, DateTimeOffset now)
    {
        var known = ReadEmbargoes(head);
        if (publishAt <= now || known.Contains(publishAt))
        {
            return null;
        }

        head[Embargoes] = WriteEmbargoes(known.Append(publishAt).Where(end => end > now));
        return head;
    }

    public static Membership ReadMember(TableEntity? row) => row is null
        ? Membership.None
        : new Membership(
            row.GetString(Open) is { Length: > 0 } open ? open : null,
            row.GetString(ContentHash),
            row.GetBoolean(Live) ?? false,
            [.. row.GetString(Pages).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(page => int.Parse(page, CultureInfo.InvariantCulture))]);

    public static TableEntity WriteMember(FeedKey key, ReleaseId id, Membership member) => new(key.ToString(), MemberKey(id))
    {
        [Open] = member.Open ?? "",
        [ContentHash] = member.ContentHash,
        [Live] = member.Live,
        [Pages] = string.Join(' ', member.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture))),
    };

    private static string WriteEmbargoes(IEnumerable<DateTimeOffset> ends) =>
        string.Join(' ', ends.Distinct().Order().Take(MaxEmbargoes).Select(end => end.UtcTicks.ToString(CultureInfo.InvariantCulture)));
}
