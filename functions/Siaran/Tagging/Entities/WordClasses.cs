using System.Numerics;

namespace Siaran.Tagging.Entities;

/// <summary>What is known of a word from running text alone, without anybody's labels.</summary>
/// <param name="Class">Which of the finest word classes it falls into; 0 for a word never seen.</param>
/// <param name="Habit">How often it is capitalised within a sentence, in eighths; 0 for a word never seen.</param>
/// <param name="Leaning">What a first model took it for, most often: see <see cref="WordClasses"/>; 0 for a word never seen.</param>
public readonly record struct WordClass(ushort Class, byte Habit, byte Leaning);

/// <summary>Classes of words that stand in like surroundings (k-means over skip-gram vectors: Mikolov et al. 2013), in three grades.</summary>
public sealed class WordClasses
{
    private readonly uint[] keys;
    private readonly WordClass[] values;
    private readonly byte[] middle;
    private readonly byte[] coarse;
    private readonly int mask;

    /// <param name="words">The words' hashes and classes.</param>
    /// <param name="middle">The middle class, 0–255, of each finest class.</param>
    /// <param name="coarse">The coarse class, 0–255, of each finest class.</param>
    public WordClasses(IReadOnlyList<(uint Key, WordClass Value)> words, byte[] middle, byte[] coarse)
    {
        (this.middle, this.coarse) = (middle, coarse);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Count * 2));
        (keys, values, mask) = (new uint[size], new WordClass[size], size - 1);
        foreach (var (key, value) in words)
        {
            var slot = (int)key & mask;
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (keys[slot], values[slot]) = (key, value);
        }
    }

    /// <summary>All words, by key.</summary>
    public IEnumerable<(uint Key, WordClass Value)> Words =>
        Enumerable.Range(0, keys.Length).Where(slot => keys[slot] != 0).OrderBy(slot => keys[slot]).Select(slot => (keys[slot], values[slot]));

    /// <summary>The key under which a token's hash is kept; never 0.</summary>
    public static uint KeyOf(ulong hash) => (uint)(hash >> 32) ^ (uint)hash | 1;

    public WordClass this[ulong hash]
    {
        get
        {
            var key = KeyOf(hash);
            for (var slot = (int)key & mask; keys[slot] != 0; slot = (slot + 1) & mask)
            {
                if (keys[slot] == key)
                {
                    return values[slot];
                }
            }

            return default;
        }
    }

    public byte Middle(ushort fine) => middle[fine];

    public byte Coarse(ushort fine) => coarse[fine];

    public static WordClasses Read(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var (middle, coarse) = (reader.ReadBytes(classes), reader.ReadBytes(classes));
        var words = new (uint, WordClass)[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (reader.ReadUInt32(), new(reader.ReadUInt16(), reader.ReadByte(), reader.ReadByte()));
        }

        return new(words, middle, coarse);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(middle.Length);
        writer.Write(middle);
        writer.Write(coarse);
        writer.Write(keys.Count(key => key != 0));
        foreach (var (key, value) in Words)
        {
            writer.Write(key);
            writer.Write(value.Class);
            writer.Write(value.Habit);
            writer.Write(value.Leaning);
        }
    }
}
