using Siaran.IntegrationTests.Memory;

namespace Siaran.Tests;

/// <summary>The first steps of a few lives of the model: what happens in them meets most of the pipeline and of what is stored.</summary>
[TestClass]
public sealed class LivesTests
{
    private const int Steps = 40;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task What_a_short_life_leaves_is_what_its_model_expects(int seed)
    {
        await using var model = new Model(seed);

        for (var step = 1; step <= Steps; step++)
        {
            Assert.IsEmpty(await model.StepAsync(isWhole: step % 20 == 0), $"{seed}, step {step}\n{model.History}");
        }
    }
}
