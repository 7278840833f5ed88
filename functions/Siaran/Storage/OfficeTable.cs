using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Siaran.Actors;

namespace Siaran.Storage;

/// <summary>The register of offices as stored.</summary>
/// <param name="Register">Empty where none was ever written.</param>
/// <param name="Version">Of the register; null where none was ever written.</param>
/// <param name="Secret">What the service signs with; null until it was first needed.</param>
public sealed record StoredOffices(OfficeRegister Register, ETag? Version, ReadOnlyMemory<byte>? Secret);

/// <summary>Offices, who may act for them, and the secret that marks what this service itself has let in.</summary>
public sealed class OfficeTable(StorageAccount account)
{
    private const string Partition = "current";
    private const string Register = "register";
    private const string Secret = "secret";

    private readonly TableClient table = account.Table(Names.Offices);
    private readonly Payload payload = new(account);

    /// <summary>All of it; one query.</summary>
    /// <exception cref="InvalidDataException">The register is damaged.</exception>
    public async Task<StoredOffices> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new StoredOffices(OfficeRegister.None, null, null);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            found =
                row.RowKey == Secret ? found with { Secret = row.GetBinary(Secret) }
                : row.RowKey == Register
                    ? found with
                    {
                        Register = await payload.ReadAsync<OfficeRegister>(row, cancellationToken),
                        Version = row.ETag,
                    }
                : found;
        }

        return found;
    }

    /// <summary>Keeps a register in the place of the one before.</summary>
    /// <param name="register">Without flaws.</param>
    /// <param name="version">Of the one before; null where there must be none.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>Its version; null where another one was kept meanwhile.</returns>
    public async Task<ETag?> TryWriteAsync(OfficeRegister register, ETag? version, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, Register);
        await payload.WriteAsync(row, Payload.Pack(register), cancellationToken);
        try
        {
            var written = version is { } before
                ? await table.UpdateEntityAsync(row, before, TableUpdateMode.Replace, cancellationToken)
                : await table.AddEntityAsync(row, cancellationToken);
            return written.Headers.ETag;
        }
        // Another was first: 409 where there was none, 412 where there was one, 404 where it is gone
        // since.
        catch (RequestFailedException ex) when (ex.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Makes the secret, unless there is one.</summary>
    public async Task EnsureSecretAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Added and never replaced: under another secret no upload that still waits would be
            // believed. As long as the hash that it keys, as RFC 2104 advises.
            var row = new TableEntity(Partition, Secret) { [Secret] = RandomNumberGenerator.GetBytes(32) };
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status is 409)
        {
            // Another instance was faster: its secret is the one.
        }
    }
}
