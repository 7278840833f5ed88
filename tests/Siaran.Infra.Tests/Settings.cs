using System.Text.Json.Nodes;

namespace Siaran.Infra.Tests;

/// <summary>
/// The settings of the app as the sample for development lists them, and those that only one side can have. Names are written as
/// Azure takes them: <c>__</c> for a step down, where the sample may also write <c>:</c>.
/// </summary>
public static class Settings
{
    private const string Sample = "local.settings.sample.json";

    /// <summary>Settings that make sense only on the machine of a developer.</summary>
    public static IReadOnlySet<string> LocalOnly { get; } = new HashSet<string>
    {
        "AzureWebJobsStorage",
        "FUNCTIONS_WORKER_RUNTIME",
    };

    /// <summary>Settings that make sense only in Azure: where it is, and as whom the app asks it.</summary>
    public static IReadOnlySet<string> AzureOnly { get; } = new HashSet<string>
    {
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    };

    /// <summary>The settings of the app that both sides must have; until there is a sample, the ones agreed on.</summary>
    public static IReadOnlySet<string> Shared() =>
        File.Exists(Repository.PathOf(Sample))
            ? InSample().Except(LocalOnly).ToHashSet()
            : new HashSet<string> { "CollectSchedule", "Site__BaseAddress", "Site__Title", "Site__TimeZone", "Site__Hub" };

    private static IEnumerable<string> InSample() =>
        JsonNode.Parse(Repository.Read(Sample))!["Values"]!.AsObject().Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal));
}
