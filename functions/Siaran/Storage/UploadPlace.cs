using System.Globalization;

namespace Siaran.Storage;

/// <summary>Where an upload came among those of its name.</summary>
/// <param name="At">When it came into <c>incoming</c>, UTC; default where that was not noted: such a one came before all others.</param>
/// <param name="Version">The <see cref="IncomingUpload.VersionName"/>.</param>
public readonly record struct UploadPlace(DateTimeOffset At, string Version)
{
    // Not those that a list of what was rejected goes by: reports bear a place too.
    private const string AtKey = "placeat";
    private const string VersionKey = "placeversion";

    public static UploadPlace Of(IncomingUpload upload) => new(upload.UploadedAt, upload.VersionName);

    /// <summary>As noted in a blob's metadata.</summary>
    public static UploadPlace In(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(AtKey, out var at)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && metadata.TryGetValue(VersionKey, out var version)
            ? new UploadPlace(time, Uri.UnescapeDataString(version))
            : new UploadPlace(default, "");

    /// <summary>Notes it in a blob's metadata.</summary>
    public void AddTo(IDictionary<string, string> metadata) =>
        (metadata[AtKey], metadata[VersionKey]) = (
            At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            Uri.EscapeDataString(Version)
        );

    // Storage gives times in whole seconds, and versions have no order: of two uploads of one second neither is before the other, so that
    // the one that is closed last counts.
    public bool IsBefore(UploadPlace other) => At < other.At;
}
