using Siaran.Listings;
using Siaran.Related.Words;
using Siaran.Tags;

namespace Siaran.Related.Index;

/// <summary>
/// How much a word weighs in a release that is searched for: BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and Gatford, Okapi at TREC-3,
/// 1994) of headline and text each, put together.
/// </summary>
internal sealed record SearchWeights
{
    public static SearchWeights Default { get; } = new();

    /// <summary>How much the headline counts next to the text.</summary>
    public double Headline { get; init; } = 5;

    /// <summary>How soon more of the same word stops counting.</summary>
    public double Saturation { get; init; } = 1.2;

    /// <summary>How much a long text is held against its words: 0 to 1.</summary>
    public double Length { get; init; } = 0.75;

    /// <summary>
    /// Words of a usual headline and of a usual text. They stay as they are, so that a weight once written is good for ever.
    /// </summary>
    private const double UsualHeadline = 8;
    private const double UsualText = 150;

    /// <summary>From 0 to 1.</summary>
    /// <param name="headline">How often the word is in the headline.</param>
    /// <param name="headlineLength">Words of the headline.</param>
    /// <param name="text">How often the word is in the text.</param>
    /// <param name="textLength">Words of the text.</param>
    public double Of(int headline, int headlineLength, int text, int textLength) =>
        ((Headline * Bm25(headline, headlineLength / UsualHeadline)) + Bm25(text, textLength / UsualText)) / (Headline + 1);

    private double Bm25(int count, double length) => count / (count + (Saturation * (1 - Length + (Length * length))));
}

/// <summary>The entries of the index by which searches find releases.</summary>
internal static class SearchEntries
{
    private const int ShortestSpelling = 4;

    /// <summary>By rising key.</summary>
    public static IEnumerable<(Key Key, byte[] Value)> Of(IReadOnlyList<FoundDocument> byNumber, SearchWeights weights)
    {
        foreach (var document in byNumber)
        {
            yield return (Key.Document(document.Number), FoundDocumentFormat.Write(document.Tagged));
        }

        if (byNumber.Count > 0)
        {
            yield return (
                Key.Times,
                Times.Write(byNumber.Select(each => new PublishedAt(each.Number, Times.SecondOf(each.Tagged.Release.PublishAt))))
            );
        }

        var stems = byNumber.SelectMany(each => Stems(each, weights));
        foreach (var same in stems.GroupBy(stem => stem.Key).OrderBy(group => group.Key))
        {
            yield return (same.Key, FullPostings.Write([.. same.Select(stem => stem.Posting)]));
        }

        foreach (var letter in byNumber.SelectMany(Spelled).GroupBy(word => word[0]).OrderBy(group => group.Key))
        {
            yield return (
                Key.Spellings(letter.Key),
                Spellings.Write(
                    letter.CountBy(word => word).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => new Spelling(w.Key, w.Value))
                )
            );
        }

        foreach (var same in byNumber.SelectMany(Followed).GroupBy(one => one.Key).OrderBy(group => group.Key))
        {
            yield return (same.Key, Followers.Write(same.Select(one => one.By)));
        }
    }

    /// <summary>What a stem is found under.</summary>
    public static Key KeyOf(FeedKey feed) => Key.Stem("@" + feed);

    /// <summary>Each stem once, and each feed that holds the release.</summary>
    private static IEnumerable<(Key Key, Posting Posting)> Stems(FoundDocument document, SearchWeights weights)
    {
        var content = document.Tagged.Release.Content;
        var headline = Roots(content.Headline, content.Language);
        var body = Roots(content.BodyText, content.Language);
        var office = Roots(content.Agency ?? "", content.Language);
        var (headlineLength, length) = (headline.Values.Sum(), body.Values.Sum());
        foreach (var stem in headline.Keys.Union(body.Keys).Union(office.Keys))
        {
            var inBody = body.GetValueOrDefault(stem) + office.GetValueOrDefault(stem);
            var weight = weights.Of(headline.GetValueOrDefault(stem), headlineLength, inBody, length);
            yield return (Key.Stem(stem), new(document.Number, Weight.Of(weight)));
        }

        foreach (var feed in FeedKeys.Of(document.Tagged).Where(feed => feed != FeedKey.All))
        {
            yield return (KeyOf(feed), new(document.Number, default));
        }
    }

    private static Dictionary<string, int> Roots(string text, string language) =>
        SearchWords
            .In(text)
            .Take(Words.Stems.MaxWords)
            .Select(word => SearchWords.Fold(word.Of(text)))
            .Where(word => !Words.Stems.IsStopWord(word, language))
            .CountBy(word => Words.Stems.Root(word, language))
            .ToDictionary();

    /// <summary>Each stem of headline and paragraphs once, stop words too: a phrase may begin with one.</summary>
    private static IEnumerable<(Key Key, FollowedBy By)> Followed(FoundDocument document)
    {
        var content = document.Tagged.Release.Content;
        var next = new Dictionary<string, List<byte>>();
        foreach (var text in content.Paragraphs.Append(content.Headline))
        {
            List<byte>? before = null;
            foreach (var word in SearchWords.In(text).Take(Words.Stems.MaxWords).Select(word => SearchWords.Fold(word.Of(text))))
            {
                before?.Add(Followers.HashOf(word));
                var stem = Words.Stems.Root(word, content.Language);
                if (!next.TryGetValue(stem, out before))
                {
                    next[stem] = before = [];
                }
            }
        }

        return next.Select(stem => (Key.Followers(stem.Key), new FollowedBy(document.Number, [.. stem.Value.Distinct().Order()])));
    }

    /// <summary>
    /// The words of a release that someone may misspell, each once: of its headline, of its office and of the names in it.
    /// </summary>
    private static IEnumerable<string> Spelled(FoundDocument document)
    {
        var content = document.Tagged.Release.Content;
        return document
            .Tagged.Tags.Where(tag => !tag.Implied && tag.Id.Kind != TagKind.Keyword)
            .Select(tag => tag.Label)
            .Append(content.Agency ?? "")
            .Append(content.Headline)
            .SelectMany(text => SearchWords.In(text).Select(word => SearchWords.Fold(word.Of(text))))
            .Where(word => word.Length >= ShortestSpelling && word.All(char.IsLetter))
            .Distinct();
    }
}
