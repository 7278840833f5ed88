using Siaran.Tagging.Languages;

namespace Siaran.Tagging.Dates;

/// <summary>Days of one month that are named one after the other: <c>1, 2 dan 3 Juni 2024</c>.</summary>
internal static class DayLists
{
    private const int MostDays = 7;

    /// <summary>
    /// The days from the number at a token on: all of them where each is the day after the one before, else the first alone, for the next
    /// ones are read by themselves. Of no length where there is no such list.
    /// </summary>
    public static DateReader.DayRange At(TokenCursor at, TextDay written)
    {
        if (DayTokens.Number(at) is not { } first || at.Move(-1).Is(at.Lexicon.NoFigure))
        {
            return default;
        }

        var (previous, isInRow) = (first, true);
        for (var (next, count) = (Past(at.Move(1)), 1); next > 0 && count < MostDays; count++)
        {
            var item = at.At(next);
            if (DayTokens.Number(item) is not { } number || item.Token.Length > 2 || number <= previous)
            {
                return default;
            }

            (previous, isInRow) = (number, isInRow && number == previous + 1);
            if (DateReader.ReadDay(item, written, out var last) is > 1 and var length)
            {
                return first < 1 || last.Day != number ? default
                    : isInRow ? new(item.Index + length - at.Index, new(last.Year, last.Month, first), last)
                    : new(1, new(last.Year, last.Month, first), new(last.Year, last.Month, first));
            }

            next = Past(item.Move(1));
        }

        return default;
    }

    /// <summary>The token behind what joins a day to the next one, a comma, <c>dan</c> or both; 0 where nothing does.</summary>
    private static int Past(TokenCursor at)
    {
        var behind = at.Mark is ',' ? at.Move(1) : at;
        behind = behind.Mark is '&' || behind.Is(at.Lexicon.And) ? behind.Move(1) : behind;
        return behind.Index > at.Index && behind.IsNumber ? behind.Index : 0;
    }
}
