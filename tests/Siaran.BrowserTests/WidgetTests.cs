using Microsoft.Playwright;
using Siaran.IntegrationTests;

namespace Siaran.BrowserTests;

/// <summary>The widget on a page of another origin, in a real browser.</summary>
[TestClass]
public sealed class WidgetTests
{
    public required TestContext TestContext { get; init; }

    [ClassCleanup]
    public static Task CloseAsync() => Browser.StopAsync();

    [TestMethod]
    public async Task The_frame_tells_the_page_around_it_how_high_it_is()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 6);
        await using var portal = await Portal.OpenAsync(office.Address, ids[5]);
        var page = await Browser.OpenAsync();
        await page.AddInitScriptAsync(
            "addEventListener('message', event => { if (event.data.siaran === 'height') window.heard = event; })"
        );
        await page.GotoAsync(portal.Address.AbsoluteUri);
        await page.Locator("iframe").ScrollIntoViewIfNeededAsync();

        await page.WaitForFunctionAsync("() => window.heard");

        Assert.AreEqual(office.Address.GetLeftPart(UriPartial.Authority), await page.EvaluateAsync<string>("() => heard.origin"));
        var height = await page.EvaluateAsync<double>("() => heard.data.height");
        var content = await page.FrameLocator("iframe")
            .Locator("body")
            .EvaluateAsync<double>("body => body.getBoundingClientRect().height");
        Assert.IsTrue(height >= content && height < content + 40, $"{height} for {content}");
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow(360)]
    [DataRow(1280)]
    public async Task It_shows_the_list_on_a_foreign_page_under_a_strict_policy(int width)
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 6);
        await using var portal = await Portal.OpenAsync(office.Address, ids[5]);
        var page = await Browser.OpenAsync(width);
        var errors = new List<string>();
        page.Console += (_, message) => errors.Add(message.Text);

        await page.GotoAsync(portal.Address.AbsoluteUri);
        var list = page.GetByRole(AriaRole.Navigation, new() { Name = "Berita Terkait" }).First;
        await Assertions.Expect(list.GetByRole(AriaRole.Link)).ToHaveCountAsync(5);

        await Assertions.Expect(list.GetByRole(AriaRole.Heading, new() { Name = "Berita Terkait", Level = 2 })).ToBeVisibleAsync();
        await Assertions.Expect(list.GetByRole(AriaRole.List)).ToHaveCountAsync(1);
        await Assertions.Expect(list.GetByText("Januari 2026").First).ToBeVisibleAsync();
        var link = list.GetByRole(AriaRole.Link).First;
        await Assertions.Expect(link).ToHaveAttributeAsync("rel", "noopener");
        StringAssert.StartsWith(await link.GetAttributeAsync("href"), "https://siaran.example/releases/");
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var frame = page.FrameLocator("iframe");
        await page.Locator("iframe").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
        await Assertions.Expect(frame.GetByRole(AriaRole.Link).First).ToHaveAttributeAsync("target", "_top");
        Assert.IsEmpty(errors, string.Join('\n', errors));
        await PicturedAsync(page, $"portal-{width}");
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow(360)]
    [DataRow(1280)]
    public async Task The_release_s_own_page_shows_its_neighbours_with_reasons_its_copies_and_the_newest(int width)
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        await office.UploadAsync(
            "salinan.md",
            News.Fishers(1, agency: "Dislautkan Nusa Jaya").Replace("id: nelayan-1", "id: nelayan-8", StringComparison.Ordinal)
        );
        await office.UploadAsync(
            "lain.md",
            "---\nagency: Disnakertrans Nusa Jaya\n---\n\n# Bursa Kerja Dibuka di Alun-Alun\n\nTiga puluh perusahaan mencari juru las dan penjahit.\n"
        );
        await office.CollectAsync();
        await News.ShortenAsync(office, ids[1], 1);
        var list = await office.JsonAsync($"/releases/{ids[1]}/related");
        var page = await Browser.OpenAsync(width);

        await page.GotoAsync(new Uri(office.Address, new Uri(list.GetProperty("address").GetString()!).AbsolutePath).AbsoluteUri);

        foreach (var heading in new[] { "Juga terbit sebagai", "Berita Terkait", "Terbaru dari Disnakertrans Nusa Jaya" })
        {
            await Assertions
                .Expect(page.GetByRole(AriaRole.Region, new() { Name = heading }).GetByRole(AriaRole.Link).First)
                .ToBeVisibleAsync();
        }

        await Assertions
            .Expect(page.GetByRole(AriaRole.Region, new() { Name = "Berita Terkait" }).GetByText("Sama-sama").First)
            .ToBeVisibleAsync();
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await PicturedAsync(page, $"release-{width}");
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    public async Task It_keeps_nothing_in_the_reader_s_browser()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);
        await using var portal = await Portal.OpenAsync(office.Address, ids[0]);
        var page = await Browser.OpenAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).Authority);

        await page.GotoAsync(portal.Address.AbsoluteUri);
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation).First).ToBeVisibleAsync();

        Assert.IsEmpty(await page.Context.CookiesAsync());
        Assert.AreEqual(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        CollectionAssert.AreEquivalent(asked.Distinct().ToList(), new[] { portal.Address.Authority, office.Address.Authority });
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    public async Task The_keyboard_goes_through_it_in_the_order_of_the_page_and_shows_where_it_is()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);
        await using var portal = await Portal.OpenAsync(
            office.Address,
            ids[0],
            page =>
                page[..page.IndexOf("<aside", StringComparison.Ordinal)] + page[(page.IndexOf("</aside>", StringComparison.Ordinal) + 8)..]
        );
        var page = await Browser.OpenAsync();
        await page.GotoAsync(portal.Address.AbsoluteUri);
        var links = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link);
        await Assertions.Expect(links).ToHaveCountAsync(2);

        var order = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            order.Add(
                await page.EvaluateAsync<string>(
                    "(() => { let at = document.activeElement; while (at.shadowRoot) at = at.shadowRoot.activeElement; return at.textContent + (getComputedStyle(at).outlineStyle == 'none' ? ' (unseen)' : ''); })()"
                )
            );
        }

        CollectionAssert.AreEqual(
            new[]
            {
                "Kabar Nusa Jaya",
                "Baca juga di portal ini",
                await links.Nth(0).InnerTextAsync(),
                await links.Nth(1).InnerTextAsync(),
                "Kontak",
            },
            order
        );
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow("down")]
    [DataRow("unknown release")]
    [DataRow("no JSON")]
    [DataRow("nothing related")]
    [DataRow("other JSON")]
    public async Task It_shows_nothing_rather_than_an_error(string trouble)
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, trouble == "nothing related" ? 1 : 2);
        await using var portal = await Portal.OpenAsync(office.Address, trouble == "unknown release" ? "tidak-ada-00000000" : ids[0]);
        var page = await Browser.OpenAsync();
        await page.RouteAsync(
            "**/related?*",
            route =>
                trouble switch
                {
                    "down" => route.AbortAsync(),
                    "no JSON" => route.FulfillAsync(
                        new()
                        {
                            Body = "<html>",
                            ContentType = "text/html",
                            Headers = Anyone,
                        }
                    ),
                    "other JSON" => route.FulfillAsync(
                        new()
                        {
                            Body =
                                """{"related":[{"headline":7},{"headline":"x","address":"javascript:alert(1)"},{"headline":"y","address":"https://a.example","publishedAt":"?"}]}""",
                            ContentType = "application/json",
                            Headers = Anyone,
                        }
                    ),
                    _ => route.ContinueAsync(),
                }
        );
        var broken = new List<string>();
        page.PageError += (_, error) => broken.Add(error);

        await page.GotoAsync(portal.Address.AbsoluteUri);
        await page.WaitForTimeoutAsync(1000);

        Assert.AreEqual(0, await page.Locator("article nav").CountAsync());
        Assert.AreEqual(0, await page.Locator("article > div").CountAsync());
        Assert.IsEmpty(broken);
        if (trouble is "unknown release" or "nothing related")
        {
            await page.Locator("iframe").ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(page.FrameLocator("iframe").Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
            Assert.AreEqual("", (await page.FrameLocator("iframe").Locator("body").InnerTextAsync()).Trim());
        }

        await Browser.CloseAsync(page);
    }

    [TestMethod]
    public async Task What_it_is_given_is_shown_as_text_and_never_run()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        await using var portal = await Portal.OpenAsync(office.Address, ids[0]);
        var page = await Browser.OpenAsync();
        const string hostile = "<img src=x onerror=\\\"document.title='broken'\\\"><script>document.title='broken'</script>";
        await page.RouteAsync(
            "**/related?*",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        Body =
                            $$"""{"language":"id","related":[{"headline":"{{hostile}}","address":"https://a.example/","agency":"{{hostile}}","language":"\" onx=","publishedAt":"2026-01-01T00:00:00Z","reasons":["{{hostile}}"]}]}""",
                        ContentType = "application/json",
                        Headers = Anyone,
                    }
                )
        );

        await page.GotoAsync(portal.Address.AbsoluteUri);

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "<img src=x" })).ToBeVisibleAsync();
        Assert.AreEqual(0, await page.Locator("article img").CountAsync());
        Assert.AreNotEqual("broken", await page.TitleAsync());
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    public async Task The_portal_s_custom_properties_theme_it_and_its_other_rules_leave_it_alone()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        await using var portal = await Portal.OpenAsync(office.Address, ids[0]);
        var page = await Browser.OpenAsync();
        await page.GotoAsync(portal.Address.AbsoluteUri);
        var list = page.GetByRole(AriaRole.Navigation).First;

        await Assertions.Expect(list.GetByRole(AriaRole.Link).First).ToHaveCSSAsync("color", "rgb(106, 27, 154)");
        await Assertions.Expect(list.GetByRole(AriaRole.Listitem).First).ToHaveCSSAsync("color", "rgb(43, 26, 63)");
        await Assertions.Expect(list.GetByRole(AriaRole.Listitem).First).ToHaveCSSAsync("border-top-color", "rgb(216, 201, 230)");
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow("data-release=\"{release}\"", "", "Berita Terkait")]
    [DataRow("data-release=\"{release}\"", " data-lang=\"en\"", "Related news")]
    [DataRow("data-release=\"{release}\"", " lang=\"en-GB\"", "Related news")]
    [DataRow("", "", "Berita Terkait")]
    [DataRow("data-release=\"https://siaran.example/releases/{release}?utm=1\"", "", "Berita Terkait")]
    public async Task It_finds_its_release_and_its_language(string release, string more, string heading)
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        await using var portal = await Portal.OpenAsync(
            office.Address,
            ids[0],
            page =>
                page.Replace(
                    $"data-release=\"{ids[0]}\"",
                    release.Replace("{release}", ids[0], StringComparison.Ordinal) + more,
                    StringComparison.Ordinal
                )
        );
        var page = await Browser.OpenAsync();

        await page.GotoAsync(portal.Address.AbsoluteUri);

        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = heading }).First).ToBeVisibleAsync();
        await Browser.CloseAsync(page);
    }

    private static Dictionary<string, string> Anyone { get; } = new() { ["Access-Control-Allow-Origin"] = "*" };

    private async Task PicturedAsync(IPage page, string name)
    {
        var path = Path.Combine(TestContext.TestRunResultsDirectory ?? AppContext.BaseDirectory, name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        TestContext.AddResultFile(path);
        TestContext.WriteLine(path);
    }
}
