using Microsoft.Extensions.Logging;

namespace Siaran.LocalHost.TestApp;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Ran at the start")]
    public static partial void LogEagerly(this ILogger logger);
}
