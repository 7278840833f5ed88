namespace Siaran.Intake;

/// <summary>The place, outlet and date before the first dash of a release.</summary>
/// <param name="Place">As a reader would write it: names in capitals get title case.</param>
/// <param name="Outlet">As written, or null.</param>
/// <param name="Date">As written, or null.</param>
/// <param name="Length">How many characters of the text the dateline takes, spaces after it included.</param>
internal sealed partial record Dateline(string? Place, string? Outlet, string? Date, int Length)
{
    /// <summary>The day of the date, of this century where it has two figures of a year: <c>21/04/08</c>.</summary>
    public DateOnly? Day =>
        Date is not { } date ? null
        : FiguresWithPoints.IsMatch(date) ? WrittenDate.First(date.Replace('.', '/'))
        : WrittenDate.First(ShortDate.IsMatch(date) ? $"{date[..^2]}20{date[^2..]}" : date);

    /// <summary>Whether a date, who reports or a known place says that it is one; else its place may be any word.</summary>
    public bool IsSure { get; init; } = true;

    // Rules, not a model: the form is fixed by the agencies' style books (place, outlet in parentheses, dash), and a wrong cut takes words
    // out of an official text. So every branch that is not sure answers null, and the paragraph stays whole. It looks at the first
    // characters only, once for each of three forms.
    private const int Longest = 130;
    private const int LongestByColon = 80;
    private const int LongestSign = 6;

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private static readonly GuardedRegex ShortDate = new("^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}$");

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("dateline.tsv");

