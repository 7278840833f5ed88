namespace Siaran.IntegrationTests;

/// <summary>An office that takes replies, a release of it, and the people around it.</summary>
internal static class Replying
{
    public const string Register = """
        {
          "offices": [{ "id": "dinkes", "name": "Dinkes", "replies": true }, { "id": "pupr", "name": "PUPR" }],
          "holders": [
            { "kind": "identity", "id": "id-rina", "name": "Rina", "offices": ["dinkes"] },
            { "kind": "identity", "id": "id-budi", "name": "Budi", "offices": ["dinkes"] },
            { "kind": "identity", "id": "id-pupr", "name": "PUPR", "offices": ["pupr"] },
            { "kind": "folder", "id": "dinkes", "name": "Dinkes", "offices": ["dinkes"] },
            { "kind": "folder", "id": "pupr", "name": "PUPR", "offices": ["pupr"] }
          ]
        }
        """;

    /// <summary>With a release of Dinkes.</summary>
    public static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(settings: DeskPerson.Settings);
        await office.RegisterAsync(Register);
        await office.PublishAsync("dinkes/a.md", Texts.Release("Vaksin Tiba", "Vaksin tiba pagi ini.", "id: vaksin\n"));
        return office;
    }

    public static DeskPerson Moderator(Office office) => new(office, "rina", "Moderator");

    /// <summary>What a browser without script sends from the page of a release.</summary>
    public static async Task<HttpResponseMessage> WriteAsync(
        Office office,
        string page,
        string name,
        string text,
        string email = "",
        Action<HttpRequestMessage>? changing = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page + "/replies", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["name"] = name,
                    ["email"] = email,
                    ["text"] = text,
                    ["website"] = "",
                }
            ),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        changing?.Invoke(request);
        return await office.Reader.SendAsync(request);
    }

    /// <summary>Presses a button under the first that waits.</summary>
    public static async Task PressAsync(DeskPerson moderator, string verdict)
    {
        var screen = await moderator.OpenAsync("/desk/replies");
        var value = screen.QuerySelector($"button[name={verdict}]")!.GetAttribute("value")!;
        using var pressed = await moderator.PostAsync("/desk/replies", (verdict, value));
        Assert.AreEqual("/desk/replies", await DeskPerson.LeadsAsync(pressed));
    }
}
