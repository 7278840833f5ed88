using System.Collections.Immutable;
using System.Globalization;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>Reads what is written under releases, through the cache.</summary>
/// <remarks>
/// A release that notes no office costs no read, and no other costs one while no office takes replies: the register is then read once in
/// <see cref="Settled"/>, however many releases are asked for. Under an office that takes them it is one query in each freshness.
/// </remarks>
public sealed class ReplyReader(ReplyTable replies, OfficeTable offices, DocumentCache cache, TimeProvider time)
{
    /// <summary>How long it may take until replies are switched on or off everywhere.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Null where the release's office takes no replies.</summary>
    /// <param name="release">As the gate lets it through.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ReplyView?> FindAsync(Release release, CancellationToken cancellationToken) =>
        release.Office is { } office && (await OpenOfficesAsync(cancellationToken)).Contains(office)
            ? await cache.GetAsync<ReplyView>(
                "replies:" + release.Id,
                async (held, ct) =>
                {
                    var list = await replies.ReadAsync(release.Id, ct);
                    return held?.Version == ReplyView.VersionOf(list) ? held : new ReplyView(list);
                },
                cancellationToken
            )
            : null;

    private async Task<ImmutableHashSet<string>> OpenOfficesAsync(CancellationToken cancellationToken)
    {
        var open = await cache.GetAsync<OpenOffices>(
            "reply-offices",
            async (held, ct) =>
            {
                var now = time.GetUtcNow();
                return held is not null && now >= held.ReadAt && now - held.ReadAt < Settled
                    ? held
                    : new OpenOffices(
                        [.. (await offices.ReadAsync(ct)).Register.Offices.Where(office => office.Replies).Select(office => office.Id)],
                        now
                    );
            },
            cancellationToken
        );
        return open!.Ids;
    }

    private sealed record OpenOffices(ImmutableHashSet<string> Ids, DateTimeOffset ReadAt) : ICached
    {
        public long Size => 256 + (64L * Ids.Count);
    }
}

/// <summary>The replies to a release as read from storage, and the feeds made of them.</summary>
public sealed class ReplyView(ReplyList list) : ICached
{
    public ReplyList List => list;

    /// <summary>Differs wherever what is shown does.</summary>
    public string Version { get; } = VersionOf(list);

    public long Size => 512 + list.Shown.Sum(reply => 256L + (2L * (reply.Name.Length + reply.Text.Length))) + Documents.Size;

    internal RenderedDocuments Documents { get; } = new();

    internal static string VersionOf(ReplyList list) =>
        string.Create(CultureInfo.InvariantCulture, $"{list.ChangedAt?.UtcTicks ?? 0}:{list.Shown.Count}");
}
