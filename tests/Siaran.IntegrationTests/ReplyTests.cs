using System.Net;
using AngleSharp.Html.Parser;
using Siaran.Replies;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>
/// What readers write under releases: seen by nobody before a moderator lets it through, and by nobody after a withdrawal.
/// </summary>
[TestClass]
public sealed class ReplyTests
{
    private const string Email = "pembaca@surel.example";

    [TestMethod]
    public async Task A_reply_waits_is_let_through_and_is_seen_on_the_page_and_in_its_feed()
    {
        await using var office = await Replying.OpenAsync();
        var rina = Replying.Moderator(office);
        var page = await office.OnlyPageAsync();
        var feed = await FeedOfAsync(office, page);
        var (before, tag) = await SeenAsync(office, page);

        using var sent = await Replying.WriteAsync(office, page, "Nina", "Kapan giliran kami?\n\nTerima kasih.", Email);
        var thanks = await office.ReadAsync(await DeskPerson.LeadsAsync(sent));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var (waiting, _) = await SeenAsync(office, page);
        var desk = await rina.OpenAsync("/desk/replies");
        await Replying.PressAsync(rina, "show");
        var (after, newTag) = await SeenAsync(office, page);
        var items = System.Xml.Linq.XDocument.Parse(await office.ReadAsync(feed + ".rss")).Descendants("item").ToList();

        Assert.Contains("Tinggalkan Balasan", before);
        Assert.Contains("Terima kasih. Balasan Anda tampil", thanks);
        Assert.AreEqual(before, waiting, "Nobody sees what waits.");
        Assert.Contains(Email, desk.Body!.TextContent);
        Assert.AreNotEqual(tag, newTag);
        var reply = new HtmlParser().ParseDocument(after).QuerySelector(".thread li")!;
        Assert.AreEqual("Kapan giliran kami?\n\nTerima kasih.", reply.QuerySelector(".said")!.TextContent);
        Assert.AreEqual("Balasan dari Nina", items.Single().Element("title")!.Value);
        StringAssert.EndsWith(items.Single().Element("link")!.Value, page + "#" + reply.Id);
        foreach (var address in (string[])[page, page + "/replies", feed + ".rss", feed + ".atom", feed + ".json", "/en" + page])
        {
            Assert.DoesNotContain(Email, await office.ReadAsync(address), address);
            Assert.Contains("Kapan giliran kami?", await office.ReadAsync(address), address);
        }

        Assert.DoesNotContain(Email, string.Join('\n', await office.RowsAsync(Names.Replies)), "It is kept no longer than it is of use.");
        Assert.Contains(
            "balasan pembaca dimuat",
            (await new DeskPerson(office, "budi", "Publisher").OpenAsync(await DeskOfAsync(office, page))).Body!.TextContent
        );
    }

