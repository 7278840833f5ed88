using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class EditionTests
{
    [TestMethod]
    [DataRow(1, 0, 2, 0, DisplayName = "a revision comes after the one before")]
    [DataRow(1, 7, 2, 0, DisplayName = "a revision comes after every re-tagging of the one before")]
    [DataRow(2, 1, 2, 2, DisplayName = "within a revision the later re-tagging counts")]
    public void What_was_made_later_is_the_greater(int revision, int pass, int laterRevision, int laterPass)
    {
        var (earlier, later) = (new Edition(revision, pass), new Edition(laterRevision, laterPass));

        Assert.IsTrue(earlier < later && earlier <= later);
        Assert.IsTrue(later > earlier && later >= earlier);
        Assert.IsFalse(later < earlier || later <= earlier);
        Assert.IsFalse(earlier > later || earlier >= later);
    }

    [TestMethod]
    public void The_same_edition_neither_precedes_nor_follows_itself()
    {
        var (one, same) = (Edition.First, new Edition(1, 0));

        Assert.IsTrue(one <= same && one >= same);
        Assert.IsFalse(one < same || one > same);
    }
}
