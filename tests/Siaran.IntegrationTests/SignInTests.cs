using System.Net;
using AngleSharp.Html.Parser;

namespace Siaran.IntegrationTests;

/// <summary>Signing in leads to the desk and nowhere else, whatever a link asks for; and what a form may hold is bounded.</summary>
[TestClass]
public sealed class SignInTests
{
    private static readonly string[] Kept = ["/desk/guide", "/desk?q=pasar"];

    private static readonly string[] Hostile =
    [
        "/desk\r\nSet-Cookie: siaran-desk=x",
        "/desk\nX-Evil: 1",
        "/desk\u2028X-Evil: 1",
        "https://jahat.example/desk",
        "//jahat.example/desk",
        "/desk//jahat.example",
        "/desk\\jahat.example",
        "/\\jahat.example/desk",
        "javascript:alert(1)",
        "",
    ];

    [TestMethod]
    public async Task Whoever_signs_in_comes_to_the_desk_and_no_header_is_added()
    {
        await using var office = await Office.OpenInMemoryAsync(new Dictionary<string, string> { ["Desk:SignIn"] = "made-up" });
        foreach (var asked in Kept.Concat(Hostile))
        {
            var expected = Kept.Contains(asked) ? asked : "/desk";
            using var screen = await office.Reader.GetAsync(
                new Uri("/desk/sign-in?return=" + Uri.EscapeDataString(asked), UriKind.Relative)
            );
            var form = new HtmlParser().ParseDocument(await screen.Content.ReadAsStringAsync()).QuerySelector("main form")!;
            using var entered = await EnterAsync(office, form.QuerySelector("[name=_token]")!.GetAttribute("value")!, asked);

            Assert.AreEqual(HttpStatusCode.SeeOther, entered.StatusCode, asked);
            Assert.AreEqual(expected, entered.Headers.Location!.OriginalString);
            Assert.AreEqual(expected, form.QuerySelector("[name=return]")!.GetAttribute("value"));
            Assert.HasCount(1, entered.Headers.GetValues("Set-Cookie"));
            Assert.IsFalse(entered.Headers.Contains("X-Evil"));
        }
    }

    private static async Task<HttpResponseMessage> EnterAsync(Office office, string token, string asked)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_token"] = token,
                ["person"] = "budi",
                ["return"] = asked,
            }
        );
        return await office.Reader.PostAsync(new Uri("/desk/sign-in", UriKind.Relative), form);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_field_of_more_than_4_MB_is_refused_and_the_draft_stays_as_it_was(bool asFile)
    {
        await using var office = await Office.OpenInMemoryAsync(DeskPerson.Settings);
        var budi = new DeskPerson(office, "budi", "Publisher");
        using var made = await budi.PostAsync("/desk/new", ("headline", "Vaksin Tiba"), ("body", "Vaksin tiba pagi ini."));
        var draft = await DeskPerson.LeadsAsync(made);
        var fields = DeskPerson.Filled(await budi.OpenAsync(draft), draft, ("body", new string('a', (4 * 1024 * 1024) + 1)));

        using var refused = await budi.PostAsync(draft, asFile, fields);
        using var taken = await budi.PostAsync(
            draft,
            asFile,
            [.. fields.Where(one => one.Name != "body"), ("body", new string('b', 1000))]
        );
        using var zero = await budi.PostAsync(draft, asFile, [.. fields.Where(one => one.Name != "body"), ("body", "a\0b")]);

        Assert.AreEqual(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("paling banyak 4 MB", await refused.Content.ReadAsStringAsync());
        Assert.IsLessThan(500, (int)zero.StatusCode, "What no browser sends is no fault of the service.");
        Assert.AreEqual(HttpStatusCode.OK, taken.StatusCode);
        Assert.AreEqual(new string('b', 1000), (await budi.OpenAsync(draft)).QuerySelector("#body")!.TextContent);
    }
}
