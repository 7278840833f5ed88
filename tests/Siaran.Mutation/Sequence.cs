[assembly: DoNotParallelize]

namespace Siaran.IntegrationTests;

/// <summary>
/// One test after another, since only so is it known which change each of them meets; and none after the first that fails, since that one
/// has noticed the change.
/// </summary>
[TestClass]
public static class Sequence
{
    private static bool hasFailed;

    [AssemblyInitialize]
    public static void Begin(TestContext _) => hasFailed = false;

    [GlobalTestInitialize]
    public static void BeforeEach(TestContext _)
    {
        if (hasFailed)
        {
            Assert.Inconclusive("An earlier test has noticed the change.");
        }
    }

    [GlobalTestCleanup]
    public static void AfterEach(TestContext context) =>
        hasFailed |= context.CurrentTestOutcome is UnitTestOutcome.Failed or UnitTestOutcome.Error;
}
