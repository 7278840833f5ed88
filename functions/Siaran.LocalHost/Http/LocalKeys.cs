using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost;

/// <summary>
/// The host's keys: from the settings <c>LocalHost:MasterKey</c> and <c>LocalHost:FunctionKey</c>, or these well-known ones.
/// </summary>
public sealed class LocalKeys(IConfiguration settings)
{
    /// <summary>The master key where no setting gives another; the host listens on the loopback address only.</summary>
    public const string DefaultMaster = "local-master-key";

    /// <summary>The function key where no setting gives another.</summary>
    public const string DefaultFunction = "local-function-key";

    /// <summary>The header that carries a key; the query's <c>code</c> does too.</summary>
    public const string Header = "x-functions-key";

    /// <summary>Opens every function and fires any by hand.</summary>
    public string Master { get; } = Setting(settings, "LocalHost:MasterKey", DefaultMaster);

    /// <summary>Opens functions of the level Function.</summary>
    public string Function { get; } = Setting(settings, "LocalHost:FunctionKey", DefaultFunction);

    /// <summary>
    /// Further function keys, as an app has that gives each of its clients one: <c>LocalHost:FunctionKeys</c>, between commas.
    /// </summary>
    public IReadOnlyList<string> Others { get; } =
        settings["LocalHost:FunctionKeys"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    internal bool Opens(KeyLevel level, HttpRequest request)
    {
        if (level == KeyLevel.Anonymous)
        {
            return true;
        }

        string? given = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"];
        return Same(given, Master) || (level <= KeyLevel.Function && Others.Prepend(Function).Any(key => Same(given, key)));
    }

    private static string Setting(IConfiguration settings, string name, string otherwise) =>
        settings[name] is { Length: > 0 } value ? value : otherwise;

    // In constant time, as anywhere that keys are compared, though these are well known.
    private static bool Same(string? given, string key) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