    // Sentences and headlines begin with these and have dashes too: "Gubernur NTB – …" names no place.
    private static readonly HashSet<string> NeverFirst = new(Rows["first"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Outlets = new(Rows["outlet"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Letters of states and countries abroad.</summary>
    private static readonly HashSet<string> Signs = new(Rows["sign"], StringComparer.Ordinal);

    /// <summary>What papers and stations call themselves.</summary>
    private static readonly HashSet<string> PaperWords = new(Rows["paper"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What papers and sites have within one word of their name: <c>Kitasulsel</c>.</summary>
    private static readonly string[] PaperParts = [.. Rows["paper"].Where(word => word.Length > 3), .. Rows["paper-part"]];

    /// <summary>The dateline that a paragraph begins with, or null. In doubt there is none.</summary>
    /// <param name="text">With single spaces.</param>
    /// <param name="boldLength">How many characters at its start are set in bold.</param>
    public static Dateline? Of(string text, int boldLength = 0) =>
        WithNext(text, ByDash(text))
        ?? ByDay(text)
        ?? ByColon(text)
        ?? ByBold(text, boldLength)
        ?? ByParentheses(text)
        ?? ByBar(text)
        ?? ByStop(text);

    /// <summary>The dateline that a whole line is, with its date: <c>Jakarta, 24 November 2026</c>; or null.</summary>
    public static Dateline? Whole(string text) =>
        text.Length <= Longest
        && text.AsSpan().ContainsAny(',', '|', '(')
        && Read(text.TrimEnd('.', ' '), text.Length) is { Date: { } date } dateline
        && !WrittenDate.IsWeekday(date)
        && WrittenDate.IsDate(date)
        // What goes on after its date is a sentence.
        && (char.IsAsciiDigit(date[^1]) || date[^1] == ')' || WrittenDate.TryRead(date, TimeZoneInfo.Utc, out _))
            ? dateline
            : null;

    private static Dateline? ByDash(string text)
    {
        // The first dash that separates decides. What does not read as a dateline before it is a
        // sentence, and later dashes are within that.
        for (var i = 2; i < Math.Min(text.Length - 1, Longest); i++)
        {
            if (!Characters.IsDash(text[i]) || !Separates(text, i))
            {
                continue;
            }

            var (before, end) = (text[..i].TrimEnd(' ', ','), PastDash(text, i));
            return end < text.Length && Starts(text[end]) ? Read(before, end) ?? WithDayFirst(text, before, end) : null;
        }

        return null;
    }

    /// <summary>A hyphen within a name (Toli-Toli) or between figures separates nothing.</summary>
    // Some leave out both spaces (Muarasabak-Dinas …, MUARASABAK-Dinas …): then a short dash counts only
    // behind a known place or capitals.
    private static bool Separates(string text, int at) =>
        text[at - 1] is ' ' or ')' or ','
        || text[at + 1] == ' '
        || text[at] is '—' or '―'
        || Characters.IsDash(text[at + 1])
        || (
            at + 2 < text.Length
            && char.IsUpper(text[at + 1])
            && char.IsLower(text[at + 2])
            && KnownPlaces.Contains(text[..at])
            && !StartsPlace(text[(at + 1)..])
        )
        || (at > 4 && at + 2 < text.Length && IsCapitals(text[..at]) && char.IsUpper(text[at + 1]) && char.IsLower(text[at + 2]));

    /// <summary>A route between two places (Jakarta-Bandung) is no dateline.</summary>
    private static bool StartsPlace(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(Letters);
        return KnownPlaces.Contains(end < 0 ? text : text[..end]);
    }

    // A sentence begins behind a dateline; a small letter shows that the dash is within one.
    private static bool Starts(char c) => char.IsUpper(c) || char.IsAsciiDigit(c) || Characters.IsOpeningQuote(c) || c is '(' or '*' or '[';

    private static Dateline? Read(string before, int length)
    {
        var (outlet, date) = ((string?)null, (string?)null);
        // Parentheses may hold the outlet or the date, in either order around the place.
        var open = before.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            var close = before.IndexOf(')', open);
            if (close < 0 || before.IndexOf('(', close) >= 0)
            {
                return null;
            }

            var inside = before[(open + 1)..close].Trim();
            (outlet, date) = IsDate(inside) ? ((string?)null, inside) : (inside, (string?)null);
            if (outlet is not null && !IsOutletInParentheses(outlet))
            {
                return null;
            }

            // A comma in their place, so that what is before and behind them is read by one rule.
            before = $"{before[..open].TrimEnd()},{before[(close + 1)..]}";
        }

        return OfParts(Parts(before), outlet, date, length);
    }

    /// <summary>Whether a date is here, on its own, behind a weekday, or across a comma: <c>June 19, 2026</c>.</summary>
    private static bool TakesDate(string[] parts, ref int i, ref string? date)
    {
        if (i + 1 < parts.Length && WrittenDate.TryRead($"{parts[i]}, {parts[i + 1]}", TimeZoneInfo.Utc, out _))
        {
            date = $"{parts[i]}, {parts[++i]}";
            return true;
        }

        // "Senin, 11 November 2024" was split at its comma.
        var pair = i + 1 < parts.Length && WrittenDate.IsWeekday(parts[i]);
        if (!IsDate(pair ? parts[i + 1] : parts[i]))
        {
            return false;
        }

        var written = pair ? parts[++i] : parts[i];
        date = date is not null && WrittenDate.IsWeekday(written) ? date : written;
        return true;
    }

    private static Dateline? OfParts(string[] parts, string? outlet, string? date, int length)
    {
        // Every part must be understood: one that is neither date, outlet nor place makes it a
        // sentence.
        var places = new List<string>();
        var isSure = outlet is not null || date is not null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (TakesDate(parts, ref i, ref date))
            {
                isSure = true;
            }
            else if (outlet is null && PlaceOfBody(parts[i]) is { } ofBody)
            {
                (outlet, isSure) = (parts[i], true);
                places.Add(Title(ofBody));
            }
            else if (!IsSignOfPlace(parts, i) && NamesAnOutlet(parts, i, outlet is null))
            {
                if (outlet is not null)
                {
                    return null;
                }

                (outlet, isSure) = (parts[i], true);
            }
            else if (IsPlace(parts[i]) || (places.Count > 0 && IsCountry(parts[i])))
            {
                places.Add(Title(parts[i]));
                isSure |= KnownPlaces.Contains(parts[i]) || IsSignOfPlace(parts, i) || (IsCapitals(parts[i]) && parts[i].Length > 4);
            }
            else
            {
                return null;
            }
        }

        var place = places.Count == 0 ? null : string.Join(", ", places);
        return (place is null ? parts.Length == 1 && outlet is not null : places.Count <= 3) && (isSure || AreShort(places))
            ? new(place, outlet, date, length) { IsSure = isSure }
            : null;
    }

    // Surest with an outlet, a date or a known place. Without any of them only up to two words in title case: a wrong cut takes words out
    // of an official text.
    private static bool AreShort(List<string> places) =>
        places.TrueForAll(p => p.Count(c => c == ' ') < 2 && p.Length > 2 && !IsCapitals(p));

    /// <summary>The letters of a state or country behind a place of it: <c>Denver, CO</c>. Papers of places here are short too.</summary>
    private static bool IsSignOfPlace(string[] parts, int i) =>
        i > 0
        && parts[i].Length <= LongestSign
        && Signs.Contains(parts[i].Replace(".", "", StringComparison.Ordinal))
        && IsPlace(parts[i - 1])
        && !KnownPlaces.Contains(parts[i - 1]);

    private static bool IsCountry(string text) => text.Equals("Indonesia", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a part names who reports, by itself or by the known place next to it.</summary>
    private static bool NamesAnOutlet(string[] parts, int i, bool isSought) =>
        (isSought && i == 0 && parts.Length > 1 && (NamesItsOutlet(parts[0], parts[1]) || NamesItsPaper(parts[0], parts[1])))
        || IsOutlet(parts[i], parts.Length > 1, i == 0)
        || (i > 0 && NamesItsOutlet(parts[i], parts[i - 1]));

    /// <summary><c>Jakarta: Menteri …</c>, for known places alone, or any place with a date.</summary>
    private static Dateline? ByColon(string text)
    {
        var at = text.IndexOf(": ", StringComparison.Ordinal);
        return at is > 2 and <= LongestByColon
            && at + 2 < text.Length
            && Starts(text[at + 2])
            && (Whole(text[..at]) ?? OfPlaceAndDay(text[..at])) is { } dated
                ? dated with
                {
                    Length = at + 2,
                }
            // Colons also follow labels and speakers, so only places that are known.
            : at is > 2 and <= 40 && at + 2 < text.Length && KnownPlaces.Contains(text[..at]) && IsPlace(text[..at]) && Starts(text[at + 2])
                ? new(Title(text[..at]), null, null, at + 2)
            : null;
    }

    /// <summary><c>KUCHING, 3 MAC</c>: a day without its year, behind a known place or capitals.</summary>
    private static Dateline? OfPlaceAndDay(string text) =>
        Parts(text) is [var place, var day]
        && IsDayOfYear(day.Split(' '))
        && IsPlace(place)
        && (KnownPlaces.Contains(place) || (IsCapitals(place) && place.Length > 4))
            ? new(Title(place), null, day, text.Length)
            : null;

    private static Dateline? ByBold(string text, int boldLength)
    {
        if (boldLength is < 3 or > 60 || boldLength >= text.Length - 2)
        {
            return null;
        }

        // Some portals set the place in bold and drop the dash. The comma behind it, or in the bold, is
        // then what separates.
        var place = text[..boldLength].TrimEnd(' ', ',', ':', '|');
        var after = text[boldLength..];
        var comma =
            place.Length < boldLength ? 0
            : after.TrimStart().StartsWith(',') ? after.IndexOf(',', StringComparison.Ordinal) + 1
            : -1;
        if (comma < 0 || !IsPlace(place) || !KnownPlaces.Contains(place))
        {
            return null;
        }

        var length = boldLength + comma;
        while (length < text.Length && text[length] == ' ')
        {
            length++;
        }

        return length < text.Length && Starts(text[length]) ? new(Title(place), null, null, length) : null;
    }

    /// <summary><c>MATARAM | Dinas …</c>: a known place before a drawn line.</summary>
    private static Dateline? ByBar(string text)
    {
        var bar = text.AsSpan(0, Math.Min(text.Length, LongestByColon)).IndexOf(" | ");
        return bar > 0 && KnownPlaces.Contains(text[..bar]) && Starts(text[bar + 3]) ? new(Title(text[..bar]), null, null, bar + 3) : null;
    }

    /// <summary><c>MATARAM. Dinas …</c>, <c>Mataram, 24 November 2026. Dinas …</c>: in capitals, or with a date.</summary>
    private static Dateline? ByStop(string text)
    {
        var stop = text.AsSpan(0, Math.Min(text.Length, LongestByColon)).IndexOf(". ");
        if (stop < 3 || stop + 2 >= text.Length || !Starts(text[stop + 2]))
        {
            return null;
        }

        var before = text[..stop];
        return IsCapitals(before) && before.Length > 3 && KnownPlaces.Contains(before) ? new(Title(before), null, null, stop + 2)
            : Whole(before) is { } dated ? dated with { Length = stop + 2 }
            : null;
    }

    /// <summary><c>(Makassar, 6/5/2026) Dinas …</c>: place and date in parentheses of their own.</summary>
    private static Dateline? ByParentheses(string text)
    {
        var end =
            text.StartsWith('(') ? text.IndexOf(')', StringComparison.Ordinal)
            : text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal)
            : -1;
        if (
            end is < 4 or > LongestByColon
            || OfParts(Parts(text[1..end]), null, null, 0) is not { } dateline
            || (dateline.Date is null && !KnownPlaces.Contains(text[1..end]))
        )
        {
            return null;
        }

        var length = end + 1;
        while (length < text.Length && (text[length] is ' ' or ':' || Characters.IsDash(text[length])))
        {
            length++;
        }

        return length > end + 1 && length < text.Length && Starts(text[length]) ? dateline with { Length = length } : null;
    }

    private static string[] Parts(string text) =>
        [.. text.Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Apart)];

    private static bool IsDate(string text) =>
        WrittenDate.IsWeekday(text)
        || IsDayOfYear(text.Split(' '))
        || (text.Split(' ') is [var day, var month, { Length: 3 } year] && year[0] is '\'' or '’' && IsDayOfYear([day, month]))
        || ShortDate.IsMatch(text)
        || WrittenDate.IsDate(text)
        // Day and month alone: (11/11).
        || (text.Length <= 5 && text.Contains('/', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c == '/'));

    /// <summary>A day without its year: <c>May 6</c>, <c>6 Mei</c>.</summary>
    private static bool IsDayOfYear(string[] words) =>
        words is [var one, var other]
        && (
            (WrittenDate.IsMonth(one.TrimEnd('.')) && other.Length <= 2 && other.All(char.IsAsciiDigit))
            || (WrittenDate.IsMonth(other.TrimEnd('.')) && one.Length <= 2 && one.All(char.IsAsciiDigit))
        );

    private static bool IsPlace(string text)
    {
        // Names have capitals throughout, and sentences soon do not: "Mataram, Baruna, dan Teluk Jaya
        // membuka …". "Senin – Kamis" has them, and is opening hours.
        var words = text.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5
            && text.All(c => char.IsLetter(c) || c is ' ' or '.' or '\'' or '’' or '/' || Characters.IsDash(c))
            && words.All(w => char.IsUpper(w[0]) && !IsCamel(w))
            && !NeverFirst.Contains(words[0].TrimEnd('.'))
            && !words.Any(w => WrittenDate.IsWeekday(w) || WrittenDate.IsMonth(w));
    }

    private static bool IsCamel(string word) => word.Count(char.IsUpper) > 1 && word.Any(char.IsLower) && word.All(char.IsLetterOrDigit);

    private static bool IsOutletInParentheses(string text) =>
        text.Length is >= 2 and <= 50
        && text.Any(char.IsLetter)
        && (!text.Contains('.', StringComparison.Ordinal) || IsDomain(text))
        && text.Count(c => c == ' ') <= 4;

    private static bool IsOutlet(string text, bool hasCompany, bool isFirst)
    {
        // NTBSatu: several capitals in one word are a paper's name and no place's.
        var isCamel = text.Length > 4 && IsCamel(text);
        return text.Length <= 50
            && (
                IsDomain(text)
                || (
                    hasCompany
                    && (
                        isCamel
                        || Outlets.Contains(text)
                        || Outlets.Contains(text.Split(' ')[0])
                        || (!isFirst && Array.Exists(text.Split(' '), PaperWords.Contains))
                        || (!isFirst && (IsShortCapitals(text) || AgencyNames.IsAgency(text)))
                    )
                )
            );
    }

    /// <summary><c>UNSEKAR, Semarang</c>: capitals before a known place that is written in title case.</summary>
    private static bool NamesItsOutlet(string first, string second) =>
        IsCapitals(first)
        && first.Length <= 20
        && !first.Contains(' ', StringComparison.Ordinal)
        && !KnownPlaces.Contains(first)
        && KnownPlaces.Contains(second)
        && !IsCapitals(second);

    /// <summary><c>Kitasulsel, Gowa</c>: a paper's name in one word before a known place.</summary>
    private static bool NamesItsPaper(string first, string second) =>
        !first.Contains(' ', StringComparison.Ordinal)
        && !KnownPlaces.Contains(first)
        && KnownPlaces.Contains(second)
        && Array.Exists(PaperParts, part => part.Length < first.Length && first.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The known place of a body that reports of itself, <c>Diskominfo Fakfak</c>; null where it is no such name.</summary>
    private static string? PlaceOfBody(string text) =>
        text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
        && KnownPlaces.Contains(text[(space + 1)..])
        && IsPlace(text)
        && AgencyNames.IsAgency(text)
            ? text[(space + 1)..]
            : null;

    /// <summary>Papers abbreviate themselves (<c>Palembang, HS –</c>); so do provinces, which are known.</summary>
    private static bool IsShortCapitals(string text) =>
        text.Split(' ')[0] is { Length: <= 3 } first && IsCapitals(first) && !KnownPlaces.Contains(text) && !text.EndsWith('.');

    private static bool IsDomain(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot > 1
            && text.Length - dot is >= 3 and <= 5
            && !text.Contains(' ', StringComparison.Ordinal)
            && text.Skip(dot + 1).All(char.IsAsciiLetter);
    }

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    /// <summary>Words of more than three capitals get title case; shorter ones are taken for abbreviations (NTB).</summary>
    private static string Title(string place) =>
        !IsCapitals(place)
            ? place
            : string.Join(
                ' ',
                place
                    .Split(' ')
                    .Select(w =>
                        w.Length <= 3 ? w : string.Join('-', w.Split('-').Select(p => p.Length == 0 ? p : p[0] + p[1..].ToLowerInvariant()))
                    )
            );
}
