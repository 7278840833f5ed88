using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Siaran.LocalHost;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.IntegrationTests;

/// <summary>Offices that are kept apart: each acts for its own releases, learns nothing of the others', and all is in the audit.</summary>
[TestClass]
public sealed class OfficesTests
{
    private const string Health = "kunci-dinkes";
    private const string Roads = "kunci-pupr";

    [TestMethod]
    public async Task A_key_of_one_office_neither_revises_nor_withdraws_a_release_of_another()
    {
        await using var office = await OpenAsync();
        await UploadAsync(office, "dinkes/vaksin.md", Text("Vaksin Tiba di Baruna", "id: vaksin\n"));
        var path = await office.OnlyPageAsync();

        using var revised = await AsAsync(office, Roads, HttpMethod.Put, path, Text("Vaksin Ditolak", "revision: major\n"));
        using var withdrawn = await AsAsync(office, Roads, HttpMethod.Post, "/releases", "---\nid: vaksin\nstatus: withdrawn\n---\n");
        await UploadAsync(office, "pupr/tarik.md", "---\nid: vaksin\nstatus: withdrawn\n---\n");
        await UploadAsync(office, "pupr/ganti.md", Text("Vaksin Ditolak", $"id: {await IdAsync(office, path)}\nrevision: major\n"));

        Assert.AreEqual(HttpStatusCode.Forbidden, revised.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, withdrawn.StatusCode);
        Assert.Contains("Vaksin Tiba di Baruna", await office.ReadAsync(path));
    }

    [TestMethod]
    public async Task Its_own_office_revises_and_withdraws_it_by_key_and_by_folder()
    {
        await using var office = await OpenAsync();
        await UploadAsync(office, "dinkes/vaksin.md", Text("Vaksin Tiba di Baruna", "id: vaksin\n"));
        var path = await office.OnlyPageAsync();

        using var revised = await AsAsync(office, Health, HttpMethod.Put, path, Text("Vaksin Tiba di Kota", "revision: major\n"));
        await UploadAsync(office, "dinkes/tarik.md", "---\nid: vaksin\nstatus: withdrawn\nrevision: major\n---\n");

        Assert.AreEqual(HttpStatusCode.OK, revised.StatusCode);
        Assert.AreEqual(HttpStatusCode.Gone, await office.StatusAsync(path));
    }

    [TestMethod]
    public async Task An_id_that_another_office_uses_under_an_embargo_gives_a_release_of_ones_own_and_tells_nothing()
    {
        await using var with = await OpenAsync();
        await using var without = await OpenAsync();
        await UploadAsync(with, "dinkes/rahasia.md", Text("Nama Menteri Baru", "id: rahasia\npublishAt: 2027-01-01\n"));

        Assert.ContainsSingle(
            row => row.Contains("Headline=Nama Menteri Baru", StringComparison.Ordinal),
            await with.RowsAsync(Names.Releases)
        );
        var answers = new List<string>();
        foreach (var office in (Office[])[with, without])
        {
            foreach (var id in (string[])["rahasia", ReleaseId.FromEditorKey("rahasia").ToString()])
            {
                using var answer = await AsAsync(office, Roads, HttpMethod.Post, "/releases", Text("Jalan Dibuka", $"id: {id}\n", id));
                Assert.AreEqual(HttpStatusCode.Created, answer.StatusCode);
                answers.Add(await answer.Content.ReadAsStringAsync());
            }
        }

        CollectionAssert.AreEqual(answers[2..].Select(Timeless).ToList(), answers[..2].Select(Timeless).ToList());
    }

