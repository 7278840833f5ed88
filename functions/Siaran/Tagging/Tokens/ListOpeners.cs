namespace Siaran.Tagging.Tokens;

/// <summary>
/// Which of many lists have a phrase that begins with a word. A token that is marked with it once answers for all lists without a look-up.
/// </summary>
internal sealed class ListOpeners
{
    // Rules ask scores of lists about each token, and nearly always in vain. Words open the same few sets of
    // lists, so that a token keeps the number of a set, and all sets stay in the processor's nearest cache.
    private const ushort Unmarked = 0;
    private const ushort None = 1;

    /// <summary>A set has a bit for each list, 64 in a word.</summary>
    private const int Words = 3;

    private readonly HashToIdMap setOf = new();
    private readonly ushort[] alone = new ushort[Most];

    /// <summary>The words of all sets: all lists, for tokens that nobody marked, then none of them, then others.</summary>
    private ulong[] sets = [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0, 0, 0];
    private int lists;

    /// <summary>How many lists there can be.</summary>
    public static int Most => 64 * Words;

    /// <summary>Takes one more list in, and gives the number by which <see cref="MayOpen"/> knows it.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already.</exception>
    public int AddList() => lists < Most ? lists++ : throw new InvalidOperationException($"There are {Most} lists already.");

    /// <summary>Says that a phrase of a list begins with a word.</summary>
    public void Add(ulong word, int list)
    {
        ref var set = ref setOf.Of(word);
        // Most words open one list.
        ref var known = ref alone[list];
        set =
            set > None ? (Has(set, list) ? set : With(set, list))
            : known != Unmarked ? known
            : known = With(None, list);
    }

    /// <summary>Marks tokens with the lists that they open.</summary>
    public void Mark(Span<Token> tokens)
    {
        foreach (ref var token in tokens)
        {
            token = token with { Opens = setOf.Find(token.Hash) is > 0 and var set ? (ushort)set : None };
        }
    }

    /// <summary>Whether a phrase of a list may begin with a token: surely not, or perhaps.</summary>
    public bool MayOpen(Token token, int list) => Has(token.Opens, list);

    private bool Has(int set, int list) => (sets[(set * Words) + (list >> 6)] >> list & 1) != 0;

    /// <summary>The number of a set with one list more, a new one if it has none yet.</summary>
    private ushort With(int set, int list)
    {
        Span<ulong> grown = stackalloc ulong[Words];
        sets.AsSpan(set * Words, Words).CopyTo(grown);
        grown[list >> 6] |= 1UL << list;
        var at = 0;
        while (at < sets.Length && !IsAt(at, grown))
        {
            at += Words;
        }

        sets = at < sets.Length ? sets : [.. sets, .. grown];
        return (ushort)(at / Words);
    }

    private bool IsAt(int at, ReadOnlySpan<ulong> set)
    {
        // Not by SequenceEqual, which the runtime would compile for this type at each cold start.
        for (var word = 0; word < Words; word++)
        {
            if (sets[at + word] != set[word])
            {
                return false;
            }
        }

        return true;
    }
}
