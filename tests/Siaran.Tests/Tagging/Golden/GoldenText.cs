using System.Globalization;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Tagging.Golden;

/// <summary>
/// Everything that was read of a release, a line for each annotation, as a reviewer would write it down:
/// kind, id, label and facts, then the words it rests on. Confidences are left out: nobody writes those by hand.
/// </summary>
internal static class GoldenText
{
    public static string Of(Release release, Annotations read)
    {
        List<string> lines =
        [
            .. read
                .Tags.Where(tag => !tag.Implied)
                .OrderBy(tag => tag.Id.Kind.Name, StringComparer.Ordinal)
                .ThenBy(tag => tag.Id.Name, StringComparer.Ordinal)
                .Select(tag => Line(release, tag)),
        ];
        lines.AddRange(
            read.Quotes.Select(quote =>
                $"quote {(quote.Speaker is null ? "nobody" : $"{quote.Speaker} = {quote.Person?.Name ?? "?"}")}: {Shortened(quote.Text)}"
            )
        );
        lines.AddRange(
            read.Figures.Select(figure =>
                $"figure {figure.Value.ToString("0.####", CultureInfo.InvariantCulture)} {figure.Unit ?? "-"}{Words(release, [figure.Span])}{(figure.Measures is null || figure.Measures == figure.Unit ? "" : $" of: {figure.Measures}")}"
            )
        );
        lines.AddRange(
            read.Dates.Select(date =>
                $"date {date.From:yyyy-MM-dd}{(date.To == date.From ? "" : $"..{date.To:yyyy-MM-dd}")}{Words(release, [date.Span])}"
            )
        );
        return string.Join('\n', lines);
    }

    private static string Line(Release release, Tag tag)
    {
        var label = (tag.Id.Kind == TagKind.Topic || tag.Id.Kind == TagKind.Region) && tag.Source is not "editor" ? "" : $" = {tag.Label}";
        var facts = string.Concat(
            tag.Facts.Where(fact => fact.Key is not "agency")
                .OrderBy(fact => fact.Key, StringComparer.Ordinal)
                .Reverse()
                .Select(fact => $" · {fact.Value}")
        );
        return $"{tag.Id}{label}{facts}{(tag.Id.Kind == TagKind.Topic ? "" : Words(release, tag.Evidence))}";
    }

    /// <summary>The words of the spans, each wording once with how often it occurs.</summary>
    private static string Words(Release release, IEnumerable<Evidence> spans) =>
        string.Concat(
            spans
                .Select(span =>
                    span.Field switch
                    {
                        EvidenceField.Headline => release.Content.Headline.Substring(span.Start, span.Length),
                        EvidenceField.Body => release.Content.BodyText.Substring(span.Start, span.Length),
                        EvidenceField.Place => release.Content.Place!.Substring(span.Start, span.Length),
                        EvidenceField.Agency => release.Content.Agency!.Substring(span.Start, span.Length),
                        _ => throw new ArgumentOutOfRangeException(nameof(spans), span.Field, "A field of which no text is known."),
                    }
                )
                .CountBy(words => words)
                .Select(words => $" [{words.Key}]{(words.Value > 1 ? $"×{words.Value}" : "")}")
        );

    private static string Shortened(string quote) =>
        quote.ReplaceLineEndings(" ") is var line && line.Length <= 60 ? line : $"{line[..28]} … {line[^28..]}";
}
