using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Finds bodies on no list among the organisations of the entity model.</summary>
/// <param name="names">All names of bodies, and the words that they begin with.</param>
/// <param name="places">Reads the place behind a body.</param>
/// <param name="acronyms">Reads the acronym behind a body.</param>
/// <param name="lists">Finds a listed body by a misspelt name.</param>
/// <param name="lexicon">The words of the text's language.</param>
/// <param name="isForeign">Whether that is another than the lists' own.</param>
internal sealed class UnlistedBodies(
    AgencyNames names,
    AgencyPlaces places,
    AgencyAcronyms acronyms,
    ListedBodies lists,
    Lexicon lexicon,
    bool isForeign
)
{
    private const int Most = 300;
    private const int LongestUpper = 5;

    /// <summary>Whether a body that was found has a token.</summary>
    public static bool Covered(List<NamedBody> found, int token) => found.Exists(f => f.First <= token && token <= f.Last);

    /// <summary>
    /// A body on no list whose name begins as bodies' names do: <c>Balai Besar … (BB…)</c>. An office of a province or regency is separated
    /// from its place.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="name">The model's name.</param>
    /// <param name="organisations">All of them.</param>
    /// <param name="found">The bodies found so far, which it is added to.</param>
    /// <param name="learnt">Acronyms learnt so far.</param>
    public void Read(
        ReleaseText text,
        EntitySpan name,
        IReadOnlyList<EntitySpan> organisations,
        List<NamedBody> found,
        PhraseMap<NamedBody> learnt
    )
    {
        var tokens = text.Tokens;
        var span = WithoutPerson(text, name, organisations);
        if (!MayBeUnlisted(text, tokens, span, found) || OtherThings.IsOfMember(text, lexicon, span.First))
        {
            return;
        }

        span = BeforePerson(text, span);
        // One word ("Dinas") is no name.
        if (span.Last == span.First)
        {
            return;
        }

        var isLocal = names.ListHeads.Contains(tokens[span.First].Hash);
        var (last, at, place) = (span.Last, span.Last + 1, (AgencyPlace?)null);
        // The model takes "Dinas Pangan Kota Bima" for one name. Every split is tried from the left
        // until the rest is a place that reaches the end; the span is some ten tokens at most.
        for (var k = span.First + 2; isLocal && k <= span.Last + 1 && place is null; k++)
        {
            var end = k;
            place = places.Read(text.Text, tokens, ref end, RegionCue.None) is { } read && end > span.Last ? read : null;
            (last, at) = place is null ? (last, at) : (k - 1, end);
        }

        var label = Spaces.Collapse(text.Words(span.First, last));
        var body = isForeign ? AgencyName.Unlisted(label, isLocal) : lists.Near(label) ?? AgencyName.Unlisted(label, isLocal);
        if (acronyms.Read(text, tokens, span.First, ref at) is >= 0 and var acronym)
        {
            body = isForeign ? body : lists.Meant(tokens, label, acronym) ?? body;
            place ??= body.IsLocal ? places.Read(text.Text, tokens, ref at, body.Serves) : null;
            learnt.Add(tokens.Slice(acronym, 1), new(body, place, acronym, acronym));
        }

        found.Add(new(body, place, span.First, place is null ? span.Last : Math.Max(span.Last, at - 1)));
    }

    /// <summary>A name without whoever is behind it.</summary>
    private EntitySpan BeforePerson(ReleaseText text, EntitySpan span)
    {
        var tokens = text.Tokens;
        // The model may run a body and the person behind it together; a title ends the body.
        for (var k = span.First + 1; k <= span.Last; k++)
        {
            span = People.Titles.IsTitle(new(text, lexicon, k)) ? span with { Last = k - 1 } : span;
        }

        for (var k = span.First + 1; k <= span.Last && isForeign; k++)
        {
            // "Dewan Rakyat Speaker": an office ends the body too.
            span = lexicon.Office.Match(tokens, k, out _) > 0 ? span with { Last = k - 1 } : span;
        }

        return span;
    }

    /// <summary>
    /// A name without the person behind it, where the text has the name alone elsewhere and an office comes before: <c>Direktur Bank … Budi
    /// Santoso</c>.
    /// </summary>
    private EntitySpan WithoutPerson(ReleaseText text, EntitySpan span, IReadOnlyList<EntitySpan> organisations)
    {
        if (People.Offices.Before(new(text, lexicon, span.First)) is null)
        {
            return span;
        }

        var words = text.Words(span.First, span.Last);
        foreach (var other in organisations.Take(Most))
        {
            if (
                other.Last > other.First
                && other.Last - other.First < span.Last - span.First
                && words.StartsWith(text.Words(other.First, other.Last), StringComparison.Ordinal)
            )
            {
                return span with { Last = span.First + other.Last - other.First };
            }
        }

        return span;
    }

    private bool MayBeUnlisted(ReleaseText text, ReadOnlySpan<Token> tokens, EntitySpan span, List<NamedBody> found) =>
        span.Last > span.First
        && !(isForeign && IsHeadline(text, span))
        && names.Heads.Contains(tokens[span.First].Hash)
        && !AreGeneric(tokens, span.First, span.Last)
        && !Covered(found, span.First)
        && !Covered(found, span.Last)
        // "Kepala Dinas Provinsi Bali" says no field, and "Dinas DTPH" names an office by its short name.
        && !(
            names.ListHeads.Contains(tokens[span.First].Hash) && (places.IsLevel(tokens[span.First + 1]) || Covered(found, span.First + 1))
        )
        && tokens[span.First].Start >= text.TitleCaseEnd;

    /// <summary>Whether a span is of a headline in capitals: it holds a mark and many of them.</summary>
    private static bool IsHeadline(ReleaseText text, EntitySpan span)
    {
        for (var i = span.First; i <= span.Last && span.Last - span.First >= LongestUpper; i++)
        {
            if (text.Tokens[i].IsWord && text.Tokens[i].Length > 1 && text.Tokens[i].Case is not TokenCase.Upper)
            {
                return false;
            }
        }

        return span.Last - span.First >= LongestUpper;
    }

    /// <summary>
    /// Whether a head is followed by words alone that any body of its kind has: <c>Bank Sentral</c>, <c>Kementerian Lembaga Mitra</c>.
    /// </summary>
    public bool AreGeneric(ReadOnlySpan<Token> tokens, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            var isHead = i < last && (names.Heads.Contains(tokens[i].Hash) || lexicon.And.Match(tokens, i, out _) > 0);
            if (!isHead && !names.Generic.Contains(tokens[i].Hash))
            {
                return false;
            }
        }

        return true;
    }
}
