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

            // "… dengan lancar, “ ucapnya": the mark that opens was forgotten, and this one closes.
            if (QuoteMarks.ClosesTurned(text.Text, tokens, i) && IsSaid(text, lexicon, i + 1))
            {
                continue;
            }

            // Nothing closes any more, not even a paragraph: no further mark can open a quote.
            if (Whole(text, lexicon, i, marks) is not { } said)
            {
                break;
            }

            // The span is measured to the mark; a forgotten mark ends it where the paragraph or the words end.
            var close = said.Close;
            if (IsSpeech(text, lexicon, i, close.First) && speakers.Of(i, close.Last) is { } speaker)
            {
                var last = tokens[close.Last];
                var end = last.Kind is TokenKind.Break || text.IsMark(last, ',') ? last.Start : last.End;
                var start = tokens[text.IsMark(tokens[i], '€') ? i - 1 : i].Start;
                quotes.Add(new(WordsOf(text, i, said), text.At(start, end - start), speaker.Name, speaker.Id));
            }

            i = close.Last;
        }

        return quotes;
    }

    /// <summary>The words of a quote, without the comma that leads on to who says them.</summary>
    private static string WordsOf(ReleaseText text, int open, Said said)
    {
        var words = Part(text, said.From, said.Close.First);
        words = said.Before is { } before ? Joined(before, words).ToString() : words;
        // What is left of a mark that a page garbled is none of the words.
        words = text.IsMark(text.Tokens[open], '€') ? words.TrimStart(QuoteMarks.GarbledOpen) : words;
        return words.TrimEnd(',').ToString();
    }

    private static StringBuilder Joined(StringBuilder? before, ReadOnlySpan<char> part) =>
        before is { Length: > 0 } ? before.Append("\n\n").Append(part) : new StringBuilder().Append(part);

    /// <summary>What is said in one paragraph, from a token up to another.</summary>
    private static ReadOnlySpan<char> Part(ReleaseText text, int from, int to) =>
        text.Text.AsSpan(text.Tokens[from - 1].End..text.Tokens[to].Start).TrimEnd('\\').Trim();

    /// <summary>What a mark opens, over all of its paragraphs, and what closes it; null where nothing does.</summary>
    private static Said? Whole(ReleaseText text, Lexicon lexicon, int open, int marks)
    {
        StringBuilder? before = null;
        var from = open + marks;
        var found = QuoteMarks.CloseOf(text.Text, text.Tokens, from);
        // By convention a quote over several paragraphs opens each and closes the last. It is one
        // quote with one speaker.
        while (
            found is { } end
            && GoesOn(text, end) is { } again
            && QuoteMarks.CloseOf(text.Text, text.Tokens, end.Last + 1 + again) is { } next
        )
        {
            before = Joined(before, Part(text, from, end.First));
            (from, found) = (end.Last + 1 + again, next);
        }

        if (found is not { } last || text.Tokens[last.Last].Kind is TokenKind.Break)
        {
            found = Forgotten(text, lexicon, from, found?.First ?? text.Tokens.Length) ?? found;
        }
        else if (QuoteMarks.OpensAgain(text.Text, text.Tokens, from, last.First) is { } again)
        {
            found = Forgotten(text, lexicon, from, again) ?? new(again - 1, again - 1);
        }

        return found is { } close ? new(close, from, before) : null;
    }

    /// <summary>
    /// The comma behind which a verb and its speaker come, where the mark that closes was forgotten: <c>“Jalan itu rusak, kata Siti</c>.
    /// </summary>
    private static TokenSpan? Forgotten(ReleaseText text, Lexicon lexicon, int from, int end)
    {
        var tokens = text.Tokens;
        for (var i = from; i + 2 < end; i++)
        {
            if (!text.IsMark(tokens[i], ','))
            {
                continue;
            }

            var close = IsOtherMark(text, i + 1) ? i + 1 : i;
            if (
                close + 2 < end
                && PastDemikian(text, lexicon, close + 1) is var verb
                && IsVerbOfSaying(text, lexicon, verb, close + 1)
                && verb + 1 < end
                && (tokens[verb + 1].IsCapital || !tokens[verb + 1].IsWord || lexicon.Pronoun.Match(tokens, verb + 1, out _) == 1)
            )
            {
                return new(i, close);
            }
        }

        return null;
    }

    /// <summary>
    /// The verb behind <c>demikian</c> and <c>yang</c>: <c>…, demikian yang disampaikan Ani</c>; the token itself elsewhere.
    /// </summary>
    private static int PastDemikian(ReleaseText text, Lexicon lexicon, int at)
    {
        var tokens = text.Tokens;
        if (lexicon.Nobody.Match(tokens, at, out _) != 1 || at + 2 >= tokens.Length)
        {
            return at;
        }

        return lexicon.Clause.Match(tokens, at + 1, out _) == 1 ? at + 2 : at + 1;
    }

    /// <summary>Whether a verb of saying is at a token, in small letters; a passive one only behind <c>demikian</c>.</summary>
    private static bool IsVerbOfSaying(ReleaseText text, Lexicon lexicon, int verb, int from) =>
        IsSaid(text, lexicon, verb)
        || (verb > from && text.Tokens[verb].Case is TokenCase.Lower && lexicon.Says.Match(text.Tokens, verb, out _) > 0);

    /// <summary>
    /// Whether another mark than the one that opens closes a quote: <c>…,' ujar</c>, or an opening one that is written onto the verb:
    /// <c>…, “katanya</c>.
    /// </summary>
    private static bool IsOtherMark(ReleaseText text, int i)
    {
        var token = text.Tokens[i];
        return token.Kind is TokenKind.Mark
            && (
                text.Text[token.Start] is '\'' or '’'
                    ? token.Start == text.Tokens[i - 1].End
                    : text.Text[token.Start] is '“' && i + 1 < text.Tokens.Length && text.Tokens[i + 1].Start == token.End
            );
    }

    /// <summary>
    /// How many tokens the mark takes with which a quote that its paragraph leaves open goes on in the next: none where that paragraph
    /// only closes it; null where it does not go on.
    /// </summary>
    private static int? GoesOn(ReleaseText text, TokenSpan close)
    {
        var tokens = text.Tokens;
        var next = close.Last + 1;
        if (tokens[close.Last].Kind is not TokenKind.Break || next >= tokens.Length)
        {
            return null;
        }

        if (tokens[next].Kind is TokenKind.Mark && QuoteMarks.Opens(text.Text, tokens, next) is > 0 and var marks)
        {
            return marks;
        }

        for (var i = next; i < tokens.Length && tokens[i].Kind is not TokenKind.Break; i++)
        {
            if (tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] is '“' or '„' or '”' or '"' or '«')
            {
                return QuoteMarks.Opens(text.Text, tokens, i) == 0 && tokens[i - 1].Kind is TokenKind.Mark ? 0 : null;
            }
        }

        return null;
    }

    /// <summary>Whether what is in marks is long enough for a quote, and no title.</summary>
    private static bool IsSpeech(ReleaseText text, Lexicon lexicon, int open, int close) =>
        IsLong(text, lexicon, open, close) && !IsTitle(text, lexicon, open, close);

    /// <summary>
    /// Whether as much is said as a quote needs: two words do where a comma leads on to who says them, or a verb of saying.
    /// </summary>
    private static bool IsLong(ReleaseText text, Lexicon lexicon, int open, int close) =>
        Words(text.Tokens, open, close) switch
        {
            >= FewestWords => true,
            >= FewestWordsOfSentence => text.IsMark(text.Tokens[close - 1], ',') || IsSaid(text, lexicon, close + 1),
            _ => false,
        };

    /// <summary>Whether a verb of saying is at a token, in small letters.</summary>
    private static bool IsSaid(ReleaseText text, Lexicon lexicon, int at) =>
        at < text.Tokens.Length && text.Tokens[at].Case is TokenCase.Lower && lexicon.Say.Match(text.Tokens, at, out _) > 0;

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
        if (last.Kind is TokenKind.Mark && text.Text[last.Start] is ',' or '.' or '!' or '?' or '…')
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

    /// <summary>What marks hold.</summary>
    /// <param name="Close">What closes it.</param>
    /// <param name="From">Where its last paragraph begins, behind the mark.</param>
    /// <param name="Before">What its paragraphs before say; null where it has but one.</param>
    private readonly record struct Said(TokenSpan Close, int From, StringBuilder? Before);
}
