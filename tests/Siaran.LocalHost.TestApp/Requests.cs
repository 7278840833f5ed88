using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Siaran.LocalHost.TestApp;

/// <summary>Functions that tell what they were given.</summary>
public class Requests(PerInvocation scoped)
{
    public sealed record Note(string Title, int Pages);

    [Function("Echo")]
    public IResult Echo([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")] HttpRequest request) =>
        Results.Text($"{request.Method} {request.Path}");

    [Function("EveryMethod")]
    public IResult EveryMethod([HttpTrigger(AuthorizationLevel.Anonymous, Route = "every")] HttpRequest request) =>
        Results.Text(request.Method);

    [Function("Headed")]
    public IResult Headed([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "headed")] HttpRequest request) =>
        Results.Text("body");

    [Function("Item")]
    public IResult Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}")] HttpRequest request, int id) =>
        Results.Text($"item {id}");

    [Function("ItemByName")]
    public IResult ItemByName(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{name}")] HttpRequest request,
        string name
    ) => Results.Text($"name {name}");

    [Function("Paged")]
    public IResult Paged(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "paged/{page?}")] HttpRequest request,
        int? page,
        string? q,
        int size = 50
    ) => Results.Text($"page={page?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} q={q ?? "none"} size={size}");

    [Function("Required")]
    public IResult Required([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "required")] HttpRequest request, int count) =>
        Results.Text($"{count}");

    [Function("Defaulted")]
    public IResult Defaulted(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "defaulted/{kind=all}")] HttpRequest request,
        string kind
    ) => Results.Text(kind);

    [Function("Document")]
    public IResult Document(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "documents/{key}.{extension:regex(^(rss|atom)$)}")] HttpRequest request,
        string key,
        string extension
    ) => Results.Text($"{key} as {extension}");

    [Function("Everything")]
    public IResult Everything(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "everything/{*rest}")] HttpRequest request,
        string? rest
    ) => Results.Text(rest ?? "none");

    [Function("GetNote")]
    public IResult GetNote([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "notes")] HttpRequest request) => Results.Text("read");

    [Function("PostNote")]
    public IResult PostNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "notes")] HttpRequest request,
        [FromBody] Note note
    ) => Results.Text($"{note.Title} has {note.Pages}");

    [Function("Secure")]
    public IActionResult Secure([HttpTrigger("get", Route = "secure")] HttpRequest request) =>
        new OkObjectResult(new { code = request.Query["code"].ToString() });

    [Function("TopSecret")]
    public IActionResult TopSecret([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "top-secret")] HttpRequest request) =>
        new ContentResult { Content = "opened" };

    [Function("Guarded")]
    public IResult Guarded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "guarded")] HttpRequest request) =>
        Results.Text("never");

    [Function("Scopes")]
    public IResult Scopes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scopes")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation
    )
    {
        var same =
            ReferenceEquals(request.HttpContext.RequestServices.GetService(typeof(PerInvocation)), scoped)
            && ReferenceEquals(context.InstanceServices.GetService(typeof(PerInvocation)), scoped)
            && ReferenceEquals(context.GetHttpContext(), request.HttpContext)
            && cancellation == context.CancellationToken;
        return Results.Text(
            $"{scoped.Number} {same} {context.Items["middleware"]} {context.FunctionDefinition.Name} {request.Headers["x-ms-invocation-id"] == context.InvocationId}"
        );
    }

    [Function("Scheme")]
    public IResult Scheme([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scheme")] HttpRequest request) =>
        Results.Text($"{request.Scheme} {request.Headers["X-Forwarded-Proto"]}");

    [Function("Length")]
    public async Task<IResult> Length(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "length")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, cancellation);
        return Results.Text($"{copy.Length}");
    }
}
