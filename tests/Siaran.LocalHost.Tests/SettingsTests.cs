using Microsoft.Extensions.Configuration;
using Siaran.LocalHost.Running;
using Siaran.LocalHost.Storage;

namespace Siaran.LocalHost.Tests;

[TestClass]
public sealed class SettingsTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [TestCleanup]
    public void Remove() => folder.Delete(recursive: true);

    [TestMethod]
    public void Values_are_read_as_environment_variables_are()
    {
        var file = Write(
            "local.settings.json",
            """{ "IsEncrypted": false, "Values": { "A__B": "text", "Count": 3, "Is": true, /* why */ "None": null, } }"""
        );
        var values = LocalSettings.Read(file);
        Assert.AreEqual("text", values["A:B"]);
        Assert.AreEqual("3", values["count"]);
        Assert.AreEqual("true", values["Is"]);
        Assert.IsNull(values["None"]);
    }

    [TestMethod]
    public void The_developers_own_file_stands_before_the_sample()
    {
        Assert.IsNull(LocalSettings.FileIn(folder.FullName));
        var sample = Write("local.settings.sample.json", "{}");
        Assert.AreEqual(sample, LocalSettings.FileIn(folder.FullName));
        var own = Write("local.settings.json", "{}");
        Assert.AreEqual(own, LocalSettings.FileIn(folder.FullName));
    }

    [TestMethod]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("""{ "Values": { "A": { "B": 1 } } }""")]
    public void A_file_that_cannot_be_read_is_named(string text)
    {
        var file = Write("local.settings.json", text);
        var refusal = Assert.ThrowsExactly<CannotStartException>(() => LocalSettings.Read(file));
        StringAssert.Contains(refusal.Message, file, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(7071, 10000, 10002)]
    [DataRow(7072, 10003, 10005)]
    [DataRow(7070, 29997, 29999)]
    public void Each_port_of_an_app_has_its_own_ports_of_storage(int port, int blobs, int tables) =>
        Assert.AreEqual(new StorageAddress(blobs, tables), StorageAddress.ForApp(port));

    [TestMethod]
    public void Development_storage_is_named_in_full_wherever_it_is_meant()
    {
        using var settings = new ConfigurationManager();
        settings.AddInMemoryCollection([
            new("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            new("Other", "usedevelopmentstorage=true;"),
            new("Third", "kept"),
        ]);
        Assert.IsTrue(DevelopmentStorage.Name(settings, new StorageAddress(10003, 10005).Emulator));
        StringAssert.Contains(
            settings["AzureWebJobsStorage"],
            "BlobEndpoint=http://127.0.0.1:10003/devstoreaccount1;",
            StringComparison.Ordinal
        );
        StringAssert.Contains(settings["Other"], "TableEndpoint=http://127.0.0.1:10005/devstoreaccount1;", StringComparison.Ordinal);
        Assert.AreEqual("kept", settings["Third"]);
    }

    [TestMethod]
    public async Task Services_are_replaced_after_the_app_has_added_its_own()
    {
        await using var app = await App.Start(options =>
            options.ConfigureServices(services =>
            {
                foreach (var filter in services.Where(service => service.ImplementationType == typeof(TestApp.StampingFilter)).ToList())
                {
                    services.Remove(filter);
                }
            })
        );
        using var answer = await app.Client.GetAsync(new Uri("api/echo", UriKind.Relative));
        Assert.IsFalse(answer.Headers.Contains("x-stamp"));
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
