using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Finds public bodies by long name, acronym or local variant, and learns the acronyms that a text itself explains: <c>Badan X (BX)</c>.
/// </summary>
internal sealed partial class AgencyReader
{
    // Five sources, the surest first: listed names, names built as the language builds them, acronyms
    // that the text explains, organisations of the entity model that begin as bodies do, and acronyms
    // learnt on the way. What an earlier one took, a later one leaves. All loops are bounded by Most:
    // hostile text of nothing but acronyms costs no more than a long release.
    private const int LongestPreposition = 3;
    private const int LongestTitle = 10;
    private const int ShortestAcronym = 3;
    private const string Native = "id";

    /// <summary>The slug of the body that is an office too.</summary>
    private const string HeadOfState = "presiden";

    private const int Most = 300;

    private readonly AgencyNames names;
    private readonly RegionGazetteer gazetteer;
    private readonly RegionCues cues;
    private readonly Lexicon lexicon;
    private readonly string? country;
    private readonly AgencyPlaces places;
    private readonly NamePatterns patterns;
    private readonly LongerNames longerNames;
    private readonly AgencyAcronyms acronyms;
    private readonly LocalOffices offices;
    private readonly HospitalNames hospitals;
    private readonly OwnNames ownNames;
    private readonly Seats seats;
    private readonly Units units;
    private readonly OfficersBodies officers;
    private readonly ShortHeads shortHeads;
    private readonly ForceParts forceParts;
    private readonly UnlistedBodies unlisted;
    private readonly SplitNames split;
    private readonly SpelledNames spelled;
    private readonly StateNames states;
    private readonly ListedBodies lists;
    private readonly NameStops stops;
    private readonly bool isForeign;

    /// <summary>
    /// Whether the text is of a state whose bodies no list has, so that a name that looks like a listed one is another's.
    /// </summary>
    private readonly bool isElsewhere;

    /// <param name="names">All names of bodies.</param>
    /// <param name="gazetteer">All regions.</param>
    /// <param name="cues">The words before names of regions.</param>
    /// <param name="lexicon">The words of the text's language.</param>
    /// <param name="language">The text's language (BCP 47).</param>
    /// <param name="country">The state that the text is of, where it tells.</param>
    /// <param name="words">How words are used in running text.</param>
    public AgencyReader(
        AgencyNames names,
        RegionGazetteer gazetteer,
        RegionCues cues,
        Lexicon lexicon,
        string language,
        string? country,
        WordClasses words
    )
    {
        (this.names, this.gazetteer, this.cues, this.lexicon, this.country) = (names, gazetteer, cues, lexicon, country);
        places = new(gazetteer, cues, names, lexicon);
        patterns = new(lexicon, names, gazetteer, cues);
        longerNames = new(names, gazetteer, cues, lexicon);
        acronyms = new(names, gazetteer, lexicon);
        (offices, units) = (new(names, places), new(names, places));
        hospitals = new(gazetteer, lexicon, words);
        (seats, ownNames) = (new(gazetteer, lexicon, hospitals), new(hospitals, gazetteer, cues, places));
        (officers, shortHeads, forceParts) = (new(names, places, ownNames, seats, lexicon), new(names, places), new(names, places));
        (split, spelled) = (new(names), new(names, gazetteer));
        (states, stops) = (new(lexicon), new(lexicon));
        lists = new(names);
        Issuers = new(names, places, offices);
        isForeign = Primary(language) is not Native;
        unlisted = new(names, places, acronyms, lists, lexicon, isForeign);
        isElsewhere =
            lexicon.BodyHead.Count > 0
            && isForeign
            && (!names.Languages.Contains(Primary(language)) || country is not (null or TextCountry.Home));
    }

    /// <summary>Reads a body's name with nothing about it.</summary>
    public IssuerNames Issuers { get; }

