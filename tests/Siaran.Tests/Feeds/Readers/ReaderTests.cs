using System.Globalization;
using System.Text.Json.Nodes;
using Siaran.Feeds;
using Siaran.Listings;

namespace Siaran.Tests.Feeds.Readers;

/// <summary>Other people's readers subscribe over HTTP, poll again, and meet a corrected headline.</summary>
[TestClass]
[TestCategory("Readers")]
public sealed class ReaderTests
{
    private const string Corrected = "Judul yang Diperbaiki";

    private readonly FeedsUnderTest feeds = new(SomeFeeds.Gallery());

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task Feedparser_reads_polls_and_sees_one_item_after_a_correction(string extension)
    {
        var python = ReaderProgram.Require("python3-feedparser", "/usr/bin/python3");
        if (!Directory.Exists("/usr/lib/python3/dist-packages/feedparser"))
        {
            Assert.Inconclusive("python3-feedparser is not installed here.");
        }

        await using var server = await FeedServer.StartAsync(feeds);
        await ReadPollCorrectAsync(
            "python3-feedparser",
            extension,
            () => ReaderProgram.RunAsync(python, "", "feedparser_poll.py", Address(extension))
        );
    }

    [TestMethod]
    [DataRow("rss-parser", "rss")]
    [DataRow("rss-parser", "atom")]
    [DataRow("feedsmith", "rss")]
    [DataRow("feedsmith", "atom")]
    [DataRow("feedsmith", "json")]
    public async Task Readers_from_npm_read_poll_and_see_one_item_after_a_correction(string reader, string extension)
    {
        await using var server = await FeedServer.StartAsync(feeds);
        await ReadPollCorrectAsync($"npm {reader}", extension, () => Npm.RunAsync("", "node-readers.mjs", reader, Address(extension)));
    }

