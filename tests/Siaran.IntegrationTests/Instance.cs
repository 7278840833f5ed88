using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Siaran.LocalHost;

namespace Siaran.IntegrationTests;

/// <summary>
/// Siaran as its users reach it, by HTTP alone: an office of the test's own, or the instance that <c>SIARAN_BASE_URL</c> names, with its
/// keys in
/// <c>SIARAN_FUNCTION_KEY</c> and <c>SIARAN_MASTER_KEY</c>.
/// </summary>
internal sealed class Instance : IAsyncDisposable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("SIARAN_BASE_URL") is { Length: > 0 } url ? url : null;

    private readonly Office? office;

    private Instance(Office? office)
    {
        this.office = office;
        (Reader, Editor, Operator) = (
            ClientWith(null),
            ClientWith(office is null ? Environment.GetEnvironmentVariable("SIARAN_FUNCTION_KEY") : LocalKeys.DefaultFunction),
            ClientWith(office is null ? Environment.GetEnvironmentVariable("SIARAN_MASTER_KEY") : LocalKeys.DefaultMaster)
        );
    }

    /// <summary>A reader without any key.</summary>
    public HttpClient Reader { get; }

    /// <summary>Has the function key.</summary>
    public HttpClient Editor { get; }

    /// <summary>Has the master key.</summary>
    public HttpClient Operator { get; }

    /// <summary>The office behind it, with its clock and its storage.</summary>
    /// <exception cref="AssertInconclusiveException">There is none: the test is skipped.</exception>
    public Office OfficeFor(string need)
    {
        if (office is null)
        {
            Assert.Inconclusive($"Skipped against {Given}: needs {need}.");
        }

        return office!;
    }

    public static async Task<Instance> OpenAsync() => new(Given is null ? await Office.OpenAsync() : null);

    /// <summary>Sends a release by POST, or a revision by PUT where <paramref name="path"/> is a release's.</summary>
    public async Task<HttpResponseMessage> SendAsync(string text, string path = "/releases", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(path == "/releases" ? HttpMethod.Post : HttpMethod.Put, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(text, Encoding.UTF8, "text/markdown"),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Editor.SendAsync(request);
    }

    /// <summary>Publishes a release that nobody else has; answers its path.</summary>
    public async Task<string> PublishAsync(string headline)
    {
        using var answer = await SendAsync(Texts.Release(headline, $"{headline} diumumkan di Baruna."));
        Assert.AreEqual(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.AbsolutePath;
    }

    public async Task<HttpResponseMessage> GetAsync(
        string path,
        string? accept = null,
        EntityTagHeaderValue? ifNoneMatch = null,
        string? encoding = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "*/*");
        if (ifNoneMatch is not null)
        {
            request.Headers.IfNoneMatch.Add(ifNoneMatch);
        }

        if (encoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        }

        return await Reader.SendAsync(request);
    }

    /// <summary>Waits until an address shows a text: another instance may serve from memory for a while.</summary>
    public async Task<string> ShowsAsync(string path, string text)
    {
        for (var tries = 0; ; tries++)
        {
            using var answer = await GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            if (body.Contains(text, StringComparison.Ordinal) || tries == (office is null ? 40 : 0))
            {
                StringAssert.Contains(body, text);
                return body;
            }

            await Task.Delay(1000);
        }
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        if (office is not null)
        {
            await office.DisposeAsync();
            return;
        }

        foreach (var client in (HttpClient[])[Reader, Editor, Operator])
        {
            client.Dispose();
        }
    }

    private HttpClient ClientWith(string? key)
    {
        if (office is not null)
        {
            return office.ClientWith(key);
        }

        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(Given!),
        };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add(LocalKeys.Header, key);
        }

        return client;
    }
}
