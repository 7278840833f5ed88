using Siaran.Evaluation;
using Siaran.Tagging.Tokens;

namespace Siaran.Training;

/// <summary>All running text of the data, without labels.</summary>
internal static class RunningText
{
    private static readonly (string File, string[] Fields)[] Sources =
    [
        ("news.jsonl.gz", ["title", "content"]),
        ("regional-topics.jsonl.gz", ["text"]),
        ("related-by-keyword.jsonl.gz", ["title", "text"]),
        ("government-posts.jsonl.gz", ["title", "content"]),
    ];

    /// <summary>Each text with its tokens.</summary>
    public static IEnumerable<(string Text, Token[] Tokens)> Read(string data)
    {
        foreach (var (file, fields) in Sources)
        {
            foreach (var row in JsonLines.Rows(Path.Combine(data, file)))
            {
                foreach (var field in fields)
                {
                    var text = row.GetProperty(field).GetString() ?? "";
                    yield return (text, Tokenizer.Read(text).ToArray());
                }
            }
        }
    }
}
