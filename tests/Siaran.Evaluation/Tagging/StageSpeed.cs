using System.Diagnostics;
using System.Text.Json.Nodes;
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

namespace Siaran.Evaluation.Tagging;

/// <summary>Where the time of a reading goes: each stage by itself, over all releases, given what the stages before it found.</summary>
internal static class StageSpeed
{
    /// <summary>How many releases the stages are timed over.</summary>
    public const int Releases = 500;

    private const int Rounds = 4;

    private static readonly VocabularyFiles Files = new();
    private static readonly EntityModel Entities = EntityModel.Load();
    private static readonly NameLists Lists = new(Files);
    private static readonly Lexicons Languages = new(Files);
    private static readonly RegionTagger Regions = new(Files);
    private static readonly AgencyNames Agencies = new(Files);
    private static readonly RegulationWords Citations = new(Files);
    private static readonly ProgrammeReader Programmes = new(Files);
    private static readonly TopicReader Topics = new(new(Files), Entities.Classes, Files);
    private static readonly SectorModel Sectors = SectorModel.Load();

    private static readonly (string Name, Action<Reading> Run)[] Stages =
    [
        ("tokens", reading => _ = new ReleaseText(reading.Text.Content)),
        ("names", reading => Names(reading.Text)),
        ("agencies", reading => AgencyTags.From(AgencyMentions(reading.Text, reading.Names), reading.Text).Count()),
        ("people", reading => People(reading.Text, reading.Names, reading.Agencies).ForEach(person => PersonReader.TagOf(person, reading.Text))),
        ("regulations", reading => RegulationTags.From(new RegulationReader(Citations).Read(reading.Text.Text, reading.Text.Tokens), Citations, reading.Text).Count()),
        ("regions", reading => Regions.Tags(reading.Text, Regions.Read(reading.Text, [], null), null)),
        ("programmes", reading => Programmes.Tags(reading.Text).Count()),
        ("topics with sectors", reading => Topics.Tags(reading.Text)),
        ("  of which sectors", reading => Sectors.Score(reading.Features, stackalloc float[Sectors.Labels.Count])),
        ("quotes", reading => QuoteReader.Read(reading.Text, Languages.For("id"), reading.People)),
        ("dates", reading => DateReader.Read(reading.Text, Languages.For("id"), new DateOnly(2025, 3, 4))),
        ("figures", reading => FigureReader.Read(reading.Text, Languages.For("id"), _ => false)),
    ];

    /// <summary>Microseconds of each stage a release; <paramref name="whole"/> is what a whole reading takes.</summary>
    public static JsonObject Run(List<Release> releases, double whole)
    {
        var result = new JsonObject();
        var readings = releases.ConvertAll(Read);
        foreach (var (name, run) in Stages)
        {
            Time(readings, run, Rounds);
            var each = Time(readings, run, Rounds);
            Console.WriteLine($"  {name,-28} {each,7:F1} µs, {each / whole,6:P0} of a reading");
            result[name.Trim()] = each;
        }

        return result;
    }

    private static double Time(List<Reading> readings, Action<Reading> run, int rounds)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < rounds; i++)
        {
            readings.ForEach(run);
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMicroseconds / (rounds * readings.Count);
    }

    private static Reading Read(Release release)
    {
        var text = new ReleaseText(release.Content);
        var names = Names(text);
        var agencies = AgencyMentions(text, names);
        return new(text, names, agencies, People(text, names, agencies), TextFeatures.Of(text.Text, text.Tokens, text.HeadlineLength, Entities.Classes));
    }

    private static List<EntitySpan> Names(ReleaseText text)
    {
        List<EntitySpan> found = [];
        var marks = new byte[text.Tokens.Length];
        Lists.Mark(text.Tokens, marks);
        Entities.Find(text.Text, text.Tokens, marks, EntityStyle.Release, found);
        return found;
    }

    private static List<AgencyMention> AgencyMentions(ReleaseText text, List<EntitySpan> names) =>
        new AgencyReader(Agencies, Regions.Gazetteer).Read(text, names.FindAll(name => name.Kind is EntityKind.Organisation), null);

    private static List<ReadPerson> People(ReleaseText text, List<EntitySpan> names, List<AgencyMention> agencies) =>
        PersonReader.Read(text, Languages.For("id"), names, agencies, null);

    private sealed record Reading(ReleaseText Text, List<EntitySpan> Names, List<AgencyMention> Agencies, List<ReadPerson> People, List<(uint Key, int Count)> Features);
}
