using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>The documents made of one thing, by what they show of it. Safe for concurrent use.</summary>
internal sealed class RenderedDocuments
{
    private const int Most = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Document> documents = new(StringComparer.Ordinal);

    /// <summary>Bytes held in memory now.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return documents.Values.Sum(document => document.Size);
            }
        }
    }

    public Document? Find(string key)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(key);
        }
    }

    public Document Keep(string key, Document document)
    {
        lock (gate)
        {
            if (documents.Count >= Most)
            {
                documents.Clear();
            }

            return documents[key] = document;
        }
    }
}
