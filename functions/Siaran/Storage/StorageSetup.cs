using Microsoft.Extensions.Hosting;
using Siaran.Settings;

namespace Siaran.Storage;

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
