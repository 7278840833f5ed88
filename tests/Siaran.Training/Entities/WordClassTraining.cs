using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Tokens;

namespace Siaran.Training.Entities;

/// <summary>Learns classes of words from running text.</summary>
internal static class WordClassTraining
{
    private const int Fine = 1000;
    private const int Middle = 200;
    private const int Coarse = 48;
    private const int Width = 64;
    private const int Window = 3;
    private const int Epochs = 4;
    private const int RarestWord = 3;

    /// <summary>The words' keys with their classes, and the coarser classes of each fine one.</summary>
    public static (Dictionary<uint, WordClass> Words, byte[] Middle, byte[] Coarse) Run(string data, IEnumerable<LabelledSentence> more)
    {
        var (documents, keys, counts, habits) = Read(data, more);
        Console.WriteLine($"words: {keys.Length} kept of {documents.Sum(d => (long)d.Length)} in the text");
        var vectors = SkipGram.Train(documents, counts, Width, Window, Epochs);
        for (var i = 0; i < keys.Length; i++)
        {
            KMeans.Normalise(vectors.AsSpan(i * Width, Width).ToArray(), vectors.AsSpan(i * Width, Width));
        }

        var (fine, fineCentres) = KMeans.Run(vectors, Width, Fine, 12);
        var (middle, middleCentres) = KMeans.Run(fineCentres, Width, Middle, 20);
        var (coarse, _) = KMeans.Run(middleCentres, Width, Coarse, 20);
        Dictionary<uint, WordClass> words = [];
        for (var i = 0; i < keys.Length; i++)
        {
            words[keys[i]] = new((ushort)(fine[i] + 1), habits[i], 0);
        }

        byte[] middles = [0, .. middle.Select(m => (byte)(m + 1))];
        byte[] coarses = [0, .. middle.Select(m => (byte)(coarse[m] + 1))];
        return (words, middles, coarses);
    }

    /// <summary>The classes of the model at <paramref name="path"/>, without leanings.</summary>
    public static (Dictionary<uint, WordClass> Words, byte[] Middle, byte[] Coarse) Kept(string path)
    {
        using var stream = File.OpenRead(path);
        var classes = EntityModel.Read(stream).Classes;
        var words = classes
            .Words.Where(word => word.Value.Class > 0)
            .ToDictionary(word => word.Key, word => word.Value with { Leaning = 0 });
        return (
            words,
            [.. Enumerable.Range(0, Fine + 1).Select(f => classes.Middle((ushort)f))],
            [.. Enumerable.Range(0, Fine + 1).Select(f => classes.Coarse((ushort)f))]
        );
    }

    private static (List<int[]> Documents, uint[] Keys, long[] Counts, byte[] Habits) Read(string data, IEnumerable<LabelledSentence> more)
    {
        Dictionary<uint, (int Count, int Inside, int Capital)> seen = [];
        List<uint[]> texts = [];
        foreach (var tokens in RunningText.Read(data).Select(text => text.Tokens).Concat(more.Select(s => s.Tokens)))
        {
            texts.Add([.. tokens.Where(t => t.Kind is not TokenKind.Break).Select(Key)]);
            for (var i = 0; i < tokens.Length; i++)
            {
                var old = seen.GetValueOrDefault(Key(tokens[i]));
                var isInside = i > 0 && tokens[i - 1].Kind is TokenKind.Word or TokenKind.Number;
                seen[Key(tokens[i])] = (
                    old.Count + 1,
                    old.Inside + (isInside ? 1 : 0),
                    old.Capital + (isInside && tokens[i].IsCapital ? 1 : 0)
                );
            }
        }

        var kept = seen.Where(word => word.Value.Count >= RarestWord)
            .OrderByDescending(word => word.Value.Count)
            .ThenBy(word => word.Key)
            .ToArray();
        var ids = kept.Select((word, i) => (word.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        return (
            [.. texts.Select(text => text.Where(ids.ContainsKey).Select(key => ids[key]).ToArray()).Where(text => text.Length > 1)],
            [.. kept.Select(word => word.Key)],
            [.. kept.Select(word => (long)word.Value.Count)],
            [.. kept.Select(word => word.Value.Inside == 0 ? (byte)0 : (byte)(1 + (6 * word.Value.Capital / word.Value.Inside)))]
        );
    }

    private static uint Key(Token token) => token.IsNumber ? 7 : WordClasses.KeyOf(token.Hash);
}
