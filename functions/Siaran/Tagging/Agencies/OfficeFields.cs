namespace Siaran.Tagging.Agencies;

/// <summary>
/// Whether two names of an office of one region are its short and its long one: <c>Dinas Kominfosandi</c> and <c>Dinas Komunikasi,
/// Informatika dan Persandian</c>.
/// </summary>
internal static class OfficeFields
{
    private const string Office = "Dinas ";
    private const int ShortestPrefix = 3;
    private const int ShortestPiece = 2;
    private const int FewestPieces = 2;
    private const int LongestShort = 80;
    private const int MostWords = 12;

    /// <summary>How long what fields begin with is, which contractions skip: <c>ke</c>, <c>per</c>.</summary>
    private static readonly int[] Skipped = [0, 2, 3];

    private static readonly string[] Joins = ["dan", "serta"];

    /// <summary>Whether a name is made of pieces of another's words, in order and from the first on.</summary>
    public static bool AreShortOf(string shorter, string longer)
    {
        if (!longer.StartsWith(Office, StringComparison.Ordinal) || shorter.Length >= longer.Length)
        {
            return false;
        }

        var rest = shorter.StartsWith(Office, StringComparison.Ordinal) ? shorter[Office.Length..] : "";
        // "Diskominfosandi", and "Dinas Diskominfosandi" as some write.
        rest = AgencyNames.BeginsAsService(rest) || rest.Length == 0 ? AfterPrefix(rest.Length > 0 ? rest : shorter) : rest;
        var letters = string.Concat(WordsOf(rest));
        var words = WordsOf(longer[Office.Length..]);
        return letters.Length is > 0 and <= LongestShort && words.Length is > 1 and <= MostWords && Covers(letters, words);
    }

    private static string AfterPrefix(string word) =>
        AgencyNames.BeginsAsService(word) && !word.Contains(' ', StringComparison.Ordinal) ? word[ShortestPrefix..] : "";

    private static string[] WordsOf(string fields) =>
        [
            .. fields
                .ToLowerInvariant()
                .Split([' ', ',', '&', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Joins.Contains(word)),
        ];

    /// <summary>Whether letters are pieces of words, one of each at most, with one of the first.</summary>
    // reached[n]: with how many pieces the first n letters are read by the words so far. O(words × letters × the piece's letters).
    private static bool Covers(string letters, string[] words)
    {
        var reached = new int[letters.Length + 1];
        for (var w = 0; w < words.Length; w++)
        {
            var next = w == 0 ? new int[letters.Length + 1] : (int[])reached.Clone();
            for (var at = 0; at < letters.Length; at++)
            {
                if (w == 0 ? at == 0 : reached[at] > 0)
                {
                    AddPieces(letters, words[w], at, reached[at] + 1, next);
                }
            }

            reached = next;
        }

        return reached[^1] >= FewestPieces;
    }

    private static void AddPieces(string letters, string word, int at, int pieces, int[] next)
    {
        foreach (var skip in Skipped)
        {
            for (var n = 1; skip + n <= word.Length && at + n <= letters.Length && word[skip + n - 1] == letters[at + n - 1]; n++)
            {
                next[at + n] = n >= ShortestPiece ? Math.Max(next[at + n], pieces) : next[at + n];
            }
        }
    }
}
