using Siaran.Intake.Documents;

namespace Siaran.Intake;

/// <summary>What can be read of a text that is not taken: as far as its front matter goes, and the text as it is written.</summary>
/// <param name="Matter">Without what could not be read, and without times: they are in no zone.</param>
/// <param name="Headline">
/// From the front matter, or else the Markdown headline with which the text begins; null where neither is there.
/// </param>
/// <param name="Text">Below both; all of it where the front matter is not closed.</param>
internal sealed record BareText(FrontMatter Matter, string? Headline, string Text)
{
    private const string HeadlineMark = "# ";

    /// <returns>Null where it is no plain text and no Markdown, or too long to be written by a person.</returns>
    public static BareText? Of(UploadedDocument upload)
    {
        if (
            DocumentFiles.FormatOf(upload) is not null
            || TextSource.Open(upload, IntakeOptions.Default, []) is not { Format: not UploadFormat.Html, Section: var section }
        )
        {
            return null;
        }

        var matter = section is { Yaml: { } yaml, Flaw: null }
            ? new FrontMatterReader(TimeZoneInfo.Utc, []).Read(yaml, section.YamlLine)
            : FrontMatter.None;
        var (text, untimed) = (section.Text.Trim(), matter with { PublishAt = null, UpdatedAt = null });
        if (matter.Title is not null || !text.StartsWith(HeadlineMark, StringComparison.Ordinal))
        {
            return new BareText(untimed, matter.Title, text);
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal) is var found and >= 0 ? found : text.Length;
        return new BareText(untimed, text[HeadlineMark.Length..end].Trim(), text[end..].Trim());
    }
}
