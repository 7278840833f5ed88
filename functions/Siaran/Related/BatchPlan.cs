using Siaran.Related.Index;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>What a batch does to the index and to the lists.</summary>
internal sealed class BatchPlan(RankingOptions ranking)
{
    // A plan first and the writes afterwards, because storage has no transaction over the index and the lists: a run that dies before
    // the writes has changed nothing, and one that dies between them is done again with the same result.
    private readonly ListChanges lists = new(ranking);
    private readonly HashSet<long> dead = [];
    private readonly List<DocumentSummary> summaries = [];
    private readonly List<FoundDocument> documents = [];

    /// <summary>The lists that change.</summary>
    public IReadOnlyCollection<ListChange> Changes => lists.All;

    public Addition Addition => new(summaries, lists.ListedBy, documents, dead);

    /// <summary>Rows that were read for the plan and need not be read again; null for those that are not there.</summary>
    public IReadOnlyDictionary<ReleaseId, RelatedRow?> RowsRead { get; private set; } = new Dictionary<ReleaseId, RelatedRow?>();

    /// <summary>How many releases of the batch may be seen.</summary>
    public int Related { get; private set; }

    /// <param name="at">The archive.</param>
    /// <param name="rows">To be read, not written.</param>
    /// <param name="batch">Releases in their current revision.</param>
    /// <param name="keepStored">Whether the lists that are stored already stay as they are, for rebuilding.</param>
    /// <param name="ranking">What counts.</param>
    /// <param name="now">Decides what may be seen.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<BatchPlan> MakeAsync(
        Snapshot at,
        IRelatedStore rows,
        IReadOnlyList<TaggedRelease> batch,
        bool keepStored,
        RankingOptions ranking,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var plan = new BatchPlan(ranking);
        var current = CurrentOf(batch, now);
        var visible = current.Where(r => r.Release.VisibilityAt(now) is Visibility.Visible).ToList();
        var gone = current.Except(visible).ToList();
        var known = await plan.FindKnownAsync(at, current, visible, cancellationToken);
        var neighbourhoods = await Neighbourhood.FindAsync(at, visible, known, plan.dead, ranking, cancellationToken);
        plan.AddNew(neighbourhoods, known);
        // Where the index is built again the lists are true already. They are read to be noted in it,
        // not to be changed.
        var stored = keepStored
            ? await rows.ReadAsync([.. visible.Select(r => r.Release.Id)], cancellationToken)
            : new Dictionary<ReleaseId, RelatedRow>();
        plan.RowsRead = keepStored ? visible.ToDictionary(r => r.Release.Id, r => stored.GetValueOrDefault(r.Release.Id)) : plan.RowsRead;
        foreach (var neighbourhood in neighbourhoods)
        {
            if (stored.TryGetValue(neighbourhood.Document.Summary.Id, out var row))
            {
                plan.lists.Note(neighbourhood.Document.Summary, row.List);
                continue;
            }

            plan.lists.MakeOwn(neighbourhood);
            await plan.EnterChosenAsync(at, neighbourhood, neighbourhoods, cancellationToken);
            plan.lists.EnterOlder(neighbourhood, neighbourhoods);
        }

