using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>A batch that was collected, or embargoes that ended where it holds no originals.</summary>
public sealed record PastBatch(string BatchId, IReadOnlyList<AcceptedOriginal> Originals);

/// <summary>All that collecting did, as the originals in <c>accepted</c> and the journal tell it.</summary>
public sealed class IngestHistory(AcceptedUploads accepted, Journal journal)
{
    /// <summary>Every batch, oldest first.</summary>
    public async Task<IReadOnlyList<PastBatch>> ReadAsync(CancellationToken cancellationToken)
    {
        var batches = new Dictionary<string, List<AcceptedOriginal>>(StringComparer.Ordinal);
        await foreach (var original in accepted.ListAsync(cancellationToken))
        {
            if (!batches.TryGetValue(original.Batch, out var batch))
            {
                batches[original.Batch] = batch = [];
            }

            batch.Add(original);
        }

        await foreach (var batchId in journal.ReleasedAsync(cancellationToken))
        {
            batches[batchId] = [];
        }

        return [.. batches.Select(batch => new PastBatch(batch.Key, batch.Value)).OrderBy(past => past.BatchId, StringComparer.Ordinal)];
    }

    /// <summary>Notes in a table the outcome of uploads that made no revision, unless it knows something later.</summary>
    public async Task RecordUploadsAsync(IntakeTable intake, CancellationToken cancellationToken)
    {
        await foreach (var record in journal.UploadsAsync(cancellationToken))
        {
            if (await intake.FindAsync(record.Name, cancellationToken) is not { } newer || newer.At < record.At)
            {
                await intake.RecordAsync(record, cancellationToken);
            }
        }
    }
}