    [TestMethod]
    public async Task What_is_refused_or_removed_is_deleted()
    {
        await using var office = await Replying.OpenAsync();
        var rina = Replying.Moderator(office);
        var page = await office.OnlyPageAsync();
        using var first = await Replying.WriteAsync(office, page, "Nina", "Satu.");
        await Replying.PressAsync(rina, "refuse");
        Assert.IsEmpty(await office.RowsAsync(Names.Replies));

        using var second = await Replying.WriteAsync(office, page, "Nina", "Dua.");
        await Replying.PressAsync(rina, "show");
        var (with, tag) = await SeenAsync(office, page);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var shown = await rina.OpenAsync($"/desk/replies?release={Uri.EscapeDataString("https://siaran.example" + page)}");
        using var removed = await rina.PostAsync(
            "/desk/replies",
            ("remove", shown.QuerySelector("button[name=remove]")!.GetAttribute("value")!)
        );
        await DeskPerson.LeadsAsync(removed);
        var (without, newTag) = await SeenAsync(office, page);

        Assert.Contains("Dua.", with);
        Assert.DoesNotContain("Dua.", without);
        Assert.AreNotEqual(tag, newTag);
        Assert.DoesNotContain("Dua.", string.Join('\n', await office.RowsAsync(Names.Replies)));
        var audit = string.Join('\n', await office.RowsAsync(Names.Audit));
        Assert.Contains("reply-refused", audit);
        Assert.Contains("reply-removed", audit);
        Assert.DoesNotContain("Nina", audit);
    }

    [TestMethod]
    public async Task Replies_stay_through_a_correction_and_go_with_the_release_for_good()
    {
        await using var office = await Replying.OpenAsync();
        var rina = Replying.Moderator(office);
        var page = await office.OnlyPageAsync();
        var feed = await FeedOfAsync(office, page);
        using var shown = await Replying.WriteAsync(office, page, "Nina", "Yang dimuat.");
        await Replying.PressAsync(rina, "show");
        using var waits = await Replying.WriteAsync(office, page, "Nina", "Yang menunggu.", Email);

        await office.PublishAsync("dinkes/b.md", Texts.Release("Vaksin Tiba", "Vaksin tiba siang ini.", "id: vaksin\nrevision: minor\n"));
        var corrected = await office.ReadAsync(page);
        await office.PublishAsync("dinkes/c.md", "---\nid: vaksin\nstatus: withdrawn\nwithdrawnReason: Keliru\n---\n");
        var gone = (await office.StatusAsync(page + "/replies"), await office.StatusAsync(feed + ".rss"));
        using var late = await Replying.WriteAsync(office, page, "Nina", "Terlambat.");
        var rows = await office.RowsAsync(Names.Replies);
        await office.PublishAsync(
            "dinkes/d.md",
            Texts.Release(
                "Vaksin Tiba",
                "Vaksin tiba sore ini.",
                "id: vaksin\nstatus: published\nrevision: major\nchangeNote: Diterbitkan lagi\n"
            )
        );
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var back = await office.ReadAsync(page);

        Assert.Contains("siang ini", corrected);
        Assert.Contains("Yang dimuat.", corrected);
        Assert.AreEqual((HttpStatusCode.Gone, HttpStatusCode.Gone), gone);
        Assert.AreEqual(HttpStatusCode.Gone, late.StatusCode);
        Assert.IsEmpty(rows);
        Assert.Contains("sore ini", back);
        Assert.Contains("Belum ada balasan.", back);
    }

    [TestMethod]
    public async Task Without_replies_a_page_is_as_it_was_and_asks_storage_for_nothing_more()
    {
        await using var office = await Replying.OpenAsync();
        await office.PublishAsync("pupr/a.md", Texts.Release("Jembatan Baru", "Jembatan baru dibangun.", "id: jembatan\n"));
        var page = (await office.ItemsAsync()).Select(item => item.Element("link")!.Value).Single(link => link.Contains("jembatan"));
        var path = new Uri(page).AbsolutePath;
        await office.ReadAsync(path);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = office.Calls.ByTarget;

        var html = await office.ReadAsync(path);
        using var sent = await Replying.WriteAsync(office, path, "Nina", "Satu.");

        Assert.DoesNotContain("balasan", html.ToLowerInvariant());
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync(path + "/replies"));
        Assert.AreEqual(HttpStatusCode.NotFound, await office.StatusAsync(await FeedOfAsync(office, path) + ".atom"));
        Assert.AreEqual(HttpStatusCode.NotFound, sent.StatusCode);
        var after = office.Calls.ByTarget;
        foreach (var table in (string[])[Names.Replies, Names.Offices])
        {
            Assert.AreEqual(before.GetValueOrDefault(table), after.GetValueOrDefault(table), table);
        }
    }

