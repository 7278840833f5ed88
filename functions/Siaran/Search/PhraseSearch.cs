using Siaran.Related.Index;
using Siaran.Tags;

namespace Siaran.Search;

/// <summary>Finds, among the releases that have all words of a search, those in which its phrases stand.</summary>
/// <param name="at">The index.</param>
/// <param name="best">The best of those that have all words and are still taken, and how many there are.</param>
/// <param name="bounds">Takes fewer and fewer.</param>
internal sealed class PhraseSearch(Snapshot at, Func<int, FoundMatches> best, SearchBounds bounds)
{
    /// <summary>Where no more releases have all words, their texts alone tell: as many as a page reads anyway.</summary>
    public const int FewTexts = 10;

    /// <summary>
    /// A page of them. Their number is right up to <see cref="FewTexts"/>; of more, the index tells it by hashes, which may take one in
    /// some hundreds for what it is not. Such a one is missing on its page, since every text that is shown is looked through.
    /// </summary>
    /// <param name="phrases">In lower case and without accents.</param>
    /// <param name="terms">The words of the search.</param>
    /// <param name="window">The page.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<FoundMatches> FindAsync(
        IReadOnlyList<IReadOnlyList<string>> phrases,
        IReadOnlyList<SearchTerm> terms,
        SearchWindow window,
        CancellationToken cancellationToken
    )
    {
        var most = Math.Max(FewTexts, window.Skip + window.Take);
        var found = best(most);
        foreach (var (first, next) in Pairs(phrases, terms))
        {
            if (found.Total <= FewTexts)
            {
                break;
            }

            var lists = await at.ListsAsync(SearchForms.Of(first).Select(Key.Followers), cancellationToken);
            bounds.MustFollow(lists.Values.SelectMany(parts => parts), Followers.HashOf(next));
            found = best(most);
        }

        var isFew = found.Total <= FewTexts;
        var looked = isFew ? found.Best : [.. found.Best.Skip(window.Skip).Take(window.Take)];
        var texts = await at.DocumentsAsync(looked.Select(match => (long)match.Number), cancellationToken);
        var having = looked.Where(match => Has(texts.GetValueOrDefault(match.Number), phrases)).ToList();
        return isFew ? new([.. having.Skip(window.Skip).Take(window.Take)], having.Count) : new(having, found.Total);
    }

    private static bool Has(TaggedRelease? tagged, IReadOnlyList<IReadOnlyList<string>> phrases) =>
        tagged is not null && phrases.All(phrase => Phrases.AreIn(tagged.Release.Content, phrase));

    /// <summary>Each word with the next, those first of whose first word there is least to read.</summary>
    private static IEnumerable<(string First, string Next)> Pairs(
        IReadOnlyList<IReadOnlyList<string>> phrases,
        IReadOnlyList<SearchTerm> terms
    ) =>
        phrases
            .SelectMany(phrase => phrase.Zip(phrase.Skip(1)))
            .Distinct()
            // What is no term is a stop word, which nearly every release has.
            .OrderBy(pair => terms.FirstOrDefault(term => term.Word == pair.First)?.Count ?? long.MaxValue);
}
