using System.Text.Json.Nodes;
using Siaran.Storage;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class StorageTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";

    [TestMethod]
    [DataRow("dev", false)]
    [DataRow("production", false)]
    [DataRow("production", true)]
    public async Task The_one_account_takes_no_key_shows_nothing_and_speaks_only_modern_TLS(string stage, bool privateNetwork)
    {
        var account = (await Deployment.OfAsync(stage, privateNetwork: privateNetwork)).The(Account);

        Assert.IsFalse(account["allowSharedKeyAccess"]!.GetValue<bool>());
        Assert.IsFalse(account["allowBlobPublicAccess"]!.GetValue<bool>());
        Assert.IsFalse(account["allowCrossTenantReplication"]!.GetValue<bool>());
        Assert.IsTrue(account["supportsHttpsTrafficOnly"]!.GetValue<bool>());
        Assert.AreEqual("TLS1_2", account["minimumTlsVersion"]!.GetValue<string>());
        Assert.AreEqual(privateNetwork ? "Disabled" : "Enabled", account["publicNetworkAccess"]!.GetValue<string>());
        Assert.AreEqual(privateNetwork ? "Deny" : "Allow", account["networkAcls.defaultAction"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task Every_container_that_the_app_uses_is_there_and_none_is_public()
    {
        var containers = (await Deployment.OfAsync("production")).Of($"{Account}/blobServices/containers");

        CollectionAssert.AreEquivalent(
            Names.Containers.Union(["vocabulary", "deployments", "azure-webjobs-hosts", "azure-webjobs-secrets"]).ToArray(),
            containers.Select(container => container.LastName).ToArray()
        );
        Assert.IsTrue(containers.All(container => container["publicAccess"]!.GetValue<string>() == "None"));
    }

    [TestMethod]
    public async Task Every_table_that_the_app_uses_is_there()
    {
        var tables = (await Deployment.OfAsync("production")).Of($"{Account}/tableServices/tables");

        CollectionAssert.AreEquivalent(Names.Tables.Union(["Push"]).ToArray(), tables.Select(table => table.LastName).ToArray());
    }

    [TestMethod]
    [DataRow("dev", 7)]
    [DataRow("production", 30)]
    public async Task What_is_deleted_or_replaced_can_be_brought_back(string stage, int days)
    {
        var blobs = (await Deployment.OfAsync(stage)).The($"{Account}/blobServices");

        Assert.IsTrue(blobs["isVersioningEnabled"]!.GetValue<bool>());
        Assert.IsTrue(blobs["deleteRetentionPolicy.enabled"]!.GetValue<bool>());
        Assert.AreEqual(days, blobs["deleteRetentionPolicy.days"]!.GetValue<int>());
        Assert.IsFalse(blobs["deleteRetentionPolicy.allowPermanentDelete"]!.GetValue<bool>());
        Assert.AreEqual(days, blobs["containerDeleteRetentionPolicy.days"]!.GetValue<int>());
    }

    [TestMethod]
    public async Task Nothing_but_rejected_uploads_and_replaced_versions_ever_ages_away()
    {
        var rules = await LifecycleAsync();
        foreach (var rule in rules.Where(rule => rule["definition"]!["actions"]!["baseBlob"] is not null))
        {
            Assert.AreEqual("rejected/", rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Single()!.GetValue<string>());
        }
    }

    [TestMethod]
    public async Task Replaced_versions_of_every_container_age_away()
    {
        var deployment = await Deployment.OfAsync("production");
        var covered = (await LifecycleAsync())
            .Where(rule => rule["definition"]!["actions"]!["version"]?["delete"] is not null)
            .SelectMany(rule =>
                rule["definition"]!["filters"]!["prefixMatch"]!.AsArray().Select(prefix => prefix!.GetValue<string>().TrimEnd('/'))
            )
            .ToHashSet();

        foreach (var container in deployment.Of($"{Account}/blobServices/containers"))
        {
            Assert.Contains(container.LastName, covered);
        }

        // The timer's own notes are rewritten each minute.
        Assert.Contains("azure-webjobs-hosts", covered);
    }

    [TestMethod]
    [DataRow("dev", 0)]
    [DataRow("production", 365)]
    public async Task In_production_no_version_of_an_original_can_be_deleted_or_overwritten(string stage, int days)
    {
        var deployment = await Deployment.OfAsync(stage);
        var policies = deployment.Of($"{Account}/blobServices/containers/immutabilityPolicies");
        var byVersion = deployment
            .Of($"{Account}/blobServices/containers")
            .Where(container => container["immutableStorageWithVersioning.enabled"]?.GetValue<bool>() is true)
            .Select(container => container.LastName);

        CollectionAssert.AreEqual(days > 0 ? new[] { "accepted" } : [], byVersion.ToArray());
        Assert.AreEqual(days, policies.Sum(policy => policy["immutabilityPeriodSinceCreationInDays"]!.GetValue<int>()));
        Assert.IsTrue(policies.All(policy => policy.Name.EndsWith("/default/accepted/default", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("dev", 0)]
    [DataRow("production", 1)]
    public async Task In_production_the_account_is_locked_and_each_write_and_deletion_is_logged(string stage, int count)
    {
        var deployment = await Deployment.OfAsync(stage);
        var locks = deployment.Of("Microsoft.Authorization/locks");
        var audits = deployment.Of("Microsoft.Insights/diagnosticSettings");

        Assert.HasCount(count, locks);
        Assert.HasCount(count, audits);
        Assert.IsTrue(locks.All(kept => kept["level"]!.GetValue<string>() == "CanNotDelete"));
        foreach (var audit in audits)
        {
            CollectionAssert.AreEquivalent(
                new[] { "StorageWrite", "StorageDelete" },
                audit["logs"]!.AsArray().Select(log => log!["category"]!.GetValue<string>()).ToArray()
            );
            Assert.AreEqual(deployment.The("Microsoft.OperationalInsights/workspaces").Id, audit["workspaceId"]!.GetValue<string>());
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> LifecycleAsync() =>
        [.. (await Deployment.OfAsync("production")).The($"{Account}/managementPolicies")["policy.rules"]!.AsArray().Select(rule => rule!)];
}
