using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;

namespace Siaran.Storage;

public sealed class StorageOptions
{
    /// <summary>Whether missing containers and tables are made at start. Not needed where the infrastructure makes them.</summary>
    public bool CreateMissing { get; set; } = true;

    /// <summary>Requests of one piece of work that may go out at once, such as the listings that one release enters.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    /// <summary>How long the first repetition of a request that failed waits; later ones wait longer.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>Makes containers and tables before anything asks for them.</summary>
internal sealed class StorageSetup(StorageAccount account, StorageOptions options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        options.CreateMissing ? account.CreateAsync(cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
