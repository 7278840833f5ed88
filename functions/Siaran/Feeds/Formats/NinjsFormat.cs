using System.Globalization;
using Siaran.Tags;

namespace Siaran.Feeds.Formats;

/// <summary>
/// IPTC ninjs 3.1, for newsrooms: the feed as a composite whose associations are the releases; a withdrawn one is canceled.
/// </summary>
public sealed class NinjsFormat : IFeedFormat
{
    private const string MediaTopic = "medtop:";

    public string Extension => "ninjs";

    public string MediaType => "application/json";

    public string Name => "ninjs";

    public bool IsForReaders => false;

    public byte[] Write(Feed feed) => JsonDocumentBytes.Write(Document(feed), NinjsContext.Instance.NinjsDocument);

    private NinjsDocument Document(Feed feed) =>
        new()
        {
            Uri = feed.Id,
            RepresentationType = feed.Query.SummaryOnly ? "partial" : "full",
            VersionCreated = feed.UpdatedAt,
            Language = feed.Language,
            Title = feed.Title,
            AltIds = AltIds(
                ("self", feed.Self(Extension)),
                ("previous", feed.Previous is { } previous ? feed.Site.Address(previous.Address(Extension)) : null)
            ),
            Associations = [.. feed.Entries.Select(Item), .. feed.Tombstones.Select(Item)],
        };

    private static NinjsItem Item(FeedEntry entry)
    {
        // A licence that is an address is rightsInfo, a name is usageTerms; the schema refuses the one
        // in the place of the other.
        var rights = Uri.TryCreate(entry.Licence, UriKind.Absolute, out var address) ? new NinjsRights(address.AbsoluteUri) : null;
        return new()
        {
            Name = entry.Id.ToString(),
            Uri = entry.Id.Urn,
            Type = "text",
            RepresentationType = entry.Html is null ? "partial" : "full",
            Version = entry.Revision.ToString(CultureInfo.InvariantCulture),
            ContentCreated = entry.PublishedAt,
            VersionCreated = entry.UpdatedAt,
            PubStatus = "usable",
            Language = entry.Language,
            Headlines = [new("main", "text/plain", entry.Headline)],
            Descriptions = [new("summary", "text/plain", entry.Summary)],
            Bodies = entry is { Html: { } html, Text: { } text }
                ? [new("main", "text/html", html), new("plain", "text/plain", text)]
                : null,
            By = entry.Agency,
            Located = entry.Place,
            EdNote = entry.ChangeNote,
            InfoSources = entry.Agency is { } agency ? [new(agency, "publisher")] : null,
            Genres = entry.Label is { } label ? [new(label.Title, Address(label), label.Term)] : null,
            Subjects = entry.Tags.Select(Subject),
            People = OfKind(entry, TagKind.Person),
            Organisations = OfKind(entry, TagKind.Agency),
            Places = OfKind(entry, TagKind.Region),
            RightsInfo = rights,
            UsageTerms = rights is null ? entry.Licence : null,
            Renditions = entry.Image is { } image
                ? [new("image", image.Address.AbsoluteUri, image.MediaType, image.Alt, image.Length)]
                : null,
            AltIds = AltIds(("page", entry.Address), ("canonical", entry.Canonical)),
            Associations = Associated(entry).ToList() is { Count: > 0 } associated ? associated : null,
        };
    }

    /// <summary>What it translates, and what came with it.</summary>
    private static IEnumerable<NinjsItem> Associated(FeedEntry entry)
    {
        if (entry.TranslationOf is { } original)
        {
            yield return new()
            {
                Name = "original",
                Rel = "translationOf",
                Uri = original.Urn,
                Type = "text",
                VersionCreated = entry.UpdatedAt,
                PubStatus = "usable",
                AltIds = [],
            };
        }

        foreach (var item in entry.Attachments.Select((file, at) => Item(file, at, entry)))
        {
            yield return item;
        }
    }

    private static NinjsItem Item(FeedAttachment file, int place, FeedEntry entry) =>
        new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"attachment-{place + 1}"),
            Uri = file.Address.AbsoluteUri,
            Type = file.IsPicture ? "picture" : null,
            VersionCreated = entry.UpdatedAt,
            PubStatus = "usable",
            Descriptions = [new("caption", "text/plain", file.Title)],
            Renditions = [new("original", file.Address.AbsoluteUri, file.MediaType, file.Title, file.Length)],
            AltIds = AltIds(("page", entry.Address)),
        };

    private static NinjsItem Item(FeedTombstone tombstone) =>
        new()
        {
            Name = tombstone.Id.ToString(),
            Uri = tombstone.Id.Urn,
            VersionCreated = tombstone.WithdrawnAt,
            PubStatus = "canceled",
            EdNote = tombstone.Reason,
            AltIds = AltIds(("page", tombstone.Address)),
        };

    private static NinjsConcept Subject(FeedTerm term) =>
        Concept(term) with
        {
            Creator = term.Tag!.Source,
            Confidence = (int)Math.Round(Math.Clamp(term.Tag.Confidence, 0, 1) * 100),
        };

    private static NinjsConcept Concept(FeedTerm term) =>
        new(term.Title, "about", Address(term), term.Tag?.Code ?? $"{term.Kind}:{term.Term}");

    private static List<NinjsConcept>? OfKind(FeedEntry entry, TagKind kind) =>
        entry.Tags.Where(term => term.Kind == kind).Select(Concept).ToList() is { Count: > 0 } own ? own : null;

    private static IEnumerable<NinjsAltId> AltIds(params IEnumerable<(string Role, Uri? Address)> ids) =>
        ids.Where(id => id.Address is not null).Select(id => new NinjsAltId(id.Role, id.Address!.AbsoluteUri));

    private static string Address(FeedTerm term) =>
        term.Tag?.Code is { } code && code.StartsWith(MediaTopic, StringComparison.Ordinal)
            ? "http://cv.iptc.org/newscodes/mediatopic/" + code[MediaTopic.Length..]
            : $"{term.Scheme.AbsoluteUri}/{term.Term}";
}
