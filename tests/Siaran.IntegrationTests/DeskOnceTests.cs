using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Azure.Core;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What is pressed twice, in two windows or by two people, is done once at the desk, and what changes nothing is not done.</summary>
[TestClass]
public sealed class DeskOnceTests
{
    private const string Headline = "Vaksin Tiba di Baruna";

    private static readonly byte[] Document = Encoding.UTF8.GetBytes($"# {Headline}\n\nVaksin tiba pagi ini.\n\nWarga menyambutnya.");

    [TestMethod]
    public async Task Two_drafts_of_the_same_text_that_are_sent_at_once_make_one_release()
    {
        await using var office = await OpenAsync();
        var (ani, budi) = (Publisher(office, "ani"), Publisher(office, "budi"));
        var (first, second) = (await DropAsync(ani), await DropAsync(budi));
        var (mine, theirs) = (await EchoAsync(ani, first), await EchoAsync(budi, second));

        var answers = await Task.WhenAll(ani.PostAsync($"{first}/when", mine), budi.PostAsync($"{second}/when", theirs));

        var statuses = answers.Select(answer => answer.StatusCode).Order().ToList();
        var late = answers.Single(answer => answer.StatusCode is HttpStatusCode.UnprocessableEntity);
        var why = await late.Content.ReadAsStringAsync();
        Array.ForEach(answers, answer => answer.Dispose());
        await office.CollectAsync();
        CollectionAssert.AreEqual((HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], statuses);
        Assert.Contains("Naskah", why);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task The_same_text_is_sent_again_once_the_first_try_was_refused()
    {
        await using var office = await OpenAsync();
        var budi = Publisher(office, "budi");
        var (table, draft) = (office.Service<DraftTable>(), await DropAsync(budi));
        var text = await office.Service<Desk.Drafts>().FindAsync(IdOf(draft), CancellationToken.None);
        Assert.IsTrue(await office.Service<Desk.Drafts>().TryClaimAsync(text!, CancellationToken.None));
        var other = await DropAsync(budi);

        using var held = await SendAsync(budi, other);
        // The first one never gets so far as to be sent.
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        using var sent = await SendAsync(budi, other);

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, held.StatusCode);
        Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.IsNotNull(await table.FindAsync(IdOf(draft), CancellationToken.None));
    }

