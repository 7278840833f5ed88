using Siaran.Listings;
using Siaran.Settings;
using Siaran.Tagging.Topics;

namespace Siaran.Endpoints;

/// <summary>Gives feeds the names that they have in the site's language.</summary>
internal static class SiteNames
{
    /// <summary>With the name of a topic in the site's language instead of that of its newest release.</summary>
    public static ListedKey In(ListedKey listed, Site site) =>
        listed.Key.Tag is { } tag ? listed with { Title = TopicNames.In(site.Language, tag, listed.Title) } : listed;
}
