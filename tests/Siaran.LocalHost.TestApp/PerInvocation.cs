namespace Siaran.LocalHost.TestApp;

/// <summary>A scoped service, distinguished by its number.</summary>
public sealed class PerInvocation
{
    private static int made;

    public int Number { get; } = Interlocked.Increment(ref made);
}
