using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Siaran.Actors;
using Siaran.Desk;
using Siaran.Ingest;
using Siaran.IntegrationTests.Memory;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>At the desk nothing is lost where two act at once, and nobody reaches what is another office's.</summary>
[TestClass]
public sealed class DeskSafetyTests
{
    private const string Register = """
        {
          "offices": [{ "id": "pupr", "name": "PUPR" }, { "id": "dinkes", "name": "Dinkes" }],
          "holders": [
            { "kind": "identity", "id": "id-ani", "name": "Ani", "offices": ["pupr"] },
            { "kind": "identity", "id": "id-duo", "name": "Duo", "offices": ["pupr", "dinkes"] },
            { "kind": "folder", "id": "dinkes", "name": "Dinkes", "offices": ["dinkes"] }
          ]
        }
        """;

    private static readonly byte[] Document = Encoding.UTF8.GetBytes(
        "# Vaksin Tiba di Baruna\n\nVaksin tiba pagi ini.\n\nWarga menyambutnya."
    );

    [TestMethod]
    [DataRow("ani", "pupr", false)]
    [DataRow("duo", "dinkes", true)]
    public async Task A_draft_is_made_a_correction_of_its_writer_s_own_releases_alone(string name, string of, bool isTaken)
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("dinkes/nanti.md", Texts.Release("Kabar Rahasia Lusa", frontMatter: "publishAt: 2026-03-06\n"));
        var secret = await OnlyIdAsync(office);
        var person = new DeskPerson(office, name, "Publisher");
        var draft = await DropAsync(person);

        using var saved = await person.PostAsync(
            draft,
            DeskPerson.Filled(await person.OpenAsync(draft), draft, ("revises", secret.ToString()), ("next", "check"))
        );

        var open = await OpenDraftAsync(office, draft);
        var page = await person.OpenAsync($"{draft}/page");
        Assert.AreEqual(isTaken ? secret : null, open.Draft.Target);
        Assert.AreEqual(isTaken ? 1 : null, open.Draft.Seen);
        Assert.AreEqual(of, open.Row.Office);
        Assert.AreEqual(isTaken, page.DocumentElement.OuterHtml.Contains("kabar-rahasia", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task No_upload_chooses_the_id_of_a_new_release_and_what_is_refused_tells_nothing_of_other_offices()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("dinkes/nanti.md", Texts.Release("Kabar Rahasia Lusa", frontMatter: "publishAt: 2026-03-06\n"));
        var answers = new List<string>();
        foreach (var target in (ReleaseId[])[await OnlyIdAsync(office), ReleaseId.FromEditorKey("belum-ada")])
        {
            var upload = new NewUpload($"desk/x/{target}.md", BinaryData.FromBytes(Document), "text/markdown")
            {
                Metadata = new UploadMetadata { IsConfirmed = true, Target = target.ToString() },
            };
            var entry = office.Service<UploadEntry>();
            var ani = new Actor("identity:ani", ["pupr"]);
            var result = await entry.OutcomeAsync(await entry.EnterAsync(upload, ani, CancellationToken.None));
            answers.Add($"{result.Outcome} {string.Join(' ', result.Report.Findings.Select(finding => finding.English))}");
        }

        Assert.AreEqual(answers[0], answers[1]);
        Assert.StartsWith("Rejected", answers[0]);
    }

    [TestMethod]
    public async Task A_text_that_is_saved_while_its_draft_is_published_stays_a_draft()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        var draft = await DropAsync(budi);
        var (table, open) = (office.Service<DraftTable>(), await OpenDraftAsync(office, draft));
        var name = $"desk/{open.Id}/rilis.md";
        var sent = await table.TrySaveAsync(
            open.Row with
            {
                Upload = name,
            },
            BinaryData.FromObjectAsJson(open.Draft),
            CancellationToken.None
        );
        var check = await budi.OpenAsync(draft);

        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(check, draft, ("headline", "Vaksin Sudah Tiba"), ("next", "check"))
        );
        await office.PublishAsync(name, Texts.Release());

