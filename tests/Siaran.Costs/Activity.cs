namespace Siaran.Costs;

/// <summary>How long instances are busy, which is what Flex Consumption bills, as against how long requests take.</summary>
public static class Activity
{
    /// <summary>
    /// Seconds of a month in which instances answer requests that come at random: at least <paramref name="minimumMilliseconds"/> each
    /// time one wakes, and together where several overlap (the busy share of an M/G/∞ queue is 1 − e^(−λ·w)).
    /// </summary>
    public static double BusySeconds(
        double requests,
        double millisecondsEach,
        double minimumMilliseconds,
        double concurrency,
        double secondsInMonth
    )
    {
        var perSecond = requests / secondsInMonth;
        var busyShare = 1 - Math.Exp(-perSecond * Math.Max(millisecondsEach, minimumMilliseconds) / 1000);
        var atOnce = perSecond * millisecondsEach / 1000;
        return secondsInMonth * busyShare * Math.Max(1, atOnce / concurrency);
    }

    /// <summary>Seconds of executions that come one by one, each billed for at least the minimum.</summary>
    public static double SeparateSeconds(double executions, double millisecondsTogether, double minimumMilliseconds) =>
        Math.Max(millisecondsTogether, executions * minimumMilliseconds) / 1000;
}
