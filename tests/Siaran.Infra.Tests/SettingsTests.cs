namespace Siaran.Infra.Tests;

[TestClass]
public sealed class SettingsTests
{
    [TestMethod]
    [DataRow("dev", false)]
    [DataRow("production", true)]
    public async Task Every_setting_that_the_code_reads_is_set_in_Azure_and_none_is_set_that_it_does_not_read(string stage, bool frontDoor)
    {
        var set = await SettingsInAzureAsync(stage, frontDoor);

        CollectionAssert.AreEquivalent(Settings.InCode.Union(Settings.AzureOnly).Order().ToArray(), set.Keys.Order().ToArray());
    }

    [TestMethod]
    public void The_sample_shows_every_setting_that_the_code_reads_and_none_that_it_does_not_read() =>
        CollectionAssert.AreEquivalent(Settings.InCode.Union(Settings.LocalOnly).Order().ToArray(), Settings.InSample.Order().ToArray());

    [TestMethod]
    public void The_reference_names_every_setting_that_the_code_reads_and_none_that_it_does_not_read() =>
        CollectionAssert.AreEquivalent(
            Settings.InCode.Union(Settings.LocalOnly).Except(["FUNCTIONS_WORKER_RUNTIME"]).Order().ToArray(),
            Settings.InReference.Keys.Order().ToArray()
        );

    [TestMethod]
    public void The_reference_gives_the_defaults_that_the_code_has()
    {
        foreach (var (name, value) in Settings.Defaults)
        {
            Assert.AreEqual(value, Settings.InReference[name], name);
        }
    }

    [TestMethod]
    public async Task Storage_is_found_by_address_and_identity()
    {
        var set = await SettingsInAzureAsync("production");

        StringAssert.Contains(set["AzureWebJobsStorage__blobServiceUri"], "primaryEndpoints.blob");
        StringAssert.Contains(set["AzureWebJobsStorage__queueServiceUri"], "primaryEndpoints.queue");
        StringAssert.Contains(set["AzureWebJobsStorage__tableServiceUri"], "primaryEndpoints.table");
        Assert.AreEqual("managedidentity", set["AzureWebJobsStorage__credential"]);
        StringAssert.Contains(set["AzureWebJobsStorage__clientId"], "clientId");
        StringAssert.Contains(set["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], "Authorization=AAD");
    }

    [TestMethod]
    public async Task The_site_is_told_its_own_public_address()
    {
        var deployment = await Deployment.OfAsync("production");

        Assert.AreEqual(
            $"https://{deployment.The("Microsoft.Web/sites").Name}.azurewebsites.net",
            (await SettingsInAzureAsync("production"))["Site__BaseAddress"]
        );
    }

    private static async Task<Dictionary<string, string>> SettingsInAzureAsync(string stage, bool frontDoor = false) =>
        (await Deployment.OfAsync(stage, frontDoor)).The("Microsoft.Web/sites/config").Json["properties"]!
            .AsObject()
            .ToDictionary(setting => setting.Key, setting => setting.Value!.GetValue<string>());
}
