using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Siaran.Pages;

/// <summary>
/// The words of the pages in one language. Each language is one file in <c>Pages/Text</c>; <c>{0}</c> marks where a value goes.
/// </summary>
public sealed record PageText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly FrozenDictionary<string, PageText> All = Load()
        .ToFrozenDictionary(t => t.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>For Open Graph: <c>id_ID</c>.</summary>
    public required string Locale { get; init; }

    public required DateWords Dates { get; init; }

    public required FurnitureWords Furniture { get; init; }

    public required ReleaseWords Release { get; init; }

    public required WithdrawnWords Withdrawn { get; init; }

    public required NotFoundWords NotFound { get; init; }

    public required FrontWords Front { get; init; }

    public required FeedWords Feed { get; init; }

    public required TagWords Tags { get; init; }

    public required SearchText Search { get; init; }

    public required ArchiveText Archive { get; init; }

    public required WhyWords Why { get; init; }

    public required FindingWords Findings { get; init; }

    /// <summary>What parts the thousands of a number.</summary>
    public required string Thousands { get; init; }

    /// <summary>The headings of tags by their kind.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>The names of languages by their codes (BCP 47).</summary>
    public required IReadOnlyDictionary<string, string> LanguageNames { get; init; }

    /// <summary>The languages that there are words for.</summary>
    public static IEnumerable<string> Languages => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>
    /// The words in <paramref name="language"/> or its base language (<c>en</c> for <c>en-GB</c>), else in <paramref name="otherwise"/>.
    /// </summary>
    public static PageText In(string language, string otherwise) =>
        Find(language)
        ?? Find(otherwise)
        ?? throw new ArgumentException($"There are no words for the site's language '{otherwise}'.", nameof(otherwise));

    /// <summary>The heading for a kind of tag; a kind that has no word stands for itself.</summary>
    public string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    private static PageText? Find(string language) => All.GetValueOrDefault(language) ?? All.GetValueOrDefault(language.Split('-', 2)[0]);

    private static IEnumerable<PageText> Load()
    {
        var assembly = typeof(PageText).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Pages/Text/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<PageText>(stream, Json)!;
        }
    }
}

/// <summary>How dates are written.</summary>
public sealed record DateWords
{
    /// <summary>From Sunday.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>From January.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Of weekday, day, month and year.</summary>
    public required string Full { get; init; }

    /// <summary>Of day, month and year.</summary>
    public required string Brief { get; init; }

    /// <summary>Of a long date, a time of day and a zone.</summary>
    public required string WithTime { get; init; }

    /// <summary>A .NET format of hours and minutes.</summary>
    public required string Time { get; init; }

    /// <summary>Abbreviations by the zone's name (tz database); any other zone is given as its distance from UTC.</summary>
    public required IReadOnlyDictionary<string, string> Zones { get; init; }
}

public sealed record FurnitureWords
{
    public required string Skip { get; init; }
    public required string Navigation { get; init; }
    public required string Home { get; init; }
    public required string Feeds { get; init; }
    public required string Breadcrumbs { get; init; }
    public required string AllFeed { get; init; }
    public required string Footer { get; init; }
}

public sealed record ReleaseWords
{
    public required string Updated { get; init; }
    public required string Change { get; init; }
    public required string About { get; init; }
    public required string Attachments { get; init; }
    public required string EventDate { get; init; }
    public required string Licence { get; init; }
    public required string Original { get; init; }
    public required string Tags { get; init; }
    public required string Related { get; init; }
    public required string AlsoPublishedAs { get; init; }
    public required string Newest { get; init; }
    public required string NewestOf { get; init; }
    public required string Follow { get; init; }
    public required string FollowAgency { get; init; }
    public required string FollowRelated { get; init; }

    /// <summary>By the name of the <see cref="Siaran.Related.RelationKind"/>.</summary>
    public required IReadOnlyDictionary<string, string> Relations { get; init; }
}

public sealed record WithdrawnWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
    public required string When { get; init; }
    public required string Reason { get; init; }
    public required string NoReason { get; init; }
    public required string Advice { get; init; }
}

public sealed record NotFoundWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
    public required string Nearest { get; init; }
    public required string Onward { get; init; }
}

public sealed record FrontWords
{
    public required string Title { get; init; }
    public required string Empty { get; init; }
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
    public required string Addresses { get; init; }
    public required string Newest { get; init; }
    public required string Empty { get; init; }

    /// <summary>Over feeds of what an agency publishes.</summary>
    public required string Issuers { get; init; }

    /// <summary>Over feeds of what is said about an agency, by whomever.</summary>
    public required string AgenciesDiscussed { get; init; }
    public required string DirectoryTitle { get; init; }
    public required string DirectorySaid { get; init; }
    public required string DirectoryEmpty { get; init; }

    /// <summary>What each format is for, by its extension.</summary>
    public required IReadOnlyDictionary<string, string> Formats { get; init; }
    public required WholeWords Outline { get; init; }
    public required WholeWords Sitemap { get; init; }
    public required WholeWords NewsSitemap { get; init; }
}

/// <summary>Of a document of all that there is.</summary>
public sealed record WholeWords
{
    public required string Name { get; init; }
    public required string Said { get; init; }
}

public sealed record SearchText
{
    public required string Title { get; init; }

    /// <summary>Of the words looked for.</summary>
    public required string TitleOf { get; init; }
    public required string Words { get; init; }
    public required string Submit { get; init; }
    public required string Hint { get; init; }
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
}

public sealed record ArchiveText
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

    /// <summary>Of a tag.</summary>
    public required string TagSaid { get; init; }
    public required string Code { get; init; }
    public required string NoReleases { get; init; }
    public required string Beside { get; init; }

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

    /// <summary>
    /// How surely, in words, surest first: of tags said with the first at least nine in ten are right, then eight, then six, then fewer.
    /// </summary>
    public required IReadOnlyList<string> Confidence { get; init; }

    /// <summary>What a link to the words in the text does.</summary>
    public required string Show { get; init; }

    /// <summary>Who says so, by <see cref="Siaran.Tags.Tag.Source"/>.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}

/// <summary>What else was read out of a release.</summary>
public sealed record FindingWords
{
    public required string Title { get; init; }
    public required string Figures { get; init; }

    /// <summary>Comes before a figure of which the text does not say what it measures.</summary>
    public required string Figure { get; init; }
    public required string Dates { get; init; }
    public required string Quotes { get; init; }
}
