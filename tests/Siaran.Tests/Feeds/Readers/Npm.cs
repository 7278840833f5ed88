namespace Siaran.Tests.Feeds.Readers;

/// <summary>Programs from npm, at the versions of the lock file.</summary>
internal static class Npm
{
    private static readonly string[] Packages = ["rss-parser", "feedsmith", "ajv", "ajv-formats"];

    private static readonly Lazy<Task> Installing = new(async () =>
    {
        if (!Packages.All(package => Directory.Exists(Path.Combine(ReaderProgram.Folder, "node_modules", package))))
        {
            await ReaderProgram.RunAsync(ReaderProgram.Require("npm", "/usr/bin/npm"), "", "ci", "--no-audit", "--no-fund");
        }
    });

    /// <summary>Runs a script of this folder, once what it needs is there.</summary>
    public static async Task<string> RunAsync(string input, params string[] arguments)
    {
        var node = ReaderProgram.Require("node", "/usr/bin/node");
        await Installing.Value;
        return await ReaderProgram.RunAsync(node, input, arguments);
    }

    /// <summary>The version that is installed.</summary>
    public static string VersionOf(string package) =>
        (string)
            System.Text.Json.Nodes.JsonNode.Parse(
                File.ReadAllText(Path.Combine(ReaderProgram.Folder, "node_modules", package, "package.json"))
            )!["version"]!;
}
