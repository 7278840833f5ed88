using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Siaran.Settings;

namespace Siaran.Infra.Tests;

/// <summary>
/// The settings of the app as its options types have them and as the sample for development shows them, and those that only one side
/// can have. Names are written as Azure takes them: <c>__</c> for a step down, where the sample may also write <c>:</c>.
/// </summary>
public static class Settings
{
    /// <summary>Every options type of the app with the section it is bound to.</summary>
    private static readonly IReadOnlyDictionary<string, Type> Families = new Dictionary<string, Type>
    {
        ["Collect"] = typeof(CollectOptions),
        ["Desk"] = typeof(DeskOptions),
        ["Replies"] = typeof(ReplyOptions),
        ["Retag"] = typeof(RetagOptions),
        ["Site"] = typeof(Site),
        ["Storage"] = typeof(StorageOptions),
    };

    /// <summary>Settings that make sense only on the machine of a developer.</summary>
    public static IReadOnlySet<string> LocalOnly { get; } =
        new HashSet<string> { "AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_ENDPOINT", "Samples__Folder" };

    /// <summary>Settings that make sense only in Azure: where it is, and as whom the app asks it.</summary>
    public static IReadOnlySet<string> AzureOnly { get; } =
        new HashSet<string>
        {
            "AzureWebJobsStorage__blobServiceUri",
            "AzureWebJobsStorage__queueServiceUri",
            "AzureWebJobsStorage__tableServiceUri",
            "AzureWebJobsStorage__credential",
            "AzureWebJobsStorage__clientId",
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        };

    /// <summary>The settings of the families with the values they have where nothing sets them, as they would be written.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } =
        Families
            .SelectMany(family =>
                family
                    .Value.GetProperties()
                    .Where(property => property.CanWrite)
                    .Select(property =>
                        (
                            Name: $"{family.Key}__{property.Name}",
                            Value: Convert.ToString(property.GetValue(Activator.CreateInstance(family.Value)), CultureInfo.InvariantCulture)
                                ?? ""
                        )
                    )
            )
            // The public address has none: without a setting it is the host's own.
            .ToDictionary(
                setting => setting.Name,
                setting =>
                    setting.Name is "Site__BaseAddress" ? ""
                    : setting.Value is "True" or "False" ? setting.Value.ToLowerInvariant()
                    : setting.Value
            );

    /// <summary>The settings that the code reads wherever it runs.</summary>
    public static IReadOnlySet<string> InCode { get; } =
        Defaults.Keys.Append("CollectSchedule").Append("RetagSchedule").Append("APPLICATIONINSIGHTS_CONNECTION_STRING").ToHashSet();

    /// <summary>The settings that the reference's table names, with the defaults it gives.</summary>
    public static IReadOnlyDictionary<string, string> InReference { get; } =
        Row.Matches(Section("## Settings")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim().Trim('`'));

    /// <summary>The settings that the sample shows.</summary>
    public static IReadOnlySet<string> InSample { get; } =
        JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!
            .AsObject()
            .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal))
            .ToHashSet();

    private static Regex Row => new(@"^\| `([A-Za-z_]+)` \|([^|]*)\|[^|]+\|$", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static string Section(string heading)
    {
        var reference = Repository.Read("docs/reference.md");
        var from = reference.IndexOf($"\n{heading}\n", StringComparison.Ordinal) + 1;
        return reference[from..reference.IndexOf("\n## ", from + heading.Length, StringComparison.Ordinal)];
    }
}
