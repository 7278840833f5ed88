using Siaran.Evaluation.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Training.Entities;

/// <summary>
/// Trains the entity model: word classes from running text, a first field, what that field takes words for, and the final field.
/// </summary>
internal static class EntityTraining
{
    private const int FirstRounds = 60;
    private const int FinalRounds = 120;
    private const float SharedPenalty = 0.3f;
    private const float OwnPenalty = 1.5f;
    private const float Smallest = 0.02f;

    /// <param name="data">The folder of training data.</param>
    /// <param name="path">Where the model goes.</param>
    /// <param name="newClasses">Whether to learn new word classes; else those of the model that is there are kept, for all models rest on
    /// them.</param>
    public static void Run(string data, string path, bool newClasses)
    {
        var train = Read(data, "idner2k_train.txt", EntityStyle.News).Concat(Read(data, "nergrit_train.txt", EntityStyle.Web)).ToList();
        var (words, middle, coarse) = newClasses ? WordClassTraining.Run(data, train) : WordClassTraining.Kept(path);
        Report("classes");
        var lists = new NameLists(new VocabularyFiles());
        var first = Fit(train, Classes(words, middle, coarse), lists, FirstRounds);
        Report("first field");
        EntityLeanings.Learn(data, first, lists, words);
        Report("leanings");
        Save(Fit(train, Classes(words, middle, coarse), lists, FinalRounds), path);
        EntityScore.Print(path, data);
    }

    public static List<LabelledSentence> Read(string data, string file, EntityStyle style) =>
        LabelledSentence.ReadFile(Path.Combine(data, "entities", file), style);

    private static WordClasses Classes(Dictionary<uint, WordClass> words, byte[] middle, byte[] coarse) =>
        new([.. words.OrderBy(word => word.Key).Select(word => (word.Key, word.Value))], middle, coarse);

    private static void Report(string step) =>
        Console.WriteLine($"{step}: {Environment.TickCount64 / 1000 % 100000} s, {GC.GetTotalMemory(false) >> 20} MB");

    private static byte[] Fit(List<LabelledSentence> train, WordClasses classes, NameLists lists, int rounds)
    {
        Dictionary<uint, int> index = [];
        var sentences = train.Select(sentence => Featured(sentence, classes, lists, index)).ToList();
        var crf = new Crf(sentences, index.Count, SharedPenalty, OwnPenalty);
        var x = new float[crf.Size];
        Lbfgs.Minimise(x, crf.Evaluate, rounds);
        return Pack(index, crf.Of(x, 0), crf.Of(x, 1), classes);
    }

    private static CrfSentence Featured(LabelledSentence sentence, WordClasses classes, NameLists lists, Dictionary<uint, int> index)
    {
        var n = sentence.Tokens.Length;
        var (marks, facts, features) = (new byte[n], new WordFacts[n], new int[]?[n]);
        lists.Mark(sentence.Tokens, marks);
        EntityFeatures.Describe(sentence.Text, sentence.Tokens, marks, classes, facts);
        Span<uint> filled = stackalloc uint[EntityFeatures.Count];
        for (var i = 0; i < n; i++)
        {
            if (sentence.Labels[i] != 0 || EntityFeatures.MayBeName(sentence.Tokens, marks, i))
            {
                var count = EntityFeatures.Fill(facts, i, filled);
                features[i] = new int[count];
                for (var f = 0; f < count; f++)
                {
                    ref var id = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                        index,
                        filled[f] | 1,
                        out var known
                    );
                    id = known ? id : index.Count - 1;
                    features[i]![f] = id;
                }
            }
        }

        return new(features, sentence.Labels, (int)sentence.Style);
    }

    private static byte[] Pack(Dictionary<uint, int> index, float[] news, float[] web, WordClasses classes)
    {
        const int labelCount = EntityModel.Labels;
        var kept = index.Where(f => Most(news, f.Value) > Smallest || Most(web, f.Value) > Smallest).OrderBy(f => f.Key).ToArray();
        var weights = new float[kept.Length * 2 * labelCount];
        for (var i = 0; i < kept.Length; i++)
        {
            news.AsSpan(kept[i].Value * labelCount, labelCount).CopyTo(weights.AsSpan(i * 2 * labelCount));
            web.AsSpan(kept[i].Value * labelCount, labelCount).CopyTo(weights.AsSpan((i * 2 * labelCount) + labelCount));
        }

        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            EntityModel.Write(
                writer,
                classes,
                [.. kept.Select(f => f.Key)],
                weights,
                [news[^(labelCount * labelCount)..], web[^(labelCount * labelCount)..]]
            );
        }

        Console.WriteLine($"features: {kept.Length} of {index.Count} kept, {stream.Length >> 10} KB");
        return stream.ToArray();

        static float Most(float[] from, int feature) => from.AsSpan(feature * labelCount, labelCount).ToArray().Max(Math.Abs);
    }

    private static void Save(byte[] model, string path) => File.WriteAllBytes(path, model);
}
