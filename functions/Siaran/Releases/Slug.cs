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
        // A character more than is kept tells that a word is cut, and another that it may be a hyphen: what comes behind
        // these changes nothing.
        Span<char> room = stackalloc char[MaxLength + 2];
        var length = 0;
        // Bounded before it is normalised: normalisation may lengthen a text many times, and 80
        // characters are kept.
        var read = text[..Math.Min(text.Length, LongestRead)];
        foreach (var c in Ascii.IsValid(read) ? read : WellFormed(read).Normalize(NormalizationForm.FormKD))
        {
            if (length == room.Length)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                room[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && room[length - 1] != '-' && !IsWithinWord(c))
            {
                room[length++] = '-';
            }
        }

        return Cut(room[..length].TrimEnd('-'), MaxLength).ToString();
    }

    /// <summary>A slug and another's behind it, of which the first is cut at a word where both are too long.</summary>
    /// <param name="name">What is named.</param>
    /// <param name="place">Where it is, which tells it from others of its name and is kept whole.</param>
    public static string From(string name, string place) =>
        place.Length < MaxLength ? From($"{Cut(name, MaxLength - place.Length - 1)} {place}") : From($"{name} {place}");

    /// <summary>At a hyphen, so that no word is cut; a single long word is.</summary>
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> slug, int longest)
    {
        if (slug.Length <= longest)
        {
            return slug;
        }

        var end = slug[..(longest + 1)].LastIndexOf('-');
        return slug[..(end > 0 ? end : longest)];
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
