using Siaran.Replies;

namespace Siaran.Pages;

/// <summary>What a page shows of the replies to a release, and of the form below them.</summary>
/// <param name="List">Those that were let through.</param>
public sealed record ReplyThread(ReplyList List)
{
    /// <summary>As it was filled in; null for an empty one.</summary>
    public ReplyForm? Form { get; init; }

    /// <summary>Why it was not taken.</summary>
    public IReadOnlyList<ReplyFlaw> Flaws { get; init; } = [];

    /// <summary>Whether the reader has just sent one.</summary>
    public bool IsSent { get; init; }
}
