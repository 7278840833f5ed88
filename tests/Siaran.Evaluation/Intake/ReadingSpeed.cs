using Siaran.Intake;

namespace Siaran.Evaluation.Intake;

/// <summary>How fast documents are read, once the code is compiled for good.</summary>
/// <param name="Bytes">Read.</param>
/// <param name="Seconds">Of the processor, since other work may share the machine.</param>
internal readonly record struct ReadingSpeed(long Bytes, double Seconds)
{
    private const double PageBytes = 60 * 1024;

    /// <summary>
    /// Readings before any is measured. The runtime compiles on threads of its own, whose time is the process's too, and does so for as
    /// many
    /// as these.
    /// </summary>
    private const int WarmUp = 1_000;

    /// <summary>Short documents are read so fast that the clock hardly moves.</summary>
    private const int LeastMeasured = 200;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);

    /// <summary>How many documents of 60 KB a core reads in a second.</summary>
    public double PagesPerSecond => Bytes / PageBytes / Seconds;

    public static ReadingSpeed Together(IEnumerable<ReadingSpeed> speeds) =>
        speeds.Aggregate((one, other) => new ReadingSpeed(one.Bytes + other.Bytes, one.Seconds + other.Seconds));

    /// <summary>The speed for each kind.</summary>
    public static IReadOnlyDictionary<string, ReadingSpeed> Measure(string folder, IReadOnlyList<GoldDocument> gold)
    {
        var kinds = gold.GroupBy(one => one.Kind, one => one.Open(folder), StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => kind.ToArray());
        var start = TimeProvider.System.GetTimestamp();
        for (var read = 0; read < WarmUp && TimeProvider.System.GetElapsedTime(start) < LongestWarmUp; read += gold.Count)
        {
            foreach (var kind in kinds.Values)
            {
                ReadAll(kind);
            }
        }

        Thread.Sleep(TimeSpan.FromSeconds(1));
        return kinds.ToDictionary(kind => kind.Key, kind => Measure(kind.Value));
    }

    private static ReadingSpeed Measure(UploadedDocument[] documents)
    {
        var (bytes, before) = (0L, Environment.CpuUsage.TotalTime);
        for (var read = 0; read < LeastMeasured; read += documents.Length)
        {
            bytes += ReadAll(documents);
        }

        return new(bytes, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static long ReadAll(UploadedDocument[] documents) =>
        documents.Sum(document =>
        {
            _ = IntakeReader.Read(document);
            return (long)document.Bytes.Length;
        });
}
