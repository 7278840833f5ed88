using System.Runtime.InteropServices;

namespace Siaran.Tagging.Tokens;

/// <summary>
/// Phrases and their meanings, matched over tokens whatever their case: the longest at each place, in time linear in the text.
/// </summary>
internal sealed class PhraseMap<T>
{
    private readonly PhraseIndex index = new();
    private readonly List<T> first = [];

    // Most phrases have one meaning; a list is made for those alone that have more.
    private readonly Dictionary<int, List<T>> several = [];

    public int Count => first.Count;

    /// <inheritdoc cref="PhraseIndex.EnsureCapacity"/>
    public void EnsureCapacity(int phrases, int firsts)
    {
        index.EnsureCapacity(phrases, firsts);
        first.EnsureCapacity(phrases);
    }

    /// <inheritdoc cref="PhraseIndex.ReportTo"/>
    public void ReportTo(ListOpeners openers) => index.ReportTo(openers);

    /// <summary>Adds a meaning of <paramref name="phrase"/>. A phrase may have several.</summary>
    public void Add(ReadOnlySpan<char> phrase, T value) => AddMeaning(index.Add(phrase), value);

    /// <summary>Adds a meaning of a phrase that is tokens already.</summary>
    public void Add(ReadOnlySpan<Token> phrase, T value) => AddMeaning(index.Add(phrase), value);

    /// <summary>
    /// The longest phrase that begins at <paramref name="at"/>: its length in tokens, 0 where there is none, and its meanings.
    /// </summary>
    public int Match(ReadOnlySpan<Token> tokens, int at, out ReadOnlySpan<T> values)
    {
        values = [];
        // Asked here and not in the index, since nearly every question ends here.
        if (!index.MayBegin(tokens[at]))
        {
            return 0;
        }

        var length = index.Match(tokens, at, out var number);
        values = length == 0 ? [] : Meanings(number);
        return length;
    }

    private void AddMeaning(int number, T value)
    {
        // A number that is one past the last is new. −1 (nothing but white space) falls through all
        // branches and is dropped.
        if (number == first.Count)
        {
            first.Add(value);
        }
        else if (several.TryGetValue(number, out var all))
        {
            all.Add(value);
        }
        else if (number >= 0)
        {
            several[number] = [first[number], value];
        }
    }

    private ReadOnlySpan<T> Meanings(int number) =>
        CollectionsMarshal.AsSpan(several.GetValueOrDefault(number)) is { Length: > 0 } all
            ? all
            : CollectionsMarshal.AsSpan(first).Slice(number, 1);
}
