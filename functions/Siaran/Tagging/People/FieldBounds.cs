using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells where the field of an office ends, and the name behind it begins.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names, which are part of an office.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class FieldBounds(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, WordClasses words)
{
    private const int LongestCue = 4;
    private const int LongestField = 5;
    private const int LongestTitle = 10;

    /// <summary>
    /// The first token of a span behind an office it begins with or goes on: <c>Menteri Komunikasi dan Informatika …</c>, whose field names
    /// a body.
    /// </summary>
    public int PastOffice(TokenSpan span)
    {
        var tokens = text.Tokens;
        var first = span.First;
        while (first < span.Last && bodies.OfficeAt(first) is > 0 and var office && first + office <= span.Last)
        {
            first += office;
        }

        first = PastTitleAround(first, span.Last);
        var isOffice = first > 0 && (NameBounds.IsBehind(lexicon.Office, tokens, first) || IsPartOfOffice(first - 1));
        while (
            isOffice
            && first < span.Last
            // "Menteri Komunikasi dan Informatika Budi": words of bodies behind an office are its
            // field. A person's name that is such a word ("Sosial") is lost, and there is hardly one.
            && !BeginsName(first)
            && (
                bodies.IsBodyWord(tokens[first])
                || IsFieldOnNoList(first)
                || (tokens[first].Case is TokenCase.Lower && lexicon.And.Match(tokens, first, out _) > 0)
            )
        )
        {
            first++;
        }

        return first;
    }

    /// <summary>
    /// Whether a word is the field of an office that has one always, though no list knows it: <c>Kabid Penmad Hasan</c>. It is no
    /// person's name elsewhere, and goes on with a name, a comma, a body or an <c>and</c>.
    /// </summary>
    public bool IsFieldOnNoList(int at)
    {
        var tokens = text.Tokens;
        if (!lexicon.IsModelled || !tokens[at].IsCapital || at + 1 >= tokens.Length || words[tokens[at].Hash].IsOfPersons)
        {
            return false;
        }

        var office = at;
        while (
            office > 0
            && at - office < LongestField
            && tokens[office - 1].IsCapital
            && !bodies.IsBodyWord(tokens[office - 1])
            && !NameBounds.IsBehind(lexicon.OfficeOfField, tokens, office)
        )
        {
            office--;
        }

        // "Kasubbag TU Hasan": behind letters the field is whole.
        var isWhole = at > office && tokens[at - 1].Case is TokenCase.Upper;
        return !isWhole
            && NameBounds.IsBehind(lexicon.OfficeOfField, tokens, office)
            && (tokens[at + 1].IsCapital || text.IsMark(tokens[at + 1], ',') || lexicon.And.Match(tokens, at + 1, out _) > 0);
    }

    /// <summary>
    /// Whether a word of bodies' names is a first name here: <c>Kepala Dinas Sosial Karya Wibisana</c>, not <c>Cipta Karya</c>.
    /// </summary>
    public bool BeginsName(int first) =>
        lexicon.IsModelled
        && first > 0
        && first + 1 < text.Tokens.Length
        && text.Tokens[first + 1].IsCapital
        && lexicon.NameWord.Match(text.Tokens, first, out var fields) == 1
        && !text.Word(text.Tokens[first - 1]).Equals(fields[0], StringComparison.OrdinalIgnoreCase)
        && !bodies.IsBodyWord(text.Tokens[first + 1]);

    /// <summary>
    /// The first token behind a longer title that began before the span and goes on in it: <c>Direktur Jenderal Bea dan Cukai</c>.
    /// </summary>
    private int PastTitleAround(int first, int last)
    {
        for (var start = first - 1; start >= 0 && first - start < LongestTitle; start--)
        {
            if (text.Tokens[start].IsCapital && bodies.OfficeAt(start) is > 0 and var length && start + length > first)
            {
                return Math.Min(start + length, last);
            }
        }

        return first;
    }

    /// <summary>Whether a token goes on an office: a word of a body's name or an <c>and</c>, in a run that begins with an office.</summary>
    private bool IsPartOfOffice(int at)
    {
        var tokens = text.Tokens;
        for (var i = at; i >= 0 && at - i < LongestCue && (bodies.IsBodyWord(tokens[i]) || lexicon.And.Match(tokens, i, out _) > 0); i--)
        {
            if (i > 0 && NameBounds.IsBehind(lexicon.Office, tokens, i))
            {
                return true;
            }
        }

        return false;
    }
}
