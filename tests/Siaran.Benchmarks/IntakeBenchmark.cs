using System.Globalization;
using System.IO.Compression;
using System.Text;
using Siaran.Intake;

namespace Siaran.Benchmarks;

/// <summary>How many saved pages and Word documents intake reads in a second of one core's time.</summary>
internal static class IntakeBenchmark
{
    private const int WarmUp = 1_500;
    private const int Measured = 200;
    private const int Stretches = 5;
    private const int PageBytes = 60 * 1024;

    private const string Sentence = "Warga Baruna menunggu jembatan yang baru itu sejak lama, kata kepala dinas di hadapan para nelayan. ";

    /// <param name="folder">Saved pages to read in place of the one that is made up; or null.</param>
    public static void Run(string? folder)
    {
        Console.WriteLine("| documents | bytes each | a second of one core, median of five | least and most | of 60 KB |");
        Console.WriteLine("|---|---|---|---|---|");
        if (folder is null)
        {
            Measure("saved page", [Uploaded("halaman.html", Encoding.UTF8.GetBytes(Page()))]);
        }
        else
        {
            Measure(
                "saved pages",
                [
                    .. Directory
                        .GetFiles(folder, "*.html")
                        .Order(StringComparer.Ordinal)
                        .Select(file => Uploaded(file, File.ReadAllBytes(file))),
                ]
            );
        }

        Measure("Word document of three pages", [Uploaded("siaran.docx", Word())]);
    }

    private static UploadedDocument Uploaded(string name, byte[] bytes) => new(Path.GetFileName(name), null, bytes);

    /// <summary>
    /// Time of the processor, since other work may share the machine; once the code is compiled for good, which the runtime does on threads
    /// of
    /// its own and whose time is the process's too.
    /// </summary>
    private static void Measure(string what, UploadedDocument[] documents)
    {
        Read(documents, WarmUp);
        Thread.Sleep(TimeSpan.FromSeconds(1));
        var speeds = Enumerable.Range(0, Stretches).Select(_ => Speed(documents)).Order().ToArray();
        var (median, bytes) = (speeds[Stretches / 2], documents.Average(document => document.Bytes.Length));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {bytes:N0} | {median:N0} | {speeds[0]:N0} – {speeds[^1]:N0} | {median * bytes / PageBytes:N0} |"
            )
        );
    }

    private static double Speed(UploadedDocument[] documents)
    {
        var before = Environment.CpuUsage.TotalTime;
        var count = Read(documents, Measured);
        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <returns>How many documents were read: each at least once, and at least <paramref name="least"/>.</returns>
    private static int Read(UploadedDocument[] documents, int least)
    {
        var rounds = Math.Max(1, (least + documents.Length - 1) / documents.Length);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var document in documents)
            {
                if (IntakeReader.Read(document) is IntakeResult.Rejected rejected && documents.Length == 1)
                {
                    throw new InvalidOperationException(rejected.Report.ToJson());
                }
            }
        }

        return rounds * documents.Length;
    }

    /// <summary>As offices' sites have them: menus, an article, cards of other news, and as much script again.</summary>
    private static string Page()
    {
        var menu = string.Concat(Enumerable.Range(1, 60).Select(n => $"<li class='menu-item'><a href='/halaman/{n}'>Layanan {n}</a></li>"));
        var text = string.Concat(Enumerable.Range(1, 24).Select(n => $"<p class='teks'>Alinea {n}. {Sentence}{Sentence}{Sentence}</p>"));
        var cards = string.Concat(
            Enumerable
                .Range(1, 30)
                .Select(n =>
                    $"<div class='kartu'><img src='/g/{n}.jpg' alt='Gambar {n}'><h3><a href='/berita/{n}'>Kabar lain nomor {n} dari kota</a></h3><span>{n} Maret 2026</span></div>"
                )
        );
        var page =
            $"<!doctype html><html lang='id'><head><title>Jembatan Baruna Dibuka</title></head><body><nav><ul>{menu}</ul></nav><div class='isi'><h1>Jembatan Baruna Dibuka</h1>{text}</div><div class='lain'>{cards}</div>";
        var script = string.Concat(Enumerable.Repeat("var a=[1,2,3];window.b=function(c){return a[c];};\n", 2000));
        return $"{page}<script>{script[..(PageBytes - page.Length - 40)]}</script></body></html>";
    }

    private static byte[] Word()
    {
        const string names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var body = new StringBuilder(Paragraph("Jembatan Baruna Dibuka", "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>"));
        for (var n = 0; n < 24; n++)
        {
            body.Append(Paragraph($"Alinea {n}. {Sentence}{Sentence}{Sentence}", ""));
        }

        var row = $"<w:tr>{string.Concat(Enumerable.Repeat($"<w:tc>{Paragraph("Rp2,4 miliar", "")}</w:tc>", 4))}</w:tr>";
        body.Append(CultureInfo.InvariantCulture, $"<w:tbl>{string.Concat(Enumerable.Repeat(row, 10))}</w:tbl>");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            );
            Add(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Add(zip, "word/document.xml", $"<w:document xmlns:w=\"{names}\"><w:body>{body}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    private static string Paragraph(string text, string properties) =>
        $"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}");
    }
}
