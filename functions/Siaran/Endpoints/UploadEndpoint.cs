using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// Takes uploads over HTTP: each is stored in <c>incoming</c> first, so that nothing is lost whatever happens next, and collected at once.
/// </summary>
public sealed class UploadEndpoint(
    ReleaseTable releases,
    UploadEntry entry,
    Callers callers,
    CollectOptions options,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    private const int MaxFileName = 200;

    /// <summary>What the parts of a form may have besides the file, in bytes.</summary>
    private const int FormAround = 64 * 1024;

    /// <summary>The extension of an upload of several files.</summary>
    private const string SeveralFiles = ".form";

    /// <summary>
    /// A new release, or a revision of the one that the upload names by <c>id</c>. 201, 200, 202, 412 or 422 with the report; 403 for a key
    /// of no office, where offices are kept apart.
    /// </summary>
    public async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        !ExpectedRevision(request, out var expected)
            ? ProblemResult.BadRequest("If-Match takes one revision number between quotes, such as \"3\".")
        : await callers.FindAsync(request, cancellationToken) is { } actor
            ? await UploadAsync(request, actor, new UploadMetadata { ExpectedRevision = expected }, cancellationToken)
        : Callers.NoOffice();

    /// <summary>
    /// A revision of the release <paramref name="name"/>, an id or an address. As above, and 404, also for another office's release that is
    /// not public; 403 for one that is.
    /// </summary>
    public async Task<IResult> ReviseAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (!ExpectedRevision(request, out var expected))
        {
            return ProblemResult.BadRequest("If-Match takes one revision number between quotes, such as \"3\".");
        }

        if (await callers.FindAsync(request, cancellationToken) is not { } actor)
        {
            return Callers.NoOffice();
        }

        var stored = await availability.WaitAsync(
            ct => ReleaseId.TryParse(name, out var id) ? releases.FindAsync(id, ct) : releases.FindAsync(name, ct),
            cancellationToken
        );
        var mayRevise = stored is not null && await callers.MayChangeAsync(actor, stored.Release, cancellationToken);
        return mayRevise
                ? await UploadAsync(
                    request,
                    actor,
                    new UploadMetadata { Target = stored!.Release.Id.ToString(), ExpectedRevision = expected },
                    cancellationToken
                )
            : stored?.Release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible or Visibility.Withdrawn ? Callers.OtherOffice()
            : ProblemResult.NotFound("There is no such release to revise. A new one is sent with POST to /releases.");
    }

    private async Task<IResult> UploadAsync(HttpRequest request, Actor actor, UploadMetadata metadata, CancellationToken cancellationToken)
    {
        var (ticket, problem) = await StoreAsync(request, actor, metadata, cancellationToken);
        return ticket is null ? problem! : UploadResult.Of(await entry.OutcomeAsync(ticket), ticket.Upload, site);
    }

    /// <summary>
    /// Puts the upload into <c>incoming</c>. Ends before the outcome is waited for, so that nobody holds the body meanwhile.
    /// </summary>
    private async Task<(UploadTicket? Ticket, ProblemResult? Problem)> StoreAsync(
        HttpRequest request,
        Actor actor,
        UploadMetadata metadata,
        CancellationToken cancellationToken
    )
    {
        var most = request.HasFormContentType
            ? options.MaxFileBytes + FormAround
            : options.MostBytes(FileName(request) ?? "", MediaType(request.ContentType));
        if (await BoundedBody.ReadAsync(request, most, cancellationToken) is not { } body)
        {
            return (null, TooLarge(request.HasFormContentType ? options.MaxFileBytes : most));
        }

        var (content, fileName, contentType, problem) = request.HasFormContentType
            ? await ReadFormAsync(request, body, cancellationToken)
            : (BinaryData.FromBytes(body), FileName(request), MediaType(request.ContentType), null);
        if (problem is not null)
        {
            return (null, problem);
        }

        var day = time.GetUtcNow().ToString("yyyy/MM/dd", CultureInfo.InvariantCulture);
        // A version 7 UUID (RFC 9562 §5.7): names sort by time, and no two uploads share one, whatever
        // their files are called.
        var name = $"http/{day}/{Guid.CreateVersion7(time.GetUtcNow()):N}/{SafeName(fileName, contentType)}";
        var upload = new NewUpload(name, content!, contentType) { Metadata = metadata };
        return (await entry.EnterAsync(upload, actor, cancellationToken), null);
    }

    private async Task<(BinaryData? Content, string? FileName, string? ContentType, ProblemResult? Problem)> ReadFormAsync(
        HttpRequest request,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        request.Body = new MemoryStream(body);
        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (Unread(form) is { } problem)
            {
                return (null, null, null, problem);
            }

            var file = form.Files[0];
            if (form.Files.Count > 1)
            {
                // Kept as one upload, so that nothing of it is taken without the rest.
                return (BinaryData.FromBytes(body), file.FileName + SeveralFiles, MediaType(request.ContentType), null);
            }

            var most = options.MostBytes(file.FileName, file.ContentType);
            if (file.Length > most)
            {
                return (null, null, null, TooLarge(most));
            }

            await using var stream = file.OpenReadStream();
            return (await BinaryData.FromStreamAsync(stream, cancellationToken), file.FileName, MediaType(file.ContentType), null);
        }
        catch (Exception ex) when (ex is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, null, null, ProblemResult.BadRequest("The form cannot be read: it must be multipart/form-data with one file."));
        }
    }

    /// <summary>Why a form is not taken: it brings no file, or a field that nobody reads.</summary>
    private static ProblemResult? Unread(IFormCollection form) =>
        form.FirstOrDefault(field => !string.IsNullOrWhiteSpace(field.Value)) is { Key: { } name }
            ? ProblemResult.BadRequest($"The field {Slug.From(name)} of the form is not read: what it says has its place in front matter.")
        : form.Files.Count == 0 ? ProblemResult.BadRequest("A form brings a file: one release a request, and what belongs to it.")
        : null;

    /// <param name="most">What an upload of its kind may have, in bytes.</param>
    private static ProblemResult TooLarge(int most) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "Too large",
            $"An upload of this kind may have {most} bytes. Send the text alone, and name a picture's address by the key `image`."
        );

    /// <summary>The revision that <c>If-Match</c> names; none for <c>*</c> and where there is no such header.</summary>
    private static bool ExpectedRevision(HttpRequest request, out int? revision)
    {
        revision = null;
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header is "" or "*")
        {
            return true;
        }

        var parsed =
            int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && header.StartsWith('"')
            && header.EndsWith('"');
        revision = number;
        return parsed;
    }

    private static string? FileName(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"')
            : null;

    /// <summary>The media type and its charset, if they are well formed; storage takes no other.</summary>
    private static string? MediaType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed)
        && parsed.ToString() is { Length: <= 200 } mediaType
        && mediaType.All(char.IsAscii)
            ? mediaType
            : null;

    private static string SafeName(string? fileName, string? contentType)
    {
        var last = (fileName ?? "").Split('/', '\\')[^1];
        // The name becomes part of a blob's name: only what a slug may hold, and no folders.
        var extension = Slug.From(last.Contains('.', StringComparison.Ordinal) ? last[(last.LastIndexOf('.') + 1)..] : "");
        var stem = Slug.From(last.Contains('.', StringComparison.Ordinal) ? last[..last.LastIndexOf('.')] : last);
        if (extension.Length is 0 or > 8)
        {
            extension = contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
            {
                "text/markdown" => "md",
                "text/html" => "html",
                _ => "txt",
            };
        }

        return $"{(stem.Length > 0 ? stem[..Math.Min(stem.Length, MaxFileName)] : "upload")}.{extension}";
    }
}
