using System.Text.Json.Nodes;
using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Evaluation.Intake;

/// <summary>How rightly the documents of a folder are read, by the phrases and facts that its gold file gives.</summary>
internal static class GoldEvaluation
{
    private const int Shown = 100;
    private const int LongestDateline = 50;
    private const int LeastPhrase = 8;

    /// <summary>One document, read and compared.</summary>
    private sealed record Compared(GoldDocument Gold, string Outcome, int Kept, int Left, IReadOnlyList<string> Wrong);

    /// <summary>Prints a table by kind; null where no folder has a gold file.</summary>
    public static JsonNode? Run(string data)
    {
        var folders = Directory
            .EnumerateDirectories(data, "*", SearchOption.AllDirectories)
            .Prepend(data)
            .Select(folder => (Folder: folder, Gold: GoldDocument.In(folder)))
            .Where(f => f.Gold.Count > 0)
            .ToList();
        if (folders.Count == 0)
        {
            return null;
        }

        var result = new JsonObject();
        foreach (var (folder, gold) in folders)
        {
            var rows = gold.Select(g => Compare(folder, g)).ToList();
            var name = Path.GetRelativePath(data, folder);
            Console.WriteLine($"documents of {name}");
            result[name] = Table(rows, ReadingSpeed.Measure(folder, gold));
            rows.Where(r => r.Wrong.Count > 0)
                .Take(Shown)
                .ToList()
                .ForEach(r => Console.WriteLine($"      {r.Gold.File}: {string.Join("; ", r.Wrong)}"));
        }

        return result;
    }

