using System.Text;
using System.Xml.Linq;
using static Siaran.Intake.Documents.OpenDocumentNames;

namespace Siaran.Intake.Documents;

/// <summary>The tracked changes and comments of an OpenDocument text.</summary>
internal sealed class OpenDocumentChanges
{
    private const int Longest = 60;

    private readonly HashSet<string> insertions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> deletions = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public OpenDocumentChanges(XElement body)
    {
        foreach (var region in body.Descendants(Text + "changed-region"))
        {
            var id = region.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "id")?.Value ?? "";
            if (region.Element(Text + "insertion") is not null)
            {
                insertions.Add(id);
            }
            else if (region.Element(Text + "deletion") is { } deletion)
            {
                deletions.TryAdd(
                    id,
                    string.Join(' ', deletion.Elements().Where(one => one.Name.Namespace == Text).Select(one => one.Value))
                );
            }
        }

        Quotes = Quoted(body);
    }

    /// <summary>As the editor sees them, in the order of the document.</summary>
    public IReadOnlyList<string> Quotes { get; }

    /// <summary>Whether what is read now was inserted.</summary>
    public bool IsInserted => open.Count > 0;

    /// <summary>Notes a mark in the text.</summary>
    /// <returns>What was deleted here; null where the mark is another.</returns>
    public string? Pass(XElement mark)
    {
        if (mark.Attribute(Text + "change-id")?.Value is not { } id)
        {
            return null;
        }

        // OpenDocument keeps what was deleted aside, with one mark where it was, and what was inserted
        // in its place, between two.
        if (mark.Name == Text + "change-start" && insertions.Contains(id))
        {
            open.Add(id);
        }
        else if (mark.Name == Text + "change-end")
        {
            open.Remove(id);
        }

        return mark.Name == Text + "change" ? deletions.GetValueOrDefault(id) : null;
    }

    private List<string> Quoted(XElement body)
    {
        var (quotes, inserted) = (new List<string>(), new StringBuilder());
        foreach (var node in body.DescendantNodes())
        {
            if (node is XText written && open.Count > 0)
            {
                inserted.Append(written.Value);
            }
            else if (node is XElement element)
            {
                var wasOpen = open.Count > 0;
                if (Pass(element) is { } deleted)
                {
                    quotes.Add($"− “{Short(deleted)}”");
                }
                else if (wasOpen && open.Count == 0)
                {
                    quotes.Add($"+ “{Short(inserted.ToString())}”");
                    inserted.Clear();
                }
                else if (element.Name == Office + "annotation")
                {
                    quotes.Add($"💬 “{Short(string.Join(' ', element.Elements(Text + "p").Select(line => line.Value)))}”");
                }
            }
        }

        // The same marks are passed once more when the text is read.
        open.Clear();
        return quotes;
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
