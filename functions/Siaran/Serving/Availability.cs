using Azure;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Siaran.Serving;

/// <summary>What is answered where storage is silent or fails: the same on every route, within a bound.</summary>
/// <param name="time">Measures the bound.</param>
/// <param name="logger">Gets what readers are not given: the cause.</param>
public sealed partial class Availability(TimeProvider time, ILogger<Availability> logger)
{
    /// <summary>How long an answer may wait for storage.</summary>
    // Shorter than the limits of gateways and readers in front: the reader then gets our 503 with
    // Retry-After, and not a gateway's.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The answer, or 503 where storage did not let it be made in time.</summary>
    /// <param name="what">Names what was asked for in the log.</param>
    /// <param name="answer">Is given a token that is cancelled when the time is up.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
    public async Task<IResult> AnswerAsync(string what, Func<CancellationToken, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await WaitAsync(answer, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            // Not where the reader went away: there is nobody to answer, and nothing to report.
            return Of(what, ex);
        }
    }

    /// <summary>
    /// What <paramref name="work"/> brings, or an exception that <see cref="Of"/> answers with 503 where it takes too long.
    /// </summary>
    public async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        return await work(either.Token);
    }

    /// <summary>503 for a failure of storage, 500 for a fault of ours. Nothing of the cause is shown.</summary>
    public ProblemResult Of(string what, Exception failure)
    {
        if (IsOfStorage(failure))
        {
            LogUnavailable(failure, what);
            return ProblemResult.Unavailable();
        }

        LogFault(failure, what);
        return ProblemResult.Fault();
    }

    private static bool IsOfStorage(Exception failure) =>
        failure switch
        {
            AggregateException several => several.InnerExceptions.All(IsOfStorage),
            RequestFailedException
            or AuthenticationFailedException
            or HttpRequestException
            or IOException
            or InvalidDataException
            or TimeoutException
            or OperationCanceledException => true,
            _ => false,
        };

    [LoggerMessage(3101, LogLevel.Error, "{What} could not be answered: storage is silent or fails")]
    private partial void LogUnavailable(Exception ex, string what);

    [LoggerMessage(3102, LogLevel.Error, "{What} could not be answered")]
    private partial void LogFault(Exception ex, string what);
}
