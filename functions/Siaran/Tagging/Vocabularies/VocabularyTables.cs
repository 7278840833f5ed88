using Siaran.Tagging.Entities;
using Siaran.Tagging.Regions;

namespace Siaran.Tagging.Vocabularies;

/// <summary>The vocabularies that have a table.</summary>
internal static class VocabularyTables
{
    public static IReadOnlyList<VocabularyTable> All { get; } = [VillageNames.Table, NameLists.Table];
}
