using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class UploadingTests
{
    private static readonly Uri Releases = new("/releases", UriKind.Relative);

    [TestMethod]
    [DataRow("text/markdown")]
    [DataRow("text/markdown; charset=utf-8")]
    public async Task A_posted_release_is_served_at_once(string contentType)
    {
        await using var office = await Office.OpenAsync();

        using var response = await PostAsync(office, Texts.Release(frontMatter: "tags: [jembatan]\n"), contentType);

        Assert.AreEqual(HttpStatusCode.Created, response.StatusCode);
        var answer = await JsonAsync(response);
        Assert.AreEqual(answer.GetProperty("address").GetString(), response.Headers.Location!.AbsoluteUri);
        CollectionAssert.Contains(answer.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ToList(), "keyword:jembatan");
        Assert.AreEqual("accepted", answer.GetProperty("report").GetProperty("outcome").GetString());
        Assert.AreEqual(HttpStatusCode.OK, await office.StatusAsync(response.Headers.Location.AbsolutePath));
        Assert.HasCount(1, await office.ItemsAsync());
        Assert.IsEmpty(await Office.BlobsAsync(office.Incoming));
    }

    [TestMethod]
    public async Task Each_format_may_be_posted()
    {
        await using var office = await Office.OpenAsync();
        foreach (
            var (type, text) in new[]
            {
                ("text/plain", "SIARAN PERS\nDinas Contoh\n\nJudul Teks Polos\n\nBaruna – Isi rilis pertama.\n\nParagraf kedua.\n\n(*)"),
                ("text/html", "<article><h1>Judul HTML</h1><p>Isi rilis kedua.</p><p>Paragraf kedua.</p></article>"),
                ("text/markdown", "# Judul Markdown\n\nIsi rilis ketiga.\n\nParagraf kedua."),
            }
        )
        {
            using var response = await PostAsync(office, text, type);
            Assert.AreEqual(HttpStatusCode.Created, response.StatusCode, type);
        }

        Assert.HasCount(3, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_form_with_a_file_is_taken()
    {
        await using var office = await Office.OpenAsync();
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Texts.Model);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "file", "2-instruksi-presiden.txt");

        using var response = await office.Editor.PostAsync(Releases, form);

        Assert.AreEqual(HttpStatusCode.Created, response.StatusCode);
        StringAssert.Contains(response.Headers.Location!.AbsolutePath, "2-instruksi-presiden-berperan-strategis");
    }

    [TestMethod]
    [DataRow(0, "", HttpStatusCode.BadRequest)]
    [DataRow(1, "2031-03-03T10:00", HttpStatusCode.BadRequest)]
    [DataRow(2, "2031-03-03T10:00", HttpStatusCode.BadRequest)]
    [DataRow(2, "", HttpStatusCode.UnprocessableEntity)]
    public async Task A_form_without_a_file_or_with_a_field_is_a_bad_request_and_one_of_two_releases_is_refused(
        int files,
        string field,
        HttpStatusCode expected
    )
    {
        await using var office = await Office.OpenAsync();
        using var form = new MultipartFormDataContent { { new StringContent(field), "publishAt" } };
        for (var i = 0; i < files; i++)
        {
            form.Add(new StringContent(Texts.Release()), "file", $"{i}.md");
        }

        using var response = await office.Editor.PostAsync(Releases, form);

        await AssertProblemAsync(response, expected);
    }

    [TestMethod]
    public async Task Without_a_key_nobody_uploads()
    {
        await using var office = await Office.OpenAsync();

        using var response = await office.Reader.PostAsync(Releases, new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown"));

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.IsEmpty(await office.ItemsAsync());
    }

    [TestMethod]
    public async Task What_cannot_be_taken_is_answered_with_the_report_and_kept()
    {
        await using var office = await Office.OpenAsync();

        using var response = await PostAsync(office, Texts.Release(frontMatter: "publishAt: kapan-kapan\n"));

        var problem = await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity);
        var finding = problem.GetProperty("report").GetProperty("findings")[0];
        Assert.AreEqual("bad-date", finding.GetProperty("code").GetString());
        Assert.AreEqual(4, finding.GetProperty("line").GetInt32());
        Assert.HasCount(2, await Office.BlobsAsync(office.Rejected));
    }

    [TestMethod]
    [DataRow("text/plain", 4)]
    [DataRow("application/pdf", 20)]
    public async Task What_is_larger_than_its_kind_may_be_is_refused_with_the_bound(string mediaType, int megabytes)
    {
        await using var office = await Office.OpenAsync();
        var most = megabytes * 1024 * 1024;

        using var response = await PostAsync(office, new string('a', most + 1), mediaType);

        var problem = await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains($"{most} bytes", problem.GetProperty("detail").GetString()!);
    }

    [TestMethod]
    public async Task Posting_the_same_twice_answers_with_the_same_release()
    {
        await using var office = await Office.OpenAsync();
        using var first = await PostAsync(office, Texts.Release());
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        using var second = await PostAsync(office, Texts.Release());

        Assert.AreEqual(HttpStatusCode.OK, second.StatusCode);
        Assert.AreEqual((await JsonAsync(first)).GetProperty("id").GetString(), (await JsonAsync(second)).GetProperty("id").GetString());
        Assert.HasCount(1, await office.ItemsAsync());
    }

    [TestMethod]
    public async Task A_revision_is_put_at_the_release_s_id()
    {
        await using var office = await Office.OpenAsync();
        using var created = await PostAsync(office, Texts.Release());
        var id = (await JsonAsync(created)).GetProperty("id").GetString();
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        using var revised = await PutAsync(
            office,
            $"/releases/{id}",
            Texts.Release("Sama Sekali Lain", "Semua kata berbeda di sini."),
            "\"1\""
        );

        Assert.AreEqual(HttpStatusCode.OK, revised.StatusCode);
        Assert.AreEqual(2, (await JsonAsync(revised)).GetProperty("revision").GetInt32());
        Assert.AreEqual("Sama Sekali Lain", (await office.ItemsAsync()).Single().Element("title")!.Value);
    }

    [TestMethod]
    public async Task A_stale_revision_is_refused_with_412_and_kept()
    {
        await using var office = await Office.OpenAsync();
        using var created = await PostAsync(office, Texts.Release());
        var path = created.Headers.Location!.AbsolutePath;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await PutAsync(office, path, Texts.Release("Judul Revisi Dua"), "\"1\"");
        Assert.AreEqual(HttpStatusCode.OK, second.StatusCode);
        office.Clock.Advance(TimeSpan.FromMinutes(1));

        using var stale = await PutAsync(office, path, Texts.Release("Judul yang Terlambat"), "\"1\"");

        await AssertProblemAsync(stale, HttpStatusCode.PreconditionFailed);
        Assert.AreEqual("Judul Revisi Dua", (await office.ItemsAsync()).Single().Element("title")!.Value);
        Assert.HasCount(2, await Office.BlobsAsync(office.Rejected));
    }

    [TestMethod]
    [DataRow("/releases/tidak-ada-00000000", null, HttpStatusCode.NotFound)]
    [DataRow("/releases/00000000-0000-0000-0000-000000000000", null, HttpStatusCode.NotFound)]
    [DataRow("/releases/00000000-0000-0000-0000-000000000000", "bukan-angka", HttpStatusCode.BadRequest)]
    public async Task A_revision_of_nothing_is_refused(string path, string? ifMatch, HttpStatusCode expected)
    {
        await using var office = await Office.OpenAsync();

        using var response = await PutAsync(office, path, Texts.Release(), ifMatch);

        await AssertProblemAsync(response, expected);
    }

    [TestMethod]
    [DataRow("../../../etc/passwd")]
    [DataRow("a\\b\\c.md")]
    [DataRow("名前.md")]
    [DataRow("")]
    public async Task Any_file_name_is_made_safe(string fileName)
    {
        await using var office = await Office.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Releases)
        {
            Content = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown"),
        };
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}"
        );

        using var response = await office.Editor.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.Created, response.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(Office office, string text, string contentType = "text/markdown")
    {
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return office.Editor.PostAsync(Releases, content);
    }

    private static async Task<HttpResponseMessage> PutAsync(Office office, string path, string text, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(text, Encoding.UTF8, "text/markdown"),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await office.Editor.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.AreEqual(expected, response.StatusCode);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await JsonAsync(response);
        Assert.AreEqual((int)expected, problem.GetProperty("status").GetInt32());
        Assert.IsFalse(problem.ToString().Contains("   at ", StringComparison.Ordinal), "a stack trace");
        return problem;
    }
}
