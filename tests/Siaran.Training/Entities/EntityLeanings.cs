using Siaran.Tagging.Entities;

namespace Siaran.Training.Entities;

/// <summary>
/// Reads all running text with a first model and notes what it takes each word for: what one sentence leaves open, others tell.
/// </summary>
internal static class EntityLeanings
{
    private const int Kinds = 4;

    /// <summary>
    /// Sets each word's leaning: 1 + 4 × its most frequent kind (none, person, place, organisation) + how sure (quarters).
    /// </summary>
    public static void Learn(string data, byte[] model, NameLists lists, Dictionary<uint, WordClass> words)
    {
        var first = EntityModel.Read(new MemoryStream(model));
        Dictionary<uint, int[]> counts = [];
        List<EntitySpan> spans = [];
        foreach (var (text, tokens) in RunningText.Read(data))
        {
            var marks = new byte[tokens.Length];
            lists.Mark(tokens, marks);
            spans.Clear();
            first.Find(text, tokens, marks, EntityStyle.News, spans);
            var kinds = new int[tokens.Length];
            foreach (var span in spans)
            {
                Array.Fill(kinds, 1 + (int)span.Kind, span.First, span.Last - span.First + 1);
            }

            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].IsCapital)
                {
                    var key = WordClasses.KeyOf(tokens[i].Hash);
                    (counts.TryGetValue(key, out var of) ? of : counts[key] = new int[Kinds])[kinds[i]]++;
                }
            }
        }

        foreach (var (key, of) in counts.Where(word => word.Value.Sum() >= 2))
        {
            var best = Array.IndexOf(of, of.Max());
            var sure = Math.Clamp((int)(4.0 * ((double)of[best] / of.Sum() - 0.25) / 0.751), 0, 3);
            if (words.TryGetValue(key, out var word))
            {
                words[key] = word with { Leaning = (byte)(1 + (4 * best) + sure) };
            }
        }
    }
}
