namespace Siaran.Intake;

/// <summary>A document that was opened: what it says of itself, and how its text is read.</summary>
/// <param name="Format">What it was opened as.</param>
/// <param name="Encoding">The encoding of its text, as its IANA name; null where that goes without saying.</param>
/// <param name="Section">Its front matter.</param>
/// <param name="Read">The draft; null where the document is too complex, or with an error among the findings.</param>
internal sealed record IntakeSource(UploadFormat Format, string? Encoding, FrontMatterSection Section, Func<FrontMatter, Draft?> Read);

/// <summary>Plain text, Markdown and HTML.</summary>
internal static class TextSource
{
    /// <summary>
    /// Characters that the text of a release may have, markup of HTML left out; as many as of a Word document. Reading takes many copies of
    /// a text, so this bounds the memory that one upload needs.
    /// </summary>
    public const int MostCharacters = 500_000;

    /// <returns>Null with an error among the findings.</returns>
    public static IntakeSource? Open(UploadedDocument upload, IntakeOptions options, List<Finding> findings)
    {
        if (TextDecoding.Decode(upload.Bytes.Span, upload.ContentType) is { } decoded)
        {
            return Open(upload, decoded, options, findings);
        }

        findings.Add(Findings.Binary(null));
        return null;
    }

    private static IntakeSource? Open(UploadedDocument upload, DecodedText decoded, IntakeOptions options, List<Finding> findings)
    {
        var text = decoded.Text;
        if (decoded.Controls > 0)
        {
            findings.Add(Findings.ControlCharacters(decoded.Controls));
        }

        if (decoded.Unreadable > 0)
        {
            findings.Add(Findings.UnreadableCharacters(decoded.Unreadable));
        }

        if (decoded.IsGuessed && OtherEncoding.MayBeIn(text))
        {
            findings.Add(Findings.EncodingUnsure());
        }

        var foreign = ForeignDocument.Of(text);
        if (foreign is not null || string.IsNullOrWhiteSpace(text))
        {
            findings.Add(foreign is null ? Findings.Empty() : Findings.UnsupportedFormat(foreign));
            return null;
        }

        var format = UploadFormats.Choose(upload, text);
        if (format is not UploadFormat.Html && text.Length > MostCharacters)
        {
            findings.Add(Findings.TooLong(MostCharacters));
            return null;
        }

        return Of(text, format, options, findings) with
        {
            Encoding = decoded.Encoding,
        };
    }

    /// <summary>Text that is decoded and clean.</summary>
    public static IntakeSource Of(string text, UploadFormat format, IntakeOptions options, List<Finding> findings)
    {
        var section = FrontMatterSection.Part(text, format);
        return new(
            format,
            null,
            section,
            matter =>
                format switch
                {
                    UploadFormat.Html => HtmlFormat.Read(section.Text, matter, options, findings),
                    UploadFormat.Markdown => ReadMarkdown(section.Text, matter, options, findings),
                    _ => PlainTextFormat.Read(section.Text),
                }
        );
    }

    private static Draft? ReadMarkdown(string text, FrontMatter matter, IntakeOptions options, List<Finding> findings)
    {
        if (MarkdownFormat.ToHtml(text) is not { } html)
        {
            return null;
        }

        var unused = MarkdownNotes.Unused(text);
        if (unused.Count > 0)
        {
            findings.Add(Findings.NotesUnused(unused.Count, unused[0]));
        }

        return HtmlFormat.ReadFragment(html, matter, options, findings);
    }
}
