using System.Globalization;
using Azure.Data.Tables;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Storage;

/// <summary>A listing entry as JSON.</summary>
internal sealed record StoredEntry(TaggedRelease? Live, ListingEntry.Tombstone? Withdrawn)
{
    public static StoredEntry Of(ListingEntry entry) => new((entry as ListingEntry.Live)?.Tagged, entry as ListingEntry.Tombstone);

    public ListingEntry ToEntry() =>
        Withdrawn
        ?? (ListingEntry)
            new ListingEntry.Live(Live ?? throw new InvalidDataException("A listing row holds neither a release nor a tombstone."));
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

/// <summary>The place of a release in a listing.</summary>
/// <param name="Open">The row key of its open entry, if it has one.</param>
/// <param name="ContentHash">Of what is in the open entry, or was there last.</param>
/// <param name="Live">Whether it counts among the listing's releases: neither withdrawn nor gone.</param>
/// <param name="Pages">The closed pages that hold it, oldest first.</param>
/// <param name="Edition">The state of the release that was here last: no earlier one comes after it.</param>
internal sealed record Membership(string? Open, string ContentHash, bool Live, IReadOnlyList<int> Pages, Edition Edition)
{
    /// <summary>The upload whose revision was taken back last, and which does not come in any more; empty where none was.</summary>
    public string TakenBack { get; init; } = "";

    public static Membership None { get; } = new(null, "", false, [], default);
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
    private const string ContentHash = "Stamp";
    private const string Live = "Live";
    private const string Pages = "Pages";
    private const string Revision = "Revision";
    private const string TaggingPass = "TaggingPass";
    private const string TakenBack = "TakenBack";

    public static IReadOnlyList<string> HeadColumns { get; } = [Title, TitledAt, Version, LastModified, Count, Open, ClosedPages];

    public static IReadOnlyList<string> MemberColumns { get; } = [Open, ContentHash, Live, Pages, Revision, TaggingPass, TakenBack];

    public static IReadOnlyList<string> AllColumns { get; } = [.. HeadColumns.Union(MemberColumns)];

    public static string MemberKey(ReleaseId id) => $"member:{id}";

    // Eight digits, so that pages sort by number.
    public static string PageKey(int page) => "page:" + page.ToString("D8", CultureInfo.InvariantCulture);

    public static ListingHead ReadHead(FeedKey key, TableEntity row) =>
        new()
        {
            Key = key,
            Title = row.GetString(Title),
            Version = row.GetInt64(Version) ?? 0,
            LastModified = row.GetDateTimeOffset(LastModified) ?? default,
            Count = row.GetInt32(Count) ?? 0,
            Open = row.GetInt32(Open) ?? 0,
            ClosedPages = row.GetInt32(ClosedPages) ?? 0,
        };

    public static TableEntity WriteHead(ListingHead head, DateTimeOffset titledAt) =>
        new(head.Key.ToString(), TableKey.Head)
        {
            [Title] = head.Title,
            [TitledAt] = titledAt,
            [Version] = head.Version,
            [LastModified] = head.LastModified,
            [Count] = head.Count,
            [Open] = head.Open,
            [ClosedPages] = head.ClosedPages,
        };

    public static DateTimeOffset ReadTitledAt(TableEntity row) => row.GetDateTimeOffset(TitledAt) ?? DateTimeOffset.MinValue;

    // Pages as a string of numbers and not as a document: member rows are read by the dozen in each
    // commit.
    public static Membership ReadMember(TableEntity? row) =>
        row is null
            ? Membership.None
            : new Membership(
                row.GetString(Open) is { Length: > 0 } open ? open : null,
                row.GetString(ContentHash),
                row.GetBoolean(Live) ?? false,
                [
                    .. row.GetString(Pages)
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(page => int.Parse(page, CultureInfo.InvariantCulture)),
                ],
                new Edition(row.GetInt32(Revision) ?? 0, row.GetInt32(TaggingPass) ?? 0)
            )
            {
                TakenBack = row.GetString(TakenBack) ?? "",
            };

    public static TableEntity WriteMember(FeedKey key, ReleaseId id, Membership member)
    {
        var row = new TableEntity(key.ToString(), MemberKey(id))
        {
            [Open] = member.Open ?? "",
            [ContentHash] = member.ContentHash,
            [Live] = member.Live,
            [Pages] = string.Join(' ', member.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture))),
            [Revision] = member.Edition.Revision,
            [TaggingPass] = member.Edition.TaggingPass,
        };
        // Next to no release has it.
        if (member.TakenBack.Length > 0)
        {
            row[TakenBack] = member.TakenBack;
        }

        return row;
    }
}
