namespace Siaran.Tagging.Tokens;

/// <summary>What sums are written with in one state, and the currency that it means there: <c>P</c> in the Philippines.</summary>
/// <param name="Word">Joined to the number, as in <c>P40</c>; one of several letters may come before a point or a space too.</param>
/// <param name="Currency">The currency's code (ISO 4217).</param>
internal sealed record SumSign(string Word, string Currency);

/// <summary>Signs of sums that are letters, and mean a currency in the texts of one state alone.</summary>
internal static class SumSigns
{
    private const int LongestBefore = 4;

    /// <summary>The sign of a state (ISO 3166-1 alpha-2); null where its sums are written with none of that kind.</summary>
    public static SumSign? Of(string? country) =>
        country switch
        {
            "BD" => new("Tk", "BDT"),
            "BW" => new("P", "BWP"),
            "IN" => new("Rs", "INR"),
            "KE" => new("Sh", "KES"),
            "LK" => new("Rs", "LKR"),
            "MU" => new("Rs", "MUR"),
            "MW" => new("K", "MWK"),
            "NG" => new("N", "NGN"),
            "NP" => new("Rs", "NPR"),
            "PG" => new("K", "PGK"),
            "PH" => new("P", "PHP"),
            "PK" => new("Rs", "PKR"),
            "SL" => new("Le", "SLE"),
            "TZ" => new("Sh", "TZS"),
            "UG" => new("Shs", "UGX"),
            "ZA" => new("R", "ZAR"),
            "ZM" => new("K", "ZMW"),
            _ => null,
        };

    /// <summary>
    /// Whether the letters before a digit are the sign of a sum. One letter is of codes too: of a form (<c>P3K</c>), a road
    /// (<c>the R21</c>, <c>R573 Moloto Road</c>), a mask (<c>N95</c>).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the letters begin.</param>
    /// <param name="at">The first digit.</param>
    /// <param name="sign">The sign of the text's state.</param>
    public static bool Is(ReadOnlySpan<char> text, int start, int at, string? sign)
    {
        if (sign is null || !text[start..at].SequenceEqual(sign))
        {
            return false;
        }

        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsWithin(text, end)))
        {
            end++;
        }

        var rest = text[end..];
        if (sign.Length > 1)
        {
            return true;
        }

        var isCode =
            rest is [var next, ..] && (char.IsLetter(next) ? !IsMagnitude(rest) : next is '-' or '/' && rest is [_, >= '0' and <= '9', ..]);
        return !isCode && (sign is "P" || IsSum(text[..start], text[at..end], rest, sign is "N" ? 3 : 2));
    }

    /// <summary>
    /// Whether digits that a letter comes before are a sum: with groups, a point or a magnitude, or with no name about them.
    /// </summary>
    private static bool IsSum(ReadOnlySpan<char> before, ReadOnlySpan<char> digits, ReadOnlySpan<char> behind, int shortest)
    {
        if (digits.ContainsAny('.', ',') || IsMagnitude(behind.TrimStart(' ')))
        {
            return true;
        }

        var isOfRoad =
            before[Math.Max(0, before.Length - LongestBefore)..].EndsWith("the ", StringComparison.OrdinalIgnoreCase)
            || behind is [' ', >= 'A' and <= 'Z', ..];
        return digits.Length >= shortest && !isOfRoad;
    }

    private static bool IsMagnitude(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end]))
        {
            end++;
        }

        return rest[..end] is "million" or "billion" or "trillion" or "m" or "bn" or "b" or "M" or "B" or "Bn" or "k";
    }

    private static bool IsWithin(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
