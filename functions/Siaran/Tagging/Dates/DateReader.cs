using System.Globalization;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Dates;

/// <summary>Finds the days that a text speaks of: in words, in figures, relative to the release, and ranges of them.</summary>
internal static class DateReader
{
    // A rule for each way of writing, on a cursor of tokens, without back-tracking: O(tokens). Temporal
    // taggers in the field (HeidelTime: Strötgen and Gertz, 2010) work by rules too; days are a closed
    // language, and a rule can say why a word like "kemarin" is not resolved.
    private const int Most = 50;

    // A range of over a year ("2019–2024") is a term of office or a plan, no event.
    private const int LongestRange = 370;
    private const int LastDays = 7;
    private const int LongestShortMonth = 3;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="written">The day the release was given out, in its agency's zone: what <c>kemarin</c> counts from and what completes a
    /// date without a year, where the text names no day of its own.</param>
    public static List<EventDate> Read(ReleaseText text, Lexicon lexicon, DateOnly written)
    {
        List<EventDate> dates = [];
        List<EventDate> spoken = [];
        var given = new TextDay(text, lexicon, written);
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside && dates.Count < Most; )
        {
            var (length, from, to) = ReadRange(at, given);
            if (length == 0)
            {
                at = at.Move(1);
                continue;
            }

            var first = DayTokens.WithWeekday(at);
            var behind = at.Move(length);
            // "Selasa (7/9/2021)": parentheses belong to the span where they hold the whole date, so
            // that what marks the evidence leaves no loose bracket.
            var isInBrackets = first < at.Index && at.Move(-1).Mark == '(' && behind.Mark == ')';
            dates.Add(new(from, to, text.At(first, isInBrackets ? behind.Index : behind.Index - 1, text.Tokens)));
            if (at.Begins(lexicon.Relative) && given.Speech.IsSpoken(at.Index))
            {
                spoken.Add(dates[^1]);
            }

            at = behind;
        }

