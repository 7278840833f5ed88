using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class GateTests
{
    [TestMethod]
    [DataRow(ReleaseStatus.Published, false, -1, Visibility.Visible)]
    [DataRow(ReleaseStatus.Published, false, 0, Visibility.Visible)]
    [DataRow(ReleaseStatus.Published, false, 1, Visibility.Embargoed)]
    [DataRow(ReleaseStatus.Published, true, 0, Visibility.Visible)]
    [DataRow(ReleaseStatus.Published, true, 1, Visibility.Embargoed)]
    [DataRow(ReleaseStatus.Withdrawn, true, -1, Visibility.Withdrawn)]
    [DataRow(ReleaseStatus.Withdrawn, true, 0, Visibility.Withdrawn)]
    [DataRow(ReleaseStatus.Withdrawn, false, -1, Visibility.NeverShown)]
    [DataRow(ReleaseStatus.Withdrawn, false, 1, Visibility.NeverShown)]
    public void A_release_is_seen_from_its_time_on_and_leaves_a_trace_only_where_it_was_ever_seen(
        ReleaseStatus status,
        bool everShown,
        int publishedIn,
        Visibility expected
    )
    {
        var release = Some.Release() with { Status = status, EverShown = everShown, PublishAt = Some.Time.AddTicks(publishedIn) };

        Assert.AreEqual(expected, release.VisibilityAt(Some.Time));
        Assert.AreEqual(expected, Gate.VisibilityAt(status, everShown, release.PublishAt, Some.Time));
    }

    [TestMethod]
    public void Storage_keeps_back_just_what_the_gate_keeps_back()
    {
        foreach (var status in Enum.GetValues<ReleaseStatus>())
        {
            foreach (var everShown in new[] { false, true })
            {
                foreach (var publishedIn in new[] { -1, 0, 1 })
                {
                    var release = Some.Release() with
                    {
                        Status = status,
                        EverShown = everShown,
                        PublishAt = Some.Time.AddTicks(publishedIn),
                    };

                    // What was ever shown has a time that has come: an embargo is refused it.
                    if (everShown && publishedIn > 0)
                    {
                        continue;
                    }

                    Assert.AreEqual(
                        release.VisibilityAt(Some.Time) is Visibility.Visible or Visibility.Withdrawn,
                        release.KnownFrom() <= Some.Time,
                        $"{status} {everShown} {publishedIn}"
                    );
                }
            }
        }

        Assert.AreEqual(DateTimeOffset.MaxValue, (Some.Release() with { Status = ReleaseStatus.Withdrawn }).KnownFrom());
    }
}