    private static JsonObject Table(List<Compared> rows, IReadOnlyDictionary<string, ReadingSpeed> speeds)
    {
        Console.WriteLine(
            $"  {"kind", -12}{"read", 6}{"doubt", 7}{"refused", 9}{"kept ≥99 %", 12}{"kept none", 11}{"phrases left", 14}{"facts wrong", 13}{"right", 7}{"60 KB a core/s", 18}"
        );
        var result = new JsonObject();
        foreach (var kind in rows.GroupBy(r => r.Gold.Kind, StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            result[kind.Key] = Line(kind.Key, [.. kind], speeds[kind.Key].PagesPerSecond);
        }

        if (result.Count > 1)
        {
            result["together"] = Line("together", rows, ReadingSpeed.Together(speeds.Values).PagesPerSecond);
        }

        return result;
    }

    private static JsonObject Line(string kind, IReadOnlyList<Compared> rows, double speed)
    {
        var (phrased, furnished) = (rows.Where(r => r.Gold.Must.Count > 0).ToList(), rows.Where(r => r.Gold.MustNot.Count > 0).ToList());
        var whole = Share(phrased.Count(r => r.Kept >= 0.99 * r.Gold.Must.Count), phrased.Count);
        var none = Share(phrased.Count(r => r.Kept == 0), phrased.Count);
        var left = Share(furnished.Sum(r => r.Left), furnished.Sum(r => r.Gold.MustNot.Count));
        var (doubt, refused) = (rows.Count(r => r.Outcome is "doubtful"), rows.Count(r => r.Outcome is "rejected"));
        var (right, facts) = (
            rows.Count(r => r.Wrong.Count == 0),
            rows.Count(r =>
                r.Wrong.Any(w => !w.StartsWith("kept", StringComparison.Ordinal) && !w.StartsWith("left", StringComparison.Ordinal))
            )
        );
        Console.WriteLine(
            $"  {kind, -12}{rows.Count, 6}{doubt, 7}{refused, 9}{whole, 12:P1}{none, 11:P1}{left, 14:P1}{facts, 13}{right, 7}{speed, 18:N0}"
        );
        return new()
        {
            ["read"] = rows.Count,
            ["doubtful"] = doubt,
            ["refused"] = refused,
            ["keptWhole"] = whole,
            ["keptNone"] = none,
            ["phrasesLeft"] = left,
            ["factsWrong"] = facts,
            ["right"] = right,
            ["pagesPerSecond"] = speed,
        };
    }

    private static double? Share(int count, int all) => all == 0 ? null : count / (double)all;

    private static Compared Compare(string folder, GoldDocument gold)
    {
        var read = IntakeReader.Read(gold.Open(folder));
        var submission = read switch
        {
            IntakeResult.Accepted accepted => accepted.Submission,
            IntakeResult.Doubtful doubtful => doubtful.Submission,
            _ => null,
        };
        var outcome = read switch
        {
            IntakeResult.Accepted => "accepted",
            IntakeResult.Doubtful => "doubtful",
            _ => "rejected",
        };
        var content = submission?.Content;
        var written = content is null ? "" : $"{content.Headline} {content.Label} {string.Join(' ', content.Paragraphs)}";
        var text = Bare(written);
        var lost = gold.Must.Where(p => !Holds(text, p)).ToList();
        var kept = gold.Must.Count - lost.Count;
        var left = gold
            .MustNot.Where(p =>
                char.IsLetterOrDigit(p[0])
                    ? text.Contains(Bare(p), StringComparison.Ordinal)
                    : written.Contains(p, StringComparison.Ordinal)
            )
            .ToList();
        var wrong = Facts(gold, submission, outcome).ToList();
        if (kept < 0.99 * gold.Must.Count)
        {
            wrong.Add($"kept {kept} of {gold.Must.Count}, not “{lost[0]}”");
        }

        if (left.Count > 0)
        {
            wrong.Add($"left {left.Count} of {gold.MustNot.Count}: “{left[0]}”");
        }

        if (wrong.Count > 0 && read.Report.Findings.Count > 0)
        {
            wrong.Add($"({read.Report.Findings[0].Code}: {read.Report.Findings[0].English})");
        }

        return new(gold, outcome, kept, left.Count, wrong);
    }

    private static IEnumerable<string> Facts(GoldDocument gold, Submission? submission, string outcome)
    {
        var isLater = submission?.PublishAt > TimeProvider.System.GetUtcNow();
        if (gold.Outcome is { } asked && !asked.Split('|').Any(o => o == outcome || (o is "later" && isLater)))
        {
            yield return $"{outcome}, not {asked}";
        }

        if (submission?.Content is not { } content)
        {
            yield break;
        }

        foreach (
            var (what, expected, found) in new (string, object?, object?)[]
            {
                ("headline", gold.Headline, content.Headline),
                ("label", gold.Label, content.Label),
                ("agency", gold.Agency, content.Agency),
                ("place", gold.Place, content.Place),
                ("outlet", gold.Outlet, content.Outlet),
                ("language", gold.Language, content.Language),
                ("paragraphs", gold.Paragraphs, content.Paragraphs.Count),
                ("signed off", gold.SignedOff, content.SignedOff),
                ("date", gold.Date, submission.PublishAt),
                ("event date", gold.EventDate, content.EventDate),
            }
        )
        {
            var isRight = expected is string text
                ? text.Equals(found as string, StringComparison.OrdinalIgnoreCase)
                : expected?.Equals(found);
            if (isRight is false)
            {
                yield return $"{what} “{found}”, not “{expected}”";
            }
        }
    }

    /// <summary>Whether a phrase is kept, if need be without its dateline, which a release has apart from its text.</summary>
    private static bool Holds(string text, string phrase) =>
        text.Contains(Bare(phrase), StringComparison.Ordinal)
        || (
            phrase.IndexOfAny(['-', '–', '—'], 0, Math.Min(phrase.Length, LongestDateline)) is > 0 and var dash
            && Bare(phrase[dash..]) is { Length: >= LeastPhrase } rest
            && text.Contains(rest, StringComparison.Ordinal)
        );

    /// <summary>
    /// Letters and digits alone, so that neither white space nor typography tells texts apart, nor which of two ways of writing a letter
    /// with its sign a page has (Unicode Standard Annex 15).
    /// </summary>
    private static string Bare(string text) => string.Concat(text.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
