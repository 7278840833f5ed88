using Microsoft.Extensions.Configuration;

namespace Siaran.LocalRuntime.Running;

/// <summary>What the runtime obeys of host.json: the route prefix (default <c>api</c>) and the log levels.</summary>
internal sealed record HostSettings(string RoutePrefix, IConfigurationSection Logging)
{
    /// <exception cref="CannotStartException">The file is not JSON.</exception>
    public static HostSettings Read(string? path)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (path is not null)
                builder.AddJsonFile(path);
            var file = builder.Build();
            return new HostSettings(file["extensions:http:routePrefix"] ?? "api", file.GetSection("logging"));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or FormatException)
        {
            throw new CannotStartException($"{path} can't be read: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }
}
