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

    private const string Body =
        "Gubernur Nusa Jaya, Hamdan Lesmata, membuka Jembatan Lengan di Kabupaten Lombok Timur, Senin, 2 Maret 2026. Sebanyak 1.420 warga hadir. “Kami bersyukur jembatan ini selesai,” ujar Hamdan Lesmata.";

    private static Office office = null!;
    private static IReadOnlyList<string> paths = null!;

    [ClassInitialize]
    public static async Task OpenAsync(TestContext context)
    {
        office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["Site:PressContacts"] = "Diskominfo Nusa Jaya: humas@diskominfo.example" }
        );
        await office.UploadAsync("a.md", Texts.Release(body: Body, frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await office.UploadAsync(
            "b.md",
            Texts.Release("Jembatan Lengan Ditutup Sementara", Body, "id: nj-2\nlanguage: id\ntags: [jembatan]\npublishAt: 2026-03-01\n")
        );
        await office.UploadAsync("c.md", Texts.Release("Keliru", "Ini keliru.", "id: nj-3\npublishAt: 2026-03-02\n"));
        await office.CollectAsync();
        var slugs = (await office.ItemsAsync()).Select(item => new Uri(item.Element("link")!.Value).AbsolutePath[1..]).ToList();
        office.Clock.Advance(TimeSpan.FromHours(1));
        await office.UploadAsync(
            "a.md",
            Texts.Release(
                body: Body.Replace("1.420", "1.240", StringComparison.Ordinal),
                frontMatter: "id: nj-1\ntags: [jembatan]\nrevision: major\nchangeNote: Jumlah warga diperbaiki.\n"
            )
        );
        await office.UploadAsync("c.md", Texts.Release("Keliru", "Ini keliru.", "id: nj-3\nstatus: withdrawn\nwithdrawnReason: Keliru.\n"));
        await office.CollectAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var release = slugs.Single(slug => slug.Contains("dibuka", StringComparison.Ordinal));
        paths =
        [
            "",
            release,
            release + "/revisions",
            slugs.Single(slug => slug.Contains("keliru", StringComparison.Ordinal)),
            "releases",
            "feeds",
            "feeds/all",
            "tags",
            "tags/keyword",
            "tags/keyword/jembatan",
            "tidak/ada",
            "tags/keyword/tidak-ada",
        ];
    }

    [ClassCleanup]
    public static async Task CloseAsync()
    {
        await Browser.StopAsync();
        await office.DisposeAsync();
    }

    [TestMethod]
    [DataRow("id/")]
    [DataRow("en/")]
    public async Task No_page_bars_anybody_and_none_is_wider_than_the_screen(string language)
    {
        var page = await Browser.OpenAsync();
        List<string> found = [];
        foreach (var path in paths.Select(path => language + path))
        {
            await page.GotoAsync(new Uri(office.Address, path).AbsoluteUri);
            found.AddRange(await Accessibility.FindAsync(page, path));
        }

        await Browser.CloseAsync(page);
        Assert.IsEmpty(found, string.Join('\n', found));
    }

    [TestMethod]
    public async Task A_page_is_small()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.BaseAddress = office.Address;
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.5");
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        var style = await SizeAsync(client, "assets/siaran.css");
        var script = await SizeAsync(client, "assets/share.js");
        var tooLarge = new List<string>();
        foreach (var path in paths.SelectMany(path => new[] { "id/" + path, "en/" + path }))
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
        var address = new Uri(office.Address, paths[1]).AbsoluteUri;
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
        await page.GotoAsync(new Uri(office.Address, paths[1]).AbsoluteUri);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        var small = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a.why, .chips a, summary, .share .actions a, .share button')].filter(one => one.getBoundingClientRect().height < 24).map(one => one.textContent)"
        );

        Assert.IsEmpty(small, string.Join('\n', small));
        await Browser.CloseAsync(page);
    }

    private static async Task<int> SizeAsync(HttpClient client, string path) =>
        (await (await client.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsByteArrayAsync()).Length;
}
