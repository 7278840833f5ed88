using Siaran.Tagging.Entities;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Training.Entities;

/// <summary>Prints how well a model does on the dev sets.</summary>
internal static class EntityScore
{
    public static void Print(string model, string data)
    {
        using var stream = File.OpenRead(model);
        var read = EntityModel.Read(stream);
        var lists = new NameLists(new VocabularyFiles());
        foreach (var (file, style) in new[] { ("idner2k_dev.txt", EntityStyle.News), ("nergrit_valid.txt", EntityStyle.Web) })
        {
            var sentences = EntityTraining.Read(data, file, style);
            foreach (var asked in Enum.GetValues<EntityStyle>())
            {
                var (right, found, gold) = (new int[3], new int[3], new int[3]);
                foreach (var sentence in sentences)
                {
                    var marks = new byte[sentence.Tokens.Length];
                    lists.Mark(sentence.Tokens, marks);
                    List<EntitySpan> spans = [],
                        expected = [];
                    read.Find(sentence.Text, sentence.Tokens, marks, asked, spans);
                    ViterbiDecoder.Spans(sentence.Labels, expected);
                    spans.ForEach(span => found[(int)span.Kind]++);
                    expected.ForEach(span => gold[(int)span.Kind]++);
                    spans.Where(expected.Contains).ToList().ForEach(span => right[(int)span.Kind]++);
                }

                Console.WriteLine(
                    $"{file} as {asked}: F1 {F1(right.Sum(), found.Sum(), gold.Sum()):F4}  P {(double)right.Sum() / found.Sum():F3} R {(double)right.Sum() / gold.Sum():F3}  PER {F1(right[0], found[0], gold[0]):F3} LOC {F1(right[1], found[1], gold[1]):F3} ORG {F1(right[2], found[2], gold[2]):F3}"
                );
            }
        }
    }

    private static double F1(int right, int found, int gold) => found + gold == 0 ? 0 : 2.0 * right / (found + gold);
}
