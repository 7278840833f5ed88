using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Siaran.LocalHost;

/// <summary>One thing that the app has logged.</summary>
public sealed record LogEntry(LogLevel Level, string Category, EventId Event, string Message, Exception? Exception);

/// <summary>Keeps what the tested app logs, the newest of it: tens of thousands of requests log more than the app itself holds.</summary>
public sealed class TestLog : ILoggerProvider
{
    private const int Most = 20_000;

    private readonly ConcurrentQueue<LogEntry> entries = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LogEntry> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, entries);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            entries.Enqueue(new LogEntry(logLevel, category, eventId, formatter(state, exception), exception));
            if (entries.Count > Most)
            {
                entries.TryDequeue(out _);
            }
        }
    }
}
