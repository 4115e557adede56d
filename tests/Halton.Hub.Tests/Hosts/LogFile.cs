using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Keeps every log line of the run, however detailed, for the leak scan.</summary>
public sealed class LogFile : ILoggerProvider
{
    private static readonly Lock Door = new();
    private static readonly StreamWriter Lines = new(Path.Combine(TestCluster.Output, $"logs-{Environment.ProcessId}.txt"), append: true) { AutoFlush = true };

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Category(categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // The file belongs to the run.
    }

    private sealed class Category(string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Door)
            {
                Lines.WriteLine($"{logLevel} {name} {formatter(state, exception)} {exception}");
            }
        }
    }
}
