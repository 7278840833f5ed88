using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Patterns of which any may match, without regard to case. They are asked as a few automata rather than one each: every automaton keeps
/// what it worked out about sets of characters, 1 to 3 MB whatever its size, and takes some 20 ms to make.
/// </summary>
/// <param name="patterns">In the syntax of <see cref="Regex"/>.</param>
internal sealed class PatternSet(params IReadOnlyList<string> patterns)
{
    /// <summary>Patterns that are tried in one automaton first: mostly as many as the runtime's bound of its size lets through.</summary>
    private const int Together = 8;

    private readonly Regex[] automata = [.. patterns.Chunk(Together).SelectMany(Automata)];

    /// <summary>Whether any of the patterns matches somewhere in a text; in time linear in it.</summary>
    public bool IsMatch(string text) => Array.Exists(automata, automaton => automaton.IsMatch(text));

    private static IEnumerable<Regex> Automata(string[] patterns)
    {
        try
        {
            return
            [
                new Regex(
                    string.Join('|', patterns.Select(pattern => $"(?:{pattern})")),
                    RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
                ),
            ];
        }
        catch (NotSupportedException) when (patterns.Length > 1)
        {
            // Too large for one, which only the runtime can say.
            return Automata(patterns[..(patterns.Length / 2)]).Concat(Automata(patterns[(patterns.Length / 2)..]));
        }
    }
}