    [TestMethod]
    public async Task An_embargoed_release_of_another_office_is_to_a_key_as_if_it_were_not_there()
    {
        await using var office = await OpenAsync();
        using var created = await AsAsync(
            office,
            Health,
            HttpMethod.Post,
            "/releases",
            Text("Nama Menteri Baru", "id: rahasia\npublishAt: 2027-01-01\n")
        );
        Assert.AreEqual(HttpStatusCode.Created, created.StatusCode, await created.Content.ReadAsStringAsync());
        var path = created.Headers.Location!.AbsolutePath;
        var upload = (await office.RowsAsync(Names.Intake)).Single(row => row.Contains("Outcome=created", StringComparison.Ordinal));
        var name = upload.Split('|').Single(cell => cell.StartsWith("Name=", StringComparison.Ordinal))[5..];
        var state = $"/uploads/{Convert.ToBase64String(Encoding.UTF8.GetBytes(name)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}";

        using var revised = await AsAsync(office, Roads, HttpMethod.Put, path, Text("Tebakan"));
        using var none = await AsAsync(office, Roads, HttpMethod.Put, "/releases/tidak-ada-00000000", Text("Tebakan"));
        using var asked = await AsAsync(office, Roads, HttpMethod.Get, state, null);
        using var own = await AsAsync(office, Health, HttpMethod.Get, state, null);

        Assert.AreEqual(HttpStatusCode.NotFound, revised.StatusCode);
        Assert.AreEqual(await none.Content.ReadAsStringAsync(), await revised.Content.ReadAsStringAsync());
        Assert.AreEqual(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, own.StatusCode);
    }

    [TestMethod]
    public async Task A_blob_writer_gains_nothing_by_metadata_that_only_the_service_writes()
    {
        await using var office = await OpenAsync();
        await UploadAsync(office, "dinkes/vaksin.md", Text("Vaksin Tiba di Baruna", "id: vaksin\n"));
        var path = await office.OnlyPageAsync();
        var forged = new Dictionary<string, string>
        {
            ["siaranactor"] = "key:dinkes",
            ["siaranoffices"] = "dinkes",
            ["siarantarget"] = await IdAsync(office, path),
            ["siaranseal"] = new string('A', 43),
        };

        foreach (var name in (string[])["pupr/palsu.md", "http/2026/palsu.md"])
        {
            await office
                .Incoming.GetBlobClient(name)
                .UploadAsync(
                    BinaryData.FromString(Text("Palsu", "revision: major\nstatus: withdrawn\n")),
                    new BlobUploadOptions { Metadata = forged }
                );
        }

        await office.CollectAsync();

        Assert.Contains("Vaksin Tiba di Baruna", await office.ReadAsync(path));
        Assert.Contains("http/2026/palsu.md.report.json", await Office.BlobsAsync(office.Rejected));
    }

    [TestMethod]
    public async Task A_key_and_a_folder_of_no_office_bring_nothing_in()
    {
        await using var office = await OpenAsync();

        using var refused = await AsAsync(office, "kunci-lain", HttpMethod.Post, "/releases", Text("Siapa Ini"));
        await UploadAsync(office, "lain/siapa.md", Text("Siapa Ini"));

        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.IsEmpty(await office.ItemsAsync());
        Assert.Contains("lain/siapa.md.report.json", await Office.BlobsAsync(office.Rejected));
    }

