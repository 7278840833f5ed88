using Microsoft.AspNetCore.Http;
using Siaran.Ingest;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// Publishes an upload that was held as doubtful, once an editor has seen how it is read: it goes back to <c>incoming</c>, marked as
/// confirmed, and is collected like any other.
/// </summary>
public sealed class UploadConfirmEndpoint(
    DoubtfulUploads doubtful,
    IntakeTable intake,
    UploadEntry entry,
    Callers callers,
    Availability availability,
    Site site
)
{
    internal const string Held = "doubtful";

    /// <summary>Where an upload is confirmed; of just this version, so that nobody confirms what they have not seen.</summary>
    public static Uri AddressOf(string upload, string version, Site site) =>
        site.Address($"uploads/{UploadStateEndpoint.TokenOf(upload)}/confirm?version={Uri.EscapeDataString(version)}");

    /// <summary>
    /// The answer of an upload: 201, 200, 202, 412 or 422. 404 where there was never such an upload; 409 where it is not held, or another
    /// version of it is.
    /// </summary>
    /// <param name="request">Carries the key.</param>
    /// <param name="token">Names the upload.</param>
    /// <param name="version">The version that the editor has seen; null for whichever is held.</param>
    /// <param name="cancellationToken">Ends it before the upload is back in <c>incoming</c>.</param>
    public async Task<IResult> ConfirmAsync(HttpRequest request, string token, string? version, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(request, cancellationToken) is not { } actor)
        {
            return Callers.NoOffice();
        }

        if (
            UploadStateEndpoint.NameIn(token) is not { Length: > 0 } name
            || await availability.WaitAsync(ct => intake.FindAsync(name, ct), cancellationToken) is not { } record
            || !await callers.MaySeeAsync(actor, name, record, null, cancellationToken)
        )
        {
            return ProblemResult.NotFound("There was no such upload.");
        }

        var held = record.Outcome == Held ? await availability.WaitAsync(ct => doubtful.FindAsync(name, ct), cancellationToken) : null;
        if (held is null)
        {
            return Conflict($"The upload is not held: it was {record.Outcome}.");
        }

        // The editor confirms what the report showed. A newer upload of the name has another report.
        if (held.Version != record.Version || (version is not null && version != record.Version))
        {
            return Conflict("A newer upload of this name is held. Look at its report, and confirm that one.");
        }

        // Only where nothing waits under the name: confirming twice, or over a newer upload, must not
        // publish the older one.
        var ticket = await entry.TryReturnAsync(held.Upload, cancellationToken);
        return ticket is null
            ? Conflict("A newer upload of this name waits, or this one has just been confirmed.")
            : UploadResult.Of(await entry.OutcomeAsync(ticket), ticket.Upload, site);
    }

    private static ProblemResult Conflict(string detail) => new(StatusCodes.Status409Conflict, "Not to be confirmed", detail);
}
