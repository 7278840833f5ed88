using Siaran.Related.Index;
using Siaran.Releases;

namespace Siaran.Related;

/// <summary>What a batch does to the lists of related news: what enters each list, and what leaves it.</summary>
internal sealed class ListChanges(RankingOptions ranking)
{
    // A new release changes its own list and enters those of its best older neighbours. It could enter many more; five bound the table
    // writes for one release, and the rest see it when they are related again.
    private const int OlderListsEntered = 5;

    private readonly Dictionary<ReleaseId, ListChange> changes = [];
    private readonly Dictionary<Key, HashSet<long>> listedBy = [];

    public IReadOnlyCollection<ListChange> All => changes.Values;

    /// <summary>Whose lists name a release, or wait for it.</summary>
    public IReadOnlyDictionary<Key, HashSet<long>> ListedBy => listedBy;

    /// <summary>Keeps in the index whom the list of <paramref name="owner"/> names.</summary>
    public void Note(DocumentSummary owner, RelatedList list)
    {
        foreach (var named in list.Neighbours.Concat(list.Spare).Concat(list.AlsoPublishedAs).Concat(list.Translations))
        {
            Note(Key.ListedBy(named.Id), owner.Number);
        }
    }

    public void Note(Key key, long owner)
    {
        if (!listedBy.TryGetValue(key, out var owners))
        {
            listedBy[key] = owners = [];
        }

        owners.Add(owner);
    }

    /// <summary>Makes a release's own list of all that is near it.</summary>
    public void MakeOwn(Neighbourhood here)
    {
        var summary = here.Document.Summary;
        var change = ChangeOf(summary);
        change.StartsOver = true;
        // A copy is never related (see Affinity), so that nobody is considered twice.
        var considered = here.Others.Where(o => o.Affinity.IsCopy).Concat(here.Others.Where(o => o.Affinity.IsRelated(ranking))).ToList();
        foreach (var (other, affinity) in considered)
        {
            // Who of the others are copies of each other, for a list shows one of them. Quadratic in at
            // most forty.
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
    }

    /// <summary>Puts a release that the editor named into a release's own list, however unlike it is.</summary>
    public void Choose(Neighbourhood here, ScoredDocument chosen) =>
        // An editor's choice is a neighbour even where it is a copy.
        ChangeOf(here.Document.Summary).Entering[chosen.Summary.Id] = Entrant(
            here.Reading,
            here.Document,
            chosen,
            Affinity.Of(here.Document, chosen, here.Reading.NameWords, ranking) with
            {
                IsCopy = false,
            },
            [],
            chosen: true,
            onlyInPlace: false
        );

    /// <summary>Enters a release in the lists of its nearest older neighbours, which are no part of the batch.</summary>
    public void EnterOlder(Neighbourhood here, IReadOnlyList<Neighbourhood> batch)
    {
        // Those of the batch have their own lists in this plan.
        var within = batch.Select(n => n.Document.Summary.Number).ToHashSet();
        var copies = here.Others.Where(o => o.Affinity.IsCopy).Select(o => o.Other.Summary.Id).ToList();
        var older = here
            .Others.Where(o =>
                !within.Contains(o.Other.Summary.Number)
                && (o.Affinity.IsCopy || (o.Affinity.IsRelated(ranking) && !o.Other.Summary.Closed))
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

    /// <summary>Links a release, its original and the other translations to each other.</summary>
    /// <param name="summary">Of the batch.</param>
    /// <param name="others">All that have the same <see cref="DocumentSummary.Root"/> and may be seen.</param>
    public void Link(DocumentSummary summary, IEnumerable<DocumentSummary> others)
    {
        foreach (var other in others)
        {
            ChangeOf(summary).Translations[other.Id] = Line(other);
            ChangeOf(other).Translations[summary.Id] = Line(summary);
        }
    }

    /// <summary>Brings one list that names a release, or waits for it, up to date.</summary>
    public void Mend(DocumentSummary owner, Neighbourhood here, bool isLater)
    {
        var summary = here.Document.Summary;
        if (isLater)
        {
            ChangeOf(owner).IsFence = true;
        }

        // It entered by the loops before, which know its copies too.
        if (changes.TryGetValue(owner.Id, out var change) && change.Entering.ContainsKey(summary.Id))
        {
            return;
        }

        var reader = new ScoredDocument(owner);
        var affinity = Affinity.Of(reader, here.Document, here.Reading.NameWords, ranking);
        var chosen = EditorsChoice.Names(owner, summary);
        if (!chosen && !affinity.IsRelated(ranking) && !affinity.IsCopy)
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
            // ListedBy is never cleared, so that the owner may have dropped the release long ago: it
            // may keep a place that it has, and gets no new one.
            onlyInPlace: !chosen
        );
    }

    /// <summary>Takes a withdrawn release out of the lists that name it; a copy of it may take its place.</summary>
    public void TakeOut(Release release, Neighbour? copy, IEnumerable<DocumentSummary> owners)
    {
        foreach (var owner in owners)
        {
            var change = ChangeOf(owner);
            change.Leaving[release.Id] = copy?.Id == owner.Id ? null : copy;
            change.IsFence = true;
        }

        // A row of its own: whoever asks for the list is answered that the release is gone, and why.
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
            Line(other.Summary) with
            {
                Score = Math.Round(affinity.Score, 3),
                Kind = affinity.KindFor(reader.Summary, other.Summary),
                ChosenByEditor = chosen,
                Reasons = Reasons.Of(newest, reader, other, chosen),
            },
            affinity.IsCopy,
            copies,
            onlyInPlace
        );

    private static Neighbour Line(DocumentSummary summary) =>
        new()
        {
            Id = summary.Id,
            Slug = summary.Slug,
            Headline = summary.Headline,
            Agency = summary.Agency,
            Language = summary.Language,
            PublishAt = summary.PublishAt,
        };
}
