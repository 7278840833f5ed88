using System.Globalization;

namespace Siaran.Storage;

/// <summary>What is kept with an upload, as metadata of its blob.</summary>
public sealed record UploadMetadata
{
    // Storage takes for names of metadata only what is an identifier of C#: hence no hyphens.
    private const string TargetKey = "siarantarget";
    private const string ExpectedRevisionKey = "siaranrevision";
    private const string ConfirmedKey = "confirmed";
    private const string ActorKey = "siaranactor";
    private const string OfficesKey = "siaranoffices";
    private const string SealKey = "siaranseal";

    public static UploadMetadata None { get; } = new();

    /// <summary>The id of the release that the upload must revise.</summary>
    public string? Target { get; init; }

    /// <summary>The revision that the uploader had seen.</summary>
    public int? ExpectedRevision { get; init; }

    /// <summary>An editor has confirmed how it is read: <c>confirmed</c> is <c>true</c>.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Who brings it, from <see cref="Siaran.Actors.Actor.Name"/>; believed under a seal alone.</summary>
    public string? Actor { get; init; }

    /// <summary>Ids of the offices that they act for, between commas; null where they act for every one.</summary>
    public string? Offices { get; init; }

    /// <summary>From <see cref="UploadSeal"/>.</summary>
    public string? Seal { get; init; }

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
            Actor = metadata.TryGetValue(ActorKey, out var actor) ? Uri.UnescapeDataString(actor) : null,
            Offices = metadata.TryGetValue(OfficesKey, out var offices) ? offices : null,
            Seal = metadata.TryGetValue(SealKey, out var seal) ? seal : null,
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

        if (Actor is not null)
        {
            // Metadata travels as HTTP headers, which are ASCII; a name need not be.
            metadata[ActorKey] = Uri.EscapeDataString(Actor);
        }

        foreach (var (key, text) in new[] { (OfficesKey, Offices), (SealKey, Seal) })
        {
            if (text is not null)
            {
                metadata[key] = text;
            }
        }

        return metadata;
    }
}
