using Microsoft.AspNetCore.Http;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>JSON that is true now and that no cache may keep.</summary>
internal sealed class UncachedJson(int status, byte[] body) : IResult
{
    public static UncachedJson Of<T>(int status, T document) => new(status, WebJson.Bytes(document));

    public Task ExecuteAsync(HttpContext httpContext) => ResponseWriter.WriteUncachedAsync(httpContext, status, WebJson.MediaType, body);
}
