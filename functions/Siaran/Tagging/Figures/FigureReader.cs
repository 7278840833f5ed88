using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>Finds the figures of a text: a number with its unit, sum of money, share or counted noun, and what it measures.</summary>
public static class FigureReader
{
    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.,");

    private const int Most = 100;
    private const int LongestMeasure = 16;
    private const decimal LargestWhole = 1_000_000_000_000_000m;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="isTaken">Whether the character belongs to a date or a regulation, whose numbers are no figures.</param>
    public static List<KeyFigure> Read(ReleaseText text, Lexicon lexicon, Func<int, bool> isTaken)
    {
        var tokens = text.Tokens;
        List<KeyFigure> figures = [];
        for (var i = 0; i < tokens.Length && figures.Count < Most; i++)
        {
            if ((tokens[i].IsNumber || StartsWithDigit(text, tokens[i])) && !isTaken(tokens[i].Start) && ReadAt(text, tokens, i, lexicon) is { } figure)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    private static KeyFigure? ReadAt(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        var (value, joined) = ValueOf(text.Word(tokens[i]), lexicon);
        if (value is not { } number || (i > 0 && tokens[i - 1].End == tokens[i].Start && text.Text[tokens[i - 1].Start] is '/' or '-' or '–' or ':' or '.'))
        {
            return null;
        }

        var at = i + 1;
        if (joined is null && at < tokens.Length && lexicon["magnitude"].Match(tokens, at, out var magnitudes) is > 0 and var length)
        {
            joined = magnitudes[0];
            at += length;
        }

        var first = MoneyBefore(tokens, i, lexicon, out var currency) ? i - CurrencyLength(text, tokens, i) : i;
        if (joined is null && currency is not null && at < tokens.Length && tokens[at].IsCapital && lexicon["money-magnitude"].Match(tokens, at, out var letters) is > 0 and var lettered)
        {
            joined = letters[0];
            at += lettered;
        }

        number *= joined is null ? 1 : decimal.Parse(joined, System.Globalization.CultureInfo.InvariantCulture);
        number /= 1.0000000000000000000000000000m;
        if (number > LargestWhole)
        {
            return null;
        }

        if (currency is not null)
        {
            return new(number, currency, MeasureBefore(text, tokens, first, lexicon), text.At(first, at - 1, tokens));
        }

        if (at < tokens.Length && lexicon["currency"].Match(tokens, at, out var money) is > 0 and var after)
        {
            return new(number, money[0], MeasureBefore(text, tokens, i, lexicon), text.At(i, at + after - 1, tokens));
        }

        if (at < tokens.Length && lexicon["percent"].Match(tokens, at, out _) is > 0 and var percent)
        {
            return new(number, "percent", MeasureBefore(text, tokens, i, lexicon), text.At(i, at + percent - 1, tokens));
        }

        if (at < tokens.Length && lexicon["unit"].Match(tokens, at, out var units) is > 0 and var unit)
        {
            var next = at + unit;
            var noun = next < tokens.Length && tokens[next].Case is TokenCase.Lower && IsNoun(tokens, next, lexicon) ? NounAt(text, tokens, next) : null;
            return new(number, units[0], noun ?? MeasureBefore(text, tokens, i, lexicon), text.At(i, at + unit - 1, tokens));
        }

        return Counted(text, tokens, i, at, number, joined is not null, lexicon);
    }

    /// <summary>A number of things: the noun behind it is both unit and measure.</summary>
    private static KeyFigure? Counted(ReleaseText text, ReadOnlySpan<Token> tokens, int i, int at, decimal number, bool hasMagnitude, Lexicon lexicon)
    {
        if (at >= tokens.Length || tokens[at].Case is not TokenCase.Lower || !IsNoun(tokens, at, lexicon) || (!hasMagnitude && number is >= 1900 and <= 2100 && number == Math.Truncate(number) && tokens[i].Length == 4))
        {
            return hasMagnitude ? new(number, null, MeasureBefore(text, tokens, i, lexicon), text.At(i, at - 1, tokens)) : null;
        }

        var noun = NounAt(text, tokens, at);
        var last = at + 1 < tokens.Length && noun.Contains(' ', StringComparison.Ordinal) ? at + 1 : at;
        return new(number, noun, noun, text.At(i, last, tokens));
    }

    /// <summary>The noun at a token, with the acronym that qualifies it: <c>pekerja BPU</c>.</summary>
    private static string NounAt(ReleaseText text, ReadOnlySpan<Token> tokens, int at) =>
        text.Words(at, at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Upper && tokens[at + 1].Start == tokens[at].End + 1 ? at + 1 : at).ToString();

    private static bool IsNoun(ReadOnlySpan<Token> tokens, int at, Lexicon lexicon) => tokens[at].Length > 2 && lexicon["no-noun"].Match(tokens, at, out _) == 0;

    private static (decimal? Value, string? Magnitude) ValueOf(ReadOnlySpan<char> word, Lexicon lexicon)
    {
        var digits = word.IndexOfAnyExcept(NumberCharacters);
        if (digits < 0)
        {
            return (Amounts.Parse(word, lexicon.DecimalMark), null);
        }

        List<Token> rest = [];
        Tokenizer.Read(word[digits..], rest);
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rest);
        return lexicon["magnitude"].Match(span, 0, out var magnitudes) == span.Length ? (Amounts.Parse(word[..digits], lexicon.DecimalMark), magnitudes[0]) : (null, null);
    }

    private static bool StartsWithDigit(ReleaseText text, Token token) => token.IsWord && token.Length <= 12 && char.IsAsciiDigit(text.Text[token.Start]);

    private static bool MoneyBefore(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, out string? currency)
    {
        currency = null;
        for (var back = 1; back <= 3 && i - back >= 0; back++)
        {
            var length = lexicon["currency"].Match(tokens, i - back, out var found);
            if (length > 0 && (length == back || length == back - 1))
            {
                currency = found[0];
                return true;
            }
        }

        return false;
    }

    private static int CurrencyLength(ReleaseText text, ReadOnlySpan<Token> tokens, int i) => tokens[i - 1].Kind is TokenKind.Mark && i > 1 && text.Text[tokens[i - 1].Start] is '.' or '$' ? 2 : 1;

    /// <summary>The clause before the number, without the words that lead in to it.</summary>
    private static string? MeasureBefore(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon)
    {
        var last = at - 1;
        while (last >= 0 && (lexicon["lead-in"].Match(tokens, last, out _) > 0 || (tokens[last].Kind is TokenKind.Mark && text.Text[tokens[last].Start] == ',')))
        {
            last--;
        }

        var first = last + 1;
        while (first > 0 && last - first < LongestMeasure - 1 && !EndsClause(text, tokens, first - 1, lexicon))
        {
            first--;
        }

        var words = first > last ? "" : Spaces.Collapse(text.Words(first, last)).Trim(' ', '(', '/', '-');
        return words.Length == 0 ? null : words;
    }

    private static bool EndsClause(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].Kind is TokenKind.Break
        || (tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] is not ('(' or ')' or '/' or '-'))
        || lexicon["clause"].Match(tokens, i, out _) > 0;
}
