using System.Security.Cryptography;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>Links to the preview of a draft for whoever has no part in the desk. Making and ending one is noted in the audit.</summary>
public sealed class DraftShares(Drafts drafts, DraftTable table, CurrentOffices offices, DraftReviews reviews)
{
    private const string Purpose = "preview";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    /// <returns>Null where nobody has such a link, or all of them were ended.</returns>
    public async Task<DraftShare?> FindAsync(OpenDraft open, DateTimeOffset now, CancellationToken cancellationToken) =>
        await table.FindShareAsync(open.Id, cancellationToken) is { } share && share.EndsAt > now ? share : null;

    /// <summary>A further link; those that were made before go on.</summary>
    /// <returns>What stands for the draft in its address.</returns>
    public async Task<string> BeginAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        var ends = visit.Now + Lasts;
        var held = await FindAsync(open, visit.Now, cancellationToken);
        var share = new DraftShare(held?.Key ?? RandomNumberGenerator.GetHexString(16, lowercase: true), visit.User.Name, ends);
        await table.ShareAsync(open.Id, share, cancellationToken);
        await reviews.NoteAsync(visit, open, "shared", cancellationToken);
        return DeskSession.Write(Purpose, $"{open.Id}.{share.Key}", ends, visit.Secret);
    }

    /// <summary>Ends every link to it.</summary>
    public async Task EndAsync(DeskVisit visit, OpenDraft open, CancellationToken cancellationToken)
    {
        await table.EndShareAsync(open.Id, cancellationToken);
        await reviews.NoteAsync(visit, open, "unshared", cancellationToken);
    }

    /// <returns>Null where the link was not made here, has ended or was ended, or its draft is gone.</returns>
    public async Task<OpenDraft?> OpenAsync(string token, DateTimeOffset now, CancellationToken cancellationToken) =>
        DeskSession.Read(Purpose, token, now, await offices.SecretAsync(cancellationToken))?.Split('.') is [var id, var key]
        && await drafts.FindAsync(id, cancellationToken) is { } open
        && (await FindAsync(open, now, cancellationToken))?.Key == key
            ? open
            : null;
}
