using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalHost.TestApp;

/// <summary>Functions that concern the worker's process.</summary>
public static class Processes
{
    [Function("ProcessId")]
    public static IResult Id([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "process")] HttpRequest request) =>
        Results.Text(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    [Function("ProcessCrash")]
    public static IResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "crash")] HttpRequest request)
    {
        Environment.FailFast("crashed on purpose");
        return Results.Empty;
    }
}
