namespace Siaran.Infra.Tests;

[TestClass]
public sealed class AccessTests
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    [TestMethod]
    [DataRow("dev", false, false)]
    [DataRow("production", true, false)]
    [DataRow("production", false, true)]
    public async Task The_identity_of_the_app_has_every_role_it_needs_and_none_more(string stage, bool frontDoor, bool privateNetwork)
    {
        var deployment = await Deployment.OfAsync(stage, frontDoor, privateNetwork);
        var storage = deployment.The("Microsoft.Storage/storageAccounts").Id;
        var insights = deployment.The("Microsoft.Insights/components").Id;
        var containers = deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers");
        var granted = deployment.Of("Microsoft.Authorization/roleAssignments");

        CollectionAssert.AreEquivalent(
            new[] { (storage, QueueDataContributor), (storage, TableDataContributor), (insights, MonitoringMetricsPublisher) }
                .Concat(containers.Select(container => (container.Id, BlobDataOwner)))
                .ToArray(),
            granted.Select(grant => (ScopeOf(grant), grant["roleDefinitionId"]!.GetValue<string>().Split('/')[^1])).ToArray()
        );
        Assert.AreEqual(12, containers.Count);
        Assert.IsTrue(granted.All(grant => grant["principalType"]!.GetValue<string>() == "ServicePrincipal"));
        Assert.AreEqual(1, granted.Select(grant => grant["principalId"]!.GetValue<string>()).Distinct().Count());
    }

    [TestMethod]
    public async Task The_app_has_one_identity_of_its_own_and_no_other()
    {
        var deployment = await Deployment.OfAsync("production");
        var identity = deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities");
        var given = deployment.The("Microsoft.Web/sites").Json["identity"]!;

        Assert.AreEqual("UserAssigned", given["type"]!.GetValue<string>());
        Assert.AreEqual(identity.Id, given["userAssignedIdentities"]!.AsObject().Single().Key);
    }

    [TestMethod]
    public async Task Telemetry_is_taken_from_identities_only()
    {
        var deployment = await Deployment.OfAsync("production");

        Assert.IsTrue(deployment.The("Microsoft.Insights/components")["DisableLocalAuth"]!.GetValue<bool>());
        Assert.IsTrue(deployment.The("Microsoft.OperationalInsights/workspaces")["features.disableLocalAuth"]!.GetValue<bool>());
    }

    private static string ScopeOf(Resource grant) =>
        grant.Id[..grant.Id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)];
}
