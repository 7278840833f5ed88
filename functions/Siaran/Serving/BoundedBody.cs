using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Siaran.Serving;

/// <summary>Reads the bodies of requests within bounds.</summary>
public static class BoundedBody
{
    /// <summary>What the Functions host takes at most, in bytes.</summary>
    private const long MostOfHost = 100 * 1024 * 1024;

    /// <summary>
    /// The whole body. One that is too large is read to its end too: the Functions host hears no answer while it still sends.
    /// </summary>
    /// <param name="request">Its body must not have been read yet.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where it is larger than <paramref name="most"/>.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, long most, CancellationToken cancellationToken)
    {
        // Kestrel's own limit is raised to the host's, so that what is too large here gets our own 413
        // and not a broken connection.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostOfHost;
        }

        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isTooLarge = false;
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                // Read on without keeping: memory is bounded, and the sender gets the answer.
                isTooLarge |= body.Length + read > most;
                if (!isTooLarge)
                {
                    body.Write(buffer, 0, read);
                }
            }
        }
        catch (BadHttpRequestException ex) when (ex.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return isTooLarge ? null : body.ToArray();
    }
}
