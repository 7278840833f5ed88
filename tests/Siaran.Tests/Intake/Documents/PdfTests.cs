using System.IO.Compression;
using System.Text;
using Siaran.Intake;
using Siaran.Releases;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Siaran.Tests.Intake.Documents;

/// <summary>PDF documents, whose paragraphs and order are guessed from where letters stand.</summary>
[TestClass]
public sealed class PdfTests
{
    private const string Headline = "Pasar Ikan Teluk Sekar Dibuka Kembali";

    private static readonly string[] First =
    [
        "SEKAR - Pemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Se-",
        "kar setelah diperbaiki selama tiga bulan. Perbaikan menelan biaya Rp2,4",
        "miliar yang berasal dari anggaran kabupaten dan dana bagi hasil perikanan",
        "provinsi.",
    ];

    private static readonly string[] Second =
    [
        "Bupati Sekar mengatakan bahwa pasar itu kini memiliki gudang dingin untuk",
        "nelayan kecil di pulau-",
        "pulau kecil.",
    ];

    [TestMethod]
    public void A_pdf_is_held_until_it_is_confirmed()
    {
        var document = Of(page => Write(page, 700, 12, [Headline, "", .. First, "", .. Second]));

        var held = Uploads.Read(document, "siaran.pdf");
        Assert.IsInstanceOfType<IntakeResult.Doubtful>(held);
        Assert.AreEqual("guessed-from-pdf", held.Report.Findings[0].Code);

        var confirmed = IntakeReader.Read(new UploadedDocument("siaran.pdf", null, document) { IsConfirmed = true }, Uploads.Options);
        Assert.IsInstanceOfType<IntakeResult.Accepted>(confirmed);
        Assert.AreEqual(Severity.Warning, Uploads.Found(confirmed, "guessed-from-pdf").Severity);
    }

    [TestMethod]
    public void Lines_become_paragraphs_and_words_that_were_cut_are_whole_again()
    {
        var content = Content(Of(page => Write(page, 700, 12, [Headline, "", .. First, "", .. Second])));

        Assert.AreEqual(Headline, content.Headline);
        Assert.AreEqual("Sekar", content.Place);
        Assert.HasCount(2, content.Paragraphs);
        Assert.StartsWith("Pemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah", content.Paragraphs[0]);
        Assert.EndsWith("perikanan provinsi.", content.Paragraphs[0]);
        Assert.EndsWith("nelayan kecil di pulau-pulau kecil.", content.Paragraphs[1]);
    }

    [TestMethod]
    public void Running_heads_and_page_numbers_are_no_text()
    {
        var content = Content(
            Of(
                page =>
                {
                    Write(page, 700, 12, [Headline, "", .. First]);
                    Write(page, 40, 10, ["Halaman 1 dari 3"]);
                },
                page =>
                {
                    Write(page, 800, 10, ["Dinas Kelautan Sekar | Siaran Pers 24 November 2026"]);
                    Write(page, 700, 12, Second);
                    Write(page, 40, 10, ["2"]);
                },
                page =>
                {
                    Write(page, 800, 10, ["Dinas Kelautan Sekar | Siaran Pers 24 November 2026"]);
                    Write(page, 700, 12, ["Pasar buka setiap hari pukul enam pagi sampai pukul dua siang bagi semua."]);
                    Write(page, 40, 10, ["- 3 -"]);
                }
            )
        );

        Assert.HasCount(3, content.Paragraphs);
        Assert.DoesNotContain("24 November", content.BodyHtml);
        Assert.DoesNotContain("Halaman", content.BodyHtml);
    }

    [TestMethod]
    public void A_running_head_that_says_that_it_must_wait_is_found_behind_any_number_of_others()
    {
        var pages = Enumerable
            .Range(1, 15)
            .Select<int, Action<(PdfPageBuilder, PdfDocumentBuilder.AddedFont)>>(at =>
                page =>
                {
                    Write(page, 800, 10, ["Dinas Kelautan Sekar", "Siaran pers", at > 13 ? "EMBARGO sampai Senin" : "Jalan Bahari 3"]);
                    Write(page, 700, 12, at == 1 ? [Headline, "", .. First] : Second);
                    Write(page, 40, 10, [$"- {at} -"]);
                }
            );

        Assert.AreEqual("held-by-text", Uploads.Error(Uploads.Read(Of([.. pages]), "siaran.pdf")).Code);
    }

