using Siaran.Listings;

namespace Siaran.Pages;

public sealed record FrontWords
{
    public required string Title { get; init; }
    public required string Empty { get; init; }

    /// <summary>Above the newest release.</summary>
    public required string Lead { get; init; }
    public required string Follow { get; init; }
    public required string FollowSaid { get; init; }
    public required string AllFeeds { get; init; }
}

public sealed record FeedWords
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Said { get; init; }
    public required string HowTitle { get; init; }
    public required IReadOnlyList<string> How { get; init; }

    /// <summary>Between the names of a feed of releases that are in all of several others.</summary>
    public required string And { get; init; }

    /// <summary>Between the names of a feed of releases that are in any of several others.</summary>
    public required string Or { get; init; }

    public required string Addresses { get; init; }

    /// <summary>How many feeds there are of a kind.</summary>
    public required string Count { get; init; }
    public required string Newest { get; init; }
    public required string Empty { get; init; }

    /// <summary>Over feeds of what an agency publishes.</summary>
    public required string Issuers { get; init; }

    /// <summary>Over feeds of what is said about an agency, by whomever.</summary>
    public required string AgenciesDiscussed { get; init; }
    public required string DirectoryTitle { get; init; }
    public required string DirectorySaid { get; init; }
    public required string DirectoryEmpty { get; init; }

    public required FormatWords Formats { get; init; }
    public required WholeWords Outline { get; init; }
    public required WholeWords Sitemap { get; init; }
    public required WholeWords NewsSitemap { get; init; }
}

/// <summary>What each format is for.</summary>
public sealed record FormatWords
{
    public required string Rss { get; init; }
    public required string Atom { get; init; }
    public required string Json { get; init; }
    public required string Ninjs { get; init; }

    /// <summary>By the format's extension.</summary>
    public string Of(string extension) =>
        extension switch
        {
            "rss" => Rss,
            "atom" => Atom,
            "json" => Json,
            "ninjs" => Ninjs,
            _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, "There is no word for this format."),
        };
}

/// <summary>Of a document of all that there is.</summary>
public sealed record WholeWords
{
    public required string Name { get; init; }
    public required string Said { get; init; }
}

public sealed record SearchWording
{
    public required string Title { get; init; }

    /// <summary>Of the words looked for.</summary>
    public required string TitleOf { get; init; }
    public required string Words { get; init; }
    public required string Submit { get; init; }

    /// <summary>What the page is for, to search engines.</summary>
    public required string Said { get; init; }

    /// <summary>Over what narrows a search.</summary>
    public required string Narrow { get; init; }
    public required string Hint { get; init; }

    /// <summary>The choice that narrows nothing.</summary>
    public required string Any { get; init; }
    public required string Office { get; init; }
    public required string Region { get; init; }
    public required string Label { get; init; }
    public required string Language { get; init; }
    public required string Tag { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Filters { get; init; }

    /// <summary>Of the name of a feed.</summary>
    public required string Without { get; init; }

    /// <summary>Before what was meant and a question mark.</summary>
    public required string Meant { get; init; }

    /// <summary>Of a number of releases.</summary>
    public required string Count { get; init; }
    public required string Nothing { get; init; }
    public required string Follow { get; init; }

    /// <summary>Over the feeds of a kind to choose from.</summary>
    public string Choose(FeedKind kind) =>
        kind switch
        {
            FeedKind.Agency => Office,
            FeedKind.Region => Region,
            FeedKind.Label => Label,
            FeedKind.Language => Language,
            FeedKind.Tag => Tag,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody can choose among feeds of this kind."),
        };
}

public sealed record ArchiveWords
{
    public required string All { get; init; }

    /// <summary>Of the name of a feed.</summary>
    public required string AllOf { get; init; }

    /// <summary>Of the name of a feed.</summary>
    public required string Said { get; init; }
    public required string Pages { get; init; }
    public required string Periods { get; init; }

    /// <summary>Of a year.</summary>
    public required string WholeYear { get; init; }
    public required string Newer { get; init; }
    public required string Older { get; init; }

    /// <summary>Of a page's number and how many there are.</summary>
    public required string PageOf { get; init; }
    public required string ByMonth { get; init; }
}

public sealed record TagWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
    public required string Empty { get; init; }

    /// <summary>Of a number of tags.</summary>
    public required string TagCount { get; init; }

    /// <summary>Of a number of releases.</summary>
    public required string ReleaseCount { get; init; }

    /// <summary>Of a kind.</summary>
    public required string AllOfKind { get; init; }

    /// <summary>Of a kind.</summary>
    public required string KindSaid { get; init; }
    public required string ByLetter { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }

    /// <summary>Of a tag.</summary>
    public required string TagSaid { get; init; }
    public required string Code { get; init; }
    public required string NoReleases { get; init; }

    /// <summary>What the column next to the releases is called aloud.</summary>
    public required string Aside { get; init; }

    /// <summary>Of a tag.</summary>
    public required string Follow { get; init; }
    public required string Related { get; init; }
}

/// <summary>Why a release bears a tag.</summary>
public sealed record WhyWords
{
    public required string Editor { get; init; }

    /// <summary>Of the name of a rule or vocabulary.</summary>
    public required string Rule { get; init; }

    /// <summary>Of the name of a model.</summary>
    public required string Model { get; init; }

    /// <summary>Of who says so and one of <see cref="Confidence"/>.</summary>
    public required string Surely { get; init; }

    public required ConfidenceWords Confidence { get; init; }

    /// <summary>Opens the reasons.</summary>
    public required string Why { get; init; }

    /// <summary>What a link to the words in the text does.</summary>
    public required string Show { get; init; }

    /// <summary>Who says so, by <see cref="Siaran.Tags.Tag.Source"/>.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}

/// <summary>How surely, in words: numbers would promise more than is known.</summary>
public sealed record ConfidenceWords
{
    /// <summary>Of such tags at least nine in ten are right.</summary>
    public required string VerySure { get; init; }

    /// <summary>Of such tags at least eight in ten are right.</summary>
    public required string Sure { get; init; }

    /// <summary>Of such tags at least six in ten are right.</summary>
    public required string FairlySure { get; init; }

    public required string LessSure { get; init; }

    /// <param name="confidence">From 0 to 1.</param>
    public string Of(double confidence) =>
        confidence switch
        {
            >= 0.9 => VerySure,
            >= 0.8 => Sure,
            >= 0.6 => FairlySure,
            _ => LessSure,
        };
}
