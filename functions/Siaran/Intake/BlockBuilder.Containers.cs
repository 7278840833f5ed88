using AngleSharp.Dom;

namespace Siaran.Intake;

/// <summary>Lists, quotations, figures, tables and verbatim text: what holds other blocks or stays as it is.</summary>
internal sealed partial class BlockBuilder
{
    private void Nest(IElement element, string name)
    {
        Flush();
        var (outer, inner) = (container, target.CreateElement(name));
        outer.AppendChild(inner);
        Markup.CopyNumbers(element, inner);
        container = inner;
        Children(element);
        Flush();
        container = outer;
        Keep(inner);
    }

    /// <summary>A picture with its caption, and below it what is written as a caption and is text.</summary>
    private void Figure(IElement element)
    {
        Nest(element, "figure");
        foreach (var text in element.GetElementsByTagName("figcaption").Where(c => c.Closest("figure") == element && Captions.IsText(c)))
        {
            Children(text);
            Flush();
        }
    }

    private void Within(IElement element, string name, Func<IElement, bool> isItem, string item)
    {
        Flush();
        var (outer, list) = (container, target.CreateElement(name));
        outer.AppendChild(list);
        Markup.CopyNumbers(element, list);
        foreach (var node in element.ChildNodes)
        {
            container = list;
            if (node is IText text)
            {
                Bare(text, item);
            }
            else if (node is IElement child && !IsDropped(child))
            {
                (isItem(child) ? (Action<IElement, string>)Nest : Wrapped)(child, item);
            }
        }

        container = outer;
        Keep(list);
    }

    /// <summary>Text that is in a list and in no item of it, as an item.</summary>
    private void Bare(IText text, string item)
    {
        if (!string.IsNullOrWhiteSpace(text.Data) && article?.Drops(text) is not true)
        {
            var inner = target.CreateElement(item);
            container.AppendChild(inner);
            container = inner;
            Run().Append(Characters.Clean(text.Data).Text);
            Flush();
        }
    }

    private void Wrapped(IElement child, string item)
    {
        var (outer, inner) = (container, target.CreateElement(item));
        outer.AppendChild(inner);
        container = inner;
        Element(child);
        Flush();
        container = outer;
        Keep(inner);
    }

    private void Table(IElement element)
    {
        var rows = element.QuerySelectorAll("tr").Where(r => r.Closest("table") == element).ToList();
        if (element.QuerySelector("h1") is not null || rows.All(r => r.Children.Length <= 1 || r.Children.Count(HoldsAny) <= 1))
        {
            Flush();
            Children(element);
            Flush();
            return;
        }

        foreach (var caption in element.Children.Where(c => c.LocalName is "caption"))
        {
            Paragraph(caption, "p", 0);
        }

        Flush();
        var (outer, table, body) = (container, target.CreateElement("table"), target.CreateElement("tbody"));
        outer.AppendChild(table);
        table.AppendChild(body);
        foreach (var row in rows.Where(row => !IsHiddenRow(row)))
        {
            var line = target.CreateElement("tr");
            body.AppendChild(line);
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
            {
                container = line;
                Nest(cell, cell.LocalName);
                if (line.LastElementChild is { } made)
                {
                    Markup.CopySpans(cell, made);
                }
            }
        }

        container = outer;
        Keep(table);
    }

    private bool IsHiddenRow(IElement row) => BoilerplateMarkup.IsNotShown(row) && boilerplate.Count(row.TextContent);

    /// <summary>Tables that only place a text on a page have one cell with text to a row.</summary>
    private bool HoldsAny(IElement cell) =>
        cell.LocalName is "td" or "th"
        && article?.Drops(cell) is not true
        && (!string.IsNullOrWhiteSpace(cell.TextContent) || cell.QuerySelector("img") is not null);

    private void Verbatim(IElement element)
    {
        Flush();
        var pre = target.CreateElement("pre");
        pre.TextContent = Characters.Clean(element.TextContent).Text.TrimStart('\n');
        container.AppendChild(pre);
        Keep(pre);
    }
}
