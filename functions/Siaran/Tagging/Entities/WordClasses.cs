using Siaran.Tagging.Models;

namespace Siaran.Tagging.Entities;

/// <summary>What is known of a word from running text alone, without anybody's labels.</summary>
/// <param name="Class">Which of the finest word classes it falls into; 0 for a word never seen.</param>
/// <param name="Habit">How often it is capitalised within a sentence, in eighths; 0 for a word never seen.</param>
/// <param name="Leaning">What a first model took it for, most often: see <see cref="WordClasses"/>; 0 for a word never seen.</param>
internal readonly record struct WordClass(ushort Class, byte Habit, byte Leaning)
{
    // Leanings are 1 + 4 × kind (none, person, place, organisation) + how sure: see EntityLeanings.
    private const int FirstOfPersons = 5;
    private const int SureOfPersons = 7;
    private const int LastOfPersons = 8;
    private const int LastOfPlaces = 12;

    /// <summary>Whether a first model took it for part of persons' names, most often.</summary>
    public bool IsOfPersons => Leaning is >= FirstOfPersons and <= LastOfPersons;

    /// <summary>Whether it did so nearly always.</summary>
    public bool IsSurelyOfPersons => Leaning is >= SureOfPersons and <= LastOfPersons;

    /// <summary>Whether it may be part of a person's name: a first model took it for that, or running text does not know it.</summary>
    public bool MayBeOfPersons => Class == 0 || IsOfPersons;

    /// <summary>Whether a first model took it for part of places' names, most often.</summary>
    public bool IsOfPlaces => Leaning is > LastOfPersons and <= LastOfPlaces;
}

/// <summary>
/// Classes of words that stand in like surroundings (k-means over skip-gram vectors: Mikolov et al. 2013), in three grades.
/// </summary>
internal sealed class WordClasses
{
    // Semi-supervised: the classes come from running text that nobody labelled, so that a word which
    // the labelled text never had shares the weights of words used alike (Turian et al., 2010, show it
    // for names).
    private readonly KeyIndex index;
    private readonly MappedArray<Row> rows;
    private readonly byte[] middle;
    private readonly byte[] coarse;

    /// <param name="words">The words' hashes and classes, by hash.</param>
    /// <param name="middle">The middle class, 0–255, of each finest class.</param>
    /// <param name="coarse">The coarse class, 0–255, of each finest class.</param>
    public WordClasses(IReadOnlyList<(uint Key, WordClass Value)> words, byte[] middle, byte[] coarse)
        : this(MappedArray<Row>.Copy([.. words.Select(word => new Row(word.Key, word.Value))]), middle, coarse) { }

    private WordClasses(MappedArray<Row> rows, byte[] middle, byte[] coarse) =>
        (this.rows, this.middle, this.coarse, index) = (rows, middle, coarse, new(MappedArray<uint>.Of(rows, static row => row.Key)));

    /// <summary>All words, by key.</summary>
    public IEnumerable<(uint Key, WordClass Value)> Words => rows.Span.ToArray().Select(row => (row.Key, row.Value));

    /// <summary>The key under which a token's hash is kept; never 0.</summary>
    // Never 0, because KeyIndex takes 0 for nothing: the lowest bit is set, which halves the number of
    // keys. Two words of one key are rare even so, and share a class.
    public static uint KeyOf(ulong hash) => (uint)(hash >> 32) ^ (uint)hash | 1;

    public WordClass this[ulong hash] => index.Find(KeyOf(hash)) is >= 0 and var at ? rows[at].Value : default;

    public byte Middle(ushort fine) => middle[fine];

    public byte Coarse(ushort fine) => coarse[fine];

    public static WordClasses Read(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var (middle, coarse) = (reader.ReadBytes(classes), reader.ReadBytes(classes));
        // The struct's layout is the file's, eight bytes a word.
        return new(MappedArray<Row>.Read(reader.BaseStream, reader.ReadInt32()), middle, coarse);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(middle.Length);
        writer.Write(middle);
        writer.Write(coarse);
        writer.Write(rows.Length);
        foreach (var (key, value) in Words)
        {
            writer.Write(key);
            writer.Write(value.Class);
            writer.Write(value.Habit);
            writer.Write(value.Leaning);
        }
    }

    /// <summary>A word as the file has it.</summary>
    private readonly record struct Row(uint Key, WordClass Value);
}