    [TestMethod]
    public async Task The_audit_tells_of_every_change_who_when_what_and_from_where()
    {
        await using var office = await OpenAsync();
        await UploadAsync(office, "dinkes/vaksin.md", Text("Vaksin Tiba di Baruna", "id: vaksin\n"));
        using var revised = await AsAsync(
            office,
            Health,
            HttpMethod.Put,
            await office.OnlyPageAsync(),
            Text("Vaksin Tiba di Kota", "revision: major\nchangeNote: \"=1+1, \\\"tiga\\\"\"\n")
        );
        await UploadAsync(office, "dinkes/tarik.md", "---\nid: vaksin\nstatus: withdrawn\nwithdrawnReason: Salah kirim\n---\n");
        await UploadAsync(office, "lain/siapa.md", Text("Siapa Ini"));

        var month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await AsAsync(office, LocalKeys.DefaultMaster, HttpMethod.Get, $"/maintenance/audit?month={month}", null);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.AreEqual("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.ContainsSingle(line => Says(line, ",folder:Dinas Kesehatan,created,dinkes,", ",1,incoming: dinkes/vaksin.md,"), lines);
        Assert.ContainsSingle(line => Says(line, ",key:Portal Dinkes,revised,dinkes,", ",2,http: http/", "\"'=1+1, \"\"tiga\"\"\""), lines);
        Assert.ContainsSingle(line => Says(line, ",folder:Dinas Kesehatan,withdrawn,dinkes,", ",3,", "Salah kirim"), lines);
        Assert.ContainsSingle(line => Says(line, ",folder:lain,rejected,,,,incoming: lain/siapa.md,"), lines);
    }

    [TestMethod]
    public async Task A_register_is_kept_whole_or_not_at_all_and_never_over_a_newer_one()
    {
        await using var office = await OpenAsync();
        using var read = await AsAsync(office, LocalKeys.DefaultMaster, HttpMethod.Get, "/maintenance/offices", null);
        const string wrong =
            """{"offices":[{"id":"Dinas X","name":"X"}],"holders":[{"kind":"key","id":"abc","name":"k","offices":["tidak-ada"]}]}""";

        using var flawed = await PutRegisterAsync(office, wrong, read.Headers.ETag);
        using var stale = await PutRegisterAsync(office, "{}", null);
        using var unknown = await PutRegisterAsync(office, """{"kantor":[]}""", read.Headers.ETag);
        using var emptied = await PutRegisterAsync(office, "{}", read.Headers.ETag);

        Assert.AreEqual(HttpStatusCode.BadRequest, flawed.StatusCode);
        Assert.AreEqual(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.AreEqual(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, emptied.StatusCode);
    }

    [TestMethod]
    public async Task Rebuilt_tables_keep_releases_with_their_offices()
    {
        await using var office = await OpenAsync();
        await UploadAsync(office, "dinkes/vaksin.md", Text("Vaksin Tiba di Baruna", "id: vaksin\n"));
        var path = await office.OnlyPageAsync();

        var rebuilder = office.Service<Ingest.TableRebuilder>();
        await rebuilder.BeginAsync(CancellationToken.None);
        while (await rebuilder.StepAsync(TimeSpan.FromMinutes(1), CancellationToken.None) is { Done: false }) { }
        using var refused = await AsAsync(office, Roads, HttpMethod.Put, path, Text("Vaksin Ditolak", "revision: major\n"));

        Assert.AreEqual(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static bool Says(string line, params string[] parts) => parts.All(part => line.Contains(part, StringComparison.Ordinal));

    /// <summary>Without what differs between two that are sent one after another.</summary>
    private static string Timeless(string answer)
    {
        var json = JsonDocument.Parse(answer).RootElement;
        return string.Join(
            '\n',
            json.EnumerateObject().Where(member => member.Name is "id" or "address").Select(member => member.ToString())
        );
    }

    private static async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(
            settings: new Dictionary<string, string> { ["LocalHost:FunctionKeys"] = $"{Health},{Roads},kunci-lain" }
        );
        using var kept = await PutRegisterAsync(
            office,
            $$"""
            {
              "offices": [
                { "id": "dinkes", "name": "Dinas Kesehatan Nusa Jaya", "agencies": ["Dinkes Nusa Jaya"] },
                { "id": "pupr", "name": "Dinas PUPR Nusa Jaya" }
              ],
              "holders": [
                { "kind": "key", "id": "{{Hash(Health)}}", "name": "Portal Dinkes", "offices": ["dinkes"] },
                { "kind": "key", "id": "{{Hash(Roads)}}", "name": "Portal PUPR", "offices": ["pupr"] },
                { "kind": "folder", "id": "dinkes", "name": "Dinas Kesehatan", "offices": ["dinkes"] },
                { "kind": "folder", "id": "pupr", "name": "Dinas PUPR", "offices": ["pupr"] }
              ]
            }
            """,
            null
        );
        Assert.AreEqual(HttpStatusCode.OK, kept.StatusCode);
        return office;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static async Task<HttpResponseMessage> PutRegisterAsync(Office office, string register, EntityTagHeaderValue? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/maintenance/offices", UriKind.Relative))
        {
            Content = new StringContent(register, Encoding.UTF8, "application/json"),
        };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(version);
        }

        using var client = office.ClientWith(LocalKeys.DefaultMaster);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> AsAsync(Office office, string key, HttpMethod method, string path, string? text)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (text is not null)
        {
            request.Content = new StringContent(text, Encoding.UTF8, "text/markdown");
        }

        using var client = office.ClientWith(key);
        return await client.SendAsync(request);
    }

    private static Task UploadAsync(Office office, string name, string text) => office.PublishAsync(name, text);

    private static async Task<string> IdAsync(Office office, string path) =>
        (await office.Service<ReleaseTable>().FindIdAsync(path["/releases/".Length..], CancellationToken.None))!.Value.ToString();

    private static string Text(string headline, string frontMatter = "", string body = "kabar") =>
        Texts.Release(headline, $"{headline} di Baruna, demikian {body} dari kantor ini.", frontMatter);
}
