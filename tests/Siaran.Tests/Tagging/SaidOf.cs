using System.Globalization;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Reads single sentences of any language, and says in a line what was read.</summary>
internal static class SaidOf
{
    private static readonly Tagger Tagger = new();

    public static Annotations Read(string language, string sentence, string headline) =>
        Tagger.Read(Some.Release(Some.Content(headline, sentence) with { Language = language, Agency = null }));

    /// <summary>What is read of an Indonesian text, a paragraph a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The dateline's; null for none.</param>
    /// <param name="at">When it is out; null for a day in 2025.</param>
    public static Annotations Lines(string text, string? place = null, DateTimeOffset? at = null)
    {
        var content = Some.Content("Kabar Nusa Jaya", text.Split('\n')) with { Agency = null, Place = place };
        return Tagger.Read(Some.Release(content) with { PublishAt = at ?? Some.Time });
    }

    /// <summary>The tags of a kind, but for those that others imply.</summary>
    public static List<Tag> Of(Annotations read, TagKind kind) => [.. read.Tags.Where(tag => tag.Id.Kind == kind && !tag.Implied)];

    /// <summary>Their names, in order.</summary>
    public static string Names(Annotations read, TagKind kind) =>
        string.Join(' ', Of(read, kind).Select(tag => tag.Id.Name).Order(StringComparer.Ordinal));

    /// <summary>The figures with their units, as they come.</summary>
    public static string Figures(Annotations read) =>
        string.Join(", ", read.Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit}")));
}
