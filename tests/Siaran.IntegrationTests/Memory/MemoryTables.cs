using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// The table service: point reads, queries, conditions and transactions, and the limits that a row and a transaction have.
/// </summary>
internal sealed partial class MemoryTables(TimeProvider time)
{
    private const int MostInOnePage = 1000;
    private const int MostInTransaction = 100;
    private const int MostBytesInText = 64 * 1024;
    private const int MostBytesInRow = 1024 * 1024;
    private const int MostBytesInTransaction = 4 * 1024 * 1024;

    private readonly Dictionary<string, SortedDictionary<RowKey, Row>> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> written = new(StringComparer.Ordinal);
    private long version;

    /// <summary>Rises with every write to a partition, of whichever table.</summary>
    public long VersionOf(string partition) => written.GetValueOrDefault(partition);

    public MemoryAnswer Answer(MemoryRequest request)
    {
        if (request.Path == "$batch")
        {
            return Transact(request);
        }

        if (Whole().Match(request.Path) is { Success: true } whole)
        {
            return tables.Remove(Unquoted(whole.Groups[1].Value))
                ? new MemoryAnswer(204)
                : MemoryAnswer.TableFailure(404, "ResourceNotFound");
        }

        if (request is { Path: "Tables", Method: "POST" })
        {
            var name = JsonNode.Parse(request.Body)!["TableName"]!.GetValue<string>();
            return tables.TryAdd(name, []) ? new MemoryAnswer(204) : MemoryAnswer.TableFailure(409, "TableAlreadyExists");
        }

        var (table, key) = Address(request.Path);
        if (!tables.TryGetValue(table, out var rows))
        {
            return MemoryAnswer.TableFailure(404, "TableNotFound");
        }

        return (request.Method, key) switch
        {
            ("GET", null) => Query(request, rows),
            ("GET", { } one) => rows.TryGetValue(one, out var row)
                ? Json(Shown(row, Columns(request))).With("ETag", row.ETag)
                : MemoryAnswer.TableFailure(404, "ResourceNotFound"),
            _ => Write(request.Method, key, request.Header("If-Match"), request.Body, rows) is { Code: { } code } refused
                ? MemoryAnswer.TableFailure(refused.Status, code)
                : Written(rows, key ?? KeyOf(Parse(request.Body))),
        };
    }

    private static MemoryAnswer Written(SortedDictionary<RowKey, Row> rows, RowKey key) =>
        rows.TryGetValue(key, out var row) ? new MemoryAnswer(204).With("ETag", row.ETag) : new MemoryAnswer(204);

