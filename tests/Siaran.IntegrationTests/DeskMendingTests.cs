using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What an editor wrote is not lost at the desk, nothing is published twice unasked, and what was refused can be mended.</summary>
[TestClass]
public sealed class DeskMendingTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes(
        "# Vaksin Tiba di Baruna\n\nVaksin tiba pagi ini.\n\nWarga menyambutnya."
    );

    [TestMethod]
    public async Task A_text_that_is_saved_after_its_draft_was_discarded_or_with_an_old_token_is_given_back()
    {
        await using var office = await OpenAsync();
        var (sari, budi) = (Sari(office), Budi(office));
        var draft = await DropAsync(sari);
        var form = DeskPerson.Filled(await sari.OpenAsync(draft), draft, ("body", "Tulisan <Sari> yang panjang."));
        using var old = await sari.PostAsync(draft, "lama", form);
        using var discarded = await budi.PostAsync($"{draft}/discard", DeskPerson.Filled(await budi.OpenAsync(draft), $"{draft}/discard"));

        using var late = await sari.PostAsync(draft, form);
        var given = await ScreenAsync(late);
        using var again = await sari.PostAsync("/desk/new", DeskPerson.Filled(given, "/desk/new"));
        using var nobody = await new DeskPerson(office, null).PostAsync(draft, "lama", form);

        Assert.AreEqual((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (old.StatusCode, late.StatusCode));
        var screen = await ScreenAsync(old);
        Assert.AreEqual("Tulisan <Sari> yang panjang.", screen.QuerySelector("#body")!.TextContent);
        Assert.IsNull(screen.QuerySelector("main form"), "Whoever made another site send it has nothing to press.");
        Assert.AreEqual("Tulisan <Sari> yang panjang.", (await ScreenAsync(nobody)).QuerySelector("#body")!.TextContent);
        var mended = await sari.OpenAsync(await DeskPerson.LeadsAsync(again));
        Assert.AreEqual("Tulisan <Sari> yang panjang.", mended.QuerySelector("#body")!.TextContent);
    }

    [TestMethod]
    public async Task The_same_text_is_published_a_second_time_only_where_its_editor_says_so()
    {
        await using var office = await OpenAsync();
        var budi = Budi(office);
        var (first, second) = (await DropAsync(budi), await DropAsync(budi));
        using var sent = await SendAsync(budi, first);
        await office.CollectAsync();

        using var twice = await SendAsync(budi, second);
        var count = (await office.ItemsAsync()).Count;
        var check = await budi.OpenAsync(second);
        using var chosen = await budi.PostAsync(second, DeskPerson.Filled(check, second, ("revises", "none"), ("next", "when")));
        using var meant = await SendAsync(budi, second);

        Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.AreEqual(1, count);
        Assert.Contains("Sudah ada rilis yang mirip", check.Body!.TextContent);
        Assert.AreEqual(second + "/when", await DeskPerson.LeadsAsync(chosen));
        Assert.AreEqual(HttpStatusCode.SeeOther, meant.StatusCode);
        Assert.HasCount(2, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task What_intake_cannot_read_becomes_a_draft_of_its_text_or_leaves_the_list_and_both_are_noted()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", "---\ntitle: Jembatan Dibuka\npublishAt: 11/12/2024\n---\n\nGubernur membuka jembatan itu.\n");
        await office.PublishAsync("kosong.md", "");
        var (sari, operators) = (Sari(office), new DeskPerson(office, "wira", "Operator"));
        var links = (await sari.OpenAsync("/desk"))
            .QuerySelectorAll("#perbaiki ~ ul a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

        using var mended = await sari.PostAsync(links["a.md"]);
        var draft = await sari.OpenAsync(await DeskPerson.LeadsAsync(mended));
        using var refused = await sari.PostAsync(links["kosong.md"]);
        using var settled = await sari.PostAsync(links["kosong.md"], ("act", "settle"));
        var left = (await sari.OpenAsync("/desk")).QuerySelectorAll("#perbaiki ~ ul a");
        using var audit = await operators.GetAsync("/desk/audit.csv");
        var lines = await audit.Content.ReadAsStringAsync();

        Assert.AreEqual("Jembatan Dibuka", draft.QuerySelector("#headline")!.GetAttribute("value"));
        Assert.AreEqual("Gubernur membuka jembatan itu.", draft.QuerySelector("#body")!.TextContent);
        Assert.Contains("11/12/2024", draft.Body!.TextContent);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("tidak dapat dibaca sebagai teks", (await ScreenAsync(refused)).Body!.TextContent);
        Assert.AreEqual("/desk", await DeskPerson.LeadsAsync(settled));
        Assert.IsEmpty(left);
        Assert.Contains("upload-mended", lines);
        Assert.Contains("upload-settled", lines);
        Assert.IsTrue(await office.Rejected.GetBlobClient("kosong.md").ExistsAsync(), "The original stays.");
    }

    [TestMethod]
    public async Task A_link_for_a_colleague_is_noted_and_ends_when_its_writer_says_so()
    {
        await using var office = await OpenAsync();
        var sari = Sari(office);
        var draft = await DropAsync(sari);
        using var made = await sari.PostAsync($"{draft}/share");
        var link = new Uri((await ScreenAsync(made)).QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        var seen = await office.StatusAsync(link);

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        using var ended = await sari.PostAsync($"{draft}/share", ("act", "end"));
        var gone = await office.StatusAsync(link);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = await sari.PostAsync($"{draft}/share");
        var still = await office.StatusAsync(link);

        Assert.AreEqual((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen, gone, still));
        Assert.AreEqual($"{draft}/preview", await DeskPerson.LeadsAsync(ended));
        var lines = await office
            .Service<AuditTable>()
            .ReadAsync(office.Clock.GetUtcNow(), office.Clock.GetUtcNow(), null, CancellationToken.None)
            .ToListAsync();
        CollectionAssert.AreEquivalent((string[])["shared", "unshared", "shared"], lines.Select(line => line.Act).ToList());
    }

    [TestMethod]
    public async Task Drafts_are_listed_newest_first_page_by_page()
    {
        await using var office = await OpenAsync();
        var table = office.Service<DraftTable>();
        for (var number = 1; number <= 120; number++)
        {
            var id = Guid.CreateVersion7(Office.Start.AddMinutes(number)).ToString("N");
            await table.TrySaveAsync(
                new StoredDraft(id, $"Naskah {number}", Office.Start, "Sari"),
                BinaryData.FromString("{}"),
                CancellationToken.None
            );
        }

        var (titles, path) = (new List<string>(), "/desk");
        for (var page = 0; page < 5; page++)
        {
            var screen = await Sari(office).OpenAsync(path);
            titles.AddRange(screen.QuerySelectorAll("#naskah ~ ul a").Select(link => link.TextContent));
            path = screen.QuerySelector("section[aria-labelledby=naskah] a[rel=next]")?.GetAttribute("href") ?? "";
        }

        Assert.AreEqual("", path);
        CollectionAssert.AreEqual(Enumerable.Range(1, 120).Reverse().Select(number => $"Naskah {number}").ToList(), titles);
    }

    [TestMethod]
    public async Task A_translation_is_named_by_a_pasted_address_and_a_wrong_one_is_told()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("a.md", Texts.Release());
        var (budi, page) = (Budi(office), await office.OnlyPageAsync());
        var draft = await DropAsync(budi);
        var wrong = await SaveAsync(budi, draft, ("translation", "https://siaran.example/releases/tidak-ada-0000"), ("language", "en"));
        var same = await SaveAsync(budi, draft, ("translation", "https://siaran.example" + page), ("language", "id"));
        var right = await SaveAsync(
            budi,
            draft,
            ("language", "en"),
            ("licence", "CC BY 4.0"),
            ("related", "https://siaran.example" + page)
        );

        using var sent = await SendAsync(budi, draft);
        var id = ReleaseId.TryParse((await DeskPerson.LeadsAsync(sent)).Split('/')[^1], out var parsed) ? parsed : default;
        var release = (await office.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release;

        Assert.Contains("Tidak ada rilis kantor Anda", wrong.QuerySelector("#translation-hint")!.TextContent);
        Assert.Contains("sama dengan bahasa aslinya", same.QuerySelector("#translation-hint")!.TextContent);
        Assert.Contains("Aslinya:", right.QuerySelector("#translation-hint")!.TextContent);
        Assert.IsNotNull(release.TranslationOf);
        Assert.AreEqual(("en", "CC BY 4.0"), (release.Content.Language, release.Content.Licence));
        Assert.AreEqual(page.Split('/')[^1], release.Content.Related.Keys.Single());
    }

    [TestMethod]
    public async Task What_is_too_long_is_told_and_not_cut()
    {
        await using var office = await OpenAsync();
        var sari = Sari(office);
        var draft = await DropAsync(sari);

        var tooLong = await SaveAsync(sari, draft, ("headline", string.Join(' ', Enumerable.Repeat("Vaksin", 300))));
        var many = await SaveAsync(
            sari,
            draft,
            ("headline", "Vaksin Tiba"),
            ("tags", string.Join(',', Enumerable.Range(1, 250).Select(number => $"tanda {number}")))
        );

        Assert.Contains("lebih dari 300 karakter", tooLong.Body!.TextContent);
        Assert.AreEqual((300 * 7) - 1, tooLong.QuerySelector("#headline")!.GetAttribute("value")!.Length);
        Assert.Contains("tanda 250", many.QuerySelector("#tags")!.GetAttribute("value")!);
        Assert.IsNotNull(many.QuerySelector(".box.bad"), "More tags than an upload may have are an error.");
    }

    [TestMethod]
    public async Task A_successor_is_found_by_words_and_by_address()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan Dibuka"));
        var other = await office.OnlyPageAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("b.md", Texts.Release("Pasar Ikan Baruna", "Pasar itu dibuka Bupati bagi nelayan. Warga senang."));
        var budi = Budi(office);
        var release = (await budi.OpenAsync("/desk")).QuerySelectorAll("#terbit ~ ul a").First(link => link.TextContent.Contains("Pasar"));
        var address = release.GetAttribute("href")! + "/withdraw";

        using var byWord = await budi.PostAsync(address, ("seen", "1"), ("reason", "Salah"), ("find", "lengan"), ("act", "find"));
        using var none = await budi.PostAsync(address, ("seen", "1"), ("find", "tidakada"), ("act", "find"));
        using var unclear = await budi.PostAsync(address, ("seen", "1"), ("reason", "Salah"), ("find", "lengan"));
        using var byAddress = await budi.PostAsync(address, ("seen", "1"), ("find", "https://siaran.example" + other), ("act", "find"));
        var found = await ScreenAsync(byAddress);
        using var withdrawn = await budi.PostAsync(address, DeskPerson.Filled(found, address, ("reason", "Salah"), ("act", "")));

        Assert.AreEqual("Salah", (await ScreenAsync(byWord)).QuerySelector("#reason")!.TextContent);
        Assert.HasCount(2, (await ScreenAsync(byWord)).QuerySelectorAll("#successor option"));
        Assert.HasCount(1, (await ScreenAsync(none)).QuerySelectorAll("#successor option"));
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        Assert.AreEqual(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        var id = ReleaseId.TryParse(release.GetAttribute("href")!.Split('/')[^1], out var parsed) ? parsed : default;
        Assert.IsNotNull((await office.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release.Successor);
    }

    [TestMethod]
    public async Task Whoever_has_no_role_yet_may_read_the_guide_and_nothing_else()
    {
        await using var office = await OpenAsync();
        var guest = new DeskPerson(office, "tamu");

        using var guide = await guest.GetAsync("/desk/guide");
        using var list = await guest.GetAsync("/desk");

        Assert.AreEqual((HttpStatusCode.OK, HttpStatusCode.Forbidden), (guide.StatusCode, list.StatusCode));
    }

    private static Task<Office> OpenAsync() => Office.OpenInMemoryAsync(DeskPerson.Settings);

    private static DeskPerson Sari(Office office) => new(office, "sari", "Editor");

    private static DeskPerson Budi(Office office) => new(office, "budi", "Publisher");

    private static async Task<IHtmlDocument> ScreenAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private static async Task<string> DropAsync(DeskPerson person)
    {
        using var dropped = await person.DropAsync("/desk/new", ("vaksin.md", "text/markdown", Document));
        return await DeskPerson.LeadsAsync(dropped);
    }

    private static async Task<IHtmlDocument> SaveAsync(DeskPerson person, string draft, params (string, string)[] fields)
    {
        using var saved = await person.PostAsync(draft, DeskPerson.Filled(await person.OpenAsync(draft), draft, fields));
        Assert.AreEqual(HttpStatusCode.OK, saved.StatusCode);
        return await ScreenAsync(saved);
    }

    private static async Task<HttpResponseMessage> SendAsync(DeskPerson person, string draft)
    {
        using var echoed = await person.PostAsync($"{draft}/when", ("way", "now"));
        return await person.PostAsync($"{draft}/when", DeskPerson.Filled(await ScreenAsync(echoed), $"{draft}/when"));
    }
}
