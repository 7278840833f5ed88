namespace Siaran.Tagging.Tokens;

/// <summary>
/// Numbers phrases, and finds them over tokens whatever their case: the longest at each place, in time linear in the text.
/// </summary>
internal sealed class PhraseIndex
{
    // A phrase is known by a rolling hash of its tokens, and each first token says how far to look. Aho-Corasick would need no second look,
    // but a node for every prefix; phrases have few tokens, and most tokens begin none.
    private readonly HashToIdMap longest = new();
    private readonly HashToIdMap numbers = new();
    private readonly TokenList scratch = new();
    private ListOpeners? openers;
    private int list;

    public int Count => numbers.Count;

    /// <summary>Makes room for this many phrases at once.</summary>
    /// <param name="phrases">How many there will be.</param>
    /// <param name="firsts">How many different tokens begin them.</param>
    public void EnsureCapacity(int phrases, int firsts)
    {
        longest.EnsureCapacity(firsts);
        numbers.EnsureCapacity(phrases);
    }

    /// <summary>Reports what phrases begin with from now on, and asks tokens that are marked with it.</summary>
    public void ReportTo(ListOpeners all) => (openers, list) = (all, all.AddList());

    /// <summary>The number of a phrase, a new one if it has none yet: they count from 0. It is −1 where no phrase is written.</summary>
    public int Add(ReadOnlySpan<char> phrase)
    {
        // Most phrases are letters and single spaces, whose tokens need not be made: there are thousands at
        // each cold start.
        var (key, first, hash, words) = (0UL, 0UL, Tokenizer.HashBasis, 1);
        for (var i = 0; i < phrase.Length; i++)
        {
            var letter = (uint)phrase[i] | 0x20;
            if (letter - 'a' <= 'z' - 'a')
            {
                hash = (hash ^ letter) * Tokenizer.HashPrime;
            }
            else if (phrase[i] == ' ' && hash != Tokenizer.HashBasis && i + 1 < phrase.Length)
            {
                first = words == 1 ? hash : first;
                (key, hash) = (Join(key, hash), Tokenizer.HashBasis);
                words++;
            }
            else
            {
                scratch.Clear();
                Tokenizer.Read(phrase, scratch);
                return Add(scratch.Span);
            }
        }

        return phrase.Length == 0 ? -1 : Add(words == 1 ? hash : first, words, Join(key, hash));
    }

    /// <summary>The number of a phrase that is tokens already.</summary>
    public int Add(ReadOnlySpan<Token> phrase)
    {
        if (phrase.Length == 0)
        {
            return -1;
        }

        var key = 0UL;
        foreach (var token in phrase)
        {
            key = Join(key, token.Hash);
        }

        return Add(phrase[0].Hash, phrase.Length, key);
    }

    private int Add(ulong first, int words, ulong key)
    {
        // The longest phrase by its first token bounds every look-up: a token that begins no phrase
        // costs one bit test.
        ref var length = ref longest.Of(first);
        length = Math.Max(length, words);
        openers?.Add(first, list);
        ref var number = ref numbers.Of(key);
        // Numbers are kept from 1, since 0 is an empty place; callers count from 0.
        number = number == 0 ? numbers.Count : number;
        return number - 1;
    }

    /// <summary>Whether a phrase may begin with a token: surely not, or perhaps.</summary>
    public bool MayBegin(Token token) => openers is null || openers.MayOpen(token, list);

    /// <summary>
    /// The length in tokens of the longest phrase that begins at <paramref name="at"/>, and its number; 0 and −1 where there is none.
    /// </summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out int number)
    {
        number = -1;
        var most = longest.Find(tokens[at].Hash);
        if (most == 0)
        {
            return 0;
        }

        // All lengths from one on are tried and the longest wins: "Kota Bima" before "Bima". A phrase
        // has a handful of tokens, so that a text is read in O(tokens). No phrase crosses a break: a
        // paragraph ends a name.
        var (found, key, end) = (0, 0UL, Math.Min(tokens.Length, at + most));
        for (var i = at; i < end && tokens[i].Kind is not TokenKind.Break; i++)
        {
            key = Join(key, tokens[i].Hash);
            if (numbers.Find(key) is > 0 and var one)
            {
                (found, number) = (i - at + 1, one - 1);
            }
        }

        return found;
    }

    // The rotation makes the order count: "Bima Kota" is not "Kota Bima".
    public static ulong Join(ulong key, ulong hash) => (ulong.RotateLeft(key, 23) ^ hash) * 0x9E3779B97F4A7C15;
}
