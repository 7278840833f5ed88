using System.Globalization;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Dates;

/// <summary>Finds the days of which a text speaks: in words, in figures, relative to the release, and ranges of them.</summary>
internal static class DateReader
{
    private const int Most = 50;
    private const int LongestRange = 370;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="written">The day the release was given out, in its agency's zone: what <c>kemarin</c> counts from and what completes a
    /// date without a year.</param>
    public static List<EventDate> Read(ReleaseText text, Lexicon lexicon, DateOnly written)
    {
        var tokens = text.Tokens;
        List<EventDate> dates = [];
        for (var i = 0; i < tokens.Length && dates.Count < Most; )
        {
            var (length, from, to) = ReadRange(text, tokens, i, lexicon, written);
            if (length == 0)
            {
                i++;
                continue;
            }

            var first = WithWeekday(text, tokens, i, lexicon);
            var last = i + length - 1;
            last += first < i && text.IsMark(tokens[i - 1], '(') && last + 1 < tokens.Length && text.IsMark(tokens[last + 1], ')') ? 1 : 0;
            dates.Add(new(from, to, text.At(first, last, tokens)));
            i += length;
        }

        return dates;
    }

    private static (int Length, DateOnly From, DateOnly To) ReadRange(
        ReleaseText text,
        ReadOnlySpan<Token> tokens,
        int i,
        Lexicon lexicon,
        DateOnly written
    )
    {
        if (tokens[i].IsNumber && tokens[i].Length <= 2 && DaysToDays(text, tokens, i, lexicon, written) is { Length: > 0 } days)
        {
            return days;
        }

        var length = ReadDay(text, tokens, i, lexicon, written, out var from);
        if (length == 0)
        {
            return default;
        }

        var next = i + length;
        if (next < tokens.Length && Joins(text, tokens, next, lexicon) is > 0 and var join && next + join < tokens.Length)
        {
            var start = next + join + (lexicon["weekday"].Match(tokens, next + join, out _) > 0 ? 1 : 0);
            start += start < tokens.Length && text.IsMark(tokens[start], ',') ? 1 : 0;
            if (
                start < tokens.Length
                && ReadDay(text, tokens, start, lexicon, written, out var to) is > 0 and var second
                && InYearOf(ref from, to, tokens[next - 1])
                && to.DayNumber - from.DayNumber < LongestRange
            )
            {
                return (start + second - i, from, to);
            }
        }

        return (length, from, from);
    }

    /// <summary>Whether the first day is before the last; where no year follows it, it is of the year that makes it so.</summary>
    private static bool InYearOf(ref DateOnly from, DateOnly to, Token end)
    {
        if (!end.IsNumber && Make(to.Year, from.Month, from.Day, out var day))
        {
            from = day > to && Make(to.Year - 1, from.Month, from.Day, out var before) ? before : day;
        }

        return to > from;
    }

    /// <summary><c>11–13 November 2024</c>, <c>11 hingga 13 November</c>.</summary>
    private static (int Length, DateOnly From, DateOnly To) DaysToDays(
        ReleaseText text,
        ReadOnlySpan<Token> tokens,
        int i,
        Lexicon lexicon,
        DateOnly written
    )
    {
        if (i + 3 >= tokens.Length || Joins(text, tokens, i + 1, lexicon) is not (> 0 and var join) || i + 1 + join >= tokens.Length)
        {
            return default;
        }

        var length = ReadDay(text, tokens, i + 1 + join, lexicon, written, out var to);
        return length > 0 && Number(text, tokens[i]) is { } day && day >= 1 && day < to.Day && tokens[i + 1 + join].IsNumber
            ? (1 + join + length, new DateOnly(to.Year, to.Month, day), to)
            : default;
    }

