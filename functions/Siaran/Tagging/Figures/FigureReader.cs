using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Figures;

/// <summary>Finds the figures of a text: a number with its unit, sum of money, share or counted noun, and what it measures.</summary>
internal static class FigureReader
{
    private const int Most = 100;
    private const int LongestCurrency = 3;
    private const int LongestJoinedWord = 12;
    private const int ShortestVerb = 6;
    private const char Minus = '−';
    private const decimal LargestWhole = 1_000_000_000_000_000m;

    private static readonly string[] UnitLists = ["currency", "percent", "unit"];

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="isTaken">Whether the character belongs to a date or a regulation, whose numbers are no figures.</param>
    public static List<KeyFigure> Read(ReleaseText text, Lexicon lexicon, Func<int, bool> isTaken)
    {
        var tokens = text.Tokens;
        var measures = new FigureMeasures(text, lexicon);
        List<KeyFigure> figures = [];
        for (var i = 0; i < tokens.Length && figures.Count < Most; i++)
        {
            if (
                !(tokens[i].IsNumber || StartsWithDigit(text, tokens[i]))
                || isTaken(tokens[i].Start)
                || IsOfName(text, i, lexicon)
                || Joins(text, i)
            )
            {
                continue;
            }

            var (low, isRange) = ReadLow(text, i, lexicon);
            var at = isRange ? i + 2 : i;
            if (ReadAt(text, (i, at), lexicon, measures) is not { } read)
            {
                continue;
            }

            var (figure, last, factor, isCounted) = read;
            figure = isCounted
                ? figure
                : figure with
                {
                    Measures = measures.WithBefore(figures.Count > 0 ? figures[^1].Measures : null, i, figure.Measures),
                };
            if (isRange)
            {
                figures.Add(figure with { Value = low * factor });
            }

            figures.Add(figure);
            measures.After = last + 1;
            i = last;
        }

        return figures;
    }

    /// <summary>The lower end of a range, <c>Rp55-60 ribu</c>, and whether there is one.</summary>
    private static (decimal Low, bool IsRange) ReadLow(ReleaseText text, int i, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        var isRange =
            i + 2 < tokens.Length
            && tokens[i].IsNumber
            && Joins(text, i + 2)
            && text.Text[tokens[i + 1].Start] is '-' or '–'
            && tokens[i + 1].Start == tokens[i].End;
        return
            isRange
            && Amounts.Parse(text.Word(tokens[i]), lexicon.DecimalMark) is { } low
            && WrittenNumber.At(text, i + 2, lexicon, isMoney: false).Value > low
            ? (low, true)
            : default;
    }

    /// <summary>The figure whose number is at a token, or null.</summary>
    private static Found? ReadAt(ReleaseText text, (int First, int Number) span, Lexicon lexicon, FigureMeasures measures)
    {
        var tokens = text.Tokens;
        var currency = CurrencyBefore(text, span.First, lexicon, out var first);
        var written = WrittenNumber.At(text, span.Number, lexicon, currency is not null);
        var at = written.Last + 1;
        var joined = written.Magnitude ?? MagnitudeAt(tokens, ref at, lexicon, currency is not null);
        var factor = joined is null ? 1 : decimal.Parse(joined, System.Globalization.CultureInfo.InvariantCulture);
        if (written.Value is not { } plain || plain > LargestWhole / factor)
        {
            return null;
        }

        if (IsNegative(text, span.First, lexicon))
        {
            (plain, first) = (-plain, first - 1);
        }

        var number = plain * factor / 1.0000000000000000000000000000m;
        if (currency is not null)
        {
            return Figure(number, currency, at - 1);
        }

        foreach (var list in UnitLists)
        {
            if (written.Unit is null && at < tokens.Length && lexicon[list].Match(tokens, at, out var units) is > 0 and var length)
            {
                return Figure(number, units[0], at + length - 1, list == "unit" ? NounBehind(text, at + length, lexicon) : null);
            }
        }

        if (written.Unit is not null || (span.First > 0 && lexicon["unit-before"].Match(tokens, span.First - 1, out _) == 1))
        {
            var unit = written.Unit ?? (lexicon["unit-before"].Match(tokens, span.First - 1, out var before) > 0 ? before[0] : null);
            return Figure(number, unit, at - 1, written.Unit is null ? null : NounBehind(text, at, lexicon));
        }

        return Counted(text, span, at, first, number, joined is not null, lexicon, measures) is var (counted, last)
            ? new(counted, last, factor, counted.Measures == counted.Unit)
            : null;

        Found Figure(decimal value, string? unit, int last, string? noun = null) =>
            new(new(value, unit, noun ?? measures.Before(first), text.At(first, last, text.Tokens)), last, factor, noun is not null);
    }