    /// <summary>Carries out one write.</summary>
    private Outcome Write(string method, RowKey? key, string? ifMatch, byte[] body, SortedDictionary<RowKey, Row> rows)
    {
        var entity = body.Length > 0 ? Parse(body) : [];
        var at = key ?? KeyOf(entity);
        var existing = rows.GetValueOrDefault(at);
        if (method == "POST" ? existing is not null : ifMatch is not null && existing is null)
        {
            return method == "POST" ? new(409, "EntityAlreadyExists") : new(404, "ResourceNotFound");
        }

        if (ifMatch is not (null or "*") && ifMatch != existing!.ETag)
        {
            return new(412, "UpdateConditionNotSatisfied");
        }

        if (method == "DELETE")
        {
            written[at.Partition] = ++version;
            return rows.Remove(at) ? new(204, null) : new(404, "ResourceNotFound");
        }

        if (
            body.Length > MostBytesInRow * 4 / 3
            || entity.Any(cell =>
                cell.Value?.GetValueKind() == JsonValueKind.String
                && SizeOf(entity, cell.Key, cell.Value.GetValue<string>()) > MostBytesInText
            )
        )
        {
            return new(400, body.Length > MostBytesInRow * 4 / 3 ? "EntityTooLarge" : "PropertyValueTooLarge");
        }

        var now = time.GetUtcNow();
        (entity["PartitionKey"], entity["RowKey"]) = (at.Partition, at.Key);
        entity["Timestamp"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        rows[at] = new Row(entity, $"W/\"datetime'{++version:D20}'\"");
        written[at.Partition] = version;
        return new(204, null);
    }

    private static int SizeOf(JsonObject entity, string name, string value) =>
        entity.TryGetPropertyValue(name + "@odata.type", out var type) && type!.GetValue<string>() == "Edm.Binary"
            ? value.Length / 4 * 3
            : value.Length * 2;

    private static MemoryAnswer Query(MemoryRequest request, SortedDictionary<RowKey, Row> rows)
    {
        var filter = MemoryFilter.Parse(request.Query.GetValueOrDefault("$filter"));
        var most = Math.Min(MostInOnePage, int.Parse(request.Query.GetValueOrDefault("$top", "1000"), CultureInfo.InvariantCulture));
        var from = request.Query.TryGetValue("NextPartitionKey", out var partition)
            ? new RowKey(partition, request.Query.GetValueOrDefault("NextRowKey", ""))
            : default(RowKey?);
        var found = rows.Where(row => (from is not { } first || row.Key.CompareTo(first) >= 0) && filter(row.Key, row.Value.Cells))
            .Take(most + 1)
            .ToList();
        var columns = Columns(request);
        var shown = string.Join(',', found.Take(most).Select(row => Shown(row.Value, columns)));
        var answer = Json($"{{\"value\":[{shown}]}}");
        return found.Count > most
            ? answer
                .With("x-ms-continuation-NextPartitionKey", found[most].Key.Partition)
                .With("x-ms-continuation-NextRowKey", found[most].Key.Key)
            : answer;
    }

    private MemoryAnswer Transact(MemoryRequest request)
    {
        var operations = Operation().Matches(Encoding.UTF8.GetString(request.Body)).Select(TableOperation.Of).ToList();
        var (table, _) = Address(operations[0].Path);
        if (!tables.TryGetValue(table, out var rows))
        {
            return Multipart([Part(404, null, MemoryAnswer.TableFailureBody("TableNotFound", 0))]);
        }

        if (operations.Count > MostInTransaction || request.Body.Length > MostBytesInTransaction)
        {
            return Multipart([Part(400, null, MemoryAnswer.TableFailureBody("InvalidInput", MostInTransaction - 1))]);
        }

        var before = new List<(RowKey Key, Row? Row)>();
        var (parts, touched) = (new List<string>(), new HashSet<RowKey>());
        for (var number = 0; number < operations.Count; number++)
        {
            var operation = operations[number];
            var key = Address(operation.Path).Key ?? KeyOf(Parse(operation.Body));
            before.Add((key, rows.GetValueOrDefault(key)));
            var outcome =
                touched.Add(key) && key.Partition == touched.First().Partition
                    ? Write(operation.Method, key, operation.IfMatch, operation.Body, rows)
                    : new Outcome(400, "InvalidDuplicateRow");
            if (outcome.Code is { } code)
            {
                Undo(rows, before);
                return Multipart([Part(outcome.Status, null, MemoryAnswer.TableFailureBody(code, number))]);
            }

            parts.Add(Part(204, rows.TryGetValue(key, out var row) ? row.ETag : null, ""));
        }

        return Multipart(parts);
    }

    private static void Undo(SortedDictionary<RowKey, Row> rows, List<(RowKey Key, Row? Row)> before)
    {
        before.Reverse();
        foreach (var (key, row) in before)
        {
            if (row is null)
            {
                rows.Remove(key);
            }
            else
            {
                rows[key] = row;
            }
        }
    }

    private static string Part(int status, string? etag, string body) =>
        "--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + $"HTTP/1.1 {status} Status\r\n{(body.Length > 0 ? "Content-Type: application/json\r\n" : "")}{(etag is null ? "" : $"ETag: {etag}\r\n")}\r\n{body}\r\n";

    private static MemoryAnswer Multipart(IReadOnlyList<string> parts) =>
        new MemoryAnswer(
            202,
            Encoding.UTF8.GetBytes(
                "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n"
                    + string.Concat(parts)
                    + "--changesetresponse_1--\r\n--batchresponse_1--\r\n"
            )
        ).With("Content-Type", "multipart/mixed; boundary=batchresponse_1");

    private static MemoryAnswer Json(string body) =>
        new MemoryAnswer(200, Encoding.UTF8.GetBytes(body)).With("Content-Type", "application/json;odata=minimalmetadata;charset=utf-8");

    private static HashSet<string>? Columns(MemoryRequest request) =>
        request.Query.TryGetValue("$select", out var select) ? [.. select.Split(',').Select(column => column.Trim())] : null;

    private static string Shown(Row row, HashSet<string>? columns)
    {
        if (columns is null)
        {
            return row.Json.Value;
        }

        var shown = new JsonObject { ["odata.etag"] = row.ETag };
        foreach (var (name, value) in row.Cells.Where(cell => columns.Contains(cell.Key.Split('@')[0])))
        {
            shown[name] = value?.DeepClone();
        }

        return shown.ToJsonString();
    }

    private static JsonObject Parse(byte[] body) => JsonNode.Parse(body)!.AsObject();

    private static RowKey KeyOf(JsonObject entity) => new(entity["PartitionKey"]!.GetValue<string>(), entity["RowKey"]!.GetValue<string>());

    private static (string Table, RowKey? Key) Address(string path)
    {
        var match = Single().Match(path);
        return match.Success
            ? (match.Groups[1].Value, new RowKey(Unquoted(match.Groups[2].Value), Unquoted(match.Groups[3].Value)))
            : (path.Replace("()", "", StringComparison.Ordinal), null);
    }

    private static string Unquoted(string text) => text.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^Tables\('(.*)'\)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([^(]+)\(PartitionKey='(.*)',RowKey='(.*)'\)$", RegexOptions.Singleline)]
    private static partial Regex Single();

    [GeneratedRegex(
        @"(?<method>POST|PUT|DELETE) (?<url>http\S+) HTTP/1.1\r\n(?<headers>(?:[^\r\n]+\r\n)*)\r\n(?<body>.*?)\r\n--changeset",
        RegexOptions.Singleline
    )]
    private static partial Regex Operation();

    /// <summary>A row, never changed once it is written, and so turned into text once at most.</summary>
    private sealed record Row(JsonObject Cells, string ETag)
    {
        public Lazy<string> Json { get; } = new(() => $"{{\"odata.etag\":{JsonSerializer.Serialize(ETag)},{Cells.ToJsonString()[1..]}");
    }

    private readonly record struct Outcome(int Status, string? Code);

    private sealed record TableOperation(string Method, string Path, string? IfMatch, byte[] Body)
    {
        public static TableOperation Of(Match match)
        {
            var headers = match.Groups["headers"].Value.Split("\r\n").Select(line => line.Split(": ", 2)).Where(line => line.Length == 2);
            return new(
                match.Groups["method"].Value,
                Uri.UnescapeDataString(new Uri(match.Groups["url"].Value).AbsolutePath)["/memory/".Length..],
                headers.FirstOrDefault(line => line[0].Equals("If-Match", StringComparison.OrdinalIgnoreCase))?[1],
                Encoding.UTF8.GetBytes(match.Groups["body"].Value)
            );
        }
    }
}