    [TestMethod]
    public void Two_columns_are_read_one_after_the_other()
    {
        string[] left =
        [
            "Kolom kiri bercerita tentang",
            "nelayan yang melaut sejak",
            "subuh dan pulang sebelum",
            "siang membawa hasil yang",
        ];
        string[] right =
        [
            "cukup untuk dijual di pasar.",
            "Kolom kanan bercerita lagi",
            "tentang gudang dingin yang",
            "menyimpan ikan semalaman.",
        ];
        var content = Content(
            Of(page =>
            {
                Write(page, 760, 18, [Headline]);
                Write(page, 700, 11, left);
                Write(page, 700, 11, right, x: 320);
            })
        );

        Assert.AreEqual(Headline, content.Headline);
        Assert.AreEqual(
            "Kolom kiri bercerita tentang nelayan yang melaut sejak subuh dan pulang sebelum siang membawa hasil yang cukup untuk dijual di pasar. Kolom kanan bercerita lagi tentang gudang dingin yang menyimpan ikan semalaman.",
            string.Join(' ', content.Paragraphs)
        );
    }

    [TestMethod]
    public void Larger_letters_are_headings() =>
        Assert.Contains(
            "<h2>Latar Belakang</h2>",
            Content(
                Of(page =>
                {
                    Write(page, 780, 20, [Headline]);
                    Write(page, 740, 11, First);
                    Write(page, 640, 15, ["Latar Belakang"]);
                    Write(page, 610, 11, Second);
                })
            ).BodyHtml
        );

    [TestMethod]
    public void A_scan_is_refused_by_name() =>
        Assert.AreEqual("no-text-layer", Uploads.Error(Uploads.Read(Of(_ => { }), "siaran.pdf")).Code);

    [TestMethod]
    public void An_embargo_in_a_line_holds_it_even_when_confirmed()
    {
        var document = Of(page =>
            Write(page, 780, 12, ["EMBARGO sampai 1 Desember 2029 pukul 10.00 WITA", "", Headline, "", .. First, "", .. Second])
        );
        Assert.AreEqual(
            "held-by-text",
            Uploads
                .Error(IntakeReader.Read(new UploadedDocument("siaran.pdf", null, document) { IsConfirmed = true }, Uploads.Options))
                .Code
        );
    }

    [TestMethod]
    public void A_bomb_of_packed_text_is_too_complex() =>
        AssertRefused("too-complex", RawPdf.Of(Page(Packed($"BT /F1 12 Tf ({new string('a', 50_000_000)}) Tj ET"))));

    [TestMethod]
    public void Much_text_in_one_stream_is_too_complex() =>
        AssertRefused("too-complex", RawPdf.Of(Page(Packed($"BT /F1 12 Tf ({new string('a', 200_000)}) Tj ET"))));

