using System.Diagnostics;
using System.Text.Json.Nodes;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries.Mlt;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging.Abstractions;
using Siaran.Related;
using Siaran.Tags;
using Siaran.Tests.Related;

namespace Siaran.Evaluation.Related;

/// <summary>
/// The index of related news compared with Lucene's on the same made-up releases: ten thousand, collected by tens with a commit each, as
/// releases come. Then the index is opened again and relates ten, cold, and after that a hundred times ten. Lucene indexes headline and
/// body in one field and answers MoreLikeThis; it keeps no lists of neighbours, no tags and no gate.
/// </summary>
internal static class LuceneComparison
{
    private const int Releases = 10_000;
    private const int Batch = 10;
    private const int Warm = 100;

    public static JsonObject Run(string data) => RunAsync(data).GetAwaiter().GetResult();

    private static async Task<JsonObject> RunAsync(string data)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("siaran-lucene-");
        try
        {
            Console.WriteLine(
                $"{"", 8}{"bytes each", 12}{"written each", 14}{"collect ten", 13}{"cold reads", 12}{"cold KB", 9}{"warm reads", 12}{"warm KB", 9}{"warm ten", 10}{"allocated KB", 14}"
            );
            return new JsonObject
            {
                ["own"] = await OwnAsync(folder.CreateSubdirectory("own").FullName, new MadeUpReleases(data)),
                ["lucene"] = OfLucene(folder.CreateSubdirectory("lucene").FullName, new MadeUpReleases(data)),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<JsonObject> OwnAsync(string folder, MadeUpReleases releases)
    {
        var watch = Stopwatch.StartNew();
        using var store = new FolderIndexStore(folder);
        var growing = IndexerOf(store, releases);
        for (var i = 0; i < Releases / Batch; i++)
        {
            await growing.RelateAsync(Take(releases), default);
            await growing.MaintainAsync(default);
        }

        var (collecting, written) = (watch.Elapsed, store.BytesWritten);
        using var other = new FolderIndexStore(folder, store.Version);
        var indexer = IndexerOf(other, releases);
        await indexer.RelateAsync(Take(releases), default);
        var cold = (other.Reads, other.BytesRead);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        watch.Restart();
        for (var i = 0; i < Warm; i++)
        {
            await indexer.RelateAsync(Take(releases), default);
        }

        var warm = new Readings(
            other.Reads - cold.Reads,
            other.BytesRead - cold.BytesRead,
            watch.Elapsed,
            GC.GetTotalAllocatedBytes(precise: true) - allocated
        );
        return Report("own", SizeOf(folder), written, collecting, cold, warm);
    }

    private static JsonObject OfLucene(string folder, MadeUpReleases releases)
    {
        var watch = Stopwatch.StartNew();
        long written;
        using (var growing = new CountingDirectory(folder))
        using (var index = new LuceneIndex(growing))
        {
            for (var i = 0; i < Releases / Batch; i++)
            {
                index.Relate(Take(releases));
            }

            written = growing.BytesWritten;
        }

        var collecting = watch.Elapsed;
        using var directory = new CountingDirectory(folder);
        using var other = new LuceneIndex(directory);
        other.Relate(Take(releases));
        var cold = (directory.Reads, directory.BytesRead);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        watch.Restart();
        for (var i = 0; i < Warm; i++)
        {
            other.Relate(Take(releases));
        }

        var warm = new Readings(
            directory.Reads - cold.Reads,
            directory.BytesRead - cold.BytesRead,
            watch.Elapsed,
            GC.GetTotalAllocatedBytes(precise: true) - allocated
        );
        return Report("lucene", SizeOf(folder), written, collecting, cold, warm);
    }

    private static RelatedIndexer IndexerOf(FolderIndexStore store, MadeUpReleases releases) =>
        new(store, new InMemoryRelatedStore(), new RelatedRun(), releases, NullLogger<RelatedIndexer>.Instance);

    private static List<TaggedRelease> Take(MadeUpReleases releases) => [.. Enumerable.Range(0, Batch).Select(_ => releases.Next())];

    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static JsonObject Report(string name, long size, long written, TimeSpan collecting, (int Reads, long Bytes) cold, Readings warm)
    {
        var collectTen = collecting.TotalMilliseconds / (Releases / Batch);
        Console.WriteLine(
            $"{name, 8}{size / Releases, 12}{written / Releases, 14}{collectTen, 11:F1}ms{cold.Reads, 12}{cold.Bytes / 1024, 9}{warm.Reads / Warm, 12}{warm.Bytes / Warm / 1024, 9}{warm.Time.TotalMilliseconds / Warm, 8:F1}ms{warm.Allocated / Warm / 1024, 14}"
        );
        return new()
        {
            ["bytesPerRelease"] = size / Releases,
            ["bytesWrittenPerRelease"] = written / Releases,
            ["collectTenMilliseconds"] = collectTen,
            ["coldReads"] = cold.Reads,
            ["coldBytes"] = cold.Bytes,
            ["warmReads"] = warm.Reads / (double)Warm,
            ["warmBytes"] = warm.Bytes / (double)Warm,
            ["warmTenMilliseconds"] = warm.Time.TotalMilliseconds / Warm,
            ["warmTenAllocatedBytes"] = warm.Allocated / (double)Warm,
        };
    }

    /// <summary>What a hundred times ten cost; the making of the releases is in time and allocations of both alike.</summary>
    private sealed record Readings(int Reads, long Bytes, TimeSpan Time, long Allocated);

    /// <summary>Finds the neighbours of ten, then adds and commits them.</summary>
    private sealed class LuceneIndex : IDisposable
    {
        private const LuceneVersion Version = LuceneVersion.LUCENE_48;
        private readonly IndonesianAnalyzer analyzer = new(Version);
        private readonly IndexWriter writer;
        private readonly SearcherManager searchers;

        public LuceneIndex(Lucene.Net.Store.Directory directory)
        {
            writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer));
            searchers = new SearcherManager(writer, true, null);
        }

        public void Relate(IReadOnlyList<TaggedRelease> batch)
        {
            searchers.MaybeRefreshBlocking();
            var searcher = searchers.Acquire();
            try
            {
                var likeness = new MoreLikeThis(searcher.IndexReader)
                {
                    Analyzer = analyzer,
                    FieldNames = ["text"],
                    MinTermFreq = 1,
                    MinDocFreq = 2,
                };
                foreach (var release in batch)
                {
                    using var text = new StringReader(TextOf(release));
                    searcher.Search(likeness.Like(text, "text"), 12);
                }
            }
            finally
            {
                searchers.Release(searcher);
            }

            foreach (var release in batch)
            {
                writer.AddDocument(
                    new Document
                    {
                        new StringField("id", release.Release.Id.ToString(), Field.Store.YES),
                        new TextField("text", TextOf(release), Field.Store.NO),
                    }
                );
            }

            writer.Commit();
        }

        public void Dispose()
        {
            searchers.Dispose();
            writer.Dispose();
            analyzer.Dispose();
        }

        private static string TextOf(TaggedRelease release) => $"{release.Release.Content.Headline} {release.Release.Content.BodyText}";
    }

