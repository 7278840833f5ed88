using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Siaran.Infra.Tests;

[TestClass]
public sealed class TemplateTests(TestContext context)
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> Compiled = new(CompileAsync);

    /// <summary>
    /// A call of any <c>list…</c> function of Azure, by which keys are read, and the words that go with keys and passwords.
    /// </summary>
    private static readonly Regex SecretWords = new(
        @"\blist[A-Z][A-Za-z]*\(|(?i:AccountKey|SharedAccess|primaryKey|sig=|secureString|secureObject|password|DefaultEndpointsProtocol)",
        RegexOptions.NonBacktracking
    );

    private static readonly Regex ClockOrChance = new(@"\b(utcNow|newGuid)\(", RegexOptions.NonBacktracking);

    private static readonly Regex RegistryModule = new("'(br|ts)[:/]", RegexOptions.NonBacktracking);

    private static IEnumerable<string> BicepFiles => Infrastructure.Files.Where(file => file.EndsWith(".bicep", StringComparison.Ordinal));

    [TestMethod]
    public async Task Every_file_compiles_without_a_word()
    {
        var templates = await CompiledAsync();

        CollectionAssert.AreEquivalent(BicepFiles.ToArray(), templates.Keys.ToArray());
    }

    [TestMethod]
    public async Task Every_file_lints_without_a_word()
    {
        using var infrastructure = new Infrastructure();
        var lint = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "lint", "--pattern", "**/*.bicep*");

        Assert.AreEqual("", lint.Output + lint.Errors);
        Assert.AreEqual(0, lint.ExitCode);
    }

    [TestMethod]
    public async Task Every_file_is_formatted()
    {
        using var infrastructure = new Infrastructure();
        await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "format", "--pattern", "**/*.bicep*");

        foreach (var file in Infrastructure.Files)
        {
            var formatted = await File.ReadAllTextAsync(Path.Combine(infrastructure.Folder, file), context.CancellationToken);
            Assert.AreEqual(Repository.Read(Path.Combine("infra", file)), formatted, file);
        }
    }

    [TestMethod]
    [DataRow("dev", "Standard_LRS")]
    [DataRow("production", "Standard_ZRS")]
    public async Task The_parameters_of_a_stage_compile_without_a_word(string stage, string storageSku)
    {
        using var infrastructure = new Infrastructure();
        var variables = new Dictionary<string, string> { ["SIARAN_STAGE"] = stage };
        var build = await Bicep.RunAsync(
            infrastructure.Folder,
            variables,
            context.CancellationToken,
            "build-params",
            "main.bicepparam",
            "--stdout"
        );

        Assert.AreEqual("", build.Errors);
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
    public async Task A_careless_file_is_refused()
    {
        using var infrastructure = new Infrastructure();
        const string careless = """
            param unused string
            resource account 'Microsoft.Storage/storageAccounts@2021-09-01' existing = { name: 'account' }
            output given object = account.properties

            """;
        await File.WriteAllTextAsync(Path.Combine(infrastructure.Folder, "careless.bicep"), careless, context.CancellationToken);
        var lint = await Bicep.RunAsync(infrastructure.Folder, Nothing, context.CancellationToken, "lint", "careless.bicep");

        Assert.AreNotEqual(0, lint.ExitCode);
        foreach (var rule in (string[])["no-unused-params", "use-recent-api-versions", "use-user-defined-types", "use-description-params"])
        {
            Assert.Contains($"Error {rule}:", lint.Errors);
        }
    }

    [TestMethod]
    public async Task No_key_and_no_password_is_read_taken_or_given_anywhere()
    {
        foreach (var (file, template) in await CompiledAsync())
        {
            Assert.DoesNotMatchRegex(SecretWords, template, file);
        }
    }

    [TestMethod]
    public async Task The_same_parameters_always_give_the_same_deployment()
    {
        foreach (var (file, template) in await CompiledAsync())
        {
            Assert.DoesNotMatchRegex(ClockOrChance, template, file);
        }
    }

    [TestMethod]
    public void No_module_comes_from_the_network()
    {
        foreach (var file in BicepFiles)
        {
            Assert.DoesNotMatchRegex(RegistryModule, Repository.Read(Path.Combine("infra", file)), file);
        }
    }

    /// <summary>Each template, by the Bicep file it was made from.</summary>
    private static Task<IReadOnlyDictionary<string, string>> CompiledAsync()
    {
        Bicep.OrSkip();
        return Compiled.Value;
    }

    private static async Task<IReadOnlyDictionary<string, string>> CompileAsync()
    {
        using var infrastructure = new Infrastructure();
        var build = await Bicep.RunAsync(infrastructure.Folder, Nothing, CancellationToken.None, "build", "--pattern", "**/*.bicep");
        Assert.AreEqual("", build.Output + build.Errors);
        Assert.AreEqual(0, build.ExitCode);
        return BicepFiles.ToDictionary(
            file => file,
            file => File.ReadAllText(Path.Combine(infrastructure.Folder, Path.ChangeExtension(file, ".json")))
        );
    }
}
