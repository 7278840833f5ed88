using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class FrontMatterTests
{
    private const string Everything = """
        ---
        id: teluk-jaya-1
        title: "Pasar Ikan: Dibuka"
        summary: Pasar ikan baru dibuka.
        agency: Dinas Perikanan Teluk Jaya
        label: Siaran Pers
        language: id
        place: Baruna
        publishAt: 11 November 2024 09.30 WITA
        updatedAt: 2024-11-12T08:00:00+07:00
        revision: major
        changeNote: Harga diperbaiki.
        status: published
        tags:
          - nelayan kecil
          - -topic:sport
        related: [teluk-jaya-0, teluk-jaya-2]
        image: /media/pasar.jpg
        imageAlt: Kios ikan
        canonicalUrl: https://telukjaya.example/pasar
        licence: CC BY 4.0
        ---

        """;

    [TestMethod]
    [DataRow("siaran.txt", "")]
    [DataRow("siaran.md", "")]
    [DataRow("siaran.html", "<p>")]
    public void Every_key_is_read_in_every_format(string name, string before)
    {
        var result = Uploads.Accepted(Uploads.Read(Everything + before + Uploads.Body, name));
        var (submission, content) = (result.Submission, result.Submission.Content!);

        Assert.IsEmpty(result.Report.Findings);
        Assert.AreEqual(
            ("teluk-jaya-1", RevisionKind.Major, "Harga diperbaiki.", ReleaseStatus.Published),
            (submission.EditorKey, submission.Revision, submission.ChangeNote, submission.Status)
        );
        Assert.AreEqual(new DateTimeOffset(2024, 11, 11, 1, 30, 0, TimeSpan.Zero), submission.PublishAt);
        Assert.AreEqual(new DateTimeOffset(2024, 11, 12, 1, 0, 0, TimeSpan.Zero), submission.UpdatedAt);
        Assert.AreEqual(
            ("Pasar Ikan: Dibuka", "Pasar ikan baru dibuka.", "Dinas Perikanan Teluk Jaya"),
            (content.Headline, content.Summary, content.Agency)
        );
        Assert.AreEqual(("Siaran Pers", "id", "Baruna", "CC BY 4.0"), (content.Label, content.Language, content.Place, content.Licence));
        Assert.AreEqual("nelayan kecil|-topic:sport", string.Join("|", content.EditorTags));
        Assert.AreEqual(new EditorRelated(false, ["teluk-jaya-0", "teluk-jaya-2"]), content.Related);
        Assert.AreEqual(new ReleaseImage(new Uri("https://telukjaya.example/media/pasar.jpg"), "Kios ikan"), content.Image);
        Assert.AreEqual(new Uri("https://telukjaya.example/pasar"), content.CanonicalUrl);
    }

    [TestMethod]
    public void It_may_stand_in_a_comment_at_the_top_of_a_page()
    {
        var content = Uploads.Content($"<!doctype html>\n<!--\n{Everything}-->\n<p>{Uploads.Body}", "siaran.html");

        Assert.AreEqual("Pasar Ikan: Dibuka", content.Headline);
    }

    [TestMethod]
    [DataRow("2024-11-11", "2024-11-10T16:00:00Z")]
    [DataRow("2024-11-11T09:30", "2024-11-11T01:30:00Z")]
    [DataRow("2024-11-11 09:30:15", "2024-11-11T01:30:15Z")]
    [DataRow("2024-11-11T09:30:00Z", "2024-11-11T09:30:00Z")]
    [DataRow("2024-11-11T09:30+07:00", "2024-11-11T02:30:00Z")]
    [DataRow("2024-11-11T09:30:00.123+0900", "2024-11-11T00:30:00Z")]
    [DataRow("11 November 2024", "2024-11-10T16:00:00Z")]
    [DataRow("11 November 2024 09.30", "2024-11-11T01:30:00Z")]
    [DataRow("11 November 2024 09.30 WIB", "2024-11-11T02:30:00Z")]
    [DataRow("11 November 2024 09.30 WITA", "2024-11-11T01:30:00Z")]
    [DataRow("11 november 2024 pukul 09.30 wit", "2024-11-11T00:30:00Z")]
    [DataRow("Senin, 11 Nopember 2024, pukul 9.30 WITA", "2024-11-11T01:30:00Z")]
    [DataRow("17 Agustus 2025", "2025-08-16T16:00:00Z")]
    [DataRow("November 11, 2024", "2024-11-10T16:00:00Z")]
    public void Dates_are_understood_as_they_are_written(string written, string moment)
    {
        var submission = Uploads.Submission($"---\npublishAt: {written}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}");

        Assert.AreEqual(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), submission.PublishAt);
    }

    [TestMethod]
    [DataRow("kemarin")]
    [DataRow("2024-02-30")]
    [DataRow("31 November 2024")]
    [DataRow("11/12/2024")]
    [DataRow("2024-11-11 25:00")]
    [DataRow("2024-11-11T09:30+99:00")]
    [DataRow("\"١١ November ٢٠٢٤\"")]
    public void A_bad_date_is_refused_with_its_line(string written)
    {
        var error = Uploads.Error(Uploads.Read($"---\nid: a\npublishAt: {written}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"));

        Assert.AreEqual(("bad-date", 3, 12), (error.Code, error.Line, error.Column));
    }

    [TestMethod]
    [DataRow("id: a\nid: b", "duplicate-key", 3)]
    [DataRow("id: a\ntitle: Pasar: Ikan: Baru", "front-matter-syntax", 3)]
    [DataRow("id: a\ntitle: \"Pasar", "front-matter-syntax", 3)]
    [DataRow("id: a\n\ttitle: Pasar", "front-matter-syntax", 3)]
    [DataRow("id: &a b\ntitle: *a", "front-matter-alias", 2)]
    [DataRow("id: !!int 3", "front-matter-alias", 2)]
    [DataRow("id: a\ntags:\n  a: b", "front-matter-syntax", 4)]
    [DataRow("id: a\ntags: [[a]]", "front-matter-syntax", 3)]
    [DataRow("id: a\nlanguage: bahasa indonesia", "bad-value", 3)]
    [DataRow("id: a\nrevision: besar", "bad-value", 3)]
    [DataRow("id: a\nstatus: draft", "bad-value", 3)]
    [DataRow("id: a\ncanonicalUrl: pasar.html", "bad-value", 3)]
    [DataRow("id: a\ncanonicalUrl: javascript:alert(1)", "bad-value", 3)]
    [DataRow("id: a\ntitle: [a, b]", "bad-value", 3)]
    [DataRow("id: a\ntanggal: 2099-01-01", "unknown-key", 3)]
    public void Bad_front_matter_is_refused_with_its_line(string yaml, string code, int line)
    {
        var error = Uploads.Error(Uploads.Read($"---\n{yaml}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"));

        Assert.AreEqual((code, (int?)line), (error.Code, error.Line));
        Assert.IsFalse(string.IsNullOrWhiteSpace(error.Indonesian) || error.Indonesian == error.English);
    }

    [TestMethod]
    [DataRow("titel", "title")]
    [DataRow("judul", "title")]
    [DataRow("change_note", "changeNote")]
    [DataRow("license", "licence")]
    [DataRow("gambar", "image")]
    [DataRow("zzz", null)]
    public void An_unknown_key_is_reported_with_the_key_that_was_meant(string key, string? meant)
    {
        var found = Uploads.Found(Uploads.Read($"---\nid: a\n{key}: x\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"), "unknown-key");

        Assert.AreEqual((Severity.Warning, (int?)3), (found.Severity, found.Line));
        Assert.AreEqual(meant is not null, found.English.Contains($"Was `{meant}` meant?", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("tags: pasar, nelayan kecil, -topic:sport,", 3)]
    [DataRow("tags: [pasar, pasar]", 1)]
    [DataRow("tags:", 0)]
    public void Tags_are_a_list_or_a_line(string yaml, int count) =>
        Assert.HasCount(count, Uploads.Content($"---\nid: a\n{yaml}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}").EditorTags);

    [TestMethod]
    public void Related_releases_may_be_forbidden()
    {
        Assert.AreEqual(EditorRelated.Forbidden, Uploads.Content($"---\nrelated: none\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}").Related);
        Assert.AreEqual(EditorRelated.Unsaid, Uploads.Content($"---\nid: a\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}").Related);
    }

    [TestMethod]
    [DataRow("siaran.md")]
    [DataRow("siaran.txt")]
    [DataRow("siaran.html")]
    public void A_withdrawal_needs_no_text(string name)
    {
        var submission = Uploads.Submission("---\nid: a\nstatus: withdrawn\nwithdrawnReason: Keliru tanggal.\n---\n", name);

        Assert.AreEqual(
            ("a", ReleaseStatus.Withdrawn, "Keliru tanggal.", null),
            (submission.EditorKey, submission.Status, submission.WithdrawnReason, submission.Content)
        );
    }

    [TestMethod]
    [DataRow("tags: [ekonomi, -topic:olahraga]", "ekonomi|-topic:olahraga")]
    [DataRow("tags: []", "")]
    public void Tags_alone_need_no_text(string tags, string read)
    {
        var submission = Uploads.Submission($"---\nid: a\nrevision: minor\n{tags}\n---\n");

        Assert.AreEqual(("a", null, read), (submission.EditorKey, submission.Content, string.Join('|', submission.Tags!)));
    }

    [TestMethod]
    [DataRow("id: a\ntags: [ekonomi]")]
    [DataRow("id: a\nrevision: major\ntags: [ekonomi]")]
    [DataRow("id: a\nrevision: minor")]
    [DataRow("revision: minor\ntags: [ekonomi]")]
    public void A_text_that_is_missing_is_no_change_of_tags(string yaml) =>
        Assert.AreEqual(Severity.Error, Uploads.Error(Uploads.Read($"---\n{yaml}\n---\n")).Severity);

    [TestMethod]
    public void Tags_of_an_upload_with_a_text_are_part_of_its_content() =>
        Assert.IsNull(Uploads.Submission($"---\nid: a\nrevision: minor\ntags: [a]\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}").Tags);

    [TestMethod]
    public void A_withdrawal_without_text_must_name_its_release() =>
        Assert.AreEqual(
            "withdrawal-without-id",
            Uploads.Error(Uploads.Read("---\nstatus: withdrawn\nwithdrawnReason: Keliru.\n---\n")).Code
        );

    [TestMethod]
    [DataRow("withdrawnReason: Keliru", "key-without-effect")]
    [DataRow("successor: nj-2", "key-without-effect")]
    [DataRow("imageAlt: Kios", "key-without-effect")]
    [DataRow("image: https://a.example/a.jpg", "image-without-alt")]
    [DataRow("status: withdrawn", "withdrawal-without-reason")]
    [DataRow("image: data:image/png;base64,AAAA", "link-unusable")]
    public void What_has_no_effect_or_is_missing_is_told(string yaml, string code) =>
        Assert.AreEqual(
            Severity.Warning,
            Uploads.Found(Uploads.Read($"---\nid: a\n{yaml}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"), code).Severity
        );

    [TestMethod]
    public void A_line_of_hyphens_at_the_top_is_no_front_matter()
    {
        Assert.AreEqual("Pasar Ikan Dibuka", Uploads.Content($"---\nPasar Ikan Dibuka\n---\n\n{Uploads.Body}").Headline);
        Assert.AreEqual("front-matter-unclosed", Uploads.Error(Uploads.Read($"---\nid: a\n\nPasar Ikan Dibuka\n\n{Uploads.Body}")).Code);
    }
}
