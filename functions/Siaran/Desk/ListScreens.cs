using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Desk.Screens;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Desk;

/// <summary>What there is, the guide, and the audit for spreadsheets.</summary>
public sealed class ListScreens(DeskDoor door, Shelf shelf, AuditTable audit, Site site)
{
    private const int LongestWords = 100;

    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Enter,
            async (visit, ct) =>
            {
                // Whoever only looks at replies begins with these.
                if (!visit.User.May(DeskRight.Read))
                {
                    return new SeeOther(visit.View.Link("desk/replies"));
                }

                var filter = FilterOf(visit);
                return await DeskRenderer.ShowAsync<ListScreen>(
                    visit.View,
                    new()
                    {
                        ["Visit"] = visit,
                        ["Filter"] = filter,
                        ["Since"] = visit.Query["since"].ToString(),
                        ["Shelf"] = await shelf.ReadAsync(visit, filter, ct),
                    }
                );
            },
            cancellationToken
        );

    /// <summary>For everybody who has signed in: whoever has no role yet may read what it would be.</summary>
    public Task<IResult> GuideAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.OpenAsync(request, DeskRight.Look, (visit, _) => DeskRenderer.ShowAsync<GuideScreen>(visit.View, []), cancellationToken);

    /// <summary>CSV of a month's changes, <c>?month=2026-11</c>; the current month by default.</summary>
    public Task<IResult> AuditAsync(HttpRequest request, CancellationToken cancellationToken) =>
        door.OpenAsync(
            request,
            DeskRight.Audit,
            async (visit, ct) =>
            {
                var isMonth = DateTimeOffset.TryParseExact(
                    visit.Query["month"],
                    "yyyy-MM",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var asked
                );
                var month = isMonth ? asked : visit.Now;
                var lines = await audit.ReadAsync(month, month, null, ct).ToListAsync(ct);
                return new DeskFile("text/csv; charset=utf-8", BinaryData.FromString(AuditCsv.Of(lines)), "audit.csv");
            },
            cancellationToken
        );

    private ShelfFilter FilterOf(DeskVisit visit)
    {
        var (office, words) = (visit.Query["office"].ToString(), visit.Query["q"].ToString());
        var since = DateTime.TryParseExact(
            visit.Query["since"],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? new DateTimeOffset(day, site.Local(visit.Now).Offset)
            : (DateTimeOffset?)null;
        return new ShelfFilter(
            visit.Offices.FirstOrDefault(one => one.Id == office)?.Id,
            since,
            words[..Math.Min(words.Length, LongestWords)],
            PageNumber.Read(visit.Query["page"])
        )
        {
            DraftsBefore = visit.Query["before"].ToString() is { Length: > 0 and <= 40 } before ? before : null,
        };
    }
}
