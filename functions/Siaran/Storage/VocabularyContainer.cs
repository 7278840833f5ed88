using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Siaran.Tagging.Vocabularies;

namespace Siaran.Storage;

/// <summary>
/// The vocabularies that editors have put in place of the project's, blobs of the same names, and languages that they added.
/// </summary>
public sealed class VocabularyContainer(StorageAccount account)
{
    /// <summary>Bytes; a larger blob is no vocabulary.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    private readonly BlobContainerClient container = account.Container(Names.Vocabulary);

    /// <summary>The versions (ETags) of the blobs that have a vocabulary's name; one call. Empty where there is no container.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                if (VocabularyFiles.IsVocabulary(blob.Name))
                {
                    found[blob.Name] = blob.Properties.ETag?.ToString() ?? "";
                }
            }
        }
        catch (RequestFailedException ex) when (ex.Status is 404)
        {
            found.Clear();
        }

        return found;
    }

    /// <summary>The whole text of a vocabulary in one version; null where it was taken away or replaced since.</summary>
    /// <exception cref="InvalidDataException">It is too large, or no UTF-8.</exception>
    public async Task<string?> ReadAsync(string name, string version, CancellationToken cancellationToken)
    {
        try
        {
            using var blob = (
                await container
                    .GetBlobClient(name)
                    .DownloadStreamingAsync(
                        new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(version) } },
                        cancellationToken
                    )
            ).Value;
            // By the stated length, before a byte of it is read.
            if (blob.Details.ContentLength > MaxBytes)
            {
                throw new InvalidDataException($"The vocabulary {name} is larger than {MaxBytes} bytes.");
            }

            using var reader = new StreamReader(blob.Content, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 404 or 412)
        {
            return null;
        }
        catch (DecoderFallbackException ex)
        {
            throw new InvalidDataException($"The vocabulary {name} is no UTF-8.", ex);
        }
    }
}
