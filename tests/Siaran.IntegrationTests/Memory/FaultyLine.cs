using System.Globalization;
using Azure.Core;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// Fails one request, however often it is sent; where it is <c>cut</c>, every one after it too, as if the process had ended.
/// </summary>
internal sealed class FaultyLine(int call, string fault)
{
    private string? request;
    private int calls;
    private int sent;

    /// <summary>How many calls are passed over from one try to the next, unless <c>SIARAN_FAULTS_EVERY</c> says it otherwise.</summary>
    public static int Every(int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("SIARAN_FAULTS_EVERY"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : otherwise;

    public bool HasFailed => request is not null;

    public ValueTask<Func<ValueTask>?> PassAsync(HttpMessage message)
    {
        var id = message.Request.ClientRequestId;
        request ??= ++calls == call ? id : null;
        if (request is not null && fault == "cut")
        {
            throw new IOException("The process has ended.");
        }

        if (request != id)
        {
            return new(default(Func<ValueTask>?));
        }

        sent++;
        if (fault == "throttled")
        {
            message.Response =
                message.Request.Uri.Port == 1 ? MemoryAnswer.BlobFailure(503, "ServerBusy") : MemoryAnswer.TableFailure(503, "ServerBusy");
            return new(MemoryTransport.Answered);
        }

        return fault switch
        {
            "refused" => throw new IOException("The line to storage is cut."),
            "hangs" => throw new TaskCanceledException("The operation took longer than it may."),
            "lost once" when sent > 1 => new(default(Func<ValueTask>?)),
            _ => new(() => throw new IOException("The answer was lost.")),
        };
    }
}
