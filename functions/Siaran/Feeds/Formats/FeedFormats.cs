namespace Siaran.Feeds.Formats;

/// <summary>Every format that feeds are served in.</summary>
public static class FeedFormats
{
    public static IReadOnlyList<IFeedFormat> All { get; } = [new RssFormat(), new AtomFormat(), new JsonFeedFormat(), new NinjsFormat()];

    /// <summary>Those that readers subscribe to, in the order of the offer.</summary>
    public static IReadOnlyList<IFeedFormat> ForReaders { get; } = [.. All.Where(format => format.IsForReaders)];

    /// <summary>Null for an extension that no format bears.</summary>
    public static IFeedFormat? Of(string extension) => All.FirstOrDefault(format => format.Extension == extension);
}
