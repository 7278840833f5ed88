using Siaran.Related.Words;

namespace Siaran.Search;

/// <summary>Cuts from a text what shows why it was found.</summary>
internal static class Snippets
{
    /// <summary>Characters.</summary>
    public const int Length = 220;

    /// <summary>Words before the first that is lit.</summary>
    private const int Before = 6;

    /// <summary>The whole text with the words lit.</summary>
    public static IReadOnlyList<SnippetRun> Whole(string text, IReadOnlySet<string> roots, string language) =>
        Runs(text, 0, text.Length, Lit(text, roots, language));

    /// <summary>The stretch of <see cref="Length"/> that has most different words, the first of equal ones.</summary>
    public static IReadOnlyList<SnippetRun> Best(string text, IReadOnlySet<string> roots, string language)
    {
        var words = SearchWords.In(text).Select(word => (Span: word, Root: RootOf(text, word, language))).ToList();
        var lit = words.Where(word => roots.Contains(word.Root)).ToList();
        // Each lit word is tried as the beginning: O(lit²) at the worst, on the texts of the one page
        // that is shown.
        var (best, most) = (0, 0);
        for (var i = 0; i < lit.Count; i++)
        {
            // A quarter is left for the words before the first that is lit.
            var end = lit[i].Span.Start + Length - Length / 4;
            var different = lit.Skip(i).TakeWhile(word => word.Span.End <= end).Select(word => word.Root).Distinct().Count();
            if (different > most)
            {
                (best, most) = (lit[i].Span.Start, different);
            }
        }

        var first = Math.Max(0, words.FindIndex(word => word.Span.Start >= best) - Before);
        var from = most == 0 || words.Count == 0 || first == 0 ? 0 : words[first].Span.Start;
        var to = EndOf(text, from);
        var runs = Runs(text, from, to, [.. lit.Select(word => word.Span)]);
        return
        [
            .. from > 0 ? [new SnippetRun("… ", false)] : Array.Empty<SnippetRun>(),
            .. runs,
            .. to < text.Length ? [new(" …", false)] : Array.Empty<SnippetRun>(),
        ];
    }

    /// <summary>After at most <see cref="Length"/> characters, between two words.</summary>
    private static int EndOf(string text, int from)
    {
        if (text.Length - from <= Length)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', from + Length, Length);
        var end = space > from ? space : from + Length;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static List<WordSpan> Lit(string text, IReadOnlySet<string> roots, string language) =>
        [.. SearchWords.In(text).Where(word => roots.Contains(RootOf(text, word, language)))];

    private static string RootOf(string text, WordSpan word, string language) => Stems.Root(SearchWords.Fold(word.Of(text)), language);

    private static List<SnippetRun> Runs(string text, int from, int to, List<WordSpan> lit)
    {
        var runs = new List<SnippetRun>();
        var at = from;
        foreach (var word in lit.Where(word => word.Start >= from && word.End <= to))
        {
            if (word.Start > at)
            {
                runs.Add(new(text[at..word.Start], false));
            }

            runs.Add(new(word.Of(text), true));
            at = word.End;
        }

        if (at < to)
        {
            runs.Add(new(text[at..to], false));
        }

        return runs;
    }
}