    [TestMethod]
    public async Task A_draft_that_is_sent_twice_at_once_makes_one_release_and_neither_sender_sees_a_fault()
    {
        await using var office = await OpenAsync();
        var budi = Publisher(office, "budi");
        var draft = await DropAsync(budi);
        var form = await EchoAsync(budi, draft);

        var answers = await Task.WhenAll(Enumerable.Range(1, 3).Select(_ => budi.PostAsync($"{draft}/when", form)));

        var statuses = answers.Select(answer => answer.StatusCode).ToList();
        Array.ForEach(answers, answer => answer.Dispose());
        Assert.IsTrue(
            statuses.TrueForAll(status => status is HttpStatusCode.SeeOther or HttpStatusCode.Accepted),
            string.Join(' ', statuses)
        );
        Assert.Contains(HttpStatusCode.SeeOther, statuses);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_draft_that_another_window_has_sent_meanwhile_is_no_copy_of_its_own_release()
    {
        var slow = new HeldCall(request =>
            request.Method == RequestMethod.Get && request.Uri.ToString().Contains("PartitionKey='claims'", StringComparison.Ordinal)
        );
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings, policy: slow);
        var budi = Publisher(office, "budi");
        var draft = await DropAsync(budi);
        var form = await EchoAsync(budi, draft);
        slow.Arm();

        var second = budi.PostAsync($"{draft}/when", form);
        await slow.Held;
        using var first = await budi.PostAsync($"{draft}/when", form);
        slow.Free();
        using var late = await second;

        Assert.AreEqual(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.AreEqual(HttpStatusCode.Accepted, late.StatusCode);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_draft_that_is_out_leads_to_its_release_and_for_others_there_is_none()
    {
        await using var office = await OpenAsync();
        await office.RegisterAsync(
            """
            {
              "offices": [{ "id": "dinkes", "name": "Dinkes" }, { "id": "pupr", "name": "PUPR" }],
              "holders": [
                { "kind": "identity", "id": "id-ani", "name": "Ani", "offices": ["dinkes"] },
                { "kind": "identity", "id": "id-budi", "name": "Budi", "offices": ["pupr"] }
              ]
            }
            """
        );
        var ani = Publisher(office, "ani");
        var draft = await DropAsync(ani);
        var form = await EchoAsync(ani, draft);
        using var sent = await ani.PostAsync($"{draft}/when", form);
        var release = await DeskPerson.LeadsAsync(sent);

        using var again = await ani.PostAsync($"{draft}/when", form);
        using var opened = await ani.GetAsync(draft);
        using var others = await Publisher(office, "budi").GetAsync(draft);

        Assert.AreEqual(release, await DeskPerson.LeadsAsync(again));
        Assert.AreEqual(release, await DeskPerson.LeadsAsync(opened));
        Assert.AreEqual(HttpStatusCode.NotFound, others.StatusCode);
    }

    [TestMethod]
    public async Task A_new_text_that_is_sent_twice_from_one_screen_is_one_draft_and_another_text_another()
    {
        await using var office = await OpenAsync();
        var budi = Publisher(office, "budi");
        var screen = await budi.OpenAsync("/desk/new");
        (string, string)[] Form(string headline) =>
            DeskPerson.Filled(screen, "/desk/new", ("headline", headline), ("body", "Vaksin tiba pagi ini."));

        var twice = await Task.WhenAll(
            budi.PostAsync("/desk/new", Form(Headline)),
            budi.PostAsync("/desk/new", Form(Headline)),
            budi.PostAsync("/desk/new", Form("Vaksin Belum Tiba"))
        );
        var drafts = await Task.WhenAll(twice.Select(DeskPerson.LeadsAsync));
        Array.ForEach(twice, answer => answer.Dispose());
        using var sent = await SendAsync(budi, drafts[0]);
        // Back in the browser, and sent once more: no draft of a release that is out comes back under its name.
        using var later = await budi.PostAsync("/desk/new", Form(Headline));

        Assert.AreEqual(drafts[0], drafts[1]);
        Assert.AreNotEqual(drafts[0], drafts[2]);
        Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.AreNotEqual(drafts[0], await DeskPerson.LeadsAsync(later));
    }

    [TestMethod]
    public async Task A_correction_that_changes_nothing_makes_no_revision_and_its_editor_hears_so()
    {
        await using var office = await OpenAsync();
        using var bitmap = new SkiaSharp.SKBitmap(8, 8);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        var budi = Publisher(office, "budi");
        using var dropped = await budi.DropAsync(
            "/desk/new",
            ("vaksin.md", "text/markdown", Document),
            ("c.png", "image/png", picture.ToArray())
        );
        using var sent = await SendAsync(budi, await DeskPerson.LeadsAsync(dropped));
        var release = await DeskPerson.LeadsAsync(sent);
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        var unchanged = await CorrectAsync(budi, release);
        var screen = await budi.OpenAsync(unchanged);
        var first = await RevisionAsync(office, release);
        var noted = await CorrectAsync(budi, release, ("kind", "major"), ("note", "Diperiksa lagi, dan benar."));

        Assert.AreEqual(release, unchanged.Split('?')[0]);
        Assert.Contains("tidak ada revisi baru", screen.QuerySelector("[role=status].wait")!.TextContent);
        Assert.Contains("dikirim lagi, tanpa perubahan", screen.QuerySelector("table")!.TextContent);
        Assert.AreEqual(1, first);
        Assert.AreEqual(release, noted);
        Assert.AreEqual(2, await RevisionAsync(office, release));
    }

    [TestMethod]
    public async Task An_upload_that_says_again_what_is_out_makes_no_revision_whatever_kind_of_revision_it_says_it_is()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(5));

        await office.PublishAsync("b.md", Texts.Release(frontMatter: "id: nj-1\nrevision: minor\n"));
        var same = await office.Service<ReleaseTable>().FindAsync(ReleaseId.FromEditorKey("nj-1"), CancellationToken.None);
        await office.PublishAsync("b.md", Texts.Release(frontMatter: "id: nj-1\nrevision: minor\nsummary: Jembatan itu dibuka.\n"));
        var other = await office.Service<ReleaseTable>().FindAsync(ReleaseId.FromEditorKey("nj-1"), CancellationToken.None);

        Assert.AreEqual(1, same!.Release.Revision);
        Assert.AreEqual(2, other!.Release.Revision);
    }

