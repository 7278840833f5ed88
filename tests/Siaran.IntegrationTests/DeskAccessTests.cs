using System.Net;
using System.Text;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>Who may do what at the desk, and that nothing hostile gets through it.</summary>
[TestClass]
public sealed class DeskAccessTests
{
    /// <summary>What each route asks for; a route that is missing here fails the test.</summary>
    private static readonly Dictionary<string, string> Asks = new()
    {
        ["DeskList"] = "Editor Publisher Operator Moderator",
        ["DeskGuide"] = "Editor Publisher Operator Moderator",
        ["DeskAudit"] = "Operator",
        ["DeskNew"] = "Editor Publisher",
        ["DeskDrop"] = "Editor Publisher",
        ["DeskMend"] = "Editor Publisher",
        ["DeskMendSend"] = "Editor Publisher",
        ["DeskSignOut"] = "Editor Publisher Operator Moderator",
        ["DeskCheck"] = "Editor Publisher",
        ["DeskSave"] = "Editor Publisher",
        ["DeskDiscard"] = "Editor Publisher",
        ["DeskFile"] = "Editor Publisher",
        ["DeskPreview"] = "Editor Publisher",
        ["DeskPreviewPage"] = "Editor Publisher",
        ["DeskShare"] = "Editor Publisher",
        ["DeskReview"] = "Publisher",
        ["DeskWhen"] = "Publisher",
        ["DeskSend"] = "Publisher",
        ["DeskRebase"] = "Editor Publisher",
        ["DeskRelease"] = "Editor Publisher Operator",
        ["DeskCorrect"] = "Editor Publisher",
        ["DeskHistory"] = "Editor Publisher Operator",
        ["DeskTags"] = "Publisher",
        ["DeskTagsSend"] = "Publisher",
        ["DeskWithdraw"] = "Publisher",
        ["DeskWithdrawSend"] = "Publisher",
        ["DeskReplies"] = "Moderator",
        ["DeskRepliesSend"] = "Moderator",
        ["DeskSignIn"] = "",
        ["DeskSignInSend"] = "",
        ["DeskShared"] = "",
        ["DeskSharedFile"] = "",
    };

    /// <summary>Routes that everyone may ask: they vouch for themselves, or answer 404 where people sign in with the platform.</summary>
    private static readonly string[] Open = ["DeskSignIn", "DeskSignInSend", "DeskShared", "DeskSharedFile"];

    [TestMethod]
    public async Task Every_route_lets_in_just_whom_it_is_for()
    {
        await using var office = await OpenAsync();
        var place = await PlaceAsync(office);
        var tried = 0;
        foreach (var route in Desk())
        {
            foreach (
                var roles in (string[][])
                    [
                        [],
                        ["Editor"],
                        ["Publisher"],
                        ["Operator"],
                        ["Moderator"],
                        ["Editor", "Publisher"],
                        ["Penyusup"],
                    ]
            )
            {
                foreach (var (who, isOwn) in new[] { ("dinkes", true), ("pupr", false), ("nobody", false) })
                {
                    tried++;
                    using var answer = await AskAsync(new DeskPerson(office, who, roles), route, place);
                    var status = (int)answer.StatusCode;
                    var mayAtAll = roles.Any(role => Asks[route.Function].Split(' ').Contains(role));
                    // Of no office they are nobody, whatever their role; the operator sees all.
                    var isKnown = who != "nobody" || roles is ["Operator"];
                    var what = $"{route.Method} {route.Template} as {who} ({string.Join('+', roles)}): {status}";
                    if (route.Function is "DeskDiscard" && status is 303)
                    {
                        place = await PlaceAsync(office);
                    }

                    if (route.Function is "DeskGuide")
                    {
                        // For everybody who has signed in, whatever their role is to be.
                        Assert.AreEqual(200, status, what);
                    }
                    else if (Open.Contains(route.Function))
                    {
                        Assert.AreEqual(404, status, what);
                    }
                    else if (!mayAtAll || !isKnown)
                    {
                        Assert.AreEqual(403, status, what);
                    }
                    else if (route.Template.Contains('{', StringComparison.Ordinal) && !isOwn && roles is not ["Operator"])
                    {
                        Assert.AreEqual(404, status, what);
                    }
                    else
                    {
                        Assert.IsTrue(status is 200 or 303 or 412 or 422, what);
                    }
                }
            }
        }

        Assert.IsGreaterThan(400, tried);
    }

