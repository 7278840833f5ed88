using System.Globalization;

namespace Siaran.Tagging.Figures;

/// <summary>Numbers as a language writes them.</summary>
internal static class Amounts
{
    private const int LongestNumber = 28;

    /// <summary>The value of <c>2.025.000</c> or <c>9,3</c>, or null where it is no number in that language.</summary>
    /// <param name="written">Digits, points and commas.</param>
    /// <param name="decimalMark">What parts whole numbers from fractions.</param>
    public static decimal? Parse(ReadOnlySpan<char> written, char decimalMark)
    {
        if (written.Length is 0 or > LongestNumber)
        {
            return null;
        }

        // Rewritten for decimal.TryParse and not parsed by a culture: the point and the comma of a text
        // are those of its language whatever the server's culture is, and a culture would accept
        // "1.2.3,4". Ten lines on the stack cost no string.
        Span<char> plain = stackalloc char[LongestNumber];
        var group = decimalMark == ',' ? '.' : ',';
        var (length, sinceGroup, hasDecimal, hasGroup) = (0, 0, false, false);
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            // Groups have three digits, except the first: "2.025.000" has groups, "8.30" has none.
            if (c == group && !hasDecimal && !(hasGroup && sinceGroup != 3))
            {
                (hasGroup, sinceGroup) = (true, 0);
            }
            else if (c == decimalMark && !hasDecimal)
            {
                hasDecimal = true;
                plain[length++] = '.';
            }
            else if (char.IsAsciiDigit(c))
            {
                plain[length++] = c;
                sinceGroup += hasDecimal ? 0 : 1;
            }
            else
            {
                return decimalMark == '.' ? ParseByTwo(written) : null;
            }
        }

        if (hasGroup && sinceGroup != 3)
        {
            return null;
        }

        return ParsePlain(plain[..length]);
    }

    private static decimal? ParsePlain(ReadOnlySpan<char> plain) =>
        decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>
    /// The value of <c>1,25,000</c>, as South Asia groups its digits by two before the last three; null for anything else.
    /// </summary>
    private static decimal? ParseByTwo(ReadOnlySpan<char> written)
    {
        Span<char> plain = stackalloc char[LongestNumber];
        var (length, sinceGroup, groups) = (0, 0, 0);
        foreach (var c in written)
        {
            if (c == ',' && sinceGroup is 1 or 2 && (groups == 0 || sinceGroup == 2))
            {
                (groups, sinceGroup) = (groups + 1, 0);
            }
            else if (char.IsAsciiDigit(c))
            {
                plain[length++] = c;
                sinceGroup++;
            }
            else
            {
                return null;
            }
        }

        return groups > 1 && sinceGroup == 3 ? ParsePlain(plain[..length]) : null;
    }

    /// <summary>The value of <c>2,500,000</c> in a text that should write <c>2.500.000</c>; null for anything else.</summary>
    public static decimal? ParseCommas(ReadOnlySpan<char> written) =>
        written.Length > 0 && written.IndexOf(',') is var first && first > 0 && written.LastIndexOf(',') > first
            ? Parse(written, '.')
            : null;

    /// <summary>The value of <c>36,8</c> in a text that should write <c>36.8</c>; null for anything else.</summary>
    public static decimal? ParseComma(ReadOnlySpan<char> written) =>
        written.IndexOf(',') is > 0 and var comma && comma == written.LastIndexOf(',') && written.Length - comma is 2 or 3
            ? Parse(written, ',')
            : null;

    /// <summary>Whether a number has three figures behind its comma alone, as thousands have abroad: <c>1,250 orang</c>.</summary>
    public static bool AreThousands(ReadOnlySpan<char> written) =>
        written.IndexOf(',') is > 0 and <= 3 and var comma && written.Length - comma == 4 && written[0] != '0' && written.IndexOf('.') < 0;

    /// <summary>The value of <c>95.08</c> in a text that should write <c>95,08</c>; null for anything else.</summary>
    // Reporters write the English point for shares and prices. Only one or two digits behind a single
    // point are safe: three may be thousands.
    public static decimal? ParsePoint(ReadOnlySpan<char> written) =>
        written.IndexOf('.') is var point && point == written.LastIndexOf('.') && point > 0 && written.Length - point is 2 or 3
            ? Parse(written, '.')
            : null;
}
