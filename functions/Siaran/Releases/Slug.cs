using System.Globalization;
using System.Text;

namespace Siaran.Releases;

/// <summary>Names as parts of an address: <c>a–z</c>, <c>0–9</c> and single hyphens, at most 80 characters.</summary>
public static class Slug
{
    public const int MaxLength = 80;

    private const int LongestRead = 1024;

    /// <summary>
    /// Lower-cased, accents dropped, all else a hyphen, cut at a word. Empty where nothing of <paramref name="text"/> can stand in a slug.
    /// </summary>
    public static string From(string text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, MaxLength * 2));
        // Bounded before it is normalised: normalisation may lengthen a text many times, and 80
        // characters are kept.
        var read = text[..Math.Min(text.Length, LongestRead)];
        foreach (var c in Ascii.IsValid(read) ? read : WellFormed(read).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                builder.Append(char.ToLowerInvariant(c));
            }
            else if (builder.Length > 0 && builder[^1] != '-' && !IsWithinWord(c))
            {
                builder.Append('-');
            }
        }

        var slug = builder.ToString().Trim('-');
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        // At a hyphen, so that no word is cut; a single long word is.
        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }

    /// <summary>The last part of an address or of a path, in which a release's slug is; a name without slashes is itself.</summary>
    public static string InAddress(string address) => address.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];

    /// <summary>Whether a release could have this as the last part of its address.</summary>
    public static bool IsOfRelease(string slug) =>
        slug.Length <= MaxLength + 40
        && slug.Any(char.IsAsciiLetterOrDigit)
        && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Half a surrogate pair and U+FFFE, which normalisation refuses, become U+FFFD.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');

    private static bool IsWithinWord(char c) =>
        c is '\'' or '’' or '‘' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
