using System.Text.RegularExpressions;

namespace Siaran.Tests;

/// <summary>Comments, messages and documents are in plain English of today.</summary>
[TestClass]
public sealed class PlainEnglishTests
{
    /// <summary>Each with what to say instead. <c>stands for</c> and <c>stands still</c> are today's English.</summary>
    private static readonly Dictionary<string, string> Instead = new()
    {
        ["anew"] = "again",
        ["beside"] = "next to, with",
        ["told"] = "said, shown, gets",
        ["parted"] = "separated, split",
        ["became of"] = "the outcome of",
        ["somebody"] = "someone, another instance",
        [@"stands(?! (for|still)\b)"] = "is",
    };

    private static readonly Regex Comment = new(@"(?<!:)//.*$", RegexOptions.Multiline);
    private static readonly Regex Text = new("\"[^\"\n]* [^\"\n]*\"", RegexOptions.NonBacktracking);

    [TestMethod]
    public void No_comment_message_or_document_uses_old_words()
    {
        var files = Files().ToList();
        var found = files.SelectMany(file => Instead.SelectMany(word => Uses(file, word.Key, word.Value))).ToList();

        Assert.IsGreaterThan(400, files.Count);
        Assert.IsEmpty(found, string.Join('\n', found));
    }

    private static IEnumerable<string> Files() =>
        ((string[])["functions", "tests", "docs", "infra", ".github"])
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".razor" or ".bicep" or ".yml")
            .Where(file => !file.StartsWith(Repository.Samples, StringComparison.Ordinal) && !IsMade(file))
            .Where(file => Path.GetFileName(file) != $"{nameof(PlainEnglishTests)}.cs");

    private static bool IsMade(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules" or "StrykerOutput");

    private static IEnumerable<string> Uses(string file, string word, string instead) =>
        ProseOf(file)
            .Where(prose => Regex.IsMatch(prose, $@"\b{word}\b", RegexOptions.IgnoreCase))
            .Select(prose => $"{Path.GetRelativePath(Repository.Root, file)}: {prose.Trim()} (instead: {instead})");

    private static IEnumerable<string> ProseOf(string file)
    {
        var content = File.ReadAllText(file);
        return Path.GetExtension(file) is ".cs" or ".razor"
            ? Comment.Matches(content).Concat(Text.Matches(content)).Select(match => match.Value)
            : content.Split('\n');
    }
}
