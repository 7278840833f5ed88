using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Siaran.Tests;

/// <summary>
/// Each room of Siaran knows only the rooms that it may know, whether by a using, by a qualified name or within a method's body.
/// </summary>
[TestClass]
public sealed class RoomsTests
{
    private const string Root = "Siaran.";

    /// <summary>By room: the rooms that it may know.</summary>
    private static readonly Dictionary<string, string> MayKnow = new()
    {
        ["Releases"] = "",
        ["Actors"] = "Releases",
        ["Serving"] = "",
        ["Settings"] = "",
        ["Telemetry"] = "",
        ["Tags"] = "Releases",
        ["Listings"] = "Releases Tags",
        ["Intake"] = "Releases",
        ["Replies"] = "Releases Intake",
        ["Tagging"] = "Releases Tags",
        ["Related"] = "Releases Tags Listings",
        ["Search"] = "Releases Tags Listings Related",
        ["Feeds"] = "Releases Tags Listings Settings Replies",
        ["Pages"] = "Releases Tags Listings Settings Intake Tagging Related Search Feeds Serving Replies",

        // It implements the stores of Related and the source of vocabularies.
        ["Storage"] = "Releases Actors Tags Listings Settings Telemetry Related Tagging Replies",
        ["Ingest"] = "Releases Actors Tags Listings Settings Telemetry Intake Tagging Related Feeds Serving Storage",
        ["Desk"] = "Releases Actors Tags Listings Settings Telemetry Intake Tagging Related Feeds Pages Serving Storage Ingest Replies",
        ["Endpoints"] =
            "Releases Actors Tags Listings Settings Telemetry Intake Tagging Related Search Feeds Pages Serving Storage Ingest Replies",
    };

    private static readonly Architecture House = new ArchLoader().LoadAssemblies(typeof(SiaranServices).Assembly).Build();

    public static IEnumerable<object[]> Rooms => MayKnow.Keys.Select(room => new object[] { room });

    [TestMethod]
    [DynamicData(nameof(Rooms))]
    public void A_room_never_reaches_back_up(string room)
    {
        var may = MayKnow[room].Split(' ');

        var forbidden = Known(room).Where(known => RoomOf(known.To) is { } other && other != room && !may.Contains(other));

        Assert.IsEmpty(forbidden, string.Join("\n", forbidden.Select(known => $"{known.From} → {known.To}")));
    }

    [TestMethod]
    public void Every_namespace_is_in_a_room()
    {
        var spaces = House.Types.Select(type => RoomOf(type.FullName)).OfType<string>().Distinct().Order(StringComparer.Ordinal);

        CollectionAssert.AreEqual(MayKnow.Keys.Order(StringComparer.Ordinal).ToList(), spaces.ToList());
    }

    [TestMethod]
    public void A_name_within_the_body_of_an_async_method_is_seen() =>
        Assert.Contains("Siaran.Storage.BatchId", Known("Ingest").Select(known => known.To));

    [TestMethod]
    public void Of_tagging_storage_knows_only_where_vocabularies_come_from()
    {
        string[] may = ["Siaran.Tagging.Vocabularies.IVocabularySource", "Siaran.Tagging.Vocabularies.VocabularyFiles"];

        var known = Known("Storage").Select(each => each.To).Where(to => RoomOf(to) is "Tagging").Except(may);

        Assert.IsEmpty(known, string.Join("\n", known));
    }

    [TestMethod]
    [DataRow("Tagging")]
    [DataRow("Related")]
    [DataRow("Search")]
    [DataRow("Tags")]
    [DataRow("Listings")]
    [DataRow("Releases")]
    public void What_understands_text_knows_neither_the_web_nor_the_cloud(string room)
    {
        var outside = Known(room)
            .Where(known =>
                known.To.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                || known.To.StartsWith("Azure.", StringComparison.Ordinal)
            );

        Assert.IsEmpty(outside, string.Join("\n", outside.Select(known => $"{known.From} → {known.To}")));
    }

    [TestMethod]
    public void Only_storage_speaks_to_azure_storage()
    {
        var speaking = MayKnow.Keys.Where(room =>
            Known(room)
                .Any(known =>
                    known.To.StartsWith("Azure.Storage.", StringComparison.Ordinal)
                    || known.To.StartsWith("Azure.Data.", StringComparison.Ordinal)
                )
        );

        CollectionAssert.AreEqual(new[] { "Storage" }, speaking.ToList());
    }

    [TestMethod]
    [DataRow("functions/Siaran")]
    [DataRow("functions/Siaran.Functions")]
    public void No_line_depends_on_a_build_symbol(string project)
    {
        var files = Directory
            .EnumerateFiles(Repository.PathOf(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.IsNotEmpty(files);

        Assert.IsEmpty(files.Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal))));
    }

    private static List<(string From, string To)> Known(string room) =>
        [
            .. House
                .Types.Where(type => RoomOf(type.FullName) == room)
                .SelectMany(type => type.Dependencies.Select(dependency => (type.FullName, dependency.Target.FullName)))
                .Distinct(),
        ];

    /// <summary>Null for what is outside of Siaran, or at its very root.</summary>
    private static string? RoomOf(string name) =>
        name.StartsWith(Root, StringComparison.Ordinal) && name.Split('.') is { Length: > 2 } parts ? parts[1] : null;
}
