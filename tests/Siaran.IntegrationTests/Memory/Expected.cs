using System.Globalization;

namespace Siaran.IntegrationTests.Memory;

/// <summary>One upload as an editor writes it.</summary>
/// <param name="Which">The release that it speaks of.</param>
/// <param name="Number">No two have the same.</param>
internal sealed record Deed(int Which, int Number)
{
    /// <summary>The releases from this number on translate those from 0 on.</summary>
    public const int FirstTranslation = 10;

    /// <summary>The release that a release translates; null where it translates none.</summary>
    public static int? OriginalOf(int which) => which >= FirstTranslation ? which - FirstTranslation : null;

    public bool Withdraws { get; init; }

    public bool IsMinor { get; init; }

    /// <summary>Whether it says that a withdrawn release is to be published again.</summary>
    public bool Publishes { get; init; }

    /// <summary>The release that takes a withdrawn one's place, where it names one.</summary>
    public int? Successor { get; init; }

    /// <summary>Whether it brings other tags and no text.</summary>
    public bool IsOfTagsAlone { get; init; }

    /// <summary>The end of its embargo, where it asks for one.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Words of the editor's own.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Headline => $"Kabar {Which} yang ke-{Number}";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Number:D6}.md");

    public string Text =>
        Withdraws
            ? $"---\nid: model-{Which}\nstatus: withdrawn\nwithdrawnReason: Alasan {Number}\n"
                + (Successor is { } successor ? $"successor: model-{successor}\n" : "")
                + "---\n"
        : IsOfTagsAlone ? $"---\nid: model-{Which}\nrevision: minor\nchangeNote: Kali {Number}\ntags: [{string.Join(", ", Tags)}]\n---\n"
        : Texts.Release(
            Headline,
            $"Kabar nomor {Which} tentang {(Which % 2 == 0 ? "jembatan" : "jalan")} di Baruna, kali ke-{Number}.",
            $"id: model-{Which}\nrevision: {(IsMinor ? "minor" : "major")}\ntags: [{string.Join(", ", Tags)}]\n"
                + (OriginalOf(Which) is { } original ? $"language: en\ntranslationOf: model-{original}\n" : "")
                + (Publishes ? "status: published\n" : "")
                + (Until is { } until ? $"publishAt: {until:yyyy-MM-ddTHH:mm:ssZ}\n" : "")
        );

    public override string ToString() =>
        Withdraws ? $"{Name} withdraws {Which}{(Successor is { } successor ? $" for {successor}" : "")}"
        : IsOfTagsAlone ? $"{Name} tags {Which}"
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

    /// <summary>
    /// The end of its embargo, or when it came; of a translation that nobody has seen not before its original is known.
    /// </summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The end of its embargo as its own editor wants it.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>The release that takes its place.</summary>
    public int? Successor { get; init; }

    /// <summary>When the upload came that made this revision.</summary>
    public required DateTimeOffset At { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>Whether readers have seen it, in this revision or another.</summary>
    public bool WasSeen { get; init; }

    /// <summary>From when readers may know of it; <see cref="Never"/> where it was withdrawn unseen.</summary>
    private DateTimeOffset KnownFrom => IsWithdrawn && !WasSeen ? Never : Until;

    /// <summary>The last second there is.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public bool IsVisible(DateTimeOffset now) => !IsWithdrawn && Until <= now;

    /// <summary>Whether feeds hold it: since it was seen, or its time has come.</summary>
    public bool IsListed(DateTimeOffset now) => !IsWithdrawn && (WasSeen || Until <= now);

    public override string ToString() =>
        $"{Headline} {(IsWithdrawn ? "withdrawn " : "")}{Revision} from {Until:HH:mm:ss} [{string.Join(' ', Tags)}]{(WasSeen ? " seen" : "")}";

    /// <summary>What an upload makes of all releases at a moment.</summary>
    public static IReadOnlyList<Expected?> After(IReadOnlyList<Expected?> all, Deed deed, DateTimeOffset now)
    {
        var next = all.ToArray();
        next[deed.Which] = AfterOne(all, deed, now);
        for (var which = Deed.FirstTranslation; which < all.Count && next[deed.Which] is { } original; which++)
        {
            if (Deed.OriginalOf(which) == deed.Which && next[which] is { WasSeen: false } waiting && !waiting.IsVisible(now))
            {
                next[which] = waiting with { Until = Later(waiting.Asked, original.KnownFrom) };
            }
        }

        return next;
    }

    private static Expected? AfterOne(IReadOnlyList<Expected?> all, Deed deed, DateTimeOffset now)
    {
        var original = Deed.OriginalOf(deed.Which) is { } number ? all[number] : null;
        if (all[deed.Which] is not { } was)
        {
            var asks = deed.Until ?? now;
            var isRefused = Deed.OriginalOf(deed.Which) is not null && original is null or { IsWithdrawn: true };
            return deed.Withdraws || deed.IsOfTagsAlone || isRefused
                ? null
                : new Expected
                {
                    Headline = deed.Headline,
                    Tags = deed.Tags,
                    Revision = 1,
                    Until = Later(asks, original?.KnownFrom),
                    Asked = asks,
                    At = now,
                };
        }

        var wasSeen = was.WasSeen || was.IsVisible(now);
        var asked = deed.Until ?? (wasSeen ? was.Until : was.Asked);
        var until = wasSeen ? asked : Later(asked, original?.KnownFrom);

        // A newer one has been taken, or it would bring back or hide what everybody knows, or leads nowhere.
        var bringsBack = was.IsWithdrawn && !deed.Withdraws && !deed.Publishes;
        var isLost = deed.Successor is { } named && (named == deed.Which || all[named] is null);
        if (now < was.At || bringsBack || isLost || (wasSeen && until > now && until > was.Until))
        {
            return was;
        }

        var next = was with
        {
            Revision = was.Revision + 1,
            Until = until,
            Asked = asked,
            At = now,
            WasSeen = wasSeen,
            IsWithdrawn = deed.Withdraws,
            Successor = deed.Successor,
        };
        return deed.Withdraws ? next
            : deed.IsOfTagsAlone ? next with { Tags = deed.Tags }
            : next with { Headline = deed.Headline, Tags = deed.Tags };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other is { } time && time > one ? time : one;
}
