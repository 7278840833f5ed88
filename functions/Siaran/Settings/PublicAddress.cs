using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Siaran.Settings;

/// <summary>The public address: as set, or else the host's own name.</summary>
internal static class PublicAddress
{
    /// <exception cref="OptionsValidationException">Nothing tells the address.</exception>
    public static Uri Of(IConfiguration configuration)
    {
        if (configuration["Site:BaseAddress"] is { Length: > 0 } set)
        {
            return new Uri(set, UriKind.RelativeOrAbsolute);
        }

        if (configuration["WEBSITE_HOSTNAME"] is not { Length: > 0 } host)
        {
            throw new OptionsValidationException(
                "Site",
                typeof(Site),
                ["The public address is not known: set Site__BaseAddress, such as https://siaran.example.go.id/."]
            );
        }

        // Azure gives the host's name alone and serves it by https; the local host has no certificate.
        var local = host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase);
        return new Uri($"{(local ? "http" : "https")}://{host}/");
    }
}
