namespace Siaran.LocalHost.TestApp;

/// <summary>A scoped service, told apart by its number.</summary>
public sealed class PerInvocation
{
    private static int s_made;

    public int Number { get; } = Interlocked.Increment(ref s_made);
}
