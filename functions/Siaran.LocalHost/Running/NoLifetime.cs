using Microsoft.Extensions.Hosting;

namespace Siaran.LocalHost;

/// <summary>Leaves signals to whoever owns the process.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
