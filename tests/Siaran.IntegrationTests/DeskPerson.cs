using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// Someone at the desk of an office, signed in by the platform; what they send is what a browser without script would send.
/// </summary>
internal sealed partial class DeskPerson(Office office, string? name, params string[] roles)
{
    /// <summary>An office whose desk trusts the platform.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["Desk:SignIn"] = "platform", ["WEBSITE_AUTH_ENABLED"] = "True" };

    public async Task<HttpResponseMessage> GetAsync(string path) => await SendAsync(HttpMethod.Get, path, null);

    /// <summary>A screen that must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, $"{path}: {html}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>A form with a token of this person's own.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var list = await GetAsync("/desk/guide");
        var token = Token().Match(await list.Content.ReadAsStringAsync()).Groups[1].Value;
        return await PostAsync(path, token, fields);
    }

    /// <summary>The same as a browser sends it, where the form holds files or none.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, bool asFile, (string Name, string Value)[] fields)
    {
        if (!asFile)
        {
            return await PostAsync(path, fields);
        }

        using var list = await GetAsync("/desk/guide");
        using var form = new MultipartFormDataContent();
        var token = Token().Match(await list.Content.ReadAsStringAsync()).Groups[1].Value;
        foreach (var (field, value) in fields.Prepend(("_token", token)))
        {
            form.Add(new StringContent(value), field);
        }

        return await SendAsync(HttpMethod.Post, path, form);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields) =>
        await SendAsync(
            HttpMethod.Post,
            path,
            new FormUrlEncodedContent(
                fields.Prepend((Name: "_token", Value: token)).Select(field => KeyValuePair.Create(field.Name, field.Value))
            )
        );

    /// <summary>A form with files, under the name <c>files</c>.</summary>
    public async Task<HttpResponseMessage> DropAsync(string path, params (string Name, string MediaType, byte[] Bytes)[] files)
    {
        using var list = await GetAsync("/desk/guide");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await list.Content.ReadAsStringAsync()).Groups[1].Value), "_token" },
        };
        foreach (var (name, mediaType, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            // As a browser sends it, whatever the name holds (WHATWG HTML, multipart form data).
            var quoted = name.Replace("\"", "%22", StringComparison.Ordinal);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{quoted}\"");
            form.Add(part);
        }

        return await SendAsync(HttpMethod.Post, path, form);
    }

    /// <summary>The fields of a form as they stand, with others in their place.</summary>
    public static (string Name, string Value)[] Filled(IHtmlDocument screen, string action, params (string Name, string Value)[] others)
    {
        var form = screen.Forms.First(one => one.GetAttribute("action") == action);
        var fields = form
            .Elements.Select(element =>
                element switch
                {
                    IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => default,
                    IHtmlInputElement { Name: { Length: > 0 } name } input => (name, input.Value),
                    IHtmlTextAreaElement { Name: { Length: > 0 } name } area => (name, area.Value),
                    IHtmlSelectElement { Name: { Length: > 0 } name } select => (name, select.Value ?? ""),
                    _ => default,
                }
            )
            .Where(field => field != default && field.Item1 != "_token" && others.All(other => other.Name != field.Item1));
        return [.. fields, .. others];
    }

    /// <summary>Where an answer leads that must lead somewhere.</summary>
    public static async Task<string> LeadsAsync(HttpResponseMessage answer)
    {
        Assert.AreEqual(HttpStatusCode.SeeOther, answer.StatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        if (name is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", DeskPrincipal.Of(name, roles));
        }

        return await office.Reader.SendAsync(request);
    }

    [GeneratedRegex("name=\"_token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
