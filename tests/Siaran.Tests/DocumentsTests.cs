using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Siaran.Feeds.Formats;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Tests.Intake;

namespace Siaran.Tests;

/// <summary>What the documents of the repository say, held against the code.</summary>
[TestClass]
public sealed class DocumentsTests
{
    private const string Reference = "docs/reference.md";

    private static readonly Regex Link = new(@"(?:\]\(|src="")([^)""\s]+)[)""]", RegexOptions.NonBacktracking);
    private static readonly Regex Heading = new(@"^#+ (.+)$", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Code = new("`([^`]+)`", RegexOptions.NonBacktracking);
    private static readonly Regex FindingInSource = new(@"\b(Error|Doubt|Warning|Note)\(\s*""([a-z-]+)""", RegexOptions.NonBacktracking);
    private static readonly Regex Event = new(@"^\| (\d{4}) \| (\w+) \|", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex ExampleRelease = new("```markdown\n(.*?)```", RegexOptions.Singleline);

    private static IEnumerable<string> Documents =>
        Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Append(Repository.PathOf("infra", "README.md"));

    [TestMethod]
    public void Every_link_leads_to_a_file_and_a_heading_that_are_there()
    {
        var links = Documents.SelectMany(document => LinksOf(document).Select(link => (document, link))).ToList();

        Assert.IsGreaterThan(20, links.Count);
        foreach (var (document, link) in links)
        {
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = path.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, path);
            Assert.IsTrue(File.Exists(target), $"{document} links to {link}");
            if (anchor is not null)
            {
                Assert.Contains(anchor, AnchorsOf(target), $"{document} links to {link}");
            }
        }
    }

    [TestMethod]
    public void Every_test_that_the_guide_names_is_there()
    {
        var table = Repository.Read("CONTRIBUTING.md").Split("## What the tests hold off")[1].Split("\n## ")[0];
        var named = Code.Matches(table).Select(match => match.Groups[1].Value).ToList();
        var sources = Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToList();

        Assert.IsGreaterThan(20, named.Count);
        CollectionAssert.AreEqual(
            Array.Empty<string>(),
            named.Where(name => !sources.Exists(source => source.Contains($" {name}(", StringComparison.Ordinal))).ToList()
        );
    }

    [TestMethod]
    public void The_README_fits_a_screen_and_has_the_two_commands()
    {
        var readme = Repository.Read("README.md");

        Assert.IsLessThanOrEqualTo(45, readme.Split('\n').Length);
        Assert.Contains("`dotnet run --project functions/Siaran.Functions`", readme);
        Assert.Contains("`dotnet test`", readme);
    }

    [TestMethod]
    public void A_picture_of_the_documents_is_small()
    {
        foreach (var picture in Directory.EnumerateFiles(Repository.PathOf("docs", "pictures")))
        {
            Assert.IsLessThanOrEqualTo(150 * 1024L, new FileInfo(picture).Length, picture);
        }
    }

    [TestMethod]
    public void The_reference_names_every_code_of_a_report_and_no_other()
    {
        var inCode = Directory
            .EnumerateFiles(Repository.PathOf("functions", "Siaran", "Intake"), "Findings*.cs")
            .SelectMany(file => FindingInSource.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[2].Value)
            .Append("unknown-key")
            .Distinct()
            .Order();

        CollectionAssert.AreEqual(inCode.ToList(), FirstColumn("| code | severity |").Order().ToList());
    }

    [TestMethod]
    public void The_reference_and_both_guides_name_every_key_of_front_matter_and_no_other()
    {
        string[] headers = ["| key | value |", "| kunci | isi |"];
        foreach (var document in (string[])[Reference, "docs/editors.id.md", "docs/editors.en.md"])
        {
            var named = headers.SelectMany(header => FirstColumn(header, document));
            CollectionAssert.AreEqual(FrontMatter.Keys.ToList(), named.ToList(), document);
        }
    }

    [TestMethod]
    public void The_reference_names_every_log_event_with_its_level()
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var inCode = typeof(Release)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(all))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.Level}")
            .Order()
            .ToList();
        var documented = Event.Matches(Repository.Read(Reference)).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").Order();

        CollectionAssert.AllItemsAreUnique(inCode);
        CollectionAssert.AreEqual(inCode, documented.ToList());
    }

    [TestMethod]
    public void The_reference_names_every_format_of_feeds_with_its_media_type()
    {
        var table = Rows("| extension | format |", Reference).Select(row => row.Split('|')).ToList();

        CollectionAssert.AreEqual(
            FeedFormats.All.Select(format => $".{format.Extension} {format.MediaType.Split(';')[0]}").ToList(),
            table.Select(cells => $"{cells[1].Trim(' ', '`')} {cells[3].Trim(' ', '`')}").ToList()
        );
    }

    [TestMethod]
    [DataRow("docs/editors.id.md")]
    [DataRow("docs/editors.en.md")]
    public void The_examples_of_the_guides_are_taken_as_they_are(string guide)
    {
        var examples = ExampleRelease.Matches(Repository.Read(guide)).Select(match => match.Groups[1].Value).ToList();

        Assert.HasCount(2, examples);
        foreach (var example in examples)
        {
            var result = Uploads.Read(Encoding.UTF8.GetBytes(example), "siaran.md", "text/markdown");
            Assert.IsInstanceOfType<IntakeResult.Accepted>(result, example);
            Assert.IsFalse(result.Report.Findings.Any(finding => finding.Severity is not Severity.Note), example);
        }
    }

    private static IEnumerable<string> LinksOf(string document) =>
        Link.Matches(File.ReadAllText(document))
            .Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal));

    /// <summary>As GitHub makes them: lower case, hyphens for blanks, no punctuation.</summary>
    private static HashSet<string> AnchorsOf(string document) =>
        [
            .. Heading
                .Matches(File.ReadAllText(document))
                .Select(match => new string([
                    .. match
                        .Groups[1]
                        .Value.ToLowerInvariant()
                        .Replace(' ', '-')
                        .Where(character => char.IsLetterOrDigit(character) || character is '-' or '_'),
                ])),
        ];

    private static IEnumerable<string> FirstColumn(string header, string document = Reference) =>
        Rows(header, document).SelectMany(row => Code.Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);

    /// <summary>The rows of the table whose first line begins so; none where the document has no such table.</summary>
    private static IEnumerable<string> Rows(string header, string document) =>
        Repository
            .Read(document)
            .Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
}
