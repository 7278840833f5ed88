using System.Security.Cryptography;

namespace Siaran.LocalHost.Storage;

/// <summary>Azurite at the version that the lock file pins, installed once per version into an ignored folder of the project.</summary>
internal static class AzuriteInstall
{
    private const int OldestNode = 20;

    private static string Pins => Path.Combine(AppContext.BaseDirectory, "azurite");

    /// <summary>The script that runs Azurite for as long as its standard input is open.</summary>
    public static string Script => Path.Combine(Pins, "storage.js");

    /// <summary>Gives the folder whose <c>node_modules</c> hold Azurite, after installing it where that was not done yet.</summary>
    /// <exception cref="CannotStartException">Node is missing or too old, or npm failed.</exception>
    public static async Task<string> EnsureAsync(string projectFolder, Action<string> say, CancellationToken cancellationToken)
    {
        var lockFile = Path.Combine(Pins, "package-lock.json");
        // By the lock file's hash: another pin is another folder, and an install that was cut short has
        // no mark.
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile, cancellationToken)))[..12];
        var folder = Path.Combine(projectFolder, ".azurite", $"install-{version}");
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
        {
            return folder;
        }

        await CheckNodeAsync(projectFolder, cancellationToken);
        Directory.CreateDirectory(folder);
        // Test assemblies start their hosts at the same time: one installs, and whoever waited finds it
        // done.
        await using var turn = await TurnAsync(Path.Combine(folder, "lock"), cancellationToken);
        if (File.Exists(done))
        {
            return folder;
        }
        File.Copy(lockFile, Path.Combine(folder, "package-lock.json"), overwrite: true);
        File.Copy(Path.Combine(Pins, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        say("Storage: installing Azurite, this once");
        await InstallAsync(folder, cancellationToken);
        await File.WriteAllTextAsync(done, "", cancellationToken);
        return folder;
    }

    /// <exception cref="CannotStartException">Node is missing or too old.</exception>
    public static async Task CheckNodeAsync(string folder, CancellationToken cancellationToken)
    {
        var asked = await Command.RunAsync("node", ["--version"], folder, cancellationToken);
        if (asked is not (0, var version))
        {
            throw new CannotStartException(
                $"Local storage needs Node.js {OldestNode} or newer, which was not found: install it from https://nodejs.org, or name a storage account in AzureWebJobsStorage."
            );
        }
        if (!Version.TryParse(version.Trim().TrimStart('v'), out var found) || found.Major < OldestNode)
        {
            throw new CannotStartException(
                $"Local storage needs Node.js {OldestNode} or newer, but this is {version.Trim()}: update it from https://nodejs.org, or name a storage account in AzureWebJobsStorage."
            );
        }
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // Without scripts: a package must not run code at install, and Azurite needs none.
        var run =
            await Command.RunAsync(
                "npm",
                ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
                folder,
                cancellationToken
            )
            ?? throw new CannotStartException(
                "Local storage needs npm, which comes with Node.js and was not found: install it from https://nodejs.org."
            );
        if (run.ExitCode == 0)
        {
            return;
        }

        var log = Path.Combine(folder, "npm.log");
        await File.WriteAllTextAsync(log, run.Output, cancellationToken);
        var reason =
            run.Output.Split('\n')
                .Select(line => line.Trim())
                .FirstOrDefault(line => line.StartsWith("npm error", StringComparison.Ordinal))
            ?? "npm ci failed";
        throw new CannotStartException(
            $"Azurite could not be installed for local storage ({reason}): see {log}, mend it and run the command again."
        );
    }

    /// <summary>Waits for other processes that install the same version.</summary>
    private static async Task<FileStream> TurnAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            }
        }
    }
}