    /// <summary>Mentions in the text's order, at most some hundreds.</summary>
    /// <param name="text">The release.</param>
    /// <param name="entities">The entity model's names of every kind.</param>
    /// <param name="issuerPlace">The place of the issuing body, which a body named without a place shares.</param>
    public List<AgencyMention> Read(ReleaseText text, List<EntitySpan> entities, AgencyPlace? issuerPlace)
    {
        var tokens = text.Tokens;
        var organisations = entities.FindAll(entity => entity.Kind is EntityKind.Organisation);
        places.Own = isForeign ? null : new(text, gazetteer, cues, lexicon);
        patterns.Persons = hospitals.Persons = officers.Persons = TokensOfPersons(tokens.Length, entities);
        List<NamedBody> found = [];
        PhraseMap<NamedBody> learnt = new();
        var explained = new ExplainedAcronyms(text, names, lists, lexicon);
        // A text's own explanation beats the list: in "Laporan Keuangan Pemerintah Pusat (LKPP)" the
        // acronym is no agency, and must not be read as one before its explanation is seen.
        for (var i = 0; i < tokens.Length && found.Count < Most; )
        {
            if (WholeAt(text, i, explained) is > 0 and var whole)
            {
                i += AddPattern(text, tokens, i, whole, found, learnt);
                continue;
            }

            i +=
                (tokens[i].IsCapital || IsSmallGovernment(text, i)) && !explained.MeansOther(tokens[i]) && !explained.IsOfThing(i)
                    ? Math.Max(1, ReadAt(text, i, found, learnt, explained))
                    : 1;
        }

        AddExplained(text, explained, found, learnt);
        foreach (var span in organisations.Take(Most))
        {
            unlisted.Read(text, span, organisations, found, learnt);
        }

        AddShort(text, found, learnt);
        found.RemoveAll(body => OtherThings.Are(text, lexicon, body) || IsHeadOfState(text, body));
        JoinedPlaces.Spread(text, names, found, at => AnyPlaceAt(text, at));
        if (!isForeign)
        {
            JoinedPlaces.MarkListed(text, names, found);
            spelled.Settle(found);
        }

        return Settled(text, found, issuerPlace);
    }

    /// <summary>How many tokens from one on are a list that an acronym explains, or a ministry in small letters; 0 where none is.</summary>
    private int WholeAt(ReleaseText text, int i, ExplainedAcronyms explained) =>
        explained.ListedFrom(i) is { } list ? list.Last - i + 1
        : isForeign && text.Tokens[i].Case is TokenCase.Lower ? patterns.SmallAt(text, i)
        : 0;

    /// <summary>Adds bodies by their short names, which the text explains or uses as everybody does.</summary>
    private void AddShort(ReleaseText text, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        MinisterAcronyms.Add(text, lexicon, found, learnt);
        HeadedAcronyms.Add(text, lexicon, found, learnt);
        StateGovernments.Add(text, lexicon, found);
        WholesInBrackets.Add(text, lexicon, found, learnt);
        acronyms.LearnInitials(text, found, learnt);
        AddLearnt(text, learnt, found);
        ListedAcronyms.Add(text, lexicon, found);
    }

    /// <summary>Whether the head of state is named, <c>Presiden Republik Indonesia</c>, and no <c>Kantor Kepresidenan</c>.</summary>
    private bool IsHeadOfState(ReleaseText text, NamedBody body) =>
        body.Name.Slug == HeadOfState && !names.Heads.Contains(text.Tokens[body.First].Hash);

    private static bool[] TokensOfPersons(int count, List<EntitySpan> entities)
    {
        var persons = new bool[count];
        foreach (var person in entities.Where(entity => entity.Kind is EntityKind.Person))
        {
            Array.Fill(persons, true, person.First, person.Last - person.First + 1);
        }

        return persons;
    }

