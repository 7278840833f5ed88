using Microsoft.AspNetCore.Http;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tagging.Topics;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>Single releases and their related ones as JSON, for partner portals.</summary>
public sealed class ReleaseJson(Site site)
{
    /// <summary>The release, what was understood of it, and why.</summary>
    /// <param name="tagged">The release.</param>
    /// <param name="original">What it translates, where the public may see that.</param>
    public byte[] Write(TaggedRelease tagged, ReleaseId? original)
    {
        var (release, content) = (tagged.Release, tagged.Release.Content);
        var body = content.BodyText;
        return WebJson.IndentedBytes(
            new
            {
                release.Id,
                Guid = release.Id.Urn,
                Address = site.ReleaseAddress(release.Slug),
                release.Revision,
                content.Headline,
                content.Summary,
                content.Lead,
                content.Label,
                content.Agency,
                content.Language,
                TranslationOf = original is { } id ? new { Id = id, Address = site.ReleaseAddress(id.ToString()) } : null,
                content.Place,
                content.Outlet,
                content.EventDate,
                PublishedAt = release.PublishAt,
                release.UpdatedAt,
                release.ChangeNote,
                content.CanonicalUrl,
                content.Licence,
                content.Image,
                Attachments = content.Attachments?.Select(attachment => Line(attachment, release.Slug)),
                BodyText = body,
                content.BodyHtml,
                Tags = tagged.Tags.Select(tag => Line(tag, content, body)),
                Quotes = tagged.Annotations.Quotes.Select(quote => Line(quote, content, body)),
                Figures = tagged.Annotations.Figures.Select(figure => Line(figure, content, body)),
                Dates = tagged.Annotations.Dates.Select(date => Line(date, content, body)),
                Related = site.Address($"releases/{release.Id}/related"),
            }
        );
    }

    /// <summary>A list of related releases, addresses and reasons included. Times are in the site's zone.</summary>
    public byte[] Write(RelatedSubject subject, RelatedList list) =>
        WebJson.IndentedBytes(
            new
            {
                list.Id,
                Address = site.ReleaseAddress(subject.Slug),
                subject.Headline,
                subject.Language,
                Related = list.Neighbours.Select(neighbour => Line(neighbour, subject.Language)),
                AlsoPublishedAs = list.AlsoPublishedAs.Select(copy => Line(copy)),
                Translations = list.Translations.Count > 0 ? list.Translations.Select(one => Line(one)) : null,
                Newest = list.Newest.Select(newest => Line(newest)),
            }
        );

    /// <summary>The answer for a withdrawn release: 410 and the reason.</summary>
    public IResult Withdrawn(ReleaseId id, RelatedSubject release) =>
        new ProblemResult(StatusCodes.Status410Gone, "Withdrawn", release.WithdrawnReason ?? "The release was withdrawn by its office.")
        {
            Extensions = new Dictionary<string, object>
            {
                ["id"] = id.ToString(),
                ["address"] = site.ReleaseAddress(release.Slug),
                ["withdrawnAt"] = release.WithdrawnAt!,
            },
        };

    private object Line(Attachment attachment, string slug) =>
        new
        {
            Address = Attachment.AddressOf(site.BaseAddress, slug, attachment.Name),
            attachment.MediaType,
            attachment.Length,
            attachment.FileName,
            attachment.Alt,
            attachment.Width,
            attachment.Height,
            Widths = attachment.Widths.Count > 0
                ? attachment.Widths.Select(width => new
                {
                    Width = width,
                    Address = Attachment.AddressOf(site.BaseAddress, slug, attachment.NameAt(width)),
                })
                : null,
        };

    private object Line(Tag tag, ReleaseContent content, string body) =>
        new
        {
            tag.Id,
            Kind = tag.Id.Kind.Name,
            tag.Label,
            tag.Code,
            tag.Scheme,
            tag.Confidence,
            tag.Source,
            Implied = tag.Implied ? true : (bool?)null,
            Facts = tag.Facts.Count > 0 ? tag.Facts : null,
            Evidence = tag.Evidence.Select(span => Span(span, content, body)),
            Address = site.Address($"tags/{tag.Id.Kind}/{tag.Id.Name}"),
            Feed = site.Address($"feeds/{FeedKey.Of(tag.Id)}"),
        };

    private static object Line(Quote quote, ReleaseContent content, string body) =>
        new
        {
            quote.Text,
            quote.Speaker,
            quote.Person,
            Evidence = Span(quote.Span, content, body),
        };

    private static object Line(KeyFigure figure, ReleaseContent content, string body) =>
        new
        {
            figure.Value,
            figure.Unit,
            figure.Measures,
            Evidence = Span(figure.Span, content, body),
        };

    private static object Line(EventDate date, ReleaseContent content, string body) =>
        new
        {
            date.From,
            date.To,
            Evidence = Span(date.Span, content, body),
        };

    private static object Span(Evidence span, ReleaseContent content, string body) =>
        new
        {
            Field = span.Field.ToString().ToLowerInvariant(),
            span.Start,
            span.Length,
            Text = FieldOf(span, content, body).Substring(span.Start, span.Length),
        };

    private static string FieldOf(Evidence span, ReleaseContent content, string body) =>
        span.Field switch
        {
            EvidenceField.Headline => content.Headline,
            EvidenceField.Agency => content.Agency!,
            EvidenceField.Place => content.Place!,
            _ => body,
        };

    /// <param name="neighbour">Of a list.</param>
    /// <param name="reasonsIn">The language of the reasons (BCP 47); null for one that is in the list for no reason.</param>
    private object Line(Neighbour neighbour, string? reasonsIn = null) =>
        new
        {
            neighbour.Id,
            Address = site.ReleaseAddress(neighbour.Slug),
            neighbour.Headline,
            neighbour.Agency,
            neighbour.Language,
            PublishedAt = site.Local(neighbour.PublishAt),
            Kind = reasonsIn is not null ? RelatedQuery.NameOf(neighbour.Kind) : null,
            Score = reasonsIn is not null ? Math.Round(neighbour.Score, 4) : (double?)null,
            Reasons = reasonsIn is { } language ? neighbour.Reasons.Select(reason => ReasonIn(language, reason)) : null,
        };

    /// <summary>In the language of the release, also where the topic that it names was last named in another.</summary>
    private static string ReasonIn(string language, string reason) =>
        Reasons.In(reason, language == "en", topic => TopicNames.In(language, topic));
}
