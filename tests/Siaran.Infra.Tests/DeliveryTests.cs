using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class DeliveryTests
{
    private const string Workflow = ".github/workflows/deliver.yml";
    private static readonly Regex MajorVersion = new("^[A-Za-z-]+/[A-Za-z-]+@v[0-9]+$", RegexOptions.NonBacktracking);

    [TestMethod]
    [DataRow("posix")]
    [DataRow("windows")]
    public void The_package_that_is_deployed_is_what_publishing_gives(string system)
    {
        var service = Map(Yaml("azure.yaml"), "services", "functions");
        var hook = Text(Map(service, "hooks", "prepackage", system), "run");

        StringAssert.Contains(hook, "dotnet publish Siaran.Functions.csproj -c Release -p:CompileAhead=true ");
        StringAssert.EndsWith(hook, $"-o ../../{Text(service, "dist")}");
        Assert.AreEqual("function", Text(service, "host"));
        Assert.AreEqual("custom", Text(service, "language"));
        Assert.AreEqual("functions/Siaran.Functions", Text(service, "project"));
    }

    [TestMethod]
    public void The_workflow_uses_no_secret()
    {
        Assert.DoesNotContain("secrets.", Repository.Read(Workflow));
        StringAssert.Contains(Repository.Read(Workflow), "--federated-credential-provider github");
    }

    [TestMethod]
    [DataRow("check", new[] { "contents:read" })]
    [DataRow("deploy", new[] { "contents:read", "id-token:write" })]
    public void A_job_may_do_no_more_than_it_must(string job, string[] permissions)
    {
        var workflow = Yaml(Workflow);

        Assert.IsEmpty(Map(workflow, "permissions").Children);
        CollectionAssert.AreEquivalent(
            permissions,
            Map(workflow, "jobs", job, "permissions").Children.Select(permission => $"{permission.Key}:{permission.Value}").ToArray()
        );
    }

    [TestMethod]
    public void Nothing_is_deployed_that_was_not_built_and_tested()
    {
        var jobs = Map(Yaml(Workflow), "jobs");

        Assert.AreEqual("check", Text(Map(jobs, "deploy"), "needs"));
        Assert.IsTrue(Steps(jobs, "check").Any(step => step.Children.TryGetValue("run", out var run) && run.ToString() == ".ci/run"));
        StringAssert.Contains(Text(Map(jobs, "deploy"), "if"), "refs/heads/main");
    }

    [TestMethod]
    public void Actions_are_pinned_by_major_version_and_keep_no_credentials()
    {
        var jobs = Map(Yaml(Workflow), "jobs");
        foreach (
            var step in ((string[])["check", "deploy"]).SelectMany(job => Steps(jobs, job)).Where(step => step.Children.ContainsKey("uses"))
        )
        {
            var action = Text(step, "uses");
            Assert.MatchesRegex(MajorVersion, action);
            if (action.StartsWith("actions/checkout@", StringComparison.Ordinal))
            {
                Assert.AreEqual("false", Text(Map(step, "with"), "persist-credentials"));
            }
        }
    }

    [TestMethod]
    public void The_workflow_passes_on_everything_that_the_parameters_read_and_the_runbook_tells_of_it()
    {
        var read = new Regex(@"readEnvironmentVariable\('([A-Z_]+)'", RegexOptions.NonBacktracking)
            .Matches(Repository.Read("infra/main.bicepparam"))
            .Select(match => match.Groups[1].Value);
        var passed = Map(Yaml(Workflow), "jobs", "deploy", "env").Children.Keys.Select(key => key.ToString()).ToHashSet();

        foreach (var variable in read)
        {
            Assert.Contains(variable, passed);
            StringAssert.Contains(Repository.Read("docs/operating.md"), $"`{variable}`");
        }
    }

    private static YamlMappingNode Yaml(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(path)));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, params string[] path) =>
        path.Aggregate(node, (inner, step) => (YamlMappingNode)inner.Children[step]);

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode jobs, string job) =>
        ((YamlSequenceNode)Map(jobs, job).Children["steps"]).Cast<YamlMappingNode>();
}
