using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;

namespace Siaran.Desk;

/// <summary>
/// Writes a block as HTML that Markdown leaves alone: no empty line is in it (CommonMark §4.6), and an item or row begins a line.
/// </summary>
/// <param name="escapesMarks">Whether what intake might take for a mark of some Markdown is written by its number.</param>
internal sealed partial class BlockMarkup(bool escapesMarks) : HtmlMarkupFormatter
{
    public override string Text(ICharacterData text) =>
        text.Parent is IElement { LocalName: "pre" }
            ? Safe(base.Text(text)).Replace("\n", "&#10;", StringComparison.Ordinal)
            : Safe(base.Text(text));

    public override string OpenTag(IElement element, bool selfClosing) =>
        element.LocalName is "li" or "tr" ? "\n" + base.OpenTag(element, selfClosing) : base.OpenTag(element, selfClosing);

    protected override string Attribute(IAttr attribute) => Safe(base.Attribute(attribute));

    private string Safe(string text) => escapesMarks ? Marks().Replace(text, mark => $"&#{(int)mark.Value[0]};{mark.Value[1..]}") : text;

    [GeneratedRegex(@"[\[\]{}]|::|!!|\?\?", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
