using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Siaran.Actors;
using Siaran.Serving;
using Siaran.Storage;

namespace Siaran.Endpoints;

/// <summary>The audit as a table for spreadsheets (RFC 4180), a month at a time.</summary>
public sealed class AuditEndpoint(AuditTable audit, Availability availability, TimeProvider time)
{
    /// <summary>
    /// 200 with the changes of <c>month</c> (<c>2026-11</c>; the current one by default), newest first; 400 for any other.
    /// </summary>
    public async Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Query["month"].ToString();
        var month = time.GetUtcNow();
        if (
            asked.Length > 0
            && !DateTimeOffset.TryParseExact(asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out month)
        )
        {
            return ProblemResult.BadRequest("month is given as 2026-11.");
        }

        return await availability.AnswerAsync(
            "audit",
            async ct => new CsvResult(AuditCsv.Of(await audit.ReadAsync(month, month, null, ct).ToListAsync(ct))),
            cancellationToken
        );
    }

    private sealed class CsvResult(string csv) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
            return ResponseWriter.WritePrivateAsync(
                httpContext,
                StatusCodes.Status200OK,
                "text/csv; charset=utf-8",
                Encoding.UTF8.GetBytes(csv)
            );
        }
    }
}
