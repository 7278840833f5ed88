using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Siaran.LocalHost.Running;

/// <summary>The host's options at the terminal.</summary>
/// <param name="ApplicationDirectory">Where the built app lies (<c>--app</c>).</param>
/// <param name="Port">Where clients reach it on 127.0.0.1 (<c>--port</c>).</param>
internal sealed record TerminalOptions(string ApplicationDirectory, int Port)
{
    private const int UsualPort = 7071;

    /// <exception cref="CannotStartException">The app is not named, or the port is none.</exception>
    public static TerminalOptions Read(string[] arguments)
    {
        using var given = (ConfigurationRoot)new ConfigurationBuilder().AddCommandLine(arguments).Build();
        var app =
            given["app"]
            ?? throw new CannotStartException("Say which functions app to run: --app and the directory that it was built into.");
        return new TerminalOptions(Path.GetFullPath(app), PortIn(given["port"]));
    }

    private static int PortIn(string? given)
    {
        if (given is null)
        {
            return UsualPort;
        }

        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new CannotStartException($"'{given}' is no port: write --port and a number from 1 to 65535.");
    }
}