    /// <summary>A folder that counts reads of a block, as storage would be asked for them, and what is written.</summary>
    private sealed class CountingDirectory(string folder) : FilterDirectory(new SimpleFSDirectory(folder))
    {
        private const int Block = 16 * 1024;
        private int reads;
        private long bytesRead;
        private long bytesWritten;

        public int Reads => reads;

        public long BytesRead => bytesRead;

        public long BytesWritten => bytesWritten;

        public override IndexInput OpenInput(string name, IOContext context) => new CountingInput(base.OpenInput(name, context), this);

        public override IndexOutput CreateOutput(string name, IOContext context) =>
            new CountingOutput(base.CreateOutput(name, context), this);

        private sealed class CountingInput(IndexInput inner, CountingDirectory directory) : BufferedIndexInput("counting", Block)
        {
            public override long Length => inner.Length;

            public override object Clone()
            {
                var clone = new CountingInput((IndexInput)inner.Clone(), directory);
                clone.Seek(Position);
                return clone;
            }

            protected override void ReadInternal(byte[] b, int offset, int length)
            {
                inner.Seek(Position);
                inner.ReadBytes(b, offset, length);
                Interlocked.Increment(ref directory.reads);
                Interlocked.Add(ref directory.bytesRead, length);
            }

            protected override void SeekInternal(long pos) { }

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                {
                    inner.Dispose();
                }
            }
        }

        private sealed class CountingOutput(IndexOutput inner, CountingDirectory directory) : IndexOutput
        {
            public override long Position => inner.Position;

            public override long Checksum => inner.Checksum;

            public override void WriteByte(byte b)
            {
                inner.WriteByte(b);
                Interlocked.Increment(ref directory.bytesWritten);
            }

            public override void WriteBytes(byte[] b, int offset, int length)
            {
                inner.WriteBytes(b, offset, length);
                Interlocked.Add(ref directory.bytesWritten, length);
            }

            public override void Flush() => inner.Flush();

            [Obsolete("(4.1) This method will be removed in Lucene 5.0")]
            public override void Seek(long pos) => inner.Seek(pos);

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                {
                    inner.Dispose();
                }
            }
        }
    }
}
