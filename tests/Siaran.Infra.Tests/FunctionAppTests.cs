namespace Siaran.Infra.Tests;

[TestClass]
public sealed class FunctionAppTests
{
    [TestMethod]
    [DataRow("dev", 0)]
    [DataRow("production", 1)]
    public async Task The_app_runs_isolated_on_NET_10_in_Flex_Consumption(string stage, int alwaysReady)
    {
        var deployment = await Deployment.OfAsync(stage);
        var plan = deployment.The("Microsoft.Web/serverfarms");
        var app = deployment.The("Microsoft.Web/sites");

        Assert.AreEqual("FC1", plan.Json["sku"]!["name"]!.GetValue<string>());
        Assert.AreEqual(plan.Id, app["serverFarmId"]!.GetValue<string>());
        Assert.AreEqual("dotnet-isolated", app["functionAppConfig.runtime.name"]!.GetValue<string>());
        Assert.AreEqual("10.0", app["functionAppConfig.runtime.version"]!.GetValue<string>());
        Assert.AreEqual(
            alwaysReady,
            app["functionAppConfig.scaleAndConcurrency.alwaysReady"]!.AsArray().Sum(group => group!["instanceCount"]!.GetValue<int>())
        );
    }

    [TestMethod]
    [DataRow(null, false, 1)]
    [DataRow("SIARAN_ZONE_REDUNDANT", true, 2)]
    public async Task Instances_are_spread_over_zones_when_it_is_asked_for(string? switchedOn, bool redundant, int ready)
    {
        var deployment = await Deployment.OfAsync("production", switchedOn: switchedOn);

        Assert.AreEqual(redundant, deployment.The("Microsoft.Web/serverfarms")["zoneRedundant"]!.GetValue<bool>());
        Assert.AreEqual(
            ready,
            deployment.The("Microsoft.Web/sites")["functionAppConfig.scaleAndConcurrency.alwaysReady"]!
                .AsArray()
                .Sum(group => group!["instanceCount"]!.GetValue<int>())
        );
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Editors_sign_in_with_Entra_ID_where_an_application_is_named_and_everyone_may_read(bool isNamed)
    {
        var deployment = await Deployment.OfAsync("production", switchedOn: isNamed ? "SIARAN_SIGN_IN_CLIENT" : null);
        var configs = deployment.Of("Microsoft.Web/sites/config").ToDictionary(config => config.LastName);
        var settings = configs["appsettings"].Json["properties"]!;

        Assert.AreEqual(isNamed, configs.TryGetValue("authsettingsV2", out var signIn));
        Assert.AreEqual(isNamed ? "platform" : "none", settings["Desk__SignIn"]!.GetValue<string>());
        if (isNamed)
        {
            Assert.IsTrue(signIn!["platform.enabled"]!.GetValue<bool>());
            Assert.AreEqual("AllowAnonymous", signIn["globalValidation.unauthenticatedClientAction"]!.GetValue<string>());
            var registration = signIn["identityProviders.azureActiveDirectory.registration"]!;
            Assert.IsNotNull(settings[registration["clientSecretSettingName"]!.GetValue<string>()]);
        }
    }

    [TestMethod]
    public async Task Packages_are_deployed_by_identity_from_the_container_deployments()
    {
        var deployment = await Deployment.OfAsync("production");
        var storage = deployment.The("Microsoft.Web/sites")["functionAppConfig.deployment.storage"]!;

        Assert.AreEqual("blobContainer", storage["type"]!.GetValue<string>());
        StringAssert.Contains(storage["value"]!.GetValue<string>(), "{0}deployments");
        Assert.AreEqual("UserAssignedIdentity", storage["authentication"]!["type"]!.GetValue<string>());
        Assert.AreEqual(
            deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id,
            storage["authentication"]!["userAssignedIdentityResourceId"]!.GetValue<string>()
        );
    }

    [TestMethod]
    public async Task The_app_is_reached_by_HTTPS_and_modern_TLS_and_deployed_without_a_password()
    {
        var deployment = await Deployment.OfAsync("production");
        var app = deployment.The("Microsoft.Web/sites");
        var passwords = deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        Assert.IsTrue(app["httpsOnly"]!.GetValue<bool>());
        Assert.AreEqual("1.2", app["siteConfig.minTlsVersion"]!.GetValue<string>());
        Assert.AreEqual("1.2", app["siteConfig.scmMinTlsVersion"]!.GetValue<string>());
        Assert.AreEqual("Disabled", app["siteConfig.ftpsState"]!.GetValue<string>());
        CollectionAssert.AreEquivalent((string[])["ftp", "scm"], passwords.Select(policy => policy.LastName).ToArray());
        Assert.IsTrue(passwords.All(policy => !policy["allow"]!.GetValue<bool>()));
    }

    [TestMethod]
    public async Task Deployment_finds_the_app_by_its_tags()
    {
        var deployment = await Deployment.OfAsync("production");

        Assert.AreEqual("functions", deployment.The("Microsoft.Web/sites").Json["tags"]!["azd-service-name"]!.GetValue<string>());
        Assert.AreEqual(
            "siaran-production",
            deployment.The("Microsoft.Resources/resourceGroups").Json["tags"]!["azd-env-name"]!.GetValue<string>()
        );
        Assert.AreEqual("rg-siaran-production", deployment.The("Microsoft.Resources/resourceGroups").Name);
    }

    [TestMethod]
    [DataRow("Microsoft.Resources/resourceGroups", "rg-", 90)]
    [DataRow("Microsoft.ManagedIdentity/userAssignedIdentities", "id-siaran-", 128)]
    [DataRow("Microsoft.Storage/storageAccounts", "stsiaran", 24)]
    [DataRow("Microsoft.OperationalInsights/workspaces", "log-siaran-", 63)]
    [DataRow("Microsoft.Insights/components", "appi-siaran-", 260)]
    [DataRow("Microsoft.Insights/actionGroups", "ag-siaran-", 260)]
    [DataRow("Microsoft.Web/serverfarms", "asp-siaran-", 60)]
    // The host cuts its id off after 32 characters.
    [DataRow("Microsoft.Web/sites", "func-siaran-", 32)]
    [DataRow("Microsoft.Cdn/profiles", "afd-siaran-", 90)]
    [DataRow("Microsoft.Network/virtualNetworks", "vnet-siaran-", 64)]
    public async Task Names_are_by_convention_and_within_their_limits(string type, string prefix, int length)
    {
        var names = (await Deployment.OfAsync("dev"))
            .Of(type)
            .Concat((await Deployment.OfAsync("production", frontDoor: true)).Of(type))
            .Concat((await Deployment.OfAsync("production", privateNetwork: true)).Of(type))
            .Select(resource => resource.Name)
            .ToArray();

        Assert.IsNotEmpty(names);
        foreach (var name in names)
        {
            Assert.StartsWith(prefix, name);
            Assert.IsLessThanOrEqualTo(length, name.Length, name);
        }
    }
}
