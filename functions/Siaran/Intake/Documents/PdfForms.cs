using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Siaran.Intake.Documents;

/// <summary>
/// Counts how often forms (ISO 32000-1 §8.10) would be drawn if each drew the most expensive form that it knows each time it draws
/// anything:
/// thirty forms that each draw the next one twice are a billion drawings in a few kilobytes.
/// </summary>
internal sealed class PdfForms(Structure structure)
{
    private const int MostObjects = 50_000;
    private const int MostDrawings = 500;
    private const int MostDepth = 50;

    private readonly Dictionary<IndirectReference, int> drawings = [];
    private readonly HashSet<IndirectReference> open = [];

    /// <exception cref="TooComplexException">A form draws too much, or itself.</exception>
    public void Check()
    {
        var objects = structure.CrossReferenceTable.ObjectOffsets;
        if (objects.Count > MostObjects)
        {
            throw new TooComplexException();
        }

        foreach (var reference in objects.Keys)
        {
            _ = DrawingsOf(reference);
        }
    }

    /// <summary>At least 1 for a form; 0 for anything else.</summary>
    private int DrawingsOf(IndirectReference reference)
    {
        if (drawings.TryGetValue(reference, out var known))
        {
            return known;
        }

        if (structure.GetObject(reference).Data is not StreamToken stream || !IsForm(stream.StreamDictionary))
        {
            return drawings[reference] = 0;
        }

        // open is the way down to here: a form that is on it twice draws itself.
        if (!open.Add(reference) || open.Count > MostDepth)
        {
            throw new TooComplexException();
        }

        var drawn = Draws(stream);
        var inner = drawn == 0 ? 0 : Inner(stream.StreamDictionary).Select(DrawingsOf).DefaultIfEmpty(0).Max();
        open.Remove(reference);
        return 1 + ((long)drawn * inner) is var all and <= MostDrawings ? drawings[reference] = (int)all : throw new TooComplexException();
    }

    /// <summary>Operators <c>Do</c> in its content, and no fewer.</summary>
    private int Draws(StreamToken stream)
    {
        var content = stream.Decode(structure.FilterProvider, structure.TokenScanner).Span;
        // The letters within a string count too: too many refuses a document, too few would let a bomb
        // in.
        return content.Count("Do"u8);
    }

    /// <summary>The forms and pictures that it names; where it names none, those of whatever draws it.</summary>
    private IEnumerable<IndirectReference> Inner(DictionaryToken form) =>
        Of<DictionaryToken>(form, "Resources") is not { } resources ? throw new TooComplexException()
        : Of<DictionaryToken>(resources, "XObject") is { } named
            ? named.Data.Values.OfType<IndirectReferenceToken>().Select(one => one.Data)
        : [];

    private bool IsForm(DictionaryToken dictionary) => Of<NameToken>(dictionary, "Subtype")?.Data == "Form";

    private T? Of<T>(DictionaryToken dictionary, string name)
        where T : class, IToken =>
        !dictionary.TryGet(NameToken.Create(name), out var token) ? null
        : token is IndirectReferenceToken reference ? structure.GetObject(reference.Data).Data as T
        : token as T;
}
