using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Related;

namespace Siaran.Endpoints;

/// <summary>What part of a list of related releases is asked for, and how.</summary>
/// <param name="Limit">From 1 to 10.</param>
/// <param name="Since">Only releases published then or later.</param>
/// <param name="Kind">Only neighbours of this kind.</param>
/// <param name="Language">The words around the list (BCP 47), for frames; null for the release's own.</param>
/// <param name="SummaryOnly">Leaves the full text out, for feeds.</param>
public sealed record RelatedQuery(int Limit, DateTimeOffset? Since, RelationKind? Kind, string? Language, bool SummaryOnly)
{
    private static readonly Dictionary<string, RelationKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["earlier"] = RelationKind.Earlier,
        ["later"] = RelationKind.Later,
        ["same-event"] = RelationKind.SameEvent,
        ["same-series"] = RelationKind.SameSeries,
    };

    public static RelatedQuery Everything { get; } = new(RelatedList.MaxNeighbours, null, null, null, false);

    /// <returns>Null where a parameter cannot be used; <paramref name="problem"/> says which and how it should be.</returns>
    public static RelatedQuery? Parse(IQueryCollection query, out string? problem)
    {
        const int most = RelatedList.MaxNeighbours;
        var limit = most;
        DateTimeOffset since = default;
        RelationKind kind = default;
        string? asked = query["limit"],
            after = query["since"],
            of = query["kind"],
            language = query["lang"],
            content = query["content"];
        problem =
            asked is not null
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > most)
                ? $"limit is a whole number from 1 to {most}."
            : after is not null
            && !DateTimeOffset.TryParseExact(
                after,
                ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out since
            )
                ? "since is a date or a time with its offset, such as 2025-03-12 or 2025-03-12T09:30:00Z."
            : of is not null && !Kinds.TryGetValue(of, out kind) ? $"kind is one of {string.Join(", ", Kinds.Keys)}."
            : content is not (null or "full" or "summary") ? "content is full or summary."
            : null;
        return problem is not null
            ? null
            : new RelatedQuery(
                limit,
                after is null ? null : since,
                of is null ? null : kind,
                PageText.Languages.FirstOrDefault(known => known.Equals(language?.Split('-')[0], StringComparison.OrdinalIgnoreCase)),
                content == "summary"
            );
    }

    /// <summary>The word for a kind in addresses and JSON.</summary>
    public static string NameOf(RelationKind kind) => Kinds.First(known => known.Value == kind).Key;

    /// <summary>What narrows a feed, in the order of its address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Kind is { } kind)
        {
            yield return new("kind", NameOf(kind));
        }

        if (Limit < RelatedList.MaxNeighbours)
        {
            yield return new("limit", Limit.ToString(CultureInfo.InvariantCulture));
        }

        if (Since is { } since)
        {
            yield return new("since", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }

    public RelatedList Of(RelatedList list)
    {
        return list with
        {
            Neighbours = Choose(list.Neighbours.Where(neighbour => Kind is null || neighbour.Kind == Kind)),
            AlsoPublishedAs = Choose(list.AlsoPublishedAs),
            Newest = Choose(list.Newest),
        };

        IReadOnlyList<Neighbour> Choose(IEnumerable<Neighbour> neighbours) =>
            [.. neighbours.Where(neighbour => Since is null || neighbour.PublishAt >= Since).Take(Limit)];
    }
}
