using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>What says that it must wait is never public at once, however it is dressed.</summary>
[TestClass]
public sealed partial class HoldNoticeTests
{
    [TestMethod]
    public void Words_of_embargo_draft_or_date_are_never_public_at_once_whatever_carries_them()
    {
        var published =
            from sentence in Sentences
            from carrier in Carriers
            from at in Enumerable.Range(0, 3)
            let text = carrier.Write(sentence, at)
            where IsPublic(text, carrier.Name)
            select $"{carrier.Name}: {text[..Math.Min(text.Length, 160)]}";
        Assert.AreEqual("", string.Join("\n\n", published));
    }

    [TestMethod]
    [DataRow("E M B A R G O   s a m p a i   S e n i n", DisplayName = "spaced, words too")]
    [DataRow("E.M.B.A.R.G.O. sampai Senin", DisplayName = "with full stops")]
    [DataRow("E-M-B-A-R-G-O sampai Senin", DisplayName = "with hyphens")]
    [DataRow("EMBARG0 sampai Senin", DisplayName = "a nought for an O")]
    [DataRow("\u0415\u041C\u0412\u0410RG\u041E sampai Senin", DisplayName = "Cyrillic letters")]
    [DataRow("\u0395MBARG\u039F sampai Senin", DisplayName = "Greek letters")]
    [DataRow("\uFF25\uFF2D\uFF22\uFF21\uFF32\uFF27\uFF2F sampai Senin", DisplayName = "wide letters")]
    [DataRow(
        "\U0001D5D8\U0001D5E0\U0001D5D5\U0001D5D4\U0001D5E5\U0001D5DA\U0001D5E2: 30 November 2029",
        DisplayName = "letters of mathematics"
    )]
    [DataRow("\U0001F174\U0001F17C\U0001F171\U0001F170\U0001F181\U0001F176\U0001F17E sampai Senin", DisplayName = "letters in squares")]
    [DataRow("EM\u00ADBARGO sampai Senin", DisplayName = "a soft hyphen")]
    [DataRow("EM\u200BBARGO\u00A0sampai\u00A0Senin", DisplayName = "spaces of other kinds")]
    [DataRow("EMB\u034FARGO sampai Senin", DisplayName = "a joiner")]
    [DataRow("EMBA\u0301RGO sampai Senin", DisplayName = "an accent")]
    [DataRow("EMBARGO_SAMPAI_SENIN", DisplayName = "underscores")]
    [DataRow("embar-\ngo sampai Senin", DisplayName = "broken at the end of a line")]
    [DataRow("\u202Eiapmas OGRABME\u202C Senin", DisplayName = "stored backwards behind an override")]
    [DataRow("\u202Eyreviled tsniaga kcehC\u202C", DisplayName = "stored backwards")]
    public void A_word_in_disguise_is_still_that_word(string notice)
    {
        AssertNotPublic($"{notice}\n\n{Text}", "siaran.txt");
        AssertNotPublic($"<div class=\"note\">{notice}</div>{Page}", "siaran.html");
        AssertNotPublic($"Pasar Ikan Dibuka Kembali\n\n{Uploads.Body}\n\n{Long}\n\n{notice}\n", "siaran.txt");
    }

    [TestMethod]
    [DataRow("<bdo dir=\"rtl\">ieM 5 iapmas OGRABME</bdo>")]
    [DataRow("<BDO DIR=RTL><b>ieM 5 iapmas OGRABME</b></BDO>")]
    [DataRow("<span style=\"unicode-bidi: bidi-override; direction: rtl\">TFARD</span>")]
    [DataRow("&#x202E;ieM 5 iapmas OGRABME")]
    public void What_markup_shows_backwards_is_read_as_it_is_seen(string notice) =>
        AssertNotPublic($"<p>{notice}</p>{Page}", "siaran.html");

    [TestMethod]
    public void Arabic_behind_an_override_stays_as_it_is() =>
        Assert.Contains("أعلن المحافظ", Uploads.Content($"Pasar Ikan Dibuka\n\n\u202Eأعلن المحافظ\u202C. {Uploads.Body}").Paragraphs[0]);

