namespace Siaran;

/// <summary>Repeats work that a faster writer undid, a bounded number of times.</summary>
internal static class OptimisticRetry
{
    // After a wait that grows and is drawn by chance, so that writers who met do not meet again
    // (back-off with full jitter). Twenty attempts are some eight seconds at most.
    private const int Attempts = 20;

    /// <param name="what">What changed hands, for the failure's message.</param>
    /// <param name="attempt">Answers null where another writer was faster.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ContentionException">Others were faster every time.</exception>
    public static async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        for (var tried = 1; ; tried++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await attempt(cancellationToken) is { } done)
            {
                return done;
            }

            if (tried == Attempts)
            {
                throw new ContentionException($"{what} changed hands {Attempts} times.");
            }

            // Other writers are other machines: their hurry goes by the real clock.
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 40 * tried)), TimeProvider.System, cancellationToken);
        }
    }
}

/// <summary>Other writers were faster each time that something was tried; it may be tried again later.</summary>
public sealed class ContentionException : IOException
{
    public ContentionException(string message)
        : base(message) { }
}
