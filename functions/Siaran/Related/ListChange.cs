using Siaran.Releases;

namespace Siaran.Related;

/// <summary>Something that may stand in a list.</summary>
/// <param name="Neighbour">Its line.</param>
/// <param name="IsCopy">Whether it belongs to <see cref="RelatedList.AlsoPublishedAs"/>.</param>
/// <param name="Copies">The ids of its own copies, of which a list shows one.</param>
/// <param name="OnlyInPlace">Whether it may only take its old place and not enter as new.</param>
internal sealed record Entrant(Neighbour Neighbour, bool IsCopy, IReadOnlyCollection<ReleaseId> Copies, bool OnlyInPlace);

/// <summary>What a batch does to the list of one release. Applying it twice is the same as once.</summary>
internal sealed class ListChange(ReleaseId id)
{
    /// <summary>The release whose list it is; null where it may not be seen any more.</summary>
    public DocumentSummary? Owner { get; set; }

    /// <summary>Where it may not be seen any more: what is left to tell of it.</summary>
    public RelatedSubject? Withdrawn { get; init; }

    /// <summary>True where what the list held before counts no more.</summary>
    public bool StartsOver { get; set; }

    /// <summary>
    /// True where an earlier edition of a release of the batch may be about to enter or change the list: then it is written even if it says
    /// the same, so that the other's write is refused.
    /// </summary>
    public bool IsFence { get; set; }

    /// <summary>Who leaves, and the copy that takes its place, if any.</summary>
    public Dictionary<ReleaseId, Neighbour?> Leaving { get; } = [];

    public Dictionary<ReleaseId, Entrant> Entering { get; } = [];

    /// <summary>The original or other translations that enter, or are there already and have changed.</summary>
    public Dictionary<ReleaseId, Neighbour> Translations { get; } = [];

    public ReleaseId Id => id;

    /// <summary>The list as it ought to be, given what is stored.</summary>
    public RelatedList Apply(RelatedList? stored)
    {
        if (Owner is not { } owner)
        {
            return new() { Id = id, Subject = Withdrawn };
        }

        // The owner was withdrawn after the index was read: its list stays shut until it is related again itself.
        if (stored?.Subject is { Status: ReleaseStatus.Withdrawn } && !StartsOver)
        {
            return stored;
        }

        var subject = RelatedSubject.Of(owner);
        var translations = TranslationsOf(stored);
        if (owner.Closed)
        {
            return new()
            {
                Id = id,
                Subject = subject,
                Closed = true,
                AlsoPublishedAs = Copies(stored, translations),
                Translations = translations,
            };
        }

        // A copy or a translation is shown apart and so is no neighbour.
        var copies = Copies(stored, translations);
        var apart = copies.Concat(translations).Select(n => n.Id).ToHashSet();
        var ordered = Ordered(Neighbours(stored).Where(n => !apart.Contains(n.Id)), owner);
        return new()
        {
            Id = id,
            Subject = subject,
            AlsoPublishedAs = copies,
            Translations = translations,
            Neighbours = [.. ordered.Take(RelatedList.MaxNeighbours)],
            Spare = [.. ordered.Skip(RelatedList.MaxNeighbours).Take(RelatedList.MaxSpare)],
        };
    }

    /// <summary>Who is on the list already and stays, who takes the place of whoever leaves, and who enters.</summary>
    private List<Neighbour> Neighbours(RelatedList? stored)
    {
        var held = stored is null || StartsOver ? [] : stored.Neighbours.Concat(stored.Spare).ToList();
        var neighbours = held.Where(n => !Leaving.ContainsKey(n.Id) && !Entering.ContainsKey(n.Id)).ToList();
        // The copy says the same, so it takes over place, score and reasons. Not where the editor
        // chose: the choice was of that release and no other.
        neighbours.AddRange(
            held.Where(n => Leaving.GetValueOrDefault(n.Id) is not null && !n.ChosenByEditor)
                .Select(n => Leaving[n.Id]! with { Score = n.Score, Kind = n.Kind, Reasons = n.Reasons })
        );
        neighbours.AddRange(
            Entering.Values.Where(e => !e.IsCopy && (!e.OnlyInPlace || held.Exists(n => n.Id == e.Neighbour.Id))).Select(e => e.Neighbour)
        );
        return neighbours;
    }

    private List<Neighbour> Ordered(IEnumerable<Neighbour> neighbours, DocumentSummary owner) =>
        OnceEach(
            // A total order, so that applying a change twice gives equal rows and the second is no
            // write.
            neighbours
                .OrderByDescending(n => n.ChosenByEditor)
                .ThenBy(n => Place(owner, n))
                .ThenByDescending(n => n.Language == owner.Language)
                .ThenByDescending(n => n.Score)
                .ThenByDescending(n => n.PublishAt)
                .ThenBy(n => n.Id)
        );

    /// <summary>Whoever the batch brings stays only where it is still said to be one.</summary>
    private List<Neighbour> TranslationsOf(RelatedList? stored)
    {
        var held =
            stored is null || StartsOver
                ? []
                : stored.Translations.Where(n =>
                    !Leaving.ContainsKey(n.Id) && !Entering.ContainsKey(n.Id) && !Translations.ContainsKey(n.Id)
                );
        return
        [
            .. held.Concat(Translations.Values)
                .OrderBy(n => n.Language, StringComparer.Ordinal)
                .ThenBy(n => n.PublishAt)
                .ThenBy(n => n.Id)
                .Take(RelatedList.MaxTranslations),
        ];
    }

    private List<Neighbour> Copies(RelatedList? stored, List<Neighbour> translations)
    {
        var held =
            stored is null || StartsOver
                ? []
                : stored.AlsoPublishedAs.Where(n => !Leaving.ContainsKey(n.Id) && !Entering.ContainsKey(n.Id));
        return
        [
            .. held.Concat(Entering.Values.Where(e => e.IsCopy).Select(e => e.Neighbour))
                .Where(n => translations.TrueForAll(t => t.Id != n.Id))
                .OrderBy(n => n.PublishAt)
                .ThenBy(n => n.Id)
                .Take(RelatedList.MaxNeighbours),
        ];
    }

    /// <summary>Of several copies, the highest one.</summary>
    private List<Neighbour> OnceEach(IEnumerable<Neighbour> ordered)
    {
        var taken = new List<Neighbour>();
        foreach (var neighbour in ordered)
        {
            var isTaken = taken.Exists(t =>
                t.Id == neighbour.Id
                || (Entering.TryGetValue(t.Id, out var there) && there.Copies.Contains(neighbour.Id))
                || (Entering.TryGetValue(neighbour.Id, out var here) && here.Copies.Contains(t.Id))
            );
            // What the editor named stays even as a second copy.
            if (!isTaken || neighbour.ChosenByEditor)
            {
                taken.Add(neighbour);
            }
        }

        return taken;
    }

    private static int Place(DocumentSummary owner, Neighbour neighbour)
    {
        for (var i = 0; neighbour.ChosenByEditor && i < owner.Chosen.Count; i++)
        {
            if (EditorsChoice.Names(owner.Chosen[i], neighbour.Id, neighbour.Slug))
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
