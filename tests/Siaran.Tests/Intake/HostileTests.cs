using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>What is made to take long or much is read or refused within bounds.</summary>
[TestClass]
[DoNotParallelize]
public sealed class HostileTests
{
    private const int Most = (4 * 1024 * 1024) - 64;
    private const int MostCharacters = 499_000;
    private const long MostMemory = 64L << 20;
    private const long Step = 8L << 20;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);

    [TestMethod]
    [DataRow("siaran.html", "<div>")]
    [DataRow("siaran.html", "<p>a")]
    [DataRow("siaran.html", "<b a=1><p>")]
    [DataRow("siaran.html", "<a><b><font><p></a>")]
    [DataRow("siaran.html", "<table><tr><td>")]
    [DataRow("siaran.html", "&")]
    [DataRow("siaran.html", "<")]
    [DataRow("siaran.md", "> ")]
    [DataRow("siaran.md", "[")]
    [DataRow("siaran.md", "![a](")]
    [DataRow("siaran.md", "*a ")]
    [DataRow("siaran.md", "a: b\n---\n")]
    [DataRow("siaran.md", "# a\n")]
    [DataRow("siaran.md", "a|b\n")]
    [DataRow("siaran.txt", "a\n")]
    public void As_much_structure_as_fits_is_too_complex(string name, string unit)
    {
        var text = "Pasar Ikan Dibuka\n\n" + Repeat(unit, name.EndsWith("html", StringComparison.Ordinal) ? Most : MostCharacters);

        Assert.AreEqual("too-complex", Uploads.Error(Bounded(() => Uploads.Read(text, name))).Code);
    }

    [TestMethod]
    [DataRow("siaran.txt", "a")]
    [DataRow("siaran.txt", ", ")]
    [DataRow("siaran.txt", "“‘")]
    [DataRow("siaran.txt", "9")]
    [DataRow("siaran.txt", "(")]
    [DataRow("siaran.txt", "1 Januari ")]
    [DataRow("siaran.txt", "A – ")]
    [DataRow("siaran.md", "kata, ")]
    [DataRow("siaran.html", "kata, ")]
    public void The_longest_text_in_one_line_is_one_paragraph(string name, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, MostCharacters / unit.Length));
        var content = Bounded(
            $"{(name.EndsWith("html", StringComparison.Ordinal) ? "<h1>Pasar Ikan Dibuka</h1>" : "Pasar Ikan Dibuka\n\n")}{text}",
            name
        );

        Assert.HasCount(1, content.Paragraphs);
        Assert.IsGreaterThan(MostCharacters / 2, content.Paragraphs[0].Length);
    }

    [TestMethod]
    [DataRow("siaran.txt", "kata ")]
    [DataRow("siaran.md", "kata ")]
    [DataRow("siaran.html", "kata ")]
    [DataRow("siaran.txt", "*a* _b_ ~c~ ")]
    public void Four_megabytes_of_text_are_too_long(string name, string unit)
    {
        var result = Bounded(() => Uploads.Read("Pasar Ikan Dibuka\n\n" + Repeat(unit, Most), name));

        Assert.AreEqual("too-long", Uploads.Error(result).Code);
    }

    [TestMethod]
    public void Escapes_and_breaks_make_no_body_that_cannot_be_read_again()
    {
        var escaped = Bounded("Pasar Ikan Dibuka\n\n" + Repeat("<&", 490_000), "siaran.txt");
        var broken = Bounded($"<h1>Pasar Ikan Dibuka</h1><p>{Repeat("<b>", 450)}{Repeat("a<br><br>", 81_000)}", "siaran.html");

        Assert.AreEqual(escaped.Paragraphs[0], BodyParagraphs.Of(escaped.BodyHtml).Single());
        Assert.IsLessThan(4_000_000, broken.BodyHtml.Length);
        Assert.AreEqual(broken.Paragraphs.Count, BodyParagraphs.Of(broken.BodyHtml).Count);
    }

    [TestMethod]
    [DataRow("siaran.html", "<p>kata </p>", 15_000)]
    [DataRow("siaran.html", "<li><a href=/a>satu dua tiga empat</a></li>", 8_000)]
    [DataRow("siaran.html", "<div><div><div><a href=/a>satu dua tiga</a><p>empat</p></div></div></div>", 3_500)]
    [DataRow("siaran.html", "<h2>Berita Terkait</h2><a href=/a>satu dua tiga</a>", 8_000)]
    [DataRow("siaran.html", "<div class='entry-content'>Pasar ikan itu dibuka bupati bersama para nelayan dari tiga desa.</div>", 15_000)]
    [DataRow("siaran.html", "<h1>Pasar Ikan Dibuka</h1>", 15_000)]
    [DataRow("siaran.html", "<aside><p>Pasar ikan itu dibuka bupati bersama para nelayan.</p></aside>", 9_000)]
    [DataRow("siaran.html", "<p itemprop='headline articleBody'>Pasar ikan</p>", 15_000)]
    [DataRow("siaran.html", "[caption][gallery][embed]https://a", 100_000)]
    [DataRow("siaran.html", "<iframe src=https://youtube.com/embed/a></iframe>", 15_000)]
    [DataRow("siaran.html", "&amp;&#x41;&nbsp;&notit;", 30_000)]
    [DataRow("siaran.html", "<ol start=9 type=a reversed><li value=9>a", 90)]
    [DataRow("siaran.html", "<span class='badge'>Draf</span>", 15_000)]
    [DataRow("siaran.html", "<time>Selasa</time>", 18_000)]
    [DataRow("siaran.html", "<noscript><img src=/a.jpg></noscript>", 9_000)]
    [DataRow("siaran.html", "<div class='author'>", 190)]
    [DataRow("siaran.html", "<h1>Pasar Ikan Dibuka <span class='label'>Baru</span></h1>", 9_000)]
    [DataRow("siaran.html", "<span class='badge label status'>Pasar Ikan</span><h2>Pasar</h2>", 6_000)]
    [DataRow("siaran.html", "<p>EMBARGO sampai</p>", 15_000)]
    [DataRow("siaran.html", "<!-- embargo sampai 1 Desember 2029 -->", 90_000)]
    [DataRow("siaran.html", "<p>Jangan disiarkan sebelum<br>1 Desember 2029</p>", 9_000)]
    [DataRow("siaran.html", "<script type='application/ld+json'>{\"datePublished\":\"2026-11-24\"}</script>", 15_000)]
    [DataRow("siaran.html", "<meta name='pubdate' content='2026-11-24'>", 15_000)]
    [DataRow("siaran.html", "<meta name='pubdate' content='1 2 3 4 5 6 7 8 9'>", 15_000)]
    [DataRow("siaran.html", "<div class='posted date'>24 November 2026</div>", 15_000)]
    [DataRow("siaran.html", "<img data-src='https://a.example/a.jpg' srcset='https://a.example/b.jpg 2x'>", 15_000)]
    [DataRow("siaran.html", "<picture><source srcset='https://a.example/b.jpg 2x'><img></picture>", 6_000)]
    [DataRow("siaran.html", "<noscript><img src='https://a.example/a.jpg'></noscript>", 9_000)]
    [DataRow("siaran.html", "<noscript><div>", 90)]
    [DataRow("siaran.html", "<noscript><iframe src='https://www.youtube.com/embed/a'></iframe></noscript>", 9_000)]
    [DataRow("siaran.html", "<div class='youtube-player' data-id='abcdefghijk'>a</div>", 15_000)]
    [DataRow("siaran.html", "<div class='video-player' data-src='https://a.example/a'>", 150)]
    [DataRow(
        "siaran.html",
        "<section id='pasar-ikan-dibuka'><h2>Pasar ikan dibuka</h2><p>Pasar ikan itu dibuka bupati.</p></section>",
        4_500
    )]
    [DataRow("siaran.html", "<section id='related-pasar-ikan-dibuka-related'><h2>Pasar ikan</h2></section>", 9_000)]
    [DataRow("siaran.html", "<div class='sharing-economy'><p>Pasar ikan itu dibuka bupati bersama para nelayan.</p>", 90)]
    [DataRow(
        "siaran.html",
        "<div class='newsletter comment-a sharing-b related-c'>Pasar ikan itu dibuka bupati bersama para nelayan.</div>",
        15_000
    )]
    [DataRow("siaran.html", "<p>Dibaca 9 kali<br>Cetak<br>", 15_000)]
    [DataRow("siaran.html", "Cetak<br>", 15_000)]
    [DataRow("siaran.html", "<template><p>cookie cookie</p></template>", 9_000)]
    [DataRow("siaran.txt", "Reporter: A | ", 30_000)]
    [DataRow("siaran.txt", "Reporter: Rina Sari | Editor: Budi\n\n", 3_000)]
    [DataRow("siaran.txt", "Ikuti kami di 9 menit baca Foto: \n\n", 3_000)]
    [DataRow("siaran.md", "Pasar ikan itu dibuka bupati bersama para nelayan dari tiga desa.\n", 15_000)]
    [DataRow("siaran.md", "[caption]<img src=a>", 1_900)]
    [DataRow("siaran.txt", "*a* _b_ ~c~ ", 1_500)]
    [DataRow("siaran.txt", "*a _b ~c ", 55_000)]
    [DataRow("siaran.txt", "pasar ikan itu dibuka bupati bersama para nela-\n", 9_900)]
    [DataRow("siaran.txt", "pasar ikan itu dibuka bupati bersama para nelayan\n\n- 1 -\n\n", 3_000)]
    [DataRow("siaran.txt", "[gallery ids=1][vc_row", 22_000)]
    [DataRow("siaran.txt", "Published 1 March 2026. ", 20_000)]
    [DataRow("siaran.txt", "\0\0\0", 2)]
    [DataRow("siaran.html", "<p a='\0'>\0</p>", 5_000)]
    public void What_is_built_to_take_long_ends_soon(string name, string unit, int times)
    {
        var html = name.EndsWith(".html", StringComparison.Ordinal);
        var text =
            (html ? "<title>Pasar Ikan Dibuka</title><body><h1>Pasar Ikan Dibuka</h1>" : "Pasar Ikan Dibuka\n\n")
            + Repeat(unit, times * unit.Length);

        _ = Bounded(() => Uploads.Read(text, name));
    }

    [TestMethod]
    [DataRow("siaran.html", "<p title='{0}'>")]
    [DataRow("siaran.html", "<p class='{0}'>")]
    [DataRow("siaran.html", "<img srcset='{0}' alt='a'>")]
    [DataRow("siaran.html", "<img data-srcset='{0}, {0} 2x' src='data:,{0}'>")]
    [DataRow("siaran.html", "<div class='{0}' id='related-{0}' data-id='{0}'>a</div>")]
    [DataRow("siaran.html", "<div class='youtube' data-id='{0}' data-src='https://youtube.com/{0}'>a</div>")]
    [DataRow("siaran.html", "<section id='{0}-{0}'><h2>a</h2></section>")]
    [DataRow("siaran.html", "<span class='badge' title='{0}'>Baru</span>")]
    [DataRow("siaran.html", "<noscript><img src='https://a.example/{0}'></noscript>")]
    [DataRow("siaran.html", "<script type='application/ld+json'>{{\"datePublished\":\"{0}\"}}</script>")]
    [DataRow("siaran.html", "<a href='https://a.example/{0}'>a</a>")]
    [DataRow("siaran.html", "<div id='{0}' itemprop='{0}' role='{0}' style='{0}'>a</div>")]
    [DataRow("siaran.html", "<meta property='og:title' content='{0}'>")]
    [DataRow("siaran.html", "<html lang='{0}'>")]
    [DataRow("siaran.html", "<ol start='{0}'><li value='{0}'>a</li></ol>")]
    [DataRow("siaran.html", "<iframe title='{0}' src='https://youtube.com/embed/{0}'></iframe>")]
    [DataRow("siaran.md", "[caption caption='{0}']<img src='a'>[/caption]")]
    public void A_huge_attribute_is_no_part_of_the_release(string name, string markup)
    {
        var huge = string.Format(System.Globalization.CultureInfo.InvariantCulture, markup, new string('x', 400_000));

        var content = Bounded($"<h1>Pasar Ikan Dibuka</h1>\n\n<p>{Uploads.Body}</p>\n\n{huge}\n", name);

        Assert.IsLessThan(10_000, content.BodyHtml.Length);
        Assert.IsLessThan(400, content.Headline.Length);
    }

    /// <summary>Texts of the newest readings, as long as the largest upload.</summary>
    [TestMethod]
    [DataRow("<img srcset='", "https://a.example/a.jpg 2x, ", "'>")]
    [DataRow("<img data-srcset='", ",", "'>")]
    [DataRow("<img srcset='", "data:,a 1w ", "'>")]
    [DataRow("<script type='application/ld+json'>", "[", "</script>")]
    [DataRow("<script type='application/ld+json'>", "{\"@graph\":[", "</script>")]
    [DataRow("<script type='application/ld+json'>", "{\"datePublished\":", "</script>")]
    [DataRow("<noscript>", "<noscript>", "")]
    [DataRow("<section id='", "related-", "'><h2>Related</h2></section>")]
    [DataRow("<div class='", "sharing-a ", "'>a</div>")]
    [DataRow("<div class='related-", "a-", "'>a</div>")]
    [DataRow("<div class='youtube", "-player", "' data-id='abcdefghijk'>a</div>")]
    [DataRow("<meta name='pubdate' content='", "1 Mei 2029 ", "'>")]
    [DataRow("<p title='", "embargo ", "'>a</p>")]
    public void A_megabyte_of_any_of_these_is_read_within_bounds(string start, string unit, string end)
    {
        var page =
            $"<title>Pasar Ikan Dibuka</title><body><h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}</p>{start}{Repeat(unit, 1_000_000)}{end}</body>";

        _ = Bounded(() => Uploads.Read(page, "siaran.html"));
    }

    [TestMethod]
    [DataRow(new byte[] { 0xFF, 0xFE, 0x00 })]
    [DataRow(new byte[] { 0xFE, 0xFF, 0xD8, 0x00 })]
    [DataRow(new byte[] { 0xC3, 0x28, 0xA0, 0xA1 })]
    [DataRow(new byte[] { 0xF0, 0x9F, 0x92 })]
    [DataRow(new byte[] { 0xED, 0xA0, 0x80 })]
    [DataRow(new byte[] { 0x00, 0x00, 0xFE, 0xFF })]
    public void Invalid_bytes_end_in_a_release_or_a_report(byte[] bytes)
    {
        foreach (var name in (string[])["siaran.txt", "siaran.html", "siaran.md"])
        {
            byte[] upload = [.. Encoding.UTF8.GetBytes($"<title>Pasar Ikan Dibuka</title>\n\n{Uploads.Body}\n"), .. bytes, .. bytes];

            Assert.IsNotNull(Uploads.Read(upload, name).Report);
            Assert.IsNotNull(Uploads.Read([.. bytes, .. upload], name).Report);
        }
    }

    [TestMethod]
    [DataRow("", "Yth. Rekan\n", 90_000, DisplayName = "greetings")]
    [DataRow("", "Yth. Rekan\n", 1_800_000, DisplayName = "greetings beyond the bound")]
    [DataRow("", "a@b.example ", 80_000, DisplayName = "addresses in one line")]
    [DataRow("", "From: a@b.example\nTo: c@d.example\n", 28_000, DisplayName = "heads of mails")]
    [DataRow("", "> a\n\n", 200_000, DisplayName = "quotations")]
    [DataRow("", "-- \n", 250_000, DisplayName = "signatures")]
    [DataRow("", "On a b c 9:00 wrote:\n", 45_000, DisplayName = "answers")]
    [DataRow("", "--b\n\n", 3_000_000, DisplayName = "parts")]
    [DataRow("To: ", "aaaaa@bbbbb.example, ", 9_000, DisplayName = "receivers")]
    [DataRow("To: ", "aaaaa@bbbbb.example,\n ", 800_000, DisplayName = "receivers beyond the bound")]
    [DataRow("X-Long: ", "aaaaaaaaaaaaaaaaaaa", 900_000, DisplayName = "a long head")]
    [DataRow("", "a: b\n", 3_000_000, DisplayName = "fields")]
    [DataRow("Content-Type: text/html\n", "<p>Pasar ikan dibuka.</p>", 40_000, DisplayName = "HTML")]
    [DataRow("Content-Type: text/html\n", "<p>Pasar ikan dibuka.</p>", 700_000, DisplayName = "HTML beyond the bound")]
    public void A_mail_is_read_or_refused_within_the_bounds_of_every_upload(string head, string unit, int times)
    {
        var isInHead = head.Length > 0 && !head.EndsWith('\n');
        var text = Repeat(unit, Math.Min(unit.Length * times, 19 << 20));
        var mail = $"From: humas@sekar.example\nSubject: Pasar Ikan Dibuka\n{head}{(isInHead ? text : "\n" + text)}\n\n{Uploads.Body}\n";
        var bytes = Encoding.UTF8.GetBytes(mail);

        Assert.IsNotNull(Bounded(() => Uploads.Read(bytes, "surat.eml")));
    }

    [TestMethod]
    [DataRow(190, true)]
    [DataRow(210, false)]
    [DataRow(5_000, false)]
    public void Nesting_has_a_limit(int depth, bool taken)
    {
        var result = Uploads.Read($"<h1>Pasar Ikan Dibuka</h1>{Repeat("<div>", depth * "<div>".Length)}{Uploads.Body}", "siaran.html");

        Assert.AreEqual(taken, result is IntakeResult.Accepted);
    }

    [TestMethod]
    [DataRow("a: b\n", 6_000)]
    [DataRow("a: b\n", 90_000)]
    [DataRow("tags: [a, ", 1)]
    [DataRow("a: [[[[[[[[[[", 1)]
    [DataRow("a: {{{{{{{{{{", 1)]
    [DataRow("? ? ? ? ? ?", 100)]
    [DataRow("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1)]
    [DataRow("- - - - - -", 100)]
    [DataRow("a: !x ", 1)]
    [DataRow("<<: *a", 1)]
    [DataRow("%YAML 9.9\n", 1)]
    public void Hostile_front_matter_is_refused(string unit, int times)
    {
        var result = Uploads.Read($"---\nid: a\n{string.Concat(Enumerable.Repeat(unit, times))}\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}");

        Assert.StartsWith("front-matter-", Uploads.Error(result).Code);
    }

    [TestMethod]
    public void A_report_never_repeats_more_than_a_little_of_a_hostile_value()
    {
        var report = Uploads
            .Read(
                $"---\n{Repeat("k", 900)}: x\npublishAt: {Repeat("9", 20_000)}\n---\n{Repeat("<a href='x:y'>z</a>", 100_000)}",
                "siaran.html"
            )
            .Report;

        Assert.IsLessThan(100_000, Encoding.UTF8.GetByteCount(report.ToJson()));
    }

    private static string Repeat(string unit, int length) =>
        string.Concat(Enumerable.Repeat(unit, length / Encoding.UTF8.GetByteCount(unit)));

    private static Siaran.Releases.ReleaseContent Bounded(string text, string name) =>
        Uploads.Content(Bounded(() => Uploads.Read(text, name)));

    /// <summary>Reads, and asserts the bounds of every upload: 64 MiB of memory above what is held already, and time.</summary>
    private static IntakeResult Bounded(Func<IntakeResult> read)
    {
        // What is made once for all uploads is no part of one's memory.
        _ = Warm.Value;
        var held = Held();
        var (start, allocated) = (Environment.TickCount64, GC.GetAllocatedBytesForCurrentThread());
        var result = read();
        Assert.IsLessThan(MostTime.TotalMilliseconds, Environment.TickCount64 - start);
        if (GC.GetAllocatedBytesForCurrentThread() - allocated > MostMemory)
        {
            Assert.IsLessThan(MostMemory, Peak(read) - held);
        }

        return result;
    }

    /// <summary>
    /// The most that is in use while <paramref name="read"/> runs, looked at each time that some megabytes more were taken.
    /// </summary>
    private static long Peak(Func<object> read)
    {
        var (peak, seen, reading) = (0L, GC.GetTotalAllocatedBytes(), Task.Run(read));
        while (!reading.Wait(TimeSpan.FromMilliseconds(1)))
        {
            if (GC.GetTotalAllocatedBytes() - seen > Step)
            {
                peak = Math.Max(peak, Held());
                seen = GC.GetTotalAllocatedBytes();
            }
        }

        return peak;
    }

    /// <summary>Bytes that are in use after a collection.</summary>
    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static readonly Lazy<int> Warm = new(() =>
        new[] { "siaran.txt", "siaran.md", "siaran.html" }.Sum(name =>
            Uploads
                .Read($"Pasar Ikan Dibuka\n\nBaruna, 4 Maret 2026 – {Uploads.Body} *Embargo* jangan disiarkan.\n", name)
                .Report.Findings.Count
        )
    );
}
