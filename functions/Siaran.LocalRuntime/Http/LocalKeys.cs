using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Siaran.LocalRuntime;

/// <summary>The host's keys: from the settings <c>LocalRuntime:MasterKey</c> and <c>LocalRuntime:FunctionKey</c>, or these well-known ones.</summary>
public sealed class LocalKeys(IConfiguration settings)
{
    /// <summary>The master key where no setting gives another; the runtime listens on the loopback address only.</summary>
    public const string DefaultMaster = "local-master-key";

    /// <summary>The function key where no setting gives another.</summary>
    public const string DefaultFunction = "local-function-key";

    /// <summary>The header that carries a key; the query's <c>code</c> does too.</summary>
    public const string Header = "x-functions-key";

    /// <summary>Opens every function and fires any by hand.</summary>
    public string Master { get; } = Setting(settings, "LocalRuntime:MasterKey", DefaultMaster);

    /// <summary>Opens functions of the levels User and Function.</summary>
    public string Function { get; } = Setting(settings, "LocalRuntime:FunctionKey", DefaultFunction);

    internal bool Opens(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous)
            return true;
        string? given = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"];
        return Same(given, Master) || (level <= AuthorizationLevel.Function && Same(given, Function));
    }

    private static string Setting(IConfiguration settings, string name, string otherwise)
        => settings[name] is { Length: > 0 } value ? value : otherwise;

    private static bool Same(string? given, string key)
        => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
