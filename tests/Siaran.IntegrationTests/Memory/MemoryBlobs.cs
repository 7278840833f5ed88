using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Siaran.IntegrationTests.Memory;

/// <summary>The blob service: block blobs, conditions, ranges, metadata, lists and copies.</summary>
internal sealed class MemoryBlobs(TimeProvider time)
{
    private const int MostInOnePage = 5000;

    private readonly Dictionary<string, SortedDictionary<string, Blob>> containers = new(StringComparer.Ordinal);
    private long version;

    public MemoryAnswer Answer(MemoryRequest request)
    {
        var slash = request.Path.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? request.Path : request.Path[..slash];
        if (slash < 0 && request is { Method: "PUT" })
        {
            return containers.TryAdd(container, new(StringComparer.Ordinal))
                ? new MemoryAnswer(201)
                : MemoryAnswer.BlobFailure(409, "ContainerAlreadyExists");
        }

        if (!containers.TryGetValue(container, out var blobs))
        {
            return MemoryAnswer.BlobFailure(404, "ContainerNotFound");
        }

        return slash < 0 ? List(request, blobs) : Answer(request, blobs, request.Path[(slash + 1)..]);
    }

    private MemoryAnswer Answer(MemoryRequest request, SortedDictionary<string, Blob> blobs, string name)
    {
        blobs.TryGetValue(name, out var blob);
        if (Refuse(request, blob) is { } refused)
        {
            return refused;
        }

        switch (request.Method)
        {
            case "PUT" when request.Query.GetValueOrDefault("comp") == "metadata":
                if (blob is null)
                {
                    return MemoryAnswer.BlobFailure(404, "BlobNotFound");
                }

                blobs[name] = New(request, blob.Content, blob.ContentType);
                return Described(new MemoryAnswer(200), blobs[name]);
            case "PUT":
                blob = request.Header("x-ms-copy-source") is { } source
                    ? Copy(request, source)
                    : New(request, request.Body, request.Header("x-ms-blob-content-type"));
                if (blob is null)
                {
                    return MemoryAnswer.BlobFailure(404, "CannotVerifyCopySource");
                }

                blobs[name] = blob;
                return Described(new MemoryAnswer(blob.CopyId is null ? 201 : 202), blob);
            case "DELETE":
                blobs.Remove(name);
                return new MemoryAnswer(202);
            case "HEAD":
                return Described(new MemoryAnswer(200), blob!)
                    .With("Content-Length", blob!.Content.Length.ToString(CultureInfo.InvariantCulture));
            default:
                return Read(request, blob!);
        }
    }

    private static MemoryAnswer? Refuse(MemoryRequest request, Blob? blob)
    {
        var ifMatch = request.Header("If-Match");
        if (blob is null)
        {
            return request.Method == "PUT"
                ? ifMatch is null
                    ? null
                    : MemoryAnswer.BlobFailure(412, "ConditionNotMet")
                : MemoryAnswer.BlobFailure(404, "BlobNotFound");
        }

        if (ifMatch is not (null or "*") && ifMatch.Trim('"') != blob.ETag)
        {
            return MemoryAnswer.BlobFailure(412, "ConditionNotMet");
        }

        return request is { Method: "PUT" } && request.Header("If-None-Match") == "*"
            ? MemoryAnswer.BlobFailure(409, "BlobAlreadyExists")
            : null;
    }

