using System.Collections.Frozen;
using Siaran.Listings;
using Siaran.Pages.Revisions;
using Siaran.Pages.Words;
using Siaran.Related;
using Siaran.Replies;
using Siaran.Tags;

namespace Siaran.Pages;

/// <summary>
/// The words of the pages in one language. Each language is one class in <c>Pages/Words</c>, which compiles only with every text that
/// there is; <c>{0}</c> marks where a value goes.
/// </summary>
public sealed record PageText
{
    private static readonly FrozenDictionary<string, PageText> All = new[] { Indonesian.Text, English.Text }.ToFrozenDictionary(
        text => text.Language,
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>BCP 47: two letters, since it is also where the addresses of its pages begin.</summary>
    public required string Language { get; init; }

    /// <summary>What the language calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>For Open Graph: <c>id_ID</c>.</summary>
    public required string Locale { get; init; }

    public required DateWords Dates { get; init; }

    public required FurnitureWords Furniture { get; init; }

    public required ReleaseWords Release { get; init; }

    public required RevisionWords Revisions { get; init; }

    public required ReplyWords Replies { get; init; }

    public required WithdrawnWords Withdrawn { get; init; }

    public required NotFoundWords NotFound { get; init; }

    public required ProblemWords Problems { get; init; }

    public required RefusedWords Refused { get; init; }

    public required FrontWords Front { get; init; }

    public required FeedWords Feed { get; init; }

    public required TagWords Tags { get; init; }

    public required SearchWording Search { get; init; }

    public required ArchiveWords Archive { get; init; }

    public required WhyWords Why { get; init; }

    public required FindingWords Findings { get; init; }

    /// <summary>What parts the thousands of a number.</summary>
    public required string Thousands { get; init; }

    /// <summary>The headings of tags by their kind.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>The names of languages by their codes (BCP 47).</summary>
    public required IReadOnlyDictionary<string, string> LanguageNames { get; init; }

    /// <summary>The languages that there are words for.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// The words in <paramref name="language"/> or its base language (<c>en</c> for <c>en-GB</c>), else in <paramref name="otherwise"/>.
    /// </summary>
    public static PageText In(string language, string otherwise) =>
        Find(language)
        ?? Find(otherwise)
        ?? throw new ArgumentException($"There are no words for the site's language '{otherwise}'.", nameof(otherwise));

    /// <summary>The heading for a kind of tag; a kind that has no word stands for itself.</summary>
    public string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <inheritdoc cref="Kind(string)" />
    public string Kind(TagKind kind) => Kind(kind.Name);

    /// <summary>The words in <paramref name="language"/> or its base language; null where there are none.</summary>
    public static PageText? Find(string language) => All.GetValueOrDefault(language) ?? All.GetValueOrDefault(language.Split('-', 2)[0]);
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

    /// <summary>Of two days, the earlier first.</summary>
    public required string Span { get; init; }

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

    /// <summary>Before the names of the other languages that the page can be read in.</summary>
    public required string Languages { get; init; }
}

public sealed record ReleaseWords
{
    public required string Updated { get; init; }
    public required string Change { get; init; }
    public required string About { get; init; }
    public required string Attachments { get; init; }
    public required string Share { get; init; }
    public required string CopyLink { get; init; }

    /// <summary>What the button says once it has copied the link.</summary>
    public required string Copied { get; init; }
    public required string Print { get; init; }
    public required string PressContact { get; init; }

    /// <summary>The link to a translation; {0} is the name of its language.</summary>
    public required string ReadIn { get; init; }
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

    /// <summary>A link to a feed's page.</summary>
    public required string HowToSubscribe { get; init; }

    public required RelationWords Relations { get; init; }
}

/// <summary>How a related release is related to the one that is read.</summary>
public sealed record RelationWords
{
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string SameEvent { get; init; }
    public required string SameSeries { get; init; }

