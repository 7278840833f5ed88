using Siaran.Releases;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Finds public bodies by long name, acronym or local variant, and learns the acronyms that a text itself explains: <c>Badan X (BX)</c>.</summary>
public sealed class AgencyReader(AgencyNames names, RegionGazetteer gazetteer)
{
    private const int LongestPlace = 4;
    private const int LongestAcronym = 16;
    private const int Most = 300;

    /// <summary>Mentions in the text's order, at most some hundreds.</summary>
    /// <param name="text">The release.</param>
    /// <param name="organisations">Names that the entity model takes for organisations.</param>
    /// <param name="home">The place of the issuing body, which a body named without a place shares.</param>
    public List<AgencyMention> Read(ReleaseText text, List<EntitySpan> organisations, AgencyPlace? home)
    {
        var tokens = text.Tokens;
        List<Found> found = [];
        PhraseMap<Found> learnt = new();
        for (var i = 0; i < tokens.Length && found.Count < Most;)
        {
            i += tokens[i].IsCapital ? Math.Max(1, ReadAt(text, tokens, i, found, learnt)) : 1;
        }

        for (var i = 0; i < organisations.Count && i < Most; i++)
        {
            ReadUnlisted(text, tokens, organisations[i], found, learnt);
        }

        for (var i = 0; i < tokens.Length && learnt.Count > 0 && found.Count < 2 * Most; i++)
        {
            if (tokens[i].Case is TokenCase.Upper or TokenCase.Mixed && learnt.Match(tokens, i, out var meanings) is > 0 and var length && !Covered(found, i))
            {
                found.Add(meanings[0] with { First = i, Last = i + length - 1 });
            }
        }

        return [.. found.OrderBy(f => f.First).Select(f => Settle(f, found, home))];
    }

    /// <summary>What a name alone says, as an upload's <c>agency</c> gives it: the body and its place.</summary>
    public (string Slug, string Label, AgencyPlace? Place) Parse(string name)
    {
        List<Token> list = [];
        Tokenizer.Read(name, list);
        var tokens = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = names.Names.Match(tokens, i, out var meanings);
            if (length == 0)
            {
                continue;
            }

            var at = i + length;
            if (!meanings[0].IsLocal)
            {
                return at == tokens.Length && i == 0 ? (meanings[0].Slug, meanings[0].Name, null) : (Slug.From(name), name, null);
            }

            var place = at < tokens.Length ? ReadPlace(name, tokens, ref at) ?? (i == 0 ? new AgencyPlace(Slug.From(name[tokens[at].Start..]), name[tokens[at].Start..]) : null) : null;
            var (slug, _) = Identity(meanings[0], place);
            return i == 0 ? (slug, name, place) : (Slug.From(name), name, place);
        }

