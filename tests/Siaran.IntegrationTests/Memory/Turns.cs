using System.Threading.Channels;

namespace Siaran.IntegrationTests.Memory;

/// <summary>
/// Lets one of several writers at a time go from one storage call to the next, in an order that a test decides: the same decisions always
/// give the same run.
/// </summary>
internal sealed class Turns
{
    private readonly List<Writer> writers = [];

    /// <summary>Adds a writer, which waits at its first storage call.</summary>
    public Writer Add(string name)
    {
        var writer = new Writer(name);
        writers.Add(writer);
        return writer;
    }

    /// <summary>Lets writers go on until all have ended.</summary>
    /// <param name="next">Chooses among those that wait, in the order in which they were added.</param>
    public async Task RunAsync(Func<IReadOnlyList<Writer>, Writer> next)
    {
        foreach (var writer in writers)
        {
            await writer.StartAsync();
        }

        while (writers.Where(writer => !writer.HasEnded).ToList() is { Count: > 0 } waiting)
        {
            await next(waiting).StepAsync();
        }
    }

    /// <summary>One flow of work over one instance.</summary>
    internal sealed class Writer(string name)
    {
        private readonly Channel<bool> go = Channel.CreateUnbounded<bool>();
        private readonly Channel<bool> stopped = Channel.CreateUnbounded<bool>();
        private bool isFree;

        public string Name => name;

        public Func<Task>? Work { get; set; }

        /// <summary>Storage calls so far.</summary>
        public int Calls { get; private set; }

        public bool HasEnded { get; private set; }

        /// <summary>What ended it early.</summary>
        public Exception? Failure { get; private set; }

        /// <summary>To be awaited before each storage call.</summary>
        public async ValueTask PassAsync()
        {
            if (isFree)
            {
                return;
            }

            stopped.Writer.TryWrite(true);
            await go.Reader.ReadAsync();
            Calls++;
        }

        /// <summary>Storage calls pass unstopped while a test prepares.</summary>
        public async Task FreelyAsync(Func<Task> work)
        {
            isFree = true;
            await work();
            isFree = false;
        }

        public Task StartAsync()
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    await Work!();
                }
                catch (Exception ex)
                {
                    Failure = ex;
                }

                HasEnded = true;
                stopped.Writer.TryWrite(true);
            });
            return StoppedAsync();
        }

        public Task StepAsync()
        {
            go.Writer.TryWrite(true);
            return StoppedAsync();
        }

        private async Task StoppedAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await stopped.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException ex)
            {
                throw new TimeoutException($"{name} neither ends nor calls storage after {Calls} calls.", ex);
            }
        }
    }
}
