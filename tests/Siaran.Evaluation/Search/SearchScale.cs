using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Siaran.Evaluation.Related;
using Siaran.Listings;
using Siaran.Related.Index;
using Siaran.Search;
using Siaran.Tags;

namespace Siaran.Evaluation.Search;

/// <summary>
/// What a search takes as the archive grows: made-up releases are put into the index by the thousand and merged as ever, an instance is
/// warmed up by searches, and then the time and the reads of as many others are taken. A read is a block of the index, or its manifest.
/// </summary>
internal static class SearchScale
{
    private const int Bulk = 5_000;
    private const int WarmUp = 3_000;
    private const int Searches = 1_000;
    private const int Remembered = 4_000;
    private const int Tens = 30;

    /// <param name="data">The folder of real data.</param>
    /// <param name="only">How many releases, several sizes by rising commas; 10,000, 100,000 and a million where it is not given.</param>
    /// <param name="folder">Where the index is kept and gone on with; null for one that is deleted afterwards.</param>
    /// <param name="cache">
    /// Of the searching instance, in MiB; that of the app where it is not given. A tenth of the cache for a tenth of the releases tells of
    /// a
    /// larger archive what takes long to build.
    /// </param>
    public static JsonObject Run(string data, string? only, string? folder, string? cache) =>
        RunAsync(
                data,
                [.. (only ?? "10000,100000,1000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))],
                folder,
                cache is null ? BlockCache.DefaultCapacity : (long)(double.Parse(cache, CultureInfo.InvariantCulture) * (1 << 20))
            )
            .GetAwaiter()
            .GetResult();

    private static async Task<JsonObject> RunAsync(string data, int[] sizes, string? kept, long cache)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("siaran-search-").FullName;
        try
        {
            var result = new JsonObject();
            using var store = FolderIndexStore.Open(folder);
            var releases = new MadeUpReleases(data);
            var remembered = new List<TaggedRelease>();
            foreach (var size in sizes)
            {
                await GrowAsync(store, releases, size, remembered);
                result[$"{size}"] = await MeasureAsync(store, releases, size, remembered, cache);
            }

            return result;
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Adds releases until there are so many; of those that are there already, it goes over the same ones.</summary>
    private static async Task GrowAsync(FolderIndexStore store, MadeUpReleases releases, int size, List<TaggedRelease> remembered)
    {
        var index = new RelatedIndex(store, releases);
        var chance = new Random(size);
        while (releases.Made < size)
        {
            var next = releases.Made + 1L;
            var documents = Enumerable
                .Range(0, (int)Math.Min(Bulk, size - releases.Made))
                .Select(i => new FoundDocument(next + i, releases.Next()))
                .ToList();
            remembered.AddRange(documents.Where(_ => chance.Next(size) < Remembered).Select(document => document.Tagged));
            var at = await index.OpenAsync(default);
            if (at.Manifest.NextNumber > next)
            {
                continue;
            }

            await index.CommitAsync(at, Addition.Of(documents, SearchWeights.Default), manifest => manifest, default);
            while (await index.MaintainAsync(default))
            {
                // A merge may make another due.
            }
        }
    }

    private static async Task<JsonObject> MeasureAsync(
        FolderIndexStore store,
        MadeUpReleases releases,
        int size,
        List<TaggedRelease> remembered,
        long cache
    )
    {
        using var index = new SearchIndex(store, releases, new BlockCache(cache));
        var chance = new Random(1);
        var cold = await SearchAsync(index, store, releases, remembered, chance);
        for (var i = 0; i < WarmUp; i++)
        {
            await SearchAsync(index, store, releases, remembered, chance);
        }

        var measured = new List<(double Milliseconds, int Reads)>();
        for (var i = 0; i < Searches; i++)
        {
            measured.Add(await SearchAsync(index, store, releases, remembered, chance));
        }

        var times = measured.Select(each => each.Milliseconds).Order().ToList();
        var reads = measured.Select(each => each.Reads).Order().ToList();
        var (adding, addingReads) = await AddTensAsync(store, releases);
        var bytes = (await new RelatedIndex(store, releases).OpenAsync(default)).Manifest.Segments.Sum(segment => segment.Length);
        Console.WriteLine(
            $"{size, 9}: {bytes / size} bytes a release; cold {cold.Milliseconds:F0} ms and {cold.Reads} reads; warm {times[Searches / 2]:F1} ms, p95 {times[95 * Searches / 100]:F1} ms; reads {reads.Average():F2}, p95 {reads[95 * Searches / 100]}; ten more {adding:F1} ms and {addingReads} reads"
        );
        return new()
        {
            ["bytesPerRelease"] = bytes / size,
            ["coldMilliseconds"] = cold.Milliseconds,
            ["coldReads"] = cold.Reads,
            ["warmMilliseconds"] = times[Searches / 2],
            ["warmMillisecondsP95"] = times[95 * Searches / 100],
            ["warmReads"] = reads.Average(),
            ["warmReadsP95"] = reads[95 * Searches / 100],
            ["addTenMilliseconds"] = adding,
            ["addTenReads"] = addingReads,
        };
    }

    /// <summary>
    /// Two to five words of a headline; of ten searches one has a phrase, one a feed, one a misspelt word, one none but a feed.
    /// </summary>
    private static async Task<(double Milliseconds, int Reads)> SearchAsync(
        SearchIndex index,
        FolderIndexStore store,
        MadeUpReleases releases,
        List<TaggedRelease> remembered,
        Random chance
    )
    {
        var release = remembered[chance.Next(remembered.Count)];
        var words = release.Release.Content.Headline.Split(' ');
        var text = string.Join(' ', words.Take(2 + chance.Next(4)));
        var query = chance.Next(10) switch
        {
            0 => SearchParser.Parse($"\"{text}\""),
            1 => SearchParser.Parse(text) with { Keys = [FeedKey.Of(release.Tags[0].Id)] },
            2 => SearchParser.Parse(text + " nmaa" + chance.Next(100)),
            3 => SearchQuery.All with { Keys = [FeedKey.Of(release.Tags[2].Id)] },
            _ => SearchParser.Parse(text),
        };
        var before = store.Reads;
        var watch = Stopwatch.StartNew();
        await index.FindAsync(query, new SearchWindow(0, 10), releases.GetUtcNow(), default);
        return (watch.Elapsed.TotalMilliseconds, store.Reads - before + 1);
    }

    /// <summary>How long it takes to add ten releases, and how many reads, without merges.</summary>
    private static async Task<(double Milliseconds, double Reads)> AddTensAsync(FolderIndexStore store, MadeUpReleases releases)
    {
        var index = new RelatedIndex(store, releases);
        await index.OpenAsync(default);
        var (before, watch) = (store.Reads, Stopwatch.StartNew());
        for (var i = 0; i < Tens; i++)
        {
            var at = await index.OpenAsync(default);
            var documents = Enumerable.Range(0, 10).Select(n => new FoundDocument(at.Manifest.NextNumber + n, releases.Next())).ToList();
            await index.CommitAsync(at, Addition.Of(documents, SearchWeights.Default), manifest => manifest, default);
        }

        return (watch.Elapsed.TotalMilliseconds / Tens, (store.Reads - before) / (double)Tens);
    }
}
