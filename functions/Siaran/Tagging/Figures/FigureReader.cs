using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>Finds the figures of a text: a number with its unit, sum of money, share or counted noun, and what it measures.</summary>
public static class FigureReader
{
    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.,");

    private const int Most = 100;
    private const int LongestMeasure = 16;
    private const int FewestOwnWords = 2;
    private const decimal LargestWhole = 1_000_000_000_000_000m;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="isTaken">Whether the character belongs to a date or a regulation, whose numbers are no figures.</param>
    public static List<KeyFigure> Read(ReleaseText text, Lexicon lexicon, Func<int, bool> isTaken)
    {
        var tokens = text.Tokens;
        List<KeyFigure> figures = [];
        var after = 0;
        for (var i = 0; i < tokens.Length && figures.Count < Most; i++)
        {
            if (!(tokens[i].IsNumber || StartsWithDigit(text, tokens[i])) || isTaken(tokens[i].Start) || IsOfName(tokens, i, lexicon) || Joins(text, tokens, i))
            {
                continue;
            }

            var (low, isRange) = ReadLow(text, tokens, i, lexicon);
            var at = isRange ? i + 2 : i;
            if (ReadAt(text, tokens, (i, at), lexicon, after) is not { } read)
            {
                continue;
            }

            var (figure, last, factor) = read;
            figure = figures.Count > 0 && figure.Measures != figure.Unit && IsSameClause(text, tokens, after, i, figure.Measures is not null) ? figure with { Measures = WithBefore(figures[^1].Measures, figure.Measures) } : figure;
            if (isRange)
            {
                figures.Add(figure with { Value = low * factor });
            }

            figures.Add(figure);
            (after, i) = (last + 1, isRange ? at : i);
        }

        return figures;
    }

    /// <summary>The lower end of a range, <c>Rp55-60 ribu</c>, and whether there is one.</summary>
    private static (decimal Low, bool IsRange) ReadLow(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        var isRange = i + 2 < tokens.Length && tokens[i].IsNumber && Joins(text, tokens, i + 2) && text.Text[tokens[i + 1].Start] is '-' or '–' && tokens[i + 1].Start == tokens[i].End;
        return isRange && Amounts.Parse(text.Word(tokens[i]), lexicon.DecimalMark) is { } low && ValueOf(text.Word(tokens[i + 2]), lexicon, isMoney: false).Value > low ? (low, true) : default;
    }

    /// <summary>The figure whose number stands at a token, the last token of it, and what the number was multiplied by.</summary>
    private static (KeyFigure Figure, int Last, decimal Factor)? ReadAt(ReleaseText text, ReadOnlySpan<Token> tokens, (int First, int Number) span, Lexicon lexicon, int after)
    {
        var i = span.Number;
        var isMoney = MoneyBefore(tokens, span.First, lexicon, out var currency);
        var (value, joined) = ValueOf(text.Word(tokens[i]), lexicon, isMoney);
        var at = i + 1;
        if (joined is null && at < tokens.Length && lexicon["magnitude"].Match(tokens, at, out var magnitudes) is > 0 and var length)
        {
            joined = magnitudes[0];
            at += length;
        }

        if (joined is null && isMoney && at < tokens.Length && tokens[at].IsCapital && lexicon["money-magnitude"].Match(tokens, at, out var letters) is > 0 and var lettered)
        {
            joined = letters[0];
            at += lettered;
        }

        var percent = at < tokens.Length ? lexicon["percent"].Match(tokens, at, out _) : 0;
        value ??= percent > 0 ? Amounts.ParsePoint(text.Word(tokens[i])) : null;
        var factor = joined is null ? 1 : decimal.Parse(joined, System.Globalization.CultureInfo.InvariantCulture);
        if (value is not { } plain || plain > LargestWhole / factor)
        {
            return null;
        }

        var number = plain * factor / 1.0000000000000000000000000000m;
        if (isMoney)
        {
            var first = span.First - CurrencyLength(text, tokens, span.First);
            return (new(number, currency, MeasureBefore(text, tokens, first, lexicon, after), text.At(first, at - 1, tokens)), at - 1, factor);
        }

        if (at < tokens.Length && lexicon["currency"].Match(tokens, at, out var money) is > 0 and var words)
        {
            return (new(number, money[0], MeasureBefore(text, tokens, span.First, lexicon, after), text.At(span.First, at + words - 1, tokens)), at + words - 1, factor);
        }

        if (percent > 0)
        {
            return (new(number, "percent", MeasureBefore(text, tokens, span.First, lexicon, after), text.At(span.First, at + percent - 1, tokens)), at + percent - 1, factor);
        }

        if (at < tokens.Length && lexicon["unit"].Match(tokens, at, out var units) is > 0 and var unit)
        {
            var next = at + unit;
            var noun = next < tokens.Length && tokens[next].Case is TokenCase.Lower && IsNoun(tokens, next, lexicon) ? NounAt(text, tokens, next) : null;
            return (new(number, units[0], noun ?? MeasureBefore(text, tokens, span.First, lexicon, after), text.At(span.First, at + unit - 1, tokens)), at + unit - 1, factor);
        }

        return Counted(text, tokens, span, at, number, joined is not null, lexicon, after) is var (counted, last) ? (counted, last, factor) : null;
    }

