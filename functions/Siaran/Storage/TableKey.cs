using System.Globalization;
using Siaran.Releases;

namespace Siaran.Storage;

/// <summary>Keys that sort as their readers want them. None holds a character that table keys forbid.</summary>
internal static class TableKey
{
    /// <summary>Sorts before every row of a partition that <see cref="NewestFirst"/> orders.</summary>
    // "!" sorts before digits, and ":" right behind them.
    public const string Head = "!head";

    /// <summary>Sorts after every row that <see cref="NewestFirst"/> makes and before all others.</summary>
    public const string AfterTimes = ":";

    // Table Storage sorts by key only, and upwards: newest first needs a number that falls as time
    // rises.
    public static string NewestFirst(DateTimeOffset time, ReleaseId id) =>
        $"{(DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture)}:{id}";

    /// <summary>The id in a key of <see cref="NewestFirst"/>.</summary>
    public static bool TryReadId(string key, out ReleaseId id) =>
        ReleaseId.TryParse(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..], out id);

    public static string OldestFirst(DateTimeOffset time, ReleaseId id) =>
        $"{time.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}:{id}";

    /// <summary>The time in a key of <see cref="OldestFirst"/>; null where it holds none.</summary>
    public static DateTimeOffset? TimeIn(string key) =>
        long.TryParse(key.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Sorts after every key that <see cref="OldestFirst"/> makes of this time and before those of later ones.</summary>
    public static string AfterAllOf(DateTimeOffset time) => time.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + ";";

    /// <summary>For text that an editor may have filled with anything.</summary>
    public static string Hash(string prefix, string text) =>
        $"{prefix}:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))}";
}