    [TestMethod]
    public async Task Whoever_has_not_signed_in_is_led_to_it_and_sends_nothing()
    {
        await using var office = await OpenAsync();
        var place = await PlaceAsync(office);
        foreach (var route in Desk().Where(route => !Open.Contains(route.Function)))
        {
            using var answer = await AskAsync(new DeskPerson(office, null), route, place);
            Assert.AreEqual(
                route.Method == "GET" ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized,
                answer.StatusCode,
                route.Function
            );
            if (route.Method == "GET")
            {
                StringAssert.StartsWith(answer.Headers.Location!.OriginalString, "/.auth/login/aad?post_login_redirect_uri=%2Fdesk");
            }
        }
    }

    [TestMethod]
    public async Task The_header_of_the_platform_counts_only_where_the_platform_is_there()
    {
        foreach (
            var settings in (Dictionary<string, string>[])
                [new() { ["Desk:SignIn"] = "platform" }, new() { ["WEBSITE_AUTH_ENABLED"] = "True" }]
        )
        {
            await using var office = await Office.OpenAsync(settings: settings);
            using var answer = await new DeskPerson(office, "budi", "Publisher").GetAsync("/desk");
            Assert.AreEqual(settings.ContainsKey("Desk:SignIn") ? HttpStatusCode.SeeOther : HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("bukan-token")]
    [DataRow("YnVkaQ.99999999999.AAAA")]
    public async Task A_form_without_a_token_of_ones_own_does_nothing(string token)
    {
        await using var office = await OpenAsync();
        var place = await PlaceAsync(office);
        var person = new DeskPerson(office, "dinkes", "Publisher");
        foreach (var route in Desk().Where(route => route.Method == "POST" && !Open.Contains(route.Function)))
        {
            using var answer = await person.PostAsync(Address(route, place), token);
            Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode, route.Function);
        }

        using var others = await new DeskPerson(office, "pupr", "Publisher").GetAsync("/desk");
        var stolen = System
            .Text.RegularExpressions.Regex.Match(await others.Content.ReadAsStringAsync(), "_token\" value=\"([^\"]+)")
            .Groups[1]
            .Value;
        using var foreign = await person.PostAsync(place.Draft + "/discard", stolen);
        Assert.AreEqual(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.HasCount(1, await office.RowsAsync(Names.DraftTable));
    }

    [TestMethod]
    public async Task What_is_written_into_any_field_is_shown_as_text_and_never_run()
    {
        await using var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        foreach (var evil in Hostile.Texts)
        {
            using var made = await budi.DropAsync(
                "/desk/new",
                ($"{evil}.md", "text/markdown", Encoding.UTF8.GetBytes($"# Judul {evil}\n\nIsi {evil}.\n\nLagi."))
            );
            var draft = await DeskPerson.LeadsAsync(made);
            var check = await budi.OpenAsync(draft);
            using var saved = await budi.PostAsync(
                draft,
                DeskPerson.Filled(
                    check,
                    draft,
                    [
                        .. ((string[])["headline", "label", "agency", "place", "summary", "body", "tags", "note"]).Select(field =>
                            (field, $"{evil} {field}")
                        ),
                    ]
                )
            );
            using var unknown = await budi.GetAsync("/desk/drafts/" + Uri.EscapeDataString(evil));
            using var searched = await budi.GetAsync($"/desk?q={Uri.EscapeDataString(evil)}&since={Uri.EscapeDataString(evil)}");
            using var page = await budi.GetAsync($"{draft}/page");
            foreach (
                var answer in (HttpResponseMessage[])
                    [saved, unknown, searched, page, await budi.GetAsync($"{draft}/preview"), await budi.GetAsync($"{draft}/when")]
            )
            {
                var screen = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                Assert.IsEmpty(
                    screen
                        .QuerySelectorAll("script:not([type='application/ld+json'], [src^='/assets/']), svg[onload], [onerror], [onload]")
                        .ToList(),
                    evil
                );
                Assert.IsFalse(
                    screen
                        .QuerySelectorAll("[href], [src], [action]")
                        .Any(element =>
                            (element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action"))!
                                .TrimStart()
                                .StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                        ),
                    evil
                );
            }
        }
    }

    [TestMethod]
    public async Task Every_screen_is_for_its_reader_alone()
    {
        await using var office = await OpenAsync();
        var place = await PlaceAsync(office);
        foreach (var route in Desk().Where(route => route.Method == "GET" && !Open.Contains(route.Function)))
        {
            using var answer = await new DeskPerson(office, "dinkes", "Publisher", "Operator", "Moderator").GetAsync(Address(route, place));
            Assert.AreEqual("no-store", answer.Headers.CacheControl!.ToString(), route.Function);
            Assert.AreEqual("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single(), route.Function);
            Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single(), route.Function);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            StringAssert.StartsWith(policy, "default-src 'none'");
            var scripts = policy.Split("; ").SingleOrDefault(one => one.StartsWith("script-src", StringComparison.Ordinal));
            Assert.IsTrue(scripts is null or "script-src 'self'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.IsLessThanOrEqualTo(30 * 1024, (await answer.Content.ReadAsByteArrayAsync()).Length, route.Function);
        }
    }

    [TestMethod]
    public async Task A_form_that_is_too_large_is_refused_before_it_is_read_into_fields()
    {
        await using var office = await OpenAsync();
        var person = new DeskPerson(office, "dinkes", "Publisher");

        using var answer = await person.DropAsync("/desk/new", ("besar.docx", "application/octet-stream", new byte[22 * 1024 * 1024]));

        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static IEnumerable<Route> Desk() => Route.All.Where(route => route.Template.StartsWith("desk", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> AskAsync(DeskPerson person, Route route, Place place) =>
        route.Method == "GET"
            ? await person.GetAsync(Address(route, place))
            : await person.PostAsync(Address(route, place), ("version", "\"none\""));

    private static string Address(Route route, Place place) =>
        "/"
        + route
            .Template.Replace("desk/drafts/{id}", place.Draft[1..], StringComparison.Ordinal)
            .Replace("desk/releases/{id}", place.Release[1..], StringComparison.Ordinal)
            .Replace("{file}", place.File, StringComparison.Ordinal)
            .Replace("desk/uploads/{token}", place.Upload[1..], StringComparison.Ordinal)
            .Replace("{token}", "bm9uZQ", StringComparison.Ordinal);

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.RegisterAsync(
            """
            {
              "offices": [{ "id": "dinkes", "name": "Dinkes" }, { "id": "pupr", "name": "PUPR" }],
              "holders": [
                { "kind": "identity", "id": "dinkes@nusajaya.example", "name": "Dinkes", "offices": ["dinkes"] },
                { "kind": "identity", "id": "id-pupr", "name": "PUPR", "offices": ["pupr"] },
                { "kind": "folder", "id": "dinkes", "name": "Dinkes", "offices": ["dinkes"] }
              ]
            }
            """
        );
        return office;
    }

    /// <summary>A draft, a release and a rejected upload of Dinkes.</summary>
    private static async Task<Place> PlaceAsync(Office office)
    {
        var person = new DeskPerson(office, "dinkes", "Publisher");
        await office.PublishAsync("dinkes/a.md", Texts.Release());
        await office.PublishAsync("dinkes/buruk.md", "");
        using var bitmap = new SkiaSharp.SKBitmap(8, 8);
        using var picture = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 90);
        using var dropped = await person.DropAsync(
            "/desk/new",
            ("b.md", "text/markdown", Encoding.UTF8.GetBytes("# Vaksin Tiba di Baruna\n\nVaksin tiba pagi ini.\n\nWarga menyambutnya.")),
            ("c.png", "image/png", picture.ToArray())
        );
        var draft = await DeskPerson.LeadsAsync(dropped);
        var list = await person.OpenAsync("/desk");
        return new Place(
            draft,
            list.QuerySelector("#terbit ~ ul a")!.GetAttribute("href")!,
            list.QuerySelector("#perbaiki ~ ul a")!.GetAttribute("href")!,
            (await person.OpenAsync(draft)).QuerySelector(".file img")!.GetAttribute("src")!.Split('/')[^1]
        );
    }

    private sealed record Place(string Draft, string Release, string Upload, string File);
}
