using System.Text;

namespace Siaran.Tagging.Agencies;

/// <summary>Letters of acronyms that a digit repeats: <c>LP2M</c> is of <c>Lembaga Penelitian dan Pengabdian … Masyarakat</c>.</summary>
internal static class CountedLetters
{
    /// <summary>The letters of an acronym, each as often as the digit behind it says: <c>LPPM</c>; at most nine times as many.</summary>
    public static ReadOnlySpan<char> Spread(ReadOnlySpan<char> acronym)
    {
        if (acronym.IndexOfAnyInRange('2', '9') < 1)
        {
            return acronym;
        }

        var letters = new StringBuilder();
        foreach (var letter in acronym)
        {
            if (letters.Length > 0 && letter is >= '2' and <= '9')
            {
                letters.Append(letters[^1], letter - '1');
            }
            else
            {
                letters.Append(letter);
            }
        }

        return letters.ToString();
    }
}
