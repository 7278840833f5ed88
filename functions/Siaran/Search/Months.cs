using Siaran.Related.Index;

namespace Siaran.Search;

/// <summary>Counts releases by month.</summary>
internal static class Months
{
    /// <summary>Newest first; months without a release are left out.</summary>
    public static IReadOnlyList<MonthCount> Count(Timeline timeline, SearchBounds bounds, Func<DateOnly, DateTimeOffset> monthStart)
    {
        var seconds = Enumerable
            .Range(0, timeline.Length)
            .Where(number => bounds.Takes(number, timeline[number]))
            .Select(number => timeline[number]);
        var counts = new SortedDictionary<DateOnly, int>();
        var (first, from, before) = (DateOnly.MinValue, 1L, 0L);
        foreach (var second in seconds)
        {
            // Neighbours are mostly of one month, so its bounds are worked out once for all of them.
            if (second < from || second >= before)
            {
                first = MonthOf(second, monthStart);
                (from, before) = (Times.SecondOf(monthStart(first)), Times.SecondOf(monthStart(first.AddMonths(1))));
            }

            counts[first] = counts.GetValueOrDefault(first) + 1;
        }

        return [.. counts.Reverse().Select(count => new MonthCount(count.Key, count.Value))];
    }

    private static DateOnly MonthOf(long second, Func<DateOnly, DateTimeOffset> monthStart)
    {
        var day = DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.AddSeconds(second).UtcDateTime);
        var first = new DateOnly(day.Year, day.Month, 1);
        // Months begin by the site's clock, which is less than a day from UTC: it is the month of the
        // day by UTC or a neighbour of it.
        return second < Times.SecondOf(monthStart(first)) ? first.AddMonths(-1)
            : second >= Times.SecondOf(monthStart(first.AddMonths(1))) ? first.AddMonths(1)
            : first;
    }
}