        Assert.IsFalse(await table.DiscardAsync(sent!, CancellationToken.None));
        Assert.Contains("Vaksin Sudah Tiba", (await budi.OpenAsync("/desk")).Body!.TextContent);
        Assert.AreEqual("Vaksin Sudah Tiba", (await budi.OpenAsync(draft)).QuerySelector("#headline")!.GetAttribute("value"));
    }

    [TestMethod]
    public async Task A_document_that_gives_its_release_an_id_does_not_become_a_second_release()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release("Vaksin Tiba di Baruna", "Vaksin tiba pagi ini.", "id: nj-1\n"));
        var budi = new DeskPerson(office, "budi", "Publisher");
        using var dropped = await budi.DropAsync(
            "/desk/new",
            ("vaksin.md", "text/markdown", [.. Encoding.UTF8.GetBytes("---\nid: nj-1\n---\n\n"), .. Document])
        );
        var draft = await DeskPerson.LeadsAsync(dropped);
        using var echoed = await budi.PostAsync($"{draft}/when", ("way", "now"));
        var echo = new HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());

        using var sent = await budi.PostAsync($"{draft}/when", DeskPerson.Filled(echo, $"{draft}/when"));

        Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task Nobody_throws_away_a_text_that_they_have_not_seen()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        var draft = await DropAsync(budi);
        var seen = DeskPerson.Filled(await budi.OpenAsync(draft), $"{draft}/discard");
        using var saved = await budi.PostAsync(draft, DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("headline", "Lain")));

        using var unseen = await budi.PostAsync($"{draft}/discard", seen);
        using var again = await budi.PostAsync($"{draft}/discard", DeskPerson.Filled(await budi.OpenAsync(draft), $"{draft}/discard"));

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, unseen.StatusCode);
        Assert.AreEqual("/desk", await DeskPerson.LeadsAsync(again));
    }

    [TestMethod]
    public async Task What_is_to_be_mended_is_shown_to_those_alone_who_act_for_all_offices_of_its_sender()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("dinkes/buruk.md", "---\npublishAt: 11/12/2026\n---\n\n# Rahasia\n\nIsi.\n");
        var upload = new NewUpload(
            "http/buruk.md",
            BinaryData.FromString("---\npublishAt: 11/12/2026\n---\n\n# Rahasia\n\nIsi.\n"),
            "text/markdown"
        );
        var entry = office.Service<UploadEntry>();
        await entry.OutcomeAsync(await entry.EnterAsync(upload, new Actor("key:x", ["pupr", "dinkes"]), CancellationToken.None));

        var (ani, duo) = (new DeskPerson(office, "ani", "Publisher"), new DeskPerson(office, "duo", "Publisher"));

        Assert.IsEmpty(
            (await ani.OpenAsync("/desk")).QuerySelectorAll("#perbaiki ~ ul a").Where(link => link.TextContent.Contains("buruk"))
        );
        Assert.HasCount(
            2,
            (await duo.OpenAsync("/desk")).QuerySelectorAll("#perbaiki ~ ul a").Where(link => link.TextContent.Contains("buruk"))
        );
    }

    [TestMethod]
    [DataRow("keep", "", "2026-03-06T01:30:00Z")]
    [DataRow("at", "2026-03-09", "2026-03-09T01:30:00Z")]
    [DataRow("now", "", "2026-03-04T01:30:00Z")]
    public async Task A_scheduled_release_keeps_its_time_or_gets_another(string way, string date, string expected)
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "publishAt: 2026-03-06T09:30:00+08:00\n"));
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#terjadwal ~ ul a")!.GetAttribute("href")!;
        using var begun = await budi.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("headline", "Jembatan Dibuka"))
        );
        using var echoed = await budi.PostAsync($"{draft}/when", ("way", way), ("date", date), ("hour", "09:30"));
        var echo = new HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());

        using var sent = await budi.PostAsync($"{draft}/when", DeskPerson.Filled(echo, $"{draft}/when"));

        var id = ReleaseId.TryParse((await DeskPerson.LeadsAsync(sent)).Split('/')[^1], out var parsed) ? parsed : default;
        var now = (await office.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release;
        Assert.AreEqual("Jembatan Dibuka", now.Content.Headline);
        Assert.AreEqual(
            expected,
            now.PublishAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.HasCount(way == "now" ? 1 : 0, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_correction_stays_with_the_office_of_its_release()
    {
        await using var office = await OpenAsync();
        await office.PublishAsync("dinkes/a.md", Texts.Release());
        var duo = new DeskPerson(office, "duo", "Publisher");
        var release = (await duo.OpenAsync("/desk")).QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!;
        using var begun = await duo.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);

        using var saved = await duo.PostAsync(draft, DeskPerson.Filled(await duo.OpenAsync(draft), draft, ("headline", "Jembatan Dibuka")));

        Assert.AreEqual("dinkes", (await OpenDraftAsync(office, draft)).Row.Office);
    }

    [TestMethod]
    public async Task A_correction_goes_on_over_what_was_shown_alone_and_over_a_withdrawal_only_where_that_is_meant()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        var page = await office.OnlyPageAsync();
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!;
        using var begun = await budi.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        await ReviseAsync(office, "Jembatan dibuka kemarin.", "revision: minor\n");
        var shown = await SendAsync(budi, draft);
        await ReviseAsync(office, "Jembatan dibuka lusa.", "revision: minor\n");

        using var overOld = await budi.PostAsync($"{draft}/rebase", DeskPerson.Filled(shown, $"{draft}/rebase"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("c.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru sama sekali\n---\n");
        var withdrawn = await SendAsync(budi, draft);
        var form = DeskPerson.Filled(withdrawn, $"{draft}/rebase");
        using var unmeant = await budi.PostAsync($"{draft}/rebase", form);
        var before = await office.StatusAsync(page);
        using var meant = await budi.PostAsync($"{draft}/rebase", [.. form, ("again", "yes")]);

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, overOld.StatusCode);
        Assert.Contains("Jembatan dibuka lusa.", await overOld.Content.ReadAsStringAsync());
        Assert.Contains("Keliru sama sekali", withdrawn.Body!.TextContent);
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, unmeant.StatusCode);
        Assert.AreEqual(HttpStatusCode.Gone, before);
        Assert.AreEqual(draft, await DeskPerson.LeadsAsync(meant));
    }

    [TestMethod]
    public async Task Who_is_about_to_publish_a_withdrawn_release_again_is_told()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: nj-1\n"));
        await office.PublishAsync("b.md", "---\nid: nj-1\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#ditarik ~ ul a")!.GetAttribute("href")!;
        using var begun = await budi.PostAsync($"{release}/correct");

        using var echoed = await budi.PostAsync($"{await DeskPerson.LeadsAsync(begun)}/when", ("way", "now"));

        Assert.Contains("Rilis ini sudah ditarik: mengirim naskah ini menerbitkannya lagi.", await echoed.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Of_those_who_change_the_same_revision_at_once_all_but_one_are_told()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "tags: [jembatan]\n"));
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!;

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(number => budi.PostAsync($"{release}/tags", ("seen", "1"), ("tags", $"tanda-{number}")))
        );

        var statuses = answers.Select(answer => answer.StatusCode).Order().ToList();
        Array.ForEach(answers, answer => answer.Dispose());
        CollectionAssert.AreEqual(
            (HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed],
            statuses
        );
    }

    [TestMethod]
    public async Task Whatever_is_sent_becomes_a_draft_or_is_named()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        using var bitmap = new SkiaSharp.SKBitmap(8, 8);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        var files = Enumerable
            .Range(1, 19)
            .Select(number => ($"naskah-{number}.md", "text/markdown", Document))
            .Append(("foto.png", "image/png", picture.ToArray()))
            .Append(("kelebihan.md", "text/markdown", Document));

        using var dropped = await budi.DropAsync("/desk/new", [.. files]);

        var screen = await dropped.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, dropped.StatusCode);
        Assert.Contains("foto.png", screen);
        Assert.Contains("kelebihan.md", screen);
        Assert.Contains("19 naskah", screen);
        Assert.HasCount(19, await office.RowsAsync(Names.DraftTable));
    }

    [TestMethod]
    public async Task Who_saves_second_keeps_all_that_the_form_said_and_hears_which_files_to_choose_again()
    {
        await using var office = await OpenAsync();
        var duo = new DeskPerson(office, "duo", "Publisher");
        var draft = await DropAsync(duo);
        var form = DeskPerson.Filled(await duo.OpenAsync(draft), draft, ("office", "dinkes"), ("remove-x", "on"), ("next", "check"));
        using var first = await duo.PostAsync(draft, DeskPerson.Filled(await duo.OpenAsync(draft), draft, ("headline", "Lain")));

        using var second = await duo.PostAsync(draft, form);

        var conflict = new HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync());
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, second.StatusCode);
        var again = DeskPerson.Filled(conflict, draft);
        Assert.Contains(("office", "dinkes"), again);
        Assert.Contains(("remove-x", "on"), again);
        using var kept = await duo.PostAsync(draft, again);
        Assert.AreEqual("dinkes", (await OpenDraftAsync(office, draft)).Row.Office);
    }

    [TestMethod]
    public async Task A_draft_is_saved_though_the_answer_of_storage_is_lost()
    {
        var clock = new StillClock(Office.Start);
        var storage = new MemoryStorage(clock);
        await using var quiet = new PressRoom(storage, clock);
        await quiet.CreateAsync();
        var first = await quiet.Service<DraftTable>().TrySaveAsync(Row(), BinaryData.FromString("satu"), CancellationToken.None);
        for (var call = 1; call <= 2; call++)
        {
            var line = new FaultyLine(call, "lost once");
            await using var room = new PressRoom(storage, clock, line.PassAsync);
            var table = room.Service<DraftTable>();

            var saved = await table.TrySaveAsync(first!, BinaryData.FromString($"dua {call}"), CancellationToken.None);

            Assert.IsTrue(line.HasFailed);
            Assert.IsNotNull(saved, $"call {call}");
            var stored = await table.FindAsync("0a", CancellationToken.None);
            Assert.AreEqual($"dua {call}", (await table.ReadAsync(stored!, CancellationToken.None))!.ToString());
            first = saved;
        }

        static StoredDraft Row() => new("0a", "Judul", Office.Start, "Sari");
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.RegisterAsync(Register);
        return office;
    }

    private static async Task<string> DropAsync(DeskPerson person)
    {
        using var dropped = await person.DropAsync("/desk/new", ("vaksin.md", "text/markdown", Document));
        return await DeskPerson.LeadsAsync(dropped);
    }

    private static async Task ReviseAsync(Office office, string body, string frontMatter)
    {
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.PublishAsync("b.md", Texts.Release(body: body, frontMatter: "id: nj-1\n" + frontMatter));
    }

    /// <summary>Sends a draft now, and returns the screen that came instead of its release.</summary>
    private static async Task<IHtmlDocument> SendAsync(DeskPerson person, string draft)
    {
        using var echoed = await person.PostAsync($"{draft}/when", ("way", "now"));
        var echo = new HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());
        using var sent = await person.PostAsync($"{draft}/when", DeskPerson.Filled(echo, $"{draft}/when"));
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, sent.StatusCode);
        return new HtmlParser().ParseDocument(await sent.Content.ReadAsStringAsync());
    }

    private static async Task<ReleaseId> OnlyIdAsync(Office office) =>
        (await office.Service<IDueReleases>().ReadDueAsync(DateTimeOffset.MaxValue, 1, CancellationToken.None)).Single().Release.Id;

    private static async Task<OpenDraft> OpenDraftAsync(Office office, string draft) =>
        (await office.Service<Drafts>().FindAsync(draft.Split('/')[^1], CancellationToken.None))!;
}
