using System.ComponentModel;
using System.Diagnostics;

namespace Siaran.LocalHost.Storage;

/// <summary>Azurite's blob and table services on the loopback address, in a process that ends with this one.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly string _logFile;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _lastError = "it ended at once";

    private AzuriteProcess(Process process, string logFile)
    {
        _process = process;
        _logFile = logFile;
        _log = new StreamWriter(new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        _process.OutputDataReceived += (_, line) => Took(line.Data);
        _process.ErrorDataReceived += (_, line) => Took(line.Data, isError: true);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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
        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(_ready.Task, ended, Task.Delay(Patience, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended)
        {
            // An old version of Node is the likeliest reason.
            await AzuriteInstall.CheckNodeAsync(Path.GetDirectoryName(_logFile)!, cancellationToken);
            throw new CannotStartException($"Azurite did not start ({_lastError}): see {_logFile}.");
        }

        if (first != _ready.Task)
        {
            throw new CannotStartException($"Azurite did not start within {Patience.TotalSeconds:0} seconds: see {_logFile}.");
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
