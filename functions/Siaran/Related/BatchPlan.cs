using Siaran.Related.Index;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Related;

/// <summary>What a batch does to the index and to the lists.</summary>
internal sealed class BatchPlan(Signals signals)
{
    private const int OlderListsEntered = 5;

    private readonly Dictionary<ReleaseId, ListChange> changes = [];
    private readonly Dictionary<Key, HashSet<long>> listedBy = [];
    private readonly HashSet<long> dead = [];
    private readonly List<Sketch> sketches = [];

    public IReadOnlyCollection<ListChange> Changes => this.changes.Values;

    public Addition Addition => new(this.sketches, this.listedBy, this.dead);

    /// <summary>How many releases of the batch may be seen.</summary>
    public int Related { get; private set; }

    /// <param name="at">The archive.</param>
    /// <param name="rows">To be read, not written.</param>
    /// <param name="batch">Releases in their current revision.</param>
    /// <param name="keepStored">Whether the lists that are stored already stay as they are, for rebuilding.</param>
    /// <param name="signals">What counts.</param>
    /// <param name="now">Decides what may be seen.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<BatchPlan> MakeAsync(
        Snapshot at, IRelatedStore rows, IReadOnlyList<TaggedRelease> batch, bool keepStored, Signals signals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = new BatchPlan(signals);
        var current = batch.Where(r => r.Release.At(now) is not Visibility.Embargoed).GroupBy(r => r.Release.Id).Select(g => g.Last()).ToList();
        var visible = current.Where(r => r.Release.At(now) is Visibility.Visible).ToList();
        var gone = current.Except(visible).ToList();
        var known = await plan.FindKnownAsync(at, current, visible, cancellationToken);
        var neighbourhoods = await Neighbourhood.FindAsync(at, visible, known, plan.dead, signals, cancellationToken);
        plan.Related = visible.Count;
        foreach (var neighbourhood in neighbourhoods.Where(n => n.IsNew))
        {
            plan.sketches.Add(neighbourhood.Portrait.Sketch);
            if (known.TryGetValue(neighbourhood.Portrait.Sketch.Id, out var old))
            {
                plan.dead.Add(old.Number);
            }
        }

        plan.sketches.Sort((one, other) => one.Number.CompareTo(other.Number));
        var stored = keepStored ? await rows.ReadAsync([.. visible.Select(r => r.Release.Id)], cancellationToken) : new Dictionary<ReleaseId, RelatedRow>();
        foreach (var neighbourhood in neighbourhoods)
        {
            if (stored.TryGetValue(neighbourhood.Portrait.Sketch.Id, out var row))
            {
                plan.Note(neighbourhood.Portrait.Sketch, row.List);
                continue;
            }

            await plan.ChangeOwnAsync(at, neighbourhood, neighbourhoods, cancellationToken);
            plan.EnterOlder(neighbourhood, neighbourhoods);
        }

