using System.Globalization;

namespace Siaran.Storage;

/// <summary>What is kept with an upload, as metadata of its blob.</summary>
public sealed record UploadMetadata
{
    private const string TargetKey = "siarantarget";
    private const string ExpectedRevisionKey = "siaranrevision";
    private const string ConfirmedKey = "confirmed";

    public static UploadMetadata None { get; } = new();

    /// <summary>The id of the release that the upload must revise.</summary>
    public string? Target { get; init; }

    /// <summary>The revision that the uploader had seen.</summary>
    public int? ExpectedRevision { get; init; }

    /// <summary>An editor has confirmed how it is read: <c>confirmed</c> is <c>true</c>.</summary>
    public bool IsConfirmed { get; init; }

    public static UploadMetadata Of(IDictionary<string, string> metadata) =>
        new()
        {
            Target = metadata.TryGetValue(TargetKey, out var target) ? target : null,
            ExpectedRevision =
                metadata.TryGetValue(ExpectedRevisionKey, out var seen)
                && int.TryParse(seen, CultureInfo.InvariantCulture, out var revision)
                    ? revision
                    : null,
            IsConfirmed =
                metadata.TryGetValue(ConfirmedKey, out var confirmed) && confirmed.Equals("true", StringComparison.OrdinalIgnoreCase),
        };

    public Dictionary<string, string> ToDictionary()
    {
        var metadata = new Dictionary<string, string>();
        if (Target is not null)
        {
            metadata[TargetKey] = Target;
        }

        if (ExpectedRevision is { } revision)
        {
            metadata[ExpectedRevisionKey] = revision.ToString(CultureInfo.InvariantCulture);
        }

        if (IsConfirmed)
        {
            metadata[ConfirmedKey] = "true";
        }

        return metadata;
    }
}
