using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>An upload that withdraws a release.</summary>
internal static class Withdrawal
{
    /// <param name="id">The release.</param>
    /// <param name="reason">For readers.</param>
    /// <param name="successor">The release that takes its place; null for none.</param>
    public static string Of(ReleaseId id, string reason, ReleaseId? successor) =>
        $"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: {FrontMatterText.Quote(reason)}\n{(successor is { } next ? $"successor: {next}\n" : "")}---\n";
}
