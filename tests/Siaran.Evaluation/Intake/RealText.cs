namespace Siaran.Evaluation.Intake;

/// <summary>A real release or report, as an upload.</summary>
/// <param name="Name">With the extension of its format.</param>
/// <param name="Text">Headline first.</param>
internal sealed record RealText(string Name, string Text)
{
    /// <summary>The texts of each set in the data folder; sets whose file is missing are said and left out.</summary>
    public static IEnumerable<IGrouping<string, RealText>> All(string data) =>
        Rows(data).GroupBy(t => Path.GetDirectoryName(t.Name)!, StringComparer.Ordinal);

    private static IEnumerable<RealText> Rows(string data)
    {
        foreach (
            var (set, file, body) in new[]
            {
                ("news", "news.jsonl.gz", "content"),
                ("related-by-keyword", "related-by-keyword.jsonl.gz", "text"),
                ("government-posts", "government-posts.jsonl.gz", "content"),
            }
        )
        {
            var path = Path.Combine(data, file);
            if (!File.Exists(path))
            {
                Console.WriteLine($"  {file} is missing: left out");
                continue;
            }

            var number = 0;
            foreach (var row in JsonLines.Rows(path))
            {
                var (title, text) = (row.GetProperty("title").GetString() ?? "", row.GetProperty(body).GetString() ?? "");
                number++;
                yield return set is "government-posts"
                    ? new($"{set}/{number}.html", $"<h1>{System.Net.WebUtility.HtmlEncode(title)}</h1>\n{text}")
                    : new($"{set}/{number}.txt", $"{title}\n\n{text.Replace(" ,", "\n\n", StringComparison.Ordinal)}");
            }
        }
    }
}
