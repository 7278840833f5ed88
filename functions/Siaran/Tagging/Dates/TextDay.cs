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

    /// <summary>As far down a day on which something is said may be later than one that came first.</summary>
    private const int LastParagraph = 10;

    /// <summary>How far from the day that a text is given out a day is meant whose weekday is wrong.</summary>
    private const int NearDays = 7;

    private const int LongestSentence = 60;

    private const int LongestDateline = 10;
    private const int OldestOwn = 20;
    private const int OldestYear = 10;
    private const int LatestAhead = 365;
    private const int HalfYear = 183;
    private const int TheseDays = 31;
    private readonly ReleaseText text;
    private readonly Lexicon lexicon;
    private readonly DateOnly written;

    // With a year, in the text's order; and all years that the text names.
    private readonly List<DateOnly> full = [];
    private readonly HashSet<int> years = [];
    private SpokenParts? speech;
    private int? ownAt;

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
        // Late in a year, a text that names the one before alone is of that.
        var present = written.Month > 6 ? written.Year : written.Year - 1;
        IsOfBefore = !IsOwn && latest >= written.Year - OldestYear && latest < present;
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
        var isDay = DayTokens.Make(nearest, month, number, out var near);
        var isRight = weekday is null || (isDay && (int)near.DayOfWeek == weekday);
        var isNear = isDay && Math.Abs(near.DayNumber - Day.DayNumber) <= (isRight || IsOwn ? TheseDays : NearDays);
        if (isNear && isRight)
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
        var agreed = YearOfWeekday(nearest, month, number, sought, IsReport(at));
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
                ((paragraph <= FirstParagraphs || IsSaidLater(paragraph, own, isSaid, at)) && DayTokens.WeekdayOf(at) is not null)
                || (paragraph == 1 && isPlain && IsInDateline(at, begin));
            if (isFirst && MayBeOwn(day) && (!(own?.Year >= day.Year) || (own < day && own?.Year == day.Year && !isSaid && IsOfSaying(at))))
            {
                (own, isSaid, ownAt) = (day, IsOfSaying(at), at.Index);
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

    private bool IsSaidLater(int paragraph, DateOnly? own, bool isSaid, TokenCursor at) =>
        paragraph <= LastParagraph && own is not null && !isSaid && IsOfSaying(at);

    /// <summary>
    /// Whether the text's own day comes before that of a weekday alone: someone says something on the weekday (<c>kata lurah, Jumat.</c>),
    /// and what was on the own day is over and was no saying.
    /// </summary>
    public bool IsBeforeSaying(TokenCursor weekday) =>
        ownAt is { } token && IsInSentenceOf(weekday, IsSaying) && !IsInSentenceOf(weekday.At(token), at => IsSaying(at) || IsAhead(at));

    private static bool IsSaying(TokenCursor at) => at.Begins(at.Lexicon.Say) || at.Begins(at.Lexicon.Says);

    private static bool IsAhead(TokenCursor at) =>
        at.IsLower && at.Word is "akan" or "mendatang" or "direncanakan" or "dijadwalkan" or "rencananya" or "nanti" or "depan";

    /// <summary>Whether some token of a sentence is as asked for.</summary>
    private static bool IsInSentenceOf(TokenCursor token, Predicate isSought)
    {
        var first = token;
        while (token.Index - first.Index < LongestSentence && !EndsSentence(first.Move(-1)))
        {
            first = first.Move(-1);
        }

        for (var at = first; at.Index - first.Index < LongestSentence && !EndsSentence(at); at = at.Move(1))
        {
            if (isSought(at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsSentence(TokenCursor at) =>
        !at.IsInside || at.Token.Kind is TokenKind.Break || (at.Mark is '.' && !at.Move(1).IsJoined);

    private delegate bool Predicate(TokenCursor at);

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
                ownAt = at.Index;
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
    private int YearOfWeekday(int nearest, int month, int number, int weekday, bool isReport)
    {
        // "pada tahun 2021, Rabu (13/1)": where a text names years, and none is of now, they are the first to
        // ask, and nothing is announced.
        var isOfBefore = !IsOwn && years.Count > 0 && !years.Any(year => year >= written.Year);
        var agreed = nearest;
        foreach (var back in (ReadOnlySpan<int>)[0, 1, -1, 2, 3, 4, 5, 6, 7, 8, 9, OldestYear])
        {
            if (
                Agrees(nearest - back, month, number, weekday)
                && new DateOnly(nearest - back, month, number).DayNumber - Day.DayNumber <= Ahead(nearest - back, isOfBefore, isReport)
            )
            {
                agreed = nearest - back;
                break;
            }
        }

        return isOfBefore && !years.Contains(agreed)
            ? years.Where(year => year >= written.Year - OldestOwn && Agrees(year, month, number, weekday)).DefaultIfEmpty(agreed).Max()
            : agreed;
    }

    /// <summary>How many days ahead a day of a year may be: reporters put days in brackets, and hardly write of far ones.</summary>
    private int Ahead(int year, bool isOfBefore, bool isReport) =>
        isOfBefore ? TheseDays
        : isReport && !IsOwn && !years.Contains(year) ? HalfYear
        : LatestAhead;

    /// <summary>Whether a day is in figures, as reporters write it: <c>Kamis (8/7)</c>.</summary>
    private static bool IsReport(TokenCursor at) => at.Move(1).Mark is '/';

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
