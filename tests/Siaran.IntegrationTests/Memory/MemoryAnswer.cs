using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Siaran.IntegrationTests.Memory;

/// <summary>What <see cref="MemoryStorage"/> answers to one request.</summary>
internal sealed class MemoryAnswer(int status, byte[]? body = null) : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = body is null ? null : new MemoryStream(body, writable: false);

    public override string ClientRequestId { get; set; } = "";

    /// <summary>A failure as the blob service tells it.</summary>
    public static MemoryAnswer BlobFailure(int status, string code) =>
        new MemoryAnswer(
            status,
            Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>")
        )
            .With("x-ms-error-code", code)
            .With("Content-Type", "application/xml");

    /// <summary>
    /// A failure as the table service tells it; inside a transaction the message begins with the number of the operation.
    /// </summary>
    public static MemoryAnswer TableFailure(int status, string code, int? operation = null) =>
        new MemoryAnswer(status, Encoding.UTF8.GetBytes(TableFailureBody(code, operation)))
            .With("x-ms-error-code", code)
            .With("Content-Type", "application/json");

    public static string TableFailureBody(string code, int? operation)
    {
        var message = new Dictionary<string, object>
        {
            ["lang"] = "en-US",
            ["value"] = operation is { } number ? $"{number}:{code}" : code,
        };
        return JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["odata.error"] = new Dictionary<string, object> { ["code"] = code, ["message"] = message },
            }
        );
    }

    public MemoryAnswer With(string name, string value)
    {
        headers[name] = value;
        return this;
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
