using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Siaran.Infra.Tests;

/// <summary>The Bicep compiler of the pinned package. It runs on Linux x64 only; elsewhere the tests that need it are skipped.</summary>
public static class Bicep
{
    private static readonly string Executable = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Bicep")
        .Value!;

    public static bool CanRun => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    /// <summary>Marks the calling test as skipped where the compiler cannot run.</summary>
    public static void OrSkip()
    {
        if (!CanRun)
        {
            Assert.Inconclusive("Skipped: the Bicep compiler of this repository runs on Linux x64 only.");
        }
    }

    /// <summary>Runs <c>bicep</c> with the given arguments in a clean environment with the given variables.</summary>
    public static async Task<BicepOutcome> RunAsync(
        string directory,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        OrSkip();
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsOfAnEnvironment).ToList())
        {
            start.Environment.Remove(inherited);
        }

        // A run is over before profiling pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("bicep did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    private static bool IsOfAnEnvironment(string variable) =>
        variable.StartsWith("SIARAN_", StringComparison.Ordinal) || variable.StartsWith("AZURE_", StringComparison.Ordinal);
}

/// <summary>What the compiler said. Diagnostics stand in <paramref name="Errors"/>, warnings too.</summary>
public sealed record BicepOutcome(int ExitCode, string Output, string Errors);
