using System.Text;
using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class RejectionTests
{
    [TestMethod]
    [DataRow("", "empty")]
    [DataRow(" \r\n\t\u00A0\u200B\n", "empty")]
    [DataRow("\0\0\0", "empty")]
    [DataRow("---\nid: a\n---\n", "no-headline")]
    [DataRow("Baruna (Kabar Nusa Jaya) – Pasar ikan dibuka untuk umum hari ini.", "no-headline")]
    [DataRow("Pasar ikan yang baru dibuka untuk para nelayan di pesisir Teluk Jaya oleh Bupati.", "no-headline")]
    [DataRow("Pasar Ikan Dibuka", "no-body")]
    [DataRow("SIARAN PERS\n\nPasar Ikan Dibuka\n\n(*)", "no-body")]
    [DataRow("---\ntitle: Pasar Ikan Dibuka\n---\n", "no-body")]
    public void What_cannot_be_taken_says_why(string text, string code) => Assert.AreEqual(code, Uploads.Error(Uploads.Read(text)).Code);

    [TestMethod]
    [DataRow("PK\u0003\u0004....xl/workbook.xml", "Excel (.xlsx)")]
    [DataRow("PK\u0003\u0004....", "ZIP")]
    [DataRow("{\\rtf1 ....", "RTF")]
    [DataRow("\u0089PNG....", "PNG")]
    [DataRow("ÿØÿà....", "JPEG")]
    [DataRow("GIF89a....", "GIF")]
    [DataRow("RIFF....WEBPVP8 ", "WebP")]
    [DataRow("From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "MHTML (.mht)")]
    public void A_file_of_another_kind_is_named_and_told_what_to_upload_instead(string latin1, string kind)
    {
        var error = Uploads.Error(Uploads.Read(Encoding.Latin1.GetBytes(latin1), "siaran.txt", "text/plain"));

        Assert.AreEqual("binary", error.Code);
        Assert.Contains(kind, error.Indonesian);
        Assert.Contains(".txt", error.English);
    }

    [TestMethod]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);

        Assert.AreEqual("binary", Uploads.Error(Uploads.Read(bytes)).Code);
    }

    [TestMethod]
    public void An_extension_that_is_never_taken_is_named() =>
        Assert.Contains(".csv", Uploads.Error(Uploads.Read("a,b\n1,2", "data.csv")).Indonesian);

    [TestMethod]
    public void Four_megabytes_of_a_page_are_taken_and_one_byte_more_is_not()
    {
        var page = Encoding
            .UTF8.GetBytes($"<h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}</p><script>")
            .Concat(Enumerable.Repeat((byte)'a', 4 * 1024 * 1024))
            .Take((4 * 1024 * 1024) + 1)
            .ToArray();

        Assert.AreEqual("too-large", Uploads.Error(Uploads.Read(page, "siaran.html")).Code);
        Uploads.Accepted(Uploads.Read(page[..^1], "siaran.html"));
    }

    [TestMethod]
    [DataRow("siaran.txt", "Pasar Ikan Dibuka\n\n")]
    [DataRow("siaran.md", "# Pasar Ikan Dibuka\n\n")]
    [DataRow("siaran.html", "<h1>PasarIkanDibuka</h1>")]
    public void Half_a_million_characters_are_taken_and_more_are_not(string name, string headline)
    {
        const int most = 500_000;
        var text = headline + new string('a', most);

        Assert.AreEqual("too-long", Uploads.Error(Uploads.Read(text, name)).Code);
        Uploads.Accepted(Uploads.Read(text[..most], name));
    }

    [TestMethod]
    [DataRow(null, "berkas", "# Judul\n\nIsi *rilis*.", "markdown")]
    [DataRow(null, "berkas", "<p>Judul</p><p>Isi rilis.</p>", "html")]
    [DataRow(null, "berkas", "Judul\n\nIsi rilis.", "text")]
    [DataRow("application/octet-stream", "siaran.md", "Judul\n\nIsi rilis.", "markdown")]
    [DataRow("text/plain; charset=utf-8", "siaran.html", "<p>Judul</p><p>Isi rilis.</p>", "html")]
    [DataRow("text/html; charset=utf-8", "siaran.txt", "<p>Judul</p><p>Isi rilis.</p>", "html")]
    [DataRow("text/markdown", "siaran.html", "Judul\n\nIsi rilis.", "markdown")]
    public void The_format_is_told_by_type_then_extension_then_look(string? type, string name, string text, string format)
    {
        var result = Uploads.Read(text, name, type);

        Assert.AreEqual(format, result.Report.Format);
        Assert.AreEqual("Judul", Uploads.Content(result).Headline);
    }

    [TestMethod]
    [DataRow("text/html", "<meta charset=\"windows-1251\"><h1>Judul</h1><p>Москва", "windows-1251", "windows-1251")]
    [DataRow("text/html; charset=windows-1251", "<h1>Judul</h1><p>Москва", "windows-1251", "windows-1251")]
    [DataRow("text/html", "<meta charset=\"iso-8859-1\"><h1>Judul</h1><p>“Café”", "windows-1252", "windows-1252")]
    [DataRow("text/html; charset=iso-8859-1", "<h1>Judul</h1><p>“Café”", "utf-8", "utf-8")]
    public void A_declared_encoding_is_used_where_the_bytes_do_not_speak_for_themselves(
        string type,
        string html,
        string written,
        string read
    )
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.UTF8;
        var result = Uploads.Read(encoding.GetBytes(html), "siaran.html", type);

        Assert.AreEqual(read, result.Report.Encoding);
        Assert.EndsWith(Uploads.Content(result).Paragraphs[0], html);
    }

    [TestMethod]
    public void A_few_broken_bytes_do_not_spoil_text_in_UTF_8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"Judul\n\n“Satu” “dua” “tiga” “empat” – “lima” "), 0xFF, .. "enam."u8];
        var result = Uploads.Read(bytes);

        Assert.AreEqual(Severity.Warning, Uploads.Found(result, "unreadable-characters").Severity);
        Assert.AreEqual("“Satu” “dua” “tiga” “empat” – “lima” �enam.", Uploads.Content(result).Paragraphs[0]);
    }

    [TestMethod]
    public void Doubtful_things_are_told_without_refusing()
    {
        var result = Uploads.Read($"PASAR IKAN TELUK JAYA DIBUKA\n\n{Uploads.Body}\u0007");

        Assert.AreEqual("PASAR IKAN TELUK JAYA DIBUKA", Uploads.Content(result).Headline);
        Assert.AreEqual("headline-in-capitals control-characters no-date", string.Join(' ', result.Report.Findings.Select(f => f.Code)));
    }

    [TestMethod]
    public void Every_refusal_of_a_revision_has_its_finding()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            Assert.AreEqual(Severity.Error, Findings.For(refusal, "a", "b.txt").Severity);
        }
    }

    [TestMethod]
    public void The_report_is_JSON_that_stays_the_same()
    {
        var report = Uploads
            .Read($"---\nid: a\ntitel: x\npublishAt: besok\n---\nPasar Ikan Dibuka\n\n{Uploads.Body}", "diskominfo/siaran.md")
            .Report;

        Assert.AreEqual(
            """
            {
              "upload": "diskominfo/siaran.md",
              "outcome": "rejected",
              "format": "markdown",
              "encoding": "utf-8",
              "findings": [
                {
                  "severity": "error",
                  "code": "bad-date",
                  "line": 4,
                  "column": 12,
                  "indonesian": "Tanggal `besok` pada `publishAt` di baris 4 tidak dapat dibaca. Tulis seperti `2024-11-11T09:30+08:00`, `2024-11-11 09:30`, `2024-11-11` atau `11 November 2024 09.30 WITA`.",
                  "english": "The date `besok` of `publishAt` in line 4 cannot be read. Write it as `2024-11-11T09:30+08:00`, `2024-11-11 09:30`, `2024-11-11` or `11 November 2024 09.30 WITA`."
                },
                {
                  "severity": "warning",
                  "code": "unknown-key",
                  "line": 3,
                  "column": 1,
                  "indonesian": "Kunci `titel` di baris 3 tidak dikenal dan tidak dipakai. Mungkin maksudnya `title`?",
                  "english": "The key `titel` in line 3 is not known and was not used. Was `title` meant?"
                },
                {
                  "severity": "note",
                  "code": "no-date",
                  "indonesian": "Tanggal terbit tidak disebut; rilis terbit begitu diproses. Isi `publishAt` untuk menentukannya.",
                  "english": "No date of release is given; it is released as soon as it is collected. Give `publishAt` to choose the time."
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            report.ToJson()
        );
    }

    [TestMethod]
    public void The_collector_completes_the_report()
    {
        var report = Uploads.Read($"Pasar Ikan Dibuka\n\n{Uploads.Body}").Report with
        {
            Id = "x",
            Address = new Uri("https://a.example/x"),
        };

        Assert.AreEqual(UploadOutcome.Accepted, report.With(Findings.Unchanged("x")).Outcome);
        Assert.AreEqual(
            (UploadOutcome.Rejected, "id-taken"),
            (report.With(Findings.IdTaken("x", "b.txt")).Outcome, report.With(Findings.IdTaken("x", "b.txt")).Findings[0].Code)
        );
        Assert.Contains("\"address\": \"https://a.example/x\"", report.ToJson());
    }
}