    private static int ReadDay(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, DateOnly written, out DateOnly day)
    {
        day = default;
        if (!tokens[i].IsNumber)
        {
            if (
                tokens[i].IsWord
                && lexicon["month"].Match(tokens, i, out var months) == 1
                && ReadMonthFirst(text, tokens, i, months[0], out day) is > 0 and var length
            )
            {
                return length;
            }

            if (
                tokens[i].IsWord
                && lexicon["relative"].Match(tokens, i, out var offsets) is > 0 and var words
                && !IsStated(text, tokens, i, lexicon)
                && !IsOfOlderStory(text, tokens, i, lexicon, written)
                && int.TryParse(offsets[0], CultureInfo.InvariantCulture, out var offset)
            )
            {
                day = written.AddDays(offset);
                return words;
            }

            if (IsWeekdayAlone(text, tokens, i, lexicon, out var weekday))
            {
                day = written.AddDays(-(((int)written.DayOfWeek - weekday + 7) % 7));
                return 1;
            }

            return 0;
        }

        if (Number(text, tokens[i]) is not { } number || tokens[i].Length > 2 || IsOfName(tokens, i, lexicon) || i + 1 >= tokens.Length)
        {
            return 0;
        }

        return lexicon["month"].Match(tokens, i + 1, out var named) == 1 && tokens[i + 1].IsCapital
            ? ReadWords(text, tokens, i, number, int.Parse(named[0], CultureInfo.InvariantCulture), written, out day)
            : ReadFigures(text, tokens, i, number, written, out day);
    }

    /// <summary><c>11 November 2024</c>, <c>11 November</c>.</summary>
    private static int ReadWords(
        ReleaseText text,
        ReadOnlySpan<Token> tokens,
        int i,
        int number,
        int month,
        DateOnly written,
        out DateOnly day
    )
    {
        var year = i + 2 < tokens.Length ? Year(text, tokens[i + 2]) : null;
        return Make(year ?? Nearest(month, written), month, number, out day) ? (year is null ? 2 : 3) : 0;
    }

    /// <summary><c>November 11, 2024</c>.</summary>
    private static int ReadMonthFirst(ReleaseText text, ReadOnlySpan<Token> tokens, int i, string month, out DateOnly day)
    {
        day = default;
        return
            tokens[i].IsCapital
            && i + 3 < tokens.Length
            && tokens[i + 1].Length <= 2
            && Number(text, tokens[i + 1]) is { } number
            && text.IsMark(tokens[i + 2], ',')
            && Year(text, tokens[i + 3]) is { } year
            && Make(year, int.Parse(month, CultureInfo.InvariantCulture), number, out day)
            ? 4
            : 0;
    }

    /// <summary><c>11/11/2024</c>, <c>11-11-2024</c>, and <c>(11/11)</c>.</summary>
    private static int ReadFigures(ReleaseText text, ReadOnlySpan<Token> tokens, int i, int number, DateOnly written, out DateOnly day)
    {
        day = default;
        if (
            i + 2 >= tokens.Length
            || !(text.IsMark(tokens[i + 1], '/') || text.IsMark(tokens[i + 1], '-'))
            || tokens[i + 2].Length > 2
            || Number(text, tokens[i + 2]) is not { } month
            || month > 12
        )
        {
            return 0;
        }

        var mark = text.Text[tokens[i + 1].Start];
        if (i + 4 < tokens.Length && text.IsMark(tokens[i + 3], mark))
        {
            return Year(text, tokens[i + 4]) is { } year && Make(year, month, number, out day) ? 5 : 0;
        }

        var isBracketed = i > 0 && text.IsMark(tokens[i - 1], '(') && i + 3 < tokens.Length && text.IsMark(tokens[i + 3], ')');
        return isBracketed && mark == '/' && Make(Nearest(month, written), month, number, out day) ? 3 : 0;
    }

