using System.Net;
using System.Text;
using System.Text.Json;
using Siaran.Releases;

namespace Siaran.IntegrationTests;

/// <summary>What the JSON of a translation says of its original, and what becomes of a topic that there is not.</summary>
[TestClass]
public sealed class TranslationJsonTests
{
    [TestMethod]
    public async Task A_translation_names_its_original_only_while_the_public_may_see_that()
    {
        await using var office = await Office.OpenInMemoryAsync();
        await office.PublishAsync("a.md", Original());
        await office.PublishAsync(
            "b.md",
            Texts.Release("The Bridge Opens", "The bridge is open.", "id: terjemahan\nlanguage: en\ntranslationOf: asli\n")
        );
        var translation = $"/releases/{await SlugAsync(office, "terjemahan")}.json";

        var before = await office.JsonAsync(translation);
        await office.PublishAsync("a.md", Original("status: withdrawn\nwithdrawnReason: keliru\n"));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await office.JsonAsync(translation);

        Assert.AreEqual(ReleaseId.FromEditorKey("asli").ToString(), before.GetProperty("translationOf").GetProperty("id").GetString());
        Assert.IsFalse(after.TryGetProperty("translationOf", out _));
    }

    [TestMethod]
    public async Task A_topic_that_there_is_not_gets_no_page_and_its_editor_hears_which_is_like_it()
    {
        await using var office = await Office.OpenInMemoryAsync();

        using var created = await office.Editor.PostAsync(
            new Uri("/releases", UriKind.Relative),
            new StringContent(Texts.Release(frontMatter: "tags: [\"topic:pendidkan\"]\n"), Encoding.UTF8, "text/markdown")
        );
        var report = await created.Content.ReadAsStringAsync();

        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode);
        var finding = JsonDocument
            .Parse(report)
            .RootElement.GetProperty("report")
            .GetProperty("findings")
            .EnumerateArray()
            .Single(one => one.GetProperty("code").GetString() == "unknown-topic");
        Assert.Contains("topic:pendidikan", finding.GetProperty("indonesian").GetString()!);
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync("/tags/topic/pendidkan"));
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync("/tags/keyword/pendidkan"));
    }

    private static string Original(string frontMatter = "") =>
        Texts.Release("Jembatan Dibuka", "Jembatan sudah dibuka.", "id: asli\n" + frontMatter);

    private static async Task<string> SlugAsync(Office office, string key) =>
        (await office.Service<Storage.ReleaseTable>().FindAsync(ReleaseId.FromEditorKey(key), CancellationToken.None))!.Release.Slug;
}
