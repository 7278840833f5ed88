using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Names of files and folders that say that what they name must wait.</summary>
internal static class HoldNames
{
    private const int MostParts = 20;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly char[] Separators = ['/', '\\'];

    private static readonly GuardedRegex Extension = new(@"\.[A-Za-z0-9]{1,5}$");

    private static readonly GuardedRegex Marks = new(@"[_.,+\s()\[\]{}~-]+|%20");

    private static readonly GuardedRegex NewWord = new(@"(?<before>\p{Ll})(?<after>\p{Lu})");

    /// <summary>
    /// As the first or the last word of a name, a version behind it: <c>embargo-pasar-ikan.docx</c>, <c>Pasar Ikan (DRAF 2).docx</c>.
    /// </summary>
    // In a text such a word must say that the text itself waits. A name is seldom a sentence: whoever
    // means an embargo on trade has to rename the file, which costs less than what is out too early.
    private static readonly GuardedRegex Word = new(
        @"^(embargo(ed)?|draft|draf|rahasia|confidential)\b|\b(embargo(ed)?|draft|draf|rahasia|confidential|konsep|belum final)( (v|ver|versi|version|rev|revisi|ke|final|copy|salinan|edit|jangan|dulu)|[ v]?[0-9]+)*$",
        Options
    );

    /// <summary>The parts of a name that say it, as words.</summary>
    /// <param name="upload">Within <c>incoming</c>, folders included.</param>
    public static IReadOnlyList<string> Find(string upload) =>
        [
            .. upload
                .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
                .TakeLast(MostParts)
                .Select(Words)
                .Where(part => HoldWords.Holds(part) || Word.IsMatch(part)),
        ];

    private static string Words(string part)
    {
        var bare = Extension.Replace(part, "");
        return HoldWords.Plain(Marks.Replace(NewWord.Replace(bare, "${before} ${after}"), " ").Trim());
    }
}
