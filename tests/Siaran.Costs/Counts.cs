using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Costs;

/// <summary>What one thing that the service does takes, as measured. Calls are counts, bytes are bytes.</summary>
public sealed record Effort
{
    /// <summary>Blob calls that Azure bills as writes: put, copy, list, lease.</summary>
    public required double BlobWrites { get; init; }

    public required double BlobReads { get; init; }

    /// <summary>Table calls; a batch is one.</summary>
    public required double TableTransactions { get; init; }

    /// <summary>Bytes that stay in storage for good.</summary>
    public required double StoredBytes { get; init; }

    /// <summary>Bytes that leave for the internet.</summary>
    public required double SentBytes { get; init; }

    /// <summary>Function executions.</summary>
    public required double Executions { get; init; }

    /// <summary>Time in those executions together.</summary>
    public required double ExecutionMilliseconds { get; init; }

    /// <summary>Bytes of logs, traces and metrics.</summary>
    public required double TelemetryBytes { get; init; }

    public static Effort operator *(Effort effort, double times) => Combine(effort, effort, (one, _) => one * times);

    public static Effort operator +(Effort one, Effort other) => Combine(one, other, (a, b) => a + b);

    private static Effort Combine(Effort one, Effort other, Func<double, double, double> with) =>
        new()
        {
            BlobWrites = with(one.BlobWrites, other.BlobWrites),
            BlobReads = with(one.BlobReads, other.BlobReads),
            TableTransactions = with(one.TableTransactions, other.TableTransactions),
            StoredBytes = with(one.StoredBytes, other.StoredBytes),
            SentBytes = with(one.SentBytes, other.SentBytes),
            Executions = with(one.Executions, other.Executions),
            ExecutionMilliseconds = with(one.ExecutionMilliseconds, other.ExecutionMilliseconds),
            TelemetryBytes = with(one.TelemetryBytes, other.TelemetryBytes),
        };
}

/// <summary>The measured efforts, from <c>infra/counts.json</c> (shape: <c>infra/counts.schema.json</c>).</summary>
public sealed record Counts
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required DateOnly Measured { get; init; }

    /// <summary>From upload to the last write that follows from it, without the timer run it happens in.</summary>
    public required Effort ReleaseCollected { get; init; }

    /// <summary>A feed that the instance has to build from storage, answered 200.</summary>
    public required Effort FeedRequestCold { get; init; }

    /// <summary>A feed that the instance has in memory, answered 200.</summary>
    public required Effort FeedRequestWarm { get; init; }

    /// <summary>An hour in which nobody uploads or reads: the timer's runs.</summary>
    public required Effort IdleHour { get; init; }

    /// <exception cref="JsonException">The text is not of that shape.</exception>
    public static Counts Parse(string json) => Inputs.Parse<Counts>(json);
}
