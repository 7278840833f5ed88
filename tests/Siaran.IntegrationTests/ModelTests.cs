using System.Collections.Concurrent;
using System.Globalization;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// Thousands of random steps against a model. <c>SIARAN_MODEL_STEPS</c> takes more, <c>SIARAN_MODEL_SEED</c> begins with another seed.
/// </summary>
[TestClass]
public sealed class ModelTests
{
    /// <summary>Each life has a seed and a storage of its own.</summary>
    private const int StepsInOneLife = 100;

    /// <summary>All that is stored is compared after so many steps, and what readers see after each.</summary>
    private const int StepsToWholeCheck = 20;

    /// <summary>More than there are cores: writers who met wait by the real clock.</summary>
    private static readonly int LivesAtOnce = 4 * Environment.ProcessorCount;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Whatever_happens_in_whatever_order_nothing_is_lost_early_or_twice()
    {
        var steps = Setting("SIARAN_MODEL_STEPS", 10_000);
        var happened = new ConcurrentDictionary<Happening, int>();
        var seeds = Enumerable.Range(Setting("SIARAN_MODEL_SEED", 1), (steps + StepsInOneLife - 1) / StepsInOneLife);

        await Parallel.ForEachAsync(
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = LivesAtOnce, CancellationToken = TestContext.CancellationToken },
            async (seed, cancellationToken) =>
            {
                await using var model = new Model(seed);
                if (await LiveAsync(model, seed, StepsToWholeCheck, cancellationToken) is { } found)
                {
                    // Once more with all compared after each step: it names the step that did it.
                    await using var again = new Model(seed);
                    Assert.Fail(await LiveAsync(again, seed, 1, cancellationToken) ?? found);
                }

                foreach (var (happening, times) in model.Happened)
                {
                    happened.AddOrUpdate(happening, times, (_, before) => before + times);
                }
            }
        );

        TestContext.WriteLine(
            $"{steps} steps: {string.Join(", ", happened.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}"
        );
        Assert.HasCount(Enum.GetValues<Happening>().Length, happened, "Some kind of step was never taken.");
    }

    [TestMethod]
    [DataRow(1112, false, DisplayName = "a list of related news forgot whom it names, as a re-tagging left it as it was")]
    [DataRow(1082, true, DisplayName = "a late writer moved a translation back to the time of an original that was withdrawn by then")]
    public async Task What_a_seed_once_found_is_mended(int seed, bool isWhole)
    {
        await using var model = new Model(seed, isWhole: isWhole);

        Assert.IsNull(await LiveAsync(model, seed, 1, TestContext.CancellationToken));
    }

    /// <summary>That the tests above can fail, and for each of these reasons.</summary>
    [TestMethod]
    [DataRow("writes go through whatever is there by now")]
    [DataRow("the clock is a minute ahead")]
    [DataRow("the log forgets what it described")]
    [DataRow("feeds forget who left them")]
    [DataRow("what a crash leaves is lost")]
    [DataRow("what an earlier run left is not published")]
    [DataRow("only the current revision knows its upload")]
    public async Task A_fault_that_is_put_in_is_found(string fault)
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            await using var model = new Model(seed, Sabotage.Of(fault));
            if (await LiveAsync(model, seed, StepsToWholeCheck, TestContext.CancellationToken) is { } found)
            {
                TestContext.WriteLine(found);
                return;
            }
        }

        Assert.Fail("10,000 steps found nothing.");
    }

    /// <returns>What does not hold, and after which steps; null where all holds.</returns>
    private static async Task<string?> LiveAsync(Model model, int seed, int stepsToWholeCheck, CancellationToken cancellationToken)
    {
        for (var step = 1; step <= StepsInOneLife; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var faults = await model.StepAsync(isWhole: step % stepsToWholeCheck == 0);
            if (faults.Count > 0)
            {
                return $"SIARAN_MODEL_SEED={seed}, step {step}:\n{string.Join('\n', faults.Take(12))}\n\n{model.History}";
            }
        }

        return null;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
