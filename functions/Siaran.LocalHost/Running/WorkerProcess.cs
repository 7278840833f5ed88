using System.Diagnostics;
using System.Text.Json;

namespace Siaran.LocalHost.Running;

/// <summary>The worker as a process of its own, which ends with this one.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly Queue<string> lastErrors = new();
    private readonly Task reading;
    private bool isStarted;

    private WorkerProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(RelayAsync(process.StandardOutput, Console.WriteLine), RelayAsync(process.StandardError, TakeError));
    }

    /// <summary>Completes when the process has ended and all that it wrote was read.</summary>
    public async Task EndedAsync()
    {
        await process.WaitForExitAsync();
        await reading;
    }

    /// <summary>What the worker has used of processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Most bytes of memory that the worker has had resident at once so far.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public int ExitCode => process.ExitCode;

    /// <param name="applicationDirectory">Where the built app and its worker.config.json lie.</param>
    /// <param name="environment">What the app finds in its environment besides this process's own.</param>
    /// <exception cref="CannotStartException">There is no worker in that directory.</exception>
    public static WorkerProcess Start(
        string applicationDirectory,
        IReadOnlyDictionary<string, string?> environment,
        IEnumerable<string> arguments
    )
    {
        var description = WorkerDescription.Read(applicationDirectory);
        var start = new ProcessStartInfo(
            Executable(description.DefaultExecutablePath),
            [Path.Combine(applicationDirectory, description.DefaultWorkerPath), .. arguments]
        )
        {
            UseShellExecute = false,
            WorkingDirectory = applicationDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // The hook ends the worker when this process is gone, even by a kill (StartupHook).
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WorkerProcess).Assembly.Location;
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>From now on, what the worker writes to standard error is shown at once.</summary>
    public void Started()
    {
        lock (gate)
        {
            isStarted = true;
            while (lastErrors.TryDequeue(out var line))
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    /// <summary>
    /// What a worker that ended before it was started said of the reason: an unhandled exception's message without its trace.
    /// </summary>
    public string Reason()
    {
        lock (gate)
        {
            var said = lastErrors.SkipWhile(line => !line.StartsWith("Unhandled exception.", StringComparison.Ordinal)).ToList();
            var message = said.TakeWhile(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal)).ToList();
            if (message.Count == 0)
            {
                return lastErrors.Count > 0
                    ? string.Join(Environment.NewLine, lastErrors)
                    : $"The worker ended with exit code {process.ExitCode} and no word.";
            }

            message[0] = message[0]["Unhandled exception.".Length..].TrimStart();
            var type = message[0].IndexOf(": ", StringComparison.Ordinal);
            message[0] = type > 0 ? message[0][(type + 2)..] : message[0];
            return string.Join(Environment.NewLine, message.Where(line => line.Length > 0));
        }
    }

    /// <summary>Waits for the end, and makes it come when it does not within the time given.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        // Closing its standard input is the signal that works on every system (StartupHook).
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(patience, TimeProvider.System);
        await process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await EndedAsync();
    }

    public void Dispose() => process.Dispose();

    // The dotnet that runs this host is there and works; the one that PATH finds may be another.
    private static string Executable(string named) =>
        named == "dotnet" && Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : named;

    private static async Task RelayAsync(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            take(line);
        }
    }

    private void TakeError(string line)
    {
        lock (gate)
        {
            if (isStarted)
            {
                Console.Error.WriteLine(line);
                return;
            }

            lastErrors.Enqueue(line);
            // A bound, for a worker may fail in a loop.
            if (lastErrors.Count > 200)
            {
                lastErrors.Dequeue();
            }
        }
    }

    /// <summary>What <c>worker.config.json</c> says of starting the worker.</summary>
    private sealed record WorkerDescription(string DefaultExecutablePath, string DefaultWorkerPath)
    {
        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        public static WorkerDescription Read(string applicationDirectory)
        {
            var file = Path.Combine(applicationDirectory, "worker.config.json");
            try
            {
                return JsonSerializer.Deserialize<Config>(File.ReadAllText(file), Json)?.Description
                    ?? throw new CannotStartException($"{file} describes no worker.");
            }
            catch (Exception ex) when (ex is IOException or JsonException or UnauthorizedAccessException)
            {
                throw new CannotStartException($"{applicationDirectory} holds no built functions app: {ex.Message}", ex);
            }
        }

        private sealed record Config(WorkerDescription? Description);
    }
}
