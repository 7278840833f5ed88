using Azure.Core;
using Azure.Core.Pipeline;

namespace Siaran.IntegrationTests;

/// <summary>Storage that takes a request and never answers, until it speaks again.</summary>
internal sealed class SilentStorage : HttpPipelinePolicy
{
    private TaskCompletionSource? silence;

    /// <summary>Requests that wait now.</summary>
    public int Waiting { get; private set; }

    public void Begin() => silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End()
    {
        silence?.SetResult();
        silence = null;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (silence is { } now)
        {
            Waiting++;
            await now.Task.WaitAsync(message.CancellationToken);
        }

        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
