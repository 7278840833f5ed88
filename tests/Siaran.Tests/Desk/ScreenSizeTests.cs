using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Desk;
using Siaran.Desk.Screens;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Tests.Desk;

/// <summary>A screen of the desk stays small however much there is to show.</summary>
[TestClass]
public sealed class ScreenSizeTests
{
    private const int Most = 30 * 1024;
    private const string Headline = "Gubernur Nusa Jaya Membuka Jembatan Lengan di Kabupaten Lombok Timur";

    private static readonly DateTimeOffset Now = Some.Time;

    [TestMethod]
    public async Task The_list_of_a_full_desk_has_at_most_30_KB()
    {
        var drafts = Enumerable
            .Range(1, Drafts.Most)
            .Select(_ => new StoredDraft(Guid.NewGuid().ToString("N"), Headline, Now, "Sari Wulandari")
            {
                Review = new DraftReview { State = DraftState.Submitted },
            });
        var mend = Enumerable
            .Range(1, 100)
            .Select(number => new ToMend($"http/2026/03/04/{Guid.NewGuid():N}/siaran-pers-{number}.docx", Now, number % 2 == 0));
        var shelf = new ShelfView(
            [.. mend],
            new DraftPage([.. drafts], new string('a', 32)),
            [.. Shelved(200)],
            [.. Shelved(100)],
            [.. Shelved(100)]
        )
        {
            Older = 3,
        };

        var bytes = await BytesAsync<ListScreen>(
            new()
            {
                ["Visit"] = Visit(),
                ["Filter"] = new ShelfFilter(null, null, "", null),
                ["Shelf"] = shelf,
            }
        );

        Assert.IsInRange(Most / 2, Most, bytes);
    }

    [TestMethod]
    public async Task The_screen_of_a_release_that_was_changed_very_often_has_at_most_30_KB()
    {
        var release = Some.Release();
        var lines = Enumerable
            .Range(1, 500)
            .Select(number => new AuditLine($"{number}", Now, "identity:sari.wulandari@nusajaya.example", "revised")
            {
                Revision = number,
                From = $"desk: desk/{Guid.NewGuid():N}/rilis.md",
            });

        var bytes = await BytesAsync<ReleaseScreen>(
            new()
            {
                ["Visit"] = Visit(),
                ["Stored"] = new StoredRelease(new Tags.TaggedRelease(release, Tags.Annotations.Empty), "a", [], default, Now),
                ["ListedIn"] = new List<Listings.NamedFeed>(),
                ["Audit"] = lines.ToList(),
            }
        );

        Assert.IsInRange(Most / 2, Most, bytes);
    }

    private static IEnumerable<Shelved> Shelved(int count) =>
        Enumerable.Range(1, count).Select(number => new Shelved(ReleaseId.FromEditorKey($"{number}"), Headline, null, Now));

    private static DeskView View() =>
        new(Site(), new DeskUser("sari", "Sari", DeskRoles.Editor | DeskRoles.Publisher, new Actor("identity:sari", null)), "token", Now);

    private static Site Site() => new() { BaseAddress = new Uri("https://siaran.example/"), Title = "Siaran Nusa Jaya" };

    private static DeskVisit Visit() =>
        new(View().User!, OfficeRegister.None, View(), QueryCollection.Empty, FormCollection.Empty, ReadOnlyMemory<byte>.Empty);

    private static async Task<int> BytesAsync<TScreen>(Dictionary<string, object?> parameters)
        where TScreen : Microsoft.AspNetCore.Components.IComponent =>
        ((DeskPage)await DeskRenderer.ShowAsync<TScreen>(View(), parameters)).Html.Length;
}
