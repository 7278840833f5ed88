using Siaran.Ingest;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>Which of the kept originals made a revision, and in which order they are replayed.</summary>
[TestClass]
public sealed class PastBatchesTests
{
    private static readonly ReleaseId One = ReleaseId.FromEditorKey("satu");
    private static readonly ReleaseId Other = ReleaseId.FromEditorKey("dua");

    [TestMethod]
    public void The_number_of_the_revision_is_the_order_within_a_release() =>
        Assert.AreEqual("a1@b1 a2@b2 a3@b3", Made(Of("a3", 3, "b3"), Of("a1", 1, "b1"), Of("a2", 2, "b2")));

    [TestMethod]
    public void A_batch_that_a_late_clock_dated_before_its_predecessor_is_moved_up_to_it()
    {
        Assert.AreEqual("a1@b2+0 a2@b2+0", Made(true, Of("a1", 1, "b2"), Of("a2", 2, "b1", 5)));
        Assert.AreEqual("a1@b2+0 a2@b2+0 a3@b2+0", Made(true, Of("a1", 1, "b2"), Of("a2", 2, "b1", 5), Of("a3", 3, "b1", 6)));
        Assert.AreEqual("a1@b2+0 a2@b2+5", Made(true, Of("a1", 1, "b2"), Of("a2", 2, "b2", 5)), "Of one batch each keeps its own moment.");
        Assert.AreEqual("x@b3+0 a1@b1+5", Made(true, Of("x", null, "b3"), Of("a1", 1, "b1", 5)), "One without a number is no predecessor.");
    }

    [TestMethod]
    public void Releases_do_not_move_one_another() =>
        Assert.AreEqual("a1@b2 o2@b1", Made(Of("a1", 1, "b2"), Of("o2", 2, "b1") with { Id = Other }));

    [TestMethod]
    public void Of_two_that_were_kept_as_one_revision_the_later_made_it()
    {
        Assert.AreEqual("a@b1", Made(Of("z", 1, "b2", 1), Of("a", 1, "b1", 2)), "By the moment,");
        Assert.AreEqual("a@b2", Made(Of("a", 1, "b2"), Of("z", 1, "b1")), "then by the batch,");
        Assert.AreEqual("z@b1", Made(Of("z", 1, "b1"), Of("a", 1, "b1")), "then by the name.");
    }

    [TestMethod]
    public void Each_original_without_a_number_counts_by_itself_before_those_with_one() =>
        Assert.AreEqual("x@b1 y@b1 a1@b2", Made(Of("a1", 1, "b2"), Of("x", null, "b1"), Of("y", null, "b1")));

    private static string Made(params AcceptedOriginal[] originals) => Made(false, originals);

    private static string Made(bool withMoments, params AcceptedOriginal[] originals) =>
        string.Join(
            ' ',
            IngestHistory
                .ThatMadeRevisions(originals)
                .Select(one => $"{one.Blob}@{one.Batch}{(withMoments ? $"+{(one.CollectedAt - Some.Time).TotalSeconds}" : "")}")
        );

    private static AcceptedOriginal Of(string blob, int? revision, string batch, int seconds = 0) =>
        new(blob, One, new IncomingUpload("siaran.md", default, Some.Time, 1, null), Some.Time.AddSeconds(seconds), batch, null)
        {
            Revision = revision,
        };
}