    /// <summary>A number of things: the noun behind it is both unit and measure.</summary>
    private static (KeyFigure Figure, int Last)? Counted(ReleaseText text, ReadOnlySpan<Token> tokens, (int First, int Number) span, int at, decimal number, bool hasMagnitude, Lexicon lexicon, int after)
    {
        if (at >= tokens.Length || tokens[at].Case is not TokenCase.Lower || !IsNoun(tokens, at, lexicon) || (!hasMagnitude && number is >= 1900 and <= 2100 && number == Math.Truncate(number) && tokens[span.Number].Length == 4))
        {
            return hasMagnitude ? (new(number, null, MeasureBefore(text, tokens, span.First, lexicon, after), text.At(span.First, at - 1, tokens)), at - 1) : null;
        }

        var noun = NounAt(text, tokens, at);
        var last = at + 1 < tokens.Length && noun.Contains(' ', StringComparison.Ordinal) ? at + 1 : at;
        return (new(number, noun, noun, text.At(span.First, last, tokens)), last);
    }

    /// <summary>Whether the number is part of a name or counts something off: <c>Pasal 45</c>, <c>Densus 88</c>.</summary>
    private static bool IsOfName(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) => i > 0 && tokens[i - 1].IsWord && lexicon["no-figure"].Match(tokens, i - 1, out _) == 1;

    /// <summary>Whether a mark joins the number to what stands before it: <c>8/2025</c>, <c>55-60</c>.</summary>
    private static bool Joins(ReleaseText text, ReadOnlySpan<Token> tokens, int i) => i > 0 && tokens[i - 1].End == tokens[i].Start && text.Text[tokens[i - 1].Start] is '/' or '-' or '–' or ':' or '.';

    /// <summary>Whether nothing parts the end of one figure from the next, save a mark where no words of its own stand between: <c>137 jiwa dari 33 KK</c>.</summary>
    private static bool IsSameClause(ReleaseText text, ReadOnlySpan<Token> tokens, int from, int to, bool hasOwnWords)
    {
        for (var i = Math.Max(from, to - LongestMeasure); i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Break || (tokens[i].Kind is TokenKind.Mark && (hasOwnWords ? text.Text[tokens[i].Start] is not ('$' or '.') : text.Text[tokens[i].Start] is ';')))
            {
                return false;
            }
        }

        return from > 0 && to - from < LongestMeasure;
    }

    /// <summary>What the figure before measures, where too few words stand between the two to say more.</summary>
    private static string? WithBefore(string? before, string? measures) =>
        measures is null ? before
        : before is null || before.EndsWith(measures, StringComparison.Ordinal) || measures.AsSpan().Count(' ') >= FewestOwnWords ? measures
        : $"{before} {measures}";

    /// <summary>The noun at a token, with the acronym that qualifies it: <c>pekerja BPU</c>.</summary>
    private static string NounAt(ReleaseText text, ReadOnlySpan<Token> tokens, int at) =>
        text.Words(at, at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Upper && tokens[at + 1].Start == tokens[at].End + 1 ? at + 1 : at).ToString();

    private static bool IsNoun(ReadOnlySpan<Token> tokens, int at, Lexicon lexicon) => tokens[at].Length > 2 && lexicon["no-noun"].Match(tokens, at, out _) == 0;

    private static (decimal? Value, string? Magnitude) ValueOf(ReadOnlySpan<char> word, Lexicon lexicon, bool isMoney)
    {
        var digits = word.IndexOfAnyExcept(NumberCharacters);
        if (digits < 0)
        {
            return (Amounts.Parse(word, lexicon.DecimalMark), null);
        }

        List<Token> rest = [];
        Tokenizer.Read(word[digits..], rest);
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rest);
        var isMagnitude = lexicon["magnitude"].Match(span, 0, out var magnitudes) == span.Length || (isMoney && lexicon["money-magnitude"].Match(span, 0, out magnitudes) == span.Length);
        return isMagnitude ? (Amounts.Parse(word[..digits], lexicon.DecimalMark), magnitudes[0]) : (null, null);
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

    /// <summary>The clause before the number, without the words that lead in to it, and no further back than the figure before.</summary>
    private static string? MeasureBefore(ReleaseText text, ReadOnlySpan<Token> tokens, int at, Lexicon lexicon, int after)
    {
        var last = at - 1;
        while (last >= after && (lexicon["lead-in"].Match(tokens, last, out _) > 0 || (tokens[last].Kind is TokenKind.Mark && text.Text[tokens[last].Start] == ',')))
        {
            last--;
        }

        var first = last + 1;
        while (first > after && last - first < LongestMeasure - 1 && !EndsClause(text, tokens, first - 1, lexicon))
        {
            first--;
        }

        while (first == after && first > 0 && first <= last && lexicon["lead-in"].Match(tokens, first, out _) > 0)
        {
            (first, after) = (first + 1, after + 1);
        }

        var words = first > last ? "" : Spaces.Collapse(text.Words(first, last)).Trim(' ', '(', '/', '-');
        return words.Length == 0 ? null : words;
    }

    private static bool EndsClause(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].Kind is TokenKind.Break
        || (tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] is not ('(' or ')' or '/' or '-'))
        || lexicon["clause"].Match(tokens, i, out _) > 0;
}
