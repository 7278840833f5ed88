using Siaran.Releases;
using Siaran.Tagging.Agencies;
using Siaran.Tagging.Dates;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Figures;
using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Programmes;
using Siaran.Tagging.Quotes;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Regulations;
using Siaran.Tagging.Tokens;
using Siaran.Tagging.Topics;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tagging;

/// <summary>All readers, with their vocabularies and models loaded.</summary>
internal sealed class TaggingPipeline
{
    /// <summary>What comes between a citation and its subject: <c> tentang </c>.</summary>
    private const int LongestAbout = 12;

    /// <summary>How addresses of sites write levels.</summary>
    private const string Regency = "kab";

    private const string City = "kota";

    private const string IssuerSource = "rule:issuer";

    /// <summary>The zone of most agencies: UTC+8 all year.</summary>
    public const string UsualZone = "Asia/Makassar";

    private readonly EntityModel entityModel;
    private readonly TimeZoneInfo zone;
    private readonly RegulationWords regulationWords;
    private readonly RegionTagger regions;
    private readonly AgencyNames agencyNames;
    private readonly ProgrammeReader programmes;
    private readonly Lexicons lexicons;
    private readonly NameLists nameLists;
    private readonly TopicReader topics;

    /// <summary>Where the tokens of the release before were, for those of the next; null while they are read.</summary>
    private TokenList? room;

    public TaggingPipeline(VocabularyFiles files, EntityModel entityModel, TimeZoneInfo zone)
    {
        (this.entityModel, this.zone) = (entityModel, zone);
        regulationWords = new(files);
        regions = new(files);
        agencyNames = new(files);
        programmes = new(files);
        lexicons = new(files, agencyNames.TitleNames, agencyNames.WordNames);
        nameLists = new(files);
        topics = new(new(files), entityModel.Classes, files);
        Version = $"{ReadingFingerprint.Value}-{files.Version()}-{ModelFiles.Version}{(zone.Id == UsualZone ? "" : "-" + zone.Id)}";
    }

    // Everything that a reading depends on is in the version: rules by the fingerprint of golden
    // readings, vocabularies, models, and the zone. Releases of another version are tagged again.
    public string Version { get; }

    public Annotations Read(Release release)
    {
        var content = release.Content;
        var lexicon = lexicons.For(content.Language);
        // Who reads at the same time finds no room, and makes some. It is a few MB at most, for so much of a body is read.
        var tokens = Interlocked.Exchange(ref room, null) ?? new();
        var (text, country) = TextOf(content, lexicon, tokens);
        // The order is part of the design. Citations first, for titles of laws are full of bodies;
        // bodies before persons, since an office needs its body; persons before regions ("Bima Arya" is
        // no place); dates and citations before figures, whose numbers they take. Apart from bounded
        // lists of mentions, a reading is linear in the text.
        var agencyReader = AgencyReaderFor(content.Language, lexicon, country);
        var issuer = content.Agency is { } named && Slug.From(named).Length > 0 ? agencyReader.Issuers.Parse(named) : default;
        var issuerRegion = issuer.Place is { } issuerPlace ? regions.Gazetteer.BySlug(issuerPlace.Slug) : null;

        var entities = FindEntities(text);
        var citations = CitationsIn(text, lexicon);
        var agencies = agencyReader.Read(text, entities, issuer.Place);
        var asides = Asides.Of(text, lexicon);
        var titles = QuotedTitles.Of(text, lexicon);
        agencies.RemoveAll(agency => asides[agency.First] || IsInTitle(text, agency, citations, titles));
        var headed = TakeHeaded(agencies);
        var bodies = new OfficeBodies(text, lexicon, agencyReader, agencies, issuer.Place);
        var taken = TokensOf(citations, text, asides);
        var names = new NameModel(entities, entityModel.Classes);
        var people = PersonReader.Read(text, lexicon, names, agencies, taken, PlaceWithin(text, lexicon), bodies);
        var dates = DateReader.Read(text, lexicon, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(release.PublishAt, zone).DateTime));

