using Siaran.Intake.Documents;

namespace Siaran.Intake;

/// <summary>What can be read of a text that is not taken: as far as its front matter goes, and the text as it is written.</summary>
/// <param name="Matter">Without what could not be read, and without times: they are in no zone.</param>
/// <param name="Text">Below the front matter; all of it where that is not closed.</param>
internal sealed record BareText(FrontMatter Matter, string Text)
{
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
        return new BareText(matter with { PublishAt = null, UpdatedAt = null }, section.Text.Trim());
    }
}
