using Siaran.Actors;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>The register of offices as it was lately, and who acts by it.</summary>
public sealed class CurrentOffices(OfficeTable table, Site site, TimeProvider time)
{
    private readonly Lock gate = new();
    private StoredOffices? held;
    private DateTimeOffset readAt;

    /// <summary>One query, none within the freshness of <see cref="Site.Freshness"/>.</summary>
    public async Task<StoredOffices> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (held is not null && now - readAt < site.Freshness)
            {
                return held;
            }
        }

        // Outside the lock: two requests may both read, which costs a query, where a lock would have
        // all wait for storage. Dated from before the read, so that it is never older than it seems.
        var read = await table.ReadAsync(cancellationToken);
        lock (gate)
        {
            (held, readAt) = (read, now);
        }

        return read;
    }

    /// <summary>The same with a secret, which is made where there is none yet.</summary>
    public async Task<ReadOnlyMemory<byte>> SecretAsync(CancellationToken cancellationToken)
    {
        if ((await GetAsync(cancellationToken)).Secret is { } known)
        {
            return known;
        }

        // Read again and not taken from what was just made: another instance's may have been first.
        await table.EnsureSecretAsync(cancellationToken);
        Forget();
        return (await GetAsync(cancellationToken)).Secret ?? throw new InvalidDataException("The secret of the offices cannot be read.");
    }

    /// <summary>Reads it again when it is next asked for: this instance has just written it.</summary>
    public void Forget()
    {
        lock (gate)
        {
            held = null;
        }
    }

    /// <summary>Who brought an upload for which nothing vouches but the folder that it lies in.</summary>
    public static Actor BringerOf(IncomingUpload upload) => BringerOf(upload, isSealed: false, OfficeRegister.None)!;

    /// <summary>Who brought an upload.</summary>
    /// <returns>Null where offices are kept apart and it cannot be said for which of them it speaks.</returns>
    public static Actor? BringerOf(IncomingUpload upload, bool isSealed, OfficeRegister register)
    {
        var (said, folder) = (upload.Metadata, upload.Name.Contains('/', StringComparison.Ordinal) ? upload.Name.Split('/')[0] : "");
        // Without a seal metadata is anyone's word. What counts then is the folder, to which storage
        // lets only its holders write.
        if (isSealed && said.Actor is { } name)
        {
            return new Actor(name, register.IsConfigured ? said.Offices?.Split(',') : null);
        }

        var holder = folder.Length > 0 ? register.Find(HolderKind.Folder, folder) : null;
        return holder is not null ? new Actor($"folder:{holder.Name}", register.IsConfigured ? holder.Offices : null)
            : register.IsConfigured ? null
            : new Actor(folder.Length > 0 ? $"folder:{folder}" : "incoming", null);
    }
}
