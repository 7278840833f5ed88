using System.Text;
using Siaran.Listings;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Search;

/// <summary>
/// Finds releases by their words, over the very segments that relating writes: what it commits is found, what it takes out is not, from the
/// next search on. Only what the public may see is in them, and the gate is asked again for all that is shown or counted.
/// </summary>
/// <param name="store">Where the index is.</param>
/// <param name="clock">For the index.</param>
/// <param name="cache">That of relating, so that one bound holds for both.</param>
public sealed class SearchIndex(IIndexStore store, TimeProvider clock, BlockCache cache) : IDisposable
{
    /// <summary>Each takes some bytes for every release of the archive while it runs, and a processor.</summary>
    private const int AtOnce = 4;

    private readonly RelatedIndex index = new(store, clock, cache);
    private readonly SemaphoreSlim turns = new(AtOnce);
    private volatile Timeline? timeline;

    /// <summary>With a cache of its own.</summary>
    internal SearchIndex(IIndexStore store, TimeProvider clock)
        : this(store, clock, new BlockCache(BlockCache.DefaultCapacity)) { }

    public void Dispose() => turns.Dispose();

    internal SearchRanking Ranking { get; init; } = SearchRanking.Default;

    /// <summary>What is found and may be seen at <paramref name="now"/>.</summary>
    /// <exception cref="IndexDamagedException">The index is not as it was written; the next run of collecting builds it again.</exception>
    public async Task<SearchResult> FindAsync(
        SearchQuery query,
        SearchWindow window,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => await InTurnAsync(at => FindAsync(at, query, window, now, cancellationToken), cancellationToken);

    /// <summary>How many releases of all those feeds each month has, newest first.</summary>
    /// <param name="keys">None for all releases.</param>
    /// <param name="monthStart">The moment at which a month begins, given its first day.</param>
    /// <param name="now">The moment of the gate.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="IndexDamagedException">The index is not as it was written; the next run of collecting builds it again.</exception>
    public async Task<IReadOnlyList<MonthCount>> CountMonthsAsync(
        IReadOnlyList<FeedKey> keys,
        Func<DateOnly, DateTimeOffset> monthStart,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await InTurnAsync<IReadOnlyList<MonthCount>>(
            async at =>
            {
                var times = await TimelineAsync(at, cancellationToken);
                var found = await at.ListsAsync(keys.Select(SearchEntries.KeyOf), cancellationToken);
                var bounds = Bounds(times, SearchQuery.All with { Keys = keys }, found, now);
                return Months.Count(times, bounds, monthStart);
            },
            cancellationToken
        );

    private async Task<T> InTurnAsync<T>(Func<Snapshot, Task<T>> find, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await find(await OpenAsync(cancellationToken));
        }
        catch (IndexDamagedException)
        {
            // A segment may have been merged away and deleted meanwhile; then a newer manifest names another.
            return await find(await OpenAsync(cancellationToken));
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<Snapshot> OpenAsync(CancellationToken cancellationToken)
    {
        var at = await index.OpenAsync(cancellationToken);
        return at.ETag is not null && at.Manifest.IsOutdated
            ? throw new IndexDamagedException("The index is of an earlier format; the next run of the timer builds it again.")
            : at;
    }

    private async Task<SearchResult> FindAsync(
        Snapshot at,
        SearchQuery query,
        SearchWindow window,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var times = await TimelineAsync(at, cancellationToken);
        // Nothing but stop words or signs: it found nothing, which is something else than having asked
        // for everything.
        if (query.AsksForWords && query.Words.Count == 0)
        {
            return new SearchResult(0, [], null);
        }

        // Feeds and words in one look-up: the blocks of all of them are read at once, so that a search
        // waits for its slowest read and not for the sum.
        var found = await at.ListsAsync(query.Keys.Select(SearchEntries.KeyOf).Concat(query.Words.SelectMany(KeysOf)), cancellationToken);
        var terms = query.Words.Select(word => TermOf(word, found, 1)).ToList();
        var meant = await CorrectAsync(at, times, terms, Times.SecondAt(now), cancellationToken);
        var bounds = Bounds(times, query, found, now);
        var (shown, total) = await MatchAsync(at, times, new Asked(query, window, terms, meant), bounds, cancellationToken);
        var documents = await DocumentsAsync(at, shown, now, cancellationToken);
        return new SearchResult(
            total,
            [.. shown.Where(match => documents.ContainsKey(match.Number)).Select(match => Hit(documents[match.Number], terms))],
            meant.Count > 0 ? Replace(query.Text, meant) : null
        );
    }

    /// <summary>Those of a page, and how many there are.</summary>
    private async Task<FoundMatches> MatchAsync(
        Snapshot at,
        Timeline times,
        Asked asked,
        SearchBounds bounds,
        CancellationToken cancellationToken
    )
    {
        var (query, window) = (asked.Query, asked.Window);
        using var matching = new Matching(times);
        foreach (var term in asked.Terms)
        {
            matching.Add(term);
        }

        if (query.Phrases.Count == 0)
        {
            var found = matching.Best(bounds, window.Skip + window.Take, window.ByTime, withAll: false, Ranking);
            return found with { Best = [.. found.Best.Skip(window.Skip).Take(window.Take)] };
        }

        var phrases = query.Phrases.Select(phrase => phrase.Select(word => asked.Meant.GetValueOrDefault(word, word)).ToList()).ToList();
        var search = new PhraseSearch(at, most => matching.Best(bounds, most, window.ByTime, withAll: true, Ranking), bounds);
        return await search.FindAsync(phrases, asked.Terms, window, cancellationToken);
    }

    private static SearchBounds Bounds(
        Timeline times,
        SearchQuery query,
        IReadOnlyDictionary<Key, List<ReadOnlyMemory<byte>>> found,
        DateTimeOffset now
    ) =>
        new(times, [.. query.Keys.Select(key => found.GetValueOrDefault(SearchEntries.KeyOf(key)) ?? [])])
        {
            Now = Times.SecondAt(now),
            From = query.From is { } from ? Times.SecondOf(from) : long.MinValue,
            Before = query.Before is { } before ? Times.SecondOf(before) : long.MaxValue,
        };

    // Without a lock: two searches may build it at once, each has one that is right for its own
    // snapshot, and whichever is kept saves the next some reads.
    private async Task<Timeline> TimelineAsync(Snapshot at, CancellationToken cancellationToken) =>
        timeline = await Timeline.OfAsync(at, timeline, cancellationToken);

    private static SearchTerm TermOf(string word, IReadOnlyDictionary<Key, List<ReadOnlyMemory<byte>>> found, double weight) =>
        new(word, [.. KeysOf(word).SelectMany(key => found.GetValueOrDefault(key) ?? [])], weight);

    private static IEnumerable<Key> KeysOf(string word) => SearchForms.Of(word).Select(Key.Stem);

    /// <summary>Puts in the place of each word that no release has the nearest one that some release has.</summary>
    /// <returns>What was put in the place of what.</returns>
    private async Task<Dictionary<string, string>> CorrectAsync(
        Snapshot at,
        Timeline times,
        List<SearchTerm> terms,
        long second,
        CancellationToken cancellationToken
    )
    {
        var meant = new Dictionary<string, string>();
        var unknown = terms.Where(term => Suggestions.MayBeMisspelt(term.Word) && !term.IsIn(times, second)).ToList();
        if (unknown.Count == 0)
        {
            return meant;
        }

        // Two look-ups more, and only for words that no release has. Whoever mistakes the first letter
        // is not helped: all spellings there are would have to be read.
        var spelled = await at.ListsAsync(unknown.Select(term => Key.Spellings(term.Word[0])), cancellationToken);
        var nearest = unknown.ToDictionary(
            term => term.Word,
            term => Suggestions.For(term.Word, spelled.GetValueOrDefault(Key.Spellings(term.Word[0])) ?? [])
        );
        // The words of withdrawn releases stay among the spellings until the next merge: only what is found is suggested.
        var found = await at.ListsAsync(nearest.Values.SelectMany(words => words).SelectMany(KeysOf), cancellationToken);
        foreach (var term in unknown)
        {
            var best = nearest[term.Word]
                .Select(word => TermOf(word, found, Ranking.Corrected))
                .FirstOrDefault(candidate => candidate.IsIn(times, second));
            if (best is not null)
            {
                meant[term.Word] = best.Word;
                terms[terms.IndexOf(term)] = best;
            }
        }

        return meant;
    }

    private static async Task<Dictionary<long, TaggedRelease>> DocumentsAsync(
        Snapshot at,
        IReadOnlyList<Match> matches,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        (await at.DocumentsAsync(matches.Select(match => (long)match.Number), cancellationToken))
            // The timeline goes by the second and narrows; this is the gate itself, over the very
            // document that is shown.
            .Where(found => found.Value.Release.VisibilityAt(now) is Visibility.Visible)
            .ToDictionary();

    private static SearchHit Hit(TaggedRelease tagged, List<SearchTerm> terms)
    {
        var content = tagged.Release.Content;
        // By the language of the release now, as its text was when it was indexed.
        var roots = terms.Select(term => Stems.Root(term.Word, content.Language)).ToHashSet();
        var text = string.Join(' ', content.Paragraphs);
        return new SearchHit(
            tagged,
            Snippets.Whole(content.Headline, roots, content.Language),
            Snippets.Best(text.Length > 0 ? text : content.Lead, roots, content.Language)
        );
    }

    private static string Replace(string text, Dictionary<string, string> meant)
    {
        var replaced = new StringBuilder();
        var at = 0;
        foreach (var word in SearchWords.In(text))
        {
            if (meant.TryGetValue(SearchWords.Fold(word.Of(text)), out var other))
            {
                replaced.Append(text, at, word.Start - at).Append(other);
                at = word.End;
            }
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A search, read.</summary>
    /// <param name="Query">As asked.</param>
    /// <param name="Window">The page.</param>
    /// <param name="Terms">Its words, those put right in the place of the misspelt.</param>
    /// <param name="Meant">What was put in the place of what.</param>
    private sealed record Asked(
        SearchQuery Query,
        SearchWindow Window,
        IReadOnlyList<SearchTerm> Terms,
        IReadOnlyDictionary<string, string> Meant
    );
}
