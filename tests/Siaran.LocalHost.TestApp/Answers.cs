using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Siaran.LocalHost.TestApp;

/// <summary>Functions that answer in every way there is.</summary>
public static class Answers
{
    public sealed record Several(string Note, [property: HttpResult] IResult Http);

    /// <summary>Completes when the function Patient has been called.</summary>
    public static TaskCompletionSource PatientCalled { get; } = new();

    /// <summary>Completes when the client of the function Patient has gone away.</summary>
    public static TaskCompletionSource PatientGone { get; } = new();

    /// <summary>Completes when the function Slowly has been called.</summary>
    public static TaskCompletionSource SlowlyCalled { get; } = new();

    /// <summary>What the function Slowly waits for.</summary>
    public static TaskCompletionSource SlowlyMayEnd { get; } = new();

    [Function("AnswerWith")]
    public static async Task<IActionResult?> AnswerWith(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/action")] HttpRequest request
    )
    {
        await Task.Yield();
        return new ObjectResult(new { word = "made" }) { StatusCode = 201 };
    }

    [Function("AnswerTyped")]
    public static Results<Ok<string>, NotFound> AnswerTyped(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/typed")] HttpRequest request
    ) => TypedResults.Ok("typed");

    [Function("AnswerValueTask")]
    public static ValueTask<IResult> AnswerValueTask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/valuetask")] HttpRequest request
    ) => ValueTask.FromResult(Results.Text("awaited"));

    [Function("AnswerWritten")]
    public static Task AnswerWritten([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/written")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("written");

    [Function("AnswerObject")]
    public static object AnswerObject([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/object")] HttpRequest request) =>
        new { lost = true };

    [Function("AnswerString")]
    public static string AnswerString([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/string")] HttpRequest request) =>
        "lost";

    [Function("AnswerNull")]
    public static IResult? AnswerNull([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/null")] HttpRequest request) =>
        null;

    [Function("AnswerNothing")]
    public static void AnswerNothing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/nothing")] HttpRequest request) { }

    [Function("AnswerSeveral")]
    public static Several AnswerSeveral([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/several")] HttpRequest request) =>
        new("noted", Results.Text("marked"));

    [Function("AnswerRedirect")]
    public static IResult AnswerRedirect(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/redirect")] HttpRequest request
    ) => Results.Redirect("/elsewhere");

    [Function("AnswerNotModified")]
    public static IResult AnswerNotModified(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/not-modified")] HttpRequest request
    )
    {
        request.HttpContext.Response.Headers.ETag = "\"one\"";
        return Results.StatusCode(304);
    }

    [Function("AnswerRange")]
    public static IResult AnswerRange([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/range")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.Append("Link", "<a>");
        request.HttpContext.Response.Headers.Append("Link", "<b>");
        return Results.Bytes("0123456789"u8.ToArray(), enableRangeProcessing: true);
    }

    [Function("Failing")]
    public static IResult Failing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/failing")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-before"] = "set";
        throw new InvalidOperationException("broken on purpose");
    }

    [Function("FailingResult")]
    public static IResult FailingResult(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/failing-result")] HttpRequest request
    ) => new Broken();

    [Function("Known")]
    public static IResult Known([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/known")] HttpRequest request) =>
        throw new NotSupportedException();

    [Function("Patient")]
    public static async Task Patient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/patient")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        PatientCalled.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            PatientGone.TrySetResult();
        }
    }

    [Function("Slowly")]
    public static async Task<IResult> Slowly(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/slowly")] HttpRequest request
    )
    {
        SlowlyCalled.TrySetResult();
        await SlowlyMayEnd.Task;
        return Results.Text("done");
    }

    [Function("Streamed")]
    public static IResult Streamed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer/streamed")] HttpRequest request) =>
        Results.Stream(async body =>
        {
            for (var part = 0; part < 3; part++)
            {
                await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"part {part};"));
                await body.FlushAsync();
            }
        });

    private sealed class Broken : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new NotSupportedException("the middleware is past");
    }
}
