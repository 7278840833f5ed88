using System.Text.Json.Nodes;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class WatchTests
{
    private const string Rules = "Microsoft.Insights/scheduledQueryRules";

    [TestMethod]
    [DataRow("no-collecting", "siaran.collect.duration", "LessThan", 1, "PT10M")]
    [DataRow("rejected-uploads", "siaran.releases.rejected", "GreaterThan", 0, "PT15M")]
    [DataRow("failed-requests", "AppRequests", "GreaterThan", 2, "PT15M")]
    [DataRow("rebuilding", "siaran.rebuild.age", "GreaterThan", 30, "PT10M")]
    [DataRow("late-release", "siaran.embargo.late", "GreaterThan", 180, "PT10M")]
    [DataRow("feed-age", "siaran.feed.age", "GreaterThan", 72, "PT1H")]
    public async Task Someone_is_told(string rule, string reads, string comparison, int threshold, string over)
    {
        var deployment = await Deployment.OfAsync("production");
        var alert = deployment.Of(Rules).Single(resource => resource.Name.StartsWith($"sqr-{rule}-", StringComparison.Ordinal));
        var criterion = alert["criteria.allOf"]!.AsArray().Single()!;

        Assert.IsTrue(alert["enabled"]!.GetValue<bool>());
        StringAssert.Contains(criterion["query"]!.GetValue<string>(), reads);
        Assert.AreEqual(comparison, criterion["operator"]!.GetValue<string>());
        Assert.AreEqual(threshold, criterion["threshold"]!.GetValue<int>());
        Assert.AreEqual(over, alert["windowSize"]!.GetValue<string>());
        Assert.AreEqual(
            deployment.The("Microsoft.Insights/actionGroups").Id,
            alert["actions.actionGroups"]!.AsArray().Single()!.GetValue<string>()
        );
        Assert.AreEqual(
            deployment.The("Microsoft.OperationalInsights/workspaces").Id,
            alert["scopes"]!.AsArray().Single()!.GetValue<string>()
        );
    }

    [TestMethod]
    public void The_host_reports_the_requests_that_alert_and_workbook_read()
    {
        // They come in the category Host.Results, at this level.
        var levels = JsonNode.Parse(Repository.Read("host.json"))!["logging"]!["logLevel"]!;

        Assert.AreEqual("Information", (levels["Host.Results"] ?? levels["Host"] ?? levels["default"])!.GetValue<string>());
    }

    [TestMethod]
    public async Task There_is_no_alert_but_the_six_and_that_of_health() =>
        Assert.HasCount(6, (await Deployment.OfAsync("production")).Of(Rules));

    [TestMethod]
    public async Task The_runbook_tells_how_to_read_every_alert()
    {
        var deployment = await Deployment.OfAsync("production");
        var runbook = Repository.Read("docs/operating.md");

        foreach (var alert in deployment.Of(Rules).Append(deployment.The("Microsoft.Insights/metricAlerts")))
        {
            var text = alert["description"]!.GetValue<string>();
            var section = text[(text.IndexOf("docs/operating.md, ", StringComparison.Ordinal) + "docs/operating.md, ".Length)..]
                .TrimEnd('.');
            StringAssert.Contains(runbook, $"\n### {section}\n");
        }
    }

    [TestMethod]
    [DataRow("dev", 900, 1)]
    [DataRow("production", 300, 5)]
    public async Task Health_is_asked_from_outside(string stage, int seconds, int places)
    {
        var deployment = await Deployment.OfAsync(stage);
        var test = deployment.The("Microsoft.Insights/webtests");
        var alert = deployment.The("Microsoft.Insights/metricAlerts");

        Assert.AreEqual(
            $"https://{deployment.The("Microsoft.Web/sites").Name}.azurewebsites.net/health",
            test["Request.RequestUrl"]!.GetValue<string>()
        );
        Assert.AreEqual(seconds, test["Frequency"]!.GetValue<int>());
        Assert.HasCount(places, test["Locations"]!.AsArray());
        Assert.AreEqual(test.Id, alert["criteria.webTestId"]!.GetValue<string>());
        Assert.IsLessThanOrEqualTo(places, alert["criteria.failedLocationCount"]!.GetValue<int>());
    }

    [TestMethod]
    public async Task Spending_is_watched_from_the_month_that_was_noted()
    {
        var deployment = await Deployment.OfAsync("production");
        var budget = deployment.The("Microsoft.Consumption/budgets");

        Assert.AreEqual("Monthly", budget["timeGrain"]!.GetValue<string>());
        Assert.AreEqual("2026-12-01", budget["timePeriod.startDate"]!.GetValue<string>());
        foreach (var notice in (string[])["spent", "foreseen"])
        {
            Assert.AreEqual(
                deployment.The("Microsoft.Insights/actionGroups").Id,
                budget[$"notifications.{notice}.contactGroups"]!.AsArray().Single()!.GetValue<string>()
            );
        }
    }

    [TestMethod]
    public async Task Alerts_and_workbook_read_every_documented_metric_and_no_other()
    {
        var queries = await QueriesAsync();
        var read = queries.SelectMany(Telemetry.MetricsIn).Distinct().Order().ToArray();

        CollectionAssert.AreEqual(Telemetry.Documented.Keys.Order().ToArray(), read);
    }

    [TestMethod]
    public async Task Alerts_and_workbook_read_only_documented_dimensions_of_a_metric()
    {
        foreach (var query in await QueriesAsync())
        {
            var known = Telemetry.MetricsIn(query).SelectMany(metric => Telemetry.Documented[metric]).ToHashSet();
            Assert.IsTrue(Telemetry.DimensionsIn(query).IsSubsetOf(known), query);
        }
    }

    [TestMethod]
    [DataRow("releases-in-and-out")]
    [DataRow("upload-to-feed")]
    [DataRow("tag-kinds")]
    [DataRow("feed-hits")]
    [DataRow("not-modified-share")]
    [DataRow("partner-pulls")]
    [DataRow("storage-calls")]
    [DataRow("telemetry")]
    public async Task The_workbook_shows(string chart)
    {
        var workbook = (await Deployment.OfAsync("production")).The("Microsoft.Insights/workbooks");
        var content = System.Text.Json.Nodes.JsonNode.Parse(workbook["serializedData"]!.GetValue<string>())!;

        Assert.IsTrue(content["items"]!.AsArray().Any(item => item!["name"]!.GetValue<string>() == chart));
        Assert.AreEqual(workbook["sourceId"]!.GetValue<string>(), content["fallbackResourceIds"]!.AsArray().Single()!.GetValue<string>());
    }

    private static async Task<IReadOnlyList<string>> QueriesAsync() =>
        [
            .. Telemetry.WorkbookQueries,
            .. (await Deployment.OfAsync("production"))
                .Of(Rules)
                .Select(rule => rule["criteria.allOf"]!.AsArray().Single()!["query"]!.GetValue<string>()),
        ];
}
