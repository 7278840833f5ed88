using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Siaran.Serving;

namespace Siaran.Endpoints;

/// <summary>JSON that is true now and that no cache may keep.</summary>
internal sealed class UncachedJson(int status, byte[] body) : IResult
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Cors.Allow(response);
        SecurityHeaders.Add(response, ReleaseJson.MediaType);
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = ReleaseJson.MediaType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
