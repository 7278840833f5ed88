using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>An upload that withdraws a release.</summary>
internal static class Withdrawal
{
    public static string Of(ReleaseId id, string reason) =>
        $"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: {FrontMatterText.Quote(reason)}\n---\n";
}
