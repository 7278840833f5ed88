using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>
/// One run of text with its inline elements, written with single spaces; it hangs in the document once it is finished and holds something.
/// </summary>
internal sealed class InlineRun
{
    private const int MostCopied = 8;

    private readonly IHtmlDocument _document;
    private readonly IElement _parent;
    private readonly string? _name;
    private readonly INode _root;
    private readonly List<(string Name, string? Href, IElement Element)> _open = [];
    private IText? _lastText;
    private IText? _heldText;
    private System.Text.StringBuilder? _held;
    private bool _spaced = true;
    private bool _hasImage;

    /// <param name="document">Makes the nodes.</param>
    /// <param name="parent">Where the run will hang.</param>
    /// <param name="name">The element made for the run, or null to write into <paramref name="parent"/> itself.</param>
    /// <param name="level">The heading's level, or 0.</param>
    public InlineRun(IHtmlDocument document, IElement parent, string? name, int level)
    {
        (_document, _parent, _name, Level) = (document, parent, name, level);
        _root = name is null ? document.CreateDocumentFragment() : document.CreateElement(name);
    }

    public int Level { get; }

    public bool EndsInBreak { get; private set; }

    /// <summary>Whether a new run may follow; within many inline elements it would cost too many copies of them.</summary>
    public bool MaySplit => _name is not null && _open.Count <= MostCopied;

    public bool IsEmpty => _lastText is null && !_hasImage;

    private INode Leaf => _open.Count > 0 ? _open[^1].Element : _root;

    public void Append(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                Write(_spaced ? null : ' ');
                _spaced = true;
            }
            else
            {
                Write(c);
                (_spaced, EndsInBreak) = (false, false);
            }
        }
    }

    public int Open(string name, string? href)
    {
        Settle();
        var element = _document.CreateElement(name);
        if (href is not null)
            element.SetAttribute("href", href);
        Leaf.AppendChild(element);
        _open.Add((name, href, element));
        return _open.Count - 1;
    }

    public void CloseTo(int depth)
    {
        Settle();
        if (_open.Count > depth)
            _open.RemoveRange(depth, _open.Count - depth);
    }

    public void Break()
    {
        if (IsEmpty || EndsInBreak)
            return;

        TrimEnd();
        Leaf.AppendChild(_document.CreateElement("br"));
        Write('\n');
        (_spaced, EndsInBreak) = (true, true);
    }

    public void AppendImage(IElement image)
    {
        Settle();
        Leaf.AppendChild(image);
        (_hasImage, _spaced, EndsInBreak) = (true, false, false);
    }

    /// <summary>A new run within the same inline elements, for what follows an empty line.</summary>
    public InlineRun Continuation()
    {
        var next = new InlineRun(_document, _parent, _name, Level);
        foreach (var (name, href, _) in _open)
            next.Open(name, href);
        return next;
    }

    /// <summary>
    /// Hangs the run in its parent; the element made, or null where there is nothing to show or no element was asked for.
    /// </summary>
    public IElement? Finish()
    {
        TrimEnd();
        Prune(_root);
        if (_root.ChildNodes.Length == 0)
            return null;

        _parent.AppendChild(_root);
        return _root as IElement;
    }

    private void Write(char? c)
    {
        if (c is null)
            return;

        if (_held is null || _heldText!.Parent != Leaf)
        {
            Settle();
            _heldText = _document.CreateTextNode("");
            Leaf.AppendChild(_heldText);
            _held = new();
            _lastText = _heldText;
        }

        _held.Append(c.Value);
    }

    private void Settle()
    {
        if (_held is not null)
            _heldText!.Data = _held.ToString();
        (_held, _heldText) = (null, null);
    }

    private void TrimEnd()
    {
        Settle();
        while (_root.LastChild is { } last && Last(last) is { } end)
        {
            if (end is IText text && text.Data.TrimEnd() is { Length: > 0 } kept)
            {
                text.Data = kept;
                return;
            }

            if (end is IElement { LocalName: "img" })
                return;

            if (end is IElement && _open.Any(o => o.Element == end))
                return;
            end.RemoveFromParent();
        }
    }

    private static INode Last(INode node)
    {
        while (node.LastChild is { } child)
            node = child;
        return node;
    }

    private static void Prune(INode node)
    {
        foreach (var child in node.ChildNodes.ToArray())
        {
            Prune(child);
            if (child is IElement { LocalName: not ("img" or "br"), ChildNodes.Length: 0 } or IText { Data: "" })
                child.RemoveFromParent();
        }
    }
}
