using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Siaran.IntegrationTests.Memory;

/// <summary>One request as <see cref="MemoryStorage"/> sees it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Without the account, unescaped.</param>
/// <param name="Query">The query, unescaped.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Body">The bytes that came.</param>
internal sealed record MemoryRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>
/// Azure Blob and Table Storage in memory, as far as Siaran uses them: a storage account that answers in microseconds and that a test may
/// stop, cut and disturb at
/// each call. <c>StorageContractTests</c> holds it to what Azurite answers.
/// </summary>
internal sealed class MemoryStorage(TimeProvider time)
{
    public const string ConnectionString =
        $"BlobEndpoint=http://127.0.0.1:1/memory;TableEndpoint=http://127.0.0.1:2/memory;SharedAccessSignature={Signature}";

    /// <summary>Goes with each request. A key in its place would sign each by itself, which costs more than the answer.</summary>
    private const string Signature = "sig=memory";

    private readonly Lock gate = new();
    private readonly MemoryBlobs blobs = new(time);
    private readonly MemoryTables tables = new(time);

    /// <inheritdoc cref="MemoryTables.VersionOf"/>
    public long VersionOf(string partition)
    {
        lock (gate)
        {
            return tables.VersionOf(partition);
        }
    }

    /// <summary>Takes the signature off, so that a test sees the address alone.</summary>
    public static void Unsign(RequestUriBuilder uri)
    {
        if (uri.Query is { Length: > 0 } query)
        {
            uri.Query = string.Join('&', query.TrimStart('?').Split('&').Where(part => part != Signature));
        }
    }

    /// <summary>Carries out one request, all at once: no other is seen half done.</summary>
    public MemoryAnswer Answer(HttpMessage message)
    {
        var uri = message.Request.Uri.ToUri();
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        var query = HttpUtility.ParseQueryString(uri.Query);
        var request = new MemoryRequest(
            message.Request.Method.Method,
            Uri.UnescapeDataString(uri.AbsolutePath)["/memory".Length..].TrimStart('/'),
            query.AllKeys.OfType<string>().ToDictionary(key => key, key => query[key]!, StringComparer.OrdinalIgnoreCase),
            message.Request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase),
            body.ToArray()
        );
        lock (gate)
        {
            var answer = uri.Port == 1 ? blobs.Answer(request) : tables.Answer(request);
            answer.ClientRequestId = message.Request.ClientRequestId;
            return answer;
        }
    }
}

/// <summary>Leads one client's requests to <see cref="MemoryStorage"/>.</summary>
/// <param name="storage">Where they go.</param>
/// <param name="passing">Is awaited before each request with what the request is, and may fail in its place; its answer is awaited after
/// the request was carried out.</param>
internal sealed class MemoryTransport(MemoryStorage storage, Func<HttpMessage, ValueTask<Func<ValueTask>?>>? passing = null)
    : HttpPipelineTransport
{
    /// <summary>Says that the request was answered in storage's place and is not to be carried out.</summary>
    public static readonly Func<ValueTask> Answered = () => ValueTask.CompletedTask;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        MemoryStorage.Unsign(message.Request.Uri);
        var afterwards = passing is null ? null : await passing(message);
        if (afterwards == Answered)
        {
            return;
        }

        message.Response = storage.Answer(message);
        if (afterwards is not null)
        {
            await afterwards();
        }
    }
}