    [TestMethod]
    public void A_time_of_publication_below_the_text_holds_it_while_that_is_still_to_come()
    {
        var document = new UploadedDocument(
            "a.txt",
            null,
            Encoding.UTF8.GetBytes($"Pasar Ikan Dibuka Kembali\n\n{Uploads.Body}\n\n{Long}\n\nTerbit: Sabtu, 1 Desember 2029\n")
        );
        var before = Uploads.Accepted(IntakeReader.Read(document with { UploadedAt = At("2029-11-30T00:00:00Z") }));
        var after = Uploads.Accepted(IntakeReader.Read(document with { UploadedAt = At("2029-12-02T00:00:00Z") }));
        Assert.AreEqual(At("2029-11-30T16:00:00Z"), before.Submission.PublishAt);
        Assert.IsNull(after.Submission.PublishAt);
    }

    [TestMethod]
    [DataRow("Release: 2024", "2024-12-31T23:59:59Z", false)]
    [DataRow("Release: 2024", "2025-01-01T11:59:59Z", false)]
    [DataRow("Release: 2024", "2025-01-01T12:00:00Z", true)]
    [DataRow("Release: Q4-2023", "2025-03-01T00:00:00Z", true)]
    [DataRow("Release: 2026", "2025-03-01T00:00:00Z", false)]
    [DataRow("Embargo: 2024", "2025-03-01T00:00:00Z", false)]
    [DataRow("Not for release before 2024", "2025-03-01T00:00:00Z", false)]
    public void A_year_of_publication_holds_a_page_until_it_is_over_everywhere(string line, string uploadedAt, bool isPublic)
    {
        var page = new UploadedDocument("s.html", null, Encoding.UTF8.GetBytes($"<p>{line}</p>{Page}")) { UploadedAt = At(uploadedAt) };

        Assert.AreEqual(isPublic, IntakeReader.Read(page) is IntakeResult.Accepted);
    }

    [TestMethod]
    [DataRow("<meta name=\"embargo\" content=\"2029-12-01\">")]
    [DataRow("<meta name=\"embargoUntil\" content=\"2029-12-01T10:00+08:00\">")]
    [DataRow("<meta property=\"article:published_time\" content=\"2029-12-01T10:00+08:00\">")]
    [DataRow("<meta name=\"pubdate\" content=\"2029-12-01\">")]
    [DataRow("<meta name=\"release_date\" content=\"2029-12-01\">")]
    [DataRow("<meta name=\"draft\" content=\"true\">")]
    [DataRow("<meta name=\"status\" content=\"draft\">")]
    [DataRow("<meta name=\"visibility\" content=\"private\">")]
    [DataRow("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"creativeWorkStatus\":\"Draft\"}</script>")]
    [DataRow("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2029-12-01\"}</script>")]
    public void Metadata_of_a_page_that_says_it_is_never_public_at_once(string metadata) =>
        AssertNotPublic($"<html><head>{metadata}<title>Pasar</title></head><body>{Page}</body></html>", "siaran.html");

    [TestMethod]
    public void A_date_of_publication_in_metadata_that_cannot_be_read_is_no_notice() =>
        Uploads.Accepted(
            Uploads.Read(
                $"<html><head><meta name=\"publish_date\" content=\"05/08/2014 07:01:00\"></head><body>{Page}</body></html>",
                "s.html"
            )
        );

    [TestMethod]
    public void A_page_whose_article_is_marked_as_a_draft_is_refused() =>
        Assert.AreEqual(
            "held-by-text",
            Uploads
                .Error(Uploads.Read(Page.Replace("<article", "<article class=\"post status-draft\"", StringComparison.Ordinal), "s.html"))
                .Code
        );

    [TestMethod]
    [DataRow("EMBARGO-1-Desember-2029-pasar.txt")]
    [DataRow("masuk/embargo_sampai_senin.txt")]
    [DataRow("embargo-pasar-ikan.txt")]
    [DataRow("Pasar Ikan (DRAF 2).txt")]
    [DataRow("PasarIkanEmbargo.txt")]
    [DataRow("pasar.ikan.draft.v3.txt")]
    [DataRow("siaran-pers-pasar-ikan-rahasia.txt")]
    [DataRow("Embargo sampai Senin/pasar-ikan.txt")]
    [DataRow("dinkes/draft/pasar-ikan.txt")]
    public void A_name_that_says_it_is_refused(string name) => AssertNotPublic(Text, name);

    [TestMethod]
    [DataRow("pasar-draf-raperda-dibahas.txt")]
    [DataRow("redraft/pasar-ikan.txt")]
    [DataRow("dinkes/2026/11/pasar-ikan-2.txt")]
    public void A_name_that_only_speaks_of_it_is_taken(string name) => Uploads.Accepted(Uploads.Read(Text, name));

