using Siaran.Tagging.Agencies;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.People;

/// <summary>Finds the persons of a text, each once however often and however briefly named, with office and body.</summary>
internal static class PersonReader
{
    public const string RuleSource = "rule:office";
    public const string ModelSource = "model:entities";

    private const int Most = 40;
    private const int LongestShortName = 3;

    /// <summary>What the lexicon says of an office that is a family name too: <c>King</c>.</summary>
    public const string FamilyName = "last";

    /// <summary>All persons in the order of their first mention.</summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="model">The entity model's names.</param>
    /// <param name="agencies">Public bodies found.</param>
    /// <param name="taken">Tokens that other readers took: citations. Those of bodies are marked here.</param>
    /// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
    /// <param name="bodies">Tells the body an office belongs to.</param>
    public static List<ReadPerson> Read(
        ReleaseText text,
        Lexicon lexicon,
        NameModel model,
        IReadOnlyList<AgencyMention> agencies,
        bool[] taken,
        Func<int, int, int> placeWithin,
        OfficeBodies bodies
    )
    {
        var tokens = text.Tokens;
        // Taken are the tokens that are surely something else. The array is filled here and read by all
        // rules of names; later readers must not rely on it.
        foreach (var agency in agencies)
        {
            Array.Fill(taken, true, agency.First, agency.Last - agency.First + 1);
        }

        var found = new NameSpans(text, lexicon, bodies, i => taken[i], placeWithin, model.Words).Find(model.Found, agencies);
        var begun = found.Select(span => PastNumeral(text, span, lexicon, placeWithin)).Where(span => span.First <= span.Last);
        List<TokenSpan> spans = [.. begun.Select(PastPlaces).Where(span => span.First <= span.Last)];
        // A fixed order: spans, then other names, then persons (the longest name first), then short
        // mentions, and offices at last, for an office may be given at any mention and must not reach
        // over another person's name.
        var otherNames = OtherNames.Of(text, spans, lexicon, model.Words);
        var people = new NameEvidence(text, lexicon, model.Words).Shown(Gather(text, spans, otherNames, lexicon));
        ShortMentions.Add(text, lexicon, people, taken);
        var named = new bool[tokens.Length];
        foreach (var person in people)
        {
            person.Mark(named);
        }

        SetOffices(text, lexicon, people, token => named[token], bodies);
        SameHolders.Unite(lexicon, people);
        return [.. people.OrderBy(person => person.Mentions[0].First)];

        TokenSpan PastPlaces(TokenSpan span)
        {
            span = ShortPlaces.Past(text, PastPlace(text, span, lexicon, taken, placeWithin, bodies), lexicon, model.Words);
            return span.First > span.Last
                ? span
                : PastPlaceWithin(text, PastUnlistedPlace(text, span, lexicon, model.Words), lexicon, model.Words, placeWithin);
        }
    }

    /// <summary>One person for each name, the longest first, so that a shorter form joins the person that it is part of.</summary>
    private static List<ReadPerson> Gather(ReleaseText text, List<TokenSpan> spans, Dictionary<string, string> otherNames, Lexicon lexicon)
    {
        List<ReadPerson> people = [];
        var held = spans
            .Where(span => span.Last > span.First && Offices.Before(new(text, lexicon, span.First)) is not null)
            .Select(span => NameOf(text, span))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Longest first, so that "Budi" joins "Budi Santoso" and not the other way round; initials are no words, but
        // make the longer of two with as many. Of equal length the earlier.
        spans.Sort(
            (one, other) =>
                WordsOf(text, other).CompareTo(WordsOf(text, one)) is not 0 and var longer ? longer
                : (other.Last - other.First).CompareTo(one.Last - one.First) is not 0 and var wider ? wider
                : one.First.CompareTo(other.First)
        );
        foreach (var found in spans)
        {
            var span = found;
            var written = NameOf(text, span);
            var name = otherNames.GetValueOrDefault(written) ?? OfOther(otherNames, span, written) ?? written;
            if (name.Length == 0)
            {
                continue;
            }

            var others = held.Contains(name) ? people.FindAll(known => !ShortNames.IsOfFamily(text, known, name, lexicon)) : people;
            if (WithNameWord(text, span, lexicon) is { } longer && ShortNames.Known(others, name) is null)
            {
                span = longer;
                name = NameOf(text, span);
            }

            // Every word of the short form must be in the full one; of several persons that have it,
            // the one whose name begins so. Pronouns are left to the quotes, which alone need them.
            var person =
                ShortNames.Known(others, name)
                ?? ShortNames.Familiar(text, span, others, lexicon)
                ?? ShortNames.Bare(text, span, people, lexicon);
            if (person is null && people.Count < Most && Releases.Slug.From(name).Length > 1)
            {
                people.Add(person = new(name));
            }

            person?.Mentions.Add(span);
        }

        return people;
    }

