using AngleSharp.Dom;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>Turns a draft into what a release says: front matter first, then what the text itself tells.</summary>
internal sealed class ReleaseReading(FrontMatter matter, IntakeOptions options, List<Finding> findings)
{
    private const int DatelineReach = 3;
    private const int MostSought = 30;
    private const int LongestSought = 5_000;

    /// <summary>The content, or null with the reason among the findings.</summary>
    public ReleaseContent? Read(Draft draft)
    {
        var blocks = draft.Blocks;
        CutTail(blocks);
        Letterheads.Unfold(blocks, options.Enclosed);
        var header = Header.Read(blocks, draft.Headline ?? matter.Title);
        var headline = matter.Title ?? header.Headline;
        Tail.Remove(blocks, 0, header.Blocks);
        var signedOff = Tail.TakeSignOff(blocks);
        var dateline = TakeDateline(blocks) ?? header.Dateline;
        var (bodyHtml, paragraphs) = (Body(draft), BodyParagraphs.Of(draft.Document.Body!));
        if (headline is null || paragraphs.Count == 0)
        {
            findings.Add(headline is null ? Missing(draft) : Findings.NoBody());
            return null;
        }

        Warn(header, headline);
        return new ReleaseContent
        {
            Headline = headline,
            Summary = matter.Summary,
            Label = matter.Label ?? header.Label ?? draft.Label,
            Agency = matter.Agency ?? header.Agency ?? draft.Agency,
            Language = matter.Language ?? Language(paragraphs, draft.Language),
            Place = matter.Place ?? dateline?.Place,
            Outlet = dateline?.Outlet,
            Paragraphs = paragraphs,
            BodyHtml = bodyHtml,
            DatelineDay = dateline?.Day ?? header.Day,
            EventDate = WrittenDate.First(string.Join("\n", paragraphs)) ?? dateline?.Day ?? header.Day,
            SignedOff = signedOff,
            Image = Image(draft) ?? FirstPicture(),
            Attachments = options.Enclosed?.Files is { Count: > 0 } files ? [.. files.Select(file => file.Attachment)] : null,
            CanonicalUrl =
                matter.CanonicalUrl ?? (draft.CanonicalUrl is { } address && address.Host != options.PublicAddress?.Host ? address : null),
            Licence = matter.Licence,
            EditorTags = matter.Tags,
            Related = matter.Related,
        };
    }

    private static string Language(IReadOnlyList<string> paragraphs, string? claimed) =>
        LanguageGuess.Of(paragraphs, claimed) ?? claimed ?? (LanguageGuess.IsForeign(paragraphs) ? "und" : "id");

    /// <summary>Says what of the header is left out, or a guess, and how it is written.</summary>
    private void Warn(Header header, string headline)
    {
        if (header.IsUnsure && matter.Title is null)
        {
            findings.Add(Findings.HeadlineUnsure(headline));
        }

        if (header.Rubric is { } rubric)
        {
            findings.Add(Findings.PageFurnitureDropped(1, rubric));
        }

        if (headline.Any(char.IsUpper) && headline.Length > 15 && !headline.Any(char.IsLower))
        {
            findings.Add(Findings.HeadlineInCapitals());
        }
    }

    private static string Body(Draft draft)
    {
        if (draft.Notes is { } notes)
        {
            draft.Document.Body!.AppendChild(notes);
        }

        BodySanitiser.Sanitise(draft.Document);
        PlaceFigure(draft.Document.Body!);
        return draft.Document.Body!.InnerHtml;
    }

    /// <summary>Puts a figure that opens the text behind the first paragraph.</summary>
    private static void PlaceFigure(IElement body)
    {
        // Summaries and lists show the first paragraph, which is to be the lead and not a picture's caption.
        var figures = body.Children.TakeWhile(child => child.LocalName == "figure").ToList();
        if (figures.Count > 0 && body.Children.Skip(figures.Count).FirstOrDefault() is { LocalName: "p" } lead)
        {
            lead.After([.. figures]);
        }
    }

    private void CutTail(List<Block> blocks)
    {
        Captions.Take(blocks);
        var dropped = new List<string>();
        Tail.CutAfterHeading(blocks, dropped, findings);
        Tail.DropLines(blocks, dropped);
        Salutation.Take(blocks, dropped);
        Tail.DropHoldNotices(blocks, dropped);
        if (dropped.Count > 0)
        {
            findings.Add(Findings.PageFurnitureDropped(dropped.Count, dropped[0]));
        }
    }

    private static Finding Missing(Draft draft) =>
        draft.Blocks is [{ IsProse: true } first, _, ..]
        && first.Text is { Length: > 250 and <= 800 } text
        && text[^1] is not ('.' or '!' or '?')
            ? Findings.HeadlineTooLong(text.Length, 250)
            : Findings.NoHeadline();

    private static Dateline? TakeDateline(List<Block> blocks)
    {
        if (blocks is [{ IsProse: true, HeadingLevel: 0 } first, _, ..] && Dateline.Whole(first.Text) is { } whole)
        {
            Tail.Remove(blocks, 0, 1);
            return whole;
        }

        foreach (var block in blocks.Where(b => b.IsProse && b.HeadingLevel == 0).Take(DatelineReach))
        {
            if (
                Dateline.Of(block.Text, TextSpan.BoldLength(block.Element)) is { } dateline
                && (dateline.IsSure || !IsWord(dateline, blocks))
            )
            {
                TextSpan.RemoveStart(block.Element, dateline.Length);
                return dateline;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a place that nobody knows is a word that the text has in small letters too: <c>Benih Baru – …</c>. It stays in the text.
    /// </summary>
    private static bool IsWord(Dateline dateline, List<Block> blocks) =>
        dateline.Place?.Split(' ', ',')[0].ToLowerInvariant() is { Length: > 1 } word
        && blocks.Take(MostSought).Any(block => Start(block.Text).Contains($" {word} ", StringComparison.Ordinal));

    private static string Start(string text) => text.Length > LongestSought ? text[..LongestSought] : text;

    private ReleaseImage? Image(Draft draft)
    {
        if (matter.Image is null)
        {
            return Told(draft.Image);
        }

        var baseAddress = matter.CanonicalUrl ?? options.PublicAddress;
        if (options.Enclosed?.FindPicture(matter.Image, baseAddress) is { } own)
        {
            options.Enclosed.Describe(own, matter.ImageAlt ?? "");
            return Told(new(options.Enclosed.AddressOf(own), matter.ImageAlt ?? own.Alt));
        }

        if (Links.Resolve(matter.Image, baseAddress, allowMail: false) is { } address)
        {
            return Told(new(address, matter.ImageAlt));
        }

        findings.Add(Findings.LinkUnusable(matter.Image));
        return null;
    }

    private ReleaseImage? FirstPicture() =>
        options.Enclosed?.Files.Select(file => file.Attachment).FirstOrDefault(file => file.IsPicture) is { } first
            ? Told(new(options.Enclosed.AddressOf(first), first.Alt))
            : null;

    private ReleaseImage? Told(ReleaseImage? image)
    {
        if (image is { Alt: null } && !findings.Exists(f => f.Code == "image-without-alt"))
        {
            findings.Add(Findings.ImageWithoutAlt(image.Url.AbsoluteUri));
        }

        return image;
    }
}
