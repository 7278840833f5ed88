using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>How the bytes of a document go over the wire.</summary>
public enum ContentEncoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses an encoding (RFC 9110 §12.5.3).</summary>
public static class ContentEncodings
{
    /// <summary>The one that the client likes best; of equals the smallest. Without a usable header the plain bytes.</summary>
    public static ContentEncoding Choose(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
        {
            return ContentEncoding.Identity;
        }

        var brotli = Quality(accepted, "br") ?? Quality(accepted, "*") ?? 0;
        var gzip = Quality(accepted, "gzip") ?? Quality(accepted, "x-gzip") ?? Quality(accepted, "*") ?? 0;
        var identity = Quality(accepted, "identity") ?? 0;
        return brotli > 0 && brotli >= gzip && brotli >= identity ? ContentEncoding.Brotli
            : gzip > 0 && gzip >= identity ? ContentEncoding.Gzip
            : ContentEncoding.Identity;
    }

    /// <summary>As in <c>Content-Encoding</c>; null for the plain bytes.</summary>
    public static string? Token(this ContentEncoding encoding) => encoding switch
    {
        ContentEncoding.Brotli => "br",
        ContentEncoding.Gzip => "gzip",
        _ => null,
    };

    private static double? Quality(IList<StringWithQualityHeaderValue> accepted, string token) =>
        accepted.FirstOrDefault(value => value.Value.Equals(token, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Quality ?? 1 : null;
}
