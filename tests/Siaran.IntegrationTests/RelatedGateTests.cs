using System.Net;
using Siaran.Releases;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>Nothing early, nothing withdrawn, nothing twice: in lists as everywhere.</summary>
[TestClass]
public sealed class RelatedGateTests
{
    private static readonly string[] Parts = ["", "/related", "/related.rss", "/related.atom", "/related.json", "/widget"];

    [TestMethod]
    public async Task An_embargoed_neighbour_shows_nowhere_before_its_time_even_where_it_is_stored()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 2);
        var time = Office.Start.AddHours(2);
        await office.PublishAsync(
            "rahasia.md",
            News.Fishers(2, headline: "Kabar yang Menunggu")
                .Replace("2026-01-03T08:00:00+08:00", $"{time:yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal)
        );
        var table = office.Service<RelatedTable>();
        var id = new ReleaseId(Guid.Parse(ids[0]));
        var row = (await table.ReadAsync([id], CancellationToken.None))[id];
        var early = row.List.Neighbours[0] with
        {
            Id = new ReleaseId(Guid.Parse(News.Id(2))),
            Headline = "Kabar yang Menunggu",
            PublishAt = time,
        };
        Assert.IsEmpty(
            await table.WriteAsync(
                [row with { List = row.List with { Neighbours = [early, .. row.List.Neighbours] } }],
                CancellationToken.None
            )
        );
        office.Service<DocumentCache>().Expire();

        Assert.IsEmpty(await ShowingAsync(office, ids[0], "Kabar yang Menunggu"));

        office.Clock.SetUtcNow(time);
        CollectionAssert.AreEqual(Parts, await ShowingAsync(office, ids[0], "Kabar yang Menunggu"));
    }

    [TestMethod]
    public async Task An_embargoed_release_has_no_list_before_its_time_and_one_at_its_time()
    {
        await using var office = await Office.OpenAsync();
        await News.PublishAsync(office, 2);
        var time = Office.Start.AddHours(2);
        await office.PublishAsync(
            "rahasia.md",
            News.Fishers(2).Replace("2026-01-03T08:00:00+08:00", $"{time:yyyy-MM-ddTHH:mm:ssZ}", StringComparison.Ordinal)
        );

        foreach (var part in Parts[1..])
        {
            Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync($"/releases/{News.Id(2)}{part}"), part);
        }

        office.Clock.SetUtcNow(time);
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync($"/releases/{News.Id(2)}/related"));
        await office.CollectAsync();
        Assert.HasCount(2, await News.RelatedAsync(office, News.Id(2)));
    }

    [TestMethod]
    public async Task A_withdrawn_release_disappears_from_every_list_and_its_own_answers_with_the_reason()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);
        const string headline = "Asuransi Nelayan Kecil Menjangkau Tanjung Sira";
        CollectionAssert.AreEqual(Parts, await ShowingAsync(office, ids[0], headline));
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync("tarik.md", "---\nid: nelayan-1\nstatus: withdrawn\nwithdrawnReason: Angkanya keliru.\n---\n");

        Assert.IsEmpty(await ShowingAsync(office, ids[0], headline));
        var calls = await News.CallsAsync(
            office,
            async () =>
            {
                using var own = await office.Reader.GetAsync(new Uri($"/releases/{ids[1]}/related", UriKind.Relative));
                Assert.AreEqual(HttpStatusCode.Gone, own.StatusCode);
                StringAssert.Contains(await own.Content.ReadAsStringAsync(), "Angkanya keliru.");
            }
        );
        CollectionAssert.AreEqual(new[] { "GET Related 1" }, calls);
        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync($"/releases/{ids[1]}/related.rss"));
        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync($"/releases/{ids[1]}/widget"));
    }

    [TestMethod]
    public async Task A_correction_s_new_headline_shows_in_the_lists_that_hold_it()
    {
        await using var office = await Office.OpenAsync();
        var ids = await News.PublishAsync(office, 3);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        await office.PublishAsync(
            "nelayan-1.md",
            News.Fishers(1, "revision: minor\n", "Asuransi Nelayan Kecil Kini di Tanjung Sira Utara")
        );

        CollectionAssert.AreEqual(Parts, await ShowingAsync(office, ids[0], "Asuransi Nelayan Kecil Kini di Tanjung Sira Utara"));
        Assert.IsEmpty(await ShowingAsync(office, ids[0], "Asuransi Nelayan Kecil Menjangkau Tanjung Sira"));
    }

    [TestMethod]
    public async Task Related_none_is_obeyed_and_nothing_is_offered_in_its_place()
    {
        await using var office = await Office.OpenAsync();
        await News.PublishAsync(office, 3);

        await office.PublishAsync("tertutup.md", News.Fishers(3, "related: none\n"));

        var list = await office.JsonAsync($"/releases/{News.Id(3)}/related");
        Assert.IsEmpty(News.Ids(list));
        Assert.IsEmpty(News.Ids(list, "newest"));
        var page = await office.ReadAsync(new Uri(list.GetProperty("address").GetString()!).AbsolutePath);
        Assert.IsFalse(page.Contains("Berita Terkait", StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task The_editors_choice_comes_first_in_the_editors_order()
    {
        await using var office = await Office.OpenAsync();
        await News.PublishAsync(office, 4);

        await office.PublishAsync("pilihan.md", News.Fishers(5, $"related: [{News.Id(2)}, {News.Id(0)}]\n"));

        CollectionAssert.AreEqual(new[] { News.Id(2), News.Id(0) }, (await News.RelatedAsync(office, News.Id(5)))[..2]);
    }

    [TestMethod]
    public async Task The_same_release_of_two_agencies_is_shown_once_and_linked_as_also_published()
    {
        await using var office = await Office.OpenAsync();
        await News.PublishAsync(office, 2);
        await office.UploadAsync(
            "salinan.md",
            News.Fishers(1, agency: "Dislautkan Nusa Jaya")
                .Replace("id: nelayan-1", "id: nelayan-8", StringComparison.Ordinal)
                .Replace("2026-01-02", "2026-01-08", StringComparison.Ordinal)
        );

        await office.CollectAsync();

        var related = await News.RelatedAsync(office, News.Id(0));
        Assert.AreEqual(1, related.Count(id => id == News.Id(1) || id == News.Id(8)), string.Join(' ', related));
        CollectionAssert.Contains(await News.RelatedAsync(office, News.Id(1), "alsoPublishedAs"), News.Id(8));
        CollectionAssert.Contains(await News.RelatedAsync(office, News.Id(8), "alsoPublishedAs"), News.Id(1));
        var address = (await office.JsonAsync($"/releases/{News.Id(8)}/related")).GetProperty("address").GetString()!;
        StringAssert.Contains(await office.ReadAsync(new Uri(address).AbsolutePath), "Juga terbit sebagai");
    }

    [TestMethod]
    public async Task An_instance_that_starts_anew_relates_to_what_another_has_collected()
    {
        await using var first = await Office.OpenAsync();
        await News.PublishAsync(first, 2);
        await using var second = await Office.OpenAsync(first.Storage, first.Clock);

        await second.PublishAsync("nelayan-2.md", News.Fishers(2));

        Assert.HasCount(2, await News.RelatedAsync(second, News.Id(2)));
        first.Clock.Advance(TimeSpan.FromMinutes(1));
        CollectionAssert.Contains(await News.RelatedAsync(first, News.Id(0)), News.Id(2));
    }

    [TestMethod]
    public async Task Two_instances_at_once_leave_every_list_whole()
    {
        await using var first = await Office.OpenAsync();
        await using var second = await Office.OpenAsync(first.Storage, first.Clock);
        for (var number = 0; number < 6; number++)
        {
            await first.UploadAsync($"nelayan-{number}.md", News.Fishers(number));
        }

        await Task.WhenAll(first.CollectAsync(), second.CollectAsync());
        await first.CollectAsync();

        for (var number = 0; number < 6; number++)
        {
            var one = await News.RelatedAsync(first, News.Id(number));
            second.Service<DocumentCache>().Expire();
            CollectionAssert.AreEqual(one, await News.RelatedAsync(second, News.Id(number)));
            CollectionAssert.AllItemsAreUnique(one);
            Assert.HasCount(5, one);
        }
    }

    /// <summary>Where a headline is shown, of all that tells what is related to a release.</summary>
    private static async Task<List<string>> ShowingAsync(Office office, string id, string headline)
    {
        var address = new Uri((await office.JsonAsync($"/releases/{id}/related")).GetProperty("address").GetString()!).AbsolutePath;
        var showing = new List<string>();
        foreach (var part in Parts)
        {
            if ((await office.ReadAsync(part.Length == 0 ? address : $"/releases/{id}{part}")).Contains(headline, StringComparison.Ordinal))
            {
                showing.Add(part);
            }
        }

        return showing;
    }
}
