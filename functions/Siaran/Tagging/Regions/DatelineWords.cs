namespace Siaran.Tagging.Regions;

/// <summary>What datelines have besides their place.</summary>
internal static class DatelineWords
{
    private const int MostLetters = 4;

    /// <summary>
    /// A dateline without the letters before or behind its place, an outlet's or a province's: <c>KR Dompu</c>, <c>Kota Bima NTB</c>; null
    /// where it has none.
    /// </summary>
    public static string? WithoutLetters(string dateline)
    {
        var words = dateline.Trim();
        var (first, last) = (words.IndexOf(' ', StringComparison.Ordinal), words.LastIndexOf(' '));
        return last < 0 ? null
            : AreLetters(words.AsSpan(last + 1)) ? words[..last].TrimEnd()
            : AreLetters(words.AsSpan(0, first)) ? words[first..].TrimStart()
            : null;
    }

    private static bool AreLetters(ReadOnlySpan<char> word) =>
        word.Length is > 1 and <= MostLetters && word.IndexOfAnyExceptInRange('A', 'Z') < 0;
}
