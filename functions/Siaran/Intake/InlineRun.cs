using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>
/// One run of text with its inline elements, written with single spaces; it hangs in the document once it is finished and holds something.
/// </summary>
internal sealed class InlineRun
{
    private const int MostCopied = 8;

    private readonly IHtmlDocument document;
    private readonly IElement parent;
    private readonly string? name;
    private readonly INode root;
    private readonly List<(string Name, string? Href, IElement Element)> open = [];
    private IText? lastText;
    private IText? heldText;

    // Characters are gathered here and set once: a text node is copied whenever it grows, O(n²) over a
    // long paragraph.
    private System.Text.StringBuilder? held;
    private bool spaced = true;
    private bool hasImage;

    /// <param name="document">Makes the nodes.</param>
    /// <param name="parent">Where the run will hang.</param>
    /// <param name="name">The element made for the run, or null to write into <paramref name="parent"/> itself.</param>
    /// <param name="level">The heading's level, or 0.</param>
    public InlineRun(IHtmlDocument document, IElement parent, string? name, int level)
    {
        (this.document, this.parent, this.name, Level) = (document, parent, name, level);
        root = name is null ? document.CreateDocumentFragment() : document.CreateElement(name);
    }

    public int Level { get; }

    public bool EndsInBreak { get; private set; }

    /// <summary>Whether a new run may follow; within many inline elements it would cost too many copies of them.</summary>
    public bool MaySplit => name is not null && open.Count <= MostCopied;

    public bool IsEmpty => lastText is null && !hasImage;

    private INode Leaf => open.Count > 0 ? open[^1].Element : root;

    public void Append(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                Write(spaced ? null : ' ');
                spaced = true;
            }
            else
            {
                Write(c);
                (spaced, EndsInBreak) = (false, false);
            }
        }
    }

    public int Open(string name, string? href)
    {
        Flush();
        var element = document.CreateElement(name);
        if (href is not null)
        {
            element.SetAttribute("href", href);
        }

        Leaf.AppendChild(element);
        open.Add((name, href, element));
        return open.Count - 1;
    }

    public void CloseTo(int depth)
    {
        Flush();
        if (open.Count > depth)
        {
            open.RemoveRange(depth, open.Count - depth);
        }
    }

    public void Break()
    {
        if (IsEmpty || EndsInBreak)
        {
            return;
        }

        TrimEnd();
        Leaf.AppendChild(document.CreateElement("br"));
        Write('\n');
        (spaced, EndsInBreak) = (true, true);
    }

    public void AppendImage(IElement image)
    {
        Flush();
        Leaf.AppendChild(image);
        (hasImage, spaced, EndsInBreak) = (true, false, false);
    }

    /// <summary>A new run within the same inline elements, for what follows an empty line.</summary>
    public InlineRun Continuation()
    {
        var next = new InlineRun(document, parent, name, Level);
        foreach (var (inline, href, _) in open)
        {
            next.Open(inline, href);
        }

        return next;
    }

    /// <summary>
    /// Hangs the run in its parent; the element made, or null where there is nothing to show or no element was asked for.
    /// </summary>
    public IElement? Finish()
    {
        // Nothing is written any more into what is still open, so blanks at its end are the run's own.
        Flush();
        open.Clear();
        TrimEnd();
        Prune(root);
        if (root.ChildNodes.Length == 0)
        {
            return null;
        }

        parent.AppendChild(root);
        return root as IElement;
    }

    private void Write(char? c)
    {
        if (c is null)
        {
            return;
        }

        if (held is null || heldText!.Parent != Leaf)
        {
            Flush();
            heldText = document.CreateTextNode("");
            Leaf.AppendChild(heldText);
            held = new();
            lastText = heldText;
        }

        held.Append(c.Value);
    }

    private void Flush()
    {
        if (held is not null)
        {
            heldText!.Data = held.ToString();
        }

        (held, heldText) = (null, null);
    }

    private void TrimEnd()
    {
        Flush();
        while (root.LastChild is { } last && Last(last) is { } end)
        {
            if (end is IText text && text.Data.TrimEnd() is { Length: > 0 } kept)
            {
                text.Data = kept;
                return;
            }

            if (end is IElement { LocalName: "img" })
            {
                return;
            }

            if (end is IElement && open.Any(o => o.Element == end))
            {
                return;
            }

            end.RemoveFromParent();
        }
    }

    private static INode Last(INode node)
    {
        while (node.LastChild is { } child)
        {
            node = child;
        }

        return node;
    }

    private static void Prune(INode node)
    {
        foreach (var child in node.ChildNodes.ToArray())
        {
            Prune(child);
            if (child is IElement { LocalName: not ("img" or "br"), ChildNodes.Length: 0 } or IText { Data: "" })
            {
                child.RemoveFromParent();
            }
        }
    }
}
