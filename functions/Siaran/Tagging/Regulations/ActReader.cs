using System.Globalization;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regulations;

/// <summary>
/// Finds laws that are cited by a title and a year instead of a number, as Malaysian and English ones are: <c>Akta Kerja 1955</c>, <c>Clean
/// Air Act</c>. Only languages whose lexicon lists heads or tails of titles have them.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
internal sealed class ActReader(ReleaseText text, Lexicon lexicon)
{
    private const int Longest = 12;
    private const int LongestNumber = 4;
    private const int Most = 200;
    private const int Oldest = 1700;

    /// <summary>The mentions in the text's order, none for most languages. A year that the text does not give is not invented.</summary>
    public List<Citation> Read()
    {
        List<Citation> found = [];
        if (lexicon.ActHead.Count == 0 && lexicon.ActTail.Count == 0)
        {
            return found;
        }

        var tokens = text.Tokens;
        Dictionary<string, string> numbered = [];
        for (var i = 0; i < tokens.Length && found.Count < Most; )
        {
            i += tokens[i].IsCapital ? Math.Max(1, ReadAt(i, found, numbered)) : 1;
        }

        return found;
    }

    private int ReadAt(int i, List<Citation> found, Dictionary<string, string> numbered)
    {
        var tokens = text.Tokens;
        if (lexicon.Act.Match(tokens, i, out var labels) is > 0 and var known)
        {
            return Add(labels[0], i, known, found);
        }

        if (lexicon.ActHead.Match(tokens, i, out _) is not (> 0 and var head))
        {
            return ByTail(i, found);
        }

        // "Akta 709": by its number, which an earlier mention may have given with the title.
        if (i + head < tokens.Length && tokens[i + head] is { IsNumber: true, Length: <= LongestNumber } number && Year(i + head) is null)
        {
            var written = $"{text.Words(i, i + head - 1)} {text.Word(number)}";
            return Add(numbered.GetValueOrDefault(written, written), i, head + 1, found);
        }

        var year = Run(i + head);
        if (year == i + head || Year(year) is null)
        {
            return 0;
        }

        var label = Spaces.Collapse(text.Words(i, year));
        // "(Akta 333)" right behind the title.
        if (
            year + 4 < tokens.Length
            && text.IsMark(tokens[year + 1], '(')
            && tokens[year + 3].IsNumber
            && text.IsMark(tokens[year + 4], ')')
        )
        {
            numbered.TryAdd(text.Words(year + 2, year + 3).ToString(), label);
            Add(label, i, year - i + 1, found);
            return year - i + 5;
        }

        return Add(label, i, year - i + 1, found);
    }

    /// <summary>A title that ends with its kind, <c>Clean Air Act</c>, with the year where one follows.</summary>
    private int ByTail(int i, List<Citation> found)
    {
        var tokens = text.Tokens;
        if (lexicon.ActTail.Count == 0 || lexicon.Opener.Match(tokens, i, out _) > 0 || tokens[i].Start < text.TitleCaseEnd)
        {
            return 0;
        }

        var end = Run(i);
        for (var tail = end - 1; tail > i; tail--)
        {
            if (lexicon.ActTail.Match(tokens, tail, out _) == 0)
            {
                continue;
            }

            var at = tail + 1;
            at += at + 1 < tokens.Length && tokens[at].Case is TokenCase.Lower && Year(at + 1) is not null ? 1 : 0;
            var last = at < tokens.Length && Year(at) is not null ? at : tail;
            // One word before the kind names nothing without a year: "the Tax Act".
            return last > tail || tail - i > 1 ? Add(Spaces.Collapse(text.Words(i, last)), i, last - i + 1, found) : 0;
        }

        return 0;
    }

    /// <summary>The first token behind a title's words: capitals, and small words or parentheses between them.</summary>
    private int Run(int start)
    {
        var tokens = text.Tokens;
        var end = start;
        for (var i = start; i < tokens.Length && i - start < Longest; i++)
        {
            if (i > start && lexicon.ActHead.Match(tokens, i, out _) > 0)
            {
                break;
            }

            if (tokens[i] is { IsWord: true, IsCapital: true })
            {
                end = i + 1;
            }
            else if (
                tokens[i].Kind is TokenKind.Break
                || tokens[i].IsNumber
                || !(lexicon.BodyJoin.Match(tokens, i, out _) > 0 || lexicon.And.Match(tokens, i, out _) > 0 || text.IsMark(tokens[i], '-'))
            )
            {
                break;
            }
        }

        return end;
    }

    private int? Year(int at) =>
        at < text.Tokens.Length
        && text.Tokens[at] is { IsNumber: true, Length: 4 } token
        && int.TryParse(text.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= Oldest and < 2100
            ? year
            : null;

    private int Add(string label, int first, int length, List<Citation> found)
    {
        var tokens = text.Tokens;
        var kind = new RegulationKind(Releases.Slug.From(label), label, HasIssuer: false);
        var start = tokens[first].Start;
        found.Add(new(kind, null, null, "", null, null, start, tokens[first + length - 1].End - start) { IsNamed = true });
        return length;
    }
}
