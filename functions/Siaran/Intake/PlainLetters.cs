using System.Globalization;
using System.Text;

namespace Siaran.Intake;

/// <summary>Reads letters as they look: a word that is styled, accented or typed in another script is still that word.</summary>
internal static class PlainLetters
{
    /// <summary>Letters of other scripts that look like Latin ones (Unicode Technical Standard 39, confusables), capitals first.</summary>
    private const string Alike = "АВЕКМНОРСТХаеорсхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν";

    private const string Latin = "ABEKMHOPCTXaeopcxyijsABEZHIKMNOPTYXoiv";

    /// <summary>What Unicode does not fold: letters in circles and squares, each an alphabet from A on.</summary>
    private static readonly int[] Enclosed = [0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6];

    /// <summary>The line in plain letters; the same line where it is in such already.</summary>
    public static string Of(string line)
    {
        if (
            !line.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && !line.AsSpan().ContainsAny('0', '_')
            && !line.Contains("- ", StringComparison.Ordinal)
        )
        {
            return line;
        }

        var letters = new StringBuilder(line.Length);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in line.EnumerateRunes())
        {
            pair[0] = rune.IsBmp ? (char)rune.Value : EnclosedIn(rune);
            letters.Append(pair[0] == default && rune.Value > 0 ? pair[..rune.EncodeToUtf16(pair)] : pair[..1]);
        }

        return OfDecomposed(letters.ToString().Normalize(NormalizationForm.FormKD));
    }

    /// <summary>Letters without their signs, those of other scripts as the Latin ones that they look like.</summary>
    private static string OfDecomposed(string line)
    {
        var plain = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (char.IsAscii(c) && c is not ('-' or '_' or '0'))
            {
                plain.Append(c);
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (IsBreak(line, at))
            {
                at++;
                continue;
            }

            plain.Append(
                Alike.IndexOf(c, StringComparison.Ordinal) is >= 0 and var alike ? Latin[alike]
                : c is '_' ? ' '
                : c is '0' && IsInWord(line, at) ? 'O'
                : c
            );
        }

        return plain.ToString();
    }

    /// <summary>The capital in a circle or square; <c>default</c> for any other character.</summary>
    private static char EnclosedIn(Rune rune)
    {
        foreach (var first in Enclosed)
        {
            if (rune.Value >= first && rune.Value < first + 26)
            {
                return (char)('A' + rune.Value - first);
            }
        }

        return default;
    }

    /// <summary>Whether a word was broken there at the end of a line that was joined to the next: <c>embar- go</c>.</summary>
    private static bool IsBreak(string text, int at) =>
        text[at] == '-'
        && at > 0
        && at + 2 < text.Length
        && char.IsLetter(text[at - 1])
        && text[at + 1] == ' '
        && char.IsLower(text[at + 2]);

    /// <summary>Whether a nought is behind a letter and before no other figure: <c>EMBARG0</c>.</summary>
    private static bool IsInWord(string text, int at) =>
        at > 0 && char.IsLetter(text[at - 1]) && (at + 1 == text.Length || !char.IsDigit(text[at + 1]));
}
