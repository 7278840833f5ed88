using Siaran.Intake.Attachments;

namespace Siaran.Intake;

/// <summary>One document as an editor sent it.</summary>
/// <param name="Name">Its name within <c>incoming</c>, folders included; the extension helps to tell the format.</param>
/// <param name="ContentType">The media type it was sent with (RFC 9110 §8.3), or null.</param>
/// <param name="Bytes">At most <see cref="IntakeOptions.MaxBytes"/>; more is rejected.</param>
public sealed record UploadedDocument(string Name, string? ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>An editor has confirmed how it is read: doubts do not hold it.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>When it was uploaded; null where that is not known.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>What the mail that brought it says of it: lines that may say that it must wait.</summary>
    internal IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>What files that come with it say, which may be of it or of themselves: an editor decides.</summary>
    internal IReadOnlyList<string> MayWait { get; init; } = [];

    /// <summary>What else names it: the subject of that mail, and the file that was attached.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>What intake must know of its surroundings.</summary>
public sealed record IntakeOptions
{
    public static IntakeOptions Default { get; } = new();

    /// <summary>The zone of dates that name none.</summary>
    public TimeZoneInfo AgencyZone { get; init; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Makassar", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Makassar", TimeSpan.FromHours(8), "WITA", "WITA");

    /// <summary>
    /// Where relative links and images lead when the document does not say: the site's public address, absolute http or https.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Bytes.</summary>
    public int MaxBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes of an upload that may hold pictures: several files in one, mail, Word, OpenDocument, PDF.</summary>
    public int MaxFileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The pictures and documents that come with the document in hand.</summary>
    internal EnclosedFiles? Enclosed { get; init; }
}
