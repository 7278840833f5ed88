using System.Net;
using Microsoft.Playwright;
using Siaran.IntegrationTests;

namespace Siaran.BrowserTests;

/// <summary>Every page in a real browser: for everybody, on any screen, and small.</summary>
[TestClass]
[DoNotParallelize]
public sealed class PageTests
{
    /// <summary>What a page may weigh on its way to a browser that has nothing of it yet, without pictures, in bytes.</summary>
    private const int MostBytes = 20 * 1024;

    /// <summary>A picture that is higher than wide.</summary>
    private const string Portrait =
        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='400'><rect width='100' height='400' fill='teal'/></svg>";

    private static PressOffice press = null!;

    private static Office Office => press.Office;

    [ClassInitialize]
    public static async Task OpenAsync(TestContext context) => press = await PressOffice.OpenAsync();

    [ClassCleanup]
    public static async Task CloseAsync()
    {
        await Browser.StopAsync();
        await press.DisposeAsync();
    }

    [TestMethod]
    [DataRow("id/")]
    [DataRow("en/")]
    public async Task No_page_bars_anybody_and_none_is_wider_than_the_screen(string language)
    {
        var page = await Browser.OpenAsync();
        List<string> found = [];
        foreach (var path in press.Paths.Select(path => language + path))
        {
            await page.GotoAsync(new Uri(Office.Address, path).AbsoluteUri);
            found.AddRange(await Accessibility.FindAsync(page, path));
        }

        await page.GotoAsync(new Uri(Office.Address, language).AbsoluteUri);
        await OpenRefusedAsync(page);
        Assert.AreEqual("422", await page.TextContentAsync(".notice .number"));
        found.AddRange(await Accessibility.FindAsync(page, "a refused upload"));
        await Browser.CloseAsync(page);
        Assert.IsEmpty(found, string.Join('\n', found));
    }

    [TestMethod]
    public async Task A_page_is_small()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.BaseAddress = Office.Address;
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.5");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var style = await SizeAsync(client, "assets/siaran.css");
        var script = await SizeAsync(client, "assets/share.js");
        var tooLarge = new List<string>();
        foreach (var path in press.Paths.SelectMany(path => new[] { "id/" + path, "en/" + path }))
        {
            var bytes = await SizeAsync(client, path) + style + script;
            if (bytes > MostBytes)
            {
                tooLarge.Add($"{path}: {bytes}");
            }
        }

        Assert.IsGreaterThan(1000, style);
        Assert.IsEmpty(tooLarge, string.Join('\n', tooLarge));
    }

    [TestMethod]
    public async Task Without_a_script_everything_is_there_but_the_buttons_that_need_one()
    {
        var (with, without) = (await Browser.OpenAsync(), await Browser.OpenAsync(scripts: false));
        var address = new Uri(Office.Address, press.Release).AbsoluteUri;
        await with.GotoAsync(address);
        await without.GotoAsync(address);

        await Assertions.Expect(with.Locator(".share button")).ToHaveCountAsync(2);
        await Assertions.Expect(with.Locator(".share button").First).ToBeVisibleAsync();
        Assert.IsFalse(await without.Locator(".share button").First.IsVisibleAsync());
        await Assertions.Expect(without.Locator(".share a").First).ToBeVisibleAsync();
        await without.Locator("summary").First.ClickAsync();
        await Assertions.Expect(without.Locator("a.why").First).ToBeVisibleAsync();
        await Browser.CloseAsync(with);
        await Browser.CloseAsync(without);
    }

    [TestMethod]
    [DataRow(320)]
    [DataRow(1280)]
    public async Task What_is_to_be_touched_is_large_enough(int width)
    {
        var page = await Browser.OpenAsync(width);
        await page.GotoAsync(new Uri(Office.Address, press.Release).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        var small = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a.why, .chips a, summary, .share .actions a, .share button')].filter(one => one.getBoundingClientRect().height < 24).map(one => one.textContent)"
        );

        Assert.IsEmpty(small, string.Join('\n', small));
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow(320)]
    [DataRow(1280)]
    public async Task A_small_picture_is_not_enlarged_and_every_picture_keeps_its_shape(int width)
    {
        var page = await Browser.OpenAsync(width);
        // Pictures are at the site's public address, which is not that of the app under test.
        await page.RouteAsync(
            "https://siaran.example/**",
            async route =>
            {
                var own = new Uri(Office.Address, new Uri(route.Request.Url).PathAndQuery);
                await route.FulfillAsync(new() { Response = await route.FetchAsync(new() { Url = own.AbsoluteUri }) });
            }
        );
        foreach (var path in new[] { press.Narrow, "" })
        {
            await page.GotoAsync(new Uri(Office.Address, path).AbsoluteUri);
            var picture = page.Locator("main img").First;
            await Assertions.Expect(picture).ToHaveCountAsync(1, new() { Timeout = 5000 });
            await picture.ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync("document.querySelector('main img').naturalWidth > 0");

            Assert.AreEqual("240", await picture.GetAttributeAsync("width"), path);
            Assert.IsLessThanOrEqualTo(240, await picture.EvaluateAsync<int>("one => one.offsetWidth"), path);
            var shape = await picture.EvaluateAsync<double>("one => one.offsetWidth / one.offsetHeight");
            var isCut = await picture.EvaluateAsync<string>("one => getComputedStyle(one).objectFit") == "cover";
            Assert.IsTrue(isCut || Math.Abs(shape - (240.0 / 180)) < 0.02, $"{path}: {shape}");
        }

        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_picture_from_elsewhere_moves_nothing_when_it_comes_and_leaves_its_words_when_it_does_not(bool comes)
    {
        var page = await Browser.OpenAsync(360, 740);
        await page.RouteAsync(
            PressOffice.FarPicture,
            async route =>
            {
                await page.WaitForFunctionAsync("document.querySelector('.body')?.offsetHeight > 0");
                await (comes ? route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = Portrait }) : route.AbortAsync());
            }
        );
        await page.AddInitScriptAsync(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(each => { window.moved += each.value; })).observe({ type: 'layout-shift', buffered: true });"
        );

        await page.GotoAsync(new Uri(Office.Address, press.Far).AbsoluteUri);

        if (comes)
        {
            await page.WaitForFunctionAsync("document.querySelector('.lead img').naturalWidth > 0");
            Assert.AreEqual(0, await page.EvaluateAsync<double>("window.moved"));
        }
        else
        {
            await Assertions.Expect(page.Locator("figure.lead em")).ToHaveTextAsync("Jembatan dari udara");
            Assert.AreEqual(0, await page.Locator("figure.lead img").CountAsync());
        }

        await Browser.CloseAsync(page);
    }

    /// <summary>Sends from a page what is no release, as a form of the sender’s own may.</summary>
    private static async Task OpenRefusedAsync(IPage page)
    {
        await page.EvaluateAsync(
            "key => { const form = document.createElement('form'); form.method = 'post'; form.enctype = 'multipart/form-data'; form.action = '/releases?code=' + key; const file = document.createElement('input'); file.type = 'file'; file.name = 'file'; const files = new DataTransfer(); files.items.add(new File(['x'], 'catatan.md', { type: 'text/markdown' })); file.files = files.files; form.append(file); document.body.append(form); form.submit(); }",
            LocalHost.LocalKeys.DefaultFunction
        );
        await page.WaitForURLAsync("**/releases?code=*");
    }

    private static async Task<int> SizeAsync(HttpClient client, string path) =>
        (await (await client.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsByteArrayAsync()).Length;
}
