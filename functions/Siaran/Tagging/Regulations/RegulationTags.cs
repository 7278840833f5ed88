using Siaran.Releases;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Regulations;

/// <summary>Makes one tag of all mentions of one regulation.</summary>
internal static class RegulationTags
{
    public const string Source = "rule:citation";

    /// <summary>The tag's slug: kind, issuer where it counts, number and year, such as <c>inpres-2-2021</c>.</summary>
    public static string SlugOf(Citation citation) =>
        Slug.From($"{citation.Kind.Slug} {(citation.Kind.HasIssuer ? citation.Issuer : null)} {citation.Number} {citation.Year}");

    public static IEnumerable<Tag> From(IEnumerable<Citation> citations, RegulationWords words, ReleaseText text)
    {
        foreach (var group in citations.GroupBy(SlugOf))
        {
            // The first mention labels it: releases cite in full at first.
            var first = group.First();
            var subject = SubjectOf(
                group.Select(c => c.Subject).FirstOrDefault(s => s is not null),
                words.Subjects.GetValueOrDefault(group.Key)
            );
            yield return new Tag
            {
                Id = new(TagKind.Regulation, group.Key),
                Label = LabelOf(first),
                Source = Source,
                // The surest of all readers: the grammar of citations is fixed by law, and a false one
                // needs kind, number and year by chance.
                Confidence = 0.99,
                Evidence = [.. group.Select(c => text.At(c.Start, c.Length)).Distinct()],
                Facts = subject is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["subject"] = subject },
            };
        }
    }

    /// <summary>What the text says, unless that but goes on where the known title ends.</summary>
    private static string? SubjectOf(string? written, string? known) =>
        written is null || (known is not null && written.StartsWith(known + " ", StringComparison.OrdinalIgnoreCase)) ? known : written;

    private static string LabelOf(Citation citation)
    {
        if (citation.Number.Length == 0)
        {
            return citation.Kind.Label;
        }

        var issuer = citation.Kind.HasIssuer && citation.IssuerName is { } name ? $" {name}" : "";
        var number =
            citation.Kind.Numbering is RegulationNumbering.WholeNumber
                ? citation.Number.ToUpperInvariant().Replace('-', '/')
                : citation.Number;
        return citation.Kind.Numbering is RegulationNumbering.Constitution
            ? $"{citation.Kind.Label} {citation.Number}"
            : $"{citation.Kind.Label}{issuer} {number}{(citation.Year is { } year ? $"/{year}" : "")}";
    }
}
