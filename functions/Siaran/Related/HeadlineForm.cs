namespace Siaran.Related;

/// <summary>
/// Whether two headlines are one form that is filled in with other names: <c>Pasar Murah di Muara</c>, <c>Pasar Murah di Bukit</c>.
/// </summary>
internal static class HeadlineForm
{
    private const int LeastWords = 3;
    private const int MostInSlot = 3;
    private const int LeastOfVerb = 6;

    private static readonly string[] VerbStarts = ["di", "me", "ber", "ter"];

    private static readonly string[] VerbEnds = ["ed", "ing", "kan"];

    /// <summary>
    /// Whether both have the same words but for a few in one place, which are names or figures: another verb is a rewrite of the same.
    /// </summary>
    public static bool IsShared(string one, string other)
    {
        var (words, others) = (one.Split(' '), other.Split(' '));
        if (words.Length < LeastWords || words.Length > others.Length + MostInSlot || others.Length > words.Length + MostInSlot)
        {
            return false;
        }

        var start = 0;
        while (start < Math.Min(words.Length, others.Length) && words[start] == others[start])
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(words.Length, others.Length) - start && words[^(end + 1)] == others[^(end + 1)])
        {
            end++;
        }

        // The first word is whose report it is: each office's own head opens what both tell of.
        return start > 0 && start + end >= LeastWords - 1 && IsSlot(words[start..^end], others[start..^end]);
    }

    private static bool IsSlot(string[] one, string[] other) =>
        one.Length is > 0 and <= MostInSlot
        && other.Length is > 0 and <= MostInSlot
        && one.Concat(other).All(word => word.Length > 0 && (char.IsUpper(word[0]) || char.IsDigit(word[0])))
        && !(one.Any(IsVerb) && other.Any(IsVerb));

    private static bool IsVerb(string word) =>
        word.Length >= LeastOfVerb
        && (
            Array.Exists(VerbStarts, start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(VerbEnds, end => word.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        );
}
