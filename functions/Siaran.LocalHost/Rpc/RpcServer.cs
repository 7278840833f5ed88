using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Siaran.LocalHost.Rpc;

/// <summary>
/// Serves the FunctionRpc contract on a free port of the loopback address, to any number of workers that are expected by their ids.
/// </summary>
internal sealed class RpcServer : IAsyncDisposable
{
    /// <summary>The bound of a message in bytes: none. A worker that does not get one takes no message at all.</summary>
    public const int MaxMessageLength = int.MaxValue;

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, WorkerChannel> expected;

    private RpcServer(WebApplication app, ConcurrentDictionary<string, WorkerChannel> expected) =>
        (this.app, this.expected) = (app, expected);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<RpcServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var expected = new ConcurrentDictionary<string, WorkerChannel>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        // HTTP/2 without TLS: both ends are on the loopback address of one machine.
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(expected);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var app = builder.Build();
        app.MapGrpcService<Streams>();
        await app.StartAsync(cancellationToken);
        return new RpcServer(app, expected);
    }

    /// <summary>Makes ready for a worker that will open its stream with a new id.</summary>
    public WorkerChannel Expect(Action<RpcLog> log)
    {
        var channel = new WorkerChannel(Guid.NewGuid().ToString(), log);
        expected[channel.WorkerId] = channel;
        _ = channel.Ended.ContinueWith(_ => expected.TryRemove(channel.WorkerId, out var _), TaskScheduler.Default);
        return channel;
    }

    /// <summary>What a worker is started with.</summary>
    public string[] ArgumentsFor(WorkerChannel channel) =>
        [
            "--functions-uri",
            Address.ToString(),
            "--functions-request-id",
            Guid.NewGuid().ToString(),
            "--functions-worker-id",
            channel.WorkerId,
            "--functions-grpc-max-message-length",
            MaxMessageLength.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in expected.Values)
        {
            channel.Close();
        }

        await app.DisposeAsync();
    }

    private sealed class Streams(ConcurrentDictionary<string, WorkerChannel> expected) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(
            IAsyncStreamReader<StreamingMessage> requestStream,
            IServerStreamWriter<StreamingMessage> responseStream,
            ServerCallContext context
        )
        {
            // Only workers that this host has started: any program on the machine could open a stream.
            if (
                !await requestStream.MoveNext(context.CancellationToken)
                || requestStream.Current.ContentCase != StreamingMessage.ContentOneofCase.StartStream
                || !expected.TryGetValue(requestStream.Current.StartStream.WorkerId, out var channel)
            )
            {
                throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "This worker is not expected."));
            }

            await channel.CarryAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
