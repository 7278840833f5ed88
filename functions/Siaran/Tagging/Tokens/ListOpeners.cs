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

    private readonly HashToIdMap setOf = new();
    private readonly ushort[] alone = new ushort[Most];
    private UInt128[] sets = [UInt128.MaxValue, UInt128.Zero];
    private int lists;

    /// <summary>How many lists there can be.</summary>
    public static int Most => 128;

    /// <summary>Takes one more list in, and gives the bit by which <see cref="MayOpen"/> knows it.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="Most"/> already.</exception>
    public UInt128 AddList() =>
        lists < Most ? UInt128.One << lists++ : throw new InvalidOperationException($"There are {Most} lists already.");

    /// <summary>Says that a phrase of a list begins with a word.</summary>
    public void Add(ulong word, UInt128 list)
    {
        ref var set = ref setOf.Of(word);
        var grown = sets[Math.Max(set, None)] | list;
        // Most words open one list.
        ref var known = ref alone[(int)UInt128.Log2(list)];
        set =
            grown != list ? NumberOf(grown)
            : known != Unmarked ? known
            : known = NumberOf(grown);
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
    public bool MayOpen(Token token, UInt128 list) => (sets[token.Opens] & list) != UInt128.Zero;

    private ushort NumberOf(UInt128 set)
    {
        // Not by Array.IndexOf, which the runtime would compile for this type at each cold start.
        for (var number = 0; number < sets.Length; number++)
        {
            if (sets[number] == set)
            {
                return (ushort)number;
            }
        }

        sets = [.. sets, set];
        return (ushort)(sets.Length - 1);
    }
}
