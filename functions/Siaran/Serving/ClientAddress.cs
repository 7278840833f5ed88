using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>Where a request comes from.</summary>
public static class ClientAddress
{
    private const int Longest = 4096;

    // A network gives one customer 2^64 addresses of version 6 (RFC 6177), so that only the first half
    // tells one from another.
    private const int BytesOfNetwork = 8;

    /// <summary>The address, or of version 6 its network; empty where it is not known.</summary>
    /// <param name="request">Behind the platform's front end, which adds to <c>X-Forwarded-For</c> whom it heard.</param>
    /// <param name="proxies">How many of one's own stand before that front end. Whatever comes earlier in the header is the client's
    /// word.</param>
    public static string Of(HttpRequest request, int proxies)
    {
        var header = request.Headers["X-Forwarded-For"].ToString();
        var named = header.Length <= Longest ? header.Split(',') : [];
        var text = named.Length > proxies ? named[^(proxies + 1)].Trim() : "";
        return IPEndPoint.TryParse(text, out var client) ? Network(client.Address) : "";
    }

    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily is AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfNetwork).Clear();
        return new IPAddress(bytes).ToString();
    }
}