        var later = visible.Where(r => r.Edition > Edition.First).Select(r => r.Release.Id).ToHashSet();
        await plan.MendAsync(at, rows, neighbourhoods, gone, later, cancellationToken);
        return plan;
    }

    /// <summary>Keeps in the index whom the list of <paramref name="owner"/> names.</summary>
    public void Note(Sketch owner, RelatedList list)
    {
        foreach (var named in list.Neighbours.Concat(list.Spare).Concat(list.AlsoPublishedAs))
        {
            Note(Key.ListedBy(named.Id), owner.Number);
        }
    }

    private void Note(Key key, long owner)
    {
        if (!this.listedBy.TryGetValue(key, out var owners))
        {
            this.listedBy[key] = owners = [];
        }

        owners.Add(owner);
    }

    private async Task<Dictionary<ReleaseId, Sketch>> FindKnownAsync(Snapshot at, List<TaggedRelease> current, List<TaggedRelease> visible, CancellationToken cancellationToken)
    {
        var numbers = await at.NumbersAsync(current.Select(r => Key.Number(r.Release.Id)), cancellationToken);
        var sketches = await at.SketchesAsync(numbers.SelectMany(n => n), cancellationToken);
        var known = new Dictionary<ReleaseId, Sketch>();
        foreach (var sketch in sketches.Values.OrderBy(s => s.Number))
        {
            if (known.TryGetValue(sketch.Id, out var older))
            {
                this.dead.Add(older.Number);
            }

            known[sketch.Id] = sketch;
        }

        var seen = visible.Select(r => r.Release.Id).ToHashSet();
        this.dead.UnionWith(current.Where(r => !seen.Contains(r.Release.Id) && known.ContainsKey(r.Release.Id)).Select(r => known[r.Release.Id].Number));
        return known;
    }

    private async Task ChangeOwnAsync(Snapshot at, Neighbourhood here, IReadOnlyList<Neighbourhood> batch, CancellationToken cancellationToken)
    {
        var sketch = here.Portrait.Sketch;
        var change = ChangeOf(sketch);
        change.Anew = true;
        var considered = here.Others.Where(o => o.Affinity.IsCopy).Concat(here.Others.Where(o => o.Affinity.IsRelated)).ToList();
        foreach (var (other, affinity) in considered)
        {
            var copies = considered.Where(c => c.Other != other && Affinity.AreCopies(c.Other.Sketch, other.Sketch)).Select(c => c.Other.Sketch.Id).ToList();
            change.Entering[other.Sketch.Id] = Entrant(here.Reading, here.Portrait, other, affinity, copies, chosen: false, onlyInPlace: false);
        }

        foreach (var key in sketch.Chosen)
        {
            foreach (var listed in EditorsChoice.ListedByKeys(key))
            {
                Note(listed, sketch.Number);
            }

            if (await FindAsync(at, batch, key, cancellationToken) is { } chosen && chosen.Sketch.Id != sketch.Id)
            {
                change.Entering[chosen.Sketch.Id] = Entrant(here.Reading, here.Portrait, chosen, Affinity.Of(here.Portrait, chosen, signals) with { IsCopy = false }, [], chosen: true, onlyInPlace: false);
            }
        }
    }

    private async Task<Portrait?> FindAsync(Snapshot at, IReadOnlyList<Neighbourhood> batch, string key, CancellationToken cancellationToken)
    {
        if (batch.FirstOrDefault(n => EditorsChoice.Names(key, n.Portrait.Sketch.Id, n.Portrait.Sketch.Slug)) is { } here)
        {
            return here.Portrait;
        }

        var numbers = await at.NumbersAsync(EditorsChoice.NumberKeys(key), cancellationToken);
        var sketches = await at.SketchesAsync(numbers.SelectMany(n => n).Where(n => !this.dead.Contains(n)), cancellationToken);
        return sketches.Values.FirstOrDefault(s => EditorsChoice.Names(key, s.Id, s.Slug)) is { } there ? new(there) : null;
    }

    private void EnterOlder(Neighbourhood here, IReadOnlyList<Neighbourhood> batch)
    {
        var within = batch.Select(n => n.Portrait.Sketch.Number).ToHashSet();
        var copies = here.Others.Where(o => o.Affinity.IsCopy).Select(o => o.Other.Sketch.Id).ToList();
        var older = here.Others
            .Where(o => !within.Contains(o.Other.Sketch.Number) && (o.Affinity.IsCopy || (o.Affinity.IsRelated && !o.Other.Sketch.Closed)))
            .OrderByDescending(o => o.Affinity.IsCopy)
            .Take(OlderListsEntered);
        foreach (var (other, affinity) in older)
        {
            var chosen = EditorsChoice.Names(other.Sketch, here.Portrait.Sketch);
            ChangeOf(other.Sketch).Entering[here.Portrait.Sketch.Id] = Entrant(here.Reading, other, here.Portrait, affinity, copies, chosen, onlyInPlace: false);
        }
    }

    /// <summary>Brings the lists that name a release of the batch, or wait for it, up to date.</summary>
    private async Task MendAsync(Snapshot at, IRelatedStore rows, IReadOnlyList<Neighbourhood> batch, List<TaggedRelease> gone, HashSet<ReleaseId> later, CancellationToken cancellationToken)
    {
        var owners = await at.NumbersAsync(
            batch.SelectMany(n => new[] { Key.ListedBy(n.Portrait.Sketch.Id), Key.ListedBy(n.Portrait.Sketch.Slug) }).Concat(gone.Select(g => Key.ListedBy(g.Release.Id))), cancellationToken);
        var sketches = await at.SketchesAsync(owners.SelectMany(o => o).Where(n => !this.dead.Contains(n)), cancellationToken);
        foreach (var here in batch)
        {
            var sketch = here.Portrait.Sketch;
            var waiting = owners[Key.ListedBy(sketch.Id)].Concat(owners[Key.ListedBy(sketch.Slug)]).Distinct().Where(sketches.ContainsKey).Select(n => sketches[n]).ToList();
            foreach (var owner in waiting.Where(o => o.Id != sketch.Id && later.Contains(sketch.Id)))
            {
                ChangeOf(owner).IsFence = true;
            }

            foreach (var owner in waiting.Where(o => o.Id != sketch.Id && (!this.changes.TryGetValue(o.Id, out var c) || !c.Entering.ContainsKey(sketch.Id))))
            {
                var portrait = new Portrait(owner);
                var affinity = Affinity.Of(portrait, here.Portrait, signals);
                var chosen = EditorsChoice.Names(owner, sketch);
                if (chosen || affinity.IsRelated || affinity.IsCopy)
                {
                    ChangeOf(owner).Entering[sketch.Id] = Entrant(here.Reading, portrait, here.Portrait, chosen ? affinity with { IsCopy = false } : affinity, [], chosen, onlyInPlace: !chosen);
                }
                else
                {
                    ChangeOf(owner).Leaving[sketch.Id] = null;
                }
            }
        }

        var lists = await rows.ReadAsync([.. gone.Select(g => g.Release.Id)], cancellationToken);
        var left = gone.ToDictionary(g => g.Release.Id, g => g.Release);
        foreach (var (id, release) in left)
        {
            var copy = lists.TryGetValue(id, out var row) ? row.List.AlsoPublishedAs.FirstOrDefault(c => !left.ContainsKey(c.Id)) : null;
            foreach (var owner in owners[Key.ListedBy(id)].Where(sketches.ContainsKey).Select(n => sketches[n]))
            {
                var change = ChangeOf(owner);
                change.Leaving[id] = copy?.Id == owner.Id ? null : copy;
                change.IsFence = true;
            }

            this.changes[id] = new(id) { Withdrawn = RelatedSubject.Of(release), IsFence = release.EverShown };
        }
    }

    private ListChange ChangeOf(Sketch owner)
    {
        if (!this.changes.TryGetValue(owner.Id, out var change))
        {
            this.changes[owner.Id] = change = new(owner.Id) { Owner = owner };
        }

        return change;
    }

    private static Entrant Entrant(
        Reading newest, Portrait reader, Portrait other, Affinity affinity, IReadOnlyCollection<ReleaseId> copies, bool chosen, bool onlyInPlace) => new(
            new()
            {
                Id = other.Sketch.Id,
                Slug = other.Sketch.Slug,
                Headline = other.Sketch.Headline,
                Agency = other.Sketch.Agency,
                Language = other.Sketch.Language,
                PublishAt = other.Sketch.PublishAt,
                Score = Math.Round(affinity.Score, 3),
                Kind = affinity.KindFor(reader.Sketch, other.Sketch),
                ChosenByEditor = chosen,
                Reasons = Reasons.Of(newest, reader, other, chosen),
            },
            affinity.IsCopy,
            copies,
            onlyInPlace);
}
