using System.Globalization;
using System.Text;

namespace Siaran.Intake.Documents;

/// <summary>How the items of a list are marked.</summary>
/// <param name="IsOrdered">By numbers or letters, not by bullets.</param>
/// <param name="Type">HTML's <c>type</c>: <c>1</c>, <c>a</c>, <c>A</c>, <c>i</c>, <c>I</c>.</param>
internal sealed record ListMark(bool IsOrdered, char Type)
{
    public static ListMark Bullet { get; } = new(false, '1');
}

/// <summary>Writes items that follow one another, each with its level, as nested lists that keep their numbers.</summary>
internal sealed class ListHtml
{
    private readonly StringBuilder html = new();
    private readonly StringBuilder text = new();
    private readonly Stack<(ListMark Mark, int Last)> open = new();

    public bool IsEmpty => html.Length == 0;

    /// <param name="level">From 0; at most one deeper than the item before.</param>
    /// <param name="mark">How it is marked.</param>
    /// <param name="number">Its number, from 1 for <c>a</c>.</param>
    /// <param name="item">Inline HTML.</param>
    /// <param name="line">The same as text.</param>
    public void Add(int level, ListMark mark, int number, string item, string line)
    {
        while (open.Count > level + 1 || (open.Count == level + 1 && open.Peek().Mark != mark))
        {
            Close();
        }

        if (open.Count > level)
        {
            var (same, last) = open.Pop();
            open.Push((same, number));
            html.Append("</li>");
            html.Append(mark.IsOrdered && number != last + 1 ? Invariant($"<li value=\"{number}\">") : "<li>");
        }
        else
        {
            open.Push((mark, number));
            html.Append(mark.IsOrdered ? Opening(mark, number) : "<ul>").Append("<li>");
        }

        html.Append(item);
        text.Append(text.Length > 0 ? "\n" : "").Append(line);
    }

    /// <summary>The list as a block; the writer is empty afterwards.</summary>
    public ConvertedBlock Take()
    {
        while (open.Count > 0)
        {
            Close();
        }

        var block = new ConvertedBlock(html.ToString(), text.ToString(), false);
        html.Clear();
        text.Clear();
        return block;
    }

    private static string Opening(ListMark mark, int number) =>
        "<ol" + (number == 1 ? "" : Invariant($" start=\"{number}\"")) + (mark.Type == '1' ? "" : $" type=\"{mark.Type}\"") + ">";

    private static string Invariant(FormattableString written) => written.ToString(CultureInfo.InvariantCulture);

    private void Close() => html.Append(open.Pop().Mark.IsOrdered ? "</li></ol>" : "</li></ul>");
}
