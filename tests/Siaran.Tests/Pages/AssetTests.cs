using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Pages;
using Siaran.Serving;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class AssetTests
{
    [TestMethod]
    public void An_asset_is_found_by_its_name_and_nothing_else_is()
    {
        Assert.AreSame(PageAsset.Stylesheet, PageAsset.Find("siaran.css"));
        Assert.StartsWith("<svg", Encoding.UTF8.GetString(PageAsset.Emblem.Content.Span));
        Assert.MatchesRegex("^[0-9a-f]{12}$", PageAsset.Stylesheet.Version);
        Assert.IsNull(PageAsset.Find("../siaran.css"));
    }

    [TestMethod]
    public async Task The_widget_is_under_4_KB_as_it_lies_there_and_any_site_may_load_it()
    {
        var answer = await Get(PageAsset.Widget, version: PageAsset.Widget.Version);

        Assert.IsLessThan(4096, PageAsset.Widget.Content.Length);
        Assert.AreEqual("text/javascript; charset=utf-8", answer.ContentType);
        Assert.AreEqual("*", answer.Headers.AccessControlAllowOrigin.ToString());
        Assert.AreEqual("public, max-age=31536000, immutable", answer.Headers.CacheControl.ToString());
    }

    [TestMethod]
    [DataRow("innerHTML")]
    [DataRow("insertAdjacentHTML")]
    [DataRow("document.write")]
    [DataRow("cookie")]
    [DataRow("localStorage")]
    [DataRow("sessionStorage")]
    [DataRow("eval")]
    public void The_widget_never_uses(string word) => Assert.DoesNotContain(word, Encoding.UTF8.GetString(PageAsset.Widget.Content.Span));

    [TestMethod]
    public async Task The_address_that_pages_link_to_may_be_kept_for_good_and_any_other_for_minutes()
    {
        var linked = await Get(PageAsset.Stylesheet, version: PageAsset.Stylesheet.Version);
        var bare = await Get(PageAsset.Stylesheet, version: "0123456789ab");

        Assert.AreEqual("public, max-age=31536000, immutable", linked.Headers.CacheControl.ToString());
        Assert.AreEqual("public, max-age=300", bare.Headers.CacheControl.ToString());
        Assert.AreEqual("text/css; charset=utf-8", linked.ContentType);
        Assert.AreEqual("nosniff", linked.Headers.XContentTypeOptions.ToString());
    }

    [TestMethod]
    public async Task A_browser_gets_the_stylesheet_compressed_and_then_not_again()
    {
        var first = await Get(PageAsset.Stylesheet, encoding: "gzip, br");
        var again = await Get(PageAsset.Stylesheet, encoding: "gzip, br", known: first.Headers.ETag.ToString());

        first.Body.Position = 0;
        using var unpacked = new StreamReader(new GZipStream(first.Body, CompressionMode.Decompress));
        Assert.AreEqual(Encoding.UTF8.GetString(PageAsset.Stylesheet.Content.Span), await unpacked.ReadToEndAsync());
        Assert.AreEqual("gzip", first.Headers.ContentEncoding.ToString());
        Assert.AreEqual(StatusCodes.Status304NotModified, again.StatusCode);
        Assert.AreEqual(0, again.Body.Length);
    }

    [TestMethod]
    public async Task HEAD_tells_the_length_and_sends_nothing()
    {
        var answer = await Get(PageAsset.Emblem, method: "HEAD");

        Assert.AreEqual(PageAsset.Emblem.Content.Length, (int)answer.ContentLength!);
        Assert.AreEqual(0, answer.Body.Length);
    }

    private static async Task<HttpResponse> Get(
        PageAsset asset,
        string method = "GET",
        string? version = null,
        string? encoding = null,
        string? known = null
    )
    {
        var context = new DefaultHttpContext
        {
            Response = { Body = new MemoryStream() },
            Request = { Method = method, QueryString = QueryString.Create("v", version ?? "") },
        };
        context.Request.Headers.AcceptEncoding = encoding;
        context.Request.Headers.IfNoneMatch = known;
        await new AssetResult(asset.Document, asset.Version).ExecuteAsync(context);
        return context.Response;
    }
}
