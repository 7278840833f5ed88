using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Siaran.Infra.Tests;

/// <summary>
/// What a deployment would make, as the compiler works it out without asking Azure: names, conditions and loops are resolved, and
/// only what Azure alone can know stays an expression in brackets.
/// </summary>
public sealed record Deployment(IReadOnlyList<Resource> Resources)
{
    private static readonly ConcurrentDictionary<
        (string Stage, bool FrontDoor, bool PrivateNetwork, string BaseAddress, string? Switch),
        Lazy<Task<Deployment>>
    > Known = new();

    /// <param name="stage">dev or production.</param>
    /// <param name="frontDoor">Whether Front Door is before the app.</param>
    /// <param name="privateNetwork">Whether storage is closed to the internet.</param>
    /// <param name="baseAddress">Public address of the site.</param>
    /// <param name="switchedOn">One more variable that is set to true.</param>
    public static Task<Deployment> OfAsync(
        string stage,
        bool frontDoor = false,
        bool privateNetwork = false,
        string baseAddress = "",
        string? switchedOn = null
    )
    {
        Bicep.OrSkip();
        return Known
            .GetOrAdd(
                (stage, frontDoor, privateNetwork, baseAddress, switchedOn),
                key => new(() => PredictAsync(key.Stage, key.FrontDoor, key.PrivateNetwork, key.BaseAddress, key.Switch))
            )
            .Value;
    }

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => resource.Type == type)];

    public Resource The(string type) => Of(type).Single();

    private static async Task<Deployment> PredictAsync(
        string stage,
        bool frontDoor,
        bool privateNetwork,
        string baseAddress,
        string? switchedOn
    )
    {
        using var infrastructure = new Infrastructure();
        var variables = new Dictionary<string, string>
        {
            ["SIARAN_STAGE"] = stage,
            ["AZURE_ENV_NAME"] = $"siaran-{stage}",
            ["SIARAN_BUDGET_START"] = "2026-12-01",
            ["SIARAN_BASE_ADDRESS"] = baseAddress,
        };
        if (frontDoor)
        {
            variables["SIARAN_FRONT_DOOR"] = "true";
        }

        if (privateNetwork)
        {
            variables["SIARAN_PRIVATE_NETWORK"] = "true";
        }

        if (switchedOn is not null)
        {
            variables[switchedOn] = "true";
        }

        var outcome = await Bicep.RunAsync(
            infrastructure.Folder,
            variables,
            CancellationToken.None,
            "snapshot",
            "main.bicepparam",
            "--subscription-id",
            "00000000-0000-0000-0000-000000000001",
            "--location",
            "southeastasia"
        );
        Assert.AreEqual(0, outcome.ExitCode, outcome.Errors);
        var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(infrastructure.Folder, "main.snapshot.json")))!;
        return new([.. snapshot["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))]);
    }
}

/// <summary>One resource of a deployment.</summary>
public sealed record Resource(JsonObject Json)
{
    public string Id => Text("id");

    public string Name => Text("name");

    /// <summary>The name without those of the resources it is in.</summary>
    public string LastName => Name.Split('/')[^1];

    public string Type => Text("type");

    /// <summary>The value at a path of properties, such as <c>siteConfig.minTlsVersion</c>; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(Json["properties"], (node, step) => node?[step]);

    private string Text(string property) => Json[property]!.GetValue<string>();
}
