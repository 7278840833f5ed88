using System.ComponentModel;
using System.Diagnostics;

namespace Siaran.LocalHost.Storage;

/// <summary>Runs a program to its end and gives what it wrote.</summary>
internal static class Command
{
    /// <returns>Exit code and output, standard error included; null where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)?> RunAsync(
        string program,
        string[] arguments,
        string folder,
        CancellationToken cancellationToken
    )
    {
        // npm is a script there, npm.cmd, which only a shell finds by its bare name.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            // Both are read while it runs: a program whose pipe is full waits for ever.
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
