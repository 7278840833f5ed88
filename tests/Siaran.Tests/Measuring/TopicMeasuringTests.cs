using Siaran.Evaluation.Tagging;
using Siaran.Training.Topics;

namespace Siaran.Tests.Measuring;

[TestClass]
public sealed class TopicMeasuringTests
{
    private static readonly HashSet<string> Judged = ["harvests", "harbours", "schools"];

    [TestMethod]
    public void Each_rolling_split_measures_what_comes_after_all_that_it_learns_from()
    {
        CollectionAssert.AreEqual(
            (RollingSplit[])[new(20, 40, 60), new(40, 60, 80), new(60, 80, 100)],
            RollingSplit.Of(100, parts: 5).ToArray()
        );
    }

    [TestMethod]
    public void Rolling_splits_of_a_number_that_cannot_be_cut_evenly_leave_out_no_text()
    {
        var splits = RollingSplit.Of(13, parts: 5).ToList();

        Assert.AreEqual(13, splits[^1].End);
        Assert.IsTrue(splits.Zip(splits.Skip(1)).All(pair => pair.First.End == pair.Second.Measure));
        Assert.IsEmpty(RollingSplit.Of(13, parts: 2));
    }

    [TestMethod]
    public void A_topic_that_nobody_could_have_given_is_neither_right_nor_wrong()
    {
        var score = new TopicScore();
        score.Add([new("harvests", 0.84), new("comets", 0.96)], (HashSet<string>)["harvests"], Judged);
        score.Add([new("harbours", 0.86)], (HashSet<string>)["schools"], Judged);
        score.Add([], (HashSet<string>)["schools"], Judged);

        Assert.AreEqual(2, score.Judged);
        Assert.AreEqual(0.5, score.Precision, 1e-9);
        Assert.AreEqual(1 / 3.0, score.Covered, 1e-9);
        var step = score.Steps.Single();
        Assert.AreEqual((0.85, 0.5, 2), (Math.Round(step.Said, 9), step.Right, step.Topics));
    }

    [TestMethod]
    public void Parts_together_count_each_topic_once()
    {
        var (together, part) = (new TopicScore(), new TopicScore());
        part.Add([new("harvests", 0.84)], (HashSet<string>)["harvests"], Judged);
        together.Add(part);
        together.Add(part);

        Assert.AreEqual((2, 1.0, 1.0), (together.Judged, together.Precision, together.Covered));
        Assert.AreEqual(0.84, together.Steps.Single().Said, 1e-9);
    }

    [TestMethod]
    public void A_fitted_confidence_is_the_share_that_is_right_among_topics_of_like_evidence()
    {
        var weak = Enumerable.Range(0, 100).Select(i => new JudgedTopic(2, 0, 0.1, IsRight: i < 20));
        var strong = Enumerable.Range(0, 100).Select(i => new JudgedTopic(2, 0, 0.9, IsRight: i < 85));

        var calibration = CalibrationFit.Run([.. weak, .. strong]);

        Assert.AreEqual(0.2, calibration.Confidence(2, 0, 0.1), 0.01);
        Assert.AreEqual(0.85, calibration.Confidence(2, 0, 0.9), 0.01);
    }
}
