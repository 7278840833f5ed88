using System.Collections.Concurrent;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging;

/// <summary>Makes the tagger that goes by certain vocabularies.</summary>
public interface ITaggerFactory
{
    /// <param name="vocabularies">Vocabularies that replace those of the project; null where none do.</param>
    /// <param name="zone">The zone that releases are dated in.</param>
    ITagger Create(IVocabularySource? vocabularies, TimeZoneInfo zone);
}

/// <summary>Taggers that read by the project's rules and models.</summary>
public sealed class TaggerFactory : ITaggerFactory
{
    // Models and vocabularies are large, and each process reads those of the project once.
    private static readonly ConcurrentDictionary<string, Tagger> OfProject = new();

    public ITagger Create(IVocabularySource? vocabularies, TimeZoneInfo zone) =>
        vocabularies is null
            // Only those without overrides are kept: overrides change, and each would hold its
            // vocabularies for good.
            ? OfProject.GetOrAdd(zone.Id, static (_, zone) => new Tagger(null, zone), zone)
            : new Tagger(vocabularies, zone);
}
