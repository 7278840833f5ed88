using Siaran.Tagging.Agencies;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Finds the persons of a text, each once however often and however briefly named, with office and body.</summary>
public static class PersonReader
{
    public const string RuleSource = "rule:office";
    public const string ModelSource = "model:entities";

    private const int Most = 40;
    private const int ShortestPart = 4;

    /// <summary>All persons in the order of their first mention.</summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="entities">The entity model's names.</param>
    /// <param name="agencies">Public bodies found.</param>
    /// <param name="home">The place of the issuing body.</param>
    public static List<ReadPerson> Read(ReleaseText text, Lexicon lexicon, List<EntitySpan> entities, IReadOnlyList<AgencyMention> agencies, AgencyPlace? home)
    {
        var tokens = text.Tokens;
        var taken = new bool[tokens.Length];
        foreach (var agency in agencies)
        {
            Array.Fill(taken, true, agency.First, agency.Last - agency.First + 1);
        }

        var spans = NameSpans.Find(text, lexicon, entities.FindAll(entity => entity.Kind is EntityKind.Person), i => taken[i]);
        List<ReadPerson> people = [];
        spans.Sort((one, other) => (one.First - one.Last, one.First).CompareTo((other.First - other.Last, other.First)));
        foreach (var span in spans)
        {
            var name = Spaces.Collapse(text.Words(span.First, span.Last)).Trim('.', ',', ' ');
            var person = people.Find(known => IsPartOf(name, known.Name));
            if (person is null && people.Count < Most && Releases.Slug.From(name).Length > 1)
            {
                people.Add(person = new(name));
            }

            person?.Mentions.Add(span);
        }

        AddShortMentions(tokens, people, taken);
        foreach (var person in people)
        {
            person.Mentions.Sort((one, other) => one.First.CompareTo(other.First));
            SetOffice(text, tokens, person, lexicon, agencies, home);
        }

        return [.. people.OrderBy(person => person.Mentions[0].First)];
    }

    public static Tag TagOf(ReadPerson person, ReleaseText text)
    {
        var tokens = text.Tokens;
        List<Evidence> evidence = [];
        foreach (var (first, last) in person.Mentions)
        {
            evidence.Add(text.At(first, last, tokens));
        }

        Dictionary<string, string> facts = [];
        Put(facts, "office", person.Office);
        Put(facts, "agency", person.AgencyLabel);
        Put(facts, "agencyId", person.AgencyId);
        return new Tag
        {
            Id = person.Id,
            Label = person.Name,
            Source = person.Office is null ? ModelSource : RuleSource,
            Confidence = person.Office is not null ? 0.92 : person.Mentions.Count > 1 ? 0.75 : 0.6,
            Evidence = evidence,
            Facts = facts,
        };
    }

    /// <summary>Whether every word of <paramref name="brief"/> is one of <paramref name="full"/>'s.</summary>
    private static bool IsPartOf(string brief, string full)
    {
        var words = full.Split(' ');
        return brief.Split(' ').All(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    private static void AddShortMentions(ReadOnlySpan<Token> tokens, List<ReadPerson> people, bool[] taken)
    {
        Dictionary<ulong, ReadPerson> parts = [];
        foreach (var person in people)
        {
            foreach (var word in person.Name.Split(' ').Where(word => word.Length >= ShortestPart))
            {
                parts.TryAdd(Tokenizer.Hash(word), person);
            }

            foreach (var (first, last) in person.Mentions)
            {
                Array.Fill(taken, true, first, last - first + 1);
            }
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (!taken[i] && tokens[i].IsCapital && parts.TryGetValue(tokens[i].Hash, out var person) && !IsBesideCapital(tokens, i))
            {
                person.Mentions.Add((i, i));
            }
        }
    }

    private static bool IsBesideCapital(ReadOnlySpan<Token> tokens, int i) =>
        (i > 0 && tokens[i - 1] is { IsWord: true, IsCapital: true } && tokens[i - 1].End + 1 == tokens[i].Start) || (i + 1 < tokens.Length && tokens[i + 1] is { IsWord: true, IsCapital: true } && tokens[i + 1].Start == tokens[i].End + 1);

    private static void SetOffice(ReleaseText text, ReadOnlySpan<Token> tokens, ReadPerson person, Lexicon lexicon, IReadOnlyList<AgencyMention> agencies, AgencyPlace? home)
    {
        foreach (var (first, _) in person.Mentions)
        {
            if (Offices.Before(text, tokens, first, lexicon) is not { } office)
            {
                continue;
            }

            person.Office = Offices.Words(text, office);
            var body = agencies.FirstOrDefault(agency => agency.First <= office.Last && agency.Last >= office.First);
            (person.AgencyId, person.AgencyLabel) = body is not null ? ($"{TagKinds.Agency}:{body.Slug}", body.Label) : GovernmentOf(tokens, office, lexicon, agencies, home);
            return;
        }
    }

    /// <summary>The government that a governor, regent or mayor heads.</summary>
    private static (string?, string?) GovernmentOf(ReadOnlySpan<Token> tokens, (int First, int Last) office, Lexicon lexicon, IReadOnlyList<AgencyMention> agencies, AgencyPlace? home)
    {
        for (var i = office.First; i <= office.Last; i++)
        {
            if (lexicon["government-of"].Match(tokens, i, out var slugs) > 0)
            {
                var government = slugs[0];
                var body = agencies.FirstOrDefault(agency => agency.Slug.StartsWith(government, StringComparison.Ordinal) && agency.Slug.Length > government.Length);
                var agency = body?.Slug ?? (home is null ? null : Releases.Slug.From($"{government} {home.Slug}"));
                return agency is null ? (null, null) : ($"{TagKinds.Agency}:{agency}", body?.Label ?? home!.Label);
            }
        }

        return (null, null);
    }

    private static void Put(Dictionary<string, string> facts, string name, string? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }
}
