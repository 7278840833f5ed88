using System.Diagnostics;

namespace Siaran.LocalHost.Storage;

/// <summary>Azurite's blob and table services on the loopback address, in a process that ends with this one.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string lastError = "it ended at once";

    private AzuriteProcess(Process process, string logFile)
    {
        this.process = process;
        log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    /// <summary>
    /// Starts <c>storage.js</c> with the arguments and waits until it serves; all that Azurite writes goes to the log file.
    /// </summary>
    /// <exception cref="CannotStartException">Node or npm fail, or Azurite does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string projectFolder,
        Action<string> say,
        string logFile,
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        var install = await AzuriteInstall.EnsureAsync(projectFolder, say, cancellationToken);
        var start = new ProcessStartInfo("node", [AzuriteInstall.Script, "--install", install, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = install,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var azurite = new AzuriteProcess(Process.Start(start)!, logFile);
        try
        {
            await azurite.UntilReadyAsync(logFile, cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Azurite write its data and end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        process.Dispose();
        await log.DisposeAsync();
    }

    private async Task UntilReadyAsync(string logFile, CancellationToken cancellationToken)
    {
        process.OutputDataReceived += (_, line) => Took(line.Data);
        process.ErrorDataReceived += (_, line) => Took(line.Data, isError: true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(ready.Task, ended, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended)
        {
            throw new CannotStartException($"Azurite did not start ({lastError}): see {logFile}.");
        }
        if (first != ready.Task)
        {
            throw new CannotStartException($"Azurite did not start within {Patience.TotalSeconds:0} seconds: see {logFile}.");
        }
    }

    private void Took(string? line, bool isError = false)
    {
        if (line is null)
        {
            return;
        }
        lock (log)
        {
            log.WriteLine(line);
        }

        if (isError)
        {
            lastError = line.Trim();
        }
        else if (line == "ready")
        {
            ready.TrySetResult();
        }
    }
}
