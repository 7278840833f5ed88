using Microsoft.AspNetCore.Http;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Serves the pictures and documents of releases, under the gate of the release that they came with.</summary>
public sealed class AttachmentEndpoint(
    ReleaseReader releases,
    AttachmentContainer attachments,
    Availability availability,
    Site site,
    TimeProvider time
)
{
    /// <summary>200 or 304; 404 for any file of a release that may not be seen now, and for files that are not its own.</summary>
    /// <param name="request">Its conditions are looked at before the file is fetched.</param>
    /// <param name="name">The release's slug or id.</param>
    /// <param name="file">An attachment's name, in whatever width.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<IResult> ReadAsync(HttpRequest request, string name, string file, CancellationToken cancellationToken) =>
        availability.AnswerAsync($"{name}/files/{file}", ct => AnswerAsync(request, name, file, ct), cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, string name, string file, CancellationToken cancellationToken)
    {
        var view = await releases.FindNamedAsync(name, cancellationToken);
        var release = view?.Stored.Release;
        var attachment =
            // The gate of the release and not the name of the file: whoever has guessed or kept an
            // address must not see what is under an embargo or withdrawn. One 404 for all that.
            release?.VisibilityAt(time.GetUtcNow()) is Visibility.Visible
                ? release.Content.Attachments?.FirstOrDefault(one => one.IsNamed(file))
                : null;
        if (attachment is null)
        {
            return NotFound();
        }

        if (AttachmentResult.IsKnown(request.Headers, file))
        {
            return new AttachmentResult(file, attachment.MediaType, attachment.FileName, site.MaxAge);
        }

        return await attachments.ReadAsync(file, cancellationToken) is { } content
            ? new AttachmentResult(file, attachment.MediaType, attachment.FileName, site.MaxAge)
            {
                Document = new Document(attachment.MediaType, content.ToArray(), null),
            }
            : NotFound();
    }

    private static ProblemResult NotFound() => ProblemResult.NotFound("There is no such file.");
}
