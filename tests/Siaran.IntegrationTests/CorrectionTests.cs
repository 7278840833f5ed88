using System.Net;
using System.Text;
using AngleSharp.Html.Parser;

namespace Siaran.IntegrationTests;

/// <summary>A release that is opened for correction at the desk says what it said, but for what its editor changes.</summary>
[TestClass]
public sealed class CorrectionTests
{
    private const string Document = """
        # Pasar Ikan Dibuka

        Pemerintah membuka pasar ikan seluas 900 m<sup>2</sup> di Baruna, lihat www.nusajaya.example.

        <figure><img src="pasar.png" alt="Pasar ikan"><figcaption>Pasar ikan **baru**</figcaption></figure>

        <table><tr><td colspan="2">Hasil<br>tangkapan</td></tr><tr><td>Tongkol</td><td>12 ton</td></tr></table>

        Warga **menyambutnya **dengan gembira.

        (*)
        """;

    [TestMethod]
    public async Task What_is_sent_again_as_it_was_opened_says_what_it_said_and_another_headline_leaves_the_text_as_it_is()
    {
        await using var office = await Office.OpenInMemoryAsync(DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        using var bitmap = new SkiaSharp.SKBitmap(1200, 40);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        using var dropped = await budi.DropAsync(
            "/desk/new",
            ("a.md", "text/markdown", Encoding.UTF8.GetBytes(Document)),
            ("pasar.png", "image/png", picture.ToArray())
        );
        var release = await PublishAsync(budi, await DeskPerson.LeadsAsync(dropped));
        var page = await office.OnlyPageAsync();
        var before = (await office.JsonAsync(page + ".json")).GetProperty("bodyHtml").GetString()!;

        await PublishAsync(budi, await CorrectAsync(budi, release, ("note", "Diperiksa lagi.")));
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var again = await office.JsonAsync(page + ".json");
        await PublishAsync(budi, await CorrectAsync(budi, release, ("headline", "Pasar Ikan Baruna Dibuka")));
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await office.JsonAsync(page + ".json");

        Assert.Contains("<sup>2</sup>", before);
        Assert.Contains("colspan=\"2\"", before);
        Assert.Contains("<figcaption>", before);
        Assert.Contains("srcset=", before);
        Assert.AreEqual((2, 3), (again.GetProperty("revision").GetInt32(), after.GetProperty("revision").GetInt32()));
        Assert.AreEqual(before, again.GetProperty("bodyHtml").GetString());
        Assert.AreEqual(before, after.GetProperty("bodyHtml").GetString());
    }

    private static async Task<string> CorrectAsync(DeskPerson person, string release, params (string, string)[] fields)
    {
        using var begun = await person.PostAsync($"{release}/correct");
        var draft = await DeskPerson.LeadsAsync(begun);
        using var saved = await person.PostAsync(draft, DeskPerson.Filled(await person.OpenAsync(draft), draft, fields));
        Assert.AreEqual(HttpStatusCode.OK, saved.StatusCode);
        return draft;
    }

    private static async Task<string> PublishAsync(DeskPerson person, string draft)
    {
        using var echoed = await person.PostAsync(draft + "/when", ("way", "now"));
        var echo = new HtmlParser().ParseDocument(await echoed.Content.ReadAsStringAsync());
        using var sent = await person.PostAsync(draft + "/when", DeskPerson.Filled(echo, draft + "/when"));
        return await DeskPerson.LeadsAsync(sent);
    }
}
