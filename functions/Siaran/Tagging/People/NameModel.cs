using Siaran.Tagging.Entities;

namespace Siaran.Tagging.People;

/// <summary>What is known of a text's names without rules.</summary>
/// <param name="Found">The entity model's names of every kind.</param>
/// <param name="Words">How words are used in running text.</param>
internal sealed record NameModel(IReadOnlyList<EntitySpan> Found, WordClasses Words);