        // Whoever said "hari ini" on another day than the release's did not mean the release's day.
        var isSaidBefore = !given.IsOwn && dates.Exists(date => date.To < written && date.From >= written.AddDays(-LastDays));
        dates.RemoveAll(date => isSaidBefore && spoken.Contains(date));
        AddDateline(dates, text, lexicon);
        return dates;
    }

    /// <summary>
    /// Adds the day of the dateline, which intake takes off the text: its place is its words, and one without a place has none at the
    /// body's beginning.
    /// </summary>
    private static void AddDateline(List<EventDate> dates, ReleaseText text, Lexicon lexicon)
    {
        // What was stored before datelines kept their day has it as the event's, where the text has no other.
        var content = text.Content;
        var day = content.DatelineDay ?? (content.EventDate is { } first && !IsWritten(first, new(text, lexicon, 0)) ? first : null);
        var hasPlace = content.Place is { Length: > 0 };
        if (
            day is { } stated
            && (hasPlace || content.DatelineDay is not null)
            && !dates.Exists(date => date.From <= stated && stated <= date.To)
        )
        {
            var span = hasPlace ? new Evidence(EvidenceField.Place, 0, content.Place!.Length) : new Evidence(EvidenceField.Body, 0, 0);
            dates.Insert(0, new(stated, stated, span));
        }
    }

    /// <summary>Whether the text itself has a day, if only in a name: <c>Universitas 17 Agustus 1945</c>.</summary>
    private static bool IsWritten(DateOnly day, TokenCursor at)
    {
        for (; at.IsInside; at = at.Move(1))
        {
            if (at.IsNumber && DayTokens.Number(at) == day.Day && MonthBehind(at) == day.Month)
            {
                return true;
            }
        }

        return false;
    }

    private static int? MonthBehind(TokenCursor day) =>
        day.Move(1).Match(day.Lexicon.Month, out var named) == 1 ? int.Parse(named[0], CultureInfo.InvariantCulture)
        : day.Move(1).Mark is '/' or '-' ? DayTokens.Number(day.Move(2))
        : null;

    private static DayRange ReadRange(TokenCursor at, TextDay written)
    {
        // "11–13 November" is tried before a single day: otherwise 13 November alone would be found,
        // and the 11 would be a figure.
        if (at.IsNumber && at.Token.Length <= 2)
        {
            var days = DaysToDays(at, written);
            days = days.Length > 0 ? days : DayLists.At(at, written);
            if (days.Length > 0)
            {
                return days;
            }
        }

        var length = ReadDay(at, written, out var from);
        if (length == 0)
        {
            return default;
        }

        var join = at.Move(length);
        if (Joins(join) is > 0 and var joined)
        {
            var next = join.Move(joined);
            next = next.Begins(next.Lexicon.Weekday) ? next.Move(1) : next;
            next = next.Mark == ',' ? next.Move(1) : next;
            next = next.Is(next.Lexicon.DateWord) ? next.Move(1) : next;
            // The end has the year: "28 Desember – 2 Januari 2025" begins in 2024, which InYearOf
            // decides. A second day that is not later is no range but the next date.
            if (
                ReadDay(next, written, out var to) is > 0 and var second
                && InYearOf(ref from, to, join.Move(-1).Token)
                && to.DayNumber - from.DayNumber < (join.Begins(join.Lexicon.And) ? 2 : LongestRange)
            )
            {
                return new(next.Index + second - at.Index, from, to);
            }
        }

        return new(length, from, from);
    }

    /// <summary>Whether the first day is before the last; where no year follows it, it is of the year that makes it so.</summary>
    private static bool InYearOf(ref DateOnly from, DateOnly to, Token end)
    {
        if (!end.IsNumber && DayTokens.Make(to.Year, from.Month, from.Day, out var day))
        {
            from = day > to && DayTokens.Make(to.Year - 1, from.Month, from.Day, out var before) ? before : day;
        }

        return to > from;
    }

    /// <summary><c>11–13 November 2024</c>, <c>11 hingga 13 November</c>.</summary>
    private static DayRange DaysToDays(TokenCursor at, TextDay written)
    {
        if (JoinsDays(at.Move(1)) is not (> 0 and var join))
        {
            return default;
        }

        var last = at.Move(1 + join);
        last = last.Is(at.Lexicon.DateWord) ? last.Move(1) : last;
        var length = ReadDay(last, written, out var to);
        // Days of one month only, in rising order: all else is no range that people write so.
        if (length == 0 || !last.IsNumber || DayTokens.Number(at) is not { } day || day < 1 || day >= to.Day)
        {
            return default;
        }

        var from = new DateOnly(to.Year, to.Month, day);
        // "3 dan 10 Mei" are two days.
        return at.Move(1).Begins(at.Lexicon.And) && day + 1 < to.Day ? new(1, from, from) : new(last.Index + length - at.Index, from, to);
    }

    /// <summary>As between any two days, or a stroke before a month in words: <c>10/11 Juni</c>.</summary>
    private static int JoinsDays(TokenCursor at) =>
        at.Mark is '/' && at.Move(1).Token.Length <= 2 && at.Move(2).Begins(at.Lexicon.Month) && IsMonth(at.Move(2)) ? 1 : Joins(at);

    /// <returns>How many tokens say the day; 0 where none is said.</returns>
    public static int ReadDay(TokenCursor at, TextDay written, out DateOnly day)
    {
        day = default;
        if (!at.IsNumber)
        {
            return at.IsWord ? ReadWord(at, written, out day) : 0;
        }

        if (DayTokens.Dotted(at) is { } dotted)
        {
            day = dotted;
            return 1;
        }

        if (DayTokens.YearFirst(at) is { } yearFirst)
        {
            day = yearFirst;
            return 5;
        }

        if (DayTokens.Number(at) is not { } number || at.Token.Length > 2 || IsOfName(at) || !at.Move(1).IsInside)
        {
            return 0;
        }

        if (at.Move(-1).Mark == '(' && at.Move(1).Mark == ')')
        {
            return ReadDayAlone(at, number, written.Day, out day);
        }

        // "tanggal 12 bulan Mei".
        var month = at.Move(1).Word is "bulan" && at.Move(-1).Is(at.Lexicon.DateWord) ? at.Move(2) : at.Move(1);
        month = month.Mark is '/' or '-' && month.IsJoined && IsNamedBetween(month) ? month.Move(1) : month;
        return month.Match(at.Lexicon.Month, out var named) == 1 && IsMonth(month)
            ? ReadNumberFirst(at, number, month.Index, int.Parse(named[0], CultureInfo.InvariantCulture), written, out day)
            : ReadFigures(at, number, written, out day);
    }

    /// <summary>Whether a month in words and a year follow one mark: <c>7/Maret/2024</c>, <c>7-Maret-2024</c>.</summary>
    private static bool IsNamedBetween(TokenCursor mark) =>
        mark.Move(1).Begins(mark.Lexicon.Month) && mark.Move(2).Mark == mark.Mark && DayTokens.Year(mark.Move(3)) is not null;

    /// <summary>A month must have a capital, for "may" and "march" are verbs too; in Indonesian whole names need none.</summary>
    private static bool IsMonth(TokenCursor at) =>
        at.IsCapital || (at.Lexicon.IsModelled && (at.Token.Length > LongestShortMonth || at.Word is "mei"));

    /// <summary>A day that begins with a word: a month, <c>kemarin</c>, a weekday.</summary>
    private static int ReadWord(TokenCursor at, TextDay written, out DateOnly day)
    {
        if (at.Match(at.Lexicon.Month, out var months) == 1 && ReadMonthFirst(at, months[0], out day) is > 0 and var length)
        {
            return length;
        }

        // "kemarin" is counted from the release's day, except where the text says which day it is, or
        // speaks of an older time.
        if (
            at.Match(at.Lexicon.Relative, out var offsets) is > 0 and var words
            && !IsStated(at)
            && !IsStatedBehind(at.Move(words), written)
            && !written.IsOfBefore
            && !IsOfOtherTime(at, written.Speech, isPast: offsets[0][0] == '-')
            && int.TryParse(offsets[0], CultureInfo.InvariantCulture, out var offset)
        )
        {
            day = written.Day.AddDays(offset);
            return words;
        }

        var isWeekday = IsWeekdayAlone(at, out var weekday) && !written.IsOfBefore;
        // The last such day, the release's own included: news report, they rarely announce. Who speaks of a day with its date speaks
        // behind it.
        var back = ((int)written.Day.DayOfWeek - weekday + 7) % 7;
        day =
            !isWeekday ? default
            : back > 0 && written.IsBeforeSaying(at) ? written.Day.AddDays(7 - back)
            : written.Day.AddDays(-back);
        return isWeekday ? 1 : 0;
    }

    /// <summary><c>11 November 2024</c>, <c>11 Nov. 2024</c>, <c>11 November</c>.</summary>
    private static int ReadNumberFirst(TokenCursor at, int number, int named, int month, TextDay written, out DateOnly day)
    {
        var behind = YearBehind(at.At(named + 1));
        var year = DayTokens.Year(behind) ?? DayTokens.OldYear(behind);
        // Without a year: the one in which the month is nearest to the release, so that "28 Desember"
        // in a release of 3 January is last year's.
        return DayTokens.Make(year ?? written.YearOf(at, month, number), month, number, out day)
            ? (year is null ? named : behind.Index) + 1 - at.Index
            : 0;
    }

    /// <summary>
    /// Where a year would be behind a month: past the word for it (<c>21 Juni tahun 2021</c>), and past the point of a month that is
    /// written short or a comma where the year is there and counts nothing.
    /// </summary>
    private static TokenCursor YearBehind(TokenCursor at)
    {
        var next = at.Move(1);
        var isNamed = at.IsLower && at.Match(at.Lexicon.Unit, out var units) == 1 && units[0] is "tahun";
        var isParted =
            (at.Mark == '.' && at.IsJoined && at.Move(-1).Token.Length <= LongestShortMonth + 1)
            || (at.Mark == ',' && !next.Move(1).IsLower)
            || (at.Mark is '/' or '-' && at.IsJoined && at.Move(-2).Mark == at.Mark);
        return (isNamed || isParted) && DayTokens.Year(next) is not null ? next : at;
    }

    /// <summary><c>Rabu (16)</c>: the day of this month or of the one before that is such a weekday.</summary>
    private static int ReadDayAlone(TokenCursor at, int number, DateOnly written, out DateOnly day)
    {
        day = default;
        var weekday = at.Move(-2);
        weekday = weekday.Begins(at.Lexicon.Daytime) ? weekday.Move(-1) : weekday;
        if (weekday.Match(at.Lexicon.Weekday, out var days) != 1 || !int.TryParse(days[0], CultureInfo.InvariantCulture, out var named))
        {
            return 0;
        }

        var month = new DateOnly(written.Year, written.Month, 1);
        foreach (var candidate in new[] { month, month.AddMonths(-1), month.AddMonths(1) })
        {
            if (DayTokens.Make(candidate.Year, candidate.Month, number, out day) && (int)day.DayOfWeek == named)
            {
                return 1;
            }
        }

        return 0;
    }

    /// <summary><c>November 11, 2024</c>.</summary>
    private static int ReadMonthFirst(TokenCursor at, string month, out DateOnly day)
    {
        day = default;
        return
            at.IsCapital
            && at.Move(1).Token.Length <= 2
            && DayTokens.Number(at.Move(1)) is { } number
            && at.Move(2).Mark == ','
            && DayTokens.Year(at.Move(3)) is { } year
            && DayTokens.Make(year, int.Parse(month, CultureInfo.InvariantCulture), number, out day)
            ? 4
            : 0;
    }

    /// <summary><c>11/11/2024</c>, <c>11-11-2024</c>, and <c>(11/11)</c>.</summary>
    private static int ReadFigures(TokenCursor at, int number, TextDay written, out DateOnly day)
    {
        day = default;
        var mark = at.Move(1).Mark;
        // "HMS.3/02/2018": the number of a letter.
        var isOfNumber = at.IsJoined && at.Move(-1) is { Mark: '.' or '/', IsJoined: true } && at.Move(-2).Token.Case is TokenCase.Upper;
        if (
            isOfNumber
            || mark is not ('/' or '-')
            || at.Move(2).Token.Length > 2
            || DayTokens.Number(at.Move(2)) is not { } month
            || month > 12
        )
        {
            return 0;
        }

        if (at.Move(3).Mark == mark && at.Move(4).IsInside)
        {
            return (DayTokens.Year(at.Move(4)) ?? DayTokens.ShortYear(at)) is { } year && DayTokens.Make(year, month, number, out day)
                ? 5
                : 0;
        }

        // Two figures alone are a date only in parentheses, as datelines and reporters write them, or behind
        // a weekday or the word for a date. "3/4" elsewhere is a fraction or a house number.
        var isSaid =
            (OpensBracket(at) && at.Move(3).Mark == ')')
            || ((DayTokens.WithWeekday(at) < at.Index || at.Move(-1).Is(at.Lexicon.DateWord)) && !at.Move(3).IsNumber);
        return isSaid && mark == '/' && DayTokens.Make(written.YearOf(at, month, number), month, number, out day) ? 3 : 0;
    }

    /// <summary>
    /// Whether a date or a year right before says which day or time is meant: <c>Selasa (7/9/2021) kemarin</c>, <c>tahun 2019 kemarin</c>.
    /// </summary>
    private static bool IsStated(TokenCursor at)
    {
        var before = at.Move(-1);
        return before.IsNumber
            || (before.Mark == ')' && at.Move(-2).IsNumber)
            || before.Begins(at.Lexicon.Month)
            || before.Begins(at.Lexicon.Weekday)
            // "dua pekan kemarin" is some weeks ago.
            || (before.IsLower && before.Match(at.Lexicon.Unit, out var units) == 1 && units[0] is "minggu" or "bulan" or "tahun");
    }

    /// <summary>
    /// Whether the date itself is right behind a word for a day: <c>hari ini (Rabu, 12/12)</c>, <c>Besok, Rabu, tanggal 5 Maret</c>.
    /// </summary>
    private static bool IsStatedBehind(TokenCursor behind, TextDay written)
    {
        var first = behind.Begins(behind.Lexicon.Daytime) ? behind.Move(1) : behind;
        first = first.Mark is ',' or '(' ? first.Move(1) : first;
        first = first.Begins(behind.Lexicon.Weekday) ? first.Move(1) : first;
        first = first.Mark is ',' ? first.Move(1) : first;
        first = first.Is(behind.Lexicon.DateWord) ? first.Move(1) : first;
        first = first.Mark is '(' ? first.Move(1) : first;
        // "hari ini (16)": a day without its month says as much, though it is read as none.
        var isBracketed = first.Move(-1).Mark == '(' && first.Move(1).Mark is '/' or '-' or ')';
        return first.IsNumber && (isBracketed || ReadRange(first, written).Length > 0);
    }

    /// <summary>Whether a bracket opens right before a day in figures, or before the weekday that comes before it.</summary>
    private static bool OpensBracket(TokenCursor day) =>
        day.Move(-1).Mark == '('
        || day.At(DayTokens.WithWeekday(day)).Move(-1).Mark == '('
        // "(18-19/12)": the end of a range.
        || (day.Move(-1).Mark is '-' or '–' && day.Move(-2).IsNumber && day.Move(-3).Mark == '(');

    /// <summary>
    /// Whether what is said is not of the release's day: in a paragraph that tells of an older time, of the past, or of nowadays
    /// (<c>kondisi hari ini</c>).
    /// </summary>
    // Whoever says "kemarin" means some time ago as often as the day before, and says it before the
    // release's day.
    private static bool IsOfOtherTime(TokenCursor at, SpokenParts speech, bool isPast) =>
        speech.IsSpoken(at.Index) && (isPast || speech.IsOfOlderStory(at.Index) || IsNowadays(at));

    private static bool IsNowadays(TokenCursor at) =>
        People.NameBounds.IsBehind(at.Lexicon.Nowadays, at.Text.Tokens, at.Index)
        || (at.Move(-1).IsLower && People.NameBounds.IsBehind(at.Lexicon.Nowadays, at.Text.Tokens, at.Index - 1));

    private static bool IsInParagraph(TokenCursor at) => at.IsInside && at.Token.Kind is not TokenKind.Break;

    /// <summary>Whether a weekday with a part of the day says when something was: <c>pada Senin malam</c>; no date follows it.</summary>
    private static bool IsOnDay(TokenCursor at)
    {
        var length = at.Move(1).Match(at.Lexicon.Daytime);
        return length > 0 && at.Move(-1).Is(at.Lexicon.OnDay) && at.Move(1 + length).Mark is not '(' && !at.Move(1 + length).IsNumber;
    }

    /// <summary>A weekday that commas set off is the last such day: <c>… di Baruna, Selasa.</c></summary>
    private static bool IsWeekdayAlone(TokenCursor at, out int weekday)
    {
        weekday = 0;
        var words = at.Lexicon;
        // The strictest rule of all, since weekdays are named for habits ("setiap Selasa") and opening
        // hours too: a comma before it, and behind it the end of the clause.
        if (
            at.Index < 2
            || !at.IsCapital
            || !(at.Move(-1).Mark == ',' || IsOnDay(at))
            || at.Move(-2).Begins(words.Weekday)
            || IsBehindRelative(at)
            || at.Match(words.Weekday, out var days) != 1
        )
        {
            return false;
        }

        var next = at.Move(1);
        var isSetOff =
            !IsInParagraph(next)
            || next.Mark == '.'
            || (next.Begins(words.Daytime) && next.Move(1).Mark != '(' && !IsDatedBehind(next.Move(1)))
            || (next.Mark == ',' && next.Move(1).IsLower && !next.Move(1).Begins(words.Until) && !next.Move(1).Is(words.DateWord));
        return isSetOff && int.TryParse(days[0], CultureInfo.InvariantCulture, out weekday);
    }

    /// <summary>
    /// Whether the date follows behind a comma, or behind <c>ini</c> and a comma: <c>Rabu siang ini, 13 Juni</c>, <c>Selasa sore,
    /// (4/10)</c>.
    /// </summary>
    private static bool IsDatedBehind(TokenCursor behind)
    {
        var comma = behind.Begins(behind.Lexicon.Definite) ? behind.Move(1) : behind;
        var day = comma.Move(1).Mark == '(' ? comma.Move(2) : comma.Move(1);
        return comma.Mark == ',' && day.IsNumber;
    }

    /// <summary>Whether a weekday only says again which day a word before it is: <c>Hari ini, Selasa, …</c></summary>
    private static bool IsBehindRelative(TokenCursor at) =>
        at.Move(-2).Is(at.Lexicon.Relative) || at.Move(-3).Match(at.Lexicon.Relative) == 2;

    /// <summary>
    /// Whether what looks like a date is a name (<c>Universitas 17 Agustus 1945</c>) or counts weeks of a month (<c>Minggu ke-2 Mei</c>).
    /// </summary>
    private static bool IsOfName(TokenCursor at)
    {
        var before = at.Move(-1);
        before = before.Mark == '-' && before.IsJoined && at.IsJoined ? before.Move(-1) : before;
        return before.IsWord
            && (
                before.Word.Equals("ke", StringComparison.OrdinalIgnoreCase)
                || (
                    before.Index == at.Index - 1
                    && before.Is(at.Lexicon.NamedFor)
                    && !(before.Begins(at.Lexicon.Until) && before.Move(-1).IsNumber)
                )
            );
    }

    /// <returns>How many tokens join two days to a range; 0 where nothing does.</returns>
    private static int Joins(TokenCursor at) => at.Mark != '\0' ? (at.Mark is '-' or '–' or '—' ? 1 : 0) : at.Match(at.Lexicon.Until);

    /// <summary>From the first to the last day, and how many tokens say so; 0 where nothing does.</summary>
    public readonly record struct DayRange(int Length, DateOnly From, DateOnly To);
}
