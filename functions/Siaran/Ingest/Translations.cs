using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>What an upload translates, or why it cannot.</summary>
/// <param name="Original">Null where it translates nothing.</param>
/// <param name="Why">Null where there is nothing against it.</param>
internal sealed record TranslationSource(Original? Original, Refusal? Why);

/// <summary>Finds what is translated, and keeps translations from being public before their originals.</summary>
/// <param name="releases">Originals and translations.</param>
/// <param name="noted">Which release translates which.</param>
/// <param name="embargoes">Where translations wait.</param>
/// <param name="time">Says what has been seen.</param>
public sealed class Translations(ReleaseTable releases, TranslationTable noted, EmbargoTable embargoes, TimeProvider time)
{
    /// <summary>The original as it is now; held for ever where there is none.</summary>
    public async Task<Original> OriginalAsync(ReleaseId id, CancellationToken cancellationToken) =>
        Original.Of(id, (await releases.FindAsync(id, cancellationToken))?.Release);

    /// <summary>
    /// Moves the translations that wait to the time of their original as it is now: never before it, and no longer than their own editors
    /// want. Repeating it changes nothing.
    /// </summary>
    public Task FollowAsync(ReleaseId original, CancellationToken cancellationToken) => FollowAllAsync(original, null, cancellationToken);

    /// <summary>As above, of one translation.</summary>
    public Task FollowAsync(ReleaseId original, ReleaseId translation, CancellationToken cancellationToken) =>
        FollowOneAsync(original, translation, null, cancellationToken);

    /// <summary>Moves the translations that wait to a later time of their original that is about to be written.</summary>
    /// <param name="original">As it will be.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public Task GoAheadAsync(Original original, CancellationToken cancellationToken) =>
        FollowAllAsync(original.Id, original, cancellationToken);