    [TestMethod]
    public void A_key_of_a_date_or_a_draft_in_another_dress_is_never_public_at_once()
    {
        foreach (var dress in Dresses)
        {
            foreach (var key in Keys)
            {
                var text = dress(key.Split('|')[0], key.Split('|')[1]);
                AssertNotPublic(text, "siaran.txt");
                AssertNotPublic(text, "siaran.md");
            }
        }
    }

    [TestMethod]
    [DataRow("draft: true")]
    [DataRow("private: yes")]
    [DataRow("published: false")]
    [DataRow("embargoUntil: 2029-03-01")]
    [DataRow("release_date: 2029-03-01")]
    [DataRow("scheduled: 2029-03-01")]
    [DataRow("goLive: 2029-03-01")]
    [DataRow("visibility: members")]
    public void An_unknown_key_of_front_matter_that_may_hold_the_release_is_refused(string line) =>
        Assert.AreEqual("unknown-key", Uploads.Error(Uploads.Read($"---\n{line}\n---\n\n{Text}")).Code);

    [TestMethod]
    [DataRow("draft: false")]
    [DataRow("published: true")]
    [DataRow("layout: post")]
    public void An_unknown_key_that_holds_nothing_is_a_warning(string line) =>
        Assert.AreEqual(Severity.Warning, Uploads.Found(Uploads.Read($"---\n{line}\n---\n\n{Text}"), "unknown-key").Severity);

    [TestMethod]
    public void The_time_in_front_matter_stands_for_the_embargo_in_words_whose_line_is_no_headline()
    {
        var submission = Uploads.Submission(
            $"---\npublishAt: 2029-12-01 10:00\n---\n\nEMBARGO sampai 1 Desember 2029 pukul 10.00 WITA\n\n{Text}"
        );
        Assert.AreEqual("Pasar Ikan Dibuka Kembali", submission.Content!.Headline);
        Assert.AreEqual(new DateTimeOffset(2029, 12, 1, 2, 0, 0, TimeSpan.Zero), submission.PublishAt);
    }

    [TestMethod]
    public void A_time_in_front_matter_before_the_embargo_in_words_is_refused() =>
        Assert.AreEqual(
            "held-longer",
            Uploads.Error(Uploads.Read($"---\npublishAt: 2024-12-01\n---\n\nEMBARGO sampai 1 Desember 2029\n\n{Text}")).Code
        );

    [TestMethod]
    [DataRow("Embargo Minyak terhadap Kapal Asing Dicabut")]
    [DataRow("Status: Siaga III")]
    [DataRow("Tanggal: 24 November 2026")]
    [DataRow("FOR IMMEDIATE RELEASE")]
    [DataRow("UNTUK SEGERA DISIARKAN")]
    [DataRow("Rancangan Peraturan Daerah Dibahas Dewan")]
    [DataRow("Embargo Senjata untuk Negara Tetangga Diperpanjang")]
    [DataRow("Pemerintah Cabut Embargo Ekonomi")]
    [DataRow("Embargo dagang yang diberlakukan sejak lama berakhir, kata menteri.")]
    [DataRow("Warga diminta jangan menyebarkan kabar bohong sebelum memeriksanya.")]
    [DataRow("Data pribadi warga tidak boleh disebarluaskan oleh siapa pun.")]
    [DataRow("The exhibition will be held until 5 May.")]
    [DataRow("Dewan membahas draf peraturan daerah tentang perikanan.")]
    [DataRow("Buku itu baru bisa diterbitkan pada tahun depan, kata penulisnya.")]
    [DataRow("Trade embargo lifted, fishermen sell again")]
    [DataRow("Terbitkan Aturan Baru, Bupati Lindungi Nelayan")]
    [DataRow("Rilis data kemiskinan memuat empat hal penting")]
    [DataRow("Untuk siaran segera")]
    [DataRow("Pencabutan embargo ekspor membuka pasar baru bagi nelayan")]
    [DataRow("Tarif air tidak boleh dinaikkan sampai Desember 2029, kata bupati.")]
    [DataRow("Daerah dilarang menerbitkan izin baru sebelum 1 Januari 2029.")]
    [DataRow("Untuk edisi 2029, festival itu menampilkan delapan sanggar tari.")]
    [DataRow("Advance payment for fishermen starts in May")]
    [DataRow("Naik Perahu Gratis, Warga Rayakan Hari Nelayan")]
    [DataRow("Latar Belakang")]
    [DataRow("Background")]
    [DataRow("Moratorium Izin Kapal Berlaku sampai Desember 2029")]
    [DataRow("Pembahasan ditunda hingga Senin karena kuorum tidak tercapai.")]
    [DataRow("Rapat Terbatas Bahas Harga Ikan")]
    [DataRow("Raperda Perikanan Menunggu Persetujuan DPRD")]
    [DataRow("Warga diminta menyimpan tiket sampai acara selesai.")]
    [DataRow("Jangan simpan ikan terlalu lama, kata kepala dinas.")]
    public void Words_that_hold_nothing_are_taken(string line) =>
        Uploads.Accepted(Uploads.Read($"Pasar Ikan Dibuka Kembali\n\n{line}\n\n{Uploads.Body}"));

