using System.Globalization;
using Siaran.Releases;

namespace Siaran.Replies;

/// <summary>What a reader wrote under a release.</summary>
/// <param name="Id">Names it for good.</param>
/// <param name="SentAt">When it was written, UTC.</param>
/// <param name="Name">As the reader signs; one line of plain text.</param>
/// <param name="Text">Plain text, with line breaks.</param>
public sealed record Reply(Guid Id, DateTimeOffset SentAt, string Name, string Text)
{
    /// <summary>When it was let through; default for one that waits.</summary>
    public DateTimeOffset ShownAt { get; init; }

    /// <summary>Names it among others, which it puts in the order in which they were written.</summary>
    public string Key => $"{SentAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}:{Id:N}";

    /// <summary>Where it is on the page of its release.</summary>
    public string Anchor => $"balasan-{Id:N}";
}

/// <summary>A reply that waits for a moderator's look.</summary>
/// <param name="Reply">What was written.</param>
/// <param name="Office">Id of the office whose release it is about.</param>
/// <param name="Release">The release.</param>
/// <param name="Headline">Of the release, as it was then.</param>
/// <param name="Email">Where a moderator may ask the writer back; empty where none was given.</param>
public sealed record WaitingReply(Reply Reply, string Office, ReleaseId Release, string Headline, string Email)
{
    /// <summary>When it was decided to show it, UTC; default before.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Changes each time that something is decided of it; empty for one that is to be stored.</summary>
    public string Version { get; init; } = "";
}

/// <summary>What readers see under a release.</summary>
/// <param name="Shown">Oldest first.</param>
/// <param name="ChangedAt">When one was last let through or removed; null where that never happened.</param>
public sealed record ReplyList(IReadOnlyList<Reply> Shown, DateTimeOffset? ChangedAt)
{
    /// <summary>As many as a release shows; with these nothing more can be written under it.</summary>
    public const int Most = 200;

    public static ReplyList None { get; } = new([], null);

    public bool IsFull => Shown.Count >= Most;
}
