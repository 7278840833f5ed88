using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>How the bytes of a document go over the wire.</summary>
public enum ContentEncoding
{
    // One compressed form, so that a cache holds two bodies of an address at most. Brotli at a quality
    // that a request can wait for makes feeds no smaller.
    Identity,
    Gzip,
}

/// <summary>Chooses an encoding (RFC 9110 §12.5.3).</summary>
public static class ContentEncodings
{
    /// <summary>The one that the client prefers; of equals the smaller. Without a usable header the plain bytes.</summary>
    public static ContentEncoding Choose(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
        {
            return ContentEncoding.Identity;
        }

        var gzip = Quality(accepted, "gzip") ?? Quality(accepted, "x-gzip") ?? Quality(accepted, "*") ?? 0;
        var identity = Quality(accepted, "identity") ?? 0;
        // Gzip wins a tie: "gzip, identity" without qualities means the client takes both.
        return gzip > 0 && gzip >= identity ? ContentEncoding.Gzip : ContentEncoding.Identity;
    }

    /// <summary>As in <c>Content-Encoding</c>; null for the plain bytes.</summary>
    public static string? Token(this ContentEncoding encoding) => encoding is ContentEncoding.Gzip ? "gzip" : null;

    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, string token) =>
        accepted.FirstOrDefault(value => value.Value.Equals(token, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Quality ?? 1
            : null;
}
