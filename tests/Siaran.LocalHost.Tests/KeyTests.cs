using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Siaran.LocalHost.TestApp;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class KeyTests
{
    private static FunctionsTestHost app = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) =>
        app = await App.Start(options =>
        {
            options.Settings["LocalHost:FunctionKey"] = "function";
            options.Settings["LocalHost:MasterKey"] = "master";
            options.Settings["AzureWebJobs.Echo.Disabled"] = "true";
        });

    [ClassCleanup]
    public static async Task Stop() => await app.DisposeAsync();

    [TestMethod]
    [DataRow("secure", null, 401)]
    [DataRow("secure", "wrong", 401)]
    [DataRow("secure", "", 401)]
    [DataRow("secure", "function", 200)]
    [DataRow("secure", "master", 200)]
    [DataRow("top-secret", null, 401)]
    [DataRow("top-secret", "function", 401)]
    [DataRow("top-secret", "master", 200)]
    [DataRow("headed", "wrong", 200)]
    [DataRow("nowhere", null, 404)]
    public async Task A_function_opens_to_the_keys_of_its_level(string path, string? key, int status)
    {
        using var client = app.CreateClient(key);
        using var byHeader = await client.GetAsync(new Uri($"api/{path}", UriKind.Relative));
        Assert.AreEqual((HttpStatusCode)status, byHeader.StatusCode);
        using var byQuery = await app.Client.GetAsync(new Uri($"api/{path}{(key is null ? "" : $"?code={key}")}", UriKind.Relative));
        Assert.AreEqual((HttpStatusCode)status, byQuery.StatusCode);
        if (status == 401)
        {
            Assert.AreEqual("", await byHeader.Content.ReadAsStringAsync());
        }
    }

    [TestMethod]
    public async Task The_key_stays_visible_in_the_query() =>
        Assert.AreEqual("""{"code":"function"}""", await app.Client.GetStringAsync(new Uri("api/secure?code=function", UriKind.Relative)));

    [TestMethod]
    public async Task A_disabled_function_is_not_found()
    {
        using var answer = await app.Client.GetAsync(new Uri("api/Echo", UriKind.Relative));
        Assert.AreEqual(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [TestMethod]
    [DataRow("Eager", "master", "{}", "application/json", 202)]
    [DataRow("eager", "master", "{}", "application/json", 202)]
    [DataRow("Eager", "function", "{}", "application/json", 403)]
    [DataRow("Eager", null, "{}", "application/json", 401)]
    [DataRow("Nobody", "master", "{}", "application/json", 404)]
    [DataRow("Headed", "master", "{}", "application/json", 400)]
    [DataRow("Eager", "master", "{", "application/json", 400)]
    [DataRow("Eager", "master", "{}", "text/plain", 415)]
    public async Task A_function_is_fired_by_hand_with_the_master_key_alone(
        string function,
        string? key,
        string body,
        string type,
        int status
    )
    {
        using var client = app.CreateClient(key);
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await client.PostAsync(new Uri($"admin/functions/{function}", UriKind.Relative), content);
        Assert.AreEqual((HttpStatusCode)status, answer.StatusCode);
    }

    [TestMethod]
    [DataRow("master", HttpStatusCode.OK)]
    [DataRow("function", HttpStatusCode.Forbidden)]
    [DataRow(null, HttpStatusCode.Unauthorized)]
    public async Task The_hosts_status_is_for_the_master_key(string? key, HttpStatusCode status)
    {
        using var client = app.CreateClient(key);
        using var answer = await client.GetAsync(new Uri("admin/host/status", UriKind.Relative));
        Assert.AreEqual(status, answer.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            StringAssert.Contains(await answer.Content.ReadAsStringAsync(), "\"state\":\"Running\"", StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task A_fired_timer_runs()
    {
        await using var keyed = await App.Start();
        using var client = keyed.CreateClient(LocalKeys.DefaultMaster);
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("admin/functions/Minutely", UriKind.Relative), content);
        await keyed.TimersAtRestAsync();
        var run = keyed.Services.GetRequiredService<Runs>().Of("Minutely").Single();
        Assert.IsFalse(run.Timer.IsPastDue);
    }
}
