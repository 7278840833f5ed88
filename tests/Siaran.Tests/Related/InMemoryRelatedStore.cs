using Siaran.Related;
using Siaran.Releases;

namespace Siaran.Tests.Related;

/// <summary>Rows in memory. <see cref="BeforeEach"/> sees every row before it is written, and may throw in its place.</summary>
internal sealed class InMemoryRelatedStore : IRelatedStore
{
    private readonly Dictionary<ReleaseId, (RelatedList List, int Version)> rows = [];
    private readonly Lock gate = new();

    public Action<ReleaseId>? BeforeEach { get; set; }

    public int Writes { get; private set; }

    public int Reads { get; private set; }

    public RelatedList this[ReleaseId id] => rows[id].List;

    public IReadOnlyDictionary<ReleaseId, RelatedList> All => rows.ToDictionary(r => r.Key, r => r.Value.List);

    public Task<IReadOnlyDictionary<ReleaseId, RelatedRow>> ReadAsync(
        IReadOnlyCollection<ReleaseId> ids,
        CancellationToken cancellationToken
    )
    {
        lock (gate)
        {
            Reads += ids.Count;
            IReadOnlyDictionary<ReleaseId, RelatedRow> found = ids.Where(rows.ContainsKey)
                .ToDictionary(id => id, id => new RelatedRow(rows[id].List, $"{rows[id].Version}"));
            return Task.FromResult(found);
        }
    }

    public Task DeleteAsync(ReleaseId id, CancellationToken cancellationToken)
    {
        lock (this.gate)
        {
            this.rows.Remove(id);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyCollection<ReleaseId>> WriteAsync(IReadOnlyCollection<RelatedRow> rows, CancellationToken cancellationToken)
    {
        var refused = new List<ReleaseId>();
        foreach (var row in rows)
        {
            BeforeEach?.Invoke(row.List.Id);
            lock (gate)
            {
                Writes++;
                var current = this.rows.TryGetValue(row.List.Id, out var held) ? held.Version : (int?)null;
                if (current?.ToString(System.Globalization.CultureInfo.InvariantCulture) != row.Version)
                {
                    refused.Add(row.List.Id);
                    continue;
                }

                this.rows[row.List.Id] = (row.List, (current ?? 0) + 1);
            }
        }

        return Task.FromResult<IReadOnlyCollection<ReleaseId>>(refused);
    }
}