    /// <summary>
    /// A second pass over the whole text, since an acronym is also used before the sentence that explains it: in the headline most of all.
    /// </summary>
    private static void AddLearnt(ReleaseText text, PhraseMap<NamedBody> learnt, List<NamedBody> found)
    {
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length && learnt.Count > 0 && found.Count < 2 * Most; i++)
        {
            if (
                (tokens[i].Case is TokenCase.Upper or TokenCase.Mixed || (tokens[i].IsCapital && tokens[i].Length > LongestPreposition))
                && LearntAt(text, i, learnt, out var meanings) is > 0 and var length
                && !UnlistedBodies.Covered(found, i)
            )
            {
                found.Add(meanings[0] with { First = i, Last = i + length - 1 });
            }
        }
    }

    /// <summary>How many tokens from one on are a learnt short name, or the owner's of one: <c>the EPA's plan</c>.</summary>
    private static int LearntAt(ReleaseText text, int i, PhraseMap<NamedBody> learnt, out ReadOnlySpan<NamedBody> meanings)
    {
        var length = learnt.Match(text.Tokens, i, out meanings);
        return length > 0 || !text.IsOwner(text.Tokens[i])
            ? length
            : learnt.Match(new Token[] { text.WithoutOwner(text.Tokens[i]) }, 0, out meanings);
    }

    /// <summary>The body that someone heads, by the title alone: <c>Menteri Sosial</c>, <c>Kapolda Nusa Jaya</c>.</summary>
    /// <returns>The body, and its place where the words right behind the title name one; null where the title names no body.</returns>
    public (AgencyName Body, AgencyPlace? Place)? HeadedBy(ReleaseText text, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            // Not for a state whose bodies no file lists: "Menteri Pertanian" in a Malaysian text heads
            // no Indonesian ministry.
            if (
                !isElsewhere
                && names.Titles.Match(text.Tokens, i, out var bodies) is > 0 and var length
                && (bodies[0].IsLocal || !TextCountry.IsOfOther(text, lexicon, first, i + length - 1))
            )
            {
                return (bodies[0], bodies[0].IsLocal ? PlaceAt(text, i + length, bodies[0].Serves) : null);
            }
        }

        return null;
    }

    /// <summary>Whether a word is one that bodies are named by: <c>Sosial</c>, <c>Informatika</c>.</summary>
    public bool IsBodyWord(Token token) => names.Words.Contains(token.Hash);

    /// <summary>How many tokens from one on are a title that names its body: <c>Menteri Komunikasi dan Informatika</c>.</summary>
    public int TitleAt(ReadOnlySpan<Token> tokens, int at) => names.Titles.Match(tokens, at, out _);

    /// <summary>Whether a title of who heads a national body ends right before a token.</summary>
    public bool NationalTitleBehind(ReadOnlySpan<Token> tokens, int at)
    {
        for (var start = at - 1; start >= 0 && at - start <= LongestTitle; start--)
        {
            if (names.Titles.Match(tokens, start, out var bodies) == at - start)
            {
                return bodies[0] is { IsLocal: false, Trait: not AgencyTrait.Branches };
            }
        }

        return false;
    }

    /// <summary>The local body of a slug, without a place; null where there is none.</summary>
    public AgencyName? Government(string slug) => names.BySlug.GetValueOrDefault(slug);

    /// <summary>The place that is named right at a token; null where there is none of that level.</summary>
    public AgencyPlace? PlaceAt(ReleaseText text, int at, RegionCue serves) => places.Read(text.Text, text.Tokens, ref at, serves);

    private int ReadAt(ReleaseText text, int i, List<NamedBody> found, PhraseMap<NamedBody> learnt, ExplainedAcronyms explained)
    {
        var tokens = text.Tokens;
        if (!isElsewhere && split.LengthAt(text, i, out var whole) is > 0 and var joined && whole is not null)
        {
            return AddListed(text, i, joined, whole, found, learnt);
        }

        var length = names.Names.Match(tokens, i, out var meanings);
        if (PatternAt(text, i, length, explained) is > 0 and var pattern)
        {
            return AddKnown(tokens, i, pattern, found, learnt) ? pattern : AddPattern(text, tokens, i, pattern, found, learnt);
        }

        if (length == 0 && !isForeign && AddOffice(text, i, found, learnt) is > 0 and var office)
        {
            return office;
        }

        // A short word with only its first letter large is a word or part of a person's name, not the
        // acronym that has the same letters.
        if (length == 0 || (length == 1 && tokens[i].Length <= 4 && tokens[i].Case is TokenCase.Capital))
        {
            return 0;
        }

        var name = length == 1 && explained.BodyOf(tokens[i]) is { } own ? own : meanings[0];
        // "Komnas PA Surabaya": two letters behind a capital end another name.
        if (name.Trait is AgencyTrait.Seated && length == 1 && tokens[i].Length < ShortestAcronym && EndsOther(tokens, i))
        {
            return 0;
        }

        // "Universitas Indonesia Timur" is another.
        var longer = !isForeign && names.NamedFor.Contains(tokens[i].Hash) && GoesOn(tokens, i + length) ? length + 1 : 0;
        // "Menteri PUPR": the short form is the ministry's here, and no province's office.
        if (name.IsLocal && NationalTitleBehind(tokens, i + length))
        {
            return length;
        }

        // "the NSW Ombudsman" is not the Indonesian one; nor is "Kementerian Pertanian" of a Malaysian text, in a headline too.
        if (isElsewhere && (length == 1 ? IsOfOtherState(name, explained, tokens[i]) : IsMinistry(tokens[i])))
        {
            return length == 1 ? 1 : AddPattern(text, tokens, i, length, found, learnt);
        }

        longer =
            !name.IsLocal && IsMinistry(tokens[i]) && TextCountry.IsOfOther(text, lexicon, i, i + length - 1)
                ? length + StateBehind(tokens, i + length)
                : longer;
        return longer > 0 ? AddPattern(text, tokens, i, longer, found, learnt) : AddListed(text, i, length, name, found, learnt);
    }

    /// <summary>
    /// Whether one word is a body of this language's state, and the text of another's: <c>ITB Rosewell</c>, <c>the NSW Ombudsman</c>.
    /// </summary>
    private bool IsOfOtherState(AgencyName name, ExplainedAcronyms explained, Token token) =>
        isElsewhere && country is not null && !name.IsLocal && !names.International.Contains(name.Slug) && explained.BodyOf(token) is null;

    /// <summary>Whether a direction goes on a name: <c>Timur</c>.</summary>
    private bool GoesOn(ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length
        && tokens[at].IsCapital
        && tokens[at].Start == tokens[at - 1].End + 1
        && lexicon.PlaceWord.Match(tokens, at, out _) == 1;

    /// <summary>Whether a capital that is no office is right before a token.</summary>
    private bool EndsOther(ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && tokens[i - 1].IsCapital
        && tokens[i - 1].End + 1 == tokens[i].Start
        && !People.NameBounds.IsBehind(lexicon.Office, tokens, i);

    /// <summary>Adds an office that no list has.</summary>
    /// <returns>How many tokens that took; 0 where there is none.</returns>
    private int AddOffice(ReleaseText text, int i, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        if (longerNames.Whole(text, text.Tokens, i) is > 0 and var length)
        {
            var label = Spaces.Collapse(text.Words(i, i + length - 1));
            return AddListed(text, i, length, AgencyName.Unlisted(label, isLocal: true), found, learnt);
        }

        if (longerNames.OfMinistry(text.Tokens, i) is > 0 and var ofMinistry)
        {
            return AddPattern(text, text.Tokens, i, ofMinistry, found, learnt);
        }

        var office =
            units.At(text, i)
            ?? officers.At(text, i)
            ?? shortHeads.At(text, i)
            ?? offices.KnownAt(text, i, learnt)
            ?? offices.ContractionAt(text, i)
            ?? offices.AcronymAt(text, i, learnt);
        if (office is null)
        {
            return 0;
        }

        found.Add(office);
        return office.Last - i + 1;
    }

    /// <summary>Adds a listed body with its place and acronym.</summary>
    /// <returns>How many tokens that took.</returns>
    private int AddListed(ReleaseText text, int i, int length, AgencyName listed, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        var tokens = text.Tokens;
        var name = Longest(text, tokens, i, ref length, listed);
        var at = i + length;
        var acronym = acronyms.Read(text, tokens, i, ref at);
        if ((offices.Numbered(text, name, i, at) ?? forceParts.At(text, name, i, at)) is { } numbered)
        {
            found.Add(numbered);
            Learn(tokens, acronym, numbered, learnt);
            return numbered.Last - i + 1;
        }

        var (place, first) = name.IsLocal ? PlaceOf(text, name, i, ref at) : (null, i);
        // These national bodies have a branch in each region and keep the body's name there: "KPU Kota
        // Bima" is another body than KPU, with another feed. Other national bodies in front of a place
        // are only at work there.
        var behind = at;
        if (
            !name.IsLocal
            && names.HasBranches(name)
            && (offices.BranchPlace(text.Text, tokens, ref at) ?? BehindBrackets(text, ref at)) is { } local
        )
        {
            name = names.BranchOf(name, local);
            place = IsInCity(name) && !places.IsLevel(tokens[behind]) ? places.InCity(local) : local;
        }
        else if (place is null && names.HasBranches(name) && !isForeign && places.IsBareLevel(text.Text, tokens, at))
        {
            (place, at) = (AgencyPlace.OfText, at + 1);
        }

        if (place is null && ownNames.Read(text, name, new(i, i + length - 1), at) is { } named)
        {
            found.Add(named);
            return named.Last - i + 1;
        }

        Learn(tokens, acronym, new(name, place, acronym, acronym), learnt);
        // Without a place behind it the span ends with the name: an acronym in parentheses is no part
        // of it.
        found.Add(new(name, place, first, place is null || first < i ? i + length - 1 : at - 1));
        return at - i;
    }

    /// <summary>
    /// How many tokens behind a ministry's unit are the ministry, or the body, that it is of: <c>Direktorat Operasi Basarnas</c>.
    /// </summary>
    private int OfMinistry(ReadOnlySpan<Token> tokens, int first, int at) =>
        !isForeign
        && at < tokens.Length
        && tokens[at].IsCapital
        && tokens[at].Start == tokens[at - 1].End + 1
        && names.PartsOfMinistries.Contains(tokens[first].Hash)
        && names.Names.Match(tokens, at, out var bodies) is > 0 and var length
        && !bodies[0].IsLocal
            ? length
            : 0;

    /// <summary>Keeps what the acronym at a token means; nothing where none is given.</summary>
    private static void Learn(ReadOnlySpan<Token> tokens, int acronym, NamedBody body, PhraseMap<NamedBody> learnt)
    {
        if (acronym >= 0)
        {
            learnt.Add(tokens.Slice(acronym, 1), body);
        }
    }

    /// <summary>The place behind a short form of several words: <c>… (TP PKK) Kabupaten Dompu</c>.</summary>
    private AgencyPlace? BehindBrackets(ReleaseText text, ref int at) =>
        !isForeign ? places.BehindBrackets(text, ref at, RegionCue.None) : null;

    /// <summary>The place that a local body is named with, and where its name begins with it: before a foreign one.</summary>
    private (AgencyPlace? Place, int First) PlaceOf(ReleaseText text, AgencyName name, int i, ref int at)
    {
        var tokens = text.Tokens;
        var behind = at;
        var place = places.Read(text.Text, tokens, ref at, name.Serves) ?? places.BehindBrackets(text, ref at, name.Serves);
        place = IsInCity(name) && place is not null && !places.IsLevel(tokens[behind]) ? places.InCity(place) : place;
        if (place is null && !isForeign)
        {
            place = name.Trait is AgencyTrait.Seated or AgencyTrait.OwnOrSeated
                ? seats.Read(text, i, places.PastClass(text.Text, tokens, at), ref at)
                : places.OwnProvince(text.Text, tokens, ref at, name);
        }

        if (place is null && name.IsForeign)
        {
            place = BehindPreposition(text, tokens, ref at, name.Serves);
        }

        return place is null && name.IsForeign && places.Before(text.Text, tokens, i, name.Serves) is { } before ? before : (place, i);
    }

    /// <summary>
    /// Whether such a body is in the city where a regency has its name too: <c>Pengadilan Agama Bogor</c>, for the regency's is named for
    /// its own seat.
    /// </summary>
    private bool IsInCity(AgencyName name) =>
        name.Trait is AgencyTrait.Seated or AgencyTrait.OwnOrSeated || names.InCities.Contains(name.Slug);

    private bool IsMinistry(Token token) => token.IsCapital && names.Ministries.Contains(token.Hash);

    /// <summary>How many tokens right behind a body's name are the state that it is of: <c>Kementerian Pertanian Jepang</c>.</summary>
    private int StateBehind(ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length && tokens[at].IsCapital ? lexicon.Abroad.Match(tokens, at, out _) : 0;

    /// <summary>The length of a name by its pattern, where it is longer than the listed one; 0 where the list decides.</summary>
    private int PatternAt(ReleaseText text, int i, int listed, ExplainedAcronyms explained)
    {
        // The longer of the two, since a longer name is another body. Of equal ones the list's, which
        // has a slug, unless the bodies of this language's state are on no list. An acronym that the
        // text explains means what the text says.
        var pattern = patterns.LengthAt(text, i);
        // "Gabungan Kelompok Tani": any of their kind.
        pattern = pattern > 1 && !isForeign && lexicon.CountedNoun.Match(text.Tokens, i, out _) == pattern ? 0 : pattern;
        return pattern == 1 && explained.IsGiven(text.WithoutOwner(text.Tokens[i])) ? 0
            : !isForeign && listed > 0 && !IsOfDistrict(text, i) && IsPlaced(text, i + listed) ? 0
            : pattern > listed || (isElsewhere && pattern == listed) ? pattern
            : 0;
    }

    /// <summary>Whether a body of a district is at a token, of which no regency is the place: <c>Koramil 03/Woja</c>.</summary>
    private bool IsOfDistrict(ReleaseText text, int i) =>
        names.Names.Match(text.Tokens, i, out var bodies) > 0 && bodies[0].Serves is RegionCue.District;

    /// <summary>The place of any level at a token, and the token behind it; null where there is none.</summary>
    private (AgencyPlace Place, int End)? AnyPlaceAt(ReleaseText text, int at)
    {
        var end = at;
        return places.Read(text.Text, text.Tokens, ref end, RegionCue.None) is { } place ? (place, end) : null;
    }

    /// <summary>Whether a government with its place begins with a small letter: <c>pemerintah Kabupaten Dompu</c>.</summary>
    private bool IsSmallGovernment(ReleaseText text, int i) =>
        !isForeign
        && text.Tokens[i].Case is TokenCase.Lower
        && names.GovernmentWords.Contains(text.Tokens[i].Hash)
        && names.Names.Match(text.Tokens, i, out var bodies) == 2
        && bodies[0].Trait is AgencyTrait.Government
        && AnyPlaceAt(text, i + 2) is not null;

    /// <summary>Whether a place comes at a token, so that what is before it is a local body's whole name.</summary>
    private bool IsPlaced(ReleaseText text, int at) => AnyPlaceAt(text, at) is not null;

    /// <summary>The name with the words behind it that belong to it; <paramref name="length"/> counts them too.</summary>
    private AgencyName Longest(ReleaseText text, ReadOnlySpan<Token> tokens, int i, ref int length, AgencyName name)
    {
        if (!name.IsLocal || longerNames.Extend(text, tokens, i, length) is not (> 0 and var longer))
        {
            return name;
        }

        length = longer;
        var label = Spaces.Collapse(text.Words(i, i + length - 1));
        return AgencyName.Unlisted(label, isLocal: true);
    }

    /// <summary>The place behind a short word such as <c>of</c>; <paramref name="at"/> moves past both where there is one.</summary>
    private AgencyPlace? BehindPreposition(ReleaseText text, ReadOnlySpan<Token> tokens, ref int at, RegionCue serves)
    {
        if (at + 1 >= tokens.Length || tokens[at] is not { Case: TokenCase.Lower, Length: <= LongestPreposition })
        {
            return null;
        }

        var behind = at + 1;
        var place = places.Read(text.Text, tokens, ref behind, serves);
        at = place is null ? at : behind;
        return place;
    }

    /// <summary>The language of a tag (BCP 47) without region and script.</summary>
    private static string Primary(string language) => language.Split('-')[0];
}