    [TestMethod]
    [DataRow("---\npublishAt: 11/12/2026\n---\n\n# Tanggal yang Rancu\n\nIsi rilis ini.\n", "Tanggal yang Rancu", "Isi rilis ini.")]
    [DataRow("---\ntitle: Dari Atas\npublishAt: x\n---\n\n# Tanggal\n\nIsi.\n", "Dari Atas", "# Tanggal\n\nIsi.")]
    [DataRow("---\npublishAt: x\n---\n\n# Tanggal", "Tanggal", "")]
    [DataRow("---\npublishAt: x\n---\n\nIsi saja.", "", "Isi saja.")]
    public void A_headline_in_the_text_of_a_refused_upload_is_the_headline_of_its_draft(string text, string headline, string body)
    {
        var draft = Desk.DraftReader.ReadBare(new Desk.DroppedFile("a.md", "text/markdown", Encoding.UTF8.GetBytes(text)), [])!.Draft;

        Assert.AreEqual((headline, body), (draft.Headline, draft.Body));
    }

    [TestMethod]
    public async Task Who_reads_no_file_and_writes_nothing_hears_what_is_missing()
    {
        await using var office = await OpenAsync();

        using var nothing = await Publisher(office, "budi").PostAsync("/desk/new");

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.IsNotNull((await ScreenAsync(nothing)).QuerySelector("[role=alert]"));
    }

    [TestMethod]
    public async Task Of_two_texts_the_screen_shows_each_field_that_differs()
    {
        await using var office = await OpenAsync();
        var budi = Publisher(office, "budi");
        var draft = await DropAsync(budi);
        var mine = DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("summary", "Ringkasan saya."), ("next", "check"));
        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("summary", "Ringkasan mereka."))
        );

        using var late = await budi.PostAsync(draft, mine);

        var screen = await ScreenAsync(late);
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Contains("Ringkasan saya.", screen.QuerySelector("[aria-labelledby=punya-saya]")!.TextContent);
        Assert.Contains("Ringkasan mereka.", screen.QuerySelector("[aria-labelledby=punya-mereka]")!.TextContent);
        Assert.DoesNotContain("Instansi", screen.QuerySelector("main")!.TextContent);
    }

    private static Task<Office> OpenAsync() => Office.OpenInMemoryAsync(DeskPerson.Settings);

    private static DeskPerson Publisher(Office office, string name) => new(office, name, "Publisher");

    private static string IdOf(string address) => address.Split('/')[^1];

    private static async Task<IHtmlDocument> ScreenAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private static async Task<string> DropAsync(DeskPerson person)
    {
        using var dropped = await person.DropAsync("/desk/new", ("vaksin.md", "text/markdown", Document));
        return await DeskPerson.LeadsAsync(dropped);
    }

    /// <summary>The form that confirms that a draft is to come out now.</summary>
    private static async Task<(string, string)[]> EchoAsync(DeskPerson person, string draft)
    {
        using var echoed = await person.PostAsync($"{draft}/when", ("way", "now"));
        return DeskPerson.Filled(await ScreenAsync(echoed), $"{draft}/when");
    }

    private static async Task<HttpResponseMessage> SendAsync(DeskPerson person, string draft) =>
        await person.PostAsync($"{draft}/when", await EchoAsync(person, draft));

    /// <returns>Where the sent correction leads.</returns>
    private static async Task<string> CorrectAsync(DeskPerson person, string release, params (string, string)[] fields)
    {
        using var begun = await person.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        using var saved = await person.PostAsync(
            draft,
            DeskPerson.Filled(await person.OpenAsync(draft), draft, [.. fields, ("next", "when")])
        );
        Assert.AreEqual($"{draft}/when", await DeskPerson.LeadsAsync(saved));
        using var sent = await SendAsync(person, draft);
        return await DeskPerson.LeadsAsync(sent);
    }

    private static async Task<int> RevisionAsync(Office office, string release)
    {
        var id = ReleaseId.TryParse(IdOf(release), out var parsed) ? parsed : default;
        return (await office.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release.Revision;
    }
}
