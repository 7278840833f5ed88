using System.Text;
using Microsoft.Playwright;
using Siaran.Desk.Screens;
using Siaran.IntegrationTests;

namespace Siaran.BrowserTests;

/// <summary>Every screen of the desk, in each state that people bring it into: nothing bars anybody from it, on any screen.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DeskScreenTests
{
    private const string Register = """
        {
          "offices": [
            { "id": "humas", "name": "Humas Nusa Jaya", "replies": true },
            { "id": "dinkes", "name": "Dinkes Nusa Jaya", "secondEyes": true }
          ],
          "holders": [
            { "kind": "identity", "id": "sari", "name": "Sari", "offices": ["humas", "dinkes"] },
            { "kind": "identity", "id": "budi", "name": "Budi", "offices": ["humas", "dinkes"] },
            { "kind": "identity", "id": "rina", "name": "Rina", "offices": ["humas"] },
            { "kind": "folder", "id": "humas", "name": "Humas", "offices": ["humas"] }
          ]
        }
        """;

    private const string Bridge =
        "Gubernur Nusa Jaya, Hamdan Lesmata, membuka Jembatan Lengan di Kabupaten Lombok Timur, Senin, 2 Maret 2026. Warga dua kecamatan kini terhubung.";

    private const string Vaccine =
        "Sebanyak 1.200 dosis vaksin campak tiba di gudang farmasi Baruna. Puskesmas mulai menyuntik pekan depan.";

    private static Office office = null!;

    private readonly List<string> found = [];
    private readonly HashSet<string> seen = [];
    private int looks;

    public required TestContext TestContext { get; init; }

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => office = await OpenAsync();

    [ClassCleanup]
    public static async Task EndAsync()
    {
        await Browser.StopAsync();
        await office.DisposeAsync();
    }

    [TestMethod]
    public async Task The_pictures_of_a_draft_are_seen_in_its_preview()
    {
        var budi = await SignInAsync("Budi");
        await budi.GotoAsync(Address("/desk/new"));
        using var bitmap = new SkiaSharp.SKBitmap(40, 30);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        await budi.GetByLabel("Berkas naskah dan gambarnya")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "pasar.png",
                    MimeType = "image/png",
                    Buffer = picture.ToArray(),
                }
            );
        await FillAsync(budi, "Judul", "Pasar Ikan Dibuka");
        await FillAsync(budi, "Isi", "Pasar ikan itu buka tiap pagi.");
        await PressAsync(budi, "Simpan naskah");
        var preview = new Uri(budi.Url).AbsolutePath + "/preview";

        var asked = await budi.RunAndWaitForResponseAsync(
            () => budi.GotoAsync(Address(preview)),
            answer => answer.Url.Contains("/files/", StringComparison.Ordinal) && answer.Frame != budi.MainFrame
        );

        Assert.AreEqual(200, asked.Status, "The frame asks as whoever looks at the screen.");
        await Browser.CloseAsync(budi);
    }

    [TestMethod]
    public async Task No_screen_bars_anybody_and_each_that_there_is_is_looked_at()
    {
        var (sari, budi, rina) = (await SignInAsync("Sari"), await SignInAsync("Budi"), await SignInAsync("Rina"));
        await WriteAsync(budi);
        await ConflictAsync(sari, budi);
        var release = await CorrectAsync(sari, budi);
        await ReviewAsync(sari, budi);
        await AfterAsync(budi, release);
        await ReplyAsync(rina, release);
        await ListAsync(budi);
        foreach (var page in (IPage[])[sari, budi, rina])
        {
            await Browser.CloseAsync(page);
        }

        var all = typeof(DeskLayout)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DeskLayout).Namespace && type.Name.EndsWith("Screen", StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.IsEmpty(found, string.Join('\n', found));
        CollectionAssert.AreEquivalent(all.ToList(), seen.ToList(), "A screen that is in no state above bars people unnoticed.");
        TestContext.WriteLine($"{looks} screens in four looks, 0 violations");
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["Desk:SignIn"] = "made-up", ["Site:BaseAddress"] = "http://127.0.0.1/" }
        );
        await office.RegisterAsync(Register);
        await office.PublishAsync("humas/a.md", Texts.Release("Pasar Pagi Diresmikan", "Pasar pagi Baruna diresmikan.", "id: nj-2\n"));
        await office.PublishAsync("humas/buruk.md", "---\npublishAt: 11/12/2026\n---\n\n# Tanggal yang Rancu\n\nIsi.\n");
        return office;
    }

    private async Task WriteAsync(IPage budi)
    {
        await budi.GotoAsync(Address("/desk/new"));
        await LookAsync(budi, nameof(NewScreen), "Naskah baru");
        await PressAsync(budi, "Baca berkas");
        await LookAsync(budi, nameof(NewScreen), "Naskah baru");
        var draft = await DraftAsync(
            budi,
            "humas",
            "Pasar Malam Dibuka",
            "Pasar malam itu buka sampai tengah malam.\n\n![](https://siaran.example/a.png)"
        );
        await LookAsync(budi, nameof(CheckScreen), "Periksa naskah");
        await budi.GotoAsync(Address($"{draft}/preview"));
        await LookAsync(budi, nameof(PreviewScreen), "Pratinjau");
        await PressAsync(budi, "Buat tautan pratinjau");
        await LookAsync(budi, nameof(PreviewScreen), "Pratinjau");
        var link = await budi.Locator("#link").InputValueAsync();
        await PressAsync(budi, "Cabut semua tautan");
        await LookAsync(budi, nameof(PreviewScreen), "Pratinjau");
        var colleague = await Browser.OpenAsync();
        await colleague.GotoAsync(Address(new Uri(link).AbsolutePath));
        await LookAsync(colleague, nameof(NoticeScreen), "Tautan ini tidak berlaku lagi");
        await Browser.CloseAsync(colleague);
        await budi.GotoAsync(Address($"{draft}/when"));
        await LookAsync(budi, nameof(WhenScreen), "Kapan terbit?");
        await PressAsync(budi, "Lanjut");
        await LookAsync(budi, nameof(WhenScreen), "Kapan terbit?");
    }

    private async Task ConflictAsync(IPage sari, IPage budi)
    {
        var draft = await DraftAsync(sari, "humas", "Kabar Dua Orang", "Dua orang menulis kabar ini bersama.");
        await budi.GotoAsync(Address(draft));
        await FillAsync(budi, "Judul", "Judul dari Budi");
        await PressAsync(budi, "Simpan");
        await FillAsync(sari, "Judul", "Judul dari Sari");
        await FillAsync(sari, "Ringkasan (boleh kosong)", "Ringkasan dari Sari");
        await PressAsync(sari, "Simpan");
        await LookAsync(sari, nameof(ConflictScreen), "Naskah ini lebih dahulu disimpan oleh Budi, penerbit");
        await sari.GotoAsync(Address(draft));
        await budi.GotoAsync(Address(draft));
        await budi.GetByText("Buang naskah ini").ClickAsync();
        await PressAsync(budi, "Ya, buang");
        await PressAsync(sari, "Simpan");
        await LookAsync(sari, nameof(ReturnedScreen), "Tidak ada di sini");
    }

    /// <returns>The address of a release with two revisions.</returns>
    private async Task<string> CorrectAsync(IPage sari, IPage budi)
    {
        var release = await SendAsync(budi, await DraftAsync(budi, "humas", "Jembatan Lengan Dibuka", Bridge));
        await LookAsync(budi, nameof(ReleaseScreen), "Jembatan Lengan Dibuka");
        var late = await BeginAsync(sari, release, "Jembatan Lengan Dibuka Senin");
        await LookAsync(sari, nameof(CheckScreen), "Perbaiki rilis");
        await SendAsync(budi, await BeginAsync(budi, release, "Jembatan Lengan Resmi Dibuka"));
        await SendAsync(budi, late);
        await LookAsync(budi, nameof(StaleScreen), "Rilis ini diperbaiki orang lain sementara Anda menulis");
        await budi.GotoAsync(Address($"{release}/history"));
        await LookAsync(budi, nameof(HistoryScreen), "Riwayat");
        return release;
    }

    private async Task ReviewAsync(IPage sari, IPage budi)
    {
        var draft = await DraftAsync(sari, "dinkes", "Vaksin Campak Tiba", Vaccine);
        await PressAsync(sari, "Simpan dan ajukan kepada rekan");
        await LookAsync(sari, nameof(CheckScreen), "Periksa naskah");
        await budi.GotoAsync(Address(draft));
        await LookAsync(budi, nameof(CheckScreen), "Periksa naskah");
        await FillAsync(budi, "Apa yang harus diubah", "Sebut jadwalnya.");
        await PressAsync(budi, "Kembalikan");
        await sari.GotoAsync(Address(draft));
        await LookAsync(sari, nameof(CheckScreen), "Periksa naskah");
        await PressAsync(sari, "Simpan dan ajukan kepada rekan");
        await budi.GotoAsync(Address($"{draft}/when"));
        await LookAsync(budi, nameof(WhenScreen), "Kapan terbit?");
        await budi.GotoAsync(Address(draft));
        await PressAsync(budi, "Setujui");
        await budi.GotoAsync(Address(draft));
        await LookAsync(budi, nameof(CheckScreen), "Periksa naskah");
        var release = await SendAsync(budi, draft);
        await budi.GotoAsync(Address($"{release}/tags"));
        await LookAsync(budi, nameof(TagsScreen), "Tanda");
    }

    private async Task AfterAsync(IPage budi, string release)
    {
        await budi.GotoAsync(Address($"{release}/tags"));
        await LookAsync(budi, nameof(TagsScreen), "Tanda");
        var other = await SendAsync(budi, await DraftAsync(budi, "humas", "Bus Gratis bagi Lansia", "Lansia naik bus kota tanpa ongkos."));
        await budi.GotoAsync(Address($"{other}/withdraw"));
        await LookAsync(budi, nameof(WithdrawScreen), "Tarik rilis");
        await FillAsync(budi, "Alasan, untuk pembaca", "Keliru.");
        await FillAsync(budi, "Kata dalam judulnya, atau alamatnya", "jembatan");
        await PressAsync(budi, "Cari");
        await LookAsync(budi, nameof(WithdrawScreen), "Tarik rilis");
        await PressAsync(budi, "Tarik rilis ini");
        await LookAsync(budi, nameof(ReleaseScreen), "Bus Gratis bagi Lansia");
    }

    private async Task ReplyAsync(IPage rina, string release)
    {
        var page = (await office.ItemsAsync()).Select(item => item.Element("link")!.Value).First(link => link.Contains("jembatan"));
        for (var number = 1; number <= 2; number++)
        {
            var reader = await Browser.OpenAsync();
            await reader.GotoAsync(Address(new Uri(page).AbsolutePath));
            await FillAsync(reader, "Nama", $"Pembaca {number}");
            await FillAsync(reader, "Balasan", $"Kapan giliran kami, yang ke-{number}?");
            await PressAsync(reader, "Kirim balasan");
            await Browser.CloseAsync(reader);
        }

        await rina.GotoAsync(Address("/desk/replies"));
        await LookAsync(rina, nameof(RepliesScreen), "Balasan pembaca");
        await PressAsync(rina, "Muat balasan Pembaca 1");
        await rina.GotoAsync(Address($"/desk/replies?release={release.Split('/')[^1]}"));
        await LookAsync(rina, nameof(ShownRepliesScreen), "Balasan yang dimuat");
    }

    private async Task ListAsync(IPage budi)
    {
        await DropAsync(budi, 1, 20);
        await DropAsync(budi, 21, 10);
        await budi.GotoAsync(Address("/desk"));
        await LookAsync(budi, nameof(ListScreen), "Daftar");
        var stale = await HrefAsync(budi, "Kiriman dari meja redaksi");
        var refused = await HrefAsync(budi, "humas/buruk.md");
        await budi.GetByRole(AriaRole.Link, new() { Name = "Naskah yang lebih lama" }).ClickAsync();
        await LookAsync(budi, nameof(ListScreen), "Daftar");
        await budi.GotoAsync(Address(stale));
        await LookAsync(budi, nameof(MendScreen), "Kiriman dari meja redaksi");
        await budi.GotoAsync(Address(refused));
        await LookAsync(budi, nameof(MendScreen), "humas/buruk.md");
        await budi.GotoAsync(Address("/desk/guide"));
        await LookAsync(budi, nameof(GuideScreen), "Panduan");
        Assert.AreEqual(5, await budi.EvaluateAsync<int>("[...document.images].filter(one => one.naturalWidth === 720).length"));
        await budi.GotoAsync(Address("/desk/sign-in"));
        await LookAsync(budi, nameof(SignInScreen), "Masuk sebagai siapa?");
    }

    /// <summary>Many drafts of short documents.</summary>
    private static async Task DropAsync(IPage page, int from, int count)
    {
        var files = Enumerable
            .Range(from, count)
            .Select(number => new FilePayload
            {
                Name = $"{number}.md",
                MimeType = "text/markdown",
                Buffer = Encoding.UTF8.GetBytes($"# Kabar Desa {number}\n\nIsi kabar {number} bagi warga.\n\nLagi."),
            });
        await page.GotoAsync(Address("/desk/new"));
        await page.GetByLabel("Berkas naskah dan gambarnya").SetInputFilesAsync(files);
        await PressAsync(page, "Baca berkas");
        await page.WaitForURLAsync(Address("/desk"));
    }

    private static async Task<IPage> SignInAsync(string name)
    {
        var page = await Browser.OpenAsync();
        await page.GotoAsync(Address("/desk"));
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        return page;
    }

    /// <returns>The address of the draft.</returns>
    private static async Task<string> DraftAsync(IPage page, string of, string headline, string body)
    {
        await page.GotoAsync(Address("/desk/new"));
        await page.GetByLabel("Kantor").SelectOptionAsync(of);
        await FillAsync(page, "Judul", headline);
        await FillAsync(page, "Isi", body);
        await PressAsync(page, "Simpan naskah");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Begins a correction with another headline, and saves it.</summary>
    private static async Task<string> BeginAsync(IPage page, string release, string headline)
    {
        await page.GotoAsync(Address(release));
        await PressAsync(page, "Perbaiki");
        await FillAsync(page, "Judul", headline);
        await PressAsync(page, "Simpan");
        return new Uri(page.Url).AbsolutePath;
    }

    /// <returns>The address that it leads to.</returns>
    private static async Task<string> SendAsync(IPage page, string draft)
    {
        await page.GotoAsync(Address($"{draft}/when"));
        await PressAsync(page, "Lanjut");
        await PressAsync(page, "Ya, terbitkan");
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task<string> HrefAsync(IPage page, string link) =>
        (await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).GetAttributeAsync("href"))!;

    private static Task FillAsync(IPage page, string label, string text) => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static string Address(string path) => new Uri(office.Address, path).AbsoluteUri;

    private async Task LookAsync(IPage page, string screen, string title)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        looks++;
        seen.Add(screen);
        found.AddRange(await Accessibility.FindAsync(page, $"{screen} ({looks})"));
    }
}