    /// <summary>What an upload translates: what it says, or else what its release translated before.</summary>
    /// <param name="read">The upload.</param>
    /// <param name="submission">What it asks for.</param>
    /// <param name="id">The release that it speaks of.</param>
    /// <param name="current">That release; null where this is its first upload.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal async Task<TranslationSource> SourceAsync(
        ReadUpload read,
        Submission submission,
        ReleaseId id,
        Release? current,
        CancellationToken cancellationToken
    )
    {
        // A replay knows: what was decided once is not decided again by newer rules. A withdrawal says nothing new of a translation.
        var before = read.Before is { } replayed ? replayed.TranslationOf : current?.TranslationOf;
        var isSaid = read.Before is null && submission is { TranslationOf: not null, Status: not ReleaseStatus.Withdrawn };
        if (!isSaid)
        {
            return before is { } held ? await NoteAsync(held, id, cancellationToken) : new(null, null);
        }

        if (submission.TranslationOf!.Equals(Submission.NoOriginal, StringComparison.OrdinalIgnoreCase))
        {
            return new(null, null);
        }

        if (await FindAsync(read, submission.TranslationOf, cancellationToken) is not { } original)
        {
            return new(null, Refusal.NothingToTranslate);
        }

        var why =
            original.Id == before ? (Refusal?)null
            : original.Id == id || (current is not null && await HasAnyAsync(id, cancellationToken)) ? Refusal.TranslatesItself
            : original.Status is ReleaseStatus.Withdrawn ? Refusal.NothingToTranslate
            : (submission.Content ?? current?.Content)?.Language == original.Content.Language ? Refusal.SameLanguage
            : null;
        return why is null ? await NoteAsync(original.Id, id, cancellationToken) : new(null, why);
    }

    /// <summary>Noted before the original's time is read: whoever moves the original after that finds the translation.</summary>
    private async Task<TranslationSource> NoteAsync(ReleaseId original, ReleaseId translation, CancellationToken cancellationToken)
    {
        await noted.AddAsync(original, translation, cancellationToken);
        return new(await OriginalAsync(original, cancellationToken), null);
    }

    /// <summary>
    /// A release that the uploader may change, by its id, its key or the last part of its address; where it is a translation, what that
    /// translates.
    /// </summary>
    private async Task<Release?> FindAsync(ReadUpload read, string name, CancellationToken cancellationToken)
    {
        List<ReleaseId> ids = [ReleaseId.TryParse(name, out var id) ? id : ReleaseId.FromEditorKey(name)];
        if (read.Office is { } office)
        {
            ids.Add(ReleaseId.FromEditorKey(name, office));
        }

        if (await releases.FindIdAsync(name.ToLowerInvariant(), cancellationToken) is { } addressed)
        {
            ids.Add(addressed);
        }

        foreach (var one in ids)
        {
            if (
                await releases.FindAsync(one, cancellationToken) is { Release: var found }
                && read.MayChange(found)
                && await RootAsync(read, found, cancellationToken) is { } root
            )
            {
                return root;
            }
        }

        return null;
    }

    private async Task<Release?> RootAsync(ReadUpload read, Release found, CancellationToken cancellationToken) =>
        found.TranslationOf is not { } id ? found
        : await releases.FindAsync(id, cancellationToken) is { Release: var root } && read.MayChange(root) ? root
        : null;

    private async Task<bool> HasAnyAsync(ReleaseId original, CancellationToken cancellationToken)
    {
        await foreach (var id in noted.OfAsync(original, cancellationToken))
        {
            if ((await releases.FindWholeAsync(id, cancellationToken))?.Release.TranslationOf == original)
            {
                return true;
            }
        }

        return false;
    }

    private async Task FollowAllAsync(ReleaseId original, Original? ahead, CancellationToken cancellationToken)
    {
        await foreach (var id in noted.OfAsync(original, cancellationToken))
        {
            await FollowOneAsync(original, id, ahead, cancellationToken);
        }
    }

    private Task<Translations> FollowOneAsync(
        ReleaseId original,
        ReleaseId translation,
        Original? ahead,
        CancellationToken cancellationToken
    ) =>
        OptimisticRetry.RunAsync(
            $"The translation {translation}",
            ct => TryFollowAsync(original, translation, ahead, ct),
            cancellationToken
        );

    /// <returns>Null where another writer changed the translation or its original meanwhile.</returns>
    private async Task<Translations?> TryFollowAsync(
        ReleaseId original,
        ReleaseId translation,
        Original? ahead,
        CancellationToken cancellationToken
    )
    {
        if (
            await releases.FindWholeAsync(translation, cancellationToken) is not { Release: var release } stored
            || release.TranslationOf != original
            || release.EverShown
            || stored.FeedKeys.Count > 0
            // Its original is out by then, and is not put off any more.
            || (ahead is not null && IsDue(release))
        )
        {
            return this;
        }

        // Behind the translation: whoever has moved it since then is found by its row.
        var followed = ahead ?? await OriginalAsync(original, cancellationToken);
        var moved = followed.Move(release);
        if (moved == release)
        {
            // A run that died behind the row may have left it where no timer looks.
            await (IsDue(release) ? embargoes.AddAsync(release, cancellationToken) : Task.CompletedTask);
            return this;
        }

        // First where it waits, then the row: a run that dies between leaves a row that finds nothing to do.
        await embargoes.AddAsync(moved, cancellationToken);
        if (!await releases.TryReplaceAsync(stored, stored.Tagged with { Release = moved }, stored.FeedKeys, cancellationToken))
        {
            return null;
        }

        // A timer that looked between the two found nothing to do, and has forgotten where it waits.
        await embargoes.AddAsync(moved, cancellationToken);
        // Whoever moved the original meanwhile has looked at its translations, and may have found nothing to do before this was written.
        return ahead is not null || followed == await OriginalAsync(original, cancellationToken) ? this : null;
    }

    private bool IsDue(Release release) => release.VisibilityAt(time.GetUtcNow()) is Visibility.Visible;
}
