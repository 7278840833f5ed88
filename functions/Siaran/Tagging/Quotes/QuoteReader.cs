using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>Finds what is said in quotation marks, and who says it. Single marks within, such as those about a nickname, open no quote.</summary>
public static class QuoteReader
{
    private const int FewestWords = 4;
    private const int Most = 200;
    private const int LongestAttribution = 12;

    public static List<Quote> Read(ReleaseText text, Lexicon lexicon, IReadOnlyList<ReadPerson> people)
    {
        var tokens = text.Tokens;
        var speakers = SpeakerIndex(people);
        List<Quote> quotes = [];
        (string? Name, TagId? Id) previous = default;
        for (var i = 0; i < tokens.Length && quotes.Count < Most; i++)
        {
            if (tokens[i].Kind is not TokenKind.Mark || !Opens(text.Text, tokens, i))
            {
                continue;
            }

            var close = CloseOf(text.Text, tokens, i);
            if (close < 0)
            {
                break;
            }

            if (Words(tokens, i, close) >= FewestWords && SpeakerOf(text, tokens, (i, close), lexicon, speakers, previous) is { } speaker)
            {
                previous = speaker;
                var end = tokens[close].Kind is TokenKind.Break ? tokens[close].Start : tokens[close].End;
                var said = text.Text[tokens[i].End..tokens[close].Start].Trim().TrimEnd(',');
                quotes.Add(new(said, text.At(tokens[i].Start, end - tokens[i].Start), speaker.Name, speaker.Id));
            }

            i = close;
        }

        return quotes;
    }

    /// <summary>Who says it; null where the words in marks are nobody's speech, but a title or a name.</summary>
    private static (string? Name, TagId? Id)? SpeakerOf(
        ReleaseText text, ReadOnlySpan<Token> tokens, (int Open, int Close) quote, Lexicon lexicon, List<Speaker> speakers, (string? Name, TagId? Id) previous)
    {
        var named = After(text, tokens, quote, lexicon, speakers) ?? Before(text, tokens, quote.Open, lexicon, speakers);
        var startsParagraph = quote.Open == 0 || tokens[quote.Open - 1].Kind is TokenKind.Break;
        return named ?? (startsParagraph ? (previous.Name is null ? LastNamed(quote.Open, speakers) : previous) : null);
    }

    private static List<Speaker> SpeakerIndex(IReadOnlyList<ReadPerson> people) =>
        [.. people.SelectMany(person => person.Mentions.ConvertAll(mention => new Speaker(mention.First, mention.Last, person))).OrderBy(speaker => speaker.First)];

    private static bool Opens(string text, ReadOnlySpan<Token> tokens, int i) => text[tokens[i].Start] switch
    {
        '“' or '„' or '«' => true,
        '"' => i == 0 || tokens[i - 1].End < tokens[i].Start || tokens[i - 1].Kind is TokenKind.Break,
        _ => false,
    };

    /// <summary>The token that closes the quote: its mark, or the end of the paragraph.</summary>
    private static int CloseOf(string text, ReadOnlySpan<Token> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is TokenKind.Break || (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '”' or '"' or '»'))
            {
                return i;
            }
        }

        return -1;
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

    /// <summary>The speaker named behind the quote: <c>…,” tegas Hassanudin</c>, or whoever spoke last behind <c>ujarnya</c>.</summary>
    private static (string? Name, TagId? Id)? After(ReleaseText text, ReadOnlySpan<Token> tokens, (int Open, int Close) quote, Lexicon lexicon, List<Speaker> speakers)
    {
        var i = quote.Close + 1;
        if (i < tokens.Length && tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] == ',')
        {
            i++;
        }

        if (i >= tokens.Length || !tokens[i].IsWord || lexicon["say"].Match(tokens, i, out _) == 0)
        {
            return null;
        }

        for (var k = i + 1; k < tokens.Length && k <= i + LongestAttribution && tokens[k].Kind is not TokenKind.Break && !EndsSentence(text.Text, tokens, k); k++)
        {
            if (speakers.Find(s => s.First == k) is { } named)
            {
                return (text.Words(named.First, named.Last).ToString(), named.Person.Id);
            }
        }

        return LastNamed(quote.Open, speakers);
    }

    /// <summary>The speaker named before the quote: <c>Hassanudin mengatakan, “…</c>.</summary>
    private static (string? Name, TagId? Id)? Before(ReleaseText text, ReadOnlySpan<Token> tokens, int open, Lexicon lexicon, List<Speaker> speakers)
    {
        for (var i = open - 1; i >= 0 && i > open - LongestAttribution && tokens[i].Kind is not TokenKind.Break && !EndsSentence(text.Text, tokens, i); i--)
        {
            if (lexicon["says"].Match(tokens, i, out _) > 0 || lexicon["say"].Match(tokens, i, out _) > 0)
            {
                var named = speakers.FindLast(s => s.Last < open && s.Last > open - 30);
                return named is null ? null : (text.Words(named.First, named.Last).ToString(), named.Person.Id);
            }
        }

        return null;
    }

    /// <summary>Whoever was named last before a place in the text: they hold the floor.</summary>
    private static (string? Name, TagId? Id) LastNamed(int before, List<Speaker> speakers)
    {
        var last = speakers.FindLast(s => s.Last < before);
        return last is null ? (null, null) : (last.Person.Name, last.Person.Id);
    }

    private static bool EndsSentence(string text, ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] is '.' or '!' or '?' && i > 0 && tokens[i - 1].Length > 3;

    private sealed record Speaker(int First, int Last, ReadPerson Person);
}
