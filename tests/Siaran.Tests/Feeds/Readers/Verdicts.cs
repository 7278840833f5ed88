using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Siaran.Tests.Feeds.Readers;

/// <summary>
/// What readers and schemas made of each format, as the tests saw it. Printed as a table when the run ends; what failed is among the failed
/// tests instead.
/// </summary>
[TestClass]
public static class Verdicts
{
    private static readonly ConcurrentDictionary<(string Format, string Judge, string Verdict), int> Noted = new();

    /// <summary>One more time that <paramref name="judge"/> found so.</summary>
    internal static void Note(string format, string judge, string verdict) =>
        Noted.AddOrUpdate((format, judge, verdict), 1, (_, times) => times + 1);

    [AssemblyCleanup]
    public static void Print()
    {
        if (Noted.IsEmpty)
        {
            return;
        }

        var table = new StringBuilder("\n| format | judge | found |\n|---|---|---|\n");
        foreach (
            var row in Noted
                .GroupBy(noted => (noted.Key.Format, noted.Key.Judge))
                .OrderBy(row => row.Key.Format, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Judge, StringComparer.Ordinal)
        )
        {
            var results = row.OrderBy(noted => noted.Key.Verdict, StringComparer.Ordinal)
                .Select(noted =>
                    noted.Value > 1
                        ? string.Create(CultureInfo.InvariantCulture, $"{noted.Key.Verdict} × {noted.Value}")
                        : noted.Key.Verdict
                );
            table.Append(CultureInfo.InvariantCulture, $"| {row.Key.Format} | {row.Key.Judge} | {string.Join("; ", results)} |\n");
        }

        // Past the test framework, which would keep it for itself.
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(table.ToString()));
    }
}
