using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Siaran.LocalHost.Rpc;

/// <summary>One worker's stream: its start, its functions, and their invocations.</summary>
internal sealed class WorkerChannel(string workerId, Action<RpcLog> log)
{
    // The order of the contract: the worker opens the stream with its id, then the host asks it to
    // initialise, asks for the metadata of its functions, loads each, and invokes them from then on.
    private const string HostVersion = "4.0.0.0";

    // One queue and one writer: a gRPC stream takes one write at a time, and invocations come from many
    // requests.
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    // Invocations are answered by their own ids and in any order; all else by request ids.
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> answers = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string WorkerId => workerId;

    /// <summary>Completes when the worker's stream has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Where the worker's own web server listens; known once <see cref="StartAsync"/> has ended.</summary>
    public Uri? HttpAddress { get; private set; }

    /// <summary>Waits for the worker to open its stream, then makes it ready to be invoked.</summary>
    /// <returns>The functions that it has, all loaded, in no order.</returns>
    /// <exception cref="CannotStartException">The worker refuses to initialise, or a function cannot be loaded.</exception>
    /// <exception cref="WorkerGoneException">The stream ended before.</exception>
    public async Task<IReadOnlyList<WorkerFunction>> StartAsync(string applicationDirectory, CancellationToken cancellationToken)
    {
        await opened.Task.WaitAsync(cancellationToken);
        var init = await AskAsync(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = HostVersion,
                    WorkerDirectory = applicationDirectory,
                    FunctionAppDirectory = applicationDirectory,
                },
            },
            cancellationToken
        );
        Check(init.WorkerInitResponse.Result, "The worker did not initialise");
        HttpAddress = init.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;

        var described = await AskAsync(
            new StreamingMessage
            {
                FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = applicationDirectory },
            },
            cancellationToken
        );
        Check(described.FunctionMetadataResponse.Result, "The worker could not describe its functions");
        var functions = new List<WorkerFunction>();
        foreach (var metadata in described.FunctionMetadataResponse.FunctionMetadataResults)
        {
            functions.Add(WorkerFunction.Read(metadata));
            var loaded = await AskAsync(
                new StreamingMessage
                {
                    FunctionLoadRequest = new FunctionLoadRequest { FunctionId = metadata.FunctionId, Metadata = metadata },
                },
                cancellationToken
            );
            Check(loaded.FunctionLoadResponse.Result, $"The function {metadata.Name} could not be loaded");
        }

        return functions;
    }

    /// <summary>
    /// Runs a function and waits for its end. When cancelled, the worker is asked to cancel the function, and its end is still awaited.
    /// </summary>
    /// <exception cref="WorkerGoneException">The stream ended before the function did.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        invocations[request.InvocationId] = answer;
        try
        {
            Send(new StreamingMessage { InvocationRequest = request });
            // The worker decides whether it can stop. Its answer is awaited all the same, or the
            // function would run on unseen.
            await using var cancelling = cancellationToken.UnsafeRegister(_ => Cancel(request.InvocationId), null);
            return await answer.Task;
        }
        finally
        {
            invocations.TryRemove(request.InvocationId, out _);
        }
    }

    /// <summary>Asks the worker to stop its host.</summary>
    public void Terminate(TimeSpan grace) =>
        outgoing.Writer.TryWrite(
            new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(grace) } }
        );

    /// <summary>Ends the stream from the host's side: the worker does not end it when it stops.</summary>
    public void Close()
    {
        outgoing.Writer.TryComplete();
        opened.TrySetException(new WorkerGoneException());
        End();
    }

    /// <summary>Carries the stream until one side ends it.</summary>
    public async Task CarryAsync(
        IAsyncStreamReader<StreamingMessage> incoming,
        IServerStreamWriter<StreamingMessage> replies,
        CancellationToken cancellationToken
    )
    {
        opened.TrySetResult();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(replies, either.Token);
        var reading = ReadAsync(incoming, either.Token);
        // Whichever side ends first ends the other.
        await Task.WhenAny(writing, reading);
        await either.CancelAsync();
        outgoing.Writer.TryComplete();
        await Task.WhenAll(writing, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End();
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> replies, CancellationToken cancellationToken)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await replies.WriteAsync(message, cancellationToken);
        }
    }

    private async Task ReadAsync(IAsyncStreamReader<StreamingMessage> incoming, CancellationToken cancellationToken)
    {
        while (await incoming.MoveNext(cancellationToken))
        {
            Take(incoming.Current);
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                log(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse
                when invocations.TryGetValue(message.InvocationResponse.InvocationId, out var invocation):
                invocation.TrySetResult(message.InvocationResponse);
                break;
            default:
                if (answers.TryRemove(message.RequestId, out var answer))
                {
                    answer.TrySetResult(message);
                }

                break;
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellationToken)
    {
        message.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        answers[message.RequestId] = answer;
        Send(message);
        return await answer.Task.WaitAsync(cancellationToken);
    }

    private void Send(StreamingMessage message)
    {
        if (!outgoing.Writer.TryWrite(message) || ended.Task.IsCompleted)
        {
            End();
        }
    }

    private void Cancel(string invocationId) =>
        outgoing.Writer.TryWrite(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });

    private void End()
    {
        ended.TrySetResult();
        foreach (var invocation in invocations.Values)
        {
            invocation.TrySetException(new WorkerGoneException());
        }

        foreach (var answer in answers.Values)
        {
            answer.TrySetException(new WorkerGoneException());
        }
    }

    private static void Check(StatusResult result, string problem)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new CannotStartException($"{problem}: {result.Exception?.Message ?? result.Result}");
        }
    }
}
