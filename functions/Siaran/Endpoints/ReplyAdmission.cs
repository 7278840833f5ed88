using Microsoft.AspNetCore.Http;
using Siaran.Releases;
using Siaran.Replies;
using Siaran.Serving;
using Siaran.Settings;

namespace Siaran.Endpoints;

/// <summary>Which forms with a reply are read at all.</summary>
public sealed class ReplyAdmission(ReplyThrottle throttle, ReplyOptions options, Site site)
{
    /// <summary>
    /// Whether a form was sent from a page of this site, as the browser says (Fetch Metadata, <c>Origin</c>); a program that says nothing
    /// is nobody's browser.
    /// </summary>
    public bool IsOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from
            ? from is "same-origin" or "none"
            : request.Headers.Origin.ToString() is var origin
                && (origin.Length == 0 || origin == site.BaseAddress.GetLeftPart(UriPartial.Authority));

    /// <summary>Counts one more from the same address and under the same release.</summary>
    /// <returns>False where that is one too many.</returns>
    public bool TryTake(HttpRequest request, ReleaseId release) =>
        throttle.TryTake("address:" + ClientAddress.Of(request, options.Proxies), ReplyThrottle.MostFromAddress)
        && throttle.TryTake("release:" + release, ReplyThrottle.MostUnderRelease);
}
