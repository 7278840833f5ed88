using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Siaran.Serving;

/// <summary>What the conditions of a request come to.</summary>
public enum ConditionOutcome
{
    /// <summary>Answer in full.</summary>
    Proceed,

    /// <summary>304: the client has it.</summary>
    NotModified,

    /// <summary>412: the client asked for another version.</summary>
    Failed,
}

/// <summary>Conditional requests for GET and HEAD, in the order of RFC 9110 §13.2.2.</summary>
public static class Conditions
{
    /// <param name="headers">Of the request.</param>
    /// <param name="etag">Of the bytes that would be sent, quotes included.</param>
    /// <param name="lastModified">Whole seconds; null where it is not known, and then dates are passed over.</param>
    public static ConditionOutcome Evaluate(IHeaderDictionary headers, string etag, DateTimeOffset? lastModified)
    {
        // A tag wins over a date wherever both come, since dates have whole seconds only.
        if (headers.IfMatch.Count > 0)
        {
            // Strong comparison for If-Match, weak for If-None-Match (RFC 9110 §13.1): a proxy may
            // weaken our tag on its way, and still be given a 304.
            if (!Names(headers.IfMatch, etag, strong: true))
            {
                return ConditionOutcome.Failed;
            }
        }
        else if (Date(headers.IfUnmodifiedSince) is { } unmodifiedSince && lastModified > unmodifiedSince)
        {
            return ConditionOutcome.Failed;
        }

        if (headers.IfNoneMatch.Count > 0)
        {
            return Names(headers.IfNoneMatch, etag, strong: false) ? ConditionOutcome.NotModified : ConditionOutcome.Proceed;
        }

        // A date that cannot be read is as good as none (RFC 9110 §13.1.3), and so the answer is in full.
        return Date(headers.IfModifiedSince) is { } modifiedSince && lastModified <= modifiedSince
            ? ConditionOutcome.NotModified
            : ConditionOutcome.Proceed;
    }

    /// <summary>The hashes that a request's entity tags name, whatever their encoding; see <see cref="Document.Hash"/>.</summary>
    // The part before a hyphen: a client that has the gzip form of a document has that document.
    public static IEnumerable<string> Hashes(StringValues tags) =>
        EntityTagHeaderValue.TryParseList(tags, out var parsed) ? parsed.Select(tag => tag.Tag.Value!.Trim('"').Split('-')[0]) : [];

    private static bool Names(StringValues header, string etag, bool strong) =>
        EntityTagHeaderValue.TryParseList(header, out var tags)
        && tags.Any(tag =>
            tag.Equals(EntityTagHeaderValue.Any) || (tag.Tag.Equals(etag, StringComparison.Ordinal) && !(strong && tag.IsWeak))
        );

    private static DateTimeOffset? Date(StringValues header) =>
        header.Count == 1 && HeaderUtilities.TryParseDate(header.ToString(), out var date) ? date : null;
}
