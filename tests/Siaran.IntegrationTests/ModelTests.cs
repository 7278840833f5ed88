using System.Globalization;
using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// Thousands of random steps against a model. <c>SIARAN_MODEL_STEPS</c> takes more, <c>SIARAN_MODEL_SEED</c> repeats a run.
/// </summary>
[TestClass]
public sealed class ModelTests
{
    private const int StepsInOneLife = 100;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Whatever_happens_in_whatever_order_nothing_is_lost_early_or_twice()
    {
        var steps = Setting("SIARAN_MODEL_STEPS", 1_000);
        var seed = Setting("SIARAN_MODEL_SEED", 1);
        for (var taken = 0; taken < steps; taken += StepsInOneLife, seed++)
        {
            await using var model = new Model(seed);
            for (var step = 1; step <= StepsInOneLife; step++)
            {
                var faults = await model.StepAsync(isChecked: step % 5 == 0);
                Assert.IsEmpty(faults, $"SIARAN_MODEL_SEED={seed}, step {step}:\n{string.Join('\n', faults.Take(12))}\n\n{model.History}");
            }
        }

        TestContext.WriteLine($"{steps} steps");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
