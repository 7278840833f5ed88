using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Tells who calls by the function key that the host has let in: the worker sees the key, but not its name.</summary>
public sealed class Callers(CurrentOffices offices, Availability availability)
{
    private const string KeyHeader = "x-functions-key";
    private const string KeyInQuery = "code";
    private const int Digits = 8;

    /// <summary>What is answered to a key that is registered for no office.</summary>
    public static ProblemResult NoOffice() =>
        new(
            StatusCodes.Status403Forbidden,
            "No office",
            "This key acts for no office. The operator registers keys at /maintenance/offices."
        );

    /// <returns>Null where offices are kept apart and the key acts for none of them.</returns>
    public async Task<Actor?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (register, _, _) = await availability.WaitAsync(offices.GetAsync, cancellationToken);
        var key = request.Headers[KeyHeader].ToString() is { Length: > 0 } header ? header : request.Query[KeyInQuery].ToString();
        // Function keys are long and random, so a plain hash gives nothing of them away; no salt is
        // needed.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var holder = register.Find(HolderKind.Key, hash);
        return register.IsConfigured
            ? holder is null
                ? null
                : new Actor($"key:{holder.Name}", holder.Offices)
            : new Actor($"key:{holder?.Name ?? hash[..Digits]}", null);
    }

    /// <summary>What is answered where a release that anyone may see belongs to another office.</summary>
    public static ProblemResult OtherOffice() =>
        new(StatusCodes.Status403Forbidden, "Other office", "This release belongs to another office: this key may not change it.");

    /// <summary>Whether a release belongs to one of an actor's offices.</summary>
    public async Task<bool> MayChangeAsync(Actor actor, Release release, CancellationToken cancellationToken) =>
        actor.Offices is null
        || actor.ActsFor((await availability.WaitAsync(offices.GetAsync, cancellationToken)).Register.OfficeOf(release));

    /// <summary>Whether an actor may know what came of an upload.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="name">The upload's, which waits where <paramref name="record"/> is null.</param>
    /// <param name="record">What came of it.</param>
    /// <param name="release">The release that it made or spoke of.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<bool> MaySeeAsync(
        Actor actor,
        string name,
        IntakeRecord? record,
        Release? release,
        CancellationToken cancellationToken
    )
    {
        if (actor.Offices is null)
        {
            return true;
        }

        var (register, _, _) = await availability.WaitAsync(offices.GetAsync, cancellationToken);
        var folder = name.Split('/')[0];
        return record is null
            ? folder is "http" or "desk" || register.Find(HolderKind.Folder, folder)?.Offices.Any(actor.ActsFor) == true
            : actor.ActsFor(release is null ? record.Office : register.OfficeOf(release));
    }
}
