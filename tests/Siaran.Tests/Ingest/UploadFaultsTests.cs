using Microsoft.Extensions.Logging;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>What one run remembers of uploads that could not be taken, and what it says of them.</summary>
[TestClass]
public sealed class UploadFaultsTests : ILogger
{
    private static readonly IncomingUpload First = Of("a.md", 0);
    private static readonly IncomingUpload Second = Of("b.md", 1);

    private readonly List<string> said = [];

    [TestMethod]
    public void One_that_waits_is_told_once_and_has_no_failure()
    {
        var faults = new UploadFaults(isStrict: false, this);

        faults.HoldBack(First);
        faults.HoldBack(First);
        faults.Await(Second);
        faults.Await(Second);
        faults.Await(First);

        CollectionAssert.AreEqual(
            new[]
            {
                "Warning a.md waits in incoming for an earlier upload of its release",
                "Information b.md waits in incoming for pictures that it names",
            },
            said
        );
        Assert.IsTrue(faults.Has(First) && faults.Has(Second));
        Assert.IsTrue(faults.IsAwaiting(Second));
        Assert.IsFalse(faults.IsAwaiting(First));
        Assert.IsNull(faults.Of(First));
    }

    [TestMethod]
    public async Task What_fails_while_it_is_read_stands_in_the_way_of_what_came_after_it()
    {
        var (faults, failure) = (new UploadFaults(isStrict: false, this), new InvalidOperationException("Rusak."));

        await faults.GuardReadAsync(First, () => throw failure);
        await faults.GuardReadAsync(Second, () => Task.CompletedTask);

        Assert.AreSame(failure, faults.Of(First));
        Assert.IsFalse(faults.Has(Second));
        Assert.IsTrue(faults.HasUnreadBefore(Second));
        Assert.IsFalse(faults.HasUnreadBefore(First));
        Assert.IsFalse(faults.HasUnreadBefore(Of("A.md", 0)), "The name decides in one second.");
        Assert.AreEqual("Error Could not take a.md; it stays in incoming", said.Single());
    }

    [TestMethod]
    public async Task A_rebuild_and_the_end_of_the_process_are_stopped_by_nothing_less()
    {
        var strict = new UploadFaults(isStrict: true, this);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            strict.GuardAsync(First, () => throw new InvalidOperationException()).AsTask()
        );
        Assert.IsFalse(strict.Has(First));

        var faults = new UploadFaults(isStrict: false, this);
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            faults.GuardAsync(First, () => throw new OperationCanceledException()).AsTask()
        );
        Assert.IsFalse(faults.Has(First));
    }

    [TestMethod]
    public void Names_are_remembered_for_those_that_come_after()
    {
        var faults = new UploadFaults(isStrict: false, this);
        Assert.IsFalse(faults.HaveAnyOf(["x", "y"]));

        faults.NoteNames(["y"]);

        Assert.IsTrue(faults.HaveAnyOf(["x", "y"]));
        Assert.IsFalse(faults.HaveAnyOf(["x"]));
        Assert.IsFalse(faults.HaveAnyOf([]));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> formatter) =>
        said.Add($"{level} {formatter(state, failure)}");

    private static IncomingUpload Of(string name, int second) => new(name, default, Some.Time.AddSeconds(second), 10, null);
}
