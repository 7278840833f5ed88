using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Bodies on no list: by how their names are built, or by the acronym that the text gives them, <c>Balai … (BX)</c>.</summary>
internal sealed partial class AgencyReader
{
    /// <summary>Bodies on no list that the text gives an acronym.</summary>
    private void AddExplained(ReleaseText text, ExplainedAcronyms explained, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        foreach (
            var (first, last) in explained.Bodies.Where(span =>
                !unlisted.AreGeneric(text.Tokens, span.First, span.Last)
                // "International Convention Centre (ICC)".
                && !(isForeign && stops.IsNone(text.Tokens, span.First, span.Last, span.Last + 1))
                && !UnlistedBodies.Covered(found, span.First)
                && !UnlistedBodies.Covered(found, span.Last)
            )
        )
        {
            var label = Spaces.Collapse(text.Words(first, last));
            var name =
                lists.Misspelt(text, label, last + 2)
                ?? (isForeign ? null : lists.Meant(text.Tokens, label, last + 2))
                ?? AgencyName.Unlisted(label, isLocal: false);
            var at = last + 4;
            var place = name.IsLocal ? places.Read(text.Text, text.Tokens, ref at, name.Serves) : null;
            var body = new NamedBody(name, place, first, place is null ? last : at - 1);
            if (OtherThings.IsOfMember(text, lexicon, first))
            {
                continue;
            }

            body = isForeign ? WithStateBehind(text, body, ref at) : body;
            found.Add(body);
            // last + 2 is the acronym: last + 1 is the opening parenthesis.
            learnt.Add(text.Tokens.Slice(last + 2, 1), body);
        }
    }

    /// <summary>Adds a body by the short name that the text has given it: <c>Ditjen PL</c>; false where it has given none.</summary>
    private static bool AddKnown(ReadOnlySpan<Token> tokens, int i, int length, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        if (learnt.Match(tokens, i, out var meanings) != length)
        {
            return false;
        }

        found.Add(meanings[0] with { First = i, Last = i + length - 1 });
        return true;
    }

    private int AddPattern(
        ReleaseText text,
        ReadOnlySpan<Token> tokens,
        int i,
        int length,
        List<NamedBody> found,
        PhraseMap<NamedBody> learnt
    )
    {
        var ofMinistry = OfMinistry(tokens, i, i + length);
        if (ofMinistry > 0)
        {
            // "Direktorat Operasi Basarnas": the whole name, and the body that it is a part of.
            names.Names.Match(tokens, i + length, out var bodies);
            found.Add(new(bodies[0], null, i + length, i + length + ofMinistry - 1));
        }

        var at = i + length + ofMinistry;
        var label = WithoutBrackets(Spaces.Collapse(text.Words(i, at - 1)));
        var body = new NamedBody(Built(label), null, i, at - 1);
        if (acronyms.Read(text, tokens, i, ref at) is >= 0 and var acronym)
        {
            body = Explained(text, body, label, acronym, ref at);
            learnt.Add(tokens.Slice(acronym, 1), body);
            if (isForeign && patterns.RestBehindAcronym(text, i, at) is > 0 and var rest)
            {
                body = WithMore(text, body, ref at, at + rest);
            }
        }
        else if (AgencyAcronyms.Several(text, i, at) is { } several)
        {
            learnt.Add(tokens.Slice(several.First, several.Last - several.First + 1), body);
            at = several.Last + 2;
        }

        if (states.BareOf(text, i, length) is > 0 and var bare)
        {
            learnt.Add(tokens.Slice(i, bare), body);
        }

        found.Add(body);
        return at - i;
    }

    /// <summary>
    /// The name that words built like one are. What belongs to a body is no part of it: <c>the Ministry of Health's director</c>.
    /// </summary>
    private AgencyName Built(string label)
    {
        var isOwner = Tokenizer.IsOwner(label);
        var name = isOwner ? label[..^2] : label;
        return isOwner && !isElsewhere && lists.Named(name) is { IsLocal: false } known ? known : AgencyName.Unlisted(name, isLocal: false);
    }

    /// <summary>A name without the short form that its words give on the way: <c>Madrasah Aliyah (MA) Negeri 2</c>.</summary>
    private static string WithoutBrackets(string name) =>
        name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var open
        && name.IndexOf(") ", open, StringComparison.Ordinal) is > 0 and var close
            ? string.Concat(name.AsSpan(0, open), name.AsSpan(close + 1))
            : name;

    /// <summary>A body with the meaning that its acronym has, or with the place behind that.</summary>
    private NamedBody Explained(ReleaseText text, NamedBody body, string label, int acronym, ref int at)
    {
        // "Maritime Security Agency (Bakamla)": the list has the body by its short name alone.
        var meant =
            isElsewhere ? null
            : isForeign ? lists.NationalAt(text.Tokens, acronym)
            : lists.Misspelt(text, label, acronym);
        return meant is not null ? body with { Name = meant }
            : isForeign ? WithStateBehind(text, body, ref at)
            : WithPlaceBehind(text, body, ref at);
    }

    /// <summary>A body with its state behind its acronym: <c>Dewan Undangan Negeri (DUN) Perak</c>.</summary>
    private NamedBody WithStateBehind(ReleaseText text, NamedBody body, ref int at)
    {
        var tokens = text.Tokens;
        return
            at < tokens.Length
            && stops.IsBare(body.Name.Name)
            && tokens[at].IsCapital
            && tokens[at].Start <= tokens[at - 1].End + 1
            && lexicon.Currency.Match(tokens, at, out _) == 0
            && lexicon.Country.Match(tokens, at, out _) is > 0 and var state
            && !(at + state < tokens.Length && tokens[at + state].IsCapital)
            ? WithMore(text, body, ref at, at + state)
            : body;
    }

    /// <summary>
    /// A body on no list with the place behind its acronym, which is of its name: <c>Balai Besar … (BBX) Sumatera Utara</c>.
    /// </summary>
    private NamedBody WithPlaceBehind(ReleaseText text, NamedBody body, ref int at)
    {
        var behind = at + offices.NumberAt(text, at);
        if (places.Read(text.Text, text.Tokens, ref behind, RegionCue.None) is null && behind == at)
        {
            return body;
        }

        return WithMore(text, body, ref at, behind);
    }

    private static NamedBody WithMore(ReleaseText text, NamedBody body, ref int at, int behind)
    {
        var label = $"{body.Name.Name} {Spaces.Collapse(text.Words(at, behind - 1))}";
        at = behind;
        return body with { Name = AgencyName.Unlisted(label, isLocal: false), Last = behind - 1 };
    }
}
