using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Siaran.LocalHost.Tests;

/// <summary>The app as a process of its own, as at the terminal.</summary>
internal sealed class RunningApp : IDisposable
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    private readonly Process process;
    private readonly Task<string> errors;
    private readonly Task<string> output;

    public RunningApp(
        int port,
        string storage = "UseDevelopmentStorage=true",
        string? path = null,
        Dictionary<string, string>? settings = null
    )
    {
        Port = port;
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        string[] command =
        [
            dotnet,
            Path.Combine(AppContext.BaseDirectory, "Siaran.LocalHost.dll"),
            "--app",
            AppContext.BaseDirectory,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
        ];
        // A shell starts what runs in its background with SIGINT ignored, and what that starts ignores it too: not so at a terminal.
        var line = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AzureWebJobsStorage"] = storage;
        start.Environment["Schedules__Minutely"] = "0 * * * * *";
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        if (path is not null)
        {
            start.Environment["PATH"] = path + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        }
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Port { get; }

    public int BlobPort => Storage.StorageAddress.ForApp(Port).BlobPort;

    /// <summary>A port whose neighbours for storage are free too.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(8000, 13000);
            var storage = Storage.StorageAddress.ForApp(port);
            if (new[] { port, storage.BlobPort, storage.TablePort }.All(IsFree))
            {
                return port;
            }
        }
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async Task<string> Get(string path)
    {
        for (var left = Stopwatch.StartNew(); ; )
        {
            try
            {
                return await Client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}{path}"));
            }
            catch (HttpRequestException) when (!process.HasExited && left.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(100);
            }
        }
    }

    public Task<HttpResponseMessage> Send(string path) => Client.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"));

    public Task<HttpResponseMessage> Post(string path) => Client.PostAsync(new Uri($"http://127.0.0.1:{Port}{path}"), null);

    public static bool IsRunning(int process) => !OperatingSystem.IsLinux() || Directory.Exists($"/proc/{process}");

    /// <summary>Waits for what must come, however slow the machine is; the bound only ends a test that would hang.</summary>
    public static async Task Until(Func<bool> condition, string otherwise)
    {
        for (var left = Stopwatch.StartNew(); !condition(); await Task.Delay(50))
        {
            Assert.IsLessThan(TimeSpan.FromMinutes(5), left.Elapsed, otherwise);
        }
    }

    public async Task<(int ExitCode, string Output, string Errors)> End()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await output, await errors);
    }

    public Task Signal(string signal) =>
        Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExitAsync();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        process.Dispose();
        var data = Path.Combine(
            Running.ProjectFolder.Find(AppContext.BaseDirectory),
            ".azurite",
            Port.ToString(CultureInfo.InvariantCulture)
        );
        for (var wait = 0; Directory.Exists(data) && !IsFree(BlobPort) && wait < 100; wait++)
        {
            Thread.Sleep(100);
        }
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
