using Siaran.Actors;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>How this service itself puts uploads into <c>incoming</c>: under its seal, and named by who brings them.</summary>
public sealed class UploadEntry(Inbox inbox, UploadQueue queue, CurrentOffices offices, Availability availability)
{
    /// <summary>Stores an upload, and has it taken.</summary>
    /// <param name="upload">Without actor and seal.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="cancellationToken">Ends it before the upload is stored.</param>
    public async Task<UploadTicket> EnterAsync(NewUpload upload, Actor actor, CancellationToken cancellationToken)
    {
        var whole = await SealAsync(upload, actor, cancellationToken);
        return (
            await queue.EnqueueAsync(
                whole,
                () => availability.WaitAsync<IncomingUpload?>(async ct => await inbox.AddAsync(whole, ct), cancellationToken)
            )
        )!;
    }

    /// <summary>The same for one that was held and is confirmed now; who brought it stays as it was noted.</summary>
    /// <returns>Null where another upload waits under this name.</returns>
    public Task<UploadTicket?> TryReturnAsync(NewUpload upload, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(upload, () => availability.WaitAsync(ct => inbox.TryAddAsync(upload, ct), cancellationToken));

    /// <inheritdoc cref="UploadQueue.OutcomeAsync"/>
    public Task<IngestResult> OutcomeAsync(UploadTicket ticket) => queue.OutcomeAsync(ticket);

    private async Task<NewUpload> SealAsync(NewUpload upload, Actor actor, CancellationToken cancellationToken)
    {
        var named = upload with
        {
            Metadata = upload.Metadata with { Actor = actor.Name, Offices = actor.Offices is { } some ? string.Join(',', some) : null },
        };
        return UploadSeal.Seal(named, await availability.WaitAsync(offices.SecretAsync, cancellationToken));
    }
}
