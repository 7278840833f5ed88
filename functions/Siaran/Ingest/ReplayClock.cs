namespace Siaran.Ingest;

/// <summary>Shows the time at which what is done again was done first.</summary>
public sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
