using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Related.Words;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>
/// What relating costs as the archive grows from ten thousand releases to a million. The first ten thousand are collected ten by ten, as in
/// life; the rest is put into the
/// index by the thousand, for the sake of time, and merged as ever. An instance opens each archive cold, adds ten, then fifty times ten to
/// warm up; then all archives take
/// ten in turn, thirty times, so that a busy machine slows them alike.
/// </summary>
internal static class ScaleEvaluation
{
    private const int Batch = 10;
    private const int Bulk = 5_000;
    private const int Probes = 30;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static JsonObject Run(string data) => RunAsync(data).GetAwaiter().GetResult();

    private static async Task<JsonObject> RunAsync(string data)
    {
        var folder = Directory.CreateTempSubdirectory("siaran-scale-");
        var archives = new List<ScaledArchive>();
        try
        {
            var result = new JsonObject();
            var releases = new MadeUpReleases(data);
            using var store = new FolderIndexStore(folder.CreateSubdirectory("growing").FullName);
            var index = new RelatedIndex(store, releases);
            await CollectAsync(store, releases, result);
            foreach (var size in Sizes)
            {
                await GrowAsync(index, releases, size);
                var kept = folder.CreateSubdirectory($"{size}").FullName;
                store.CopyTo(kept);
                archives.Add(new(size, kept, store.Version, releases));
            }

            await MeasureAsync(archives, result);
            return result;
        }
        finally
        {
            archives.ForEach(archive => archive.Dispose());
            folder.Delete(recursive: true);
        }
    }

    private static async Task CollectAsync(FolderIndexStore store, MadeUpReleases releases, JsonObject result)
    {
        var rows = new InMemoryRelatedStore();
        var indexer = new RelatedIndexer(store, rows, new RelatedRun(), releases, NullLogger<RelatedIndexer>.Instance);
        for (var i = 0; i < Sizes[0] / Batch; i++)
        {
            await indexer.RelateAsync(Take(releases, Batch), default);
            await indexer.MaintainAsync(default);
        }

        var at = await new RelatedIndex(store, releases).OpenAsync(default);
        var amplification = (double)store.BytesWritten / at.Manifest.Segments.Sum(s => s.Length);
        var writes = (double)rows.Writes / Sizes[0];
        Console.WriteLine(
            $"collecting {Sizes[0]} by tens: {writes:F2} table writes a release, {amplification:F2} bytes written for each byte held, manifests included (and one more each time the archive grows sixfold)"
        );
        result["tableWritesPerRelease"] = writes;
        result["writeAmplification"] = amplification;
    }

    private static async Task GrowAsync(RelatedIndex index, MadeUpReleases releases, int size)
    {
        for (var at = await index.OpenAsync(default); at.Manifest.NextNumber <= size; at = await index.OpenAsync(default))
        {
            var next = at.Manifest.NextNumber;
            var rarity = WordRarity.OfNews.With(at.Frequencies);
            var summaries = Take(releases, (int)Math.Min(Bulk, size + 1 - next))
                .AsParallel()
                .AsOrdered()
                .Select((r, i) => DocumentSummarizer.Summarize(Reading.Of(r, rarity, RankingOptions.Default), next + i, _ => 100, next))
                .ToList();
            await index.CommitAsync(at, new(summaries, new Dictionary<Key, HashSet<long>>(), [], []), m => m, default);
            while (await index.MaintainAsync(default))
            {
                // A merge may make another due.
            }
        }
    }

    private static async Task MeasureAsync(List<ScaledArchive> archives, JsonObject result)
    {
        foreach (var archive in archives)
        {
            await archive.StartAsync();
        }

        for (var i = 0; i < Probes; i++)
        {
            foreach (var archive in archives)
            {
                await archive.ProbeAsync();
            }
        }

        Console.WriteLine(
            $"{"releases", 10}{"ten more", 10}{"ratio", 10}{"worst", 10}{"CPU", 10}{"reads", 8}{"KB read", 9}{"cold open", 11}{"cold ten", 10}{"bytes each", 12}{"segments", 10}{"memory", 9}"
        );
        foreach (var (size, archive) in Sizes.Zip(archives))
        {
            result[$"{size}"] = archive.Report(archives[0].Median);
        }

        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Console.WriteLine($"peak of the whole process, making releases and all three archives included: {peak} MB");
        result["peakMegabytes"] = peak;
    }

    private static List<TaggedRelease> Take(MadeUpReleases releases, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => releases.Next())];
}