    /// <summary>Whose other name one word begins: <c>Yusi</c>, where someone is called Yusi Karim too.</summary>
    private static string? OfOther(Dictionary<string, string> otherNames, TokenSpan span, string written) =>
        span.First == span.Last
            ? otherNames.FirstOrDefault(other => other.Key.StartsWith(written + " ", StringComparison.OrdinalIgnoreCase)).Value
            : null;

    private static int WordsOf(ReleaseText text, TokenSpan span)
    {
        var words = 0;
        for (var i = span.First; i <= span.Last; i++)
        {
            words += text.Tokens[i] is { IsWord: true, Length: > 1 } ? 1 : 0;
        }

        return words;
    }

    /// <summary>
    /// One word with the word before it that is an office and a first name too, <c>Dean Harcastle</c>; null where there is none.
    /// </summary>
    private static TokenSpan? WithNameWord(ReleaseText text, TokenSpan span, Lexicon lexicon)
    {
        var first = span.First - 1;
        return
            !lexicon.IsModelled
            && span.First == span.Last
            && first >= 0
            && text.Tokens[first].Case is TokenCase.Capital
            && text.Tokens[first].End + 1 == text.Tokens[span.First].Start
            && lexicon.NameWord.Match(text.Tokens, first, out var kinds) == 1
            && kinds[0] is not FamilyName
            && lexicon.Office.Match(text.Tokens, first, out _) == 1
            ? new(first, span.Last)
            : null;
    }

    /// <summary>A name as the text writes it, without marks about it.</summary>
    public static string NameOf(ReleaseText text, TokenSpan span)
    {
        // "Carl Ramos, Jr." is Carl Ramos Jr.
        var name = Spaces.Collapse(text.Words(span.First, span.Last)).Trim('.', ',', ' ').Replace(", ", " ", StringComparison.Ordinal);
        // "Governor Ballard's": what is the owner's is no name of another person.
        name = Tokenizer.IsOwner(name) ? name[..^2] : name;
        if (NameParts.NicknameIn(text, span) is { } nickname && name.IndexOf(nickname, StringComparison.Ordinal) is > 1 and var at)
        {
            // "Maria “Mia” Lopez" is Maria Lopez.
            name = name.Remove(at - 1, Math.Min(nickname.Length + 3, name.Length - at + 1));
        }
        // "M.Khadafi" is "M. Khadafi": otherwise the part behind the point would be another person.
        for (var point = name.IndexOf('.', StringComparison.Ordinal); point >= 0; point = name.IndexOf('.', point + 1))
        {
            if (point + 2 < name.Length && name[point + 1] != ' ' && name[point + 2] != '.')
            {
                name = name.Insert(point + 1, " ");
            }
        }

        return name;
    }

    public static Tag TagOf(ReadPerson person, ReleaseText text)
    {
        var tokens = text.Tokens;
        List<Evidence> evidence = [];
        foreach (var (first, last) in person.Mentions)
        {
            evidence.Add(text.WithoutOwnerAt(first, last));
        }

        Dictionary<string, string> facts = [];
        Put(facts, "office", person.Office);
        Put(facts, "agency", person.AgencyLabel);
        Put(facts, "agencyId", person.AgencyId);
        // An office is a second witness for the name; two mentions are a weaker one. The numbers order
        // tags, they are not calibrated.
        return new Tag
        {
            Id = person.Id,
            Label = person.Name,
            Source = person.Office is null ? ModelSource : RuleSource,
            Confidence =
                person.Office is not null ? 0.92
                : person.Mentions.Count > 1 ? 0.75
                : 0.6,
            Evidence = evidence,
            Facts = facts,
        };
    }

    /// <summary>A name without the region of the office or the body before it: <c>Wali Kota Baruna Rahmat Hidayat</c>.</summary>
    // Only behind an office or a body: elsewhere a place may well be a person's first name ("Bima
    // Arya").
    private static TokenSpan PastPlace(
        ReleaseText text,
        TokenSpan span,
        Lexicon lexicon,
        bool[] taken,
        Func<int, int, int> placeWithin,
        OfficeBodies bodies
    ) =>
        span.First > 0
        && placeWithin(span.First, span.Last) is > 0 and var length
        && (
            taken[span.First - 1]
            // "Sekretaris Daerah (Sekda) Dompu Rahmat Hidayat".
            || NameBounds.IsBehind(lexicon.Office, text.Tokens, span.First - (text.IsMark(text.Tokens[span.First - 1], ')') ? 1 : 0))
            // "Kepala Perwakilan … Provinsi Lampung Rahmat Hidayat": the word of the level, in capitals.
            || (text.Tokens[span.First - 1].IsCapital && lexicon.PlaceWord.Match(text.Tokens, span.First - 1, out _) == 1)
        )
        && !bodies.IsNational(span.First)
            ? PastTitles(text, lexicon, new(span.First + length, span.Last))
            : span;

