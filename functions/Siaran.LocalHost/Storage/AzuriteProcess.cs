using System.ComponentModel;
using System.Diagnostics;

namespace Siaran.LocalHost.Storage;

/// <summary>Azurite's blob and table services on the loopback address, in a process that ends with this one.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StreamWriter log;
    private readonly string logFile;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string lastError = "it ended at once";

    private AzuriteProcess(Process process, string logFile)
    {
        this.process = process;
        this.logFile = logFile;
        log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Took(line.Data);
        process.ErrorDataReceived += (_, line) => Took(line.Data, isError: true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts <c>storage.js</c> with the arguments; all that Azurite writes goes to the log file.</summary>
    /// <exception cref="CannotStartException">Node or npm fail.</exception>
    public static async Task<AzuriteProcess> LaunchAsync(
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
        try
        {
            return new AzuriteProcess(Process.Start(start)!, logFile);
        }
        catch (Win32Exception)
        {
            await AzuriteInstall.CheckNodeAsync(projectFolder, cancellationToken);
            throw;
        }
    }

    /// <summary>Starts it as <see cref="LaunchAsync"/> does and waits until it serves.</summary>
    /// <exception cref="CannotStartException">Node or npm fail, or Azurite does not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string projectFolder,
        Action<string> say,
        string logFile,
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        var azurite = await LaunchAsync(projectFolder, say, logFile, arguments, cancellationToken);
        try
        {
            await azurite.WhenReadyAsync(cancellationToken);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="CannotStartException">Azurite does not start.</exception>
    public async Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        var ended = process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(ready.Task, ended, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended)
        {
            // An old version of Node is the likeliest reason.
            await AzuriteInstall.CheckNodeAsync(Path.GetDirectoryName(logFile)!, cancellationToken);
            throw new CannotStartException($"Azurite did not start ({lastError}): see {logFile}.");
        }

        if (first != ready.Task)
        {
            throw new CannotStartException($"Azurite did not start within {Patience.TotalSeconds:0} seconds: see {logFile}.");
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
