using Siaran.Related.Index;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Related;

/// <summary>What a batch does to the index and to the lists.</summary>
internal sealed class BatchPlan(RankingOptions ranking)
{
    // A plan first and the writes afterwards, because storage has no transaction over the index and the lists: a run that dies before
    // the writes has changed nothing, and one that dies between them is done again with the same result.
    //
    // A new release changes its own list and enters those of its best older neighbours. It could enter many more; five bound the table
    // writes for one release, and the rest see it when they are related again.
    private const int OlderListsEntered = 5;

    private readonly Dictionary<ReleaseId, ListChange> changes = [];
    private readonly Dictionary<Key, HashSet<long>> listedBy = [];
    private readonly HashSet<long> dead = [];
    private readonly List<DocumentSummary> summaries = [];

    public IReadOnlyCollection<ListChange> Changes => changes.Values;

    public Addition Addition => new(summaries, listedBy, dead);

    /// <summary>Rows that were read for the plan and need not be read again; null for those that are not there.</summary>
    public IReadOnlyDictionary<ReleaseId, RelatedRow?> Looked { get; private set; } = new Dictionary<ReleaseId, RelatedRow?>();

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
        var current = batch
            .Where(r => r.Release.VisibilityAt(now) is not Visibility.Embargoed)
            // A release may be in a batch twice, as upload and correction: only its last state may enter the index.
            .GroupBy(r => r.Release.Id)
            .Select(g => g.Last())
            .ToList();
        var visible = current.Where(r => r.Release.VisibilityAt(now) is Visibility.Visible).ToList();
        var gone = current.Except(visible).ToList();
        var known = await plan.FindKnownAsync(at, current, visible, cancellationToken);
        var neighbourhoods = await Neighbourhood.FindAsync(at, visible, known, plan.dead, ranking, cancellationToken);
        plan.Related = visible.Count;
        plan.AddNew(neighbourhoods, known);
        var stored = keepStored
            ? await rows.ReadAsync([.. visible.Select(r => r.Release.Id)], cancellationToken)
            : new Dictionary<ReleaseId, RelatedRow>();
        plan.Looked = keepStored ? visible.ToDictionary(r => r.Release.Id, r => stored.GetValueOrDefault(r.Release.Id)) : plan.Looked;
        foreach (var neighbourhood in neighbourhoods)
        {
            if (stored.TryGetValue(neighbourhood.Document.Summary.Id, out var row))
            {
                plan.Note(neighbourhood.Document.Summary, row.List);
                continue;
            }

            await plan.ChangeOwnAsync(at, neighbourhood, neighbourhoods, cancellationToken);
            plan.EnterOlder(neighbourhood, neighbourhoods);
        }

