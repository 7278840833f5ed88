using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>The register of offices, for the operator: read and replaced as a whole.</summary>
public sealed class OfficesEndpoint(
    OfficeTable table,
    CurrentOffices offices,
    AuditTable audit,
    Availability availability,
    TimeProvider time
)
{
    private const int MostBytes = 512 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A misspelt "offices" would leave a register without any, under which everyone acts for all.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>200 with the register and its <c>ETag</c>; empty where none was ever kept.</summary>
    public Task<IResult> ReadAsync(CancellationToken cancellationToken) =>
        availability.AnswerAsync(
            "offices",
            async ct =>
            {
                var stored = await table.ReadAsync(ct);
                return new RegisterResult(stored.Register, stored.Version);
            },
            cancellationToken
        );

    /// <summary>
    /// 200 with the register as kept; 400 with all that is wrong with it; 412 where <c>If-Match</c> is missing or names another than the
    /// one that is kept.
    /// </summary>
    public async Task<IResult> ReplaceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (register, problem) = await ReadBodyAsync(request, cancellationToken);
        return register is null
            ? problem!
            : await availability.AnswerAsync(
                "offices",
                ct => ReplaceAsync(register, request.Headers.IfMatch.ToString(), ct),
                cancellationToken
            );
    }

    private async Task<IResult> ReplaceAsync(OfficeRegister register, string ifMatch, CancellationToken cancellationToken)
    {
        var stored = await table.ReadAsync(cancellationToken);
        if (stored.Version is { } version && ifMatch != version.ToString())
        {
            return Changed();
        }

        await table.EnsureSecretAsync(cancellationToken);
        if (await table.TryWriteAsync(register, stored.Version, cancellationToken) is not { } written)
        {
            return Changed();
        }

        offices.Forget();
        var now = time.GetUtcNow();
        var line = new AuditLine($"offices\n{written}", now, "operator", "offices")
        {
            Detail = $"{register.Offices.Count} offices, {register.Holders.Count} holders",
            From = "maintenance",
        };
        await audit.WriteAsync([line], cancellationToken);
        return new RegisterResult(register, written);
    }

    private static async Task<(OfficeRegister? Register, ProblemResult? Problem)> ReadBodyAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (await BoundedBody.ReadAsync(request, MostBytes, cancellationToken) is not { } body)
        {
            return (null, ProblemResult.BadRequest($"A register has at most {MostBytes} bytes."));
        }

        try
        {
            var register = JsonSerializer.Deserialize<OfficeRegister>(body, Json) ?? OfficeRegister.None;
            var flaws = register.Flaws().ToList();
            return flaws.Count == 0 ? (register, null) : (null, ProblemResult.BadRequest(string.Join(' ', flaws.Take(20))));
        }
        catch (JsonException ex)
        {
            return (null, ProblemResult.BadRequest($"The register cannot be read as JSON: see {ex.Path ?? "its start"}."));
        }
    }

    private static ProblemResult Changed() =>
        new(
            StatusCodes.Status412PreconditionFailed,
            "Changed meanwhile",
            "The register is another by now. Read it, and send yours with its ETag in If-Match."
        );

    private sealed class RegisterResult(OfficeRegister register, ETag? version) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ETag = version?.ToString();
            return ResponseWriter.WritePrivateAsync(
                httpContext,
                StatusCodes.Status200OK,
                WebJson.MediaType,
                WebJson.IndentedBytes(register)
            );
        }
    }
}
