using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>Finds what is said in quotation marks, and who says it.</summary>
public static class QuoteReader
{
    private const int FewestWords = 4;
    private const int Most = 200;

    /// <summary>The quotes in the text's order. Words in marks that are nobody's speech, but a title or a name, are left out.</summary>
    public static List<Quote> Read(ReleaseText text, Lexicon lexicon, IReadOnlyList<ReadPerson> people, OfficeBodies bodies)
    {
        var tokens = text.Tokens;
        var speakers = new Speakers(text, lexicon, people, bodies);
        List<Quote> quotes = [];
        for (var i = 0; i < tokens.Length && quotes.Count < Most; i++)
        {
            if (tokens[i].Kind is not TokenKind.Mark || QuoteMarks.Opens(text.Text, tokens, i) is not (> 0 and var marks))
            {
                continue;
            }

            if (QuoteMarks.CloseOf(text.Text, tokens, i + marks) is not { } close)
            {
                break;
            }

            if (Words(tokens, i, close.First) >= FewestWords && speakers.Of(i, close.Last) is { } speaker)
            {
                var end = tokens[close.Last].Kind is TokenKind.Break ? tokens[close.Last].Start : tokens[close.Last].End;
                var said = text.Text[tokens[i + marks - 1].End..tokens[close.First].Start].Trim().TrimEnd(',');
                quotes.Add(new(said, text.At(tokens[i].Start, end - tokens[i].Start), speaker.Name, speaker.Id));
            }

            i = close.Last;
        }

        return quotes;
    }

    private static int Words(ReadOnlySpan<Token> tokens, int open, int close)
    {
        var words = 0;
        for (var i = open + 1; i < close; i++)
        {
            words += tokens[i].IsWord ? 1 : 0;
        }

        return words;
    }
}
