using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Reads bodies by the words about them: a unit by its government (<c>Biro Tata Laksana Pemprov NTB</c>), an office by who heads it
/// (<c>Kadis Ketahanan Pangan</c>).
/// </summary>
/// <param name="names">All names of bodies.</param>
/// <param name="places">Reads the place behind a body.</param>
internal sealed class Units(AgencyNames names, AgencyPlaces places)
{
    private const int Longest = 8;
    private const string Office = "Dinas";

    /// <summary>The body that begins at a token or that its title is of; null where there is none.</summary>
    public NamedBody? At(ReleaseText text, int i) =>
        names.UnitHeads.Contains(text.Tokens[i].Hash) ? OfGovernment(text, i)
        : names.OfficeHeads.Contains(text.Tokens[i].Hash) ? OfHead(text, i)
        : null;

    /// <summary>A unit with the government that it is of: <c>Bagian Tata Kota Setda Bima</c>.</summary>
    private NamedBody? OfGovernment(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var at = i + 1;
        while (at < tokens.Length && at - i < Longest && GoesOn(text, at) && names.Names.Match(tokens, at, out _) == 0)
        {
            at++;
        }

        // "Bagian Kesejahteraan Rakyat (Kesra) Setda Bima": the short form is no part of the name.
        var named = at - 1;
        at = at > i + 1 && text.EndOfBrackets(at, 1) is { } close ? close + 1 : at;

        if (
            at < i + 2
            || at >= tokens.Length
            || (i > 0 && names.Officers.Contains(tokens[i - 1].Hash) && !names.Heads.Contains(tokens[i].Hash))
            || names.Names.Match(tokens, at, out var bodies) is not (> 0 and var length)
            || !names.Superiors.Contains(bodies[0].Slug)
        )
        {
            return null;
        }

        var isGovernment = bodies[0].Trait is AgencyTrait.Government or AgencyTrait.AnyLevel;
        var end = at + length;
        var place = places.Read(text.Text, tokens, ref end, bodies[0].Serves) ?? places.BehindBrackets(text, ref end, bodies[0].Serves);
        var label = Spaces.Collapse(isGovernment || named < at - 1 ? text.Words(i, named) : text.Words(i, at + length - 1));
        return new(AgencyName.Unlisted(label, isLocal: true), place, i, end - 1);
    }

    private bool GoesOn(ReleaseText text, int at)
    {
        var token = text.Tokens[at];
        return token is { IsWord: true, IsCapital: true } || names.Ands.Contains(token.Hash) || text.IsMark(token, ',');
    }

    /// <summary>The office that someone heads by the short title: <c>Kadis Ketahanan Pangan</c>.</summary>
    private NamedBody? OfHead(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var count = Math.Min(Longest, tokens.Length - i);
        Span<Token> named = stackalloc Token[Longest];
        tokens.Slice(i, count).CopyTo(named);
        named[0] = tokens[i].With(Tokenizer.Hash(Office));
        if (
            count < 2
            || !tokens[i + 1].IsCapital
            || names.Names.Match(named[..count], 0, out var offices) is not (> 1 and var length)
            || !offices[0].IsLocal
        )
        {
            return null;
        }

        var end = i + length;
        var place = places.Read(text.Text, tokens, ref end, offices[0].Serves);
        return new(offices[0], place, i + 1, end - 1);
    }
}
