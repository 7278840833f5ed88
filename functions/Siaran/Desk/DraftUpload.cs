using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>What a draft is sent as: a document that intake reads like any other.</summary>
/// <param name="FileName">With its extension.</param>
/// <param name="ContentType">Markdown, or a form where files go with it.</param>
/// <param name="Content">The bytes.</param>
/// <param name="FirstLine">Of the text in the document, from 1: what comes before is front matter.</param>
public sealed record DraftUpload(string FileName, string ContentType, BinaryData Content, int FirstLine)
{
    private const string Markdown = "text/markdown; charset=utf-8";

    /// <param name="draft">The draft.</param>
    /// <param name="id">Names a new release, so that sending it twice makes one.</param>
    /// <param name="files">The bytes of <see cref="Draft.Files"/>, in their order.</param>
    public static DraftUpload Of(Draft draft, string id, IReadOnlyList<BinaryData> files)
    {
        var matter = string.Join('\n', FrontMatterOf(draft, id));
        var text = $"---\n{matter}\n---\n\n{BodyOf(draft)}\n";
        var firstLine = text[..(matter.Length + 9)].Count(letter => letter == '\n') + 1;
        if (draft.Files.Count == 0)
        {
            return new("rilis.md", Markdown, BinaryData.FromString(text), firstLine);
        }

        using var form = new MultipartFormDataContent("siaran-" + id);
        form.Add(Part(Encoding.UTF8.GetBytes(text), Markdown), "file", "rilis.md");
        foreach (var (file, bytes) in draft.Files.Zip(files))
        {
            form.Add(Part(bytes.ToArray(), file.MediaType), "file", file.Name);
        }

        using var content = new MemoryStream();
        form.CopyTo(content, null, CancellationToken.None);
        return new("rilis.md.form", form.Headers.ContentType!.ToString(), BinaryData.FromBytes(content.ToArray()), firstLine);
    }

    /// <summary>The editor's own id of the release that a new draft becomes.</summary>
    internal static string KeyOf(string draft) => "desk-" + draft;

    /// <summary>The release that a new draft becomes: its id is never used by another.</summary>
    internal static ReleaseId ReleaseOf(string draft, string? office) =>
        office is null ? ReleaseId.FromEditorKey(KeyOf(draft)) : ReleaseId.FromEditorKey(KeyOf(draft), office);

    private static ByteArrayContent Part(byte[] bytes, string mediaType) =>
        new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };

    private static IEnumerable<string> FrontMatterOf(Draft draft, string id)
    {
        var correction = draft.Target is not null;
        var lead = draft.Rest.Image is null ? Unnamed(draft).FirstOrDefault() : null;
        (string Key, string? Text)[] keys =
        [
            ("id", correction ? null : draft.Rest.EditorKey ?? KeyOf(id)),
            ("title", draft.Headline),
            ("summary", draft.Summary),
            ("agency", draft.Agency),
            ("label", draft.Label),
            ("language", draft.Rest.Language),
            ("place", draft.Place),
            ("publishAt", draft.PublishAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            // Ends a withdrawal, which whoever corrects a withdrawn release has seen: over another revision nothing is sent.
            ("status", correction ? "published" : null),
            ("revision", correction ? draft.Kind.ToString().ToLowerInvariant() : null),
            ("changeNote", draft.ChangeNote),
            ("image", draft.Rest.Image ?? lead?.Name),
            ("imageAlt", draft.Rest.Image is null ? lead?.Alt : draft.Rest.ImageAlt),
            ("canonicalUrl", draft.Rest.CanonicalUrl),
            ("licence", draft.Rest.Licence),
            ("translationOf", draft.Rest.TranslationOf),
        ];
        foreach (var (key, text) in keys)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return $"{key}: {FrontMatterText.Quote(OneLine(text))}";
            }
        }

        foreach (var list in ListsOf(draft))
        {
            yield return list;
        }
    }

    private static IEnumerable<string> ListsOf(Draft draft)
    {
        if (draft.Tags.Count > 0)
        {
            yield return $"tags: [{string.Join(", ", draft.Tags.Select(tag => FrontMatterText.Quote(OneLine(tag))))}]";
        }

        if (draft.Rest.RelatedNone)
        {
            yield return $"related: {EditorRelated.NoneKey}";
        }
        else if (draft.Rest.Related.Count > 0)
        {
            yield return $"related: [{string.Join(", ", draft.Rest.Related.Select(FrontMatterText.Quote))}]";
        }
    }

    /// <summary>The text, and the pictures that nothing names yet, so that what they show is said.</summary>
    private static string BodyOf(Draft draft)
    {
        var further = Unnamed(draft).Skip(draft.Rest.Image is null ? 1 : 0);
        return string.Join(
            "\n\n",
            further.Select(file => $"![{MarkdownText.Escape(OneLine(file.Alt))}]({file.Name})").Prepend(draft.Body.Trim())
        );
    }

    private static IEnumerable<DraftFile> Unnamed(Draft draft) =>
        draft.Files.Where(file => file.IsPicture && !draft.Body.Contains(file.Name, StringComparison.Ordinal));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
