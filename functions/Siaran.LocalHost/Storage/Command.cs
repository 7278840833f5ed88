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
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
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
