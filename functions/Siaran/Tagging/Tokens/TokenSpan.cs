namespace Siaran.Tagging.Tokens;

/// <summary>The first and the last of some tokens that stand together.</summary>
internal sealed record TokenSpan(int First, int Last);
