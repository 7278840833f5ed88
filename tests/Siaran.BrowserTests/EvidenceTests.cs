using Microsoft.Playwright;
using Siaran.IntegrationTests;

namespace Siaran.BrowserTests;

/// <summary>What the pages of tags show in a real browser. They wait until the other tests have ended theirs.</summary>
[TestClass]
[DoNotParallelize]
public sealed class EvidenceTests
{
    private const string Background = "element => getComputedStyle(element).backgroundColor";

    [ClassCleanup]
    public static Task CloseAsync() => Browser.StopAsync();

    [TestMethod]
    [DataRow(360)]
    [DataRow(1280)]
    public async Task The_words_a_tag_rests_on_light_up_when_it_is_pointed_at_or_focused(int width)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(
            "a.md",
            Texts.Release("Bantuan Disalurkan", "Bantuan itu disalurkan BPJS Ketenagakerjaan kepada nelayan kecil di pesisir.")
        );
        var page = await Browser.OpenAsync(width);
        await page.GotoAsync(new Uri(office.Address, await office.OnlyPageAsync()).AbsoluteUri);
        var words = page.Locator(".release .body .ev", new() { HasText = "BPJS Ketenagakerjaan" }).First;
        var tag = page.Locator(".tags li", new() { HasText = "BPJS Ketenagakerjaan" }).First;
        var plain = await words.EvaluateAsync<string>(Background);

        await tag.HoverAsync();
        var pointedAt = await words.EvaluateAsync<string>(Background);
        await page.Mouse.MoveAsync(0, 0);
        Assert.AreEqual(plain, await words.EvaluateAsync<string>(Background));
        await page.Locator(".tags summary").ClickAsync();
        await page.Mouse.MoveAsync(0, 0);
        Assert.AreEqual(plain, await words.EvaluateAsync<string>(Background));
        await page.Locator("a.why", new() { HasText = "BPJS Ketenagakerjaan" }).First.FocusAsync();

        Assert.AreNotEqual(plain, pointedAt);
        Assert.AreEqual(pointedAt, await words.EvaluateAsync<string>(Background));
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    [DataRow("/tags", 360)]
    [DataRow("/tags/agency", 360)]
    [DataRow("/tags/agency/bpjs-ketenagakerjaan", 360)]
    [DataRow("/tags", 1280)]
    [DataRow("/tags/agency", 1280)]
    [DataRow("/tags/agency/bpjs-ketenagakerjaan", 1280)]
    public async Task A_page_of_tags_fits_the_screen(string path, int width)
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(
            "a.md",
            Texts.Release(
                "Bantuan Disalurkan",
                "Bantuan itu disalurkan BPJS Ketenagakerjaan dan Dinas Ketahanan Pangan, Kelautan, dan Pertanian Provinsi Nusa Tenggara Barat."
            )
        );
        var page = await Browser.OpenAsync(width);

        await page.GotoAsync(new Uri(office.Address, path).AbsoluteUri);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Browser.CloseAsync(page);
    }
}