    /// <summary>A name without the number and the place of the station before it: <c>Kepala BMKG II Baruna Hasan Basri</c>.</summary>
    private static TokenSpan PastNumeral(ReleaseText text, TokenSpan span, Lexicon lexicon, Func<int, int, int> placeWithin)
    {
        var first = span.First + 1;
        return
            lexicon.IsModelled
            && span.Last >= first
            && text.Tokens[span.First] is { Case: TokenCase.Upper, Length: > 1 }
            && !text.Word(text.Tokens[span.First]).ContainsAnyExcept("IVX")
            && placeWithin(first, span.Last) is var place
            ? PastTitles(text, lexicon, new(first + place, span.Last))
            : span;
    }

    /// <summary>
    /// A name without the place of a district's or village's office that no list has: <c>Camat Pagun Iwan Jumadi</c>. Running text knows
    /// the word behind it as a person's, and not the word itself.
    /// </summary>
    private static TokenSpan PastUnlistedPlace(ReleaseText text, TokenSpan span, Lexicon lexicon, WordClasses words)
    {
        var tokens = text.Tokens;
        return
            span.Last - span.First > 1
            && NameBounds.IsBehind(lexicon.Territorial, tokens, span.First)
            && !NameBounds.IsBehind(lexicon.GovernmentOf, tokens, span.First)
            && lexicon.Secretary.Match(tokens, span.First - 1, out _) == 0
            && tokens[span.First].Length > LongestShortName
            && tokens[span.First + 1].IsWord
            && !words[tokens[span.First].Hash].IsOfPersons
            && words[tokens[span.First + 1].Hash].IsSurelyOfPersons
            ? new(span.First + 1, span.Last)
            : span;
    }

    /// <summary>
    /// A name without the body of an office before it that a region's name ends: <c>Ketua Hiswana Migas Jatim Ismet Baswan</c>.
    /// </summary>
    private static TokenSpan PastPlaceWithin(
        ReleaseText text,
        TokenSpan span,
        Lexicon lexicon,
        WordClasses words,
        Func<int, int, int> placeWithin
    )
    {
        var tokens = text.Tokens;
        if (
            span.Last - span.First < 2
            || words[tokens[span.First].Hash].IsOfPersons
            || !NameBounds.IsBehind(lexicon.Office, tokens, span.First)
        )
        {
            return span;
        }

        for (var at = span.First + 1; at < span.Last; at++)
        {
            // "Pj Sekda S. Bima Wirasena": behind an initial it is a name.
            if (!text.IsMark(tokens[at - 1], '.') && placeWithin(at, span.Last) is > 0 and var length && at + length <= span.Last)
            {
                return PastTitles(text, lexicon, new(at + length, span.Last));
            }
        }

        return span;
    }

    /// <summary>The name behind titles that a place separates from its office: <c>Wali Kota Bima H. …</c></summary>
    private static TokenSpan PastTitles(ReleaseText text, Lexicon lexicon, TokenSpan span)
    {
        var first = span.First;
        while (first < span.Last && Titles.IsTitle(new(text, lexicon, first)))
        {
            first++;
        }

        return new(first, span.Last);
    }

    /// <summary>Gives each person the office named with it, in the order of the text where an office may be between two names.</summary>
    private static void SetOffices(ReleaseText text, Lexicon lexicon, List<ReadPerson> people, Func<int, bool> isName, OfficeBodies bodies)
    {
        foreach (var person in people)
        {
            person.Mentions.Sort((one, other) => one.First.CompareTo(other.First));
        }

        var order = new OfficeOrder(text, lexicon, isName);
        foreach (var person in lexicon.IsModelled ? people : [.. people.OrderBy(person => person.Mentions[0].First)])
        {
            SetOffice(text, person, order, bodies);
        }
    }

    private static void SetOffice(ReleaseText text, ReadPerson person, OfficeOrder order, OfficeBodies bodies)
    {
        foreach (var mention in person.Mentions)
        {
            if (text.Tokens[mention.First].Start >= text.TitleCaseEnd && order.Of(mention) is { } office)
            {
                person.Office = Offices.Words(text, office);
                (person.AgencyId, person.AgencyLabel) = bodies.Of(office);
                return;
            }
        }
    }

    private static void Put(Dictionary<string, string> facts, string name, string? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }
}
