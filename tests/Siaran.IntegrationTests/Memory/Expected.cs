using System.Globalization;

namespace Siaran.IntegrationTests.Memory;

/// <summary>One upload as an editor writes it.</summary>
/// <param name="Which">The release that it speaks of.</param>
/// <param name="Number">No two have the same.</param>
internal sealed record Deed(int Which, int Number)
{
    public bool Withdraws { get; init; }

    /// <summary>Where it withdraws, the release that takes its place.</summary>
    public int? Successor { get; init; }

    /// <summary>Whether it has no text and asks for other tags.</summary>
    public bool IsOfTagsAlone { get; init; }

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
        Withdraws ? $"---\nid: model-{Which}\nstatus: withdrawn\nwithdrawnReason: Alasan {Number}\n{SuccessorLine}---\n"
        : IsOfTagsAlone ? $"---\nid: model-{Which}\nrevision: minor\nchangeNote: Kali ke-{Number}\n{TagsLine}---\n"
        : Texts.Release(
            Headline,
            $"Kabar nomor {Which} tentang {(Which % 2 == 0 ? "jembatan" : "jalan")} di Baruna, kali ke-{Number}.",
            $"id: model-{Which}\nrevision: {(IsMinor ? "minor" : "major")}\n{TagsLine}"
                + (OriginalOf(Which) is { } original ? $"language: en\ntranslationOf: model-{original}\n" : "")
                + (Publishes ? "status: published\n" : "")
                + (Until is { } until ? $"publishAt: {until:yyyy-MM-ddTHH:mm:ssZ}\n" : "")
        );

    private string TagsLine => $"tags: [{string.Join(", ", Tags)}]\n";

    private string SuccessorLine => Successor is { } successor ? $"successor: model-{successor}\n" : "";

    /// <summary>The release that another translates in each of its texts; null for most, which translate none.</summary>
    public static int? OriginalOf(int which) =>
        which switch
        {
            4 => 0,
            5 => 1,
            _ => null,
        };

    public override string ToString() =>
        Withdraws ? $"{Name} withdraws {Which}{(Successor is { } other ? $" for {other}" : "")}"
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
    /// <summary>The last second there is: a translation of what nobody may ever see waits for it.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue.AddTicks(1 - TimeSpan.TicksPerSecond);

    public required string Headline { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Each upload that counts makes one, however often it is tried.</summary>
    public required int Revision { get; init; }

    /// <summary>The end of its embargo, or when it came.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What its own editor asked for: a translation may have to wait longer.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>When the upload came that made this revision.</summary>
    public required DateTimeOffset At { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>The release that takes its place.</summary>
    public int? Successor { get; init; }

    /// <summary>Whether readers have seen it, in this revision or another.</summary>
    public bool WasSeen { get; init; }

    public bool IsVisible(DateTimeOffset now) => !IsWithdrawn && Until <= now;

    /// <summary>Whether feeds hold it: since it was seen, or its time has come.</summary>
    public bool IsListed(DateTimeOffset now) => !IsWithdrawn && (WasSeen || Until <= now);

    public override string ToString() =>
        $"{Headline} {(IsWithdrawn ? "withdrawn " : "")}{Revision} from {Until:HH:mm:ss} [{string.Join(' ', Tags)}]{(WasSeen ? " seen" : "")}";

    /// <summary>What an upload makes of all releases at a moment.</summary>
    public static IReadOnlyList<Expected?> After(IReadOnlyList<Expected?> all, Deed deed, DateTimeOffset now)
    {
        var next = all.ToArray();
        var original = Deed.OriginalOf(deed.Which) is { } number ? all[number] : null;
        next[deed.Which] = all[deed.Which] is { } was ? Revised(was, deed, original, now) : First(deed, original, now);
        for (var which = 0; which < next.Length; which++)
        {
            // A translation that nobody has seen goes where its original goes.
            if (next[which] is { WasSeen: false } waiting && Deed.OriginalOf(which) is { } of && !waiting.IsVisible(now))
            {
                next[which] = waiting with { Until = Later(waiting.Asked, next[of]!.KnownFrom) };
            }
        }

        return next;
    }

    private DateTimeOffset KnownFrom => IsWithdrawn && !WasSeen ? Never : Until;

    private static Expected? First(Deed deed, Expected? original, DateTimeOffset now)
    {
        var isTranslation = Deed.OriginalOf(deed.Which) is not null;
        if (deed.Withdraws || deed.IsOfTagsAlone || (isTranslation && original is null or { IsWithdrawn: true }))
        {
            return null;
        }

        var asked = deed.Until ?? now;
        return new Expected
        {
            Headline = deed.Headline,
            Tags = deed.Tags,
            Revision = 1,
            Until = original is null ? asked : Later(asked, original.KnownFrom),
            Asked = asked,
            At = now,
        };
    }

    private static Expected Revised(Expected was, Deed deed, Expected? original, DateTimeOffset now)
    {
        var wasSeen = was.WasSeen || was.IsVisible(now);
        var asked = deed.Until ?? (wasSeen ? was.Until : was.Asked);
        var until = wasSeen || original is null ? asked : Later(asked, original.KnownFrom);

        // A newer one has been taken, or it would bring back or hide what everybody knows.
        var bringsBack = was.IsWithdrawn && !deed.Withdraws && !deed.Publishes;
        if (now < was.At || bringsBack || (wasSeen && until > now && until > was.Until))
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

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
