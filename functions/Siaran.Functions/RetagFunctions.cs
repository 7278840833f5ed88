using Microsoft.Azure.Functions.Worker;
using Siaran.Ingest;

namespace Siaran.Functions;

/// <summary>The timer that reads the archive again when the vocabularies or models have changed.</summary>
public sealed class RetagFunctions(Retagger retagger)
{
    [Function("Retag")]
    public Task Retag([TimerTrigger("%RetagSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        retagger.RunAsync(cancellationToken);
}
