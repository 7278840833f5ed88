using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Siaran.Storage;

/// <summary>The storage account, by connection string or by addresses and identity, as the Functions host itself is told of it.</summary>
public sealed class StorageAccount
{
    private const string Section = "AzureWebJobsStorage";

    private readonly BlobServiceClient blobs;
    private readonly TableServiceClient tables;

    /// <param name="configuration">Where the settings stand.</param>
    /// <param name="calls">Counts every request.</param>
    /// <param name="policies">See every request besides.</param>
    /// <exception cref="InvalidOperationException">Neither a connection string nor the addresses are set.</exception>
    public StorageAccount(IConfiguration configuration, StorageCalls calls, IEnumerable<HttpPipelinePolicy> policies)
    {
        var blobOptions = new BlobClientOptions();
        var tableOptions = new TableClientOptions();
        foreach (var policy in policies.Prepend(calls))
        {
            blobOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            tableOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        if (configuration[Section] is { Length: > 0 } connection)
        {
            blobs = new BlobServiceClient(connection, blobOptions);
            tables = new TableServiceClient(connection, tableOptions);
            return;
        }

        var section = configuration.GetSection(Section);
        if (section["blobServiceUri"] is not { } blobUri || section["tableServiceUri"] is not { } tableUri)
        {
            throw new InvalidOperationException(
                $"No storage is set: give {Section} a connection string, or set {Section}__blobServiceUri and {Section}__tableServiceUri.");
        }

        TokenCredential credential = section["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
        blobs = new BlobServiceClient(new Uri(blobUri), credential, blobOptions);
        tables = new TableServiceClient(new Uri(tableUri), credential, tableOptions);
    }

    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    public TableClient Table(string name) => tables.GetTableClient(name);

    /// <summary>Makes what is missing. Where the infrastructure makes it, this need not run.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Names.Containers.Select(name => (Task)Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))
                .Concat(Names.Tables.Select(name => Table(name).CreateIfNotExistsAsync(cancellationToken))));
    }
}
