using Azure.Core;
using Azure.Core.Pipeline;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>Counts calls to storage by what they cost: blob writes (lists too), blob reads, table calls. Deleting a blob is free.</summary>
internal sealed class BilledCalls : HttpPipelineSynchronousPolicy
{
    private int writes;
    private int reads;
    private int tables;

    public (int BlobWrites, int BlobReads, int Tables) Counts => (writes, reads, tables);

    public void Reset() => (writes, reads, tables) = (0, 0, 0);

    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        var isBlob = uri.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Any(Names.Containers.Contains);
        if (!isBlob)
        {
            Interlocked.Increment(ref tables);
        }
        else if (message.Request.Method == RequestMethod.Put || uri.Query.Contains("comp=list", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref writes);
        }
        else if (message.Request.Method != RequestMethod.Delete)
        {
            Interlocked.Increment(ref reads);
        }
    }
}
