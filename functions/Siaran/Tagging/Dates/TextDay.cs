using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Dates;

/// <summary>
/// The day that a text speaks from, which completes its other days: its own where its dateline has one or it names one with its year or
/// its weekday (<c>Baruna, Selasa (27/6/2023)</c>), for releases come to archives years later; else the day it was given out.
/// </summary>
internal sealed class TextDay
{
    /// <summary>Further down a day with its weekday may be any that the text looks back or ahead to.</summary>
    private const int FirstParagraphs = 5;

    private const int LongestDateline = 10;
    private const int OldestOwn = 20;
    private const int OldestYear = 10;
    private const int LatestAhead = 365;
    private const int TheseDays = 31;
    private readonly ReleaseText text;
    private readonly Lexicon lexicon;
    private readonly DateOnly written;

    // With a year, in the text's order; and all years that the text names.
    private readonly List<DateOnly> full = [];
    private readonly HashSet<int> years = [];
    private SpokenParts? speech;

    public TextDay(ReleaseText text, Lexicon lexicon, DateOnly written)
    {
        (this.text, this.lexicon, this.written) = (text, lexicon, written);
        Day = written;
        // One look at each token for days with a year, and where none is the text's own, one more at the
        // first paragraphs for days with a weekday: linear, like the reading itself.
        var ofDateline = text.Content.DatelineDay is { } stated && MayBeOwn(stated) ? stated : (DateOnly?)null;
        var withYear = OwnWithYear();
        if ((ofDateline ?? withYear ?? OwnByWeekday()) is { } own)
        {
            (Day, IsOwn) = (own, true);
        }

        var latest = years.Where(year => year <= written.Year + 1).DefaultIfEmpty().Max();
        IsOfBefore = !IsOwn && latest >= written.Year - OldestYear && latest < written.Year - 1;
    }

    public DateOnly Day { get; }

    /// <summary>Whether the text itself names the day.</summary>
    public bool IsOwn { get; }

    /// <summary>
    /// Whether the text has no day of its own and is of years ago, for all years of late that it names are: whoever says <c>kemarin</c>
    /// there meant no day that is known.
    /// </summary>
    public bool IsOfBefore { get; }

    // Made when first asked for: most releases have no word like "kemarin".
    public SpokenParts Speech => speech ??= new(text, token => TellsOfBefore(new(text, lexicon, token)));

    /// <summary>
    /// The year of a day without one: the nearest to this day, or the one that another date of the text or the weekday before it tells.
    /// </summary>
    public int YearOf(TokenCursor at, int month, int number)
    {
        var nearest = Nearest(month, Day);
        var weekday = DayTokens.WeekdayOf(at);
        var isNear = DayTokens.Make(nearest, month, number, out var near) && Math.Abs(near.DayNumber - Day.DayNumber) <= TheseDays;
        if (isNear && (weekday is null || (int)near.DayOfWeek == weekday))
        {
            return nearest;
        }

        if (!IsOwn && YearOfOthers(month, number, weekday) is { } told)
        {
            return told;
        }

        if (weekday is not { } sought)
        {
            return nearest;
        }

        // A day of these weeks is meant, whatever its weekday, which may be wrong; but one ahead is more often last year's, whose weekday
        // it has.
        var agreed = YearOfWeekday(nearest, month, number, sought);
        return !isNear || (near.DayNumber > Day.DayNumber && !IsOwn && (agreed == nearest - 1 || years.Contains(agreed)))
            ? agreed
            : nearest;
    }

    /// <summary>
    /// The first day with its weekday, or in the dateline; of the latest year, for older ones are looked back to, and in that year the day
    /// on which something is said rather than one before it.
    /// </summary>
    private DateOnly? OwnWithYear()
    {
        DateOnly? own = null;
        var isSaid = false;
        var (paragraph, begin, isPlain) = (0, 0, true);
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside; at = at.Move(1))
        {
            if (at.Token.Kind is TokenKind.Break)
            {
                (paragraph, begin, isPlain) = (paragraph + 1, at.Index + 1, true);
                continue;
            }

            isPlain &= !at.IsLower;
            if (!at.IsNumber && !at.Begins(lexicon.Month))
            {
                continue;
            }

            if (DayTokens.Year(at) is { } year)
            {
                years.Add(year);
            }

            var stated = WithYear(at);
            if (stated is { } whole)
            {
                full.Add(whole);
            }

            if ((stated ?? OfTheseDays(at, paragraph)) is not { } day)
            {
                continue;
            }

            var isFirst =
                (paragraph <= FirstParagraphs && DayTokens.WeekdayOf(at) is not null)
                || (paragraph == 1 && isPlain && IsInDateline(at, begin));
            if (isFirst && MayBeOwn(day) && (!(own?.Year >= day.Year) || (own < day && own?.Year == day.Year && !isSaid && IsOfSaying(at))))
            {
                (own, isSaid) = (day, IsOfSaying(at));
            }
        }

