using System.Globalization;
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
        var originals = await accepted.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var batches = ThatMadeRevisions(originals)
            .GroupBy(original => original.Batch, StringComparer.Ordinal)
            .ToDictionary(batch => batch.Key, batch => batch.ToList(), StringComparer.Ordinal);
        await foreach (var batchId in journal.ReleasedAsync(cancellationToken))
        {
            batches[batchId] = [];
        }

        return [.. batches.Select(batch => new PastBatch(batch.Key, batch.Value)).OrderBy(past => past.BatchId, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Of all originals those that made a revision, each in a batch that is not before that of the revision before it: instances whose
    /// clocks differ may have noted that otherwise.
    /// </summary>
    public static IEnumerable<AcceptedOriginal> ThatMadeRevisions(IEnumerable<AcceptedOriginal> originals)
    {
        foreach (var release in originals.GroupBy(original => original.Id))
        {
            // Within a release the revision's number is the truth and the clock is not: where clocks of
            // instances differ, a batch is moved up to the one before it.
            AcceptedOriginal? before = null;
            foreach (var original in OneForEachRevision(release))
            {
                before =
                    original.Revision is not null && before?.Revision is not null && string.CompareOrdinal(original.Batch, before.Batch) < 0
                        ? original with
                        {
                            Batch = before.Batch,
                            CollectedAt = before.CollectedAt,
                        }
                        : original;
                yield return before;
            }
        }
    }

    /// <summary>
    /// A try that was cut short leaves an original that made no revision where its blob was replaced before the next: the upload that was
    /// kept later as the same revision is the one that made it.
    /// </summary>
    private static IEnumerable<AcceptedOriginal> OneForEachRevision(IEnumerable<AcceptedOriginal> ofRelease) =>
        ofRelease
            .GroupBy(original => original.Revision?.ToString(CultureInfo.InvariantCulture) ?? original.Blob)
            .Select(same =>
                same.OrderBy(original => original.CollectedAt)
                    .ThenBy(original => original.Batch, StringComparer.Ordinal)
                    .ThenBy(original => original.Blob, StringComparer.Ordinal)
                    .Last()
            )
            .OrderBy(original => original.Revision ?? 0);

    /// <summary>Notes in a table the outcome of uploads that made no revision, unless it knows something later.</summary>
    public async Task RecordUploadsAsync(IntakeTable intake, CancellationToken cancellationToken)
    {
        await foreach (var record in journal.UploadsAsync(cancellationToken))
        {
            if (await intake.FindAsync(record.Name, cancellationToken) is not { } known || IsBefore(known, record))
            {
                await intake.RecordAsync(record, cancellationToken);
            }
        }
    }

    // An upload may have been closed after a later one of its name.
    private static bool IsBefore(IntakeRecord one, IntakeRecord other) =>
        one.UploadedAt is { } first && other.UploadedAt is { } second && first != second ? first < second : one.At < other.At;
}
