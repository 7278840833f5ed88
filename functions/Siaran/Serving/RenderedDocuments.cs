namespace Siaran.Serving;

/// <summary>
/// The documents rendered from one value, by what they show of it: each is rendered once, however many ask for it at the same time. Safe
/// for concurrent use.
/// </summary>
public sealed class RenderedDocuments
{
    private const int Most = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Rendering> documents = new(StringComparer.Ordinal);

    /// <summary>Bytes held in memory now.</summary>
    public long Size
    {
        get
        {
            lock (gate)
            {
                return documents.Values.Sum(rendering => rendering.Document?.Size ?? 0);
            }
        }
    }

    /// <param name="key">Equal for two that show the same, format included.</param>
    /// <param name="render">Is asked where no such document is held; what it throws is thrown to all who wait, and the next one asks
    /// again.</param>
    public async Task<Document> GetAsync(string key, Func<Task<Document>> render)
    {
        // A lazy task: the dictionary's lock is held for the look-up only, while rendering goes on
        // outside it.
        var rendering = FindOrBegin(key, render);
        try
        {
            return rendering.Document = await rendering.Work.Value;
        }
        catch
        {
            Forget(key, rendering);
            throw;
        }
    }

    /// <summary>The document that is rendered already; null where there is none.</summary>
    public Document? Find(string key)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(key)?.Document;
        }
    }

    private Rendering FindOrBegin(string key, Func<Task<Document>> render)
    {
        lock (gate)
        {
            if (documents.TryGetValue(key, out var held))
            {
                return held;
            }

            // Cleared as a whole. Sixty-four forms of one value are never asked for by honest readers,
            // and rendering one costs milliseconds.
            if (documents.Count >= Most)
            {
                documents.Clear();
            }

            return documents[key] = new Rendering(new(render));
        }
    }

    private void Forget(string key, Rendering rendering)
    {
        lock (gate)
        {
            // Only this very rendering: another may have begun since.
            if (documents.TryGetValue(key, out var held) && held == rendering)
            {
                documents.Remove(key);
            }
        }
    }

    private sealed class Rendering(Lazy<Task<Document>> work)
    {
        private volatile Document? document;

        public Lazy<Task<Document>> Work => work;

        /// <summary>Null until the work has given it.</summary>
        public Document? Document
        {
            get => document;
            set => document = value;
        }
    }
}
