namespace Siaran.Related.Index;

/// <summary>The index of related news is not as it was written, or part of it is gone. It can be rebuilt from the tables.</summary>
public sealed class IndexDamagedException : IOException
{
    public IndexDamagedException() { }

    public IndexDamagedException(string message)
        : base(message) { }

    public IndexDamagedException(string message, Exception inner)
        : base(message, inner) { }
}
