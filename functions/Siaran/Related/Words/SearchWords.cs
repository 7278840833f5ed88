using System.Globalization;
using System.Text;

namespace Siaran.Related.Words;

/// <summary>A word in a text.</summary>
/// <param name="Start">In UTF-16 code units.</param>
/// <param name="Length">In UTF-16 code units.</param>
internal readonly record struct WordSpan(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>Splits a text into the words that searches go by, each with its place.</summary>
internal static class SearchWords
{
    private const int MaxLength = 40;

    /// <summary>Runs of letters and digits; single letters and what is too long for a word are left out.</summary>
    public static IEnumerable<WordSpan> In(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (
                end < text.Length
                // An accent may be a character of its own (e and U+0301): it must not split the word.
                && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark)
            )
            {
                end++;
            }

            if ((end - start > 1 || char.IsDigit(text[start])) && end - start <= MaxLength)
            {
                yield return new(start, end - start);
            }

            start = end;
        }
    }

    /// <summary>In lower case and without accents.</summary>
    public static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        try
        {
            var bare = lower
                .Normalize(NormalizationForm.FormD)
                .Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                .ToArray();
            return new string(bare).Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: no word of any language, and found as it is.
            return lower;
        }
    }
}