    [TestMethod]
    [DataRow("date: 2024-03-01 09:00:00 +0700", "2024-03-01T02:00:00Z")]
    [DataRow("Date: 2024-03-01 09:00 WITA", "2024-03-01T01:00:00Z")]
    [DataRow("PUBLISHAT: 2024-03-01 09:00", "2024-03-01T01:00:00Z")]
    public void A_date_or_a_key_in_another_case_is_read_as_publishAt(string line, string expected) =>
        Assert.AreEqual(At(expected), Uploads.Submission($"---\ntitle: Pasar\n{line}\n---\n\n{Text}").PublishAt);

    [TestMethod]
    [DataRow("Diterbitkan: Senin, 4 Mei 2020 10:15 WIB", "2020-05-04T03:15:00Z")]
    [DataRow("Tayang 4 Mei 2020 pukul 10.15 WITA", "2020-05-04T02:15:00Z")]
    [DataRow("Published on May 4, 2020", "2020-05-03T16:00:00Z")]
    [DataRow("Release date: May 4, 2020, 1:05 p.m. UTC", "2020-05-04T13:05:00Z")]
    [DataRow("Tanggal: 4 Mei 2020", "2020-05-03T16:00:00Z")]
    public void A_line_above_the_text_that_says_when_it_is_published_is_read_as_that_time(string line, string expected)
    {
        var result = Uploads.Accepted(Uploads.Read($"Pasar Ikan Dibuka Kembali\n\n{line}\n\n{Uploads.Body}\n\n{Long}"));
        Assert.AreEqual(At(expected), result.Submission.PublishAt);
        Assert.AreEqual(Severity.Warning, Uploads.Found(result, "date-from-text").Severity);
        Assert.DoesNotContain("2020", result.Submission.Content!.BodyHtml);
    }

    [TestMethod]
    [DataRow("2029-12-01 09:59 +0800", "held-longer")]
    [DataRow("2029-12-01", "held-longer")]
    [DataRow("2029-12-01 10:00 WIT", "held-longer")]
    public void A_time_in_front_matter_an_hour_before_the_embargo_is_refused(string publishAt, string code) =>
        Assert.AreEqual(
            code,
            Uploads
                .Error(Uploads.Read($"---\npublishAt: {publishAt}\n---\n\nEMBARGO sampai 1 Desember 2029 pukul 10.00 WITA\n\n{Text}"))
                .Code
        );

    [TestMethod]
    [DataRow("EMBARGOED UNTIL 10.00 A.M., 1 DECEMBER 2029", "2029-12-01T10:00+08:00")]
    [DataRow("EMBARGOED UNTIL 1 DECEMBER 2029 1:30 P.M. GMT", "2029-12-01T13:30Z")]
    [DataRow("Embargo\nsampai 1 Desember 2029 pukul 10.00 WITA", "2029-12-01T10:00+08:00")]
    [DataRow("Embargo bis 1.12.2029", "2029-12-01T00:00+08:00")]
    public void A_time_in_front_matter_as_late_as_the_embargo_is_taken(string notice, string publishAt) =>
        Uploads.Accepted(Uploads.Read($"---\npublishAt: {publishAt}\n---\n\n{notice}\n\n{Text}"));

