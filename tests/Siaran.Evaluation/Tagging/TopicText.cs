namespace Siaran.Evaluation.Tagging;

/// <summary>A text and the labels that people gave it.</summary>
/// <param name="Text">All that a model may look at: the headline, an empty line and the body, as of a release.</param>
/// <param name="Headline">Where the headline ends, in UTF-16 code units.</param>
/// <param name="Labels">Letters of sectors, or slugs of topics.</param>
/// <param name="Region">Whose office gave the labels; for training only.</param>
internal sealed record TopicText(string Text, int Headline, string[] Labels, string? Region = null)
{
    private const int FewestHyphens = 3;

    /// <summary>What comes before each headline in the addresses of one paper: "news".</summary>
    private const string Rubric = "berita-";

    private static readonly Dictionary<string, string> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Bola"] = "olahraga",
        ["Sports"] = "olahraga",
        ["Sport"] = "olahraga",
        ["Super Skor"] = "olahraga",
        ["Selebriti"] = "seni-budaya-media",
        ["Celebrity"] = "seni-budaya-media",
        ["Seleb"] = "seni-budaya-media",
        ["Musik"] = "seni-budaya-media",
        ["Film"] = "seni-budaya-media",
        ["TV"] = "seni-budaya-media",
        ["Entertainment"] = "seni-budaya-media",
        ["KOREA"] = "seni-budaya-media",
        ["News & Entertainment"] = "seni-budaya-media",
        ["bisnis"] = "ekonomi-bisnis",
        ["Ekbis"] = "ekonomi-bisnis",
        ["Economy"] = "ekonomi-bisnis",
        ["Money"] = "ekonomi-bisnis",
        ["Properti"] = "ekonomi-bisnis",
        ["Lifestyle"] = "gaya-hidup",
        ["gaya"] = "gaya-hidup",
        ["cantik"] = "gaya-hidup",
        ["Beauty"] = "gaya-hidup",
        ["Travel"] = "gaya-hidup",
        ["tekno"] = "ilmu-teknologi",
        ["Techno"] = "ilmu-teknologi",
        ["Autotekno"] = "ilmu-teknologi",
        ["Sains"] = "ilmu-teknologi",
        ["Muslim"] = "agama",
        ["Haji"] = "agama",
        ["Kesehatan"] = "kesehatan",
        ["Health"] = "kesehatan",
        ["Kriminal"] = "hukum-kriminal",
    };

    private static readonly Dictionary<string, string> Subsections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hukum"] = "hukum-kriminal",
        ["politik"] = "politik-pemerintahan",
        ["hankam"] = "konflik-perdamaian",
        ["health"] = "kesehatan",
        ["Sexual Health"] = "kesehatan",
        ["edukasi"] = "pendidikan",
        ["Kampus"] = "pendidikan",
    };

    /// <summary>The headline and the body, as of a release; a dash where the text has no headline.</summary>
    public (string Headline, string Body) Parts => (Headline > 0 ? Text[..Headline] : "-", Text[Headline..].Trim());

    /// <summary>Texts of <c>regional-topics</c> with the letters of their sectors, in the file's order.</summary>
    /// <param name="data">The folder of the data.</param>
    /// <param name="headlines">Whether each has its headline, which its address tells.</param>
    public static List<TopicText> Sectors(string data, bool headlines = true) =>
        [
            .. JsonLines
                .Rows(Path.Combine(data, "regional-topics.jsonl.gz"))
                .Select(row =>
                    Of(
                        headlines && row.TryGetProperty("url", out var address) ? HeadlineIn(address.GetString() ?? "") : "",
                        row.GetProperty("text").GetString()!,
                        [
                            .. row.GetProperty("sectors_raw")
                                .GetString()!
                                .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                                .Where(s => s.Contains(". ", StringComparison.Ordinal))
                                .Select(s => s[..s.IndexOf('.', StringComparison.Ordinal)]),
                        ],
                        row.TryGetProperty("region", out var region) ? region.GetString() : null
                    )
                ),
        ];

    /// <summary>News whose section names an IPTC top level, as that topic's slug, by date.</summary>
    public static List<TopicText> News(string data) =>
        [
            .. JsonLines
                .Rows(Path.Combine(data, "news.jsonl.gz"))
                .OrderBy(row => row.GetProperty("date").GetString(), StringComparer.Ordinal)
                .Select(row =>
                    (
                        Row: row,
                        Topic: TopicOf(row.GetProperty("category").GetString() ?? "", row.GetProperty("subcategory").GetString() ?? "")
                    )
                )
                .Where(pair => pair.Topic is not null)
                .Select(pair =>
                    Of(pair.Row.GetProperty("title").GetString()!, pair.Row.GetProperty("content").GetString()!, [pair.Topic!])
                ),
        ];

    /// <summary>
    /// The words of the part of a web address that tells the headline, <c>/harga-beras-naik-lagi.html</c>; empty where none does.
    /// </summary>
    internal static string HeadlineIn(string address)
    {
        var parts = address
            .Split('/', '?', '#', '&', '=')
            .Where(part => part.Count(c => c == '-') >= FewestHyphens)
            .Select(part => Path.GetFileNameWithoutExtension(part));
        var slug = parts.MaxBy(part => part.Length) ?? "";
        return slug[(slug.StartsWith(Rubric, StringComparison.Ordinal) ? Rubric.Length : 0)..].Replace('-', ' ');
    }

    private static TopicText Of(string headline, string body, string[] labels, string? region = null) =>
        new($"{headline}\n\n{body}", headline.Length, labels, region);

    private static string? TopicOf(string section, string subsection) =>
        Subsections.GetValueOrDefault(subsection) ?? Sections.GetValueOrDefault(section);
}
