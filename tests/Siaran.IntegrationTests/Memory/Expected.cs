using System.Globalization;

namespace Siaran.IntegrationTests.Memory;

/// <summary>One upload as an editor writes it.</summary>
/// <param name="Which">The release that it speaks of.</param>
/// <param name="Number">No two have the same.</param>
internal sealed record Deed(int Which, int Number)
{
    public bool Withdraws { get; init; }

    public bool IsMinor { get; init; }

    /// <summary>Whether it says that a withdrawn release is to be published again.</summary>
    public bool Publishes { get; init; }

    /// <summary>The end of its embargo, where it asks for one.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Words of the editor's own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Headline => $"Kabar {Which} yang ke-{Number}";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number:D6}.md");

    public string Text =>
        Withdraws
            ? $"---\nid: model-{Which}\nstatus: withdrawn\nwithdrawnReason: Alasan {Number}\n---\n"
            : Texts.Release(
                Headline,
                $"Kabar nomor {Which} tentang {(Which % 2 == 0 ? "jembatan" : "jalan")} di Baruna, kali ke-{Number}.",
                $"id: model-{Which}\nrevision: {(IsMinor ? "minor" : "major")}\ntags: [{string.Join(", ", Tags)}]\n"
                    + (Publishes ? "status: published\n" : "")
                    + (Until is { } until ? $"publishAt: {until:yyyy-MM-ddTHH:mm:ssZ}\n" : "")
            );

    public override string ToString() =>
        Withdraws ? $"{Name} withdraws {Which}"
        : Publishes ? $"{Name} publishes {Which} again"
        : Until is { } until ? $"{Name} holds {Which} until {until:HH:mm:ss}"
        : $"{Name} {(IsMinor ? "mends" : "revises")} {Which}";
}

/// <summary>
/// What must be true of one release. These are the rules once more, in a few lines, without a look at how Siaran keeps them.
/// </summary>
internal sealed record Expected
{
    public required string Headline { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Each upload that counts makes one, however often it is tried.</summary>
    public required int Revision { get; init; }

    /// <summary>The end of its embargo, or when it came.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the upload came that made this revision.</summary>
    public required DateTimeOffset At { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>Whether readers have seen it, in this revision or another.</summary>
    public bool WasSeen { get; init; }

    public bool IsVisible(DateTimeOffset now) => !IsWithdrawn && Until <= now;

    /// <summary>Whether feeds hold it: since it was seen, or its time has come.</summary>
    public bool IsListed(DateTimeOffset now) => !IsWithdrawn && (WasSeen || Until <= now);

    public override string ToString() =>
        $"{Headline} {(IsWithdrawn ? "withdrawn " : "")}{Revision} from {Until:HH:mm:ss} [{string.Join(' ', Tags)}]{(WasSeen ? " seen" : "")}";

    /// <summary>What an upload makes of it at a moment.</summary>
    public static Expected? After(Expected? was, Deed deed, DateTimeOffset now)
    {
        if (was is null)
        {
            return deed.Withdraws
                ? null
                : new Expected
                {
                    Headline = deed.Headline,
                    Tags = deed.Tags,
                    Revision = 1,
                    Until = deed.Until ?? now,
                    At = now,
                };
        }

        var (wasSeen, until) = (was.WasSeen || was.IsVisible(now), deed.Until ?? was.Until);

        // A newer one has been taken, or it would bring back or hide what everybody knows.
        var bringsBack = was.IsWithdrawn && !deed.Withdraws && !deed.Publishes;
        if (now < was.At || bringsBack || (wasSeen && until > now && until > was.Until))
        {
            return was;
        }

        var next = was with { Revision = was.Revision + 1, Until = until, At = now, WasSeen = wasSeen, IsWithdrawn = deed.Withdraws };
        return deed.Withdraws ? next : next with { Headline = deed.Headline, Tags = deed.Tags };
    }
}