        List<Tag> tags = [.. AgencyTags.From([.. agencies, .. headed], text)];
        AddIssuer(tags, content.Agency, issuer.Slug);
        AddRegions(tags, text, people, asides, issuerRegion);
        tags.AddRange(people.Select(person => PersonReader.TagOf(person, text)));
        var issued = new RegulationIssuers(regions.Gazetteer, regions.Cues, issuer.Place).Resolve(citations);
        tags.AddRange(RegulationTags.From(issued, regulationWords, text));
        tags.AddRange(programmes.Tags(text));
        tags.AddRange(topics.Tags(text));
        var annotations = new Annotations
        {
            Tags = tags,
            Quotes = QuoteReader.Read(text, lexicon, people, bodies),
            Dates = dates,
            Figures = FigureReader.Read(text, lexicon, country, NumbersTaken(text, dates, citations, titles)),
            Version = Version,
        };
        room = tokens;
        return annotations;
    }

    /// <summary>Takes out the bodies that the text names by who heads them alone: persons are read without these.</summary>
    private static List<AgencyMention> TakeHeaded(List<AgencyMention> agencies)
    {
        var headed = agencies.FindAll(agency => agency.IsOfOfficer);
        agencies.RemoveAll(agency => agency.IsOfOfficer);
        return headed;
    }

    /// <summary>The text and its state, whose sign of sums is split from the numbers that it is joined to: <c>P40</c>.</summary>
    private (ReleaseText Text, string? Country) TextOf(ReleaseContent content, Lexicon lexicon, TokenList tokens)
    {
        var text = new ReleaseText(content, lexicon.Openers, room: tokens);
        var country = TextCountry.Of(text, lexicon, of => HomeSigns.AreIn(of, agencyNames, regions.Gazetteer));
        // Read again for those states alone: only the whole text tells the state.
        return (SumSigns.Of(country) is { } sign ? new(content, lexicon.Openers, sign, tokens) : text, country);
    }

    private List<Citation> CitationsIn(ReleaseText text, Lexicon lexicon) =>
        [.. new RegulationReader(regulationWords).Read(text.Text, text.Tokens), .. new ActReader(text, lexicon).Read()];

    private AgencyReader AgencyReaderFor(string language, Lexicon lexicon, string? country) =>
        new(agencyNames, regions.Gazetteer, regions.Cues, lexicon, language, country, entityModel.Classes);

    private static readonly System.Buffers.SearchValues<string> OutletWords = System.Buffers.SearchValues.Create(
        [
            "news",
            "humas",
            "kominfo",
            "tribrata",
            "prokopim",
            "media",
            "mmc",
            "infopublik",
            "redaksi",
            "online",
            "ekspres",
            "express",
            "tribun",
            "radar",
            "rubrik",
            "berita",
            "warta",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>What addresses of sites end with: <c>kabarnusa.com –</c>.</summary>
    private static readonly System.Buffers.SearchValues<string> Addresses = System.Buffers.SearchValues.Create(
        [".com", ".id", ".net", ".org"],
        StringComparison.OrdinalIgnoreCase
    );

    public IReadOnlyList<string> NamesOf(TagKind kind) =>
        kind == TagKind.Topic ? [.. topics.Vocabulary.Topics.Select(topic => topic.Slug)]
        : kind == TagKind.Region ? [.. regions.Gazetteer.Regions.Select(regions.Gazetteer.SlugOf)]
        : [];

    /// <summary>The vocabularies' tag of an id or name, without evidence; null where there is none.</summary>
    /// <param name="word">The editor's.</param>
    /// <param name="language">Of the release (BCP 47): topics have their names in it.</param>
    public Tag? Find(string word, string language)
    {
        var slug = TagId.TryParse(word, out var id) ? id.Name : Slug.From(word);
        // A word without a kind is looked for in an order: regions have by far the most names, and
        // bodies, whose acronyms are ambiguous, come last.
        if (IsSought(id, TagKind.Region) && (regions.Gazetteer.BySlug(slug) ?? RegionNamed(word)) is { } region)
        {
            return regions.TagOf(region, 1);
        }

        if (IsSought(id, TagKind.Programme) && programmes.Find(slug) is { } programme)
        {
            return programme;
        }

        if (IsSought(id, TagKind.Topic) && topics.Vocabulary.Find(slug) is { } topic)
        {
            return TopicReader.TagOf(topic, language);
        }

        return IsSought(id, TagKind.Agency) && agencyNames.BySlug.TryGetValue(slug, out var agency) && !agency.IsLocal
            ? new Tag
            {
                Id = new(TagKind.Agency, slug),
                Label = agency.Name,
                Source = "vocabulary",
                Confidence = 1,
            }
            : null;
    }

    private static bool IsSought(TagId id, TagKind kind) => id == default || id.Kind == kind;

    /// <summary>
    /// Whether a body is but part of a title: a theme's in marks, or a regulation's, <c>UU 24/2011 tentang Badan Penyelenggara Jaminan
    /// Sosial</c>.
    /// </summary>
    private static bool IsInTitle(ReleaseText text, AgencyMention agency, List<Citation> citations, List<TokenSpan> titles)
    {
        if (QuotedTitles.Hold(titles, agency.First))
        {
            return true;
        }

        var tokens = text.Tokens;
        foreach (var citation in citations)
        {
            var end = citation.Start + citation.Length;
            // What is between the citation and its subject has no span of its own, so the reach is an
            // estimate; the comparison of words below decides.
            var reach = citation.Subject is { } subject ? end + subject.Length + LongestAbout : end;
            if (
                tokens[agency.First].Start >= end
                && tokens[agency.Last].End <= reach
                && citation.Subject!.Contains(Spaces.Collapse(text.Words(agency.First, agency.Last)), StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks the tokens of citations, and those that are marked already.</summary>
    private static bool[] TokensOf(List<Citation> citations, ReleaseText text, bool[] others)
    {
        var tokens = text.Tokens;
        var marked = (bool[])others.Clone();
        if (citations.Count == 0)
        {
            return marked;
        }

        // One sweep for both, as both are in order: O(tokens + citations).
        var at = 0;
        foreach (var citation in citations.OrderBy(citation => citation.Start))
        {
            while (at < tokens.Length && tokens[at].Start < citation.Start)
            {
                at++;
            }

            for (var i = at; i < tokens.Length && tokens[i].Start < citation.Start + citation.Length; i++)
            {
                marked[i] = true;
            }
        }

        return marked;
    }

    /// <summary>How many tokens of a span, from its first, are the name of a region or, in capitals, of a place abroad.</summary>
    private Func<int, int, int> PlaceWithin(ReleaseText text, Lexicon lexicon) =>
        (first, last) =>
        {
            var isTerritory = NameBounds.IsBehind(lexicon.Territorial, text.Tokens, first);
            var length = regions.Gazetteer.NameAt(text.Tokens[first..(last + 1)], isTerritory);
            return length > 0 ? length
                : isTerritory && regions.Gazetteer.VillageAt(text.Tokens, first, last) is > 0 and var village ? village
                // Behind a comma a city abroad is a first name: "Kasi Intelijen, Boston Wibisana".
                : first > 0 && text.Tokens[first - 1].IsWord ? nameLists.AbroadAt(text.Tokens[..(last + 1)], first)
                : 0;
        };

    private List<EntitySpan> FindEntities(ReleaseText text)
    {
        var lists = System.Buffers.ArrayPool<byte>.Shared.Rent(text.Tokens.Length);
        List<EntitySpan> found = [];
        nameLists.Mark(text.Tokens, lists.AsSpan(0, text.Tokens.Length));
        entityModel.Find(text.Text, text.Tokens, lists.AsSpan(0, text.Tokens.Length), EntityStyle.Release, found);
        System.Buffers.ArrayPool<byte>.Shared.Return(lists);
        return found;
    }

    private void AddRegions(List<Tag> tags, ReleaseText text, List<ReadPerson> people, bool[] asides, Region? issuerRegion)
    {
        var inNames = (bool[])asides.Clone();
        foreach (var person in people)
        {
            person.Mark(inNames);
        }

        var place = text.Content.Place is { } dateline ? DatelineIn(dateline, text, inNames, issuerRegion) : null;
        // Without an issuer the dateline's place stands for it.
        var reading = regions.Read(text, inNames, issuerRegion ?? place);
        var found = regions.Tags(text, reading, issuerRegion);
        place ??=
            text.Content.Place is { } written && reading.Main is { } main
                ? DistrictOf(main, written) ?? DistrictOf(main, BeforeComma(written)) ?? ShortOf(main, written)
                : null;
        if (place is not null)
        {
            regions.AddDateline(found, place, DatelineOf(text.Content.Place!));
        }
        else if (
            text.Content.Place is { } whole
            && StartOfPlace(whole) is var start
            && whole[start..] is var unlisted
            && Slug.From(unlisted) is { Length: > 0 } slug
            && MayBePlace(unlisted, text.Content.Language)
        )
        {
            found.Add(
                new Tag
                {
                    Id = new(TagKind.Region, slug),
                    Label = unlisted,
                    Source = "rule:dateline",
                    Confidence = 0.6,
                    Evidence = [new(EvidenceField.Place, start, unlisted.Length)],
                }
            );
        }

        tags.AddRange(found);
    }

    /// <summary>The region of a dateline; of a city and the regency around it the one that the text speaks of.</summary>
    private Region? DatelineIn(string dateline, ReleaseText text, bool[] inNames, Region? issuerRegion)
    {
        // First within the issuer's province, then anywhere: a dateline "Tanjung" of an office in
        // Lombok is its own district.
        var place =
            RegionNamed(dateline, issuerRegion)
            ?? regions.Gazetteer.Named(dateline)
            ?? regions.Gazetteer.Named(BeforeComma(dateline))
            ?? OfSite(BeforeComma(dateline), issuerRegion)
            ?? (DatelineWords.WithoutLetters(dateline) is { } bare ? RegionNamed(bare, issuerRegion) : null)
            ?? (StartOfPlace(dateline) is > 0 and var start ? RegionNamed(dateline[start..], issuerRegion) : null)
            // "Kabarnusa, Dompu": what is before the comma is the outlet.
            ?? (dateline.LastIndexOf(',') is > 0 and var comma ? regions.Gazetteer.Named(dateline[(comma + 1)..].Trim()) : null);
        return place is not null && regions.Gazetteer.TwinOf(place) is { } twin
            ? regions.Read(text, inNames, issuerRegion).All.FirstOrDefault(read => read.Region == place || read.Region == twin)?.Region
                ?? place
            : place;
    }

    /// <summary>A dateline without what it goes on with: <c>Palembang, Kabar Kota</c>, <c>Kabupaten Bima.kabarbima.id</c>.</summary>
    private static string BeforeComma(string dateline) => dateline.Split([',', '.'])[0].Trim();

    /// <summary>
    /// The region whose site names itself by it and its level in one word, <c>Jombangkab –</c>, or that is before its address; null where
    /// none is.
    /// </summary>
    private Region? OfSite(string dateline, Region? issuerRegion) =>
        dateline.Length > Regency.Length && dateline.EndsWith(Regency, StringComparison.OrdinalIgnoreCase)
            ? RegionNamed($"Kabupaten {dateline[..^Regency.Length]}", issuerRegion)
        : dateline.Length > City.Length && dateline.EndsWith(City, StringComparison.OrdinalIgnoreCase)
            ? RegionNamed($"Kota {dateline[..^City.Length]}", issuerRegion)
        : dateline.StartsWith("Kabupaten ", StringComparison.OrdinalIgnoreCase) ? RegionNamed(dateline, issuerRegion)
        : null;

    /// <summary>Whether a word holds one by which who reports calls itself: <c>HumasKominfo</c>, <c>Tribratanewskota</c>.</summary>
    private static bool IsOutlet(ReadOnlySpan<char> word) =>
        word.ContainsAny(OutletWords)
        || word.Equals("pos", StringComparison.OrdinalIgnoreCase)
        || word.Equals("post", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a dateline begins without the outlet before its first comma: <c>POS NUSA, DOMPU –</c>.</summary>
    private static int StartOfPlace(string dateline)
    {
        var comma = dateline.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return 0;
        }

        foreach (var word in dateline.AsSpan(0, comma).Split(' '))
        {
            if (IsOutlet(dateline.AsSpan(0, comma)[word]))
            {
                return dateline.Length - dateline.AsSpan(comma + 1).TrimStart().Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a dateline on no list may be a place's: it is no body, no title, no outlet and no address.</summary>
    private bool MayBePlace(string dateline, string language)
    {
        var lexicon = lexicons.For(language);
        var tokens = Tokenizer.Read(dateline);
        if (dateline.AsSpan().ContainsAny(Addresses))
        {
            return false;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                (lexicon.IsModelled && lexicon.NoName.Match(tokens, i, out _) > 0)
                || lexicon.Acting.Match(tokens, i, out _) > 0
                || lexicon.Office.Match(tokens, i, out _) > 0
                || agencyNames.Names.Match(tokens, i, out _) > 0
                || IsOutlet(dateline.AsSpan(tokens[i].Start, tokens[i].Length))
            )
            {
                return false;
            }
        }

        return tokens.Length > 0;
    }

    /// <summary>The district of a regency by its name alone: <c>Sei Rampah –</c>; null where it has none of that name.</summary>
    private Region? DistrictOf(Region regency, string name) =>
        RegionNamed("Kecamatan " + name, regency) is { } district && regions.Gazetteer.ParentOf(district) == regency ? district : null;

    /// <summary>The regency itself by the last word of its name: <c>MERANTI –</c> for Kabupaten Kepulauan Meranti.</summary>
    private static Region? ShortOf(Region regency, string name) =>
        regency.Name.EndsWith(" " + name.Trim(), StringComparison.OrdinalIgnoreCase) ? regency : null;

    private Region? RegionNamed(string name, Region? within = null)
    {
        var reading = regions.Reader.Read(name, Tokenizer.Read(name), [], within);
        // The mention that ends the name is its head: "Praya, Lombok Tengah" is the regency.
        return reading.All.FirstOrDefault(r => r.Mentions.Any(m => m.Start + m.Length == name.TrimEnd().Length))?.Region;
    }

    private static Evidence DatelineOf(string place) => new(EvidenceField.Place, 0, place.Length);

    private static void AddIssuer(List<Tag> tags, string? agency, string? slug)
    {
        if (agency is null || slug is null)
        {
            return;
        }

        var id = new TagId(TagKind.Agency, slug);
        var known = tags.FindIndex(tag => tag.Id == id);
        var tag =
            known < 0
                ? new Tag
                {
                    Id = id,
                    Label = agency,
                    Source = IssuerSource,
                    Confidence = 1,
                }
                : tags[known] with
                {
                    Source = IssuerSource,
                    Confidence = 1,
                };
        tag = tag with { Evidence = [.. tag.Evidence, new(EvidenceField.Agency, 0, agency.Length)] };
        if (known < 0)
        {
            tags.Add(tag);
        }
        else
        {
            tags[known] = tag;
        }
    }

    private static Func<int, bool> NumbersTaken(ReleaseText text, List<EventDate> dates, List<Citation> citations, List<TokenSpan> titles)
    {
        List<(int Start, int End)> spans =
        [
            .. citations.Select(c => (c.Start, c.Start + c.Length)),
            .. titles.Select(title => (text.Tokens[title.First].Start, text.Tokens[title.Last].End)),
        ];
        foreach (var span in dates.Select(date => date.Span).Where(span => span.Field is EvidenceField.Headline or EvidenceField.Body))
        {
            var start = span.Field is EvidenceField.Headline ? span.Start : span.Start + text.BodyStart;
            spans.Add((start, start + span.Length));
        }

        // A closure over a moving position instead of a search for each number: figures are read from
        // the front to the back, and only then is this right.
        spans.Sort();
        var next = 0;
        return at =>
        {
            while (next < spans.Count && spans[next].End <= at)
            {
                next++;
            }

            return next < spans.Count && spans[next].Start <= at;
        };
    }
}
