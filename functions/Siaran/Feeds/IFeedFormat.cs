namespace Siaran.Feeds;

/// <summary>A way to write a feed.</summary>
public interface IFeedFormat
{
    /// <summary>What its addresses end in, without the dot.</summary>
    string Extension { get; }

    /// <summary>As in <c>Content-Type</c>.</summary>
    string MediaType { get; }

    /// <summary>As in <c>Accept</c>: without parameters.</summary>
    string PlainMediaType => MediaType.Split(';')[0];

    /// <summary>Whether feed readers subscribe to it and hubs push it; a newsroom's format is for neither.</summary>
    bool IsForReaders => true;

    /// <summary>For people.</summary>
    string Name { get; }

    /// <summary>The document as UTF-8 without a byte order mark. The same feed always gives the same bytes.</summary>
    byte[] Write(Feed feed);
}
