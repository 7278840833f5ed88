using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class SamplesTests
{
    public static IEnumerable<object[]> Samples =>
        Directory
            .EnumerateFiles(Repository.Samples, "*", SearchOption.AllDirectories)
            .Select(path => new object[] { Path.GetRelativePath(Repository.Samples, path) });

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void Every_sample_is_taken_whole(string name)
    {
        var result = Uploads.Accepted(Uploads.Read(Uploads.Sample(name), name));
        var content = result.Submission.Content!;

        Assert.IsFalse(result.Report.Findings.Any(f => f.Severity is not Severity.Note), result.Report.ToJson());
        Assert.IsTrue(
            content is { Label: not null, Agency: not null, Place: not null, Outlet: not null, EventDate: not null, SignedOff: true },
            content.ToString()
        );
        Assert.IsGreaterThan(3, content.Paragraphs.Count);
    }
}
