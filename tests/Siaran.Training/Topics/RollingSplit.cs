namespace Siaran.Training.Topics;

/// <summary>
/// One part of time to measure, and all before it to learn from: the part next before it calibrates, by a model that learnt from what is
/// before both.
/// </summary>
/// <param name="Calibrate">Where the part that calibrates begins: the first model learns from what is before.</param>
/// <param name="Measure">Where the part that is measured begins: the second model learns from what is before.</param>
/// <param name="End">Where that part ends.</param>
internal readonly record struct RollingSplit(int Calibrate, int Measure, int End)
{
    /// <summary>The splits of so many texts in the order of time, the latest last.</summary>
    /// <param name="texts">How many there are.</param>
    /// <param name="parts">Into how many equal parts time is cut; the first two are never measured.</param>
    public static IEnumerable<RollingSplit> Of(int texts, int parts) =>
        from measured in Enumerable.Range(2, Math.Max(0, parts - 2))
        let starts = Enumerable.Range(measured - 1, 3).Select(part => texts * part / parts).ToArray()
        select new RollingSplit(starts[0], starts[1], starts[2]);
}
