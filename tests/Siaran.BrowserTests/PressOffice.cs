using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Siaran.IntegrationTests;
using SkiaSharp;

namespace Siaran.BrowserTests;

/// <summary>An office whose releases show all that pages can: corrected, withdrawn, translated, with pictures, and of many days.</summary>
internal sealed class PressOffice : IAsyncDisposable
{
    /// <summary>A picture that its release names, from a machine that is not this one.</summary>
    public const string FarPicture = "https://foto.example/jembatan.jpg";

    private const string Body =
        "Gubernur Nusa Jaya, Hamdan Lesmata, membuka Jembatan Lengan di Kabupaten Lombok Timur, Senin, 2 Maret 2026. Sebanyak 1.420 warga hadir. “Kami bersyukur jembatan ini selesai,” ujar Hamdan Lesmata.";

    private PressOffice(Office office) => Office = office;

    public Office Office { get; }

    /// <summary>Of the release that shows most, without its first slash.</summary>
    public string Release { get; private set; } = "";

    /// <summary>Of the release with a picture that is narrower than the column.</summary>
    public string Narrow { get; private set; } = "";

    /// <summary>Of the release with <see cref="FarPicture"/>.</summary>
    public string Far { get; private set; } = "";

    /// <summary>A page of each kind, without a first slash.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    public static async Task<PressOffice> OpenAsync()
    {
        var press = new PressOffice(
            await Office.OpenAsync(
                settings: new Dictionary<string, string> { ["Site:PressContacts"] = "Diskominfo Nusa Jaya: humas@diskominfo.example" }
            )
        );
        await press.PublishAsync();
        await press.CorrectAsync();
        press.Office.Clock.Advance(TimeSpan.FromMinutes(1));
        return press;
    }

    public async ValueTask DisposeAsync() => await Office.DisposeAsync();

    private async Task PublishAsync()
    {
        await Office.UploadAsync("a.md", Texts.Release(body: Body, frontMatter: "id: nj-1\ntags: [jembatan]\n"));
        await Office.UploadAsync(
            "b.md",
            Texts.Release("Jembatan Lengan Ditutup Sementara", Body, "id: nj-2\nlanguage: id\ntags: [jembatan]\npublishAt: 2026-03-01\n")
        );
        await Office.UploadAsync("c.md", Texts.Release("Keliru", "Ini keliru.", "id: nj-3\npublishAt: 2026-03-02\n"));
        await Office.UploadAsync(
            "d.md",
            Texts.Release(
                "Lengan Bridge Opens",
                "The governor opened the bridge.",
                "id: nj-4\nlanguage: en\ntranslationOf: nj-1\npublishAt: 2026-03-03\n"
            )
        );
        await Office.UploadAsync(
            "e.md",
            Texts.Release(
                "Jembatan Dilihat dari Udara",
                Body,
                $"id: nj-5\npublishAt: 2026-02-03\nimage: {FarPicture}\nimageAlt: Jembatan dari udara\n"
            )
        );
        for (var day = 1; day <= 6; day++)
        {
            await Office.UploadAsync(
                $"hari-{day}.md",
                Texts.Release(
                    $"Pasar Murah Hari Ke-{day}",
                    "Warga berbelanja di pasar murah.",
                    $"id: pasar-{day}\npublishAt: 2026-01-{day * 4:D2}\n"
                )
            );
        }

        await Office.CollectAsync();
        Narrow = await UploadWithPictureAsync();
        var slugs = (await Office.ItemsAsync()).Select(item => new Uri(item.Element("link")!.Value).AbsolutePath[1..]).ToList();
        (Release, Far) = (Named("lengan-dibuka"), Named("udara"));
        Paths =
        [
            "",
            Release,
            Release + "/revisions",
            Named("bridge"),
            Named("keliru"),
            Narrow,
            "releases",
            "releases?month=2026-01",
            "search",
            "search?q=jembatan&agency=diskominfo-nusa-jaya",
            "search?q=jembtaan",
            "search?q=xylofon",
            "feeds",
            "feeds?kind=agency",
            "feeds/all",
            "feeds/agency:diskominfo-nusa-jaya",
            "tags",
            "tags/keyword",
            "tags/keyword/jembatan",
            "tidak/ada",
            "tags/keyword/tidak-ada",
        ];

        string Named(string part) => slugs.Single(slug => slug.Contains(part, StringComparison.Ordinal));
    }

    private async Task CorrectAsync()
    {
        Office.Clock.Advance(TimeSpan.FromHours(1));
        await Office.UploadAsync(
            "a.md",
            Texts.Release(
                body: Body.Replace("1.420", "1.240", StringComparison.Ordinal),
                frontMatter: "id: nj-1\ntags: [jembatan]\nrevision: major\nchangeNote: Jumlah warga diperbaiki.\n"
            )
        );
        await Office.UploadAsync("c.md", Texts.Release("Keliru", "Ini keliru.", "id: nj-3\nstatus: withdrawn\nwithdrawnReason: Keliru.\n"));
        await Office.CollectAsync();
    }

    private async Task<string> UploadWithPictureAsync()
    {
        using var form = new MultipartFormDataContent();
        var text = Texts.Release(
            "Pasar Ikan Dibuka Kembali",
            "Bupati membuka pasar ikan itu.\n\n![Bupati membuka pasar](kecil.png)",
            "id: nj-6\npublishAt: 2026-03-03\n"
        );
        form.Add(new StringContent(text, Encoding.UTF8, "text/markdown"), "file", "pasar.md");
        var picture = new ByteArrayContent(SomePicture());
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(picture, "file", "kecil.png");
        using var created = await Office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), form);
        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode, await created.Content.ReadAsStringAsync());
        return created.Headers.Location!.AbsolutePath[1..];
    }

    private static byte[] SomePicture()
    {
        using var bitmap = new SKBitmap(240, 180);
        bitmap.Erase(SKColors.Teal);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }
}
