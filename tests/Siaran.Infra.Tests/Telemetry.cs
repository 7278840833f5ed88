using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Siaran.Infra.Tests;

/// <summary>The table of metrics in <c>docs/operating.md</c>, and what alerts and workbook ask of it.</summary>
public static class Telemetry
{
    private static readonly Regex MetricInQuery = new("\"(siaran\\.[a-z.]+)\"", RegexOptions.NonBacktracking);
    private static readonly Regex DimensionInQuery = new(@"Properties\.([a-z]+)", RegexOptions.NonBacktracking);
    private static readonly Regex Row = new(
        @"^\| `(siaran\.[a-z.]+)` \|[^|]*\|[^|]*\|([^|]*)\|",
        RegexOptions.NonBacktracking | RegexOptions.Multiline
    );
    private static readonly Regex Code = new("`([a-z]+)`", RegexOptions.NonBacktracking);

    /// <summary>Each metric with its dimensions, as the table documents them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Documented { get; } =
        Row.Matches(Repository.Read("docs/operating.md"))
            .ToDictionary(row => row.Groups[1].Value, row => (IReadOnlySet<string>)Found(Code, row.Groups[2].Value));

    public static IReadOnlyList<string> WorkbookQueries { get; } =
    [
        .. JsonNode.Parse(Repository.Read("infra/workbook/siaran.workbook.json"))!["items"]!
            .AsArray()
            .Select(item => item!["content"]!["query"]?.GetValue<string>())
            .OfType<string>(),
    ];

    public static IReadOnlySet<string> MetricsIn(string query) => Found(MetricInQuery, query);

    public static IReadOnlySet<string> DimensionsIn(string query) => Found(DimensionInQuery, query);

    private static HashSet<string> Found(Regex pattern, string text) => [.. pattern.Matches(text).Select(match => match.Groups[1].Value)];
}