        // Intake takes a dateline off the text, and keeps its day where the text has no other.
        return own is null && full.Count == 0 && text.Content.EventDate is { } dateline && MayBeOwn(dateline) ? dateline : own;
    }

    /// <summary>The day of a date with its year that begins at a number or a month; null where none does.</summary>
    private DateOnly? WithYear(TokenCursor at)
    {
        var length = DateReader.ReadDay(at, this, out var day);
        // "11/11/24" and "May 4, 2025" are four and five tokens; of three the last is the year, or a month.
        return length > 3 || DayTokens.Dotted(at) is not null || (length == 3 && at.Move(2).Token.Length == 4) ? day : null;
    }

    /// <summary>A day of the weeks before the text was given out, which its weekday bears out: the text is of now.</summary>
    private DateOnly? OfTheseDays(TokenCursor at, int paragraph) =>
        paragraph <= FirstParagraphs
        && at.IsNumber
        && DayTokens.WeekdayOf(at) is { } weekday
        && DateReader.ReadDay(at, this, out var day) > 1
        && (int)day.DayOfWeek == weekday
        && MayBeOwn(day)
        && written.DayNumber - day.DayNumber <= TheseDays
            ? day
            : null;

    /// <summary>Whether a day ends the sentence in which someone says something: <c>…,” katanya, Senin (11/7/2022).</c></summary>
    private bool IsOfSaying(TokenCursor at)
    {
        var behind = at.Move(DateReader.ReadDay(at, this, out _));
        behind = behind.Mark == ')' ? behind.Move(1) : behind;
        return at.At(DayTokens.WithWeekday(at)).Move(-1).Mark == ','
            && (!behind.IsInside || behind.Token.Kind is TokenKind.Break || behind.Mark == '.');
    }

    /// <summary>Whether a day is of the place before the text: <c>(BARUNA, 9 Januari 2017).</c></summary>
    private static bool IsInDateline(TokenCursor at, int begin) =>
        at.Index - begin < LongestDateline && (at.Index == begin || at.Move(-1).Mark is '(' or ',' or '-' or '–' or '—');

    /// <summary>The first day of the first paragraphs that its weekday gives a year.</summary>
    private DateOnly? OwnByWeekday()
    {
        var paragraph = 0;
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside && paragraph <= FirstParagraphs; at = at.Move(1))
        {
            paragraph += at.Token.Kind is TokenKind.Break ? 1 : 0;
            if (
                at.IsNumber
                && DayTokens.WeekdayOf(at) is { } weekday
                && DateReader.ReadDay(at, this, out var day) > 1
                && (int)day.DayOfWeek == weekday
                && MayBeOwn(day)
            )
            {
                return day;
            }
        }

        return null;
    }

    private bool MayBeOwn(DateOnly day) => day.DayNumber <= written.DayNumber + 1 && day.Year >= written.Year - OldestOwn;

    /// <summary>The year that dates of the text with a year give a day: the same one's, or the latest's; null for none.</summary>
    private int? YearOfOthers(int month, int number, int? weekday)
    {
        // A text that has a date of this year is of this year, whatever older ones it has.
        DateOnly? latest = null;
        foreach (var day in full)
        {
            if (day.Year >= written.Year)
            {
                return null;
            }

            var isSame = day.Month == month && day.Day == number;
            latest = day.Year >= written.Year - OldestYear && (isSame || !(latest >= day)) ? day : latest;
            if (isSame && latest == day)
            {
                break;
            }
        }

        return latest is { } other && Agrees(Nearest(month, other), month, number, weekday) ? Nearest(month, other) : null;
    }

    /// <summary>The year, from the nearest on, in which a day is the weekday that comes before it, or the nearest.</summary>
    private int YearOfWeekday(int nearest, int month, int number, int weekday)
    {
        // "pada tahun 2021, Rabu (13/1)": where a text names years, and none is of now, they are the first to
        // ask, and nothing is announced.
        var isOfBefore = !IsOwn && years.Count > 0 && !years.Any(year => year >= written.Year);
        var agreed = nearest;
        foreach (var back in (ReadOnlySpan<int>)[0, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9, OldestYear])
        {
            if (
                Agrees(nearest - back, month, number, weekday)
                && new DateOnly(nearest - back, month, number).DayNumber - Day.DayNumber <= (isOfBefore ? TheseDays : LatestAhead)
            )
            {
                agreed = nearest - back;
                break;
            }
        }

        return isOfBefore && !years.Contains(agreed)
            ? years.Where(year => year >= written.Year - OldestYear && Agrees(year, month, number, weekday)).DefaultIfEmpty(agreed).Max()
            : agreed;
    }

    private static bool Agrees(int year, int month, int number, int? weekday) =>
        DayTokens.Make(year, month, number, out var day) && (weekday is null || (int)day.DayOfWeek == weekday);

    private static int Nearest(int month, DateOnly day)
    {
        // Half a year either way is the nearest by definition.
        var months = month - day.Month;
        return months > 6 ? day.Year - 1
            : months < -6 ? day.Year + 1
            : day.Year;
    }

    private bool TellsOfBefore(TokenCursor at) => at.Begins(lexicon.Past) || (DayTokens.Year(at) is { } year && year < Day.Year);
}
