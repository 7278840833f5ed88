using Microsoft.Extensions.Configuration;

namespace Siaran.LocalHost.Running;

/// <summary>What this host obeys of host.json: the route prefix (default <c>api</c>) and the log levels.</summary>
internal sealed record HostSettings(string RoutePrefix, IConfigurationSection Logging)
{
    /// <exception cref="CannotStartException">The file is not JSON.</exception>
    public static HostSettings Read(string path)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
            return new HostSettings(file["extensions:http:routePrefix"] ?? "api", file.GetSection("logging"));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException)
        {
            throw new CannotStartException($"{path} can't be read: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }
}
