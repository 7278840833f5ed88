using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Siaran.Storage;
using SkiaSharp;

namespace Siaran.IntegrationTests;

/// <summary>Pictures and documents that come with a release, from a form to feeds and pages.</summary>
[TestClass]
[DoNotParallelize]
public sealed class AttachmentTests
{
    private static readonly byte[] Picture = SomePicture();
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");

    [TestMethod]
    public async Task A_picture_and_a_pdf_are_in_every_feed_and_on_the_page_and_are_served()
    {
        await using var office = await Office.OpenAsync();
        using var created = await PostAsync(office, Text());
        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode, await created.Content.ReadAsStringAsync());

        var item = (await office.ItemsAsync()).Single();
        var enclosure = item.Element("enclosure")!;
        Assert.AreEqual("image/png", enclosure.Attribute("type")!.Value);
        XNamespace media = "http://search.yahoo.com/mrss/";
        var addresses = item.Elements(media + "content").Select(content => content.Attribute("url")!.Value).ToList();
        Assert.HasCount(2, addresses);
        Assert.AreEqual(enclosure.Attribute("url")!.Value, addresses[0]);
        foreach (var feed in new[] { "atom", "json", "ninjs" })
        {
            var document = await office.ReadAsync($"/feeds/all.{feed}");
            Assert.IsTrue(addresses.All(address => document.Contains(address, StringComparison.Ordinal)), $"{feed}: {document}");
        }

        var page = await office.ReadAsync(await office.OnlyPageAsync());
        Assert.Contains("alt=\"Bupati membuka pasar\"", page);
        Assert.Contains(" 400w", page);
        Assert.Contains("lampiran.pdf", page);
        foreach (var (address, type) in new[] { (addresses[0], "image/png"), (addresses[1], "application/pdf") })
        {
            using var file = await office.Reader.GetAsync(PathOf(address));
            Assert.AreEqual(HttpStatusCode.OK, file.StatusCode);
            Assert.AreEqual(type, file.Content.Headers.ContentType!.MediaType);
            Assert.Contains("immutable", file.Headers.CacheControl!.ToString());
            Assert.AreEqual("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            using var again = new HttpRequestMessage(HttpMethod.Get, PathOf(address));
            again.Headers.IfNoneMatch.Add(file.Headers.ETag!);
            using var unchanged = await office.Reader.SendAsync(again);
            Assert.AreEqual(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        Assert.AreEqual(
            long.Parse(enclosure.Attribute("length")!.Value, null),
            (await office.Reader.GetByteArrayAsync(PathOf(addresses[0]))).Length
        );
    }

    [TestMethod]
    public async Task What_belongs_to_a_release_is_served_as_long_as_it_and_no_earlier()
    {
        await using var office = await Office.OpenAsync();
        using var created = await PostAsync(office, Text($"id: nj-pasar\npublishAt: {Office.Start.AddHours(2):yyyy-MM-ddTHH:mm:ssZ}\n"));
        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode);
        var slug = created.Headers.Location!.AbsolutePath["/releases/".Length..];
        var stored = (await office.Service<ReleaseTable>().FindAsync(slug, CancellationToken.None))!.Release;
        var paths = stored
            .Content.Attachments!.SelectMany(one => one.Widths.Select(one.NameAt).Append(one.Name))
            .SelectMany(name => new[] { $"/releases/{slug}/files/{name}", $"/releases/{stored.Id}/files/{name}" })
            .ToList();
        Assert.IsNotEmpty(paths);

        // Another release that anybody may see opens none of them.
        await office.PublishAsync("b.md", Texts.Release());
        var open = await office.OnlyPageAsync();
        var foreign = paths.Select(path => $"{open}/files/{path.Split('/')[^1]}").ToList();
        foreach (var path in paths.Concat(foreign))
        {
            Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync(path), path);
        }

        office.Clock.Advance(TimeSpan.FromHours(3));
        await office.CollectAsync();
        foreach (var path in paths)
        {
            Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync(path), path);
        }

