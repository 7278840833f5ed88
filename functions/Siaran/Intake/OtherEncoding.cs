namespace Siaran.Intake;

/// <summary>
/// Sees that a text was read as Windows-1252 and is in another encoding: of Cyrillic or Chinese nearly all letters come out accented, of a
/// Macintosh's the quotation marks and dashes come out as capitals.
/// </summary>
internal static class OtherEncoding
{
    private const int MostLooked = 20_000;
    private const double MostAccented = 0.3;

    /// <summary>What the dashes and quotation marks of a Macintosh become.</summary>
    private const string Marks = "ÐÑÒÓÔÕ";

    /// <summary>Letters of DOS, each behind the letters of a word: <c>r‚sum‚</c>.</summary>
    private const string OfDos = "‚„…†‡ˆ‰‹";

    /// <summary>Whether it may be.</summary>
    /// <param name="text">As read.</param>
    public static bool MayBeIn(string text)
    {
        var (letters, accented) = (0, 0);
        for (var at = 0; at < Math.Min(text.Length, MostLooked); at++)
        {
            var c = text[at];
            var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
            letters += char.IsLetter(c) ? 1 : 0;
            accented += c >= '\u0080' && !char.IsWhiteSpace(c) && !char.IsPunctuation(c) ? 1 : 0;
            if (
                c >= '\u0080'
                && (
                    (char.IsUpper(c) && char.IsLower(before))
                    || (Marks.Contains(c, StringComparison.Ordinal) && before is ' ' && after is ' ')
                    || (OfDos.Contains(c, StringComparison.Ordinal) && char.IsLetter(before) && char.IsLower(after))
                )
            )
            {
                return true;
            }
        }

        return accented > letters * MostAccented;
    }
}