    private static string? MagnitudeAt(ReadOnlySpan<Token> tokens, ref int at, Lexicon lexicon, bool isMoney)
    {
        if (at >= tokens.Length)
        {
            return null;
        }

        var length = lexicon["magnitude"].Match(tokens, at, out var found);
        length = length == 0 && isMoney && tokens[at].IsCapital ? lexicon["money-magnitude"].Match(tokens, at, out found) : length;
        at += length;
        return length > 0 ? found[0] : null;
    }

    /// <summary>A number of things: the noun behind it is both unit and measure.</summary>
    private static (KeyFigure Figure, int Last)? Counted(
        ReleaseText text,
        (int First, int Number) span,
        int at,
        int first,
        decimal number,
        bool hasMagnitude,
        Lexicon lexicon,
        FigureMeasures measures
    )
    {
        var tokens = text.Tokens;
        var isYear = !hasMagnitude && number is >= 1900 and <= 2100 && number == Math.Truncate(number) && tokens[span.Number].Length == 4;
        if (at >= tokens.Length || tokens[at].Case is not TokenCase.Lower || !IsNoun(text, at, lexicon) || isYear)
        {
            return hasMagnitude ? (new(number, null, measures.Before(first), text.At(first, at - 1, tokens)), at - 1) : null;
        }

        var noun = NounAt(text, at);
        var last = at + 1 < tokens.Length && noun.Contains(' ', StringComparison.Ordinal) ? at + 1 : at;
        return (new(number, noun, noun, text.At(first, last, tokens)), last);
    }

    /// <summary>Whether the number is part of a name or counts something off: <c>Pasal 45</c>, <c>No. 8</c>, <c>Densus 88</c>.</summary>
    private static bool IsOfName(ReleaseText text, int i, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        var before = i > 1 && text.IsMark(tokens[i - 1], '.') && tokens[i - 1].Start == tokens[i - 2].End ? i - 2 : i - 1;
        return before >= 0 && tokens[before].IsWord && lexicon["no-figure"].Match(tokens, before, out _) == 1;
    }

    /// <summary>Whether a mark joins the number to what is before it: <c>8/2025</c>, <c>55-60</c>.</summary>
    private static bool Joins(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        return i > 0 && tokens[i - 1].End == tokens[i].Start && text.Text[tokens[i - 1].Start] is '/' or '-' or '–' or ':' or '.';
    }

    private static bool IsNegative(ReleaseText text, int i, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        return i > 0
            && (
                (text.IsMark(tokens[i - 1], Minus) && tokens[i - 1].End == tokens[i].Start)
                || lexicon["negative"].Match(tokens, i - 1, out _) == 1
            );
    }

    private static string? NounBehind(ReleaseText text, int at, Lexicon lexicon) =>
        at < text.Tokens.Length && text.Tokens[at].Case is TokenCase.Lower && IsNoun(text, at, lexicon) ? NounAt(text, at) : null;

    /// <summary>The noun at a token, with the acronym that qualifies it: <c>pekerja BPU</c>.</summary>
    private static string NounAt(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        return text.Words(
                at,
                at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Upper && tokens[at + 1].Start == tokens[at].End + 1 ? at + 1 : at
            )
            .ToString();
    }

    /// <summary>Whether a word can be what is counted: no function word, and no verb by its beginning.</summary>
    private static bool IsNoun(ReleaseText text, int at, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        return tokens[at].Length > 2
            && lexicon["no-noun"].Match(tokens, at, out _) == 0
            && (lexicon["noun"].Match(tokens, at, out _) > 0 || !IsVerb(text.Word(tokens[at]), lexicon));
    }

    private static bool IsVerb(ReadOnlySpan<char> word, Lexicon lexicon)
    {
        foreach (var prefix in lexicon.VerbPrefixes)
        {
            if (word.Length >= ShortestVerb && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithDigit(ReleaseText text, Token token) =>
        token.IsWord && token.Length <= LongestJoinedWord && char.IsAsciiDigit(text.Text[token.Start]);

    /// <summary>
    /// The currency right before a number, <c>Rp.</c> with its point included, and the token where it begins; that of the number where
    /// there is none.
    /// </summary>
    private static string? CurrencyBefore(ReleaseText text, int i, Lexicon lexicon, out int first)
    {
        var tokens = text.Tokens;
        first = i;
        for (var back = Math.Min(LongestCurrency, i); back > 0; back--)
        {
            var length = lexicon["currency"].Match(tokens, i - back, out var found);
            if (length > 0 && (length == back || (length == back - 1 && text.IsMark(tokens[i - 1], '.'))))
            {
                first = i - back;
                return found[0];
            }
        }

        return null;
    }

    /// <summary>
    /// A figure, its last token, what its number was multiplied by, and whether the noun behind it says what it measures.
    /// </summary>
    private sealed record Found(KeyFigure Figure, int Last, decimal Factor, bool IsCounted);
}
