using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Siaran.IntegrationTests.Memory;

/// <summary>The place of a row.</summary>
internal readonly record struct RowKey(string Partition, string Key) : IComparable<RowKey>
{
    public int CompareTo(RowKey other) =>
        string.CompareOrdinal(Partition, other.Partition) is not 0 and var order ? order : string.CompareOrdinal(Key, other.Key);
}

/// <summary>
/// Reads the filters of queries: comparisons of the two keys and of columns that hold times or texts, joined by <c>and</c>, <c>or</c> and
/// brackets.
/// </summary>
internal static partial class MemoryFilter
{
    /// <exception cref="NotSupportedException">It compares something else.</exception>
    public static Func<RowKey, JsonObject, bool> Parse(string? filter)
    {
        if (string.IsNullOrEmpty(filter))
        {
            return (_, _) => true;
        }

        var words = new Queue<string>(Word().Matches(filter).Select(match => match.Value));
        return Either(words);
    }

    private static Func<RowKey, JsonObject, bool> Either(Queue<string> words)
    {
        var left = Both(words);
        while (words.TryPeek(out var next) && next == "or")
        {
            words.Dequeue();
            var (one, other) = (left, Both(words));
            left = (row, cells) => one(row, cells) || other(row, cells);
        }

        return left;
    }

    private static Func<RowKey, JsonObject, bool> Both(Queue<string> words)
    {
        var left = One(words);
        while (words.TryPeek(out var next) && next == "and")
        {
            words.Dequeue();
            var (one, other) = (left, One(words));
            left = (row, cells) => one(row, cells) && other(row, cells);
        }

        return left;
    }

    private static Func<RowKey, JsonObject, bool> One(Queue<string> words)
    {
        if (words.Peek() == "(")
        {
            words.Dequeue();
            var inner = Either(words);
            words.Dequeue();
            return inner;
        }

        var (column, comparison, literal) = (words.Dequeue(), words.Dequeue(), words.Dequeue());
        if (literal == "datetime")
        {
            return OfTime(column, comparison, DateTimeOffset.Parse(Unquoted(words.Dequeue()), CultureInfo.InvariantCulture));
        }

        var value = Unquoted(literal);
        if (column is not ("PartitionKey" or "RowKey"))
        {
            return comparison == "eq"
                ? (_, cells) => cells[column]?.GetValue<string>() == value
                : throw new NotSupportedException(comparison);
        }

        Func<RowKey, string> of = column == "PartitionKey" ? row => row.Partition : row => row.Key;
        return comparison switch
        {
            "eq" => (row, _) => of(row) == value,
            "gt" => (row, _) => string.CompareOrdinal(of(row), value) > 0,
            "ge" => (row, _) => string.CompareOrdinal(of(row), value) >= 0,
            "lt" => (row, _) => string.CompareOrdinal(of(row), value) < 0,
            "le" => (row, _) => string.CompareOrdinal(of(row), value) <= 0,
            _ => throw new NotSupportedException(comparison),
        };
    }

    /// <summary>A row without the column is never found.</summary>
    private static Func<RowKey, JsonObject, bool> OfTime(string column, string comparison, DateTimeOffset value) =>
        comparison == "le"
            ? (_, cells) =>
                cells[column] is { } cell && DateTimeOffset.Parse(cell.GetValue<string>(), CultureInfo.InvariantCulture) <= value
            : throw new NotSupportedException(comparison);

    private static string Unquoted(string literal) => literal[1..^1].Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"'(?:[^']|'')*'|\(|\)|\w+")]
    private static partial Regex Word();
}