        return (Slug.From(name), name, null);
    }

    private int ReadAt(ReleaseText text, ReadOnlySpan<Token> tokens, int i, List<Found> found, PhraseMap<Found> learnt)
    {
        var length = names.Names.Match(tokens, i, out var meanings);
        if (length == 0 || (length == 1 && tokens[i].Length <= 4 && tokens[i].Case is TokenCase.Capital))
        {
            return 0;
        }

        var name = meanings[0];
        var at = i + length;
        var acronym = ReadAcronym(text.Text, tokens, ref at);
        var place = name.IsLocal ? ReadPlace(text.Text, tokens, ref at) : null;
        if (name is { Slug: "dpr" or "mpr" or "dpd" or "bps" or "kpu" or "bawaslu" or "baznas" or "bulog" or "bpom" or "kemenag" } && ReadPlace(text.Text, tokens, ref at) is { } local)
        {
            (name, place) = (name with { IsLocal = true }, local);
        }

        if (acronym >= 0)
        {
            learnt.Add(tokens.Slice(acronym, 1), new(name, place, acronym, acronym));
        }

        found.Add(new(name, place, i, LastOf(i + length - 1, at - 1, place)));
        return at - i;
    }

    private static int LastOf(int nameEnd, int readEnd, AgencyPlace? place) => place is null ? nameEnd : readEnd;

    /// <summary>A body on no list whose name begins as bodies' names do: <c>Balai Besar … (BB…)</c>.</summary>
    private static void ReadUnlisted(ReleaseText text, ReadOnlySpan<Token> tokens, EntitySpan span, List<Found> found, PhraseMap<Found> learnt)
    {
        if (span.Last == span.First || !AgencyNames.IsHead(text.Word(tokens[span.First])) || Covered(found, span.First) || Covered(found, span.Last))
        {
            return;
        }

        var label = Spaces.Collapse(text.Words(span.First, span.Last));
        var name = new AgencyName(Slug.From(label), label, false);
        var at = span.Last + 1;
        if (ReadAcronym(text.Text, tokens, ref at) is >= 0 and var acronym)
        {
            learnt.Add(tokens.Slice(acronym, 1), new(name, null, acronym, acronym));
        }

        found.Add(new(name, null, span.First, span.Last));
    }

    /// <summary>The token within <c>(BX)</c> right at <paramref name="at"/>, which moves past it; −1 where there is none.</summary>
    private static int ReadAcronym(string text, ReadOnlySpan<Token> tokens, ref int at)
    {
        if (at + 2 < tokens.Length && IsMark(text, tokens[at], '(') && IsMark(text, tokens[at + 2], ')') && tokens[at + 1].IsCapital && tokens[at + 1].Length is > 1 and <= LongestAcronym)
        {
            at += 3;
            return at - 2;
        }

        return -1;
    }

    /// <summary>The place right at <paramref name="at"/>, which moves past it: <c>Provinsi NTB</c>, <c>Lombok Timur</c>; of an unlisted place only with its level.</summary>
    private AgencyPlace? ReadPlace(string text, ReadOnlySpan<Token> tokens, ref int at)
    {
        if (at >= tokens.Length || !tokens[at].IsWord)
        {
            return null;
        }

        var start = at;
        RegionLevel? level = text.AsSpan(tokens[at].Start, tokens[at].Length) switch
        {
            "Provinsi" or "Prov" or "PROVINSI" or "Daerah" => RegionLevel.Province,
            "Kabupaten" or "Kab" or "KABUPATEN" => RegionLevel.Regency,
            "Kota" or "KOTA" => RegionLevel.City,
            _ => null,
        };
        start += level is null ? 0 : 1;
        start += start < tokens.Length && level is not null && IsMark(text, tokens[start], '.') ? 1 : 0;
        if (start >= tokens.Length || !tokens[start].IsCapital)
        {
            return null;
        }

        if (gazetteer.Names.Match(tokens, start, out var regions) is > 0 and var length)
        {
            Region? highest = null;
            foreach (var name in regions)
            {
                var region = gazetteer.Regions[name.Region];
                var fits = name.Kind is not NameKind.Seat && region.Level is not RegionLevel.District && (level is null || region.Level == level);
                highest = fits && (highest is null || region.Level < highest.Level) ? region : highest;
            }

            if (highest is not null)
            {
                at = start + length;
                return new(gazetteer.SlugOf(highest), highest.FullName);
            }
        }

        return level is null ? null : ReadUnlistedPlace(text, tokens, start, ref at);
    }

    private static AgencyPlace? ReadUnlistedPlace(string text, ReadOnlySpan<Token> tokens, int start, ref int at)
    {
        var last = start;
        while (last + 1 < tokens.Length && last - start < LongestPlace - 1 && tokens[last + 1].IsCapital && tokens[last + 1].Start == tokens[last].End + 1)
        {
            last++;
        }

        var label = text[tokens[at].Start..tokens[last].End];
        var slug = Slug.From(text[tokens[start].Start..tokens[last].End]);
        at = last + 1;
        return new(slug, label);
    }

    private static AgencyMention Settle(Found mention, List<Found> all, AgencyPlace? home)
    {
        var place = mention.Place ?? (mention.Name.IsLocal ? all.Find(other => other.Name.Slug == mention.Name.Slug && other.Place is not null)?.Place ?? HomeOf(mention.Name, home) : null);
        var (slug, label) = Identity(mention.Name, place);
        return new(slug, label, mention.First, mention.Last, "rule:agency-names", mention.Place is null && mention.Name.IsLocal ? 0.8 : 0.95);
    }

    /// <summary>The issuer's place, unless the body is of another level: no <c>Pemkot</c> in a province's release is the province's.</summary>
    private static AgencyPlace? HomeOf(AgencyName name, AgencyPlace? home) => (name.Slug, home?.Label) switch
    {
        (_, null) => null,
        ("pemkab", var label) => label.StartsWith("Kabupaten ", StringComparison.Ordinal) ? home : null,
        ("pemkot", var label) => label.StartsWith("Kota ", StringComparison.Ordinal) ? home : null,
        ("pemprov", var label) => label.StartsWith("Kabupaten ", StringComparison.Ordinal) || label.StartsWith("Kota ", StringComparison.Ordinal) ? null : home,
        ("polsek" or "rsud", _) => null,
        _ => home,
    };

    private static (string Slug, string Label) Identity(AgencyName name, AgencyPlace? place)
    {
        if (place is null)
        {
            return (name.Slug, name.Name);
        }

        var bare = name.Slug is "pemprov" or "pemkab" or "pemkot" && place.Label.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && place.Label[..space] is "Provinsi" or "Kabupaten" or "Kota"
            ? place.Label[(space + 1)..]
            : place.Label;
        return (Slug.From($"{name.Slug} {place.Slug}"), $"{name.Name} {bare}");
    }

    private static bool Covered(List<Found> found, int token) => found.Exists(f => f.First <= token && token <= f.Last);

    private static bool IsMark(string text, Token token, char mark) => token.Kind is TokenKind.Mark && text[token.Start] == mark;

    private sealed record Found(AgencyName Name, AgencyPlace? Place, int First, int Last);
}