    public string Of(RelationKind kind) =>
        kind switch
        {
            RelationKind.Earlier => Earlier,
            RelationKind.Later => Later,
            RelationKind.SameEvent => SameEvent,
            RelationKind.SameSeries => SameSeries,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no word for this kind of relation."),
        };
}

/// <summary>About the revisions of a release.</summary>
public sealed record RevisionWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }

    /// <summary>A link to the page, of a number of versions.</summary>
    public required string Link { get; init; }

    /// <summary>Of a number.</summary>
    public required string Version { get; init; }
    public required string First { get; init; }
    public required string Major { get; init; }
    public required string Minor { get; init; }
    public required string Withdrawn { get; init; }

    /// <summary>Of a revision that was called minor though a name, a number or a date changed.</summary>
    public required string Misnamed { get; init; }

    /// <summary>Of a release with such a revision.</summary>
    public required string SomeMisnamed { get; init; }

    /// <summary>Where only other things than words changed.</summary>
    public required string NoWords { get; init; }
    public required string Headline { get; init; }
    public required string Agency { get; init; }
    public required string Place { get; init; }
    public required string Summary { get; init; }
    public required string Body { get; init; }

    public string PartOf(RevisionPart part) =>
        part switch
        {
            RevisionPart.Headline => Headline,
            RevisionPart.Agency => Agency,
            RevisionPart.Place => Place,
            RevisionPart.Summary => Summary,
            RevisionPart.Body => Body,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no word for this part."),
        };
}

/// <summary>About what readers write under a release.</summary>
public sealed record ReplyWords
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>Of a number, from 1.</summary>
    public required string Count { get; init; }
    public required string Empty { get; init; }

    /// <summary>Before the links to the feeds.</summary>
    public required string Follow { get; init; }

    /// <summary>The heading of the form.</summary>
    public required string Write { get; init; }

    /// <summary>What becomes of what is written, and how long it is kept.</summary>
    public required string Privacy { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string EmailHint { get; init; }

    /// <summary>The field.</summary>
    public required string Text { get; init; }

    /// <summary>Of the longest text.</summary>
    public required string TextHint { get; init; }

    /// <summary>Over the field that programs fill in.</summary>
    public required string Trap { get; init; }
    public required string Send { get; init; }

    /// <summary>To whoever has written.</summary>
    public required string Thanks { get; init; }

    /// <summary>Where as many are shown as may be.</summary>
    public required string Full { get; init; }
    public required string NotSent { get; init; }
    public required string NoName { get; init; }

    /// <summary>Of the longest name.</summary>
    public required string LongName { get; init; }
    public required string BadEmail { get; init; }
    public required string NoText { get; init; }

    /// <summary>Of the longest text and the length of what was written.</summary>
    public required string LongText { get; init; }
    public required string TooMany { get; init; }

    public string Of(ReplyFlaw flaw, ReplyForm form) =>
        flaw switch
        {
            ReplyFlaw.NoName => NoName,
            ReplyFlaw.LongName => PageView.Fill(LongName, ReplyForm.LongestName),
            ReplyFlaw.BadEmail => BadEmail,
            ReplyFlaw.NoText => NoText,
            ReplyFlaw.LongText => PageView.Fill(LongText, ReplyForm.LongestText, form.Text.Length),
            ReplyFlaw.TooMany => TooMany,
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "There is no word for this flaw."),
        };
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

/// <summary>What a page says where a request could not be answered.</summary>
public sealed record ProblemWords
{
    public required NoticeWords BadRequest { get; init; }
    public required NoticeWords TooLarge { get; init; }
    public required NoticeWords Unavailable { get; init; }
    public required NoticeWords Fault { get; init; }

    /// <param name="status">A status code from 400.</param>
    public NoticeWords Of(int status) =>
        status switch
        {
            413 => TooLarge,
            503 => Unavailable,
            >= 500 => Fault,
            _ => BadRequest,
        };
}

public sealed record NoticeWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }
}

/// <summary>About an upload that was refused.</summary>
public sealed record RefusedWords
{
    public required string Title { get; init; }
    public required string Said { get; init; }

    /// <summary>Of a number.</summary>
    public required string Line { get; init; }
}

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
