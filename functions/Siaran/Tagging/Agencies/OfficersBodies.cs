using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Reads a body by who heads it, by the short title: <c>Kapolres Dompu</c>, <c>Dandim 0617</c>, <c>Danramil 03/Woja</c>, <c>Kadisdik
/// Dompu</c>.
/// </summary>
/// <param name="names">All names of bodies.</param>
/// <param name="places">Reads the place behind a body.</param>
/// <param name="ownNames">Reads the name of its own that a body has.</param>
/// <param name="seats">Reads the town that a branch is named for.</param>
/// <param name="lexicon">The words of the text's language.</param>
internal sealed class OfficersBodies(AgencyNames names, AgencyPlaces places, OwnNames ownNames, Seats seats, Lexicon lexicon)
{
    private const int Longest = 6;

    /// <summary>What a title has before the office that it is made of: <c>Kadisdik</c>.</summary>
    private const int Prefix = 2;

    private const string Head = "Ka";
    private const int ShortestContraction = 7;

    /// <summary>Which tokens the entity model takes for persons' names; null for none.</summary>
    public bool[]? Persons { get; set; }

    /// <summary>The body whose head's title is at a token, where the text says which one; null where it does not.</summary>
    public NamedBody? At(ReleaseText text, int i)
    {
        var token = text.Tokens[i];
        var word = text.Word(token);
        if (names.OfOfficers.TryGetValue(token.Hash, out var body))
        {
            return Named(text, i, body) ?? UnitOf(text, i, body);
        }

        return word.Length >= ShortestContraction && word.StartsWith(Head, StringComparison.OrdinalIgnoreCase) && IsService(word[Prefix..])
            ? Named(text, i, word[Prefix..].ToString())
            : null;
    }

    /// <summary>Whether the rest of a title begins as a short name of an office does: <c>disdik</c>.</summary>
    private static bool IsService(ReadOnlySpan<char> rest) =>
        rest[0] is 'd' or 'D' && rest[1] is 'i' or 'I' && rest[2] is 's' or 'n' or 'S';

    private NamedBody? Named(ReleaseText text, int i, string body)
    {
        var tokens = text.Tokens;
        var count = Math.Min(Longest, tokens.Length - i);
        Span<Token> named = stackalloc Token[Longest];
        tokens.Slice(i, count).CopyTo(named);
        named[0] = tokens[i].With(Tokenizer.Hash(body));
        if (names.Names.Match(named[..count], 0, out var bodies) is not (> 0 and var length) || !bodies[0].IsLocal)
        {
            return null;
        }

        var (name, at) = (bodies[0], i + length);
        var behind = at;
        if (places.Read(text.Text, tokens, ref behind, name.Serves) is { } place)
        {
            return Of(name, place, i, behind - 1);
        }

        if (name.Trait is AgencyTrait.Seated && tokens[at - 1].End < text.Text.Length && seats.Read(text, i, at, ref behind) is { } seat)
        {
            return Of(name, seat, i, behind - 1);
        }

        // "Kapolres AKBP …": who heads the text's own.
        if (name.Serves is RegionCue.RegencyOrCity && at < tokens.Length && lexicon.Rank.Match(tokens, at, out _) > 0)
        {
            return Of(name, null, i, at - 1);
        }

        if (at < tokens.Length && UnitNames.IsNumber(text, at, lexicon))
        {
            var label = $"{body} {text.Word(tokens[at])}";
            return Of(AgencyName.Unlisted(label, isLocal: false), null, i, at);
        }

        if (name.Trait is AgencyTrait.WithOwnName && BeforeHolder(text, at) is > 0 and var end)
        {
            var label = $"{body} {Spaces.Collapse(text.Words(at, end))}";
            return Of(AgencyName.Unlisted(label, isLocal: false), null, i, end);
        }

        return ownNames.Read(text, name, new(i, at - 1), at, body) is { } own ? own with { IsOfOfficer = true } : null;
    }

    /// <summary>The last token of a body's own name before the rank of who heads it: <c>Danlanud Silas Papare, Marsma …</c></summary>
    private int BeforeHolder(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var end = at;
        while (
            end < tokens.Length
            && end - at < Longest
            && tokens[end].Case is TokenCase.Capital
            && tokens[end].Start == tokens[end - 1].End + 1
            && lexicon.Rank.Match(tokens, end, out _) == 0
        )
        {
            end++;
        }

        var holder = end < tokens.Length && text.IsMark(tokens[end], ',') ? end + 1 : end;
        return end > at && holder < tokens.Length && lexicon.Rank.Match(tokens, holder, out _) > 0 ? end - 1 : 0;
    }

    /// <summary>The unit that someone heads by its number and its name: <c>Pangdam V/Brawijaya</c>, <c>Danlantamal IV</c>.</summary>
    private NamedBody? UnitOf(ReleaseText text, int i, string body)
    {
        // "Panglima Daerah Militer (Pangdam) V Brawijaya".
        var at = i + 1 < text.Tokens.Length && text.IsMark(text.Tokens[i + 1], ')') ? i + 2 : i + 1;
        if (UnitNames.TailAt(text, lexicon, Persons, body, at) is not (> 0 and var length))
        {
            return null;
        }

        var label = $"{body} {Spaces.Collapse(text.Words(at, at + length - 1))}";
        return Of(AgencyName.Unlisted(label, isLocal: false), null, i, at + length - 1);
    }

    private static NamedBody Of(AgencyName name, AgencyPlace? place, int first, int last) =>
        new(name, place, first, last) { IsOfOfficer = true };
}
