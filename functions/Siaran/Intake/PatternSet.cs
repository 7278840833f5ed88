using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Patterns of which any may match, without regard to case.</summary>
/// <param name="patterns">In the syntax of <see cref="Regex"/>.</param>
internal sealed class PatternSet(params IReadOnlyList<string> patterns)
{
    private readonly GuardedRegex[] any =
    [
        .. patterns.Select(pattern => new GuardedRegex(pattern, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)),
    ];

    /// <summary>Whether any of the patterns matches somewhere in a text.</summary>
    public bool IsMatch(string text) => Array.Exists(any, pattern => pattern.IsMatch(text));
}
