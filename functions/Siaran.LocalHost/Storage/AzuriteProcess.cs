using System.Diagnostics;

namespace Siaran.LocalHost.Storage;

/// <summary>Azurite's blob and table services on the loopback address, in a process that ends with this one.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _lastError = "it ended at once";

    private AzuriteProcess(Process process, string logFile)
    {
        _process = process;
        _log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
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
            WorkingDirectory = install,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var azurite = new AzuriteProcess(Process.Start(start)!, logFile);
        try
        {
            await azurite.UntilReady(logFile, cancellationToken);
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
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private async Task UntilReady(string logFile, CancellationToken cancellationToken)
    {
        _process.OutputDataReceived += (_, line) => Took(line.Data);
        _process.ErrorDataReceived += (_, line) => Took(line.Data, isError: true);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(_ready.Task, ended, Task.Delay(Patience, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended)
            throw new CannotStartException($"Azurite did not start ({_lastError}): see {logFile}.");
        if (first != _ready.Task)
            throw new CannotStartException($"Azurite did not start within {Patience.TotalSeconds:0} seconds: see {logFile}.");
    }

    private void Took(string? line, bool isError = false)
    {
        if (line is null)
            return;
        lock (_log)
            _log.WriteLine(line);
        if (isError)
            _lastError = line.Trim();
        else if (line == "ready")
            _ready.TrySetResult();
    }
}
