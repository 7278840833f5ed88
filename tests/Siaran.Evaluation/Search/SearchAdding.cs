using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Siaran.Evaluation.Related;
using Siaran.Related.Index;

namespace Siaran.Evaluation.Search;

/// <summary>
/// What it takes to add ten releases to indexes of different sizes that are there already: all take the same ten in turn, so that a busy
/// machine slows them alike. First without merges, then with those that come due.
/// </summary>
internal static class SearchAdding
{
    private const int Ten = 10;
    private const int Rounds = 60;

    /// <param name="data">The folder of real data.</param>
    /// <param name="folders">Of the indexes, by commas. They are gone on with.</param>
    public static JsonObject Run(string data, string? folders) =>
        RunAsync(data, folders?.Split(',') ?? throw new FileNotFoundException("Say where the indexes are: --index DIR,DIR"))
            .GetAwaiter()
            .GetResult();

    private static async Task<JsonObject> RunAsync(string data, string[] folders)
    {
        var releases = new MadeUpReleases(data);
        var indexes = folders.Select(folder => new Measured(FolderIndexStore.Open(folder), releases)).ToList();
        var result = new JsonObject();
        foreach (var withMerges in new[] { false, true })
        {
            indexes.ForEach(index => index.Additions.Clear());
            for (var round = 0; round < Rounds; round++)
            {
                var ten = Enumerable.Range(0, Ten).Select(_ => releases.Next()).ToList();
                foreach (var index in indexes)
                {
                    await index.AddAsync(ten, withMerges);
                }
            }

            foreach (var index in indexes)
            {
                result[$"{index.Releases}{(withMerges ? " with merges" : "")}"] = index.Report(withMerges);
            }
        }

        indexes.ForEach(index => index.Store.Dispose());
        return result;
    }

    /// <param name="Milliseconds">From the manifest read to the manifest written.</param>
    /// <param name="Reads">Of blocks and manifests.</param>
    /// <param name="Writes">Of segments and manifests.</param>
    /// <param name="Bytes">Written.</param>
    private sealed record Addition(double Milliseconds, int Reads, int Writes, long Bytes);

    private sealed class Measured(FolderIndexStore store, MadeUpReleases clock)
    {
        private readonly RelatedIndex index = new(store, clock);

        public FolderIndexStore Store => store;

        public List<Addition> Additions { get; } = [];

        public long Releases { get; private set; }

        public async Task AddAsync(List<Siaran.Tags.TaggedRelease> ten, bool withMerges)
        {
            var (reads, writes, bytes) = (store.Reads + store.ManifestReads, store.Writes, store.BytesWritten);
            var watch = Stopwatch.StartNew();
            var at = await index.OpenAsync(default);
            var documents = ten.Select((release, i) => new FoundDocument(at.Manifest.NextNumber + i, release)).ToList();
            await index.CommitAsync(at, Siaran.Related.Index.Addition.Of(documents, SearchWeights.Default), manifest => manifest, default);
            while (withMerges && await index.MaintainAsync(default))
            {
                // A merge may make another due.
            }

            Additions.Add(
                new(
                    watch.Elapsed.TotalMilliseconds,
                    store.Reads + store.ManifestReads - reads,
                    store.Writes - writes,
                    store.BytesWritten - bytes
                )
            );
            Releases = at.Manifest.Segments.Sum(segment => (long)segment.Documents);
        }

        /// <summary>The median time, and the mean of what is counted; the first ten are left out, when the runtime is still cold.</summary>
        public JsonObject Report(bool withMerges)
        {
            var warm = Additions.Skip(Additions.Count / 6).ToList();
            var times = warm.Select(one => one.Milliseconds).Order().ToList();
            var (median, reads, writes, bytes) = (
                times[times.Count / 2],
                warm.Average(one => one.Reads),
                warm.Average(one => one.Writes),
                warm.Average(one => one.Bytes)
            );
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Releases, 9}{(withMerges ? " with merges" : ""), 13}: ten more {median:F1} ms (worst {times[^1]:F1}), {reads:F1} reads, {writes:F1} writes, {bytes / 1024:F0} KB written"
                )
            );
            return new()
            {
                ["milliseconds"] = median,
                ["reads"] = reads,
                ["writes"] = writes,
                ["bytesWritten"] = bytes,
            };
        }
    }
}
