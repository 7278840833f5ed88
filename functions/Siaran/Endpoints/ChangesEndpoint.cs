using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>
/// What happened, in commit order, for partners that keep a copy: they come back with the cursor of the last change they saw and miss
/// nothing.
/// </summary>
public sealed class ChangesEndpoint(ChangeLog changes, Availability availability, Site site, TimeProvider time)
{
    private const int Most = 1000;

    /// <summary><c>after</c> is a cursor (0 for the beginning), <c>limit</c> 1–1,000. 400 otherwise.</summary>
    public async Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await availability.AnswerAsync("changes", ct => AnswerAsync(request, ct), cancellationToken)).CountedAsChanges();

    /// <summary>Where the very revision can be read at once, past every cache; a later one where there is one by then.</summary>
    private Uri ContentOf(Change change) =>
        site.Address(string.Create(CultureInfo.InvariantCulture, $"releases/{change.Slug}.json?revision={change.Revision}"));

    private async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        long after = 0;
        var limit = 100;
        string? cursor = request.Query["after"],
            most = request.Query["limit"];
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return ProblemResult.BadRequest("after is the cursor of the last change that was seen; 0 is before the first.");
        }

        if (most is not null && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most))
        {
            return ProblemResult.BadRequest($"limit is a whole number from 1 to {Most}.");
        }

        // A change that this instance's clock has not come to yet, as after a step back, is shown later, and so are all after it.
        var now = time.GetUtcNow();
        var read = await changes.ReadAsync(after, limit, cancellationToken);
        List<Change> found = [.. read.TakeWhile(change => change.At <= now)];
        var next = found.Count > 0 ? found[^1].Cursor : after;
        return UncachedJson.Of(
            StatusCodes.Status200OK,
            new
            {
                Changes = found.Select(change => new
                {
                    change.Cursor,
                    Kind = change.Kind.ToString().ToLowerInvariant(),
                    change.Id,
                    Address = site.ReleaseAddress(change.Slug),
                    Content = ContentOf(change),
                    change.Revision,
                    change.At,
                }),
                Cursor = next,
                Next = site.Address(string.Create(CultureInfo.InvariantCulture, $"changes?after={next}&limit={limit}")),
                // May be true where nothing follows: the next page is then empty, and costs a query.
                More = found.Count == limit,
            }
        );
    }
}
