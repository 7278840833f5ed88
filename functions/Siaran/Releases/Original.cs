namespace Siaran.Releases;

/// <summary>What a translation must know of the release that it translates, so that it never comes out before it.</summary>
/// <param name="Id">The release that it translates, which translates none itself.</param>
/// <param name="KnownFrom">From <see cref="Gate.KnownFrom"/>; the end of time where there is no such release.</param>
public sealed record Original(ReleaseId Id, DateTimeOffset KnownFrom)
{
    /// <param name="id">The release that is translated.</param>
    /// <param name="found">As it is now; null where there is none.</param>
    public static Original Of(ReleaseId id, Release? found) => new(id, found?.KnownFrom() ?? DateTimeOffset.MaxValue);

    /// <summary>When a translation may first be seen that its own editor wants to be seen at <paramref name="asked"/>.</summary>
    public DateTimeOffset Hold(DateTimeOffset asked) => WholeSeconds.Later(asked, WholeSeconds.Of(KnownFrom));

    /// <summary>
    /// A translation that waits, moved to the time of its original. Only for one that the public has not seen.
    /// </summary>
    public Release Move(Release translation)
    {
        var publishAt = Hold(translation.AskedAt ?? translation.PublishAt);
        return publishAt == translation.PublishAt
            ? translation
            : translation with
            {
                PublishAt = publishAt,
                // Its own later date stays; one that followed from the time of release goes along.
                UpdatedAt =
                    translation.UpdatedAt > translation.PublishAt ? WholeSeconds.Later(translation.UpdatedAt, publishAt) : publishAt,
            };
    }
}
