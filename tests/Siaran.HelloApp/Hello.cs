using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.HelloApp;

/// <summary>The smallest app of the same packages, to measure Siaran against.</summary>
public static class Hello
{
    [Function("Hello")]
    public static IResult Say([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request) =>
        Results.Text($"Hello, {request.Method}");
}
