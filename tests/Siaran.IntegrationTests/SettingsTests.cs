using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace Siaran.IntegrationTests;

[TestClass]
public sealed class SettingsTests
{
    [TestMethod]
    [DataRow("Site:BaseAddress", "siaran.example")]
    [DataRow("Site:BaseAddress", "ftp://siaran.example/")]
    [DataRow("Site:TimeZone", "Asia/Baruna")]
    [DataRow("Site:Hub", "http://hub.example/")]
    [DataRow("Site:Freshness", "-00:00:01")]
    [DataRow("Site:MaxAge", "-00:00:01")]
    [DataRow("Site:MaxAge", "one minute")]
    [DataRow("Site:Ttl", "00:00:10")]
    [DataRow("Site:PressContacts", "BPBD Nusa Jaya; Dinkes: humas@dinkes.example")]
    [DataRow("Collect:AtOnce", "0")]
    [DataRow("Collect:BatchSize", "many")]
    [DataRow("Collect:MaxBytes", "99999999999")]
    [DataRow("Storage:CreateMissing", "perhaps")]
    [DataRow("AzureWebJobsStorage", "not a connection string")]
    public async Task The_app_does_not_start_with_a_wrong_setting_and_names_it(string name, string value)
    {
        var refusal = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() =>
            Office.OpenAsync(settings: new Dictionary<string, string> { [name] = value })
        );

        var sentence = refusal.Failures.Single();
        StringAssert.Contains(sentence, name.Replace(":", "__", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', sentence);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("an outage")]
    [DataRow("a wrong key")]
    public async Task No_secret_gets_into_the_logs(string trouble)
    {
        var outage = new OutageAfter();
        var storage = (await SharedStorage.Server).NewConnectionString();
        var key = KeyIn(storage);
        var settings = new Dictionary<string, string> { ["Storage:CreateMissing"] = "true" };
        if (trouble == "a wrong key")
        {
            await using var first = await Office.OpenAsync(storage);
            key = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('k', 64)));
            storage = storage.Replace(KeyIn(storage), key, StringComparison.Ordinal);
            settings["Storage:CreateMissing"] = "false";
        }

        await using var office = await Office.OpenAsync(storage, settings: settings, policy: outage);
        if (trouble == "an outage")
        {
            outage.Arm(2);
        }

        using var text = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown");
        using var posted = await office.Editor.PostAsync(new Uri("/releases", UriKind.Relative), text);
        using var again = new StringContent(Texts.Release(), Encoding.UTF8, "text/markdown");
        using var asked = await office.Reader.PostAsync(new Uri("/releases?code=local-function-key", UriKind.Relative), again);
        using var fed = await office.Reader.GetAsync(new Uri("/feeds/all.rss", UriKind.Relative));

        Assert.AreEqual(
            trouble.Length > 0,
            posted.StatusCode >= HttpStatusCode.InternalServerError || posted.StatusCode == HttpStatusCode.Accepted,
            posted.StatusCode.ToString()
        );
        Assert.IsNotEmpty(office.Log.Entries);
        foreach (var said in office.Log.Entries.Select(entry => $"{entry.Message} {entry.Exception}"))
        {
            Assert.DoesNotContain(key, said);
            Assert.DoesNotContain("AccountKey", said);
            Assert.DoesNotContain("SharedKey", said);
            Assert.DoesNotContain("local-function-key", said);
        }
    }

    private static string KeyIn(string connection) =>
        connection.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