    [TestMethod]
    public async Task Feedsmith_imports_the_outline_of_all_feeds()
    {
        await using var server = await FeedServer.StartAsync(feeds);

        var read = JsonNode.Parse(
            await Npm.RunAsync("", "node-readers.mjs", "feedsmith", new Uri(feeds.Site.BaseAddress, "feeds/index.opml").AbsoluteUri)
        )!;

        Assert.AreEqual((304, "Semua siaran"), ((int)read["status"]!, (string)read["items"]![0]!["title"]!));
        Verdicts.Note("opml", "npm feedsmith", $"{read["items"]!.AsArray().Count} outlines; second poll {read["status"]}");
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task Sfeed_reads_polls_and_sees_one_item_after_a_correction(string extension)
    {
        var update = ReaderProgram.Require("sfeed", "/usr/bin/sfeed_update");
        ReaderProgram.Require("curl", "/usr/bin/curl");
        var folder = Directory.CreateTempSubdirectory("siaran-sfeed-").FullName;
        try
        {
            await using var server = await FeedServer.StartAsync(feeds);
            var settings = Path.Combine(folder, "sfeedrc");
            await File.WriteAllTextAsync(
                settings,
                (await File.ReadAllTextAsync(Path.Combine(ReaderProgram.Folder, "sfeedrc")))
                    .Replace("FOLDER", folder, StringComparison.Ordinal)
                    .Replace("ADDRESS", Address(extension), StringComparison.Ordinal)
            );
            var found = new List<int>();
            foreach (var expected in Corrections())
            {
                await ReaderProgram.RunAsync(update, "", settings);
                await ReaderProgram.RunAsync(update, "", settings);

                var items = (await File.ReadAllLinesAsync(Path.Combine(folder, "siaran")))
                    .Select(line => line.Split('\t'))
                    .Select(fields =>
                        (
                            fields[5],
                            fields[1],
                            DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[0], CultureInfo.InvariantCulture)),
                            fields[6]
                        )
                    )
                    .ToList();
                CollectionAssert.AreEqual(expected, items);
                found.Add(items.Count);
            }

            Assert.AreEqual("200 304 200 304", string.Join(' ', server.Statuses));
            Note(extension, "sfeed", found, server.Statuses.ElementAt(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    [DataRow("rss")]
    [DataRow("atom")]
    public async Task Newsboat_reads_polls_and_sees_one_item_after_a_correction(string extension)
    {
        var newsboat = ReaderProgram.Require("newsboat", "/usr/bin/newsboat");
        var python = ReaderProgram.Require("python3", "/usr/bin/python3");
        var folder = Directory.CreateTempSubdirectory("siaran-newsboat-").FullName;
        var (urls, config, cache) = (Path.Combine(folder, "urls"), Path.Combine(folder, "config"), Path.Combine(folder, "cache.db"));
        try
        {
            await using var server = await FeedServer.StartAsync(feeds);
            await File.WriteAllTextAsync(urls, Address(extension) + "\n");
            await File.WriteAllTextAsync(config, "");
            var found = new List<int>();
            foreach (var expected in Corrections())
            {
                await ReloadAsync();
                var items = Items(await ReaderProgram.RunAsync(python, "", "newsboat_items.py", cache));
                CollectionAssert.AreEqual(expected, items);
                found.Add(items.Count);

                // It keeps the validators of a feed from the second time on.
                await ReloadAsync();
                await ReloadAsync();
                Assert.AreEqual(304, server.Statuses.Last());
            }

            Assert.AreEqual("200 200 304 226 304 304", string.Join(' ', server.Statuses));
            Note(extension, "newsboat", found, server.Statuses.Last());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Task<string> ReloadAsync() => ReaderProgram.RunAsync(newsboat, "", "-u", urls, "-C", config, "-c", cache, "-x", "reload");
    }

    private async Task ReadPollCorrectAsync(string reader, string extension, Func<Task<string>> read)
    {
        var found = new List<int>();
        var status = 0;
        foreach (var expected in Corrections())
        {
            var output = await read();
            var items = Items(output);
            CollectionAssert.AreEqual(expected, items, extension);
            status = (int)JsonNode.Parse(output)!["status"]!;
            Assert.AreEqual(304, status);
            found.Add(items.Count);
        }

        Note(extension, reader, found, status);
    }

    /// <summary>Once ids, titles, dates and authors were all compared.</summary>
    private static void Note(string extension, string reader, List<int> found, int status) =>
        Verdicts.Note(
            extension,
            reader,
            $"{found[0]} items with the right id, title, date and author; polled again {status}; after a correction {found[1]} items"
        );

    /// <summary>What readers should see: first as it was, then, in the second round, with one headline corrected.</summary>
    private IEnumerable<List<(string Id, string Title, DateTimeOffset Date, string Author)>> Corrections()
    {
        yield return Expected();
        feeds.Clock.Advance(TimeSpan.FromMinutes(1));
        feeds.Listings.Commit(SomeFeeds.Gallery()[0].Corrected(Corrected));
        yield return
        [
            .. Expected().Select(item => item.Title.Contains("Dermaga", StringComparison.Ordinal) ? item with { Title = Corrected } : item),
        ];
    }

    private static List<(string Id, string Title, DateTimeOffset Date, string Author)> Expected() =>
        [
            .. SomeFeeds
                .Gallery()
                .Where(tagged => tagged.Release.Status is Siaran.Releases.ReleaseStatus.Published)
                .Select(tagged => tagged.Release)
                .OrderByDescending(release => release.PublishAt)
                .Select(release =>
                    (
                        release.Id.Urn,
                        release.Content.Headline.Replace("\0", "", StringComparison.Ordinal).Replace("\a", "", StringComparison.Ordinal),
                        release.PublishAt,
                        release.Content.Agency!
                    )
                ),
        ];

    private static List<(string Id, string Title, DateTimeOffset Date, string Author)> Items(string json) =>
        [
            .. JsonNode.Parse(json)!["items"]!
                .AsArray()
                .Select(item =>
                    (
                        (string)item!["id"]!,
                        (string)item["title"]!,
                        DateTimeOffset.Parse((string)item["date"]!, CultureInfo.InvariantCulture),
                        (string)item["author"]!
                    )
                ),
        ];

    private string Address(string extension) => feeds.Site.Address(FeedQuery.Of(FeedKey.All).Address(extension)).AbsoluteUri;
}
