using System.Net;
using System.Text;

namespace Siaran.IntegrationTests;

/// <summary>An office in which someone other than its writer approves each draft.</summary>
[TestClass]
public sealed class SecondEyesTests
{
    [TestMethod]
    public async Task A_draft_is_submitted_returned_mended_approved_by_another_and_published()
    {
        await using var office = await OpenAsync();
        var (sari, budi, wira) = (Person(office, "sari"), Person(office, "budi"), Person(office, "wira"));
        var draft = await DraftAsync(sari);

        await SaveAsync(sari, draft, ("next", "submit"));
        using var own = await sari.PostAsync(draft + "/review", await FormAsync(sari, draft, "approve"));
        using var returned = await budi.PostAsync(draft + "/review", await FormAsync(budi, draft, "return", "Sebut jumlah dosisnya."));
        var seen = (await sari.OpenAsync(draft)).Body!.TextContent;
        await SaveAsync(sari, draft, ("body", "Vaksin tiba. Jumlahnya 1.200 dosis.\n\nWarga menyambutnya."), ("next", "submit"));
        using var early = await budi.PostAsync(draft + "/when", ("way", "now"));
        using var approved = await budi.PostAsync(draft + "/review", await FormAsync(budi, draft, "approve"));
        var release = await PublishAsync(sari, draft);

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, own.StatusCode, "Nobody approves what they wrote.");
        Assert.AreEqual(HttpStatusCode.SeeOther, returned.StatusCode);
        Assert.Contains("Sebut jumlah dosisnya.", seen);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, early.StatusCode, "Nothing goes out unapproved without a reason.");
        Assert.AreEqual(draft + "/when", await DeskPerson.LeadsAsync(approved));
        var audit = (await wira.OpenAsync(release)).QuerySelector("table")!.TextContent;
        foreach (var act in (string[])["diajukan kepada rekan", "dikembalikan kepada penulis", "disetujui", "terbit pertama"])
        {
            Assert.Contains(act, audit);
        }

        Assert.DoesNotContain("tanpa persetujuan", audit);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_change_after_the_approval_takes_it_back()
    {
        await using var office = await OpenAsync();
        var (sari, budi) = (Person(office, "sari"), Person(office, "budi"));
        var draft = await DraftAsync(sari);
        await SaveAsync(sari, draft, ("next", "submit"));
        using var approved = await budi.PostAsync(draft + "/review", await FormAsync(budi, draft, "approve"));

        await SaveAsync(sari, draft, ("headline", "Vaksin Tidak Jadi Tiba"));
        using var tried = await sari.PostAsync(draft + "/when", ("way", "now"));
        await SaveAsync(budi, draft, ("headline", "Vaksin Tiba"), ("next", "submit"));
        using var mended = await budi.PostAsync(draft + "/review", await FormAsync(budi, draft, "approve"));

        Assert.AreEqual(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, mended.StatusCode, "Whoever changed the text is its writer.");
        Assert.IsEmpty(await office.ItemsAsync());
    }

    [TestMethod]
    public async Task What_is_published_without_approval_keeps_its_reason_in_the_audit()
    {
        await using var office = await OpenAsync();
        var budi = Person(office, "budi");
        var draft = await DraftAsync(budi);

        var release = await PublishAsync(budi, draft, "Gempa: tidak ada rekan yang dapat dihubungi");

        var audit = (await budi.OpenAsync(release)).QuerySelector("table")!.TextContent;
        Assert.Contains("dikirim tanpa persetujuan", audit);
        Assert.Contains("Gempa: tidak ada rekan yang dapat dihubungi", audit);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task Tags_alone_are_approved_as_a_correction_or_changed_with_a_reason_that_is_kept()
    {
        await using var office = await OpenAsync();
        var (budi, wira) = (Person(office, "budi"), Person(office, "wira"));
        var editor = new DeskPerson(office, "sari", "Editor");
        var release = await PublishAsync(budi, await DraftAsync(budi), "mendesak");

        using var refused = await editor.PostAsync($"{release}/tags", ("seen", "1"), ("tags", "imunisasi"));
        using var silent = await budi.PostAsync($"{release}/tags", ("seen", "1"), ("tags", "imunisasi"));
        var given = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await silent.Content.ReadAsStringAsync());
        using var begun = await editor.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        await SaveAsync(editor, draft, ("tags", "imunisasi"), ("next", "submit"));
        using var approved = await wira.PostAsync(draft + "/review", await FormAsync(wira, draft, "approve"));
        await PublishAsync(wira, draft);
        using var alone = await budi.PostAsync(
            $"{release}/tags",
            ("seen", "2"),
            ("tags", "wabah"),
            ("anyway", "Salah tanda, ramai dibahas")
        );

        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.AreEqual("imunisasi", given.QuerySelector("#tags")!.GetAttribute("value"), "What was chosen is not lost.");
        Assert.AreEqual(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.AreEqual(release, await DeskPerson.LeadsAsync(alone));
        var audit = (await budi.OpenAsync(release)).QuerySelector("table")!.TextContent;
        Assert.Contains("Salah tanda, ramai dibahas", audit);
        Assert.Contains("disetujui", audit);
        var item = (await office.ItemsAsync()).Single();
        Assert.Contains("wabah", item.ToString());
        Assert.Contains("Jumlahnya 1.200 dosis", item.ToString(), "The text stays as it was.");
    }

    [TestMethod]
    public async Task A_withdrawal_never_waits_for_a_colleague()
    {
        await using var office = await OpenAsync();
        var budi = Person(office, "budi");
        var release = await PublishAsync(budi, await DraftAsync(budi), "mendesak");

        using var withdrawn = await budi.PostAsync($"{release}/withdraw", ("seen", "1"), ("reason", "Datanya keliru"));

        Assert.AreEqual(release, await DeskPerson.LeadsAsync(withdrawn));
        Assert.IsEmpty(await office.ItemsAsync());
    }

    private static DeskPerson Person(Office office, string name) => new(office, name, "Publisher");

    private static async Task<string> DraftAsync(DeskPerson person)
    {
        var text = "# Vaksin Tiba di Baruna\n\nVaksin tiba pagi ini. Jumlahnya 1.200 dosis.\n\nWarga menyambutnya.";
        using var dropped = await person.DropAsync("/desk/new", ("vaksin.md", "text/markdown", Encoding.UTF8.GetBytes(text)));
        return await DeskPerson.LeadsAsync(dropped);
    }

    private static async Task SaveAsync(DeskPerson person, string draft, params (string, string)[] fields)
    {
        using var saved = await person.PostAsync(draft, DeskPerson.Filled(await person.OpenAsync(draft), draft, fields));
        Assert.IsTrue(saved.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync());
    }

    private static async Task<(string, string)[]> FormAsync(DeskPerson person, string draft, string verdict, string remark = "")
    {
        var version = (await person.OpenAsync(draft)).QuerySelector("[name=version]")!.GetAttribute("value")!;
        return [("version", version), ("verdict", verdict), ("remark", remark)];
    }

    private static async Task<string> PublishAsync(DeskPerson person, string draft, string anyway = "")
    {
        using var echoed = await person.PostAsync(draft + "/when", ("way", "now"), ("anyway", anyway));
        var echo = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());
        using var sent = await person.PostAsync(draft + "/when", DeskPerson.Filled(echo, draft + "/when"));
        return await DeskPerson.LeadsAsync(sent);
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var people = string.Join(
            ", ",
            ((string[])["sari", "budi", "wira"]).Select(name =>
                $$"""{ "kind": "identity", "id": "id-{{name}}", "name": "{{name}}", "offices": ["dinkes"] }"""
            )
        );
        await office.RegisterAsync(
            $$"""{ "offices": [{ "id": "dinkes", "name": "Dinkes", "secondEyes": true }], "holders": [{{people}}] }"""
        );
        return office;
    }
}
