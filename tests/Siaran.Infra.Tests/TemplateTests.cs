using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class TemplateTests(TestContext context)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>A call of any <c>list…</c> function of Azure, by which keys are read, and the words that stand beside keys and passwords.</summary>
    private static readonly Regex SecretWords = new(
        @"\blist[A-Z][A-Za-z]*\(|(?i:AccountKey|SharedAccess|primaryKey|sig=|secureString|secureObject|password|DefaultEndpointsProtocol)",
        RegexOptions.NonBacktracking);

    private static readonly Regex RegistryModule = new("'(br|ts)[:/]", RegexOptions.NonBacktracking);

    public static IEnumerable<object[]> BicepFiles => Infrastructure.Files.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal)).Select(file => new object[] { file });

    [TestMethod]
    [DynamicData(nameof(BicepFiles))]
    public async Task Every_file_compiles_and_lints_without_a_word(string file)
    {
        using var infrastructure = new Infrastructure();
        var build = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "build", file, "--stdout");
        var lint = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "lint", file);

        Assert.AreEqual("", build.Errors);
        Assert.AreEqual("", lint.Errors);
        Assert.AreEqual(0, build.ExitCode);
        Assert.AreEqual(0, lint.ExitCode);
    }

    [TestMethod]
    [DynamicData(nameof(BicepFiles))]
    public async Task Every_file_is_formatted(string file)
    {
        using var infrastructure = new Infrastructure();
        var formatted = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "format", file, "--stdout");

        Assert.AreEqual(Repository.Read(Path.Combine("infra", file)), formatted.Output);
    }

    [TestMethod]
    [DataRow("dev", "Standard_LRS")]
    [DataRow("production", "Standard_ZRS")]
    public async Task The_parameters_of_a_stage_compile_and_lint_without_a_word(string stage, string storageSku)
    {
        using var infrastructure = new Infrastructure();
        var variables = new Dictionary<string, string> { ["SIARAN_STAGE"] = stage };
        var build = await Bicep.RunAsync(infrastructure.Folder, variables, context.CancellationToken, "build-params", "main.bicepparam", "--stdout");
        var lint = await Bicep.RunAsync(infrastructure.Folder, variables, context.CancellationToken, "lint", "main.bicepparam");

        Assert.AreEqual("", build.Errors);
        Assert.AreEqual("", lint.Errors);
        var parameters = JsonNode.Parse(JsonNode.Parse(build.Output)!["parametersJson"]!.GetValue<string>())!["parameters"]!;
        Assert.AreEqual(storageSku, parameters["options"]!["value"]!["storageSku"]!.GetValue<string>());
    }

    [TestMethod]
    public void Every_rule_of_the_linter_is_an_error()
    {
        var rules = JsonNode.Parse(Repository.Read("infra/bicepconfig.json"))!["analyzers"]!["core"]!["rules"]!.AsObject();

        Assert.IsGreaterThanOrEqualTo(50, rules.Count);
        foreach (var (rule, setting) in rules)
        {
            Assert.AreEqual("error", setting!["level"]!.GetValue<string>(), rule);
        }
    }

    [TestMethod]
    [DataRow("param unused string", "no-unused-params")]
    [DataRow("param anything object\noutput given object = anything", "use-user-defined-types")]
    [DataRow("resource account 'Microsoft.Storage/storageAccounts@2021-09-01' existing = { name: 'account' }\noutput id string = account.id", "use-recent-api-versions")]
    public async Task A_careless_file_is_refused(string content, string rule)
    {
        using var infrastructure = new Infrastructure();
        await File.WriteAllTextAsync(Path.Combine(infrastructure.Folder, "careless.bicep"), content + "\n", context.CancellationToken);
        var lint = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "lint", "careless.bicep");

        Assert.AreNotEqual(0, lint.ExitCode);
        StringAssert.Contains(lint.Errors, $"Error {rule}:");
    }

    [TestMethod]
    public async Task No_key_and_no_password_is_read_taken_or_given_anywhere()
    {
        using var infrastructure = new Infrastructure();
        var build = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "build", "main.bicep", "--stdout");

        Assert.AreEqual(0, build.ExitCode);
        Assert.DoesNotMatchRegex(SecretWords, build.Output);
    }

    [TestMethod]
    public void No_module_comes_from_the_network()
    {
        foreach (var file in BicepFiles.Select(row => (string)row[0]))
        {
            Assert.DoesNotMatchRegex(RegistryModule, Repository.Read(Path.Combine("infra", file)), file);
        }
    }
}
