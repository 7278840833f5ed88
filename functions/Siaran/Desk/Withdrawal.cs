using System.Text.Encodings.Web;
using System.Text.Json;
using Siaran.Releases;

namespace Siaran.Desk;

/// <summary>An upload that withdraws a release.</summary>
internal static class Withdrawal
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ReleaseId id, string reason) =>
        $"---\nid: {id}\nstatus: withdrawn\nwithdrawnReason: {JsonSerializer.Serialize(reason, Quoted)}\n---\n";
}
