using Siaran.IntegrationTests.Memory;

namespace Siaran.IntegrationTests;

/// <summary>
/// The first steps of a few lives of the model: what happens in them meets most of the pipeline and of what is stored. They come first by
/// their name's space and file, so that most changes are noticed within a second.
/// </summary>
[TestClass]
public sealed class LivesTests
{
    private const int Steps = 40;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    public async Task What_a_short_life_leaves_is_what_its_model_expects(int seed)
    {
        await using var model = new Model(seed);

        for (var step = 1; step <= Steps; step++)
        {
            Assert.IsEmpty(await model.StepAsync(isWhole: step % 20 == 0), $"{seed}, step {step}\n{model.History}");
        }
    }
}
