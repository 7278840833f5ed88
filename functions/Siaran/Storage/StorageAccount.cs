using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Siaran.Settings;

namespace Siaran.Storage;

/// <summary>The storage account, by connection string or by addresses and identity, as the Functions host itself finds it.</summary>
public sealed class StorageAccount
{
    /// <summary>What is wrong where <see cref="IsSet"/> is false.</summary>
    public const string NotSet =
        $"{Section}: no storage is set. Give a connection string, or {Section}__blobServiceUri and {Section}__tableServiceUri.";

    private const string Section = "AzureWebJobsStorage";

    // Of five seconds each.
    private const int MostTries = 60;

    /// <summary>Whoever writes has time: what is begun is better brought to its end.</summary>
    private static readonly Patience ForWriters = new(TimeSpan.FromSeconds(30), 4);

    /// <summary>Whoever reads gets 503 rather than an answer that comes late.</summary>
    private static readonly Patience ForReaders = new(TimeSpan.FromSeconds(2), 1);

    private readonly BlobServiceClient blobs;
    private readonly TableServiceClient tables;
    private readonly Lazy<StorageAccount> readers;
    private readonly string prefix = "";

    /// <param name="configuration">Where the settings stand.</param>
    /// <param name="calls">Counts every request.</param>
    /// <param name="policies">See every request besides.</param>
    /// <param name="options">How much goes out at once, and how long a repetition waits.</param>
    /// <param name="transport">Carries the requests where they go elsewhere than to Azure; null for HTTP.</param>
    /// <exception cref="OptionsValidationException">Neither a connection string that can be read nor the addresses are set.</exception>
    public StorageAccount(
        IConfiguration configuration,
        StorageCalls calls,
        IEnumerable<HttpPipelinePolicy> policies,
        StorageOptions options,
        HttpPipelineTransport? transport = null
    )
        : this(configuration, new Line([calls, .. policies], transport, options), ForWriters) { }

    private StorageAccount(IConfiguration configuration, Line line, Patience patience)
    {
        // Hosted services are made before settings are validated, so the refusal must come from here.
        if (!IsSet(configuration))
        {
            throw new OptionsValidationException(Section, typeof(StorageOptions), [NotSet]);
        }

        AtOnce = line.Options.AtOnce;
        // The same line, so that calls are counted together, and other patience. Lazily, or each
        // account would make the next without end.
        readers = new(() => new StorageAccount(configuration, line, ForReaders));
        var blobOptions = patience.Apply(new BlobClientOptions(), line);
        var tableOptions = patience.Apply(new TableClientOptions(), line);

        if (configuration[Section] is { Length: > 0 } connection)
        {
            blobs = new BlobServiceClient(connection, blobOptions);
            tables = new TableServiceClient(connection, tableOptions);
            return;
        }

        var section = configuration.GetSection(Section);
        TokenCredential credential = section["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            // A user-assigned identity has to be named; DefaultAzureCredential finds a system-assigned
            // one, and a developer's own.
            : new DefaultAzureCredential();
        blobs = new BlobServiceClient(new Uri(section["blobServiceUri"]!), credential, blobOptions);
        tables = new TableServiceClient(new Uri(section["tableServiceUri"]!), credential, tableOptions);
    }

    private StorageAccount(StorageAccount other, string prefix) =>
        (blobs, tables, readers, this.prefix, AtOnce) = (other.blobs, other.tables, other.readers, prefix, other.AtOnce);

    /// <summary>Requests of one piece of work that may go out at once.</summary>
    public int AtOnce { get; }

    /// <summary>The same containers with tables of their own, in which a rebuild works unseen.</summary>
    public StorageAccount StagingTables() => new(this, Names.StagingPrefix);

    /// <summary>The same account for those who answer requests: it gives up soon.</summary>
    public StorageAccount Readers => readers.Value;

    /// <summary>Whether there is a connection string that can be read, or both addresses.</summary>
    public static bool IsSet(IConfiguration configuration)
    {
        if (configuration[Section] is { Length: > 0 } connection)
        {
            try
            {
                return new BlobServiceClient(connection).Uri.IsAbsoluteUri;
            }
            catch (Exception ex) when (ex is FormatException or ArgumentException)
            {
                return false;
            }
        }

        var section = configuration.GetSection(Section);
        return Uri.TryCreate(section["blobServiceUri"], UriKind.Absolute, out _)
            && Uri.TryCreate(section["tableServiceUri"], UriKind.Absolute, out _);
    }

    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    public TableClient Table(string name) => tables.GetTableClient(prefix + name);

    /// <summary>
    /// Makes the tables that can be rebuilt and the index of related news again and empty. Azure takes up to a minute to let go of a
    /// table's name.
    /// </summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await foreach (var blob in Container(Names.Index).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            await Container(Names.Index).DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }

        await DropAsync(cancellationToken);
        await Task.WhenAll(Names.Rebuildable.Select(name => CreateOnceGoneAsync(Table(name), cancellationToken)));
    }

    /// <summary>Deletes the tables that can be rebuilt, those of them that are there.</summary>
    public Task DropAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Names.Rebuildable.Select(name => Table(name).DeleteAsync(cancellationToken)));

    /// <exception cref="RequestFailedException">The name was not let go of in five minutes.</exception>
    private static async Task CreateOnceGoneAsync(TableClient table, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await table.CreateIfNotExistsAsync(cancellationToken);
                return;
            }
            // Deleting a table is not done when Azure answers: its name is free some half a minute
            // later, and until then creating it is refused.
            catch (RequestFailedException ex) when (ex.ErrorCode == TableErrorCode.TableBeingDeleted && tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <summary>Makes what is missing. Where the infrastructure makes it, this need not run.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Names
                .Containers.Select(name => (Task)Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken))
                .Concat(Names.Tables.Select(name => Table(name).CreateIfNotExistsAsync(cancellationToken)))
        );
    }

    /// <summary>How requests leave.</summary>
    private sealed record Line(IReadOnlyList<HttpPipelinePolicy> Policies, HttpPipelineTransport? Transport, StorageOptions Options);

    /// <param name="Wait">For one try.</param>
    /// <param name="Retries">After the first.</param>
    private sealed record Patience(TimeSpan Wait, int Retries)
    {
        public T Apply<T>(T options, Line line)
            where T : ClientOptions
        {
            options.Retry.NetworkTimeout = Wait;
            options.Retry.MaxRetries = Retries;
            options.Retry.Delay = line.Options.RetryDelay;
            options.Transport = line.Transport ?? options.Transport;
            foreach (var policy in line.Policies)
            {
                // PerRetry, and not PerCall: every request costs money, repeated ones too.
                options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            }

            return options;
        }
    }
}
