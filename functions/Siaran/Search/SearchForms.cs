using Siaran.Related.Words;

namespace Siaran.Search;

/// <summary>The stems that releases of any language may have a word under.</summary>
internal static class SearchForms
{
    // A release is stemmed by its own language, while a search has none: so every form is looked up. They are mostly one.
    public static IEnumerable<string> Of(string word) => new[] { Stems.Root(word, "id"), Stems.Root(word, "en"), word }.Distinct();
}
