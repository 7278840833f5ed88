using System.Text;
using Siaran.Listings;
using Siaran.Related.Words;

namespace Siaran.Search;

/// <summary>
/// Reads what people type: words, <c>"a phrase"</c>, and feeds by name such as <c>kantor:dinas-kesehatan</c>, <c>wilayah:"Lombok Timur"</c>
/// or <c>tag:topic:ekonomi</c>. There is nothing it refuses: what names no feed is words.
/// </summary>
public static class SearchParser
{
    private static readonly Dictionary<string, FeedKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kantor"] = FeedKind.Agency,
        ["instansi"] = FeedKind.Agency,
        ["agency"] = FeedKind.Agency,
        ["office"] = FeedKind.Agency,
        ["wilayah"] = FeedKind.Region,
        ["region"] = FeedKind.Region,
        ["jenis"] = FeedKind.Label,
        ["label"] = FeedKind.Label,
        ["bahasa"] = FeedKind.Language,
        ["language"] = FeedKind.Language,
        ["tag"] = FeedKind.Tag,
    };

    /// <param name="text">As typed; what is beyond <see cref="SearchQuery.LongestText"/> is passed over.</param>
    public static SearchQuery Parse(string text)
    {
        text = text.Length > SearchQuery.LongestText ? text[..SearchQuery.LongestText] : text;
        var (words, phrases, keys) = (new List<string>(), new List<IReadOnlyList<string>>(), new List<FeedKey>());
        var rest = new StringBuilder();
        foreach (var part in Parts(text))
        {
            // One feed more than may be asked for is looked for as words, as is a name before a colon
            // that is no kind of feed: people paste headlines with colons.
            if (KeyOf(part) is { } key && keys.Count < SearchQuery.MostKeys)
            {
                keys.Add(key);
                continue;
            }

            rest.Append(rest.Length > 0 ? " " : "").Append(part.Trim());
            var own = WordsOf(part);
            words.AddRange(own);
            if (part[0] is '"' && own.Count > 1)
            {
                phrases.Add(own);
            }
        }

        return new SearchQuery
        {
            Text = rest.ToString(),
            Words = [.. words.Where(Says).Distinct().Take(SearchQuery.MostWords)],
            Phrases = [.. phrases.Take(SearchQuery.MostWords)],
            Keys = [.. keys.Distinct()],
        };
    }

    private static List<string> WordsOf(string part) => [.. SearchWords.In(part).Select(word => SearchWords.Fold(word.Of(part)))];

    // Stop words of both languages, since nothing tells the language of two words.
    private static bool Says(string word) => !Stems.IsStopWord(word, "id") && !Stems.IsStopWord(word, "en");

    /// <summary>What is between spaces or quotation marks; a mark that is never closed counts for nothing.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        text = text.Replace('“', '"').Replace('”', '"');
        for (var start = 0; start < text.Length; )
        {
            if (char.IsWhiteSpace(text[start]) || char.IsControl(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                // A mark may open within a part: wilayah:"Lombok Timur" is one.
                var close = text[end] is '"' ? text.IndexOf('"', end + 1) : -1;
                end = close > 0 ? close + 1 : end + 1;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static FeedKey? KeyOf(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Kinds.TryGetValue(part[..colon], out var kind))
        {
            return null;
        }

        var name = part[(colon + 1)..].Trim('"');
        return kind is FeedKind.Tag ? (FeedKey.TryParse($"tag:{name}", out var key) ? key : null) : FeedKey.From(kind, name);
    }
}
