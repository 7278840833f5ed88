using System.Text.RegularExpressions;

namespace Siaran.Tests;

/// <summary>The house's rooms know only what the README says they may know.</summary>
[TestClass]
public sealed class RoomsTests
{
    private static readonly Regex Using = new(@"using Siaran\.([A-Z][A-Za-z]+)", RegexOptions.NonBacktracking);

    [TestMethod]
    [DataRow("Releases", "")]
    [DataRow("Serving", "")]
    [DataRow("Telemetry", "")]
    [DataRow("Intake", "Releases")]
    [DataRow("Tagging", "Releases")]
    [DataRow("Related", "Releases Tagging")]
    [DataRow("Feeds", "Releases Serving Tagging Telemetry")]
    [DataRow("Pages", "Feeds Intake Related Releases Serving Tagging")]
    [DataRow("Storage", "Feeds Related Releases Tagging Telemetry")]
    [DataRow("Ingest", "Feeds Intake Related Releases Serving Storage Tagging Telemetry")]
    public void A_room_never_reaches_back_up(string room, string mayKnow)
    {
        var folder = Repository.PathOf("functions", "Siaran", room);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(files);

        var known = files.SelectMany(file => Using.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Where(name => name != room).Distinct();

        Assert.IsEmpty(known.Except(mayKnow.Split(' ')), string.Join(", ", known.Except(mayKnow.Split(' '))));
    }

    [TestMethod]
    [DataRow("functions/Siaran")]
    [DataRow("functions/Siaran.Functions")]
    public void No_line_depends_on_a_build_symbol(string project)
    {
        var files = Directory.EnumerateFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.IsNotEmpty(files);

        Assert.IsEmpty(files.Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void Only_storage_speaks_to_azure_storage()
    {
        var folder = Repository.PathOf("functions", "Siaran");
        var speaking = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("using Azure.Storage", StringComparison.Ordinal) || File.ReadAllText(file).Contains("using Azure.Data", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0])
            .Distinct();

        CollectionAssert.AreEqual(new[] { "Storage" }, speaking.ToList());
    }
}
