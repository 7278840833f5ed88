namespace Siaran;

/// <summary>
/// How many letters must be added, dropped, changed or swapped with the next to make one word of another (Damerau, 1964; each stretch
/// touched once).
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or more than <paramref name="most"/> where it is more.</summary>
    public static int Of(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        // The optimal string alignment distance by dynamic programming: O(n·m) time, and three rows
        // where the textbook has two, since a swap looks back over one. Words and keys have at most 40
        // characters (SearchWords, NearestKey), names of districts 60, so the rows fit on the stack.
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // No cell of a later row can come to less than the least of this one. Nor can a swap, which
            // reaches back over it: its start costs at least most, or this row would have a cell within
            // most.
            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[other.Length];
    }
}
