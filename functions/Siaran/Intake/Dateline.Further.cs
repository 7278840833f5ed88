namespace Siaran.Intake;

/// <summary>Datelines in several pieces: <c>03/03/2031 – Bandung –</c>, <c>BANDUNG – HUMAS –</c>, <c>Bandung (3/3) Dinas …</c>.</summary>
internal sealed partial record Dateline
{
    private const int LongestPiece = 40;
    private const int MostPieces = 2;

    private static readonly GuardedRegex PlaceAndDay = new(
        @"^(?<place>\p{Lu}[\p{L} .'’-]{2,40}) (?<day>[0-9]{1,2} \p{L}{3,10} [0-9]{4})$",
        System.Text.RegularExpressions.RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex FiguresWithPoints = new(@"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$");

    /// <summary>A dateline with the date, and who reports, where these come behind its dash and before another.</summary>
    private static Dateline? WithNext(string text, Dateline? dateline)
    {
        for (var pieces = 0; dateline is not null && pieces < MostPieces && Piece(text, dateline.Length) is var (piece, next); pieces++)
        {
            var isDay = dateline.Date is null && !WrittenDate.IsWeekday(piece) && IsDate(piece);
            if (!isDay && !(dateline.Outlet is null && (IsDomain(piece) || Outlets.Contains(piece))))
            {
                break;
            }

            dateline = isDay ? dateline with { Date = piece, Length = next } : dateline with { Outlet = piece, Length = next };
        }

        return dateline;
    }

    /// <summary>A dateline whose date is before its first dash and whose place before the second one.</summary>
    private static Dateline? WithDayFirst(string text, string day, int length) =>
        !WrittenDate.IsWeekday(day) && IsDate(day) && Piece(text, length) is var (piece, next) ? Read($"{day}, {piece}", next) : null;

    /// <summary>What comes before the next dash that separates, and where the text goes on behind that; null where none is near.</summary>
    private static (string Piece, int Next)? Piece(string text, int from)
    {
        for (var at = from + 1; at < Math.Min(text.Length - 1, from + LongestPiece); at++)
        {
            if (Characters.IsDash(text[at]) && (text[at - 1] == ' ' || text[at + 1] == ' ' || text[at] is '—'))
            {
                var next = PastDash(text, at);
                return next < text.Length && Starts(text[next]) ? (text[from..at].Trim(), next) : null;
            }
        }

        return null;
    }

    private static int PastDash(string text, int at)
    {
        while (at < text.Length && (Characters.IsDash(text[at]) || text[at] == ' '))
        {
            at++;
        }

        return at;
    }

    /// <summary><c>Bandung (3/3) Dinas …</c>: a known place and its day in parentheses.</summary>
    private static Dateline? ByDay(string text)
    {
        var open = text.AsSpan(0, Math.Min(text.Length, LongestPiece)).IndexOf(" (");
        var close = open > 0 ? text.IndexOf(") ", open, StringComparison.Ordinal) : -1;
        return
            close > 0
            && close - open <= LongestPiece
            && close + 2 < text.Length
            && Starts(text[close + 2])
            && KnownPlaces.Contains(text[..open])
            && IsPlace(text[..open])
            && text[(open + 2)..close] is var day
            && IsDate(day)
            && !WrittenDate.IsWeekday(day)
            ? new(Title(text[..open]), null, day, close + 2)
            : null;
    }

    /// <summary>A place and a day that no comma parts, as two.</summary>
    private static IEnumerable<string> Apart(string part) =>
        PlaceAndDay.Match(part) is { Success: true } match
        && KnownPlaces.Contains(match.Groups["place"].Value)
        && WrittenDate.IsDate(match.Groups["day"].Value)
            ? [match.Groups["place"].Value, match.Groups["day"].Value]
            : [part];
}
