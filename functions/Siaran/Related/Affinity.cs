using Siaran.Related.Words;

namespace Siaran.Related;

/// <summary>How two releases stand to each other. The same whichever of them is asked about.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Own">The cosine of their own words.</param>
/// <param name="Breadth">
/// The part of <paramref name="Own"/> that is left without the names of whom and what both name, and without the word that ties them most.
/// </param>
/// <param name="Keywords">How strongly keywords tie them that editors gave both.</param>
/// <param name="SharesRegulation">Both cite one regulation, which is reason enough even where their words differ.</param>
/// <param name="IsCopy">One is the other, but for the office or a light rewrite.</param>
internal sealed record Affinity(double Score, double Own, double Breadth, double Keywords, bool SharesRegulation, bool IsCopy)
{
    /// <summary>
    /// Below it no more than a third of the neighbours are on the same matter: a short list serves readers better than one that is filled
    /// up. The floor of breadth does more, and is chosen with the weights.
    /// </summary>
    private const double Floor = 0.15;

    /// <summary>The same for two that cite one regulation.</summary>
    private const double FloorOfRegulation = 0.1;

    private const double StrongestTie = 0.9;

    // Half of all pairs of neighbouring stems in common. A light rewrite has them; two reports on one
    // event rarely do.
    private const double CopyFrom = 0.5;
    private const double CopyOfFiguresFrom = 0.4;
    private const int MostDaysApart = 3;
    private const double DaysToFade = 120;
    private const double SameEventFrom = 0.35;
    private const double SameSeriesFrom = 0.45;

    /// <summary>Whether a list has room for it at all.</summary>
    // One word in common is no matter in common, however rare it is: "ham" is a club and a right.
    // A keyword of the editors' makes up for what is missing, for they say that it is one matter.
    public bool IsRelated(RankingOptions ranking) =>
        !IsCopy
        && (
            SharesRegulation
                ? Score >= FloorOfRegulation
                : Score >= Floor && Breadth + Keywords >= ranking.Breadth && Own + Keywords >= ranking.Own
        );

    /// <summary>Compares two releases.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="names">The words of names by their tags, of either of the two: <see cref="Reading.NameWords"/>.</param>
    /// <param name="ranking">What counts.</param>
    public static Affinity Of(
        ScoredDocument one,
        ScoredDocument other,
        IReadOnlyDictionary<uint, IReadOnlySet<uint>> names,
        RankingOptions ranking
    )
    {
        // Two cosines with two tasks. The one with borrowed words ranks, since it finds one matter in
        // other words; the one of their own words says what they are to each other, since borrowed
        // words make all on one matter alike.
        var own = one.Words.Own(other.Words);
        var words = one.Words.Spread(other.Words);
        var (tags, regulation) = SharedTags(one.Summary, other.Summary, ranking.Tags);
        var days = Math.Abs((one.Summary.PublishAt - other.Summary.PublishAt).TotalDays);
        // What implements one regulation stays related for as long as the regulation holds.
        var closeness = regulation ? 1 : Math.Exp(-days / DaysToFade);
        // A noisy or: words and tags are two reasons to be related, and either suffices. Time only lowers it.
        var score = (1 - ((1 - words) * (1 - tags))) * (1 - ranking.Time + (ranking.Time * closeness));
        return new(
            score,
            own,
            BreadthOf(one, other, names),
            KeywordsOf(one.Summary, other.Summary),
            regulation,
            AreCopies(one.Summary, other.Summary)
        );
    }

    /// <summary>Whether two releases say the same in nearly the same words, of the same days and with the same figures.</summary>
    // Translations are no copies: their words differ, and readers want both. Neither is one form that an office fills in for each
    // earthquake, price list or roll of the dead: a copy keeps its figures, and the names in its headline.
    public static bool AreCopies(DocumentSummary one, DocumentSummary other) =>
        one.Language == other.Language
        && Signature.Similarity(one.Signature, other.Signature) >= CopyFrom
        && !HeadlineForm.IsShared(one.Headline, other.Headline)
        && (Signature.OfTheirFigures(one.Signature, other.Signature) ?? 1) >= CopyOfFiguresFrom
        && !(one.EventDate is { } day && other.EventDate is { } otherDay && Math.Abs(day.DayNumber - otherDay.DayNumber) > MostDaysApart);

    /// <summary>What <paramref name="other"/> is to <paramref name="one"/>.</summary>
    public RelationKind KindFor(DocumentSummary one, DocumentSummary other)
    {
        if (Own >= SameEventFrom && IsSameDay(one, other))
        {
            return RelationKind.SameEvent;
        }

        return Own >= SameSeriesFrom ? RelationKind.SameSeries
            : other.PublishAt > one.PublishAt ? RelationKind.Later
            : RelationKind.Earlier;
    }

    // The day of the event where both know it, for a report may come days later. Else the time of
    // publishing, with room for an evening.
    private static bool IsSameDay(DocumentSummary one, DocumentSummary other) =>
        one.EventDate is { } day && other.EventDate is { } otherDay
            ? Math.Abs(day.DayNumber - otherDay.DayNumber) <= 1
            : Math.Abs((one.PublishAt - other.PublishAt).TotalDays) <= 1.5;

    private static double BreadthOf(ScoredDocument one, ScoredDocument other, IReadOnlyDictionary<uint, IReadOnlySet<uint>> names)
    {
        // Whatever a minister does carries the name, the office and the ministry: all names of both are
        // taken out, and not only the strongest.
        var shared = one.Summary.Tags.Select(tag => tag.Tag).Intersect(other.Summary.Tags.Select(tag => tag.Tag));
        var named = shared.Where(names.ContainsKey).SelectMany(tag => names[tag]).ToHashSet();
        var (all, strongest) = (0.0, 0.0);
        foreach (var (word, tie) in one.Words.Shared(other.Words))
        {
            var left = named.Contains(word) ? 0 : tie;
            (all, strongest) = (all + left, Math.Max(strongest, left));
        }

        return all - strongest;
    }

    private static double KeywordsOf(DocumentSummary one, DocumentSummary other) =>
        one
            .Tags.Where(tag => tag.Kind is TagSort.Other)
            .Join(other.Tags, tag => tag.Tag, tag => tag.Tag, (tag, same) => Math.Sqrt(tag.Weight.Value * same.Weight.Value))
            .Sum();

    private static (double Tie, bool Regulation) SharedTags(DocumentSummary one, DocumentSummary other, double factor)
    {
        var (apart, regulation) = (1.0, false);
        // Two nested loops over some tens of tags each: no set or join would repay its allocation.
        foreach (var tag in one.Tags)
        {
            foreach (var same in other.Tags)
            {
                if (same.Tag == tag.Tag)
                {
                    // Noisy or again, and no tag makes it certain: two releases of one person may have nothing else in common.
                    apart *= 1 - Math.Min(StrongestTie, factor * Math.Sqrt(tag.Weight.Value * same.Weight.Value));
                    regulation |= factor > 0 && tag.Kind is TagSort.Regulation;
                }
            }
        }

        return (1 - apart, regulation);
    }
}
