using System.Diagnostics;
using System.Globalization;
using Siaran.LocalHost;

namespace Siaran.Benchmarks;

/// <summary>From the start of a worker's process to its first answer, Siaran and the smallest app in turn.</summary>
internal static class StartBenchmark
{
    /// <param name="times">Rounds that count.</param>
    /// <param name="published">Where the app was published to, to be measured besides what was built; null for none.</param>
    public static async Task RunAsync(int times, string? published)
    {
        await using var storage = await AzuriteServer.StartAsync();
        var settings = await SiaranSettings.WithReleasesAsync(storage, releases: 0);
        List<Candidate> candidates =
        [
            new("hello world", AppProcess.Built("tests", "Siaran.HelloApp"), "hello", []),
            new("Siaran, /robots.txt", AppProcess.Built("functions", "Siaran.Functions"), "robots.txt", settings),
            new("Siaran, /feeds/all.rss", AppProcess.Built("functions", "Siaran.Functions"), "feeds/all.rss", settings),
        ];
        if (published is not null)
        {
            candidates.Add(new("published, /robots.txt", published, "robots.txt", settings));
            candidates.Add(new("published, /feeds/all.rss", published, "feeds/all.rss", settings));
        }

        // The first round fills the system's cache of files and makes containers and tables.
        for (var round = 0; round <= times; round++)
        {
            foreach (var candidate in candidates)
            {
                await candidate.MeasureAsync(isCounted: round > 0);
            }
        }

        var least = candidates[0].Median;
        foreach (var candidate in candidates)
        {
            Console.WriteLine(
                $"{candidate.Name, -26} {Milliseconds(candidate.Median), 6} ms ({candidate.Median - least:+0;-0;0} ms)   CPU {Milliseconds(candidate.MedianCpu)} ms"
            );
        }
    }

    private static string Milliseconds(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);

    private sealed record Candidate(string Name, string Directory, string Path, Dictionary<string, string?> Settings)
    {
        private readonly List<double> times = [];
        private readonly List<double> cpu = [];

        public double Median => times.Order().ElementAt(times.Count / 2);

        public double MedianCpu => cpu.Order().ElementAt(cpu.Count / 2);

        public async Task MeasureAsync(bool isCounted)
        {
            using var client = new HttpClient();
            var start = Stopwatch.GetTimestamp();
            await using var app = await AppProcess.StartAsync(Directory, Settings);
            using var answer = await client.GetAsync(new Uri(app.Address, Path));
            answer.EnsureSuccessStatusCode();
            if (isCounted)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                cpu.Add(app.WorkerTime.TotalMilliseconds);
            }
        }
    }
}
