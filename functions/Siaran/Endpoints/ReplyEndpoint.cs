using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Siaran.Pages;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Takes what a reader writes under a release. It waits for a moderator; nobody else sees it before.</summary>
/// <remarks>
/// The form is on pages that caches keep for everybody, so that it holds no token. Nobody is signed in either, so that another site could
/// do nothing in a reader's name but write; what browsers say of the page that a form is on keeps that off too.
/// </remarks>
public sealed class ReplyEndpoint(
    ReleaseReader releases,
    ReplyTable table,
    ReplyAdmission admission,
    PageRenderer pages,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>Bytes of a form: of the longest text each character is three bytes, of which each is escaped as three.</summary>
    private const int MostBytes = 32 * 1024;

    private const int MostFields = 16;

    /// <summary>
    /// 303 to the page that thanks; 400, 403, 413 and 415 for what is no form of this site; 404 for a release that may not be seen now or
    /// whose office takes no replies, 410 for one that was withdrawn; 422 and 429 with the form as it was filled in.
    /// </summary>
    /// <param name="request">POST.</param>
    /// <param name="name">The release's slug or id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<IResult> ReceiveAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadAsync(request, MostBytes, cancellationToken);
        if (body is null)
        {
            return new ProblemResult(
                StatusCodes.Status413PayloadTooLarge,
                "Too large",
                $"A reply has at most {ReplyForm.LongestText} letters."
            );
        }

        if (!admission.IsOwn(request))
        {
            return new ProblemResult(
                StatusCodes.Status403Forbidden,
                "Another site",
                "Replies are taken from the pages of this site alone."
            );
        }

        // No other type: a page of another site can send text/plain without asking first, and JSON
        // would have to ask.
        if (request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() is not "application/x-www-form-urlencoded")
        {
            return new ProblemResult(StatusCodes.Status415UnsupportedMediaType, "Not a form", "A reply is a form: send it URL-encoded.");
        }

        return Read(body) is { } form
            ? await availability.AnswerAsync($"{name}/replies", ct => AnswerAsync(request, name, form, ct), cancellationToken)
            : ProblemResult.BadRequest("The form cannot be read.");
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string name, ReplyForm form, CancellationToken cancellationToken)
    {
        var language = AskedLanguage.Of(request, site);
        var now = time.GetUtcNow();
        var view = await releases.FindNamedAsync(name, cancellationToken);
        var release = view?.Stored.Release;
        return release?.VisibilityAt(now) switch
        {
            Visibility.Withdrawn => await GoneAsync(release, language, now),
            Visibility.Visible when await releases.RepliesAsync(release, cancellationToken) is { List.IsFull: false } replies =>
                await TakeAsync(request, release, form, replies, language, cancellationToken),
            _ => PageResult.NotFound(await pages.NotFoundAsync(language: language.Page), language, now),
        };
    }

    private async Task<IResult> TakeAsync(
        HttpRequest request,
        Release release,
        ReplyForm form,
        ReplyView replies,
        AskedLanguage language,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var thanks = new SeeOther(
            new Uri(language.AddressOf(site, $"{PageView.RepliesPath(release.Slug)}?{RepliesEndpoint.Sent}")).PathAndQuery
        );
        // A program learns nothing from the answer.
        if (form.IsTrapped)
        {
            return thanks;
        }

        var flaws = form.Flaws().ToList();
        if (flaws.Count > 0)
        {
            var wrong = new ReplyThread(replies.List) { Form = form, Flaws = flaws };
            return await AgainAsync(release, wrong, StatusCodes.Status422UnprocessableEntity, language);
        }

        var waiting = new WaitingReply(
            new Reply(Guid.NewGuid(), now, form.Name, form.Text),
            release.Office!,
            release.Id,
            release.Content.Headline,
            form.Email
        );
        if (!admission.TryTake(request, release.Id) || !await table.TryAddAsync(waiting, cancellationToken))
        {
            var full = new ReplyThread(replies.List) { Form = form, Flaws = [ReplyFlaw.TooMany] };
            return await AgainAsync(release, full, StatusCodes.Status429TooManyRequests, language);
        }

        return await WithdrawnSinceAsync(waiting, language, cancellationToken) ?? thanks;
    }

    /// <summary>
    /// The release in hand may be older than its withdrawal, which has deleted what there was then, and not this reply: that is taken back.
    /// </summary>
    /// <returns>Null where the release may be seen still.</returns>
    private async Task<IResult?> WithdrawnSinceAsync(WaitingReply waiting, AskedLanguage language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var current = await releases.FindStoredAsync(waiting.Release, cancellationToken);
        if (current?.VisibilityAt(now) is Visibility.Visible)
        {
            return null;
        }

        await table.RefuseAsync(waiting, cancellationToken);
        return current is null
            ? PageResult.NotFound(await pages.NotFoundAsync(language: language.Page), language, now)
            : await GoneAsync(current, language, now);
    }

    private async Task<IResult> GoneAsync(Release release, AskedLanguage language, DateTimeOffset now) =>
        PageResult.Gone(
            new Document(PageRenderer.MediaType, await pages.WithdrawnAsync(release, language.Page), null),
            language,
            site,
            now
        );

    /// <summary>The form as it was filled in, and what is wrong.</summary>
    private async Task<IResult> AgainAsync(Release release, ReplyThread thread, int status, AskedLanguage language)
    {
        var page = new Document(PageRenderer.MediaType, await pages.RepliesAsync(release, thread, language.Page), null);
        return new DocumentResult(page, CachePolicy.None, time.GetUtcNow())
        {
            StatusCode = status,
            Language = language.Page.Code,
            VariesByLanguage = language.ByHeader,
            RetryAfter = status == StatusCodes.Status429TooManyRequests ? ReplyThrottle.Window : null,
        };
    }

    /// <summary>Null for what is no form.</summary>
    private static ReplyForm? Read(byte[] body)
    {
        try
        {
            using var reader = new FormReader(new MemoryStream(body)) { ValueCountLimit = MostFields, ValueLengthLimit = MostBytes };
            var fields = reader.ReadForm();
            return ReplyForm.Read(name => fields.GetValueOrDefault(name).FirstOrDefault() ?? "");
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
