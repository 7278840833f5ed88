using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Siaran.Desk;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>What three people in a press office do, from a document to its correction and withdrawal, without any script.</summary>
[TestClass]
public sealed class DeskTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes(
        """
        # Jembatan Lengan Dibuka

        Baruna – Gubernur membuka Jembatan Lengan. Warga dua kecamatan kini terhubung.

        Pekerjaan selesai dua bulan lebih cepat daripada rencana.
        """
    );

    [TestMethod]
    public async Task A_document_goes_from_drop_to_scheduled_and_comes_out_at_its_time()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");

        using var dropped = await budi.DropAsync("/desk/new", ("jembatan.md", "text/markdown", Document));
        var draft = await DeskPerson.LeadsAsync(dropped);
        var check = await budi.OpenAsync(draft);
        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(
                check,
                draft,
                ("headline", "Jembatan Lengan Resmi Dibuka"),
                ("agency", "Dinas PUPR Nusa Jaya"),
                ("next", "when")
            )
        );
        var when = await DeskPerson.LeadsAsync(saved);
        (string, string)[] chosen = [("way", "at"), ("date", "2026-03-06"), ("hour", "09:30")];
        using var echoed = await budi.PostAsync(when, chosen);
        var echo = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());
        using var sent = await budi.PostAsync(when, DeskPerson.Filled(echo, when));
        var release = await DeskPerson.LeadsAsync(sent);

        Assert.Contains("Jumat, 6 Maret 2026 09.30 WITA = 08.30 WIB = 01.30 UTC, dua hari lagi", echo.Body!.TextContent);
        Assert.Contains("Terjadwal: Jumat, 6 Maret 2026 09.30 WITA", (await budi.OpenAsync(release)).Body!.TextContent);
        Assert.IsEmpty(await office.ItemsAsync());
        Assert.IsEmpty(await office.RowsAsync(Names.DraftTable));
        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await office.CollectAsync();
        Assert.AreEqual("Jembatan Lengan Resmi Dibuka", (await office.ItemsAsync())[0].Element("title")!.Value);
        var after = (await budi.OpenAsync(release)).Body!.TextContent;
        Assert.Contains("Halaman rilis", after);
        Assert.Contains("budi@nusajaya.example", after);
        Assert.DoesNotContain("identity:", after);
        Assert.Contains("meja redaksi", after);
    }

    [TestMethod]
    public async Task A_release_is_corrected_compared_and_withdrawn()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(body: "Jembatan dibuka pukul 09.00 oleh Gubernur. Warga kini terhubung."));
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!;

        using var begun = await budi.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        var check = await budi.OpenAsync(draft);
        var body = check.QuerySelector("textarea[name=body]")!.TextContent;
        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(check, draft, ("body", body.Replace("09.00", "10.00", StringComparison.Ordinal)), ("next", "when"))
        );
        var when = await DeskPerson.LeadsAsync(saved);
        using var echoed = await budi.PostAsync(when, ("way", "now"));
        var echo = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());
        using var sent = await budi.PostAsync(when, DeskPerson.Filled(echo, when));
        var history = await budi.OpenAsync($"{await DeskPerson.LeadsAsync(sent)}/history");
        var page = await office.OnlyPageAsync();
        var corrected = await office.ReadAsync(page);
        using var withdrawn = await budi.PostAsync($"{release}/withdraw", ("seen", "2"), ("reason", "Salah tanggal"));

        Assert.Contains("10.00", corrected);
        Assert.AreEqual("09.00", history.QuerySelector("del")!.TextContent.Trim());
        Assert.AreEqual("10.00", history.QuerySelector("ins")!.TextContent.Trim());
        Assert.Contains("Disebut perbaikan kecil, padahal", history.Body!.TextContent);
        Assert.AreEqual(release, await DeskPerson.LeadsAsync(withdrawn));
        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync(page));
        Assert.Contains("Salah tanggal", (await budi.OpenAsync(release)).Body!.TextContent);
    }

    [TestMethod]
    public async Task A_correction_keeps_what_the_release_has()
    {
        await using var office = await Office.OpenInMemoryAsync(DeskPerson.Settings);
        foreach (var sample in Directory.EnumerateFiles(Repository.Samples, "*", SearchOption.AllDirectories))
        {
            await office.UploadAsync(Path.GetRelativePath(Repository.Samples, sample), await File.ReadAllBytesAsync(sample));
        }

        await office.CollectAsync();
        var budi = new DeskPerson(office, "budi", "Publisher");
        var shelf = (await budi.OpenAsync("/desk")).QuerySelectorAll("#terbit ~ ul a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.IsGreaterThan(5, shelf.Count);
        foreach (var release in shelf)
        {
            var id = Releases.ReleaseId.TryParse(release.Split('/')[^1], out var parsed) ? parsed : default;
            var before = (await office.Service<ReleaseTable>().FindAsync(id, CancellationToken.None))!.Release.Content;

            using var begun = await budi.PostAsync($"{release}/correct");
            var draft = await DeskPerson.LeadsAsync(begun);
            var open = await office.Service<Drafts>().FindAsync(draft.Split('/')[^1], CancellationToken.None);
            var seen = await office.Service<Lookalikes>().InspectAsync(open!, CancellationToken.None);

            var after = seen.Inspection.Tagged?.Release.Content;
            Assert.IsNotNull(after, string.Join('\n', seen.Inspection.Findings.Select(finding => finding.English)));
            Assert.AreEqual(before.BodyHtml, after.BodyHtml, release);
            Assert.AreEqual(
                (before.Headline, before.Label, before.Agency, before.Place),
                (after.Headline, after.Label, after.Agency, after.Place)
            );
            Assert.AreEqual((before.Lead, before.Language, before.Licence), (after.Lead, after.Language, after.Licence));
            CollectionAssert.AreEqual(before.EditorTags.ToList(), after.EditorTags.ToList());
        }
    }

    [TestMethod]
    public async Task Of_two_who_save_at_once_the_second_sees_both_texts_and_chooses()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var (budi, sari) = (new DeskPerson(office, "budi", "Publisher"), new DeskPerson(office, "sari", "Editor"));
        using var dropped = await sari.DropAsync("/desk/new", ("jembatan.md", "text/markdown", Document));
        var draft = await DeskPerson.LeadsAsync(dropped);
        var opened = await sari.OpenAsync(draft);
        using var first = await budi.PostAsync(draft, DeskPerson.Filled(opened, draft, ("headline", "Punya Budi")));

        using var second = await sari.PostAsync(draft, DeskPerson.Filled(opened, draft, ("headline", "Punya Sari"), ("body", "Isi Sari.")));
        var both = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await second.Content.ReadAsStringAsync());
        using var chosen = await sari.PostAsync(draft, DeskPerson.Filled(both, draft));

        Assert.AreEqual(HttpStatusCode.OK, first.StatusCode);
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Contains("Punya Budi", both.Body!.TextContent);
        Assert.Contains("Punya Sari", both.Body!.TextContent);
        Assert.AreEqual(HttpStatusCode.OK, chosen.StatusCode);
        Assert.AreEqual("Punya Sari", (await budi.OpenAsync(draft)).QuerySelector("#headline")!.GetAttribute("value"));
    }

    [TestMethod]
    public async Task A_correction_of_an_older_revision_is_shown_next_to_the_newer_one_before_it_goes_on()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "id: jembatan\n"));
        var budi = new DeskPerson(office, "budi", "Publisher");
        var release = (await budi.OpenAsync("/desk")).QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!;
        using var begun = await budi.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        await office.PublishAsync("a.md", Texts.Release("Jembatan Lengan Baru", frontMatter: "id: jembatan\nrevision: major\n"));
        using var saved = await budi.PostAsync(
            draft,
            DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("headline", "Jembatan Lengan Lama"), ("next", "when"))
        );
        var when = await DeskPerson.LeadsAsync(saved);

        using var stale = await budi.PostAsync(when, await ConfirmedAsync(budi, when));
        var both = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await stale.Content.ReadAsStringAsync());
        using var rebased = await budi.PostAsync($"{draft}/rebase", DeskPerson.Filled(both, $"{draft}/rebase"));
        using var sent = await budi.PostAsync(when, await ConfirmedAsync(budi, when));

        Assert.AreEqual(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Contains("Jembatan Lengan Baru", both.Body!.TextContent);
        Assert.Contains("Jembatan Lengan Lama", both.Body!.TextContent);
        Assert.AreEqual(release, await DeskPerson.LeadsAsync(sent));
        Assert.AreEqual("Jembatan Lengan Lama", (await office.ItemsAsync())[0].Element("title")!.Value);
    }

    [TestMethod]
    public async Task A_rejected_upload_is_made_a_draft_and_mended()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync(
            "a.md",
            "---\ntitel: Jembatan\npublishAt: 11/12/2024\n---\n\n# Jembatan Dibuka\n\nGubernur membukanya.\n"
        );
        await office.PublishAsync("kosong.md", "");
        var sari = new DeskPerson(office, "sari", "Editor");
        var list = await sari.OpenAsync("/desk");
        var links = list.QuerySelectorAll("#perbaiki ~ ul a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

        var why = await sari.OpenAsync(links["a.md"]);
        using var refused = await sari.PostAsync(links["kosong.md"]);

        Assert.HasCount(2, links);
        Assert.Contains("11/12/2024", why.Body!.TextContent);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [TestMethod]
    public async Task A_preview_publishes_nothing_and_its_link_ends()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var sari = new DeskPerson(office, "sari", "Editor");
        var picture = SomePicture();
        using var dropped = await sari.DropAsync("/desk/new", ("a.md", "text/markdown", Document), ("foto.png", "image/png", picture));
        var draft = await DeskPerson.LeadsAsync(dropped);

        var preview = await sari.OpenAsync($"{draft}/preview");
        using var page = await sari.GetAsync($"{draft}/page");
        var shown = await page.Content.ReadAsStringAsync();
        using var made = await sari.PostAsync($"{draft}/share");
        var link = new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocument(await made.Content.ReadAsStringAsync())
            .QuerySelector("#link")!
            .GetAttribute("value")!;
        var path = new Uri(link).AbsolutePath;
        var colleague = await office.StatusAsync(path);
        using var seen = await office.Reader.GetAsync(new Uri(path, UriKind.Relative));
        var shared = new HtmlParserOf(await seen.Content.ReadAsStringAsync()).Pictures.Distinct().Single();
        var forged = await office.StatusAsync(path[..^4] + "AAAA");
        office.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));

        Assert.Contains("<title>Jembatan Lengan Dibuka</title>", preview.QuerySelector("pre")!.TextContent);
        Assert.Contains("frame-ancestors 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
        var file = new HtmlParserOf(shown).Pictures.Distinct().Single();
        StringAssert.StartsWith(file, $"{draft}/files/");
        using var served = await sari.GetAsync(file);
        CollectionAssert.AreEqual(picture, await served.Content.ReadAsByteArrayAsync());
        Assert.AreEqual(HttpStatusCode.OK, colleague);
        StringAssert.StartsWith(shared, $"{path}/files/");
        Assert.AreEqual(HttpStatusCode.NotFound, forged);
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync(path));
        Assert.IsEmpty(await office.ItemsAsync());
        Assert.IsEmpty(await office.RowsAsync(Names.Releases));
    }

    [TestMethod]
    public async Task A_preview_shows_what_would_be_related_and_stores_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        const string body = "Gubernur meninjau Jembatan Lengan di Baruna. Jembatan Lengan menghubungkan dua kecamatan.";
        await office.PublishAsync("a.md", Texts.Release("Gubernur Meninjau Jembatan Lengan", body, "tags: [jembatan-lengan]\n"));
        await office.UploadAsync(
            "b.md",
            Texts.Release("Jembatan Lengan Kelak", body + " Kelak.", "tags: [jembatan-lengan]\npublishAt: 2026-03-09\n")
        );
        await office.CollectAsync();
        var index = new Azure.Storage.Blobs.BlobContainerClient(office.Storage, Names.Index);
        var (rows, blobs) = (await office.RowsAsync(Names.Related), await Office.BlobsAsync(index));
        var sari = new DeskPerson(office, "sari", "Editor");
        var text = Encoding.UTF8.GetBytes(
            "---\ntags: [jembatan-lengan]\n---\n\n# Jembatan Lengan Dibuka\n\nBaruna – Gubernur membuka Jembatan Lengan.\n\nWarga dua kecamatan kini terhubung Jembatan Lengan."
        );
        using var dropped = await sari.DropAsync("/desk/new", ("c.md", "text/markdown", text));

        var page = await sari.OpenAsync($"{await DeskPerson.LeadsAsync(dropped)}/page");

        Assert.Contains("Gubernur Meninjau Jembatan Lengan", page.Body!.TextContent);
        Assert.DoesNotContain("Kelak", page.Body.TextContent);
        CollectionAssert.AreEqual(rows.ToList(), (await office.RowsAsync(Names.Related)).ToList());
        CollectionAssert.AreEqual(blobs.ToList(), (await Office.BlobsAsync(index)).ToList());
    }

    [TestMethod]
    [DataRow("2026-03-01", "09:30", "sudah lewat")]
    [DataRow("2026-03-06", "23:15", "malam hari")]
    [DataRow("2026-03-07", "09:30", "akhir pekan")]
    [DataRow("2026-08-17", "09:30", "Hari Kemerdekaan")]
    [DataRow("2026-03-20", "09:30", "hari libur")]
    [DataRow("2126-03-06", "09:30", "Periksa tahunnya")]
    [DataRow("besok", "pagi", "Tulis tanggal dan jamnya")]
    public async Task An_odd_time_is_asked_about_and_nothing_is_sent_yet(string date, string hour, string asked)
    {
        var settings = new Dictionary<string, string>(DeskPerson.Settings) { ["Desk:Holidays"] = "2026-03-20" };
        await using var office = await Office.OpenAsync(settings: settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        using var dropped = await budi.DropAsync("/desk/new", ("jembatan.md", "text/markdown", Document));

        using var echoed = await budi.PostAsync(
            $"{await DeskPerson.LeadsAsync(dropped)}/when",
            ("way", "at"),
            ("date", date),
            ("hour", hour)
        );

        Assert.Contains(asked, await echoed.Content.ReadAsStringAsync());
        Assert.IsEmpty(await office.RowsAsync(Names.Releases));
    }

    [TestMethod]
    public async Task A_draft_is_found_again_by_another_instance_and_gone_once_its_upload_was_published()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var sari = new DeskPerson(office, "sari", "Editor");
        using var dropped = await sari.DropAsync("/desk/new", ("jembatan.md", "text/markdown", Document));
        await using var other = await Office.OpenAsync(office.Storage, office.Clock, DeskPerson.Settings);

        var list = await new DeskPerson(other, "sari", "Editor").OpenAsync("/desk");
        var table = other.Service<DraftTable>();
        var row = await table.ListAsync(null, CancellationToken.None).SingleAsync();
        var content = await table.ReadAsync(row, CancellationToken.None);
        // As if the process had ended after the upload was sent and before the draft was discarded.
        await table.TrySaveAsync(row with { Upload = "jembatan.md" }, content!, CancellationToken.None);
        await other.PublishAsync("jembatan.md", Encoding.UTF8.GetString(Document));
        var later = await new DeskPerson(other, "sari", "Editor").OpenAsync("/desk");

        Assert.Contains("Jembatan Lengan Dibuka", list.QuerySelector("#naskah ~ ul")!.TextContent);
        Assert.AreEqual("", later.QuerySelector("#naskah ~ ul")!.TextContent.Trim());
        Assert.IsEmpty(await Office.BlobsAsync(new Azure.Storage.Blobs.BlobContainerClient(office.Storage, Names.Drafts)));
    }

    [TestMethod]
    public async Task A_scheduled_release_that_did_not_come_out_is_shown_as_late()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "publishAt: 2026-03-05\n"));
        office.Clock.Advance(TimeSpan.FromDays(2));

        var list = await new DeskPerson(office, "sari", "Editor").OpenAsync("/desk");

        Assert.Contains("sudah lewat waktunya", list.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("terlambat", list.QuerySelector("#terjadwal ~ ul")!.TextContent);
    }

    [TestMethod]
    public async Task The_run_that_finds_a_late_release_says_how_late_it_is()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync("a.md", Texts.Release(frontMatter: "publishAt: 2026-03-05\n"));
        office.Clock.Advance(TimeSpan.FromDays(2));
        var late = new System.Collections.Concurrent.ConcurrentBag<double>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Name == "siaran.embargo.late")
                {
                    to.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => late.Add(seconds));
        listener.Start();

        await office.CollectAsync();

        Assert.Contains(TimeSpan.FromHours(33.5).TotalSeconds, late);
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task Made_up_people_sign_in_under_the_local_host_alone()
    {
        var settings = new Dictionary<string, string> { ["Desk:SignIn"] = "made-up" };
        await using var local = await Office.OpenAsync(settings: settings);
        await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Office.OpenAsync(settings: new Dictionary<string, string>(settings) { ["LocalHost:Running"] = "" })
        );
        await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Office.OpenAsync(settings: new Dictionary<string, string>(settings) { ["WEBSITE_INSTANCE_ID"] = "a1" })
        );

        Assert.AreEqual(HttpStatusCode.OK, await local.StatusAsync("/desk/sign-in"));
        await using var platform = await Office.OpenAsync(settings: DeskPerson.Settings);
        Assert.AreEqual(HttpStatusCode.NotFound, await platform.StatusAsync("/desk/sign-in"));
    }

    private static async Task<(string Name, string Value)[]> ConfirmedAsync(DeskPerson person, string when)
    {
        using var echoed = await person.PostAsync(when, ("way", "now"));
        return DeskPerson.Filled(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync()), when);
    }

    private static byte[] SomePicture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(40, 30);
        bitmap.Erase(SkiaSharp.SKColors.Teal);
        using var encoded = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }

    /// <summary>The pictures of a page's release.</summary>
    private sealed class HtmlParserOf(string html)
    {
        public IReadOnlyList<string> Pictures { get; } =
        [
            .. new AngleSharp.Html.Parser.HtmlParser()
                .ParseDocument(html)
                .QuerySelectorAll("article img")
                .Select(image => image.GetAttribute("src")!),
        ];
    }
}
