using System.Net;

namespace Siaran.IntegrationTests.Memory;

/// <summary>A WebSub hub in memory that may fail one ping.</summary>
/// <param name="call">Which ping fails, from 1; 0 for none.</param>
/// <param name="fault"><c>refused</c>, <c>lost</c> (taken, but its answer is lost), <c>hangs</c> or <c>throttled</c>.</param>
internal sealed class MemoryHub(int call = 0, string fault = "") : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly HashSet<string> taken = [];
    private int calls;

    public bool HasFailed => call > 0 && calls >= call;

    /// <summary>Each topic that was taken since the last <see cref="Clear"/>.</summary>
    public IReadOnlySet<string> Taken => taken;

    public void Clear()
    {
        taken.Clear();
        calls = 0;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        var topic = Uri.UnescapeDataString(form.Split('&').Single(field => field.StartsWith("hub.url=", StringComparison.Ordinal))[8..]);
        lock (gate)
        {
            calls++;
            if (calls != call || fault == "lost")
            {
                taken.Add(topic);
            }

            if (calls != call)
            {
                return new HttpResponseMessage(HttpStatusCode.Accepted);
            }
        }

        switch (fault)
        {
            case "throttled":
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            case "hangs":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                break;
        }

        throw new HttpRequestException($"The ping was {fault}.");
    }
}
