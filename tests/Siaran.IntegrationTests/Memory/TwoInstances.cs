using Azure.Core;

namespace Siaran.IntegrationTests.Memory;

/// <summary>What becomes of the line to storage, or of the process, at some call.</summary>
internal enum Disturbance
{
    /// <summary>From some call on nothing reaches storage any more, and each call fails.</summary>
    Outage,

    /// <summary>The process ends at some call.</summary>
    Killed,

    /// <summary>As above, when the call was carried out.</summary>
    KilledAfter,

    /// <summary>One call is carried out and said to have failed; all later ones pass.</summary>
    AnswerLost,
}

/// <summary>Two instances over one storage, which may be killed, cut off, and stopped at each call while the other goes on.</summary>
/// <param name="storage">Shared by both.</param>
/// <param name="clock">Shared by both.</param>
/// <param name="random">Decides whose turn it is.</param>
/// <param name="sabotage">A fault that is put in.</param>
internal sealed class TwoInstances(MemoryStorage storage, TimeProvider clock, Random random, Sabotage? sabotage) : IAsyncDisposable
{
    public const int Count = 2;

    // Not static: what waits for it is let go of with this.
    private readonly Task never = new TaskCompletionSource().Task;

    private readonly PressRoom?[] rooms = new PressRoom?[Count];
    private readonly TaskCompletionSource?[] lives = new TaskCompletionSource?[Count];
    private readonly Turns.Writer?[] writers = new Turns.Writer?[Count];
    private int callsLeft = int.MaxValue;
    private Disturbance disturbance;

    /// <summary>Another instance, whose line is whole: for what only looks.</summary>
    public PressRoom Reader { get; } = new(storage, clock);

    public MemoryStorage Storage => storage;

    public async ValueTask DisposeAsync()
    {
        foreach (var room in rooms.Append(Reader).OfType<PressRoom>())
        {
            await room.DisposeAsync();
        }
    }

    /// <summary>An instance, started where it is not running.</summary>
    public PressRoom Room(int number)
    {
        if (rooms[number] is { } there)
        {
            return there;
        }

        var life = lives[number] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return rooms[number] = new PressRoom(
            storage,
            sabotage?.ClockOf(clock) ?? clock,
            message => PassAsync(message, number, life),
            changing: services => sabotage?.Change(services)
        );
    }

    /// <summary>Ends the process of an instance; the next thing that it is asked for starts another.</summary>
    public async Task RestartAsync(int number)
    {
        if (rooms[number] is { } room)
        {
            (rooms[number], lives[number]) = (null, null);
            await room.DisposeAsync();
        }
    }

    /// <summary>Has something happen after so many calls.</summary>
    public void Disturb(Disturbance what, int calls) => (disturbance, callsLeft) = (what, calls);

    /// <summary>All calls pass again.</summary>
    public void Settle() => callsLeft = int.MaxValue;

    /// <summary>Has an instance do something, to its end or that of its process.</summary>
    public async Task DoAsync(int number, Func<PressRoom, Task> work)
    {
        var room = Room(number);
        try
        {
            await await Task.WhenAny(work(room), lives[number]!.Task);
        }
        catch (Exception ex) when (ex is IOException or AggregateException or Azure.RequestFailedException)
        {
            // As a process that is killed, or an instance that another overtook.
        }
    }

    /// <summary>Two pieces of work, one on each instance, stopped at each storage call for as long as the lot says.</summary>
    public async Task DoAtOnceAsync(Func<PressRoom, Task> one, Func<PressRoom, Task> other)
    {
        var turns = new Turns();
        (writers[0], writers[1]) = (turns.Add("one"), turns.Add("other"));
        (writers[0]!.Work, writers[1]!.Work) = (() => DoAsync(0, one), () => DoAsync(1, other));
        var share = random.NextDouble();
        await turns.RunAsync(waiting => waiting[random.NextDouble() < share ? 0 : ^1]);
        (writers[0], writers[1]) = (null, null);
    }

    /// <param name="message">What goes to storage.</param>
    /// <param name="number">The instance that sends it.</param>
    /// <param name="life">Of the process that sends it: completed at its end, after which nothing of it goes on.</param>
    private async ValueTask<Func<ValueTask>?> PassAsync(HttpMessage message, int number, TaskCompletionSource life)
    {
        if (life.Task.IsCompleted)
        {
            await never;
        }

        if (writers[number] is { } writer)
        {
            await writer.PassAsync();
        }

        sabotage?.Rewrite(message);
        if (callsLeft == int.MaxValue || --callsLeft >= 0)
        {
            return null;
        }

        if (disturbance is Disturbance.AnswerLost)
        {
            callsLeft = int.MaxValue;
            return () => throw new IOException("The answer was lost.");
        }

        if (callsLeft == -1 && sabotage is not null)
        {
            await sabotage.CrashAsync(Reader);
        }

        return disturbance is Disturbance.Outage ? throw new IOException("The line to storage is cut.") : await DieAsync(life);
    }

    private async ValueTask<Func<ValueTask>> DieAsync(TaskCompletionSource life)
    {
        if (disturbance is Disturbance.Killed)
        {
            life.TrySetResult();
            await never;
        }

        return async () =>
        {
            life.TrySetResult();
            await never;
        };
    }
}
