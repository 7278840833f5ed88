using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Knows text that nobody has written yet: templates with their blanks, filler, and a chatbot's answer around a draft.</summary>
internal static class UnfinishedText
{
    /// <summary>What a text with blanks is.</summary>
    public const string Template = "unfilled template";

    private const string FillerText = "filler text (lorem ipsum)";

    private const int LeastBlanks = 2;

    /// <summary>So many times as long as the filler in it is what was written, or so many characters.</summary>
    private const int LeastWritten = 10;

    private const int LeastLong = 3_000;

    /// <summary>Characters for each blank: forms and templates have less.</summary>
    private const int LeastForBlank = 500;

    private const int LongestOpening = 200;
    private const int LongestBlock = 2_000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Filler = new(@"\blorem ipsum dolor\b", Options);

    /// <summary>What a template asks for, in brackets.</summary>
    private static readonly GuardedRegex Asked = new(
        @"[\[<{](nama|kota|tempat|tanggal|hari|judul|isi|jabatan|kutipan|instansi|lembaga|nomor|jumlah|tujuan|narahubung|paragraf|name|city|place|date|headline|title|company|organi[sz]ation|quote|spokesperson|insert|your|contact)\b[^\]<>{}]{0,60}[\]>}]",
        Options
    );

    private static readonly GuardedRegex Instruction = new(
        @"\b(judul|paragraf|kutipan|naskah|isi|headline|title|paragraph)\b.{0,40}\b(anda di sini|di sini dengan|your .{0,20}here|goes here)\b|\b(tulis|ketik|masukkan|insert|write|type) .{0,40}\b(anda di sini|di sini|here)\b",
        Options
    );

    /// <summary>One of these is in every instruction.</summary>
    private static readonly StemSearch MayInstruct = new(["di sini", "here"]);

    private static readonly GuardedRegex Crossed = new(@"\bX{2}[/-]X{2}[/-](X{2}){1,2}\b|\bX{4,12}\b");

    /// <summary>A blank within a sentence; in a list of contents a number is behind it.</summary>
    private static readonly GuardedRegex Blank = new(@"(…{2,}|\.{6,}|_{4,})\W{0,3}(?<next>[^\s…._]|$)", Options);

    private static readonly GuardedRegex Answer = new(
        @"^\W*(tentu( saja)?|baik(lah)?|siap|sure( thing)?|certainly|of course|absolutely)\b.{0,60}\b(berikut|ini|here('s| is| are))\b.{0,100}\b(siaran pers|rilis|draf|draft|naskah|press release|news release|version)\b",
        Options
    );

    /// <summary>What a text is, such as <c>unfilled template</c>.</summary>
    /// <param name="Name">In English.</param>
    /// <param name="IsInWrittenText">Whether that is a small part of a text that someone wrote.</param>
    public readonly record struct Kind(string Name, bool IsInWrittenText);

    /// <summary>What the text is; null where someone wrote it.</summary>
    /// <param name="blocks">Of the document, as read.</param>
    public static Kind? Of(IReadOnlyList<string> blocks)
    {
        var (blanks, isInstructed, filler, length) = (0, false, 0, 0);
        for (var at = 0; at < blocks.Count; at++)
        {
            var text = blocks[at].Length > LongestBlock ? blocks[at][..LongestBlock] : blocks[at];
            length += text.Length;
            filler += Filler.IsMatch(text) ? text.Length : 0;
            if (at == 0 && Answer.IsMatch(text[..Math.Min(text.Length, LongestOpening)]))
            {
                return new("answer of a chatbot", IsInWrittenText: false);
            }

            isInstructed |= MayInstruct.IsIn(text) && Instruction.IsMatch(text);
            blanks += !MayHoldBlanks(text)
                ? 0
                : Asked.Matches(text).Count + Crossed.Matches(text).Count + (text.Any(char.IsLetter) ? Blanks(text) : 0);
        }

        return filler > 0 ? new(FillerText, filler * LeastWritten <= length || length - filler >= LeastLong)
            : blanks >= LeastBlanks || (isInstructed && blanks > 0) ? new(Template, blanks * LeastForBlank <= length)
            : null;
    }

    /// <summary>Whether a text holds any of what the patterns of blanks look for.</summary>
    private static bool MayHoldBlanks(string text) =>
        text.AsSpan().ContainsAny("[<{…_")
        || text.Contains("XX", StringComparison.OrdinalIgnoreCase)
        || text.Contains("......", StringComparison.Ordinal);

    private static int Blanks(string text) =>
        Blank
            .Matches(text)
            .Count(match =>
                match.Groups["next"].Value is not [>= '0' and <= '9']
                && !(match.Value.StartsWith('…') && IsEllipsis(text, match.Index, match.Groups["next"].Index))
            );

    /// <summary>Whether points are between words of a script in which two such signs are one ellipsis: <c>四季生产……在</c>.</summary>
    private static bool IsEllipsis(string text, int at, int next) =>
        (at > 0 && IsIdeograph(text[at - 1])) || (next < text.Length && IsIdeograph(text[next]));

    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF');
}
