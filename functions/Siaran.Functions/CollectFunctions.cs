using Microsoft.Azure.Functions.Worker;
using Siaran.Ingest;

namespace Siaran.Functions;

/// <summary>The timer that takes what editors have uploaded.</summary>
public sealed class CollectFunctions(Collector collector)
{
    [Function("Collect")]
    public Task Collect([TimerTrigger("%CollectSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        collector.CollectAsync(cancellationToken);
}
