using System.Globalization;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regulations;

/// <summary>Numbers and years as citations write them, scanned ones included, where <c>O</c> stands for 0 and <c>l</c> for 1.</summary>
internal static class Digits
{
    private const int LongestNumber = 20;
    private const int LongestPlainNumber = 5;

    /// <summary>A regulation's number without leading zeros, or null where it is none.</summary>
    public static string? Read(ReadOnlySpan<char> written, TokenKind kind)
    {
        // Longer than any regulation's number: an account, a telephone, or hostile.
        if (written.Length > LongestNumber || kind is not (TokenKind.Number or TokenKind.Word))
        {
            return null;
        }

        // A word that begins with a digit, four characters at most: "1O" and "2OI4" of scanned texts
        // are numbers, "100hari" is none.
        if (kind is TokenKind.Word && (!char.IsAsciiDigit(written[0]) || written.Length > 4))
        {
            return null;
        }

        if (kind is TokenKind.Word)
        {
            return Mended(written) is { } mended ? mended.ToString(CultureInfo.InvariantCulture) : Suffixed(written);
        }

        // References of ministries have points within ("Nomor 12.1"): those keep their parts, as a slug
        // can write them.
        var plain = written.IndexOfAny('.', ',') < 0;
        var figures = written.TrimStart('0');
        return figures.Length == 0 || (plain && written.Length > LongestPlainNumber) ? null
            : plain ? figures.ToString()
            : written.ToString().Replace(',', '-').Replace('.', '-');
    }

    /// <summary>A year from 1945 to 2099, or null.</summary>
    // From the state's foundation on. The bound also keeps paragraph numbers and sums from being years.
    public static int? Year(ReadOnlySpan<char> written) =>
        written.Length == 4 && Mended(written) is { } year and >= 1945 and < 2100 ? year : null;

    /// <summary>A number with a letter of its own, such as <c>7A</c>.</summary>
    private static string? Suffixed(ReadOnlySpan<char> written) =>
        written.Length > 1 && char.IsAsciiLetter(written[^1]) && written[..^1].IndexOfAnyExceptInRange('0', '9') < 0
            ? written.ToString().ToLowerInvariant()
            : null;

    private static int? Mended(ReadOnlySpan<char> written)
    {
        var value = 0;
        foreach (var c in written)
        {
            // What optical character recognition confuses. A letter that is not on the list makes it no
            // number at all.
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                'O' or 'o' => 0,
                'l' or 'I' or 'i' => 1,
                'Z' => 2,
                'S' => 5,
                'g' => 9,
                _ => -1,
            };
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}
