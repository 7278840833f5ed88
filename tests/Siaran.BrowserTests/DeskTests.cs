using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Siaran.IntegrationTests;
using Siaran.LocalHost;

namespace Siaran.BrowserTests;

/// <summary>The editors' desk in a real browser: for everybody, on any screen, by keyboard and without script.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DeskTests
{
    private const string Register = """
        {
          "offices": [{ "id": "humas", "name": "Humas Nusa Jaya" }, { "id": "dinkes", "name": "Dinkes Nusa Jaya", "secondEyes": true }],
          "holders": [
            { "kind": "identity", "id": "sari", "name": "Sari", "offices": ["humas", "dinkes"] },
            { "kind": "identity", "id": "budi", "name": "Budi", "offices": ["humas", "dinkes"] },
            { "kind": "folder", "id": "humas", "name": "Humas", "offices": ["humas"] }
          ]
        }
        """;

    private static Office office = null!;

    [ClassInitialize]
    public static async Task OpenAsync(TestContext context)
    {
        office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["Desk:SignIn"] = "made-up", ["Site:BaseAddress"] = "http://127.0.0.1/" }
        );
        using var client = office.ClientWith(LocalKeys.DefaultMaster);
        using var kept = await client.PutAsync(
            new Uri("/maintenance/offices", UriKind.Relative),
            new StringContent(Register, Encoding.UTF8, "application/json")
        );
        Assert.IsTrue(kept.IsSuccessStatusCode);
    }

    [ClassCleanup]
    public static async Task CloseAsync()
    {
        await Browser.StopAsync();
        await office.DisposeAsync();
    }

    [TestMethod]
    public async Task A_document_of_three_pages_is_scheduled_by_keyboard_and_without_script_in_few_acts()
    {
        var page = await Browser.OpenAsync(scripts: false);
        await page.GotoAsync(Address("/desk"));
        await KeyAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Budi, penerbit" }));
        var acts = new List<string>();
        async Task ActAsync(string act, ILocator at, Func<Task> does)
        {
            acts.Add(act);
            await FocusAsync(page, at);
            await does();
        }

        Task PressAsync() => page.Keyboard.PressAsync("Enter");
        await ActAsync("Tulis", page.GetByRole(AriaRole.Link, new() { Name = "Tulis" }), PressAsync);
        var file = page.GetByLabel("Berkas naskah dan gambarnya");
        await ActAsync("choose the file", file, () => file.SetInputFilesAsync(ThreePages()));
        await ActAsync("Baca berkas", page.GetByRole(AriaRole.Button, new() { Name = "Baca berkas" }), PressAsync);
        var pages = await page.GetByLabel("Isi", new() { Exact = true }).InputValueAsync();
        await ActAsync("Simpan dan pilih waktu", page.GetByRole(AriaRole.Button, new() { Name = "Simpan dan pilih waktu" }), PressAsync);
        await ActAsync("Pada waktu ini", page.GetByRole(AriaRole.Radio).First, () => page.Keyboard.PressAsync("ArrowDown"));
        await ActAsync("the date", page.GetByLabel("Tanggal"), () => page.GetByLabel("Tanggal").FillAsync("2026-03-05"));
        await ActAsync("the hour", page.GetByLabel("Jam"), () => page.GetByLabel("Jam").FillAsync("09:30"));
        await ActAsync("Lanjut", page.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }), PressAsync);
        await ActAsync("Ya, jadwalkan", page.GetByRole(AriaRole.Button, new() { Name = "Ya, jadwalkan" }), PressAsync);

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Terjadwal: Kamis, 5 Maret 2026 09.30 WITA");
        Assert.Contains("Halaman ketiga", pages, "The whole document is read.");
        Assert.IsLessThanOrEqualTo(12, acts.Count, string.Join(", ", acts));
        await Browser.CloseAsync(page);
    }

    [TestMethod]
    public async Task Of_two_at_once_the_second_chooses_between_both_texts()
    {
        var (sari, budi) = (await Browser.OpenAsync(), await Browser.OpenAsync());
        await sari.GotoAsync(Address("/desk"));
        await SignInAsync(sari, "Sari");
        await budi.GotoAsync(Address("/desk"));
        await SignInAsync(budi, "Budi");
        var draft = await DropAsync(sari, "humas");
        await budi.GotoAsync(Address(draft));
        await budi.GetByLabel("Judul").FillAsync("Judul dari Budi");
        await sari.GetByLabel("Judul").FillAsync("Judul dari Sari");

        await SaveAsync(budi);
        await SaveAsync(sari);
        await Assertions.Expect(sari.GetByText("Judul dari Budi")).ToBeVisibleAsync();
        var found = await Accessibility.FindAsync(sari, "two at once");
        await sari.GetByRole(AriaRole.Button, new() { Name = "Pakai isian saya" }).ClickAsync();

        await Assertions.Expect(sari.GetByLabel("Judul")).ToHaveValueAsync("Judul dari Sari");
        Assert.IsEmpty(found, string.Join('\n', found));
        await Browser.CloseAsync(sari);
        await Browser.CloseAsync(budi);
    }

    [TestMethod]
    public async Task What_is_pasted_from_a_word_processor_or_a_page_becomes_Markdown_and_buttons_mark_the_selection()
    {
        const string html = """
            <b style="font-weight:normal"><h1>Jalan <b>Lingkar</b></h1>
            <p class=MsoNormal>Gubernur <span style='font-weight:700'>membuka</span> <i>jalan</i><o:p></o:p> 5*3.</p>
            <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Satu</p>
            <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Dua</p>
            <p>Baca <a href="https://siaran.example/a b">ini</a>, <a href="javascript:alert(1)">bukan itu</a>.</p>
            <table><tr><td>Desa</td><td>Jiwa</td></tr><tr><td>Baruna</td><td>1.420</td></tr></table>
            <p># bukan subjudul<img src=x onerror="window.evil = 1"></p><script>window.evil = 1</script></b>
            """;
        const string expected = """
            ## Jalan Lingkar

            Gubernur **membuka** *jalan* 5\*3.

            - Satu
            - Dua

            Baca [ini](<https://siaran.example/a%20b>), bukan itu.

            | Desa | Jiwa |
            | --- | --- |
            | Baruna | 1.420 |

            \# bukan subjudul
            """;
        var page = await Browser.OpenAsync();
        await page.GotoAsync(Address("/desk/new"));
        await SignInAsync(page, "Sari");
        var body = page.GetByLabel("Isi", new() { Exact = true });

        await body.EvaluateAsync(
            "(area, html) => { const data = new DataTransfer(); data.setData('text/html', html); area.focus(); area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
            html
        );
        var pasted = await body.InputValueAsync();
        await body.FillAsync("kata");
        await body.SelectTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tebal" }).ClickAsync();

        Assert.AreEqual(expected.ReplaceLineEndings("\n"), pasted);
        await Assertions.Expect(body).ToHaveValueAsync("**kata**");
        Assert.IsFalse(await page.EvaluateAsync<bool>("'evil' in window"));
        await Browser.CloseAsync(page);
    }

    private static Task SaveAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Simpan", Exact = true }).ClickAsync();

    private static string Address(string path) => new Uri(office.Address, path).AbsoluteUri;

    private static async Task SignInAsync(IPage page, string name) =>
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    /// <summary>A draft of an office, with a picture and something to be said of it; its address.</summary>
    private static async Task<string> DropAsync(IPage page, string of)
    {
        await page.GotoAsync(Address("/desk/new"));
        await page.GetByLabel("Kantor").SelectOptionAsync(of);
        await page.GetByLabel("Judul").FillAsync("Jembatan Lengan Dibuka");
        await page.GetByLabel("Isi", new() { Exact = true })
            .FillAsync(
                "Gubernur Nusa Jaya, Hamdan Lesmata, membuka Jembatan Lengan di Kabupaten Lombok Timur, Senin, 2 Maret 2026. Warga dua kecamatan kini terhubung.\n\n![](https://siaran.example/a.png)"
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan naskah" }).ClickAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task KeyAsync(IPage page, ILocator at)
    {
        await FocusAsync(page, at);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on with the tabulator until something has the focus; fails where it never gets it.</summary>
    private static async Task FocusAsync(IPage page, ILocator at)
    {
        for (var step = 0; step < 80; step++)
        {
            if (await at.EvaluateAsync<bool>("one => one === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {at}.");
    }

    /// <summary>A Word document of three pages.</summary>
    private static FilePayload ThreePages()
    {
        const string pageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
        static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        static string Page(string name) =>
            string.Concat(
                Enumerable
                    .Range(1, 12)
                    .Select(number =>
                        Paragraph($"{name}: alinea {number} menceritakan pekerjaan jalan di kecamatan ke-{number} Nusa Jaya.")
                    )
            );
        var text =
            Paragraph("Jalan Lingkar Baruna Rampung")
            + string.Join(pageBreak, Page("Halaman pertama"), Page("Halaman kedua"), Page("Halaman ketiga"));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            );
            Write(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Write(
                zip,
                "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{text}</w:body></w:document>"
            );
        }

        return new FilePayload
        {
            Name = "jalan.docx",
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = stream.ToArray(),
        };
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
