using System.Collections.Concurrent;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Tagging;

/// <summary>Makes the tagger that goes by certain vocabularies.</summary>
public interface ITaggerFactory
{
    /// <param name="overrides">Vocabularies that replace those of the project; null where none do.</param>
    /// <param name="zone">The zone that releases are dated in.</param>
    ITagger Create(IVocabularySource? overrides, TimeZoneInfo zone);
}

/// <summary>Taggers that read by the project's rules and models.</summary>
public sealed class TaggerFactory : ITaggerFactory
{
    // Models and vocabularies are large, and each process reads those of the project once.
    private static readonly ConcurrentDictionary<string, Tagger> OfProject = new();

    public ITagger Create(IVocabularySource? overrides, TimeZoneInfo zone) =>
        overrides is null ? OfProject.GetOrAdd(zone.Id, static (_, zone) => new Tagger(null, zone), zone) : new Tagger(overrides, zone);
}
