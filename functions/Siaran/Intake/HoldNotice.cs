namespace Siaran.Intake;

/// <summary>
/// The one rule for documents that say that they must not be seen yet: an embargo or a draft in words, or a key for a date or a draft that
/// is not read as front matter, in whatever part of the document it is, near the top or the end.
/// Such a document is refused unless its front matter gives <c>publishAt</c>, and held where that cannot be compared with the notice: what
/// was misread is never public at once.
/// </summary>
internal static class HoldNotice
{
    private const int TopLines = 40;
    private const int LastLines = 10;
    private const int LongestWrap = 200;
    private const int MostAnywhere = 1000;
    private const int MostTaken = 250;
    private const int LongestOfThree = 60;

    /// <summary>To whom a letter goes, and who can be asked.</summary>
    private static readonly GuardedRegex Addressed = new(
        @"^\W*([0-9]{1,2}[.)] )?(yth|ykh|kepada|kpd|yang terhormat|dear|attn|tembusan|cc|redaksi|pimpinan|pemimpin|kontak|narahubung|contact|cp|hp|wa|telp|telepon|tel|phone|e-?mail)\b",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex EndsWithNumber = new("[0-9][0-9 ()./-]{6,16}[0-9]$");

    private static readonly GuardedRegex OfMail = new(@"\S@\S+\.\S");

    private static readonly GuardedRegex Gap = new(@"[ \u00A0]*\t\s*|[ \u00A0]{3,}|[\u2001\u2003\u3000]+");

    /// <summary>What was found of lines already: of a page it is asked as written, as read, and of what is next to its text.</summary>
    internal sealed class Memory
    {
        private readonly Dictionary<string, bool> said = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> plain = new(StringComparer.Ordinal);

        /// <summary>A line as <see cref="HoldWords.Plain"/> gives it.</summary>
        public string Plain(string line)
        {
            if (!plain.TryGetValue(line, out var made))
            {
                plain[line] = made = HoldWords.Plain(line);
            }

            return made;
        }

        /// <summary>Whether a line says it, asked once of each.</summary>
        public bool Says(string line)
        {
            if (!said.TryGetValue(line, out var says))
            {
                said[line] = says = HoldNotice.Says(line);
            }

            return says;
        }
    }

    /// <summary>The lines near the top or the end of a document that say that it must wait, in order, as written.</summary>
    /// <param name="lines">The document's lines of text in order, front matter that was read left out.</param>
    /// <param name="memory">What was found of lines already.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> lines, Memory? memory = null)
    {
        memory ??= new();
        // What is between may be megabytes, and is not looked at.
        var (top, isAll) = Take(Plain(lines, memory), TopLines + 1);
        var between = isAll ? lines.Count : top[^1].Number + 1;
        var (last, isEnd) = Take(Plain(lines.Skip(between).Reverse(), memory), LastLines);
        var end = last.Select(line => line.Text).Reverse().ToList();
        var above = top.ConvertAll(line => line.Text);
        var stated = StatedDate.CountAbove(above);
        var columns = Columns(top.Take(stated).Select(line => lines[line.Number]));
        return isEnd
            ? [.. Find([.. above, .. end], _ => true, memory, stated), .. columns]
            : [.. Find(above, at => at < above.Count - 1, memory, stated), .. Find(end, _ => true, memory), .. columns];
    }

    /// <summary>
    /// The first lines, and whether these are all. Of a row of those to whom a letter goes, or who can be asked, the first counts: what is
    /// behind the row is near an end too.
    /// </summary>
    private static (List<(string Text, int Number)> Taken, bool IsAll) Take(IEnumerable<(string Text, int Number)> lines, int most)
    {
        var (taken, counted, wasOfLetter) = (new List<(string Text, int Number)>(), 0, false);
        foreach (var line in lines)
        {
            var isOfLetter = IsOfLetter(line.Text);
            counted += wasOfLetter && isOfLetter ? 0 : 1;
            wasOfLetter = isOfLetter;
            taken.Add(line);
            if (counted == most || taken.Count == MostTaken)
            {
                return (taken, false);
            }
        }

        return (taken, true);
    }

    private static bool IsOfLetter(string line) =>
        (char.IsAsciiDigit(line[^1]) && EndsWithNumber.IsMatch(line.Length > LongestWrap ? line.AsSpan(line.Length - LongestWrap) : line))
        || (line.Contains('@', StringComparison.Ordinal) && OfMail.IsMatch(line))
        || Addressed.IsMatch(line);

    /// <summary>
    /// What is alone in a column of a line above the text, as letterheads have it: <c>Nomor: 12 ⇥ EMBARGO</c>. A tab or a wide gap parts
    /// columns.
    /// </summary>
    private static IEnumerable<string> Columns(IEnumerable<string> above) =>
        above
            .Where(line => line.Length <= LongestWrap && Gap.IsMatch(line.Trim()))
            .SelectMany(line => Gap.Replace(line.Trim(), "\n").Split('\n'))
            .Select(HoldWords.Plain)
            .Where(HoldWords.Holds);

    /// <summary>The lines that say it wherever they are: for what is shown on every page.</summary>
    /// <param name="lines">Lines of text.</param>
    /// <param name="memory">What was found of lines already.</param>
    public static IReadOnlyList<string> FindAnywhere(IReadOnlyList<string> lines, Memory memory) =>
        lines.Count == 0 ? [] : Find(Plain(lines.Take(MostAnywhere), memory).Select(line => line.Text).ToList(), _ => true, memory);

    private static IEnumerable<(string Text, int Number)> Plain(IEnumerable<string> lines, Memory memory) =>
        lines.Select((line, number) => (Text: memory.Plain(line), number)).Where(line => line.Text.Length > 0);

    /// <param name="written">The lines.</param>
    /// <param name="isNear">Whether a line is near enough to an end to count.</param>
    /// <param name="memory">What was found of lines already.</param>
    /// <param name="stated">Of how many lines at the top a stated date is read as such.</param>
    private static List<string> Find(List<string> written, Func<int, bool> isNear, Memory memory, int stated = 0)
    {
        var found = new List<string>();
        for (var at = 0; at < written.Count; at++)
        {
            if (!isNear(at) || StatedDate.IsRead(written, at, stated))
            {
                continue;
            }

            if (memory.Says(written[at]) || HoldKeys.Holds(written[at]))
            {
                found.Add(Whole(written, at));
            }
            // A notice may be broken over two lines neither of which says it.
            else if (
                Wrapped(written, at) is { } wrapped
                && memory.Says(wrapped)
                && MayGoOn(written, at)
                && !HoldWords.Holds(written[at + 1])
            )
            {
                found.Add(wrapped);
            }
            else if (InThree(written, at) is { } three && memory.Says(three))
            {
                found.Add(three);
            }
        }

        return found;
    }

    /// <summary>Whether a line says it of the document, and not someone who is quoted in it.</summary>
    /// <param name="line">As <see cref="HoldWords.Plain"/> gives it.</param>
    public static bool Says(string line) =>
        HoldWords.Holds(line) && (HoldQuotes.Without(line) is var rest && rest.Length == line.Length || HoldWords.Holds(rest));

    /// <summary>Whether one line says that the document must wait.</summary>
    public static bool IsIn(string line) => Find([line]).Count > 0;

    /// <summary>A notice and the line after it, where its date may stand.</summary>
    private static string Whole(List<string> lines, int at) =>
        WrittenMoment.Names(lines[at]) || at + 1 >= lines.Count || !WrittenMoment.Names(lines[at + 1]) || lines[at + 1].Length > LongestWrap
            ? lines[at]
            : $"{lines[at]} {lines[at + 1]}";

    /// <summary>Whether a line names a kind of text, and of whom: below <c>RILIS PERS</c> its date may stand.</summary>
    private static bool IsLabelOfKind(string line) =>
        line.Contains(' ', StringComparison.Ordinal)
        && (Labels.Whole(line) is not null || (Labels.Leading(line) is { Remainder: var of } && AgencyNames.IsAgency(of)));

    /// <summary>Three short lines as one, of which the last may be its date; null where they are no sentence that is broken.</summary>
    private static string? InThree(List<string> lines, int at) =>
        at + 2 < lines.Count
        && char.IsLower(lines[at + 1][0])
        && Enumerable.Range(at, 3).All(i => lines[i].Length <= LongestOfThree && (i == at + 2 || lines[i][^1] is not ('.' or ':')))
        && WrittenMoment.Names(lines[at + 2])
            ? $"{lines[at]} {lines[at + 1]} {lines[at + 2]}"
            : null;

    /// <summary>Whether a line may go on in the next: that is no date of its own, below no label of its own.</summary>
    private static bool MayGoOn(List<string> lines, int at) => StatedDate.In(lines[at + 1]) is null && !IsLabelOfKind(lines[at]);

    /// <summary>Two short lines as one; null where either is a paragraph.</summary>
    private static string? Wrapped(List<string> lines, int at) =>
        at + 1 < lines.Count && lines[at].Length <= LongestWrap
            // A hyphen at the end may break a word.
            ? $"{lines[at].TrimEnd('-')}{(lines[at].EndsWith('-') ? "" : " ")}{(lines[at + 1].Length > LongestWrap ? lines[at + 1][..LongestWrap] : lines[at + 1])}"
            : null;
}
