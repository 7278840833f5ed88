using System.Diagnostics;
using System.Runtime;
using System.Text.Json.Nodes;
using Siaran.Releases;
using Siaran.Tagging;

namespace Siaran.Evaluation.Tagging;

/// <summary>Releases of 2,000 characters read in a second on one thread, what each allocates, what loading costs, and texts built to be slow.</summary>
internal static class SpeedEvaluation
{
    private const int Length = 2_000;
    private const int Hostile = 4_000_000;
    private const int Rounds = 3_000;

    /// <summary>Compiled methods in so many readings that the runtime has come to rest.</summary>
    private const int Quiet = 20;

    public static JsonNode Run(string data)
    {
        var releases = Releases(data);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (loaded, compiled) = (Cpu(), JitInfo.GetCompilationTime());
        var tagger = Tagger.CreateDefault();
        tagger.Read(releases[0]);
        var (load, compiling) = (Cpu() - loaded, JitInfo.GetCompilationTime() - compiled);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var cold = PerSecond(tagger, releases);
        for (long methods = 0, warm = 0; JitInfo.GetCompiledMethodCount() - methods > Quiet && warm < 5; warm++)
        {
            methods = JitInfo.GetCompiledMethodCount();
            PerSecond(tagger, releases);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var perSecond = PerSecond(tagger, releases);
        var perClockSecond = Rounds / clock.Elapsed.TotalSeconds;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;
        Console.WriteLine($"  {perSecond:F0} releases of {Length} characters a second of one core ({perClockSecond:F0} by the clock of this machine as it is busy; {cold:F0} of the first {Rounds}, while the runtime still compiles), {bytes / 1024} KB allocated each");
        Console.WriteLine($"  loaded with the first in {load.TotalMilliseconds:F0} ms, of which the runtime compiled for {compiling.TotalMilliseconds:F0} ms; {memory >> 20} MB kept");
        var result = new JsonObject
        {
            ["releasesPerSecond"] = perSecond,
            ["releasesPerClockSecond"] = perClockSecond,
            ["releasesPerSecondAtFirst"] = cold,
            ["bytesPerRelease"] = bytes,
            ["loadMilliseconds"] = load.TotalMilliseconds,
            ["loadCompilingMilliseconds"] = compiling.TotalMilliseconds,
            ["memoryBytes"] = memory,
            ["stageMicroseconds"] = StageSpeed.Run(releases, 1e6 / perSecond),
        };
        foreach (var (name, text) in HostileTexts())
        {
            var release = ReleaseOf("Judul", text);
            var cpu = Cpu();
            clock.Restart();
            tagger.Read(release);
            Console.WriteLine($"  {name,-28} {(Cpu() - cpu).TotalMilliseconds,7:F0} ms of one core, {clock.Elapsed.TotalMilliseconds,7:F0} ms by the clock");
            result[name] = clock.Elapsed.TotalMilliseconds;
        }

        return result;
    }

    /// <summary>Releases a second of processor time, over <see cref="Rounds"/>.</summary>
    private static double PerSecond(Tagger tagger, List<Release> releases)
    {
        var cpu = Cpu();
        for (var i = 0; i < Rounds; i++)
        {
            tagger.Read(releases[i % releases.Count]);
        }

        return Rounds / (Cpu() - cpu).TotalSeconds;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static List<Release> Releases(string data)
    {
        List<Release> releases = [];
        foreach (var row in JsonLines.Rows(Path.Combine(data, "related-by-keyword.jsonl.gz")))
        {
            var text = row.GetProperty("text").GetString()!;
            while (text.Length < Length)
            {
                text += "\n" + row.GetProperty("text").GetString();
            }

            releases.Add(ReleaseOf(row.GetProperty("title").GetString()!, text[..Length]));
        }

        return releases;
    }

    private static Release ReleaseOf(string headline, string text)
    {
        var content = new ReleaseContent { Headline = headline, Agency = "Diskominfotik NTB", Paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries), BodyHtml = "" };
        var source = new UploadSource("ukuran.txt", new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero));
        return ((RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("ukuran"), new Submission { Content = content }, source)).Release;
    }

    private static IEnumerable<(string Name, string Text)> HostileTexts()
    {
        static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Hostile / part.Length));
        yield return ("nested quotes", Repeat("“‘\"«"));
        yield return ("quotes of four words", Repeat("“a b c d” kata Budi, "));
        yield return ("endless digits", Repeat("1234567890"));
        yield return ("a million commas", Repeat(",1,,"));
        yield return ("numbers and dates", Repeat("11-11-2024/11 "));
        yield return ("unfinished citations", Repeat("Peraturan Menteri Nomor 1, "));
        yield return ("names without end", Repeat("Kepala Dinas Budi dan "));
        yield return ("open parentheses", Repeat("Badan Abc (BX) ("));
        yield return ("one word", Repeat("a"));
        yield return ("empty lines", Repeat("a\n\n\n"));
        yield return ("regions", Repeat("Desa Suka Maju Kecamatan Banjar "));
        yield return ("different names", string.Concat(Enumerable.Range(0, Hostile / 20).Select(i => $"kata Nama{i} Orang{i}, ")));
        yield return ("different regulations", string.Concat(Enumerable.Range(0, Hostile / 20).Select(i => $"UU {i % 99999}/2020, PP {i % 9999} ")));
    }
}
