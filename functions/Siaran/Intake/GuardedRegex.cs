using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// A regular expression that keeps little memory, and takes bounded time on hostile text. It is tried with backtracking, which keeps some
/// 3 KB and is made in 0.1 ms; an automaton keeps up to 1.5 MB and is made in up to 30 ms, since each letter of a word is a set of its own
/// in it. Text on which backtracking takes too long is matched by the automaton, in time linear in it (Moseley et al., 2023), as is every
/// text from then on. Both find the same. Where many patterns are tried on most lines, or one on most text, an automaton is the faster way.
/// </summary>
/// <param name="pattern">In the syntax of <see cref="Regex"/>, of what <see cref="RegexOptions.NonBacktracking"/> can match.</param>
/// <param name="options">Without the choice of an engine.</param>
internal sealed class GuardedRegex(string pattern, RegexOptions options = RegexOptions.None)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Regex tried = new(pattern, options | RegexOptions.CultureInvariant, Longest);

    private readonly Lazy<Regex> automaton = new(() =>
        new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout)
    );

    /// <summary>Whether a text was met on which backtracking takes too long.</summary>
    public bool IsAutomaton => automaton.IsValueCreated;

    /// <summary>Whether it matches somewhere in a text.</summary>
    public bool IsMatch(string text) => IsMatch(text.AsSpan());

    /// <inheritdoc cref="IsMatch(string)"/>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (!IsAutomaton)
        {
            try
            {
                return tried.IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
                // The automaton answers.
            }
        }

        return automaton.Value.IsMatch(text);
    }

    /// <summary>The first match in a text.</summary>
    public Match Match(string text) => Ask(text, 0, static (regex, text, _) => regex.Match(text));

    /// <summary>All matches in a text, from its start.</summary>
    public IReadOnlyList<Match> Matches(string text) =>
        Ask(
            text,
            0,
            static (regex, text, _) =>
            {
                var matches = regex.Matches(text);
                // They are looked for when they are counted.
                _ = matches.Count;
                return matches;
            }
        );

    /// <summary>A text with something in the place of each match.</summary>
    /// <param name="replacement">In the syntax of <see cref="Regex.Replace(string, string)"/>.</param>
    public string Replace(string text, string replacement) =>
        Ask(text, replacement, static (regex, text, replacement) => regex.Replace(text, replacement));

    /// <inheritdoc cref="Replace(string, string)"/>
    public string Replace(string text, MatchEvaluator replacement) =>
        Ask(text, replacement, static (regex, text, replacement) => regex.Replace(text, replacement));

    private TAnswer Ask<TWith, TAnswer>(string text, TWith with, Func<Regex, string, TWith, TAnswer> question)
    {
        if (!IsAutomaton)
        {
            try
            {
                return question(tried, text, with);
            }
            catch (RegexMatchTimeoutException)
            {
                // The automaton answers.
            }
        }

        return question(automaton.Value, text, with);
    }
}
