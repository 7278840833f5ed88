using Siaran.Related.Index;

namespace Siaran.Search;

/// <summary>
/// When each release of the index was published, by number, for one state of the index: those that stand for no release never.
/// </summary>
internal sealed class Timeline
{
    private const long Never = long.MaxValue;

    private readonly long[] seconds;
    private readonly IReadOnlyList<string> segments;
    private readonly IReadOnlyList<long> dead;
    private readonly Dictionary<string, IReadOnlyList<PublishedAt>> read;

    private Timeline(long[] seconds, Manifest manifest, Dictionary<string, IReadOnlyList<PublishedAt>> read)
    {
        this.seconds = seconds;
        this.read = read;
        segments = [.. manifest.Segments.Select(segment => segment.Name)];
        dead = manifest.Dead;
    }

    /// <summary>One more than the highest number.</summary>
    public int Length => seconds.Length;

    /// <summary>How many releases there are, those not yet out included.</summary>
    public int Count { get; private init; }

    /// <summary>Whether the release of a number is out.</summary>
    public bool IsOut(long number, long second) => number < seconds.Length && seconds[number] <= second;

    /// <summary>In seconds as <see cref="Times"/> counts them; the greatest of all for a number that stands for no release.</summary>
    public long this[int number] => seconds[number];

    /// <summary>That of a snapshot; what <paramref name="before"/> has read already is not read again.</summary>
    public static async Task<Timeline> OfAsync(Snapshot at, Timeline? before, CancellationToken cancellationToken)
    {
        if (
            before is not null
            && before.segments.SequenceEqual(at.Manifest.Segments.Select(segment => segment.Name))
            && before.dead.SequenceEqual(at.Manifest.Dead)
        )
        {
            return before;
        }

        var read = new Dictionary<string, IReadOnlyList<PublishedAt>>();
        foreach (var segment in at.Readers)
        {
            // Segments are never written again under the same name, so what was read of one stays
            // right: after a commit only the newest is read.
            read[segment.Name] = before?.read.GetValueOrDefault(segment.Name) ?? await ReadAsync(segment, cancellationToken);
        }

        // Numbers are given in turn, so there are few gaps, and an array is the smallest and fastest map of them.
        var seconds = new long[at.Manifest.NextNumber];
        Array.Fill(seconds, Never);
        foreach (var (number, second) in read.Values.SelectMany(times => times))
        {
            seconds[number] = second;
        }

        foreach (var number in at.Manifest.Dead)
        {
            seconds[number] = Never;
        }

        return new(seconds, at.Manifest, read) { Count = seconds.Count(second => second != Never) };
    }

    private static async Task<IReadOnlyList<PublishedAt>> ReadAsync(SegmentReader segment, CancellationToken cancellationToken)
    {
        List<PublishedAt> times = [];
        await SegmentLookup.FindAsync([segment.Ask([Key.Times])], (_, value) => times = Times.Read(value.Span), cancellationToken);
        return times;
    }
}