    [TestMethod]
    public async Task What_is_no_form_of_this_site_or_too_much_is_refused_and_the_text_is_not_lost()
    {
        await using var office = await Replying.OpenAsync();
        var page = await office.OnlyPageAsync();

        foreach (
            var (expected, changing) in (List<(HttpStatusCode, Action<HttpRequestMessage>)>)
                [
                    (HttpStatusCode.Forbidden, request => Replace(request, "Sec-Fetch-Site", "cross-site")),
                    (HttpStatusCode.Forbidden, request => Replace(request, "Sec-Fetch-Site", "same-site")),
                    (
                        HttpStatusCode.Forbidden,
                        request =>
                        {
                            request.Headers.Remove("Sec-Fetch-Site");
                            request.Headers.Add("Origin", "https://jahat.example");
                        }
                    ),
                    (
                        HttpStatusCode.Forbidden,
                        request =>
                        {
                            request.Headers.Remove("Sec-Fetch-Site");
                            request.Headers.Add("Origin", "null");
                        }
                    ),
                    (HttpStatusCode.UnsupportedMediaType, request => request.Content = new StringContent("name=a&text=b")),
                    (HttpStatusCode.UnsupportedMediaType, request => request.Content = new MultipartFormDataContent()),
                    (
                        HttpStatusCode.RequestEntityTooLarge,
                        request => request.Content = new StringContent(new string('a', 40_000), null, "application/x-www-form-urlencoded")
                    ),
                    (
                        HttpStatusCode.BadRequest,
                        request =>
                            request.Content = new StringContent(
                                string.Join('&', Enumerable.Range(0, 50).Select(field => $"a{field}=b")),
                                null,
                                "application/x-www-form-urlencoded"
                            )
                    ),
                ]
        )
        {
            using var refused = await Replying.WriteAsync(office, page, "Nina", "Satu.", changing: changing);
            Assert.AreEqual(expected, refused.StatusCode);
        }

        using var wrong = await Replying.WriteAsync(office, page, "", "Isi yang panjang.", "bukan surel");
        using var trapped = await Replying.WriteAsync(
            office,
            page,
            "Nina",
            "Beli murah.",
            changing: request => request.Content = new StringContent("name=a&text=b&website=c", null, "application/x-www-form-urlencoded")
        );
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.AreEqual("no-store", wrong.Headers.CacheControl!.ToString());
        var form = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync());
        Assert.AreEqual("Isi yang panjang.", form.QuerySelector("textarea")!.TextContent);
        Assert.HasCount(2, form.QuerySelectorAll("[role=alert] li"));
        Assert.AreEqual(HttpStatusCode.SeeOther, trapped.StatusCode, "A program learns nothing.");
        Assert.IsEmpty(await office.RowsAsync(Names.Replies));

        for (var sent = 0; sent < ReplyThrottle.MostFromAddress; sent++)
        {
            using var taken = await Replying.WriteAsync(office, page, "Nina", $"Pesan {sent}.");
            Assert.AreEqual(HttpStatusCode.SeeOther, taken.StatusCode);
        }

        using var tooMany = await Replying.WriteAsync(office, page, "Nina", "Satu lagi.");
        Assert.AreEqual(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.AreEqual(ReplyThrottle.Window, tooMany.Headers.RetryAfter!.Delta);
        Assert.Contains("Satu lagi.", await tooMany.Content.ReadAsStringAsync());
        Assert.HasCount(ReplyThrottle.MostFromAddress, await office.RowsAsync(Names.Replies));
    }

    [TestMethod]
    public async Task What_is_written_is_shown_as_text_and_never_run()
    {
        await using var office = await Replying.OpenAsync();
        var rina = Replying.Moderator(office);
        var page = await office.OnlyPageAsync();
        foreach (var evil in Hostile.Texts)
        {
            using var refused = await Replying.WriteAsync(office, page, evil, "", evil);
            AssertHarmless(await refused.Content.ReadAsStringAsync(), evil);
            using var sent = await Replying.WriteAsync(office, page, evil, evil);
            Assert.AreEqual(HttpStatusCode.SeeOther, sent.StatusCode, evil);
            var waiting = await rina.OpenAsync("/desk/replies");
            AssertHarmless(waiting.DocumentElement.OuterHtml, evil);
            await Replying.PressAsync(rina, "show");
            office.Clock.Advance(ReplyThrottle.Window);
        }

        foreach (var path in (string[])[page, page + "/replies"])
        {
            var html = await office.ReadAsync(path);
            AssertHarmless(html, path);
            var thread = new HtmlParser().ParseDocument(html).QuerySelectorAll(".thread li");
            CollectionAssert.AreEqual(Hostile.Texts, thread.Select(one => one.QuerySelector(".said")!.TextContent).ToList());
            CollectionAssert.AreEqual(Hostile.Texts, thread.Select(one => one.QuerySelector("strong")!.TextContent).ToList());
            Assert.IsEmpty(thread.SelectMany(one => one.QuerySelectorAll("a, img, svg, script")).ToList());
        }

        AssertHarmless((await rina.OpenAsync("/desk/replies?release=" + page)).DocumentElement.OuterHtml, "shown");
    }

