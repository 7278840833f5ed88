using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Siaran.Intake.Documents;

/// <summary>Opens a document of an office's program, so that it is read by the same rules as any text.</summary>
internal static class DocumentSource
{
    private const int MostQuoted = 3;

    /// <returns>Null with an error among the findings.</returns>
    public static IntakeSource? Open(UploadedDocument upload, UploadFormat format, IntakeOptions options, List<Finding> findings)
    {
        var leftOut = new LeftOut(options.Enclosed);
        if (Convert(upload, format, null, leftOut, findings) is not { } document)
        {
            return null;
        }

        // A scan: pictures of pages. Letters are not recognized here, since an official text must not
        // be guessed.
        if (document.Blocks.Count == 0 && format is UploadFormat.Pdf)
        {
            findings.Add(Findings.NoTextLayer());
            return null;
        }

        var section = FrontMatterSection.Part(document.Opening, UploadFormat.Text);
        return new(
            format,
            null,
            section,
            matter =>
            {
                // Only now is the front matter known, which may say how tracked changes are read.
                // Another reading than the one at hand converts the document once more.
                var read = Reread(upload, format, document, matter, options, findings);
                if (read?.HtmlAfter(section.Yaml is null ? 0 : section.TextLine - 1) is not { } html)
                {
                    return null;
                }

                Warn(format, read, leftOut, findings);
                return HtmlFormat.ReadFragment(html + read.NotesHtml, matter, options, findings) is { } draft
                    ? WithNotes(draft, read) with
                    {
                        Lines = read.Lines,
                        Asides = read.Aside,
                        Marks = read.Marks,
                    }
                    : null;
            }
        );
    }

    /// <summary>Of what is no part of the text, and of what is only guessed.</summary>
    private static void Warn(UploadFormat format, ConvertedDocument read, LeftOut leftOut, List<Finding> findings)
    {
        findings.AddRange(leftOut.Findings());
        if (format is UploadFormat.Pdf)
        {
            findings.Add(Findings.GuessedFromPdf());
        }

        if (leftOut.InTextBoxes > read.Blocks.Sum(block => block.Text.Length))
        {
            findings.Add(Findings.MostlyTextBoxes());
        }
    }

    /// <summary>Takes the list of notes, which is the last block, out of the text.</summary>
    private static Draft WithNotes(Draft draft, ConvertedDocument document)
    {
        if (document.NotesHtml.Length == 0 || draft.Blocks is not [.., var last])
        {
            return draft;
        }

        draft.Blocks.RemoveAt(draft.Blocks.Count - 1);
        last.Element.Remove();
        return draft with { Notes = last.Element };
    }

    /// <summary>The document in the reading that its editor asks for; null with an error where it has changes and nobody does.</summary>
    private static ConvertedDocument? Reread(
        UploadedDocument upload,
        UploadFormat format,
        ConvertedDocument document,
        FrontMatter matter,
        IntakeOptions options,
        List<Finding> findings
    )
    {
        if (document.Changes.Count == 0)
        {
            return document;
        }

        if ((matter.Reading ?? document.Reading) is not { } reading)
        {
            findings.Add(Findings.TrackedChanges(document.Changes.Count, document.Changes.Take(MostQuoted)));
            return null;
        }

        findings.Add(Findings.ChangesRead(document.Changes.Count, reading));
        return reading == (document.Reading ?? TrackedReading.Final)
            ? document
            : Convert(upload, format, reading, new LeftOut(options.Enclosed), findings);
    }

    /// <summary>What libraries throw at files that are not as they should be.</summary>
    public static bool IsOfDamage(Exception thrown) =>
        thrown
            is IOException
                or InvalidDataException
                or XmlException
                or OpenXmlPackageException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or OverflowException;

    private static ConvertedDocument? Convert(
        UploadedDocument upload,
        UploadFormat format,
        TrackedReading? reading,
        LeftOut leftOut,
        List<Finding> findings
    )
    {
        try
        {
            var converted = format switch
            {
                UploadFormat.Pdf => PdfFormat.Read(upload.Bytes, leftOut),
                UploadFormat.OpenDocument => OpenDocumentFormat.Read(upload.Bytes, reading, leftOut),
                _ => WordFormat.Read(upload.Bytes, reading, leftOut),
            };
            if (converted is { } document)
            {
                return document;
            }
        }
        catch (TooComplexException)
        {
            findings.Add(Findings.TooComplex());
            return null;
        }
        catch (Exception ex) when (IsOfDamage(ex))
        {
            // The finding below says that the file is damaged.
        }

        findings.Add(Findings.Damaged(DocumentFiles.NameOf(format)));
        return null;
    }
}
