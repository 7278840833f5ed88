using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;
using Siaran.LocalHost.Running;
using Yarp.ReverseProxy.Forwarder;

namespace Siaran.LocalHost.Http;

/// <summary>Runs a function for a request.</summary>
internal sealed partial class FunctionForwarder(IHttpForwarder forwarder, ILoggerFactory loggers) : IDisposable
{
    // Two things of the same invocation id reach the worker: the forwarded request, whose body streams
    // both ways, and the invocation message. The function starts when both have come; either alone
    // waits in the worker until it gives up.
    internal const string InvocationHeader = "x-ms-invocation-id";

    // No time limit of its own: the worker's own limits count, and a client that goes away cancels.
    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromHours(1),
        Version = HttpVersion.Version11,
    };

    // A function ends with its response; one that goes on much longer has not been given the request.
    private static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        }
    );

    public async Task ForwardAsync(HttpContext context, RunningWorker running, HttpMatch match)
    {
        var request = RequestFor(context, match);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var invoking = running.Channel.InvokeAsync(request, giveUp.Token);
        var error = await forwarder.SendAsync(
            context,
            running.HttpAddress.ToString(),
            client,
            Config,
            new InvocationTransformer(request.InvocationId),
            context.RequestAborted
        );
        // The request is lost, and so the function must not go on waiting for it.
        if (error != ForwarderError.None)
        {
            await giveUp.CancelAsync();
        }
        else if (!invoking.IsCompleted && await Task.WhenAny(invoking, Task.Delay(Unanswered, TimeProvider.System)) != invoking)
        {
            NeverReached(loggers.CreateLogger($"Function.{match.Function.Name}"), match.Function.Name, context.Request.Path);
        }

        await EndAsync(context, match.Function, invoking);
    }

    public void Dispose() => client.Dispose();

    private async Task EndAsync(HttpContext context, WorkerFunction function, Task<InvocationResponse> invoking)
    {
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        try
        {
            var result = (await invoking).Result;
            if (result.Status == StatusResult.Types.Status.Success)
            {
                return;
            }

            if (context.RequestAborted.IsCancellationRequested)
            {
                ClientGone(logger, function.Name);
                return;
            }

            Failed(logger, new FunctionFailedException(function.Name, result.Exception), function.Name);
            Fail(context, StatusCodes.Status500InternalServerError);
        }
        catch (WorkerGoneException ex)
        {
            Failed(logger, ex, function.Name);
            Fail(context, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static InvocationRequest RequestFor(HttpContext context, HttpMatch match)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = match.Function.Id,
            TraceContext = TraceOf(context.Request),
            InputData =
            {
                new ParameterBinding
                {
                    Name = match.Function.TriggerParameter,
                    Data = new TypedData
                    {
                        Http = new RpcHttp { Method = context.Request.Method, Url = UrlOf(context.Request) },
                    },
                },
            },
        };
        foreach (var (name, values) in context.Request.Query)
        {
            // The last of several values, as the real host has it.
            request.TriggerMetadata[name] = new TypedData { String = values.Count > 0 ? values[^1] ?? "" : "" };
        }

        foreach (var (name, value) in match.RouteValues)
        {
            if (value is not null && Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { } text)
            {
                request.TriggerMetadata[name] = new TypedData { String = text };
            }
        }

        return request;
    }

    private static string UrlOf(HttpRequest request) => $"http://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";

    private static RpcTraceContext TraceOf(HttpRequest request)
    {
        string? parent = request.Headers.TraceParent;
        if (!ActivityContext.TryParse(parent, null, out _))
        {
            parent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";
        }

        return new RpcTraceContext { TraceParent = parent, TraceState = request.Headers.TraceState.ToString() };
    }

    /// <summary>
    /// Ends the request in an empty answer that keeps the headers already set; once the answer is under way, breaks it off.
    /// </summary>
    private static void Fail(HttpContext context, int status)
    {
        // Part of the answer is out already. Only a broken connection tells the client that it is not
        // whole.
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentLength = 0;
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = null;
    }

    [LoggerMessage(1, LogLevel.Error, "The function {Function} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string function);

    [LoggerMessage(2, LogLevel.Debug, "The client of the function {Function} went away")]
    private static partial void ClientGone(ILogger logger, string function);

    [LoggerMessage(
        3,
        LogLevel.Error,
        "The host chose {Function} for {Path} but the request did not reach it: a startup filter answered in its place, or the worker's "
            + "routing found another. Such a request hangs for 15 seconds and ends in an empty 500"
    )]
    private static partial void NeverReached(ILogger logger, string function, PathString path);

    /// <summary>Forwards the request as it came, with the invocation's id in place of any that the client sent.</summary>
    private sealed class InvocationTransformer(string invocationId) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext,
            HttpRequestMessage proxyRequest,
            string destinationPrefix,
            CancellationToken cancellationToken
        )
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            // A client must not be able to name another's invocation.
            Set(proxyRequest, InvocationHeader, invocationId);
            Set(proxyRequest, "X-Forwarded-Proto", "http");
            Set(proxyRequest, "X-Forwarded-Host", httpContext.Request.Host.Value ?? "");
            Set(proxyRequest, "X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString() ?? "");
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
        }

        private static void Set(HttpRequestMessage request, string name, string value)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