    private static MemoryAnswer Read(MemoryRequest request, Blob blob)
    {
        if ((request.Header("x-ms-range") ?? request.Header("Range")) is not { } range)
        {
            return Described(new MemoryAnswer(200, blob.Content), blob)
                .With("Content-Length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));
        }

        var ends = range["bytes=".Length..].Split('-');
        var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        var last =
            ends[1].Length > 0
                ? (int)Math.Min(long.Parse(ends[1], CultureInfo.InvariantCulture), blob.Content.Length - 1)
                : blob.Content.Length - 1;
        return first >= blob.Content.Length
            ? MemoryAnswer.BlobFailure(416, "InvalidRange")
            : Described(new MemoryAnswer(206, blob.Content[first..(last + 1)]), blob)
                .With("Content-Length", (last + 1 - first).ToString(CultureInfo.InvariantCulture))
                .With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{blob.Content.Length}"));
    }

    private Blob New(MemoryRequest request, byte[] content, string? contentType) =>
        new(
            content,
            contentType ?? "application/octet-stream",
            "0x" + (++version).ToString("X16", CultureInfo.InvariantCulture),
            time.GetUtcNow(),
            request
                .Headers.Where(header => header.Key.StartsWith("x-ms-meta-", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key["x-ms-meta-".Length..], header => header.Value, StringComparer.OrdinalIgnoreCase),
            null
        );

    private Blob? Copy(MemoryRequest request, string source)
    {
        var path = Uri.UnescapeDataString(new Uri(source).AbsolutePath)["/memory/".Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return containers.TryGetValue(path[..slash], out var blobs) && blobs.TryGetValue(path[(slash + 1)..], out var blob)
            ? New(request, blob.Content, blob.ContentType) with
            {
                CopyId = Guid.NewGuid().ToString(),
            }
            : null;
    }

    private static MemoryAnswer Described(MemoryAnswer answer, Blob blob)
    {
        answer
            .With("ETag", $"\"{blob.ETag}\"")
            .With("Last-Modified", blob.WrittenAt.ToString("R", CultureInfo.InvariantCulture))
            .With("Content-Type", blob.ContentType)
            .With("x-ms-blob-type", "BlockBlob")
            .With("x-ms-creation-time", blob.WrittenAt.ToString("R", CultureInfo.InvariantCulture));
        foreach (var (name, value) in blob.Metadata)
        {
            answer.With("x-ms-meta-" + name, value);
        }

        return blob.CopyId is { } copy ? answer.With("x-ms-copy-id", copy).With("x-ms-copy-status", "success") : answer;
    }

    private static MemoryAnswer List(MemoryRequest request, SortedDictionary<string, Blob> blobs)
    {
        var prefix = request.Query.GetValueOrDefault("prefix", "");
        var marker = request.Query.GetValueOrDefault("marker", "");
        var most = int.Parse(
            request.Query.GetValueOrDefault("maxresults", MostInOnePage.ToString(CultureInfo.InvariantCulture)),
            CultureInfo.InvariantCulture
        );
        var withMetadata = request.Query.GetValueOrDefault("include", "").Contains("metadata", StringComparison.OrdinalIgnoreCase);
        var found = blobs
            .Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(blob.Key, marker) > 0)
            .Take(most + 1)
            .ToList();
        var page = found
            .Take(most)
            .Select(blob => new XElement(
                "Blob",
                new XElement("Name", blob.Key),
                new XElement(
                    "Properties",
                    new XElement("Creation-Time", blob.Value.WrittenAt.ToString("R", CultureInfo.InvariantCulture)),
                    new XElement("Last-Modified", blob.Value.WrittenAt.ToString("R", CultureInfo.InvariantCulture)),
                    new XElement("Etag", blob.Value.ETag),
                    new XElement("Content-Length", blob.Value.Content.Length),
                    new XElement("Content-Type", blob.Value.ContentType),
                    new XElement("BlobType", "BlockBlob")
                ),
                withMetadata ? new XElement("Metadata", blob.Value.Metadata.Select(one => new XElement(one.Key, one.Value))) : null
            ));
        var answer = new XElement(
            "EnumerationResults",
            new XAttribute("ServiceEndpoint", "http://127.0.0.1:1/memory"),
            new XAttribute("ContainerName", request.Path),
            new XElement("Blobs", page),
            new XElement("NextMarker", found.Count > most ? found[most - 1].Key : "")
        );
        return new MemoryAnswer(200, Encoding.UTF8.GetBytes(answer.ToString())).With("Content-Type", "application/xml");
    }

    private sealed record Blob(
        byte[] Content,
        string ContentType,
        string ETag,
        DateTimeOffset WrittenAt,
        IReadOnlyDictionary<string, string> Metadata,
        string? CopyId
    );
}
