namespace Siaran.Releases;

/// <summary>Who may see a release, and when.</summary>
public enum Visibility
{
    /// <summary>Its time has not come: to the public it does not exist.</summary>
    Embargoed,

    Visible,

    /// <summary>Its page answers 410 with the reason; feeds carry a tombstone.</summary>
    Withdrawn,

    /// <summary>Withdrawn before its time: the public never knew of it and never will.</summary>
    NeverShown,
}

/// <summary>The one place that decides whether a release may be seen. Every output asks it.</summary>
public static class Gate
{
    public static Visibility VisibilityAt(this Release release, DateTimeOffset now) =>
        VisibilityAt(release.Status, release.EverShown, release.PublishAt, now);

    /// <summary>
    /// From when the public may know of it, as a page or as withdrawn: <see cref="VisibilityAt(Release, DateTimeOffset)"/> in a form that
    /// storage can filter by.
    /// </summary>
    // A withdrawn release that was shown is known from its old time on, since its page answers 410.
    public static DateTimeOffset KnownFrom(this Release release) =>
        release is { Status: ReleaseStatus.Withdrawn, EverShown: false } ? DateTimeOffset.MaxValue : release.PublishAt;

    /// <summary>For those that keep of a release no more than this.</summary>
    public static Visibility VisibilityAt(ReleaseStatus status, bool everShown, DateTimeOffset publishAt, DateTimeOffset now) =>
        status switch
        {
            ReleaseStatus.Withdrawn => everShown ? Visibility.Withdrawn : Visibility.NeverShown,
            // EverShown does not matter here: Revising refuses to move the time of a shown release
            // ahead, so that time alone decides.
            _ => publishAt > now ? Visibility.Embargoed : Visibility.Visible,
        };
}
