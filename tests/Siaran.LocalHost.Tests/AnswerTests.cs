using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.TestApp;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class AnswerTests
{
    private static FunctionsTestHost app = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => app = await App.Start();

    [ClassCleanup]
    public static async Task Stop() => await app.DisposeAsync();

    [TestMethod]
    [DataRow("answer/action", 201, """{"word":"made"}""")]
    [DataRow("answer/typed", 200, "\"typed\"")]
    [DataRow("answer/valuetask", 200, "awaited")]
    [DataRow("answer/written", 200, "written")]
    [DataRow("answer/streamed", 200, "part 0;part 1;part 2;")]
    [DataRow("answer/several", 200, "marked")]
    [DataRow("answer/object", 200, "")]
    [DataRow("answer/string", 200, "")]
    [DataRow("answer/null", 200, "")]
    [DataRow("answer/nothing", 200, "")]
    [DataRow("answer/redirect", 302, "")]
    [DataRow("answer/not-modified", 304, "")]
    [DataRow("answer/known", 418, "")]
    [DataRow("answer/failing-result", 500, "")]
    [DataRow("guarded", 403, "guarded")]
    [DataRow("answer/nothing?short-circuit=1", 500, "")]
    public async Task A_result_becomes_the_answer_that_the_worker_gives(string path, int status, string body)
    {
        using var answer = await app.Client.GetAsync(new Uri($"api/{path}", UriKind.Relative));
        Assert.AreEqual((HttpStatusCode)status, answer.StatusCode);
        Assert.AreEqual(body, await answer.Content.ReadAsStringAsync());
        Assert.AreEqual("stamped", string.Join(",", answer.Headers.GetValues("x-stamp")));
    }

    [TestMethod]
    public async Task A_failure_is_an_empty_500_with_the_headers_already_set_and_is_logged()
    {
        using var answer = await app.Client.GetAsync(new Uri("api/answer/failing", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.AreEqual("", await answer.Content.ReadAsStringAsync());
        Assert.AreEqual("set", answer.Headers.GetValues("x-before").Single());
        Assert.IsTrue(
            app.Log.Entries.Any(entry =>
                entry
                    is {
                        Level: LogLevel.Error,
                        Category: "Function.Failing",
                        Exception: FunctionFailedException { ThrownType: "System.InvalidOperationException" }
                    }
            )
        );
    }

    [TestMethod]
    public async Task A_range_and_several_values_of_a_header_pass_intact()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/answer/range");
        request.Headers.Range = new RangeHeaderValue(2, 4);
        using var answer = await app.Client.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.AreEqual("234", await answer.Content.ReadAsStringAsync());
        Assert.AreEqual("<a>|<b>", string.Join('|', answer.Headers.GetValues("Link")));
    }

    [TestMethod]
    public async Task What_the_host_answers_itself_has_passed_no_startup_filter()
    {
        using var answer = await app.Client.GetAsync(new Uri("api/nowhere", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.IsFalse(answer.Headers.Contains("x-stamp"));
    }

    [TestMethod]
    public async Task A_startup_filter_that_answers_in_place_of_the_function_is_reported()
    {
        using var answer = await app.Client.GetAsync(new Uri("api/headed?short-circuit=1", UriKind.Relative));
        Assert.IsTrue(
            app.Log.Entries.Any(entry => entry.Level == LogLevel.Error && entry.Message.Contains("chose Headed", StringComparison.Ordinal))
        );
    }

    [TestMethod]
    public async Task Each_invocation_has_a_scope_of_its_own_that_the_request_shares()
    {
        var first = await app.Client.GetStringAsync(new Uri("api/scopes", UriKind.Relative));
        var second = await app.Client.GetStringAsync(new Uri("api/scopes", UriKind.Relative));
        Assert.AreEqual("True outer Scopes True", first[(first.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        Assert.AreNotEqual(first, second);
    }

    [TestMethod]
    public async Task A_clients_invocation_id_and_forwarded_scheme_are_overwritten()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/scheme")
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "x-ms-invocation-id", "mine" } },
        };
        using var answer = await app.Client.SendAsync(request);
        Assert.AreEqual("http ", await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("""{"title":"A","pages":3}""", 200, "A has 3")]
    [DataRow("""{"title":"A","pages":"x"}""", 500, "")]
    [DataRow("{", 500, "")]
    [DataRow("", 500, "")]
    public async Task A_body_binds_as_JSON_or_fails(string body, int status, string expected)
    {
        using var content = new StringContent(body, null, "application/json");
        using var answer = await app.Client.PostAsync(new Uri("api/notes", UriKind.Relative), content);
        Assert.AreEqual((HttpStatusCode)status, answer.StatusCode);
        Assert.AreEqual(expected, await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_body_may_have_thirty_million_bytes_and_no_more()
    {
        using var most = new ByteArrayContent(new byte[30_000_000]);
        using var taken = await app.Client.PostAsync(new Uri("api/length", UriKind.Relative), most);
        Assert.AreEqual("30000000", await taken.Content.ReadAsStringAsync());

        using var more = new ByteArrayContent(new byte[30_000_001]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/length") { Content = more, Headers = { ExpectContinue = true } };
        using var refused = await app.Client.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.InternalServerError, refused.StatusCode);
    }

    [TestMethod]
    public async Task A_client_that_goes_away_cancels_its_function()
    {
        using var impatience = new CancellationTokenSource();
        var asking = app.Client.GetAsync(new Uri("api/answer/patient", UriKind.Relative), impatience.Token);
        await Answers.PatientCalled.Task;
        await impatience.CancelAsync();
        await Assert.ThrowsExactlyAsync<TaskCanceledException>(() => asking);
        await Answers.PatientGone.Task;
    }

    [TestMethod]
    public async Task A_running_request_completes_when_the_host_stops()
    {
        var stopped = await App.Start();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var answer = client.GetStringAsync(new Uri(stopped.BaseAddress, "api/answer/slowly"));
        await Answers.SlowlyCalled.Task;
        var stopping = stopped.DisposeAsync();
        Answers.SlowlyMayEnd.SetResult();
        Assert.AreEqual("done", await answer);
        await stopping;
    }
}