        await office.PublishAsync("tarik.md", "---\nid: nj-pasar\nstatus: withdrawn\nwithdrawnReason: Salah tanggal.\n---\n");
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var path in paths.Concat(foreign))
        {
            Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync(path), path);
        }
    }

    [TestMethod]
    public async Task The_same_picture_is_stored_once_and_a_rebuild_keeps_all()
    {
        await using var office = await Office.OpenAsync();
        using var first = await PostAsync(office, Text());
        using var second = await PostAsync(office, Text(headline: "Gudang Dingin di Pasar Baruna Diresmikan"));
        Assert.AreEqual(HttpStatusCode.Created, second.StatusCode);
        var container = new Azure.Storage.Blobs.BlobContainerClient(office.Storage, Names.Attachments);
        var blobs = await Office.BlobsAsync(container);
        Assert.HasCount(3, blobs);
        var before = await office.RowsAsync(Names.Releases);

        // Even what was lost is made again from the originals.
        await container.DeleteBlobAsync(blobs.Single(name => name.EndsWith(".pdf", StringComparison.Ordinal)));
        using var maintainer = office.ClientWith(Siaran.LocalHost.LocalKeys.DefaultMaster);
        var path = new Uri("/maintenance/rebuild", UriKind.Relative);
        using var begun = await maintainer.PostAsync(path, null);
        Assert.AreEqual(HttpStatusCode.Accepted, begun.StatusCode);
        for (var isDone = false; !isDone; )
        {
            using var state = await maintainer.GetAsync(path);
            isDone = (await Instance.JsonAsync(state)).GetProperty("done").GetBoolean();
        }

        CollectionAssert.AreEquivalent(before.ToArray(), (await office.RowsAsync(Names.Releases)).ToArray());
        CollectionAssert.AreEquivalent(blobs.ToArray(), (await Office.BlobsAsync(container)).ToArray());
    }

    [TestMethod]
    public async Task A_form_whose_files_are_no_release_is_refused_and_kept()
    {
        await using var office = await Office.OpenAsync();
        using var refused = await PostAsync(office, null);

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.IsEmpty(await office.ItemsAsync());
        Assert.HasCount(2, await Office.BlobsAsync(office.Rejected));
    }

    [TestMethod]
    public async Task A_word_document_with_a_table_and_a_footnote_goes_from_upload_to_feed()
    {
        await using var office = await Office.OpenAsync();
        await office.UploadAsync("dinas/rilis.docx", WordDocument());
        await office.CollectAsync();

        XNamespace content = "http://purl.org/rss/1.0/modules/content/";
        var item = (await office.ItemsAsync()).Single();
        Assert.AreEqual("Pasar Ikan Teluk Sekar Dibuka Kembali", item.Element("title")!.Value);
        var text = item.Element(content + "encoded")!.Value;
        Assert.Contains("<td>Gudang dingin</td>", text);
        Assert.Contains("<sup>1</sup>", text);
        Assert.Contains("<ol><li>Menurut dinas.</li></ol>", text);
        Assert.Contains("<td>Gudang dingin</td>", await office.ReadAsync(await office.OnlyPageAsync()));
    }

    private static byte[] WordDocument()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Line("Menurut dinas.")) { Id = 2 });
            main.Document = new Document(
                new Body(
                    Line("Pasar Ikan Teluk Sekar Dibuka Kembali"),
                    new Paragraph(
                        new Run(new Text("Pemerintah Kabupaten Sekar membuka kembali pasar ikan di Teluk Sekar setelah diperbaiki.")),
                        new Run(new FootnoteReference { Id = 2 })
                    ),
                    new Table(
                        new TableRow(new TableCell(Line("Bagian")), new TableCell(Line("Biaya"))),
                        new TableRow(new TableCell(Line("Gudang dingin")), new TableCell(Line("Rp2,4 miliar")))
                    ),
                    Line("Bupati Sekar mengatakan bahwa pasar itu dibuka setiap hari mulai pukul lima pagi.")
                )
            );
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text)));

    private static Uri PathOf(string address) => new(new Uri(address).AbsolutePath, UriKind.Relative);

    private static string Text(string frontMatter = "", string headline = "Pasar Ikan Baruna Dibuka Kembali") =>
        Texts.Release(
            headline,
            $"Pasar ikan di Baruna dibuka kembali oleh bupati. {headline}.\n\n![Bupati membuka pasar](foto.png)",
            frontMatter
        );

    private static async Task<HttpResponseMessage> PostAsync(Office office, string? text)
    {
        using var form = new MultipartFormDataContent();
        foreach (
            var (name, type, bytes) in new[]
            {
                ("rilis.md", "text/markdown", Encoding.UTF8.GetBytes(text ?? "")),
                ("foto.png", "image/png", Picture),
                ("lampiran.pdf", "application/pdf", Pdf),
            }
        )
        {
            if (bytes.Length > 0)
            {
                var part = new ByteArrayContent(bytes);
                part.Headers.ContentType = new MediaTypeHeaderValue(type);
                form.Add(part, "file", name);
            }
        }

        return await office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), form);
    }

    private static byte[] SomePicture()
    {
        using var pixels = new SKBitmap(600, 400);
        using (var canvas = new SKCanvas(pixels))
        {
            canvas.Clear(SKColors.SteelBlue);
        }

        using var encoded = pixels.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }
}
