using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Siaran.Related.Words;

/// <summary>How much a word tells: little where many texts have it.</summary>
internal sealed class WordRarity
{
    // It starts from counts over a large body of news, which never change, and takes in the archive's
    // own counts as its segments are merged. A weight once given stays, so that the scores of old pairs
    // need no second look.
    private const double Ceiling = 7;
    private const double Exponent = 0.5;

    /// <summary>One release weighs as much as this many texts of news, for the archive speaks of what its readers read.</summary>
    private const double ArchiveWeight = 5;

    private static readonly Lazy<WordRarity> News = new(ReadNews);

    private readonly uint[] words;
    private readonly byte[] counts;
    private readonly int texts;
    private readonly DocumentFrequencies frequencies;

    private WordRarity(uint[] words, byte[] counts, int texts, DocumentFrequencies frequencies)
    {
        (this.words, this.counts, this.texts, this.frequencies) = (words, counts, texts, frequencies);
    }

    /// <summary>From the news alone.</summary>
    public static WordRarity OfNews => News.Value;

    /// <summary>The stem's stable 32-bit name.</summary>
    public static uint Hash(string stem) => (uint)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(stem.AsSpan()));

    /// <summary>With what the archive itself says.</summary>
    public WordRarity With(DocumentFrequencies archive) => new(words, counts, texts, archive);

    /// <summary>At least 1.</summary>
    public double Of(uint word)
    {
        var at = Array.BinarySearch(words, word);
        // Counts are stored as eight times a logarithm: a byte a word, exact to some five percent, far
        // finer than rarity needs.
        var news = at < 0 ? 0 : Math.Pow(2, counts[at] / 8.0) - 1;
        var all = texts + (ArchiveWeight * frequencies.Documents) + 1;
        var having = news + (ArchiveWeight * frequencies.Count(word)) + 1;
        // An inverse document frequency (Spärck Jones, 1972), with one added so that nothing divides by
        // zero, and a ceiling: a word that nobody else has is most likely misspelt.
        return Math.Pow(Math.Clamp(Math.Log(all / having) + 1, 1, Ceiling), Exponent);
    }

    /// <summary>
    /// The form in which <see cref="OfNews"/> is kept: how many texts, how many words, the words' hashes in order, and eight times the
    /// binary logarithm of one more than each count.
    /// </summary>
    public static byte[] Write(int texts, IReadOnlyDictionary<uint, int> counts)
    {
        var ordered = counts.OrderBy(c => c.Key).ToList();
        var content = new byte[8 + (5 * ordered.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(content, texts);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(4), ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(8 + (4 * i)), ordered[i].Key);
            content[8 + (4 * ordered.Count) + i] = (byte)Math.Round(8 * Math.Log2(1 + ordered[i].Value));
        }

        return content;
    }

    private static WordRarity ReadNews()
    {
        using var stream =
            typeof(WordRarity).Assembly.GetManifestResourceStream("Siaran.Related.Models.words.bin")
            ?? throw new InvalidOperationException("The word counts are missing from the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var count = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(4));
        var words = new uint[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(8 + (4 * i)));
        }

        return new(words, content[(8 + (4 * count))..], BinaryPrimitives.ReadInt32LittleEndian(content), DocumentFrequencies.Empty);
    }
}
