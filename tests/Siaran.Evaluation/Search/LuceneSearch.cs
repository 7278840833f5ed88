using System.Globalization;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Siaran.Tags;

namespace Siaran.Evaluation.Search;

/// <summary>Lucene's BM25 with its Indonesian analyser over headline and body, in memory.</summary>
internal sealed class LuceneSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly RAMDirectory directory = new();
    private readonly IndonesianAnalyzer analyzer = new(Version);
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public LuceneSearch(IReadOnlyList<TaggedRelease> releases)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { Similarity = new BM25Similarity() }))
        {
            for (var i = 0; i < releases.Count; i++)
            {
                var content = releases[i].Release.Content;
                writer.AddDocument(
                    new Document
                    {
                        new StringField("place", i.ToString(CultureInfo.InvariantCulture), Field.Store.YES),
                        new TextField("text", $"{content.Headline} {content.BodyText}", Field.Store.NO),
                        new TextField("headline", content.Headline, Field.Store.NO),
                        new TextField("body", content.BodyText, Field.Store.NO),
                    }
                );
            }

            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>The places of the best, best first.</summary>
    /// <param name="text">Words.</param>
    /// <param name="headline">How much the headline's field counts next to the body's; 1 for one field of both.</param>
    /// <param name="most">How many.</param>
    public IReadOnlyList<int> Find(string text, float headline, int most)
    {
        var builder = new QueryBuilder(analyzer);
        Query? query;
        if (headline > 1)
        {
            var both = new BooleanQuery();
            foreach (var (field, boost) in new[] { ("headline", headline), ("body", 1) })
            {
                if (builder.CreateBooleanQuery(field, text) is { } part)
                {
                    part.Boost = boost;
                    both.Add(part, Occur.SHOULD);
                }
            }

            query = both;
        }
        else
        {
            query = builder.CreateBooleanQuery("text", text);
        }

        return query is null
            ? []
            :
            [
                .. searcher
                    .Search(query, most)
                    .ScoreDocs.Select(found =>
                        int.Parse(searcher.Doc(found.Doc).Get("place", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                    ),
            ];
    }

    public void Dispose()
    {
        reader.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }
}
