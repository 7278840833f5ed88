namespace Siaran.Serving;

/// <summary>
/// The documents rendered from one value, by what they show of it: each is rendered once, however many ask for it at the same time. Safe
/// for concurrent use.
/// </summary>
public sealed class RenderedDocuments
{
    private const int Most = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lazy<Task<Document>>> documents = new(StringComparer.Ordinal);

    /// <summary>Bytes held in memory now.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return documents
                    .Values.Where(document => document is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                    .Sum(document => document.Value.Result.Size);
            }
        }
    }

    /// <param name="key">Equal for two that show the same, format included.</param>
    /// <param name="render">Is asked where no such document is held; what it throws is thrown to all who wait, and the next one asks
    /// again.</param>
    public async Task<Document> GetAsync(string key, Func<Task<Document>> render)
    {
        var document = FindOrBegin(key, render);
        try
        {
            return await document.Value.ConfigureAwait(false);
        }
        catch
        {
            Forget(key, document);
            throw;
        }
    }

    /// <summary>The document that is rendered already; null where there is none.</summary>
    public Document? Find(string key)
    {
        lock (gate)
        {
            return documents.TryGetValue(key, out var held) && held is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
                ? held.Value.Result
                : null;
        }
    }

    private Lazy<Task<Document>> FindOrBegin(string key, Func<Task<Document>> render)
    {
        lock (gate)
        {
            if (documents.TryGetValue(key, out var held))
            {
                return held;
            }

            if (documents.Count >= Most)
            {
                documents.Clear();
            }

            return documents[key] = new Lazy<Task<Document>>(render);
        }
    }

    private void Forget(string key, Lazy<Task<Document>> document)
    {
        lock (gate)
        {
            if (documents.TryGetValue(key, out var held) && held == document)
            {
                documents.Remove(key);
            }
        }
    }
}
