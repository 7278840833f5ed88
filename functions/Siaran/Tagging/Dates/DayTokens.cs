using System.Globalization;
using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Dates;

/// <summary>What days and years are written with.</summary>
internal static class DayTokens
{
    /// <summary>The token where a weekday before the date begins, or the date itself.</summary>
    public static int WithWeekday(TokenCursor at)
    {
        var before = at.Move(-1);
        before = before.IsWord && before.Is(at.Lexicon.DateWord) ? before.Move(-1) : before;
        before = before.Index > 0 && before.Mark is '(' ? before.Move(-1) : before;
        // "Rabu kemarin (1/5)".
        before = before.IsWord && before.Is(at.Lexicon.Relative) ? before.Move(-1) : before;
        before = before.Index > 0 && before.Mark is ',' ? before.Move(-1) : before;
        // "Rabu siang ini, 13 Juni".
        before =
            before.Index > 1 && before.Begins(at.Lexicon.Definite) && before.Move(-1).Begins(at.Lexicon.Daytime) ? before.Move(-1) : before;
        before = before.Index > 0 && before.Begins(at.Lexicon.Daytime) ? before.Move(-1) : before;
        return before.IsWord && before.Is(at.Lexicon.Weekday) ? before.Index : at.Index;
    }

    /// <summary>The weekday that comes before the date, from Sunday, which is 0; null where none does.</summary>
    public static int? WeekdayOf(TokenCursor at) =>
        at.At(WithWeekday(at)) is var weekday
        && weekday.Index < at.Index
        && weekday.Match(at.Lexicon.Weekday, out var named) == 1
        && int.TryParse(named[0], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static int? Number(TokenCursor at) =>
        at.IsNumber && int.TryParse(at.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Year(TokenCursor at) => at.Token.Length == 4 && Number(at) is { } year and >= 1900 and < 2100 ? year : null;

    /// <summary>
    /// The year of <c>(9/1/21)</c>, <c>Senin, 9/1/21</c> and <c>tanggal 9/1/21</c>, which only what is about them tells from other figures.
    /// </summary>
    public static int? ShortYear(TokenCursor at)
    {
        var weekday = at.At(WithWeekday(at));
        var isTold = weekday.Index < at.Index || at.Move(-1).Is(at.Lexicon.DateWord) || (at.Move(-1).Mark == '(' && at.Move(5).Mark == ')');
        return isTold && at.Move(4).Token.Length == 2 && Number(at.Move(4)) is { } year ? 2000 + year : null;
    }

    /// <summary>A year long ago, which only a month before it tells from another number: <c>22 Desember 1784</c>.</summary>
    public static int? OldYear(TokenCursor at) => at.Token.Length == 4 && Number(at) is { } year and >= 1000 and < 1900 ? year : null;

    /// <summary>The day of <c>2024-02-19</c>, whose parts have two figures each behind the year.</summary>
    public static DateOnly? YearFirst(TokenCursor at) =>
        Year(at) is { } year
        && at.Move(1).Mark == '-'
        && at.Move(2).Token.Length == 2
        && at.Move(3).Mark == '-'
        && at.Move(4) is { IsJoined: true, Token.Length: 2 }
        && Number(at.Move(2)) is { } month
        && Number(at.Move(4)) is { } number
        && Make(year, month, number, out var day)
            ? day
            : null;

    /// <summary>The day of figures with points between them: <c>19.02.2024</c>, <c>9.2.2024</c>.</summary>
    public static DateOnly? Dotted(TokenCursor at) =>
        at.IsNumber
        && at.Token.Length is >= 8 and <= 10
        && DateOnly.TryParseExact(at.Word, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and < 2100
            ? day
            : null;

    public static bool Make(int year, int month, int number, out DateOnly day)
    {
        // DaysInMonth would throw for a month of 13, so the month is checked first: dates come from
        // hostile text.
        var isDay = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month);
        day = isDay ? new(year, month, number) : default;
        return isDay;
    }
}
