using Microsoft.Extensions.Logging;

namespace Siaran.Ingest;

/// <summary>
/// Goes on with a rebuild while requests are answered. It is done nowhere twice: the mark of the rebuild is held by one process.
/// </summary>
public sealed partial class RebuildWorker(TableRebuilder rebuilder, ILogger<RebuildWorker> logger) : IDisposable
{
    /// <summary>After so long a step looks again at what there is to do.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(100);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private Task running = Task.CompletedTask;

    /// <summary>Begins to work at the rebuild under way where this process does not work at it yet; answers at once.</summary>
    public void GoOn()
    {
        lock (gate)
        {
            if (running.IsCompleted)
            {
                running = Task.Run(RunAsync);
            }
        }
    }

    public void Dispose()
    {
        if (!ending.IsCancellationRequested)
        {
            ending.Cancel();
            ending.Dispose();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            // Once, since a source that is disposed gives none.
            var token = ending.Token;
            while (await rebuilder.ResumeAsync(Step, token) is { Done: false }) { }
        }
        catch (Exception ex)
        {
            LogEnded(ex);
        }
    }

    [LoggerMessage(1123, LogLevel.Error, "The rebuild stopped; whoever asks for its state has it go on")]
    private partial void LogEnded(Exception ex);
}
