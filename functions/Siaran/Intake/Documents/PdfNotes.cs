using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Siaran.Intake.Documents;

/// <summary>
/// What is written over a PDF's pages and is none of their text: notes, stamps, fields of forms (ISO 32000-1 §12.5, §12.7). It is reported,
/// and asked whether the document must wait.
/// </summary>
internal sealed class PdfNotes(Structure structure, LeftOut leftOut)
{
    private const int MostOfPage = 300;
    private const int MostLinks = 100;
    private const int MostFields = 1_000;
    private const int MostDepth = 10;
    private const int Longest = 2_000;

    private readonly List<string> addresses = [];
    private int fields;

    /// <summary>Gathers the notes and stamps of a page.</summary>
    public void Gather(DictionaryToken page)
    {
        var notes = Of<ArrayToken>(page, "Annots")?.Data ?? [];
        foreach (var note in notes.Take(MostOfPage).Select(Resolved).OfType<DictionaryToken>())
        {
            var kind = Of<NameToken>(note, "Subtype")?.Data ?? "";
            if (kind is "Link" or "Popup" or "Widget")
            {
                continue;
            }

            Add(Words(note, "Contents"));
            // A stamp may have no words but its name: NotForPublicRelease.
            if (kind is "Stamp" && Of<NameToken>(note, "Name")?.Data is { } name)
            {
                leftOut.Ask([Apart(name)]);
            }
        }
    }

    /// <summary>The addresses of all links that were found.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>The places of a page that are links to somewhere else (ISO 32000-1 §12.6.4.7).</summary>
    public IReadOnlyList<PdfLink> LinksOf(DictionaryToken page)
    {
        var links = new List<PdfLink>();
        foreach (var note in (Of<ArrayToken>(page, "Annots")?.Data ?? []).Take(MostLinks).Select(Resolved).OfType<DictionaryToken>())
        {
            if (
                Of<NameToken>(note, "Subtype")?.Data is "Link"
                && Of<DictionaryToken>(note, "A") is { } action
                && Words(action, "URI") is { Length: > 0 and <= Longest } address
                && Of<ArrayToken>(note, "Rect")?.Data.Select(Resolved).OfType<NumericToken>().Select(number => number.Double).ToList()
                    is [var left, var bottom, var right, var top]
                && NumberOf(address) is { } number
            )
            {
                links.Add(new(number, Math.Min(left, right), Math.Min(bottom, top), Math.Max(left, right), Math.Max(bottom, top)));
            }
        }

        return links;
    }

    private int? NumberOf(string address)
    {
        var known = addresses.IndexOf(address);
        if (known < 0 && addresses.Count < PdfMarks.MostLinks)
        {
            addresses.Add(address);
            known = addresses.Count - 1;
        }

        return known < 0 ? null : known;
    }

    /// <summary>Gathers what the fields of the document's form hold.</summary>
    public void GatherForm()
    {
        if (Of<DictionaryToken>(structure.Catalog.CatalogDictionary, "AcroForm") is { } form)
        {
            GatherFields(form, "Fields", 0);
        }
    }

    private void GatherFields(DictionaryToken parent, string name, int depth)
    {
        foreach (var field in (Of<ArrayToken>(parent, name)?.Data ?? []).Select(Resolved).OfType<DictionaryToken>())
        {
            if (depth > MostDepth || ++fields > MostFields)
            {
                return;
            }

            Add(Words(field, "V"));
            GatherFields(field, "Kids", depth + 1);
        }
    }

    private void Add(string words)
    {
        if (words.Length > 0)
        {
            leftOut.Add(LeftOutPart.Note, words.Length > Longest ? words[..Longest] : words);
        }
    }

    private string Words(DictionaryToken from, string name) =>
        from.TryGet(NameToken.Create(name), out var token)
            ? Resolved(token) switch
            {
                StringToken written => written.Data.ReplaceLineEndings("\n"),
                HexToken { Bytes: [0xFE, 0xFF, .. var bytes] } => Encoding.BigEndianUnicode.GetString(bytes).ReplaceLineEndings("\n"),
                HexToken written => written.Data,
                _ => "",
            }
            : "";

    /// <summary>The words of a name that is written as one: <c>Not For Public Release</c>.</summary>
    private static string Apart(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsUpper(c) ? $" {c}" : c.ToString())).Trim();

    private IToken? Resolved(IToken token) => token is IndirectReferenceToken reference ? structure.GetObject(reference.Data)?.Data : token;

    private T? Of<T>(DictionaryToken dictionary, string name)
        where T : class, IToken => dictionary.TryGet(NameToken.Create(name), out var token) ? Resolved(token) as T : null;
}
