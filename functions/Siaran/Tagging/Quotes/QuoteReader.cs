using System.Text;
using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Quotes;

/// <summary>Finds what is said in quotation marks, and who says it.</summary>
internal static class QuoteReader
{
    // Fewer are titles, nicknames and ironic words in marks.
    private const int FewestWords = 4;
    private const int FewestWordsOfSentence = 2;
    private const int Most = 200;

    /// <summary>Shorter words have small letters in titles too: <c>untuk</c> has five.</summary>
    private const int ShortestTitleWord = 6;

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

            // Nothing closes any more, not even a paragraph: no further mark can open a quote.
            if (QuoteMarks.CloseOf(text.Text, tokens, i + marks) is not { } close)
            {
                break;
            }

            var parts = new StringBuilder();
            var first = i;
            Append(parts, i + marks, close.First);
            // By convention a quote over several paragraphs opens each and closes the last. It is one
            // quote with one speaker.
            while (GoesOn(text, close) is > 0 and var again && QuoteMarks.CloseOf(text.Text, tokens, close.Last + 1 + again) is { } next)
            {
                Append(parts, close.Last + 1 + again, next.First);
                close = next;
            }

            // The span is measured to the mark; a forgotten mark ends it where the paragraph ends.
            if (IsSpeech(text, lexicon, first, close.First) && speakers.Of(first, close.Last) is { } speaker)
            {
                var end = tokens[close.Last].Kind is TokenKind.Break ? tokens[close.Last].Start : tokens[close.Last].End;
                quotes.Add(
                    new(parts.ToString().TrimEnd(','), text.At(tokens[first].Start, end - tokens[first].Start), speaker.Name, speaker.Id)
                );
            }

            i = close.Last;
        }

        return quotes;

        void Append(StringBuilder parts, int from, int to)
        {
            var all = text.Tokens;
            parts.Append(parts.Length > 0 ? "\n\n" : "").Append(text.Text.AsSpan(all[from - 1].End..all[to].Start).Trim());
        }
    }

    /// <summary>
    /// How many tokens the mark takes with which a quote that its paragraph leaves open goes on in the next; 0 where it does not.
    /// </summary>
    private static int GoesOn(ReleaseText text, TokenSpan close)
    {
        var tokens = text.Tokens;
        return tokens[close.Last].Kind is TokenKind.Break && close.Last + 1 < tokens.Length && tokens[close.Last + 1].Kind is TokenKind.Mark
            ? QuoteMarks.Opens(text.Text, tokens, close.Last + 1)
            : 0;
    }

    /// <summary>Whether what is in marks is long enough for a quote, and no title.</summary>
    private static bool IsSpeech(ReleaseText text, Lexicon lexicon, int open, int close) =>
        IsLong(text, open, close) && !IsTitle(text, lexicon, open, close);

    /// <summary>Whether as much is said as a quote needs: two words do where a comma leads on to who says them.</summary>
    private static bool IsLong(ReleaseText text, int open, int close)
    {
        var words = Words(text.Tokens, open, close);
        return words >= FewestWords || (words >= FewestWordsOfSentence && text.IsMark(text.Tokens[close - 1], ','));
    }

    /// <summary>
    /// Whether the marks are about a title: a word for one comes before (<c>bertajuk “…”</c>), or every word has a capital and nothing
    /// ends a sentence.
    /// </summary>
    private static bool IsTitle(ReleaseText text, Lexicon lexicon, int open, int close)
    {
        var tokens = text.Tokens;
        if (NameBounds.IsBehind(lexicon.Entitled, tokens, open))
        {
            return true;
        }

        var last = tokens[close - 1];
        if (last.Kind is TokenKind.Mark && text.Text[last.Start] is ',' or '.' or '!' or '?')
        {
            return false;
        }

        for (var i = open + 1; i < close; i++)
        {
            if (tokens[i] is { IsWord: true, IsCapital: false, Length: >= ShortestTitleWord })
            {
                return false;
            }
        }

        return true;
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
