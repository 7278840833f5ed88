using System.Runtime.InteropServices;

namespace Siaran.Tagging.Tokens;

/// <summary>Phrases, matched over tokens whatever their case: the longest at each place, in time linear in the text.</summary>
public sealed class PhraseMap<T>
{
    private readonly Dictionary<ulong, int> longest = [];
    private readonly Dictionary<ulong, T[]> entries = [];
    private readonly List<Token> scratch = [];

    public int Count => entries.Count;

    /// <summary>Makes room for this many phrases at once.</summary>
    public void EnsureCapacity(int phrases) => entries.EnsureCapacity(phrases);

    /// <summary>Adds a meaning of <paramref name="phrase"/>. A phrase may have several.</summary>
    public void Add(ReadOnlySpan<char> phrase, T value)
    {
        scratch.Clear();
        Tokenizer.Read(phrase, scratch);
        Add(CollectionsMarshal.AsSpan(scratch), value);
    }

    /// <summary>Adds a meaning of a phrase that is tokens already.</summary>
    public void Add(ReadOnlySpan<Token> phrase, T value)
    {
        if (phrase.Length == 0)
        {
            return;
        }

        ref var length = ref CollectionsMarshal.GetValueRefOrAddDefault(longest, phrase[0].Hash, out _);
        length = Math.Max(length, phrase.Length);
        var key = 0UL;
        foreach (var token in phrase)
        {
            key = Join(key, token.Hash);
        }

        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, key, out _);
        values = values is null ? [value] : [.. values, value];
    }

    /// <summary>The longest phrase that begins at <paramref name="at"/>: its length in tokens, 0 where there is none, and its meanings.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out IReadOnlyList<T> values)
    {
        values = [];
        if (!longest.TryGetValue(tokens[at].Hash, out var most))
        {
            return 0;
        }

        var (found, key, end) = (0, 0UL, Math.Min(tokens.Length, at + most));
        for (var i = at; i < end && tokens[i].Kind is not TokenKind.Break; i++)
        {
            key = Join(key, tokens[i].Hash);
            if (entries.TryGetValue(key, out var meanings))
            {
                (found, values) = (i - at + 1, meanings);
            }
        }

        return found;
    }

    private static ulong Join(ulong key, ulong hash) => (ulong.RotateLeft(key, 23) ^ hash) * 0x9E3779B97F4A7C15;
}
