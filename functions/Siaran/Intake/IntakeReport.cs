using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Intake;

[JsonConverter(typeof(JsonStringEnumConverter<UploadOutcome>))]
public enum UploadOutcome
{
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Held until an editor confirms it.</summary>
    [JsonStringEnumMemberName("doubtful")]
    Doubtful,

    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>Stored, and not read yet.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,
}

/// <summary>The editor's report on one upload; stored as <c>NAME.report.json</c>.</summary>
public sealed record IntakeReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The upload's name within <c>incoming</c>.</summary>
    public required string Upload { get; init; }

    public required UploadOutcome Outcome { get; init; }

    /// <summary><c>text</c>, <c>markdown</c> or <c>html</c>; null where the upload was rejected before that mattered.</summary>
    public string? Format { get; init; }

    /// <summary>The encoding that it was read in, as its IANA name.</summary>
    public string? Encoding { get; init; }

    /// <summary>The release's id, once the collector has given it one.</summary>
    public string? Id { get; init; }

    /// <summary>The release's address, once the collector has given it one.</summary>
    public Uri? Address { get; init; }

    /// <summary>Errors first, then doubts, warnings and notes; each in the order of the document.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The same report with one finding more; an error makes it a rejection.</summary>
    public IntakeReport With(Finding finding) =>
        this with
        {
            Outcome = finding.Severity is Severity.Error ? UploadOutcome.Rejected : Outcome,
            Findings = Ordered([.. Findings, finding]),
        };

    /// <summary>JSON in UTF-8's characters, indented by two, camelCase, nulls left out, ending without a new line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A report as <see cref="ToJson"/> wrote it, in UTF-8; null for JSON's own null.</summary>
    /// <exception cref="JsonException">It is no report.</exception>
    public static IntakeReport? FromJson(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<IntakeReport>(json, Json);

    /// <summary>What a stored report says; that it is damaged, where it is.</summary>
    public static IReadOnlyList<Finding> FindingsIn(ReadOnlySpan<byte> json)
    {
        try
        {
            // Read from JSON, where anything may be null whatever its type says.
            return FromJson(json)?.Findings is { } findings && findings.All(one => one is { Indonesian: not null, English: not null })
                ? findings
                : [Intake.Findings.ReportDamaged()];
        }
        catch (JsonException)
        {
            return [Intake.Findings.ReportDamaged()];
        }
    }

    internal static IReadOnlyList<Finding> Ordered(IEnumerable<Finding> findings) => [.. findings.OrderByDescending(f => f.Severity)];

    /// <summary>An editor has looked: what was doubtful is but worth a look.</summary>
    internal static void Confirm(List<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            if (findings[i].Severity is Severity.Doubt)
            {
                findings[i] = findings[i] with { Severity = Severity.Warning };
            }
        }
    }
}
