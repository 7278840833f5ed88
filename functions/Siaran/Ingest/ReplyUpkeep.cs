using Microsoft.Extensions.Logging;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Ingest;

/// <summary>Deletes the replies that nobody is to see any more.</summary>
public sealed partial class ReplyUpkeep(ReplyTable replies, ReleaseTable releases, TimeProvider time, ILogger<ReplyUpkeep> logger)
{
    /// <summary>How long a reply waits for a moderator.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>The hour of the day, UTC, in which it is looked for those that have waited too long: night in Indonesia.</summary>
    private const int Hour = 18;

    private DateOnly lookedOn;

    /// <summary>Deletes what has waited too long: one query a day.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now.Hour != Hour || lookedOn == DateOnly.FromDateTime(now.UtcDateTime))
        {
            return;
        }

        var deleted = await replies.ExpireAsync(now - Patience, cancellationToken);
        lookedOn = DateOnly.FromDateTime(now.UtcDateTime);
        if (deleted > 0)
        {
            LogExpired(deleted);
        }
    }

    /// <summary>
    /// Deletes all that was written under releases that are withdrawn: one query for each that has an office, and a look at the release
    /// where something was.
    /// </summary>
    // Whoever withdraws slowly may find that it has come back, and that new replies were written under it.
    public async Task ForgetAsync(IEnumerable<Release> withdrawn, CancellationToken cancellationToken)
    {
        // Without an office nothing could be written under it.
        foreach (var release in withdrawn.Where(release => release.Office is not null))
        {
            var deleted = await replies.ForgetAsync(release.Id, () => IsHiddenAsync(release.Id, cancellationToken), cancellationToken);
            if (deleted > 0)
            {
                LogForgotten(deleted, release.Slug);
            }
        }
    }

    private async Task<bool> IsHiddenAsync(ReleaseId id, CancellationToken cancellationToken) =>
        (await releases.FindAsync(id, cancellationToken))?.Release.VisibilityAt(time.GetUtcNow()) is not Visibility.Visible;

    [LoggerMessage(1030, LogLevel.Information, "{Count} replies under {Slug} were deleted, since it is withdrawn")]
    private partial void LogForgotten(int count, string slug);

    [LoggerMessage(1031, LogLevel.Warning, "{Count} replies were deleted that no moderator looked at in 30 days")]
    private partial void LogExpired(int count);
}
