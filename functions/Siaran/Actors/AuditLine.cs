using Siaran.Releases;

namespace Siaran.Actors;

/// <summary>One change: who made it, when, of what, and from where.</summary>
/// <param name="Key">Tells this change from others of its moment; the same for one that is noted again.</param>
/// <param name="At">When it was asked for, UTC.</param>
/// <param name="Actor">From <see cref="Actors.Actor.Name"/>.</param>
/// <param name="Act">What was done: <c>created</c>, <c>revised</c>, <c>withdrawn</c>, <c>rejected</c> and so on.</param>
public sealed record AuditLine(string Key, DateTimeOffset At, string Actor, string Act)
{
    /// <summary>Id of the office that it was done for.</summary>
    public string? Office { get; init; }

    public ReleaseId? Release { get; init; }

    /// <summary>The revision that was made.</summary>
    public int? Revision { get; init; }

    /// <summary><c>http</c>, <c>desk</c> or <c>incoming</c>, and the name of the upload.</summary>
    public string? From { get; init; }

    /// <summary>What its actor said of it, such as the reason of a withdrawal.</summary>
    public string? Detail { get; init; }
}
