using Microsoft.Playwright;
using Siaran.IntegrationTests;

namespace Siaran.BrowserTests;

/// <summary>Replies in a real browser, from the form to the page: with and without script, for everybody, on any screen.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ReplyTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_reader_writes_a_moderator_lets_it_through_and_another_reads_it(bool scripts)
    {
        await using var office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["Desk:SignIn"] = "made-up", ["Site:BaseAddress"] = "http://127.0.0.1/" }
        );
        await office.RegisterAsync(
            """
            {
              "offices": [{ "id": "humas", "name": "Humas", "replies": true }],
              "holders": [
                { "kind": "identity", "id": "rina", "name": "Rina", "offices": ["humas"] },
                { "kind": "folder", "id": "humas", "name": "Humas", "offices": ["humas"] }
              ]
            }
            """
        );
        await office.PublishAsync("humas/a.md", Texts.Release());
        var path = await office.OnlyPageAsync();
        var found = new List<string>();
        var reader = await Browser.OpenAsync(width: 360, scripts: scripts);
        await reader.GotoAsync(new Uri(office.Address, path).AbsoluteUri);
        await LookAsync(reader, "page with the form");
        await reader.GetByLabel("Nama").FillAsync("  ");
        await reader.GetByLabel("Balasan", new() { Exact = true }).FillAsync("Kapan giliran kami?");
        await SendAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tulis nama Anda.");
        await Assertions.Expect(reader.GetByLabel("Balasan", new() { Exact = true })).ToHaveValueAsync("Kapan giliran kami?");
        await LookAsync(reader, "form with what is wrong");
        await reader.GetByLabel("Nama").FillAsync("Nina");
        await SendAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Status)).ToContainTextAsync("Terima kasih");
        await LookAsync(reader, "thanks");

        var moderator = await Browser.OpenAsync(scripts: scripts);
        await moderator.GotoAsync(new Uri(office.Address, "/desk/replies").AbsoluteUri);
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Rina, moderator" }).ClickAsync();
        await LookAsync(moderator, "what waits");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Muat balasan Nina", Exact = true }).ClickAsync();
        await Assertions.Expect(moderator.GetByText("Tidak ada yang menunggu.")).ToBeVisibleAsync();
        await LookAsync(moderator, "nothing waits");
        await reader.GotoAsync(new Uri(office.Address, path).AbsoluteUri);
        await Assertions.Expect(reader.Locator(".thread")).ToContainTextAsync("Kapan giliran kami?");
        await LookAsync(reader, "page with a reply");
        await moderator.GetByLabel("Alamat rilis").FillAsync(reader.Url);
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Tampilkan balasannya" }).ClickAsync();
        await LookAsync(moderator, "what is shown");
        await moderator.GetByRole(AriaRole.Button, new() { Name = "Hapus balasan Nina" }).ClickAsync();
        await Assertions.Expect(moderator.GetByText("Tidak ada.", new() { Exact = true })).ToBeVisibleAsync();

        await Browser.CloseAsync(reader);
        await Browser.CloseAsync(moderator);
        Assert.IsEmpty(found, string.Join('\n', found));

        // A name of blanks passes the browser's own check, as what a program sends passes.
        Task SendAsync() => reader.GetByRole(AriaRole.Button, new() { Name = "Kirim balasan" }).ClickAsync();

        async Task LookAsync(IPage page, string screen)
        {
            if (scripts)
            {
                found.AddRange(await Accessibility.FindAsync(page, screen));
            }
        }
    }

    [ClassCleanup]
    public static Task CloseAsync() => Browser.StopAsync();
}
