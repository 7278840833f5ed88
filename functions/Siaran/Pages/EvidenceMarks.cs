using System.Globalization;
using System.Net;
using System.Text;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>
/// The headline, the body and the line between them of a release with the words marked that its tags rest on: each stretch is in a
/// <c>&lt;span class="ev e0 e3"&gt;</c> that names the tags by their places, so that the style sheet can show one tag's words. Without
/// those spans the HTML is what it was, byte for byte.
/// </summary>
public sealed class EvidenceMarks
{
    /// <summary>Tags whose words are marked at most; the style sheet knows as many.</summary>
    public const int MostTags = 48;

    /// <summary>Marks in one text at most; further words stay unmarked.</summary>
    private const int MostMarks = 2000;

    private readonly Dictionary<int, string> anchors = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    private EvidenceMarks(ReleaseContent content, IReadOnlyList<IReadOnlyList<Evidence>> evidence)
    {
        var spans = evidence
            .Take(MostTags)
            .SelectMany((own, place) => own.Select(span => new PlacedSpan(place, span)))
            .Where(span => span.Span.Length > 0)
            .ToList();
        Headline = Mark(WebUtility.HtmlEncode(content.Headline), MappedText.OfLine, spans, EvidenceField.Headline, content.Headline);
        Body = Mark(content.BodyHtml, html => MappedText.OfBody(html, content.Paragraphs), spans, EvidenceField.Body, content.BodyText);
        Agency = Mark(WebUtility.HtmlEncode(content.Agency ?? ""), MappedText.OfLine, spans, EvidenceField.Agency, content.Agency ?? "");
        Place = Mark(WebUtility.HtmlEncode(content.Place ?? ""), MappedText.OfLine, spans, EvidenceField.Place, content.Place ?? "");
    }

    /// <summary>HTML.</summary>
    public string Headline { get; }

    /// <summary>HTML.</summary>
    public string Body { get; }

    /// <summary>HTML; empty where no agency is named.</summary>
    public string Agency { get; }

    /// <summary>HTML; empty where no place is named.</summary>
    public string Place { get; }

    /// <param name="content">What the release says.</param>
    /// <param name="evidence">Of each tag in the order in which the page shows them.</param>
    public static EvidenceMarks Of(ReleaseContent content, IReadOnlyList<IReadOnlyList<Evidence>> evidence) => new(content, evidence);

    /// <summary>The class of a tag's marks: <c>e0</c>, <c>e1</c>, …</summary>
    public static string ClassOf(int place) => "e" + place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the element that holds the first words of a tag; null where none are marked.</summary>
    public string? AnchorOf(int place) => anchors.GetValueOrDefault(place);

    private string Mark(string html, Func<string, MappedText?> map, IReadOnlyList<PlacedSpan> all, EvidenceField field, string text)
    {
        var spans = all.Where(span =>
                span.Span.Field == field && span.Span.Start >= 0 && span.Span.Start + (long)span.Span.Length <= text.Length
            )
            .Select(span => span with { Span = Whole(span.Span, text) })
            .ToList();
        if (spans.Count == 0 || map(html) is not { } mapped)
        {
            return html;
        }

        var marked = new StringBuilder(html.Length + (spans.Count * 48));
        var (written, marks) = (0, 0);
        foreach (var (start, end, places) in Stretches(spans))
        {
            foreach (var (from, to) in mapped.Runs(start, end))
            {
                // Of several characters that one reference stands for, some may belong to the stretch before.
                if (from < written || ++marks > MostMarks)
                {
                    continue;
                }

                marked.Append(html, written, from - written).Append("<span class=\"ev");
                foreach (var place in places)
                {
                    marked.Append(' ').Append(ClassOf(place));
                }

                marked.Append('"').Append(IdFor(places)).Append('>').Append(html, from, to - from).Append("</span>");
                written = to;
            }
        }

        return marked.Append(html, written, html.Length - written).ToString();
    }

    /// <summary>Never half of a character that takes two units.</summary>
    private static Evidence Whole(Evidence span, string text)
    {
        var (start, end) = (span.Start, span.Start + span.Length);
        start -= start > 0 && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return span with { Start = start, Length = end - start };
    }

    /// <summary>An element has one id, so the tags that begin in one element share it.</summary>
    private string IdFor(IReadOnlyList<int> places)
    {
        var first = places.Where(place => !anchors.ContainsKey(place)).ToList();
        if (first.Count == 0)
        {
            return "";
        }

        var id = "bukti-" + first[0].ToString(CultureInfo.InvariantCulture);
        first.ForEach(place => anchors[place] = id);
        return named.Add(id) ? $" id=\"{id}\"" : "";
    }

    /// <summary>Spans that may overlap as stretches that do not, in order, each with the places of all tags that rest on it.</summary>
    private static IEnumerable<(int Start, int End, IReadOnlyList<int> Places)> Stretches(IReadOnlyList<PlacedSpan> spans)
    {
        // A sweep over the edges, O(n log n): spans overlap as they like, while elements must nest, so
        // each stretch between two edges gets one span that names all of its tags.
        var edges = spans
            .SelectMany(span =>
                new (int At, int Place, int Step)[]
                {
                    (span.Span.Start, span.Place, 1),
                    (span.Span.Start + span.Span.Length, span.Place, -1),
                }
            )
            .OrderBy(edge => edge.At)
            .ToList();
        var open = new SortedDictionary<int, int>();
        for (var i = 0; i < edges.Count; i++)
        {
            var (at, place, step) = edges[i];
            open[place] = open.GetValueOrDefault(place) + step;
            if (open[place] == 0)
            {
                open.Remove(place);
            }

            if (open.Count > 0 && i + 1 < edges.Count && edges[i + 1].At > at)
            {
                yield return (at, edges[i + 1].At, [.. open.Keys]);
            }
        }
    }

    private readonly record struct PlacedSpan(int Place, Evidence Span);
}
