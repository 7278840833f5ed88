using System.Diagnostics;

namespace Siaran.Tests.Feeds.Readers;

/// <summary>Runs other people's feed readers, where they are installed.</summary>
internal static class ReaderProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static string Folder { get; } = Repository.PathOf("tests", "Siaran.Tests", "Feeds", "Readers");

    /// <summary>The first of the programs that is there; otherwise the test is skipped, and says what to install.</summary>
    public static string Require(string package, params string[] candidates) =>
        candidates.FirstOrDefault(File.Exists)
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, Path.GetFileName(candidates[0])))
            .FirstOrDefault(File.Exists)
        ?? Skip(package);

    /// <summary>What the program writes.</summary>
    public static async Task<string> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            Assert.AreEqual(0, process.ExitCode, $"{program} {string.Join(' ', arguments)}: {await errors}");
            return await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Skip(string package)
    {
        Assert.Inconclusive($"{package} is not installed here.");
        return "";
    }
}
