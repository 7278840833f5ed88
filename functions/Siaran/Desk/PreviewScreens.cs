using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Desk.Screens;
using Siaran.Feeds;
using Siaran.Feeds.Formats;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Tags;

namespace Siaran.Desk;

/// <summary>What readers would see, before anything is published; and a link to it that a colleague may open for a while.</summary>
public sealed class PreviewScreens(
    DeskDoor door,
    Drafts drafts,
    Lookalikes lookalikes,
    RelatedIndexer related,
    PageRenderer pages,
    DraftShares shares,
    Site site
)
{
    private const long MostBytes = 16 * 1024;

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            (visit, ct) => drafts.ShowAsync(visit, id, open => ShowAsync(visit, open, null, ct), ct),
            cancellationToken
        );

    /// <summary>The page itself, for the frames of the screen.</summary>
    public Task<IResult> PageAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Write,
            async (visit, ct) =>
                await drafts.FindAsync(id, visit.User, ct) is { } open
                && (await lookalikes.InspectAsync(open, ct)).Inspection.Tagged is { } tagged
                    ? new DeskPage(await DrawAsync(tagged, $"desk/drafts/{id}/files", visit.Now, ct)) { IsFramed = true }
                    : await DeskRenderer.NotFoundAsync(visit.View),
            cancellationToken
        );

    /// <summary>Makes a link for someone who has no part in the desk, or with <c>act=end</c> ends all of them.</summary>
    public Task<IResult> ShareAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        door.SendAsync(
            request,
            DeskRight.Write,
            MostBytes,
            (visit, ct) =>
                drafts.ShowAsync(
                    visit,
                    id,
                    async open =>
                    {
                        if (visit.Field("act") == "end")
                        {
                            await shares.EndAsync(visit, open, ct);
                            return new SeeOther(visit.View.Link($"desk/drafts/{id}/preview"));
                        }

                        var token = await shares.BeginAsync(visit, open, ct);
                        return await ShowAsync(visit, open, site.Address($"desk/shared/{token}"), ct);
                    },
                    ct
                ),
            cancellationToken
        );

    /// <summary>The page behind such a link: 404 once it has ended, or the draft is gone.</summary>
    public Task<IResult> SharedAsync(string token, CancellationToken cancellationToken) =>
        SharedAsync(
            token,
            async (open, view, ct) =>
                (await lookalikes.InspectAsync(open, ct)).Inspection.Tagged is { } tagged
                    ? new DeskPage(await DrawAsync(tagged, $"desk/shared/{token}/files", view.Now, ct)) { IsFramed = true }
                    : null,
            cancellationToken
        );

    /// <summary>A picture on that page.</summary>
    public Task<IResult> SharedFileAsync(string token, string file, CancellationToken cancellationToken) =>
        SharedAsync(
            token,
            async (open, _, ct) =>
                open.Draft.Files.FirstOrDefault(one => one.Name == file && one.IsPicture) is { } picture
                && await drafts.FileAsync(open, file, ct) is { } content
                    ? new DeskFile(picture.MediaType, content, null)
                    : null,
            cancellationToken
        );

    private async Task<IResult> SharedAsync(
        string token,
        Func<OpenDraft, DeskView, CancellationToken, Task<IResult?>> show,
        CancellationToken cancellationToken
    )
    {
        if (!door.IsOpen)
        {
            return DeskDoor.NoDesk();
        }

        var view = await door.ViewAsync(null, cancellationToken);
        var open = await shares.OpenAsync(token, view.Now, cancellationToken);
        return (open is null ? null : await show(open, view, cancellationToken))
            ?? await DeskRenderer.NoticeAsync(
                view,
                StatusCodes.Status404NotFound,
                "Tautan ini tidak berlaku lagi",
                "Pratinjau berlaku dua hari, hanya selama naskahnya belum terbit, dan dapat dicabut. Minta tautan baru kepada penulisnya."
            );
    }

    private async Task<IResult> ShowAsync(DeskVisit visit, OpenDraft open, Uri? link, CancellationToken cancellationToken)
    {
        var tagged = (await lookalikes.InspectAsync(open, cancellationToken)).Inspection.Tagged;
        return await DeskRenderer.ShowAsync<PreviewScreen>(
            visit.View,
            new()
            {
                ["Open"] = open,
                ["Register"] = visit.Register,
                ["Tagged"] = tagged,
                ["Feed"] = tagged is null ? "" : FeedEntryOf(AsPublic(tagged, visit.Now), visit.Now),
                ["Shared"] = link,
                ["Share"] = await shares.FindAsync(open, visit.Now, cancellationToken),
            }
        );
    }

    /// <param name="tagged">The release as it would be.</param>
    /// <param name="files">Where its files are shown as long as it is a draft, below the root.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the look for related news.</param>
    private async Task<byte[]> DrawAsync(TaggedRelease tagged, string files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var content = tagged.Release.Content;
        var unsent = Attachment.AddressOf(site.BaseAddress, Attachment.NoSlug, "").AbsoluteUri;
        var own = Attachment.AddressOf(site.BaseAddress, tagged.Release.Slug, "").AbsoluteUri;
        var placed = content with
        {
            BodyHtml = content.BodyHtml.Replace(unsent, own, StringComparison.Ordinal),
            Image = content.Image is { } image
                ? image with
                {
                    Url = new Uri(image.Url.AbsoluteUri.Replace(unsent, own, StringComparison.Ordinal)),
                }
                : null,
        };
        var shown = AsPublic(tagged with { Release = tagged.Release with { Content = placed } }, now);
        var html = Encoding.UTF8.GetString(await pages.ReleaseAsync(shown, await related.PreviewAsync(shown, cancellationToken)));
        return Encoding.UTF8.GetBytes(
            html.Replace(own, $"{site.BaseAddress.AbsolutePath.TrimEnd('/')}/{files}/", StringComparison.Ordinal)
        );
    }

    /// <summary>As if it were out: what is to come shows the time at which it will.</summary>
    private static TaggedRelease AsPublic(TaggedRelease tagged, DateTimeOffset now) =>
        tagged.Release.PublishAt <= now ? tagged : tagged with { Release = tagged.Release with { PublishAt = now, UpdatedAt = now } };

    /// <summary>Its entry as RSS.</summary>
    private string FeedEntryOf(TaggedRelease tagged, DateTimeOffset now)
    {
        var feed = Feed.Of([new ListingEntry.Live(tagged)], site.Title, FeedQuery.Of(FeedKey.All), site, now);
        var text = Encoding.UTF8.GetString(new RssFormat().Write(feed));
        var (from, to) = (text.IndexOf("<item>", StringComparison.Ordinal), text.IndexOf("</item>", StringComparison.Ordinal));
        return from < 0 || to < from ? text : text[from..(to + "</item>".Length)];
    }
}
