using Microsoft.Extensions.Configuration;
using Siaran.LocalHost.Http;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost.Running;

/// <summary>The app as the host sees it: the worker that runs now, if any, and which of its functions are disabled.</summary>
internal sealed class FunctionsApp(IConfiguration settings)
{
    private TaskCompletionSource<RunningWorker> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null while the worker starts or starts again.</summary>
    public RunningWorker? Running =>
        next.Task is { IsCompletedSuccessfully: true, Result: { Channel.Ended.IsCompleted: false } running } ? running : null;

    /// <summary>Waits until a worker runs.</summary>
    public Task<RunningWorker> WhenRunningAsync(CancellationToken cancellationToken) => next.Task.WaitAsync(cancellationToken);

    public void Set(RunningWorker running)
    {
        next.TrySetResult(running);
        // A new promise for the next worker: whoever asks in between gets 503, and timers wait for it.
        _ = running.Channel.Ended.ContinueWith(
            _ => next = new TaskCompletionSource<RunningWorker>(TaskCreationOptions.RunContinuationsAsynchronously),
            TaskScheduler.Default
        );
    }

    /// <summary>Whether <c>AzureWebJobs.NAME.Disabled</c> is true.</summary>
    public bool IsDisabled(string function) =>
        IsTrue(settings[$"AzureWebJobs.{function}.Disabled"]) || IsTrue(settings[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsTrue(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A worker whose functions are loaded.</summary>
/// <param name="HttpAddress">Where its own web server listens.</param>
internal sealed record RunningWorker(WorkerChannel Channel, Uri HttpAddress, IReadOnlyList<WorkerFunction> Functions, HttpFunctions Http)
{
    public WorkerFunction? Named(string name) =>
        Functions.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));
}
