using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Related.Words;
using Siaran.Tagging;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>
/// What relating costs as the archive grows from ten thousand releases to a million. The first ten thousand are collected ten by ten, as in life; the rest is put into the
/// index by the thousand, for the sake of time, and merged as ever. At each size an instance opens the index cold, adds ten, then fifty times ten to warm up, then thirty times ten that are measured.
/// </summary>
internal static class ScaleEvaluation
{
    private const int Batch = 10;
    private const int Bulk = 5_000;
    private const int Warming = 50;
    private const int Probes = 30;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static JsonObject Run(string data) => RunAsync(data).GetAwaiter().GetResult();

    private static async Task<JsonObject> RunAsync(string data)
    {
        var folder = Directory.CreateTempSubdirectory("siaran-scale-");
        try
        {
            var result = new JsonObject();
            using var store = new FolderIndexStore(folder.FullName);
            var rows = new InMemoryRelatedStore();
            var releases = new MadeUpReleases(data);
            var index = new RelatedIndex(store, releases);
            await CollectAsync(store, rows, releases, result);
            Console.WriteLine($"{"releases",10}{"ten more",10}{"worst",10}{"CPU",10}{"reads",8}{"KB read",9}{"cold open",11}{"cold ten",10}{"bytes each",12}{"segments",10}{"memory",9}");
            foreach (var size in Sizes)
            {
                await GrowAsync(index, releases, size);
                result[$"{size}"] = await MeasureAsync(store, rows, releases, size);
            }

            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CollectAsync(FolderIndexStore store, InMemoryRelatedStore rows, MadeUpReleases releases, JsonObject result)
    {
        var relater = NewRelater(store, rows, releases);
        for (var i = 0; i < Sizes[0] / Batch; i++)
        {
            await relater.RelateAsync(Take(releases, Batch), default);
            await relater.MaintainAsync(default);
        }

        var at = await new RelatedIndex(store, releases).OpenAsync(default);
        var amplification = (double)store.BytesWritten / at.Manifest.Segments.Sum(s => s.Length);
        var writes = (double)rows.Writes / Sizes[0];
        Console.WriteLine($"collecting {Sizes[0]} by tens: {writes:F2} table writes a release, {amplification:F2} bytes written for each byte held, manifests included (and one more each time the archive grows sixfold)");
        result["tableWritesPerRelease"] = writes;
        result["writeAmplification"] = amplification;
    }

    private static async Task GrowAsync(RelatedIndex index, MadeUpReleases releases, int size)
    {
        for (var at = await index.OpenAsync(default); at.Manifest.NextNumber <= size; at = await index.OpenAsync(default))
        {
            var next = at.Manifest.NextNumber;
            var rarity = WordRarity.OfNews.With(at.Census);
            var sketches = Take(releases, (int)Math.Min(Bulk, size + 1 - next))
                .AsParallel().AsOrdered()
                .Select((r, i) => Sketching.Draw(Reading.Of(r, rarity, Signals.Default), next + i, _ => 100, next))
                .ToList();
            await index.CommitAsync(at, new(sketches, new Dictionary<Key, HashSet<long>>(), []), m => m, default);
            while (await index.MaintainAsync(default))
            {
                // A merge may make another due.
            }
        }
    }

    private static async Task<JsonObject> MeasureAsync(FolderIndexStore store, InMemoryRelatedStore rows, MadeUpReleases releases, int size)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var at = await new RelatedIndex(store, releases).OpenAsync(default);
        var open = watch.Elapsed.TotalSeconds;
        var held = at.Manifest.Segments.Sum(s => s.Length);
        var relater = NewRelater(store, rows, releases);
        var batches = Enumerable.Range(0, 1 + Warming + Probes).Select(_ => Take(releases, Batch)).ToList();
        watch.Restart();
        await relater.RelateAsync(batches[0], default);
        var cold = watch.Elapsed.TotalSeconds;
        foreach (var batch in batches.Skip(1).Take(Warming))
        {
            await relater.RelateAsync(batch, default);
            await relater.MaintainAsync(default);
        }

        var (reads, bytes) = (store.Reads, store.BytesRead);
        var times = new List<double>();
        var busy = TimeSpan.Zero;
        foreach (var batch in batches.Skip(1 + Warming))
        {
            var started = Environment.CpuUsage.TotalTime;
            watch.Restart();
            await relater.RelateAsync(batch, default);
            times.Add(watch.Elapsed.TotalSeconds);
            busy += Environment.CpuUsage.TotalTime - started;
            await relater.MaintainAsync(default);
        }

        times.Sort();
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) >> 20;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        var (median, worst) = (times[times.Count / 2], times[^1]);
        Console.WriteLine($"{size,10}{median * 1000,8:F0}ms{worst * 1000,8:F0}ms{busy.TotalMilliseconds / Probes,8:F0}ms{(store.Reads - reads) / Probes,8}{(store.BytesRead - bytes) / Probes / 1024,9}{open * 1000,9:F0}ms{cold * 1000,8:F0}ms{held / size,12}{at.Manifest.Segments.Count,10}{memory,6} MB");
        Console.WriteLine($"           peak of the whole process so far, making releases included: {peak} MB");
        return new()
        {
            ["tenMoreSeconds"] = median,
            ["worstSeconds"] = worst,
            ["cpuSeconds"] = busy.TotalSeconds / Probes,
            ["coldOpenSeconds"] = open,
            ["coldTenSeconds"] = cold,
            ["bytesPerRelease"] = held / size,
            ["memoryMegabytes"] = memory,
            ["peakMegabytes"] = peak,
        };
    }

    private static List<TaggedRelease> Take(MadeUpReleases releases, int count) => [.. Enumerable.Range(0, count).Select(_ => releases.Next())];

    private static Relater NewRelater(FolderIndexStore store, InMemoryRelatedStore rows, MadeUpReleases releases) =>
        new(store, rows, new RelatedRun(), releases, NullLogger<Relater>.Instance);
}