    /// <summary>
    /// Whether a date or a year right before says which day or time is meant: <c>Selasa (7/9/2021) kemarin</c>, <c>tahun 2019 kemarin</c>.
    /// </summary>
    private static bool IsStated(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        i > 0
        && (
            tokens[i - 1].IsNumber
            || (i > 1 && text.IsMark(tokens[i - 1], ')') && tokens[i - 2].IsNumber)
            || lexicon["month"].Match(tokens, i - 1, out _) > 0
            || lexicon["weekday"].Match(tokens, i - 1, out _) > 0
        );

    /// <summary>
    /// Whether the word is in a quotation whose paragraph tells of an older time: a year gone by, <c>waktu itu</c>. Its <c>kemarin</c> is
    /// not the release's.
    /// </summary>
    private static bool IsOfOlderStory(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, DateOnly written)
    {
        var (isQuoted, isOlder) = (false, false);
        for (var k = i - 1; k >= 0 && tokens[k].Kind is not TokenKind.Break && !isQuoted; k--)
        {
            if (tokens[k].Kind is TokenKind.Mark && text.Text[tokens[k].Start] is '”' or '»')
            {
                return false;
            }

            isQuoted = Quotes.QuoteMarks.Opens(text.Text, tokens, k) > 0;
            isOlder |= TellsOfBefore(text, tokens, k, lexicon, written);
        }

        for (var k = i + 1; k < tokens.Length && tokens[k].Kind is not TokenKind.Break && isQuoted && !isOlder; k++)
        {
            isOlder = TellsOfBefore(text, tokens, k, lexicon, written);
        }

        return isQuoted && isOlder;
    }

    private static bool TellsOfBefore(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, DateOnly written) =>
        lexicon["past"].Match(tokens, i, out _) > 0 || (Year(text, tokens[i]) is { } year && year < written.Year);

    /// <summary>A weekday that commas set off is the last such day: <c>… di Baruna, Selasa.</c></summary>
    private static bool IsWeekdayAlone(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon, out int weekday)
    {
        weekday = 0;
        if (
            i < 2
            || !tokens[i].IsCapital
            || !text.IsMark(tokens[i - 1], ',')
            || lexicon["weekday"].Match(tokens, i - 2, out _) > 0
            || lexicon["weekday"].Match(tokens, i, out var days) != 1
        )
        {
            return false;
        }

        var next = i + 1;
        var isSetOff =
            next >= tokens.Length
            || tokens[next].Kind is TokenKind.Break
            || text.IsMark(tokens[next], '.')
            || lexicon["daytime"].Match(tokens, next, out _) > 0
            || (
                text.IsMark(tokens[next], ',')
                && next + 1 < tokens.Length
                && tokens[next + 1].Case is TokenCase.Lower
                && lexicon["until"].Match(tokens, next + 1, out _) == 0
            );
        return isSetOff && int.TryParse(days[0], CultureInfo.InvariantCulture, out weekday);
    }

    /// <summary>Whether what looks like a date is a name: <c>Universitas 17 Agustus 1945</c>.</summary>
    private static bool IsOfName(ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        i > 0 && tokens[i - 1].IsWord && lexicon["named-for"].Match(tokens, i - 1, out _) == 1;

    /// <summary>The token where a weekday before the date begins, or the date itself.</summary>
    private static int WithWeekday(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon)
    {
        var before = i - 1;
        if (before > 0 && (text.IsMark(tokens[before], ',') || text.IsMark(tokens[before], '(')))
        {
            before--;
        }

        before -= before > 0 && lexicon["daytime"].Match(tokens, before, out _) > 0 ? 1 : 0;
        return before >= 0 && tokens[before].IsWord && lexicon["weekday"].Match(tokens, before, out _) == 1 ? before : i;
    }

    private static int Joins(ReleaseText text, ReadOnlySpan<Token> tokens, int i, Lexicon lexicon) =>
        tokens[i].Kind is TokenKind.Mark
            ? (text.Text[tokens[i].Start] is '-' or '–' or '—' ? 1 : 0)
            : lexicon["until"].Match(tokens, i, out _);

    private static int? Number(ReleaseText text, Token token) =>
        token.IsNumber && int.TryParse(text.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Year(ReleaseText text, Token token) =>
        token.Length == 4 && Number(text, token) is { } year and >= 1900 and < 2100 ? year : null;

    private static int Nearest(int month, DateOnly written)
    {
        var months = month - written.Month;
        return months > 6 ? written.Year - 1
            : months < -6 ? written.Year + 1
            : written.Year;
    }

    private static bool Make(int year, int month, int number, out DateOnly day)
    {
        var isDay = month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month);
        day = isDay ? new(year, month, number) : default;
        return isDay;
    }
}
