using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>
/// Knows the captions of pictures, by their class where mark-up tells, else by their words. A caption belongs to its picture: it is
/// shown with it, and is none of the text that summaries show and tags are read from.
/// </summary>
internal static class Captions
{
    private const int Longest = 400;
    private const int LongestByWords = 300;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("captions.tsv");

    private static readonly GuardedRegex Class = new(
        $@"(^|[^a-z])([a-z]*captions?|captiontext|{Any("class")}|((ket|keterangan|kredit)[-_]?(foto|gambar|poto))|((photo|image|img|foto|media)[-_]?(credits?|kredit|desc|description)))($|[^a-z])",
        Options
    );

    private static readonly GuardedRegex Words = new(
        $@"^\W{{0,3}}({Any("start")}) ?[:/]|^\W{{0,3}}({Any("numbered")}) [0-9]{{1,3}} ?[.:–-]|©\s?[^.©]{{1,60}}$"
            + @"|[(\[|/–—-] ?(sumber |kredit |credit )?(foto|photo|image|gambar|dok\.?|dokumentasi|ist|istimewa)( ?[:/.] ?.{0,60}| (oleh|by|dari|humas|antara|ist|dok)\b.{0,60})?[)\]]?\.?$"
            + @"|\b(foto|photo|kredit foto|photo credit|image credit) ?: ?[^.:]{1,60}\.?$",
        Options
    );

    /// <summary>Whether an element's class says that it holds a caption.</summary>
    public static bool IsMarked(IElement element) =>
        element.ClassName is { Length: > 0 and <= 300 } name
        && Class.IsMatch(name)
        && (element.TextContent is { Length: <= Longest } || Characters.Fold(element.TextContent).Length <= Longest);

    /// <summary>
    /// Whether what is written as a caption is more than one: several sentences in paragraphs of their own, or a long text.
    /// </summary>
    public static bool IsText(IElement caption) =>
        Characters.Fold(caption.TextContent).Length > Longest || caption.GetElementsByTagName("p").Count(IsSentence) >= 2;

    private static bool IsSentence(IElement paragraph) =>
        Characters.Fold(paragraph.TextContent) is { Length: > 20 } text
        && text.Count(c => c == ' ') >= 4
        && (text[^1] is '.' or '!' or '?' || Characters.IsClosingQuote(text[^1]));

    /// <summary>Moves paragraphs that are captions by their words into the pictures above them.</summary>
    public static void Take(List<Block> blocks)
    {
        for (var at = blocks.Count - 2; at >= 0; at--)
        {
            if (
                blocks[at].Element is { LocalName: "figure" } figure
                && blocks[at + 1] is { IsProse: true, HeadingLevel: 0 } below
                && figure.QuerySelector("figcaption") is null
                && IsCaption(below)
            )
            {
                var caption = figure.Owner!.CreateElement("figcaption");
                caption.Append([.. below.Element.ChildNodes]);
                figure.AppendChild(caption);
                Tail.Remove(blocks, at + 1, 1);
            }
        }
    }

    private static bool IsCaption(Block block) =>
        block.Text is { Length: > 0 and <= LongestByWords } text && (Words.IsMatch(text) || IsSmall(block.Element));

    private static string Any(string kind) => string.Join('|', Rows[kind].Select(Regex.Escape));

    private static bool IsSmall(IElement element) =>
        element.Children is [{ LocalName: "small" } small] && element.TextContent == small.TextContent;
}
