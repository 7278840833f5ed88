using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Siaran.LocalHost.Rpc;

namespace Siaran.LocalHost.Running;

/// <summary>
/// Writes what a worker logs to the host's own log, under the worker's categories, so that host.json decides what is seen.
/// </summary>
internal sealed class WorkerLog(ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, ILogger> byCategory = new(StringComparer.Ordinal);

    public void Write(RpcLog entry)
    {
        // Numbers for Application Insights, which no terminal shows.
        if (entry.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric)
        {
            return;
        }

        var logger = byCategory.GetOrAdd(entry.Category, loggers.CreateLogger);
        var id = int.TryParse(entry.EventId, CultureInfo.InvariantCulture, out var number)
            ? new EventId(number)
            : new EventId(0, entry.EventId);
        logger.Log(
            (LogLevel)(int)entry.Level,
            id,
            entry,
            null,
            static (said, _) =>
                said.Exception is { } thrown
                    ? $"{said.Message}{Environment.NewLine}{thrown.Type}: {thrown.Message}{Environment.NewLine}{thrown.StackTrace}"
                    : said.Message
        );
    }
}
