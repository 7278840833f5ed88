using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>An archive of some size and an instance that adds to it.</summary>
internal sealed class ScaledArchive : IDisposable
{
    private const int Batch = 10;
    private const int Warming = 50;

    private readonly int size;
    private readonly MadeUpReleases releases;
    private readonly FolderIndexStore store;
    private readonly RelatedIndexer indexer;
    private readonly List<double> times = [];
    private TimeSpan busy;
    private double open;
    private double cold;
    private long held;
    private int segments;
    private long memory;
    private (int Reads, long Bytes) before;

    /// <param name="size">How many releases it has.</param>
    /// <param name="folder">Its index.</param>
    /// <param name="version">Of the index's manifest.</param>
    /// <param name="releases">What is added to it.</param>
    public ScaledArchive(int size, string folder, int version, MadeUpReleases releases)
    {
        (this.size, this.releases) = (size, releases);
        store = new(folder, version);
        indexer = new(store, new InMemoryRelatedStore(), new RelatedRun(), releases, NullLogger<RelatedIndexer>.Instance);
    }

    /// <summary>Opens the index cold, adds ten, and warms up.</summary>
    public async Task StartAsync()
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var at = await new RelatedIndex(store, releases).OpenAsync(default);
        open = watch.Elapsed.TotalSeconds;
        held = at.Manifest.Segments.Sum(s => s.Length);
        segments = at.Manifest.Segments.Count;
        await ProbeAsync();
        cold = times[0];
        for (var i = 0; i < Warming; i++)
        {
            await ProbeAsync();
        }

        memory = (GC.GetTotalMemory(forceFullCollection: true) - empty) >> 20;
        times.Clear();
        (busy, before) = (TimeSpan.Zero, (store.Reads, store.BytesRead));
    }

    /// <summary>Adds ten more, and merges what is due by then, which is not measured.</summary>
    public async Task ProbeAsync()
    {
        var batch = Enumerable.Range(0, Batch).Select(_ => releases.Next()).ToList();
        var started = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await indexer.RelateAsync(batch, default);
        times.Add(watch.Elapsed.TotalSeconds);
        busy += Environment.CpuUsage.TotalTime - started;
        await indexer.MaintainAsync(default);
    }

    public JsonObject Report(double smallest)
    {
        times.Sort();
        Console.WriteLine(
            $"{size, 10}{Median * 1000, 8:F1}ms{Median / smallest, 9:F2}x{times[^1] * 1000, 8:F0}ms{busy.TotalMilliseconds / times.Count, 8:F0}ms{Reads, 8}{(store.BytesRead - before.Bytes) / times.Count / 1024, 9}{open * 1000, 9:F0}ms{cold * 1000, 8:F0}ms{held / size, 12}{segments, 10}{memory, 6} MB"
        );
        return new()
        {
            ["tenMoreSeconds"] = Median,
            ["worstSeconds"] = times[^1],
            ["cpuSeconds"] = busy.TotalSeconds / times.Count,
            ["blockReads"] = Reads,
            ["coldOpenSeconds"] = open,
            ["coldTenSeconds"] = cold,
            ["bytesPerRelease"] = held / size,
            ["memoryMegabytes"] = memory,
        };
    }

    /// <summary>Seconds.</summary>
    public double Median => times.Order().ElementAt(times.Count / 2);

    private int Reads => (store.Reads - before.Reads) / times.Count;

    public void Dispose() => store.Dispose();
}
