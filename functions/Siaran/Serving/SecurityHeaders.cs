using Microsoft.AspNetCore.Http;

namespace Siaran.Serving;

/// <summary>What a browser may do with an answer.</summary>
public static class SecurityHeaders
{
    /// <summary>Pages load pictures from anywhere, styles and scripts from here alone, and stand in no frame.</summary>
    public const string PagePolicy =
        "default-src 'none'; img-src https: http: data:; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page for frames of any site: a stylesheet and a script from here and nothing else.</summary>
    public const string FramePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    /// <summary>Documents for programs load nothing.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Sets what is not set yet.</summary>
    public static void Add(HttpResponse response, string mediaType)
    {
        var isPage = mediaType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        response.Headers.XContentTypeOptions = "nosniff";
        // TryAdd: what a page has set for itself, such as the policy for frames, stays.
        response.Headers.TryAdd("Content-Security-Policy", isPage ? PagePolicy : DataPolicy);
        response.Headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
