using System.Net;
using System.Text;

namespace Siaran.IntegrationTests;

/// <summary>The tags of a release are changed at the desk without its text.</summary>
[TestClass]
public sealed class TagsAloneTests
{
    [TestMethod]
    public async Task Tags_are_accepted_removed_and_added_and_a_later_correction_keeps_text_pictures_and_tags()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        var text = "# Jembatan Lengan Dibuka\n\nBaruna – Gubernur **membuka** Jembatan Lengan.\n\nWarga Lombok Timur kini terhubung.";
        using var bitmap = new SkiaSharp.SKBitmap(8, 8);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        using var dropped = await budi.DropAsync(
            "/desk/new",
            ("a.md", "text/markdown", Encoding.UTF8.GetBytes(text)),
            ("b.png", "image/png", picture.ToArray())
        );
        var when = await DeskPerson.LeadsAsync(dropped) + "/when";
        using var sent = await budi.PostAsync(
            when,
            ("way", "now"),
            ("confirmed", "yes"),
            ("version", await VersionAsync(budi, when[..^5]))
        );
        var release = await DeskPerson.LeadsAsync(sent);
        var page = await office.OnlyPageAsync();
        var before = await office.JsonAsync(page + ".json");
        var screen = await budi.OpenAsync($"{release}/tags");
        var inferred = screen.QuerySelectorAll("[name=drop]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.IsNotEmpty(inferred);

        using var saved = await budi.PostAsync($"{release}/tags", ("seen", "1"), ("drop", inferred[0]), ("tags", "jembatan gantung"));
        office.Clock.Advance(TimeSpan.FromMinutes(2));
        var after = await office.JsonAsync(page + ".json");
        using var stale = await budi.PostAsync($"{release}/tags", ("seen", "1"), ("tags", "lain"));
        using var begun = await budi.PostAsync($"{release}/correct");
        var draft = await budi.OpenAsync(await DeskPerson.LeadsAsync(begun));

        Assert.AreEqual(release, await DeskPerson.LeadsAsync(saved));
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.AreEqual(before.GetProperty("bodyHtml").GetString(), after.GetProperty("bodyHtml").GetString());
        var tags = after.GetProperty("tags").ToString();
        Assert.Contains("jembatan gantung", tags);
        Assert.DoesNotContain($"\"{inferred[0]}\"", after.ToString());
        Assert.Contains("**membuka**", draft.QuerySelector("#body")!.TextContent);
        Assert.IsNotNull(draft.QuerySelector(".file img"), "The picture goes along.");
        Assert.AreEqual("jembatan gantung", draft.QuerySelector("#tags")!.GetAttribute("value"));
        Assert.HasCount(1, await office.ItemsAsync());
    }

    private static async Task<string> VersionAsync(DeskPerson person, string draft) =>
        (await person.OpenAsync(draft)).QuerySelector("[name=version]")!.GetAttribute("value")!;
}