        // Only a release that existed before can be in someone's list already; for new ones nothing has to be mended.
        var later = visible.Where(r => r.Edition > Edition.First).Select(r => r.Release.Id).ToHashSet();
        await plan.MendAsync(at, rows, neighbourhoods, gone, later, cancellationToken);
        return plan;
    }

    private void AddNew(IReadOnlyList<Neighbourhood> neighbourhoods, Dictionary<ReleaseId, DocumentSummary> known)
    {
        foreach (var neighbourhood in neighbourhoods.Where(n => n.IsNew))
        {
            summaries.Add(neighbourhood.Document.Summary);
            if (known.TryGetValue(neighbourhood.Document.Summary.Id, out var old))
            {
                dead.Add(old.Number);
            }
        }

        summaries.Sort((one, other) => one.Number.CompareTo(other.Number));
    }

    /// <summary>Whether a release enters the index with this batch, or enters it again as it is now.</summary>
    public bool HasNewNumber(DocumentSummary owner) => summaries.Exists(summary => summary.Number == owner.Number);

    /// <summary>Keeps in the index whom the list of <paramref name="owner"/> names.</summary>
    public void Note(DocumentSummary owner, RelatedList list)
    {
        foreach (var named in list.Neighbours.Concat(list.Spare).Concat(list.AlsoPublishedAs))
        {
            Note(Key.ListedBy(named.Id), owner.Number);
        }
    }

    private void Note(Key key, long owner)
    {
        if (!listedBy.TryGetValue(key, out var owners))
        {
            listedBy[key] = owners = [];
        }

        owners.Add(owner);
    }

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
        foreach (var summary in found.Values.OrderBy(s => s.Number))
        {
            if (known.TryGetValue(summary.Id, out var older))
            {
                dead.Add(older.Number);
            }

            known[summary.Id] = summary;
        }

        var seen = visible.Select(r => r.Release.Id).ToHashSet();
        dead.UnionWith(
            current.Where(r => !seen.Contains(r.Release.Id) && known.ContainsKey(r.Release.Id)).Select(r => known[r.Release.Id].Number)
        );
        return known;
    }

    private async Task ChangeOwnAsync(
        Snapshot at,
        Neighbourhood here,
        IReadOnlyList<Neighbourhood> batch,
        CancellationToken cancellationToken
    )
    {
        var summary = here.Document.Summary;
        var change = ChangeOf(summary);
        change.Anew = true;
        var considered = here.Others.Where(o => o.Affinity.IsCopy).Concat(here.Others.Where(o => o.Affinity.IsRelated)).ToList();
        foreach (var (other, affinity) in considered)
        {
            var copies = considered
                .Where(c => c.Other != other && Affinity.AreCopies(c.Other.Summary, other.Summary))
                .Select(c => c.Other.Summary.Id)
                .ToList();
            change.Entering[other.Summary.Id] = Entrant(
                here.Reading,
                here.Document,
                other,
                affinity,
                copies,
                chosen: false,
                onlyInPlace: false
            );
        }

        await EnterChosenAsync(at, here, batch, cancellationToken);
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
            foreach (var listed in EditorsChoice.ListedByKeys(key))
            {
                Note(listed, summary.Number);
            }

            if (await FindAsync(at, batch, key, cancellationToken) is { } chosen && chosen.Summary.Id != summary.Id)
            {
                ChangeOf(summary).Entering[chosen.Summary.Id] = Entrant(
                    here.Reading,
                    here.Document,
                    chosen,
                    Affinity.Of(here.Document, chosen, ranking) with
                    {
                        IsCopy = false,
                    },
                    [],
                    chosen: true,
                    onlyInPlace: false
                );
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
        if (batch.FirstOrDefault(n => EditorsChoice.Names(key, n.Document.Summary.Id, n.Document.Summary.Slug)) is { } here)
        {
            return here.Document;
        }

        var numbers = await at.NumbersAsync(EditorsChoice.NumberKeys(key), cancellationToken);
        var found = await at.SummariesAsync(numbers.SelectMany(n => n).Where(n => !dead.Contains(n)), cancellationToken);
        return found.Values.FirstOrDefault(s => EditorsChoice.Names(key, s.Id, s.Slug)) is { } there ? new(there) : null;
    }

    private void EnterOlder(Neighbourhood here, IReadOnlyList<Neighbourhood> batch)
    {
        var within = batch.Select(n => n.Document.Summary.Number).ToHashSet();
        var copies = here.Others.Where(o => o.Affinity.IsCopy).Select(o => o.Other.Summary.Id).ToList();
        var older = here
            .Others.Where(o =>
                !within.Contains(o.Other.Summary.Number) && (o.Affinity.IsCopy || (o.Affinity.IsRelated && !o.Other.Summary.Closed))
            )
            .OrderByDescending(o => o.Affinity.IsCopy)
            .Take(OlderListsEntered);
        foreach (var (other, affinity) in older)
        {
            var chosen = EditorsChoice.Names(other.Summary, here.Document.Summary);
            ChangeOf(other.Summary).Entering[here.Document.Summary.Id] = Entrant(
                here.Reading,
                other,
                here.Document,
                affinity,
                copies,
                chosen,
                onlyInPlace: false
            );
        }
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
                Mend(owner, here, isLater: later.Contains(summary.Id));
            }
        }

        var lists = await rows.ReadAsync([.. gone.Select(g => g.Release.Id)], cancellationToken);
        var left = gone.ToDictionary(g => g.Release.Id, g => g.Release);
        foreach (var (id, release) in left)
        {
            var copy = lists.TryGetValue(id, out var row) ? row.List.AlsoPublishedAs.FirstOrDefault(c => !left.ContainsKey(c.Id)) : null;
            TakeOut(release, copy, owners[Key.ListedBy(id)].Where(found.ContainsKey).Select(n => found[n]));
        }
    }

    /// <summary>Brings one list that names a release, or waits for it, up to date.</summary>
    private void Mend(DocumentSummary owner, Neighbourhood here, bool isLater)
    {
        var summary = here.Document.Summary;
        if (isLater)
        {
            ChangeOf(owner).IsFence = true;
        }

        if (changes.TryGetValue(owner.Id, out var change) && change.Entering.ContainsKey(summary.Id))
        {
            return;
        }

        var reader = new ScoredDocument(owner);
        var affinity = Affinity.Of(reader, here.Document, ranking);
        var chosen = EditorsChoice.Names(owner, summary);
        if (!chosen && !affinity.IsRelated && !affinity.IsCopy)
        {
            ChangeOf(owner).Leaving[summary.Id] = null;
            return;
        }

        ChangeOf(owner).Entering[summary.Id] = Entrant(
            here.Reading,
            reader,
            here.Document,
            chosen ? affinity with { IsCopy = false } : affinity,
            [],
            chosen,
            onlyInPlace: !chosen
        );
    }

    /// <summary>Takes a withdrawn release out of the lists that name it; a copy of it may take its place.</summary>
    private void TakeOut(Release release, Neighbour? copy, IEnumerable<DocumentSummary> owners)
    {
        foreach (var owner in owners)
        {
            var change = ChangeOf(owner);
            change.Leaving[release.Id] = copy?.Id == owner.Id ? null : copy;
            change.IsFence = true;
        }

        changes[release.Id] = new(release.Id) { Withdrawn = RelatedSubject.Of(release), IsFence = release.EverShown };
    }

    private ListChange ChangeOf(DocumentSummary owner)
    {
        if (!changes.TryGetValue(owner.Id, out var change))
        {
            changes[owner.Id] = change = new(owner.Id) { Owner = owner };
        }

        return change;
    }

    private static Entrant Entrant(
        Reading newest,
        ScoredDocument reader,
        ScoredDocument other,
        Affinity affinity,
        IReadOnlyCollection<ReleaseId> copies,
        bool chosen,
        bool onlyInPlace
    ) =>
        new(
            new()
            {
                Id = other.Summary.Id,
                Slug = other.Summary.Slug,
                Headline = other.Summary.Headline,
                Agency = other.Summary.Agency,
                Language = other.Summary.Language,
                PublishAt = other.Summary.PublishAt,
                Score = Math.Round(affinity.Score, 3),
                Kind = affinity.KindFor(reader.Summary, other.Summary),
                ChosenByEditor = chosen,
                Reasons = Reasons.Of(newest, reader, other, chosen),
            },
            affinity.IsCopy,
            copies,
            onlyInPlace
        );
}
