using System.Text.Json.Nodes;
using Siaran.Collecting;
using Siaran.Feeds;
using Siaran.Storage;

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
        ["Retag"] = typeof(RetagOptions),
        ["Site"] = typeof(Site),
        ["Storage"] = typeof(StorageOptions),
    };

    /// <summary>Settings that make sense only on the machine of a developer.</summary>
    public static IReadOnlySet<string> LocalOnly { get; } = new HashSet<string>
    {
        "AzureWebJobsStorage",
        "FUNCTIONS_WORKER_RUNTIME",
        "Samples__Folder",
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

    /// <summary>The settings that the code reads wherever it runs.</summary>
    public static IReadOnlySet<string> InCode { get; } = Families
        .SelectMany(family => family.Value.GetProperties().Where(property => property.CanWrite).Select(property => $"{family.Key}__{property.Name}"))
        .Append("CollectSchedule")
        .Append("RetagSchedule")
        .ToHashSet();

    /// <summary>The settings that the sample shows.</summary>
    public static IReadOnlySet<string> InSample { get; } = JsonNode.Parse(Repository.Read("local.settings.sample.json"))!["Values"]!.AsObject()
        .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal))
        .ToHashSet();
}
