using System.Diagnostics;
using System.Runtime;
using System.Text.Json.Nodes;
using Siaran.Releases;
using Siaran.Tagging;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Topics;

namespace Siaran.Evaluation.Tagging;

/// <summary>
/// Releases of 2,000 characters read in a second of one core, what each allocates, what loading costs, and texts built to be slow.
/// </summary>
internal static class SpeedEvaluation
{
    private const int Length = 2_000;
    private const int Hostile = 4_000_000;
    private const int Rounds = 1_500;
    private const int Stretches = 5;
    private const int Few = 500;

    /// <summary>Compiled methods in so many readings that the runtime has come to rest.</summary>
    private const int Quiet = 20;

    public static JsonNode Run(string data)
    {
        using var releases = Releases(data).GetEnumerator();
        releases.MoveNext();
        var first = releases.Current;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (start, compiled) = (Cpu(), JitInfo.GetCompilationTime());
        double[] models = [Start(EntityModel.Load), Start(SectorModel.Load), Start(LinearModel.Load)];
        var tagger = Tagger.CreateDefault();
        tagger.Read(first);
        var (load, compiling) = (Cpu() - start, JitInfo.GetCompilationTime() - compiled);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var cold = PerSecond(tagger, releases);
        for (long methods = 0, warm = 0; JitInfo.GetCompiledMethodCount() - methods > Quiet && warm < 5; warm++)
        {
            methods = JitInfo.GetCompiledMethodCount();
            PerSecond(tagger, releases);
        }

        double[] stretches = [.. Enumerable.Range(0, Stretches).Select(_ => PerSecond(tagger, releases)).Order()];
        var perSecond = stretches[Stretches / 2];
        var few = Releases(data).Take(Few).ToList();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        few.ForEach(release => tagger.Read(release));
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Few;
        Console.WriteLine(
            $"  {perSecond:F0} releases of {Length} characters a second of one core, none read before: the median of {Stretches} times {Rounds}, from {stretches[0]:F0} to {stretches[^1]:F0} ({cold:F0} of the first {Rounds}, while the runtime still compiles), {bytes / 1024} KB allocated each"
        );
        Console.WriteLine($"  models loaded: names in {models[0]:F0} ms of one core, sectors {models[1]:F0}, topics {models[2]:F0}");
        Console.WriteLine(
            $"  all loaded, vocabularies too, and the first read in {load.TotalMilliseconds:F0} ms, of which the runtime compiled for {compiling.TotalMilliseconds:F0} ms; {memory >> 20} MB kept"
        );
        var result = new JsonObject
        {
            ["releasesPerSecond"] = perSecond,
            ["releasesPerSecondLeast"] = stretches[0],
            ["releasesPerSecondAtFirst"] = cold,
            ["bytesPerRelease"] = bytes,
            ["modelMilliseconds"] = new JsonArray([.. models.Select(each => JsonValue.Create(each))]),
            ["loadMilliseconds"] = load.TotalMilliseconds,
            ["loadCompilingMilliseconds"] = compiling.TotalMilliseconds,
            ["memoryBytes"] = memory,
        };
        foreach (var (name, text) in HostileTexts())
        {
            var release = ReleaseOf("Judul", text);
            var (cpu, clock) = (Cpu(), Stopwatch.StartNew());
            tagger.Read(release);
            Console.WriteLine(
                $"  {name, -28} {(Cpu() - cpu).TotalMilliseconds, 7:F0} ms of one core, {clock.Elapsed.TotalMilliseconds, 7:F0} ms by the clock"
            );
            result[name] = clock.Elapsed.TotalMilliseconds;
        }

        return result;
    }

    /// <summary>Releases a second of processor time, over the next <see cref="Rounds"/>.</summary>
    private static double PerSecond(Tagger tagger, IEnumerator<Release> next)
    {
        var releases = new List<Release>(Rounds);
        for (; releases.Count < Rounds; releases.Add(next.Current))
        {
            next.MoveNext();
        }

        var cpu = Cpu();
        releases.ForEach(release => tagger.Read(release));
        return Rounds / (Cpu() - cpu).TotalSeconds;
    }

    /// <summary>Milliseconds of processor time that a model takes to load, what the runtime compiles for it included.</summary>
    private static double Start(Func<object> load)
    {
        var cpu = Cpu();
        load();
        return (Cpu() - cpu).TotalMilliseconds;
    }

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>
    /// Releases in turn, none twice before all have come: of news, and where there is none of the few that relating is measured on.
    /// </summary>
    private static IEnumerable<Release> Releases(string data)
    {
        var news = Path.Combine(data, "news.jsonl.gz");
        var (file, body) = File.Exists(news) ? (news, "content") : (Path.Combine(data, "related-by-keyword.jsonl.gz"), "text");
        while (true)
        {
            foreach (var row in JsonLines.Rows(file))
            {
                var text = row.GetProperty(body).GetString() is { Length: > 0 } written ? written : "-";
                yield return ReleaseOf(
                    row.GetProperty("title").GetString() is { Length: > 0 } title ? title : "-",
                    string.Concat(Enumerable.Repeat(text + "\n", (Length / text.Length) + 1))[..Length]
                );
            }
        }
    }

    private static Release ReleaseOf(string headline, string text)
    {
        var content = new ReleaseContent
        {
            Headline = headline,
            Agency = "Diskominfotik NTB",
            Paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            BodyHtml = "",
        };
        var source = new UploadSource("ukuran.txt", new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero));
        return (
            (RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("ukuran"), new Submission { Content = content }, source)
        ).Release;
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
        yield return (
            "different regulations",
            string.Concat(Enumerable.Range(0, Hostile / 20).Select(i => $"UU {i % 99999}/2020, PP {i % 9999} "))
        );
    }
}
