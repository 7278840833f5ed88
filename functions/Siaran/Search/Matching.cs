using System.Buffers;
using Siaran.Related;
using Siaran.Related.Index;

namespace Siaran.Search;

/// <summary>A word of the search, and where the index has it.</summary>
/// <param name="Word">As looked for.</param>
/// <param name="Lists">As <see cref="FullPostings"/>, of each segment and of each form it may have.</param>
/// <param name="Weight">1, or less for one that was put in a misspelt one's place.</param>
internal sealed record SearchTerm(string Word, IReadOnlyList<ReadOnlyMemory<byte>> Lists, double Weight)
{
    public long Count { get; } = Lists.Sum(list => (long)FullPostings.Count(list.Span));

    /// <summary>Whether a release has it that is out. A word that only hidden ones have is as one that none has.</summary>
    public bool IsIn(Timeline timeline, long second)
    {
        // By the gate and not by the count: else a search would tell which words stand in a release
        // that is held back, by correcting them or not. Mostly one posting is decoded, since nearly all
        // releases are out.
        foreach (var list in Lists)
        {
            for (var reader = FullPostings.Read(list.Span); reader.Next(); )
            {
                if (timeline.IsOut(reader.Number, second))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>A release that was found.</summary>
/// <param name="Number">It.</param>
/// <param name="Score">The higher the better.</param>
internal readonly record struct Match(int Number, double Score);

/// <summary>Releases that were found.</summary>
/// <param name="Best">Best first.</param>
/// <param name="Total">How many there are.</param>
internal sealed record FoundMatches(IReadOnlyList<Match> Best, int Total);

/// <summary>
/// Adds up, a word at a time, what each release of the index has of a search. It holds six bytes for each release while it does.
/// </summary>
internal sealed class Matching(Timeline timeline) : IDisposable
{
    // A word at a time over arrays, not a heap of cursors: decoding is then all there is to do for a posting, a nanosecond or two, and a
    // million releases are six megabytes that the next search uses again.
    private static readonly float[] Weights = [.. Enumerable.Range(0, 256).Select(level => (float)new Weight((byte)level).Value)];

    private readonly float[] scores = Rent<float>(timeline.Length);
    private readonly byte[] matched = Rent<byte>(timeline.Length);
    private readonly byte[] counted = Rent<byte>(timeline.Length);
    private byte terms;
    private double whole;

    /// <summary>Adds a word.</summary>
    public void Add(SearchTerm term)
    {
        // The inverse document frequency of BM25 (Robertson and Spärck Jones, 1976) with the 1 that
        // Lucene adds, so that a word in more than half of the releases still counts a little and never
        // against one. A list counts what was withdrawn until the next merge, and twice who has two
        // forms of the word: hence the Min.
        var rarity = Math.Log(1 + ((timeline.Count - Math.Min(term.Count, timeline.Count) + 0.5) / (term.Count + 0.5))) * term.Weight;
        whole += rarity;
        terms++;
        foreach (var list in term.Lists)
        {
            for (var reader = FullPostings.Read(list.Span); reader.Next(); )
            {
                var number = reader.Number;
                // A release that has two forms of the word counts once. The mark is the word's own
                // number, so nothing has to be cleared between words.
                if (number < timeline.Length && counted[number] != terms)
                {
                    counted[number] = terms;
                    matched[number]++;
                    scores[number] += (float)rarity * Weights[reader.Weight.Level];
                }
            }
        }
    }

    /// <summary>The best releases, and how many there are.</summary>
    /// <param name="bounds">What narrows them.</param>
    /// <param name="most">At least 1.</param>
    /// <param name="byTime">Newest first, with every word.</param>
    /// <param name="withAll">With every word, though not by time.</param>
    /// <param name="ranking">What counts.</param>
    public FoundMatches Best(SearchBounds bounds, int most, bool byTime, bool withAll, SearchRanking ranking)
    {
        // A share of the words suffices for the best first: of a sentence pasted into the box one word
        // may be wrong. By time there is no score that would put such a release last, so every word is
        // needed.
        var needed = byTime || withAll ? terms : (int)Math.Ceiling(ranking.Needed * terms);
        // A heap of the window's size, O(n log k): what loses is never sorted. Equal scores fall to the
        // higher number, so that the order is one and the same for every page.
        var best = new PriorityQueue<Match, (double Score, int Number)>();
        var total = 0;
        for (var number = 0; number < timeline.Length; number++)
        {
            var second = timeline[number];
            if (matched[number] < needed || !bounds.Takes(number, second))
            {
                continue;
            }

            total++;
            var score = byTime || terms == 0 ? second : Score(number, bounds.Now - second, ranking);
            if (best.Count < most)
            {
                best.Enqueue(new(number, score), (score, number));
            }
            else if (best.TryPeek(out _, out var least) && (score, number).CompareTo(least) > 0)
            {
                best.EnqueueDequeue(new(number, score), (score, number));
            }
        }

        var ordered = new List<Match>(best.Count);
        while (best.TryDequeue(out var match, out _))
        {
            ordered.Add(match);
        }

        ordered.Reverse();
        return new(ordered, total);
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(scores);
        ArrayPool<byte>.Shared.Return(matched);
        ArrayPool<byte>.Shared.Return(counted);
    }

    private double Score(int number, long age, SearchRanking ranking)
    {
        var days = age / (24.0 * 60 * 60);
        // Lucene's former coordination factor: a release with all of the words before one that has a
        // single rare word often. Then a bonus for news that fades by half in HalfLife days, and so
        // decides between near equals alone.
        var text = scores[number] / whole * (1 + (ranking.Coordination * matched[number] / terms));
        return text * (1 + (ranking.Recency * Math.Pow(2, -days / ranking.HalfLife)));
    }

    private static T[] Rent<T>(int length)
    {
        // A rented array holds what its last user left in it.
        var array = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(array);
        return array;
    }
}

/// <summary>What narrows a search.</summary>
internal sealed class SearchBounds
{
    private readonly int[]? inKeys;
    private readonly int keys;
    private readonly int length;
    private bool[]? followed;

    /// <param name="timeline">Of the index.</param>
    /// <param name="keys">For each feed, who is in it.</param>
    public SearchBounds(Timeline timeline, IReadOnlyList<IReadOnlyList<ReadOnlyMemory<byte>>> keys)
    {
        this.keys = keys.Count;
        length = timeline.Length;
        inKeys = keys.Count > 0 ? new int[timeline.Length] : null;
        for (var i = 0; i < keys.Count; i++)
        {
            foreach (var list in keys[i])
            {
                for (var reader = FullPostings.Read(list.Span); reader.Next(); )
                {
                    // A release passes the i-th feed only if it has passed all before it: one number
                    // for each release is the whole intersection, and a feed whose lists name a release
                    // twice counts it once.
                    if (reader.Number < timeline.Length && inKeys![reader.Number] == i)
                    {
                        inKeys[reader.Number]++;
                    }
                }
            }
        }
    }

    /// <summary>The moment of the gate, in seconds.</summary>
    public required long Now { get; init; }

    /// <summary>In seconds; none is before.</summary>
    public long From { get; init; } = long.MinValue;

    /// <summary>In seconds; none is then or after.</summary>
    public long Before { get; init; } = long.MaxValue;

    // The gate. Numbers that stand for no release fail it too: theirs is later than any Now.
    public bool Takes(int number, long second) =>
        second <= Now && second >= From && second < Before && (inKeys is null || inKeys[number] == keys) && followed?[number] is not false;

    /// <summary>From now on takes only releases in which a word comes right after another.</summary>
    /// <param name="lists">As <see cref="Followers"/>, of the other word in each segment and of each form it may have.</param>
    /// <param name="next"><see cref="Followers.HashOf"/> of the word.</param>
    public void MustFollow(IEnumerable<ReadOnlyMemory<byte>> lists, byte next)
    {
        var having = new bool[length];
        foreach (var list in lists)
        {
            for (var reader = Followers.Read(list.Span); reader.Next(); )
            {
                if (reader.Number < length)
                {
                    having[reader.Number] |= (followed is null || followed[reader.Number]) && reader.Has(next);
                }
            }
        }

        followed = having;
    }
}