    [TestMethod]
    [DataRow("obj%")]
    [DataRow("obj<<(")]
    [DataRow("obj ")]
    public void Many_beginnings_of_objects_come_to_an_end(string beginning)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.IsNotNull(
            Uploads.Read(Encoding.Latin1.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat(beginning, 500_000))), "a.pdf")
        );
        Assert.IsLessThan(TimeSpan.FromSeconds(10), watch.Elapsed);
    }

    [TestMethod]
    public void Text_that_is_not_packed_is_read_whatever_other_objects_say()
    {
        string[] lines = [Headline, "", .. First, "", .. Second];
        var content = string.Concat(
            lines.Select((line, at) => line.Length == 0 ? "" : $"BT /F1 12 Tf 1 0 0 1 60 {700 - (16 * at)} Tm ({line}) Tj ET\n")
        );

        Assert.AreEqual(Headline, Content(RawPdf.Of(Page($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"))).Headline);
    }

    [TestMethod]
    [DataRow(true, "")]
    [DataRow(false, "")]
    [DataRow(false, "/X (endobj 99 0 obj <<)")]
    [DataRow(false, "/X (\\) endobj) % endobj 99 0 obj\n")]
    [DataRow(false, "/X <</Y (>>)>>")]
    public void Forms_that_draw_each_other_again_and_again_are_too_complex(bool isPacked, string other)
    {
        const int depth = 30;
        var objects = new List<string>(Page(Packed("/X0 Do")));
        for (var i = 0; i < depth; i++)
        {
            var content = i == depth - 1 ? "BT /F1 12 Tf (a) Tj ET" : string.Concat(Enumerable.Repeat($"/X{i + 1} Do ", 2));
            var resources =
                $"/Type /XObject /Subtype /Form {other} /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /XObject << /X{i + 1} {7 + i} 0 R >> >>";
            objects.Add(
                isPacked ? Packed(content, resources) : $"<< {resources} /Length {content.Length} >>\nstream\n{content}\nendstream"
            );
        }

        AssertRefused("too-complex", RawPdf.Of([.. objects]));
    }

    [TestMethod]
    [DataRow("%PDF-1.7\n%%EOF")]
    [DataRow("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF")]
    [DataRow("Pasar Ikan Dibuka")]
    public void A_broken_pdf_is_damaged(string text)
    {
        var code = Uploads.Error(Uploads.Read(Encoding.Latin1.GetBytes(text), "siaran.pdf")).Code;
        Assert.IsTrue(code is "damaged" or "no-text-layer" or "too-complex", code);
    }

    [TestMethod]
    public void Any_bytes_within_a_pdf_give_a_result()
    {
        var whole = Of(page => Write(page, 700, 12, [Headline, "", .. First, "", .. Second]));
        var random = new Random(4);
        for (var i = 0; i < 100; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var changes = 0; changes < 1 + (i % 8); changes++)
            {
                bytes[random.Next(5, bytes.Length)] = (byte)random.Next(256);
            }

            Assert.IsNotNull(Uploads.Read(bytes, "siaran.pdf"));
        }
    }

    /// <summary>A release of two paragraphs.</summary>
    internal static byte[] Release() => Of(page => Write(page, 700, 12, [Headline, "", .. First, "", .. Second]));

    /// <summary>One page of these lines.</summary>
    internal static byte[] Saying(params string[] lines) => Of(page => Write(page, 700, 12, lines));

    private static void AssertRefused(string code, byte[] document)
    {
        Assert.IsLessThan(4 << 20, document.Length);
        Uploads.Read(Of(page => Write(page, 700, 12, First)), "siaran.pdf");

        var (result, allocated, took) = Measured.Run(() => Uploads.Read(document, "siaran.pdf"));

        Assert.AreEqual(code, Uploads.Error(result).Code);
        Assert.IsLessThan(64L << 20, allocated, $"{allocated >> 20} MiB");
        Assert.IsLessThan(TimeSpan.FromSeconds(10), took);
    }

    private static ReleaseContent Content(byte[] document) =>
        Uploads.Content(IntakeReader.Read(new UploadedDocument("siaran.pdf", null, document) { IsConfirmed = true }, Uploads.Options));

    internal static byte[] Of(params Action<(PdfPageBuilder Page, PdfDocumentBuilder.AddedFont Font)>[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var page in pages)
        {
            page((builder.AddPage(PageSize.A4), font));
        }

        return builder.Build();
    }

    internal static void Write(
        (PdfPageBuilder Page, PdfDocumentBuilder.AddedFont Font) page,
        double y,
        double size,
        IEnumerable<string> lines,
        double x = 60
    )
    {
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                page.Page.AddText(line, size, new PdfPoint(x, y), page.Font);
            }

            y -= size * 1.3;
        }
    }

    /// <summary>Objects 1 to 5 of a document of one page; its forms are objects 6 and on.</summary>
    private static string[] Page(string content) =>
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            content,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X0 6 0 R >> >> >>",
        ];

    private static string Packed(string content, string dictionary = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return $"<< {dictionary} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }
}
