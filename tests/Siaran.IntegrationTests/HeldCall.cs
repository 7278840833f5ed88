using Azure.Core;
using Azure.Core.Pipeline;

namespace Siaran.IntegrationTests;

/// <summary>Holds the first call to storage of a kind, as a slow line would, until it is let go.</summary>
/// <param name="isMeant">Whether a call is of the kind.</param>
internal sealed class HeldCall(Func<Request, bool> isMeant) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource free = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isArmed;

    /// <summary>Ends once a call is held.</summary>
    public Task Held => held.Task;

    public void Arm() => isArmed = 1;

    public void Free() => free.SetResult();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (isMeant(message.Request) && Interlocked.Exchange(ref isArmed, 0) == 1)
        {
            held.SetResult();
            await free.Task;
        }

        await ProcessNextAsync(message, pipeline);
    }
}
