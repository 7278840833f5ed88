using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Learns by which other names a text calls someone: <c>Rahmat Hidayat (Gus Mamat)</c>, <c>Rahmat Hidayat atau Mamat</c>.
/// </summary>
internal static class OtherNames
{
    /// <summary>
    /// Names to the full names they stand for; to nothing where what is in parentheses is no name but an acronym of what it follows.
    /// </summary>
    public static Dictionary<string, string> Of(ReleaseText text, ReadOnlySpan<Token> tokens, List<TokenSpan> spans, Lexicon lexicon)
    {
        Dictionary<string, string> names = [];
        for (var i = 0; i < spans.Count; i++)
        {
            var (first, last) = spans[i];
            var isBracketed =
                first > 0 && last + 1 < tokens.Length && text.IsMark(tokens[first - 1], '(') && text.IsMark(tokens[last + 1], ')');
            var start = PastTitles(text, lexicon, first);
            var alias = NameBounds.LengthBehind(lexicon.Alias, tokens, start);
            if (!isBracketed && alias == 0)
            {
                continue;
            }

            var written = PersonReader.NameOf(text, spans[i]);
            // Right behind the full name: "Rahmat Hidayat (Gus Mamat)", "… alias Mamat". Chains are
            // followed one step, so that a third name leads to the first as well.
            if (i > 0 && spans[i - 1].Last == (isBracketed ? first - 2 : start - 1 - alias))
            {
                var full = PersonReader.NameOf(text, spans[i - 1]);
                names.TryAdd(written, names.GetValueOrDefault(full, full));
            }
            else if (isBracketed && first == last)
            {
                // "Dana Alokasi (Dak)": one word in parentheses that follows no person is a short form.
                // The empty name drops it.
                names.TryAdd(written, "");
            }
        }

        return names;
    }

    /// <summary>The first of the titles before a name: <c>akrab disapa Ibu …</c></summary>
    private static int PastTitles(ReleaseText text, Lexicon lexicon, int first)
    {
        while (first > 0 && Titles.IsTitle(new(text, lexicon, first - 1)))
        {
            first--;
        }

        return first;
    }
}
