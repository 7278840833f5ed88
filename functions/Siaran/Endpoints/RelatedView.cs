using Siaran.Related;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>The list of a release as read from storage, and the documents made of it, kept ready in memory.</summary>
/// <param name="list">As stored; empty where none is yet.</param>
/// <param name="subject">Whose list it is.</param>
/// <param name="version">Differs wherever the rows do that it was made of.</param>
/// <param name="writtenAt">When they were last written.</param>
public sealed class RelatedView(RelatedList list, RelatedSubject subject, string version, DateTimeOffset writtenAt) : ICached
{
    public RelatedList List => list;

    public RelatedSubject Subject => subject;

    public string Version => version;

    public DateTimeOffset WrittenAt => writtenAt;

    public long Size => 1024 + (512L * (list.Neighbours.Count + list.AlsoPublishedAs.Count + list.Translations.Count)) + Documents.Size;

    internal RenderedDocuments Documents { get; } = new();
}

/// <summary>What readers get of a list at a moment.</summary>
/// <param name="View">The list as stored.</param>
/// <param name="List">As the gate lets it through, with the newest of the agency where neighbours are few.</param>
/// <param name="Key">Equal for two that show the same.</param>
/// <param name="ChangedAt">When what is shown last changed.</param>
public sealed record RelatedShown(RelatedView View, RelatedList List, string Key, DateTimeOffset ChangedAt);