    [TestMethod]
    public async Task A_moderator_looks_at_replies_of_their_own_offices_and_at_nothing_else()
    {
        await using var office = await Replying.OpenAsync();
        var page = await office.OnlyPageAsync();
        using var sent = await Replying.WriteAsync(office, page, "Nina", "Satu.");
        var rina = Replying.Moderator(office);
        var value = (await rina.OpenAsync("/desk/replies")).QuerySelector("button[name=show]")!.GetAttribute("value")!;
        var stranger = new DeskPerson(office, "pupr", "Moderator");

        using var list = await rina.GetAsync("/desk");
        using var release = await rina.GetAsync(await DeskOfAsync(office, page));
        var theirs = await stranger.OpenAsync("/desk/replies");
        using var foreign = await stranger.PostAsync("/desk/replies", ("show", value));
        using var shown = await stranger.GetAsync("/desk/replies?release=" + page);
        using var publisher = await new DeskPerson(office, "budi", "Editor", "Publisher").GetAsync("/desk/replies");

        Assert.AreEqual("/desk/replies", await DeskPerson.LeadsAsync(list));
        Assert.AreEqual(HttpStatusCode.Forbidden, release.StatusCode);
        Assert.Contains("Tidak ada yang menunggu.", theirs.Body!.TextContent);
        Assert.AreEqual(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.AreEqual(HttpStatusCode.Forbidden, publisher.StatusCode);
        Assert.HasCount(1, await office.RowsAsync(Names.Replies));
    }

    [TestMethod]
    public async Task Replies_outlive_a_rebuild_and_what_nobody_looks_at_goes_after_a_month()
    {
        await using var office = await Replying.OpenAsync();
        var rina = Replying.Moderator(office);
        var page = await office.OnlyPageAsync();
        using var first = await Replying.WriteAsync(office, page, "Nina", "Yang dimuat.");
        await Replying.PressAsync(rina, "show");
        using var second = await Replying.WriteAsync(office, page, "Nina", "Yang menunggu.");
        var rows = await office.RowsAsync(Names.Replies);

        var rebuilder = office.Service<Ingest.TableRebuilder>();
        for (var report = await rebuilder.BeginAsync(CancellationToken.None); !report.Done; )
        {
            report = (await rebuilder.StepAsync(TimeSpan.FromMinutes(1), CancellationToken.None))!;
        }

        CollectionAssert.AreEqual(rows.ToList(), (await office.RowsAsync(Names.Replies)).ToList());
        office.Clock.SetUtcNow(new DateTimeOffset(Office.Start.Date.AddDays(29).AddHours(18.5), TimeSpan.Zero));
        await office.CollectAsync();
        Assert.HasCount(3, await office.RowsAsync(Names.Replies));
        office.Clock.SetUtcNow(new DateTimeOffset(Office.Start.Date.AddDays(31).AddHours(18.5), TimeSpan.Zero));
        await office.CollectAsync();

        var left = string.Join('\n', await office.RowsAsync(Names.Replies));
        Assert.Contains("Yang dimuat.", left);
        Assert.DoesNotContain("Yang menunggu.", left);
    }

    private static void Replace(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }

    private static void AssertHarmless(string html, string what)
    {
        var screen = new HtmlParser().ParseDocument(html);
        Assert.IsEmpty(
            screen
                .QuerySelectorAll(
                    "script:not([type='application/ld+json'], [src^='/assets/']), svg[onload], [onerror], [onload], [onclick]"
                )
                .ToList(),
            what
        );
        Assert.IsEmpty(
            screen.QuerySelectorAll("[href^='javascript:' i], [src^='javascript:' i], [action^='javascript:' i]").ToList(),
            what
        );
    }

    private static async Task<(string Html, string Tag)> SeenAsync(Office office, string page)
    {
        using var answer = await office.Reader.GetAsync(new Uri(page, UriKind.Relative));
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!.Tag);
    }

    private static async Task<string> FeedOfAsync(Office office, string page) => $"/releases/{await IdOfAsync(office, page)}/replies";

    private static async Task<string> DeskOfAsync(Office office, string page) => $"/desk/releases/{await IdOfAsync(office, page)}";

    private static async Task<string> IdOfAsync(Office office, string page) =>
        (await office.Service<ReleaseTable>().FindIdAsync(page.Split('/')[^1], CancellationToken.None))!.Value.ToString();
}