        var remade = neighbourhoods.Where(n => !stored.ContainsKey(n.Document.Summary.Id));
        await plan.LinkTranslationsAsync(at, remade, neighbourhoods, cancellationToken);
        // Only a release that existed before can be in someone's list already; for new ones nothing has to be mended.
        var later = visible.Where(r => r.Edition > Edition.First).Select(r => r.Release.Id).ToHashSet();
        await plan.MendAsync(at, rows, neighbourhoods, gone, later, cancellationToken);
        return plan;
    }

    private static List<TaggedRelease> CurrentOf(IReadOnlyList<TaggedRelease> batch, DateTimeOffset now) =>
        [
            .. batch
                .Where(r => r.Release.VisibilityAt(now) is not Visibility.Embargoed)
                // A release may be in a batch twice, as upload and correction: only its last state may enter the index.
                .GroupBy(r => r.Release.Id)
                .Select(g => g.Last()),
        ];

    private void AddNew(IReadOnlyList<Neighbourhood> neighbourhoods, Dictionary<ReleaseId, DocumentSummary> known)
    {
        Related = neighbourhoods.Count;
        foreach (var neighbourhood in neighbourhoods.Where(n => n.IsNew))
        {
            summaries.Add(neighbourhood.Document.Summary);
            documents.Add(new(neighbourhood.Document.Summary.Number, neighbourhood.Reading.Tagged));
            if (known.TryGetValue(neighbourhood.Document.Summary.Id, out var old))
            {
                dead.Add(old.Number);
            }
        }

        summaries.Sort((one, other) => one.Number.CompareTo(other.Number));
        documents.Sort((one, other) => one.Number.CompareTo(other.Number));
    }

    /// <summary>Keeps in the index whom the list of <paramref name="owner"/> names.</summary>
    public void Note(DocumentSummary owner, RelatedList list) => lists.Note(owner, list);

    /// <summary>Whether a release enters the index with this batch, or enters it again as it is now.</summary>
    public bool HasNewNumber(DocumentSummary owner) => summaries.Exists(summary => summary.Number == owner.Number);

    private async Task<Dictionary<ReleaseId, DocumentSummary>> FindKnownAsync(
        Snapshot at,
        List<TaggedRelease> current,
        List<TaggedRelease> visible,
        CancellationToken cancellationToken
    )
    {
        var numbers = await at.NumbersAsync(current.Select(r => Key.Number(r.Release.Id)), cancellationToken);
        var found = await at.SummariesAsync(numbers.SelectMany(n => n), cancellationToken);
        var known = new Dictionary<ReleaseId, DocumentSummary>();
        // The highest number is the newest. Should more than one still be alive, the others end here.
        foreach (var summary in found.Values.OrderBy(s => s.Number))
        {
            if (known.TryGetValue(summary.Id, out var older))
            {
                dead.Add(older.Number);
            }

            known[summary.Id] = summary;
        }

        // Withdrawn, or under an embargo again: what the index has of them counts no more.
        var seen = visible.Select(r => r.Release.Id).ToHashSet();
        dead.UnionWith(
            current.Where(r => !seen.Contains(r.Release.Id) && known.ContainsKey(r.Release.Id)).Select(r => known[r.Release.Id].Number)
        );
        return known;
    }

    /// <summary>Those whom the release's editor named, whatever their likeness.</summary>
    private async Task EnterChosenAsync(
        Snapshot at,
        Neighbourhood here,
        IReadOnlyList<Neighbourhood> batch,
        CancellationToken cancellationToken
    )
    {
        var summary = here.Document.Summary;
        foreach (var key in summary.Chosen)
        {
            // Noted even where no such release is there: it may be uploaded tomorrow, and then finds
            // who waits for it.
            foreach (var listed in EditorsChoice.ListedByKeys(key))
            {
                lists.Note(listed, summary.Number);
            }

            if (await FindAsync(at, batch, key, cancellationToken) is { } chosen && chosen.Summary.Id != summary.Id)
            {
                lists.Choose(here, chosen);
            }
        }
    }

    /// <summary>Original and translations find each other, whichever came first.</summary>
    private async Task LinkTranslationsAsync(
        Snapshot at,
        IEnumerable<Neighbourhood> remade,
        IReadOnlyList<Neighbourhood> batch,
        CancellationToken cancellationToken
    )
    {
        var current = batch.Select(n => n.Document.Summary).ToDictionary(s => s.Id);
        var roots = remade.Select(n => n.Document.Summary).ToLookup(s => s.Root);
        // One look-up for the batch; most releases have no translation and are none, so that it finds nothing to read.
        var numbers = await at.NumbersAsync(
            roots.SelectMany(root => new[] { Key.Number(root.Key), Key.Translations(root.Key) }),
            cancellationToken
        );
        var named = roots.SelectMany(root =>
            root.Any(s => s.TranslationOf is not null) || numbers[Key.Translations(root.Key)].Any()
                ? numbers[Key.Number(root.Key)].Concat(numbers[Key.Translations(root.Key)])
                : []
        );
        var archive = await at.SummariesAsync(named.Where(n => !dead.Contains(n)), cancellationToken);
        foreach (var root in roots)
        {
            // What the batch brings counts, not what the archive has of it. A collision of keys is found out here.
            var family = archive
                .Values.Where(s => !current.ContainsKey(s.Id))
                .Concat(current.Values)
                .Where(s => s.Root == root.Key)
                .ToList();
            foreach (var summary in root)
            {
                lists.Link(summary, family.Where(s => s.Id != summary.Id).OrderBy(s => s.Number).Take(RelatedList.MaxTranslations));
            }
        }
    }

    private async Task<ScoredDocument?> FindAsync(
        Snapshot at,
        IReadOnlyList<Neighbourhood> batch,
        string key,
        CancellationToken cancellationToken
    )
    {
        // A release of this batch is not in the index yet.
        if (batch.FirstOrDefault(n => EditorsChoice.Names(key, n.Document.Summary.Id, n.Document.Summary.Slug)) is { } here)
        {
            return here.Document;
        }

        var numbers = await at.NumbersAsync(EditorsChoice.NumberKeys(key), cancellationToken);
        var found = await at.SummariesAsync(numbers.SelectMany(n => n).Where(n => !dead.Contains(n)), cancellationToken);
        return found.Values.FirstOrDefault(s => EditorsChoice.Names(key, s.Id, s.Slug)) is { } there ? new(there) : null;
    }

    /// <summary>Brings the lists that name a release of the batch, or wait for it, up to date.</summary>
    private async Task MendAsync(
        Snapshot at,
        IRelatedStore rows,
        IReadOnlyList<Neighbourhood> batch,
        List<TaggedRelease> gone,
        HashSet<ReleaseId> later,
        CancellationToken cancellationToken
    )
    {
        // One look-up for all of the batch: who names a release, by id or slug, or waits for it.
        var owners = await at.NumbersAsync(
            batch
                .SelectMany(n => new[] { Key.ListedBy(n.Document.Summary.Id), Key.ListedBy(n.Document.Summary.Slug) })
                .Concat(gone.Select(g => Key.ListedBy(g.Release.Id))),
            cancellationToken
        );
        var found = await at.SummariesAsync(owners.SelectMany(o => o).Where(n => !dead.Contains(n)), cancellationToken);
        foreach (var here in batch)
        {
            var summary = here.Document.Summary;
            var waiting = owners[Key.ListedBy(summary.Id)]
                .Concat(owners[Key.ListedBy(summary.Slug)])
                .Distinct()
                .Where(found.ContainsKey)
                .Select(n => found[n])
                .Where(o => o.Id != summary.Id)
                .ToList();
            foreach (var owner in waiting)
            {
                lists.Mend(owner, here, isLater: later.Contains(summary.Id));
            }
        }

        var goneRows = await rows.ReadAsync([.. gone.Select(g => g.Release.Id)], cancellationToken);
        var left = gone.ToDictionary(g => g.Release.Id, g => g.Release);
        foreach (var (id, release) in left)
        {
            // A copy that may still be seen takes the place of a withdrawn release: it says the same to
            // the same readers.
            var copy = goneRows.TryGetValue(id, out var row) ? row.List.AlsoPublishedAs.FirstOrDefault(c => !left.ContainsKey(c.Id)) : null;
            lists.TakeOut(release, copy, owners[Key.ListedBy(id)].Where(found.ContainsKey).Select(n => found[n]));
        }
    }
}
