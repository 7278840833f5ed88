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
        this.store = new(folder, version);
        this.indexer = new(this.store, new InMemoryRelatedStore(), new RelatedRun(), releases, NullLogger<RelatedIndexer>.Instance);
    }

    /// <summary>Opens the index cold, adds ten, and warms up.</summary>
    public async Task StartAsync()
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var at = await new RelatedIndex(this.store, this.releases).OpenAsync(default);
        this.open = watch.Elapsed.TotalSeconds;
        this.held = at.Manifest.Segments.Sum(s => s.Length);
        this.segments = at.Manifest.Segments.Count;
        await ProbeAsync();
        this.cold = this.times[0];
        for (var i = 0; i < Warming; i++)
        {
            await ProbeAsync();
        }

        this.memory = (GC.GetTotalMemory(forceFullCollection: true) - empty) >> 20;
        this.times.Clear();
        (this.busy, this.before) = (TimeSpan.Zero, (this.store.Reads, this.store.BytesRead));
    }

    /// <summary>Adds ten more, and merges what is due by then, which is not measured.</summary>
    public async Task ProbeAsync()
    {
        var batch = Enumerable.Range(0, Batch).Select(_ => this.releases.Next()).ToList();
        var started = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await this.indexer.RelateAsync(batch, default);
        this.times.Add(watch.Elapsed.TotalSeconds);
        this.busy += Environment.CpuUsage.TotalTime - started;
        await this.indexer.MaintainAsync(default);
    }

    public JsonObject Report(double smallest)
    {
        this.times.Sort();
        Console.WriteLine(
            $"{this.size, 10}{Median * 1000, 8:F1}ms{Median / smallest, 9:F2}x{this.times[^1] * 1000, 8:F0}ms{this.busy.TotalMilliseconds / this.times.Count, 8:F0}ms{Reads, 8}{(this.store.BytesRead - this.before.Bytes) / this.times.Count / 1024, 9}{this.open * 1000, 9:F0}ms{this.cold * 1000, 8:F0}ms{this.held / this.size, 12}{this.segments, 10}{this.memory, 6} MB"
        );
        return new()
        {
            ["tenMoreSeconds"] = Median,
            ["worstSeconds"] = this.times[^1],
            ["cpuSeconds"] = this.busy.TotalSeconds / this.times.Count,
            ["blockReads"] = Reads,
            ["coldOpenSeconds"] = this.open,
            ["coldTenSeconds"] = this.cold,
            ["bytesPerRelease"] = this.held / this.size,
            ["memoryMegabytes"] = this.memory,
        };
    }

    /// <summary>Seconds.</summary>
    public double Median => this.times.Order().ElementAt(this.times.Count / 2);

    private int Reads => (this.store.Reads - this.before.Reads) / this.times.Count;

    public void Dispose() => this.store.Dispose();
}