    [TestMethod]
    [DataRow("EMBARGO")]
    [DataRow("EMBARGO sampai Senin pagi")]
    [DataRow("EMBARGOED UNTIL 1 DECEMBER 2029 10:00 EST")]
    public void A_notice_that_cannot_be_compared_with_front_matter_holds_until_an_editor_confirms(string notice)
    {
        var text = $"\n---\n\n{notice}\n\n{Text}";
        var result = Uploads.Read($"---\npublishAt: 2020-01-01{text}");
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(result);
        Assert.AreEqual(Severity.Doubt, Uploads.Found(result, "hold-unread").Severity);
        Uploads.Accepted(Uploads.Read($"---\nconfirmed: true\npublishAt: 2020-01-01{text}"));
    }

    [TestMethod]
    public void A_time_that_was_ahead_at_the_upload_says_how_long_a_notice_without_one_holds()
    {
        var document = new UploadedDocument(
            "a.md",
            null,
            Encoding.UTF8.GetBytes($"---\npublishAt: 2029-12-01T10:00Z\n---\n\nEMBARGO\n\n{Text}")
        );
        Uploads.Accepted(IntakeReader.Read(document with { UploadedAt = At("2029-12-01T09:59:59Z") }));
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(IntakeReader.Read(document with { UploadedAt = At("2029-12-01T10:00:00Z") }));
    }

    [TestMethod]
    public void Tags_and_a_name_of_the_file_hold_nothing_that_has_a_time()
    {
        Uploads.Accepted(Uploads.Read($"---\nid: draft\ntags: [rahasia, draft]\npublishAt: 2020-01-01\n---\n\n{Text}", "draft-rahasia.md"));
        Assert.IsNotInstanceOfType<IntakeResult.Accepted>(Uploads.Read(Text, "draft.md"));
    }

    private static void AssertNotPublic(string text, string name) => Assert.IsFalse(IsPublic(text, name), $"{name}: {text}");

    /// <summary>Neither refused nor held, and of a time before the one that it names.</summary>
    private static bool IsPublic(string text, string name) =>
        Uploads.Read(text, name) is IntakeResult.Accepted accepted && !(accepted.Submission.PublishAt >= At("2029-02-28T16:00:00Z"));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    private static string Joined(string sentence, int place, string parting)
    {
        List<string> lines = ["Pasar Ikan Dibuka Kembali", Uploads.Body, Long];
        lines.Insert(Math.Min(place, lines.Count), sentence);
        return string.Join(parting, lines);
    }

    /// <summary>Wrapped at the space in its middle.</summary>
    private static string Halved(string sentence, string parting) =>
        sentence.IndexOf(' ', sentence.Length / 3) is > 0 and var at ? sentence[..at] + parting + sentence[(at + 1)..] : sentence;

    [TestMethod]
    [DataRow("Pasar Ikan Dibuka\n\nEMBARGO sampai 1 Desember 2029\n\nIsi.", "siaran.txt", 3)]
    [DataRow("---\ntitle: Pasar Ikan Dibuka\n---\n\nUntuk siaran pers:\n\nNot for release before 1 December 2029\n", "siaran.md", 7)]
    [DataRow("---\ntitle: Pasar Ikan Dibuka\n# embargo sampai 1 Desember 2029\n---\n\nIsi.\n", "siaran.md", 3)]
    [DataRow("<title>Pasar Ikan</title>\n<body>\n<h1>Pasar Ikan Dibuka</h1>\n<p>Embargo sampai 1 Desember 2029</p>\n", "siaran.html", 4)]
    public void The_report_says_in_which_line_the_notice_is(string text, string name, int line) =>
        Assert.AreEqual(line, Uploads.Found(Uploads.Read(text, name), "held-by-text").Line);

    [TestMethod]
    [DataRow("tags: [embargo, draft]")]
    [DataRow("tags:\n  - embargo\n  - 'draft'")]
    [DataRow("ID: draft")]
    [DataRow("related: [embargo]")]
    public void Names_in_front_matter_hold_nothing(string keys) =>
        Uploads.Accepted(Uploads.Read($"---\n{keys}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"));

    [TestMethod]
    [DataRow("summary: >\n  Embargo sampai 1 Desember 2029")]
    [DataRow("summary: |\n  DRAFT")]
    [DataRow("agency: 'EMBARGO sampai 1 Desember 2029'")]
    [DataRow("categories: [draft]")]
    [DataRow("label: Siaran Pers # embargo sampai 1 Desember 2029")]
    public void What_front_matter_says_in_any_other_key_holds_the_release(string keys) =>
        Assert.IsNotInstanceOfType<IntakeResult.Accepted>(Uploads.Read($"---\n{keys}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}"));
}
