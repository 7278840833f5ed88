using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Siaran.IntegrationTests;

/// <summary>Cuts the line to storage after so many calls, as a crash of the process would.</summary>
internal sealed class OutageAfter : HttpPipelineSynchronousPolicy
{
    private int left = int.MaxValue;

    public bool Happened { get; private set; }

    public void Arm(int calls)
    {
        Happened = false;
        left = calls;
    }

    public void Disarm() => left = int.MaxValue;

    public override void OnSendingRequest(HttpMessage message)
    {
        if (left == int.MaxValue)
        {
            return;
        }

        if (Interlocked.Decrement(ref left) < 0)
        {
            Happened = true;
            throw new RequestFailedException(503, "The line to storage is cut.");
        }
    }
}
