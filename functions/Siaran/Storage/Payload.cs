using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Siaran.Storage;

/// <summary>Documents in table rows: JSON under Brotli, in binary columns of 64 KiB; the few too large ones in blobs.</summary>
internal sealed class Payload(StorageAccount account)
{
    // What Table Storage takes in one property. A row takes 1 MiB and a batch 4 MiB, of which base64
    // takes a third.
    private const int ColumnBytes = 64 * 1024;

    /// <summary>More than this in one row would let a commit of ten outgrow a batch of 4 MiB.</summary>
    private const int MaxBytes = 4 * ColumnBytes;

    private readonly BlobContainerClient documents = account.Container(Names.Documents);

    // Stored bytes are hashed to see whether anything changed, so that these options are part of the
    // format: another encoder or an indent would make every entry new.
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new LongStringConverter() },
    };

    /// <summary>A document, ready to be put in any number of rows.</summary>
    public static byte[] Pack<T>(T document)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 5 }))
        {
            JsonSerializer.Serialize(brotli, document, Json);
        }

        return packed.ToArray();
    }

    /// <summary>Equal for equal documents.</summary>
    public static string ContentHash(byte[] packed) => Convert.ToHexStringLower(SHA256.HashData(packed));

    /// <param name="row">The row that is to hold or name it.</param>
    /// <param name="packed">From <see cref="Pack"/>.</param>
    /// <param name="cancellationToken">Ends the write of a large one.</param>
    public async Task WriteAsync(TableEntity row, byte[] packed, CancellationToken cancellationToken)
    {
        if (packed.Length > MaxBytes)
        {
            // Named by its hash: equal documents share a blob, and a repeated run writes the same.
            var name = ContentHash(packed);
            await documents.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(packed), overwrite: true, cancellationToken);
            row["Document"] = name;
            return;
        }

        for (int column = 0, at = 0; at < packed.Length; column++, at += ColumnBytes)
        {
            row[$"Payload{column}"] = packed[at..Math.Min(at + ColumnBytes, packed.Length)];
        }
    }

    /// <exception cref="InvalidDataException">The row holds no such document.</exception>
    public async Task<T> ReadAsync<T>(TableEntity row, CancellationToken cancellationToken)
    {
        if (row.GetString("Document") is { } name)
        {
            // Columns without a gap, so that none needs to be counted beforehand.
            return Unpack<T>(await OpenAsync(name, cancellationToken));
        }

        using var packed = new MemoryStream();
        for (var column = 0; row.GetBinary($"Payload{column}") is { } next; column++)
        {
            packed.Write(next);
        }

        packed.Position = 0;
        return Unpack<T>(packed);
    }

    private async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            throw new InvalidDataException($"The stored document {name} is gone.", ex);
        }
    }

    /// <exception cref="InvalidDataException">It is no such document.</exception>
    public static T Unpack<T>(Stream packed)
    {
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize<T>(brotli, Json) ?? throw new InvalidDataException("A stored document is empty.");
        }
        // What damaged bytes make the decoder and the parser throw, as one exception: whoever reads can
        // leave out the row.
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("A stored document is not as it was written.", ex);
        }
    }
}
