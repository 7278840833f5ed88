using System.Collections.Frozen;
using Siaran.Pages.Words;
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
