using System.Collections.Frozen;

namespace Siaran.Intake;

/// <summary>
/// Asks whether any of many stems is in a text, without regard to case, by one step a character: an automaton of all stems (Aho and
/// Corasick, 1975) whose steps are a table. The runtime's search for several words compares most places of a text with some of a hundred
/// short stems, which takes ten times as long.
/// </summary>
internal sealed class StemSearch
{
    private const int Plain = 128;
    private const ushort Found = ushort.MaxValue;

    /// <summary>What the automaton takes a character for; 0 where no stem has it.</summary>
    private readonly byte[] ofPlain = new byte[Plain];
    private readonly FrozenDictionary<char, byte> ofOthers;

    /// <summary>The state that each state goes to by each of <see cref="width"/> letters: a row a state, that of the start first.</summary>
    private readonly ushort[] steps;
    private readonly int width;

    public StemSearch(params IReadOnlyList<string> stems)
    {
        var letters = stems.SelectMany(stem => stem).Select(char.ToLowerInvariant).Distinct().Order().ToList();
        width = letters.Count + 1;
        ofOthers = letters.Where(c => c >= Plain).ToFrozenDictionary(c => c, c => (byte)(letters.IndexOf(c) + 1));
        foreach (var code in Enumerable.Range(0, Plain))
        {
            ofPlain[code] = (byte)(letters.IndexOf(char.ToLowerInvariant((char)code)) + 1);
        }

        steps = Steps(Tree(stems));
    }

    /// <summary>Whether a text holds one of them.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        var state = 0;
        foreach (var c in text)
        {
            state = steps[(state * width) + Letter(c)];
            if (state == Found)
            {
                return true;
            }
        }

        return false;
    }

    private int Letter(char c) => c < Plain ? ofPlain[c] : ofOthers.GetValueOrDefault(char.ToLowerInvariant(c));

    /// <summary>The stems letter by letter, each node with the nodes below it; 0 where there is none.</summary>
    private List<ushort[]> Tree(IReadOnlyList<string> stems)
    {
        var nodes = new List<ushort[]> { new ushort[width] };
        foreach (var stem in stems)
        {
            var node = nodes[0];
            for (var at = 0; at < stem.Length; at++)
            {
                ref var below = ref node[Letter(stem[at])];
                if (below == Found)
                {
                    break;
                }

                if (at == stem.Length - 1)
                {
                    below = Found;
                }
                else if (below == 0)
                {
                    below = (ushort)nodes.Count;
                    nodes.Add(new ushort[width]);
                }

                node = below == Found ? node : nodes[below];
            }
        }

        return nodes;
    }

    /// <summary>The table: where a stem does not go on, the longest end of what was read that begins one does.</summary>
    private ushort[] Steps(List<ushort[]> nodes)
    {
        var ends = new int[nodes.Count];
        var waiting = new Queue<int>(nodes[0].Where(below => below is > 0 and < Found).Select(below => (int)below));
        while (waiting.TryDequeue(out var at))
        {
            var ofEnd = nodes[ends[at]];
            for (var letter = 0; letter < width; letter++)
            {
                var below = nodes[at][letter];
                if (below is > 0 and < Found && ofEnd[letter] != Found)
                {
                    ends[below] = ofEnd[letter];
                    waiting.Enqueue(below);
                }
                else if (below != Found)
                {
                    nodes[at][letter] = ofEnd[letter];
                }
            }
        }

        return [.. nodes.SelectMany(node => node)];
    }
}
