using System.Net;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class RoutingTests
{
    private static FunctionsTestHost app = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => app = await App.Start();

    [ClassCleanup]
    public static async Task Stop() => await app.DisposeAsync();

    [TestMethod]
    [DataRow("GET", "/api/Echo", 200, "GET /api/Echo")]
    [DataRow("POST", "/api/echo/", 200, "POST /api/echo/")]
    [DataRow("GET", "/API/ECHO", 200, "GET /API/ECHO")]
    [DataRow("GET", "/Echo", 404, "")]
    [DataRow("GET", "/", 404, "")]
    [DataRow("PUT", "/api/Echo", 404, "")]
    [DataRow("OPTIONS", "/api/Echo", 404, "")]
    [DataRow("HEAD", "/api/Echo", 404, "")]
    [DataRow("HEAD", "/api/headed", 200, "")]
    [DataRow("GET", "/api/headed", 200, "body")]
    [DataRow("DELETE", "/api/every", 200, "DELETE")]
    [DataRow("OPTIONS", "/api/every", 200, "OPTIONS")]
    [DataRow("GET", "/api/items/12", 200, "item 12")]
    [DataRow("GET", "/api/items/twelve", 200, "name twelve")]
    [DataRow("GET", "/api/items", 404, "")]
    [DataRow("GET", "/api/items/1/2", 404, "")]
    [DataRow("GET", "/api/paged", 200, "page=none q=none size=50")]
    [DataRow("GET", "/api/paged/3?Q=a&size=7", 200, "page=3 q=a size=7")]
    [DataRow("GET", "/api/paged?q=first&q=last", 200, "page=none q=last size=50")]
    [DataRow("GET", "/api/paged/x", 500, "")]
    [DataRow("GET", "/api/paged?size=x", 500, "")]
    [DataRow("GET", "/api/paged?page=5", 200, "page=5 q=none size=50")]
    [DataRow("GET", "/api/required?count=4", 200, "4")]
    [DataRow("GET", "/api/required", 500, "")]
    [DataRow("GET", "/api/defaulted", 200, "all")]
    [DataRow("GET", "/api/defaulted/some", 200, "some")]
    [DataRow("GET", "/api/documents/a.b.rss", 200, "a.b as rss")]
    [DataRow("GET", "/api/documents/a.json", 404, "")]
    [DataRow("GET", "/api/everything", 200, "none")]
    [DataRow("GET", "/api/everything/a/b%2Fc%20d", 200, "a/b%2Fc d")]
    [DataRow("GET", "/api/everything/a%00b", 400, "")]
    [DataRow("GET", "/api/notes", 200, "read")]
    [DataRow("DELETE", "/api/notes", 404, "")]
    public async Task A_request_is_matched_and_bound_as_the_real_host_does(string method, string path, int status, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await app.Client.SendAsync(request);
        Assert.AreEqual((HttpStatusCode)status, answer.StatusCode);
        Assert.AreEqual(body, await answer.Content.ReadAsStringAsync());
    }
}
