using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Reads releases through the cache.</summary>
public sealed class ReleaseReader(ReleaseTable releases, DocumentCache cache)
{
    /// <summary>The id that an id or an address names, without asking whether there is a release of that id. No read for an id, one point read for an address that is new to this instance.</summary>
    public async Task<ReleaseId?> IdOfAsync(string name, CancellationToken cancellationToken)
    {
        if (ReleaseId.TryParse(name, out var id))
        {
            return id;
        }

        var slug = name.ToLowerInvariant();
        var known = await cache.GetAsync<KnownSlug>(
            "slug:" + slug,
            async (held, ct) => held ?? (await releases.FindIdAsync(slug, ct) is { } found ? new KnownSlug(found) : null),
            cancellationToken);
        return known?.Id;
    }

    /// <summary>One point read, none within the freshness. Null where there is no such release; the gate is the caller's to ask.</summary>
    public Task<ReleaseView?> FindAsync(ReleaseId id, CancellationToken cancellationToken) => cache.GetAsync<ReleaseView>(
        "release:" + id,
        async (held, ct) =>
        {
            var stored = await releases.FindAsync(id, ct);
            return stored is null ? null : held?.Stored.ETag == stored.ETag ? held : new ReleaseView(stored);
        },
        cancellationToken);

    /// <summary>A slug names one release for good.</summary>
    private sealed record KnownSlug(ReleaseId Id) : ICached
    {
        public long Size => 256;
    }
}
