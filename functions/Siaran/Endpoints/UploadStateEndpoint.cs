using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Tells an uploader what was made of an upload that was answered with 202, and where it is confirmed if it is held.</summary>
public sealed class UploadStateEndpoint(
    Inbox inbox,
    IntakeTable intake,
    ReleaseTable releases,
    DoubtfulUploads doubtful,
    Callers callers,
    Availability availability,
    Site site
)
{
    private const int LongestToken = 2048;

    /// <summary>The address of the state of an upload.</summary>
    public static Uri AddressOf(string upload, Site site) => site.Address("uploads/" + TokenOf(upload));

    internal static string TokenOf(string upload) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(upload));

    /// <summary>200 with the outcome, <c>waiting</c> among them; 404 where there was never such an upload, or it is another
    /// office's.</summary>
    public Task<IResult> ReadAsync(HttpRequest request, string token, CancellationToken cancellationToken) =>
        availability.AnswerAsync("upload", ct => AnswerAsync(request, token, ct), cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (await callers.FindAsync(request, cancellationToken) is not { } actor)
        {
            return Callers.NoOffice();
        }

        if (NameIn(token) is not { } name)
        {
            return NotFound();
        }

        // incoming first: the last record is of an earlier upload of the name while a new one waits.
        var isWaiting = name.Length > 0 && await inbox.HasAsync(name, cancellationToken);
        var record = isWaiting ? null : await intake.FindAsync(name, cancellationToken);
        if (!isWaiting && record is null)
        {
            return NotFound();
        }

        var release = record?.Id is { } id ? (await releases.FindAsync(id, cancellationToken))?.Release : null;
        if (!await callers.MaySeeAsync(actor, name, record, release, cancellationToken))
        {
            return NotFound();
        }

        var isHeld = record?.Outcome == UploadConfirmEndpoint.Held;
        var report = isHeld ? await doubtful.ReportOfAsync(name, cancellationToken) : null;
        return UncachedJson.Of(
            StatusCodes.Status200OK,
            new
            {
                Upload = name,
                Outcome = record?.Outcome ?? "waiting",
                Id = release?.Id.ToString(),
                Address = release is null ? null : site.ReleaseAddress(release.Slug),
                release?.Revision,
                record?.At,
                Confirm = isHeld ? UploadConfirmEndpoint.AddressOf(name, record!.Version, site) : null,
                Report = report is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(report),
            }
        );
    }

    /// <summary>The upload's name; null where the token is none that was given.</summary>
    internal static string? NameIn(string token) =>
        token.Length <= LongestToken && Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : null;

    private static ProblemResult NotFound() => ProblemResult.NotFound("There was no such upload.");
}
