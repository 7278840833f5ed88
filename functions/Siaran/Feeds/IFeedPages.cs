namespace Siaran.Feeds;

/// <summary>Writes the pages that tell people what a feed is and how to subscribe. The same model always gives the same page.</summary>
public interface IFeedPages
{
    /// <summary>The page of one feed, as a whole HTML document.</summary>
    Task<string> WriteFeedAsync(Feed feed, CancellationToken cancellationToken);

    /// <summary>The page that lists all feeds, as a whole HTML document.</summary>
    Task<string> WriteDirectoryAsync(FeedDirectory directory, CancellationToken cancellationToken);
}
