using System.Text.Json.Nodes;
using Siaran.Feeds.Formats;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class EdgeTests
{
    [TestMethod]
    [DataRow("dev")]
    [DataRow("production")]
    public async Task Front_Door_and_the_private_network_are_off_unless_asked_for(string stage)
    {
        var deployment = await Deployment.OfAsync(stage);

        Assert.IsFalse(deployment.Resources.Any(resource => resource.Type.StartsWith("Microsoft.Cdn/", StringComparison.Ordinal)));
        Assert.IsFalse(deployment.Resources.Any(resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal)));
        Assert.IsNull(deployment.The("Microsoft.Web/sites")["virtualNetworkSubnetId"]);
    }

    [TestMethod]
    public async Task Front_Door_keeps_what_the_app_says_for_as_long_as_it_says()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true);
        var route = deployment.The("Microsoft.Cdn/profiles/afdEndpoints/routes");

        Assert.AreEqual("Standard_AzureFrontDoor", deployment.The("Microsoft.Cdn/profiles").Json["sku"]!["name"]!.GetValue<string>());
        Assert.AreEqual("UseQueryString", route["cacheConfiguration.queryStringCachingBehavior"]!.GetValue<string>());
        Assert.IsFalse(route["cacheConfiguration.compressionSettings.isCompressionEnabled"]!.GetValue<bool>());
        Assert.AreEqual("HttpsOnly", route["forwardingProtocol"]!.GetValue<string>());
        Assert.AreEqual("Enabled", route["httpsRedirect"]!.GetValue<string>());
    }

    [TestMethod]
    [DataRow("unkeepable", "UrlFileExtension", null)]
    [DataRow("page", "RequestHeader", "Accept")]
    [DataRow("delta", "RequestHeader", "A-IM")]
    [DataRow("key", "RequestHeader", "x-functions-key")]
    public async Task Front_Door_never_keeps_an_answer_that_depends_on_more_than_its_address(string rule, string condition, string? header)
    {
        var found = (await Deployment.OfAsync("production", frontDoor: true))
            .Of("Microsoft.Cdn/profiles/ruleSets/rules")
            .Single(resource => resource.LastName == rule);
        var match = found["conditions"]!.AsArray().Single()!;
        var action = found["actions"]!.AsArray().Single()!;

        Assert.AreEqual(condition, match["name"]!.GetValue<string>());
        Assert.AreEqual(header, match["parameters"]!["selector"]?.GetValue<string>());
        Assert.AreEqual("RouteConfigurationOverride", action["name"]!.GetValue<string>());
        Assert.IsNull(action["parameters"]!["cacheConfiguration"]);
        Assert.AreEqual("Stop", found["matchProcessingBehavior"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_firewall_guards_Front_Door_when_it_is_asked_for()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true, switchedOn: "SIARAN_FIREWALL");
        var policy = deployment.The("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies");
        var guarded = deployment.The("Microsoft.Cdn/profiles/securityPolicies")["parameters"]!;
        var association = guarded["associations"]!.AsArray().Single()!;

        Assert.AreEqual("Premium_AzureFrontDoor", deployment.The("Microsoft.Cdn/profiles").Json["sku"]!["name"]!.GetValue<string>());
        Assert.AreEqual(policy.Id, guarded["wafPolicy"]!["id"]!.GetValue<string>());
        Assert.AreEqual("/*", association["patternsToMatch"]!.AsArray().Single()!.GetValue<string>());
        Assert.AreEqual(
            deployment.The("Microsoft.Cdn/profiles/afdEndpoints").Id,
            association["domains"]!.AsArray().Single()!["id"]!.GetValue<string>()
        );
        Assert.AreEqual("Prevention", policy["policySettings.mode"]!.GetValue<string>());
        Assert.IsTrue(policy.Name.All(char.IsAsciiLetterOrDigit), policy.Name);
    }

    [TestMethod]
    public async Task Without_being_asked_for_there_is_no_firewall()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true);

        Assert.IsEmpty(deployment.Of("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies"));
        Assert.IsEmpty(deployment.Of("Microsoft.Cdn/profiles/securityPolicies"));
    }

    [TestMethod]
    public async Task Front_Door_may_keep_every_format_of_a_feed()
    {
        var rule = (await Deployment.OfAsync("production", frontDoor: true))
            .Of("Microsoft.Cdn/profiles/ruleSets/rules")
            .Single(resource => resource.LastName == "unkeepable");
        var kept = rule["conditions"]!.AsArray().Single()!["parameters"]!["matchValues"]!
            .AsArray()
            .Select(ending => ending!.GetValue<string>())
            .ToList();

        CollectionAssert.IsSubsetOf(FeedFormats.All.Select(format => format.Extension).ToList(), kept);
        CollectionAssert.IsSubsetOf(new[] { "opml", "xml", "txt", "css", "js" }, kept);
    }

    [TestMethod]
    public async Task Behind_Front_Door_the_app_has_no_other_way_in()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true);
        var app = deployment.The("Microsoft.Web/sites");
        var restriction = app["siteConfig.ipSecurityRestrictions"]!.AsArray().Single()!;

        Assert.AreEqual("Deny", app["siteConfig.ipSecurityRestrictionsDefaultAction"]!.GetValue<string>());
        Assert.AreEqual("AzureFrontDoor.Backend", restriction["ipAddress"]!.GetValue<string>());
        StringAssert.Contains(
            restriction["headers"]!["x-azure-fdid"]!.AsArray().Single()!.GetValue<string>(),
            deployment.The("Microsoft.Cdn/profiles").Id
        );
    }

    [TestMethod]
    public async Task Front_Door_asks_the_app_by_its_own_name()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true);
        var origin = deployment.The("Microsoft.Cdn/profiles/originGroups/origins");

        Assert.AreEqual($"{deployment.The("Microsoft.Web/sites").Name}.azurewebsites.net", origin["hostName"]!.GetValue<string>());
        Assert.AreEqual(origin["hostName"]!.GetValue<string>(), origin["originHostHeader"]!.GetValue<string>());
        Assert.IsTrue(origin["enforceCertificateNameCheck"]!.GetValue<bool>());
    }

    [TestMethod]
    public async Task A_domain_of_our_own_is_bound_to_Front_Door_and_told_to_the_app_and_its_health_check()
    {
        var deployment = await Deployment.OfAsync("production", frontDoor: true, baseAddress: "https://siaran.example.go.id");
        var domain = deployment.The("Microsoft.Cdn/profiles/customDomains");
        var route = deployment.The("Microsoft.Cdn/profiles/afdEndpoints/routes");

        Assert.AreEqual("siaran.example.go.id", domain["hostName"]!.GetValue<string>());
        Assert.AreEqual("TLS12", domain["tlsSettings.minimumTlsVersion"]!.GetValue<string>());
        Assert.AreEqual(domain.Id, route["customDomains"]!.AsArray().Single()!["id"]!.GetValue<string>());
        Assert.AreEqual(
            "https://siaran.example.go.id",
            deployment.The("Microsoft.Web/sites/config").Json["properties"]!["Site__BaseAddress"]!.GetValue<string>()
        );
        Assert.AreEqual(
            "https://siaran.example.go.id/health",
            deployment.The("Microsoft.Insights/webtests")["Request.RequestUrl"]!.GetValue<string>()
        );
    }

    [TestMethod]
    public async Task On_a_private_network_blobs_queues_and_tables_are_reached_from_inside_only()
    {
        var deployment = await Deployment.OfAsync("production", privateNetwork: true);
        var storage = deployment.The("Microsoft.Storage/storageAccounts").Id;
        var connections = deployment
            .Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint["privateLinkServiceConnections"]!.AsArray().Single()!["properties"]!)
            .ToArray();

        CollectionAssert.AreEquivalent(
            (string[])["blob", "queue", "table"],
            connections.Select(connection => One(connection["groupIds"]!)).ToArray()
        );
        Assert.IsTrue(connections.All(connection => connection["privateLinkServiceId"]!.GetValue<string>() == storage));
        Assert.HasCount(3, deployment.Of("Microsoft.Network/privateDnsZones"));
        Assert.HasCount(3, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks"));
        Assert.HasCount(3, deployment.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups"));
    }

    [TestMethod]
    public async Task On_a_private_network_the_app_speaks_from_a_subnet_lent_to_Flex_Consumption()
    {
        var deployment = await Deployment.OfAsync("production", privateNetwork: true);
        var subnet = deployment.Of("Microsoft.Network/virtualNetworks/subnets").Single(resource => resource.LastName == "snet-app");

        Assert.AreEqual(subnet.Id, deployment.The("Microsoft.Web/sites")["virtualNetworkSubnetId"]!.GetValue<string>());
        Assert.AreEqual(
            "Microsoft.App/environments",
            subnet["delegations"]!.AsArray().Single()!["properties"]!["serviceName"]!.GetValue<string>()
        );
    }

    private static string One(JsonNode array) => array.AsArray().Single()!.GetValue<string>();
}
