using System.Globalization;
using Microsoft.AspNetCore.Http;
using Siaran.Listings;

namespace Siaran.Pages;

/// <summary>The part of a long list of feeds or tags that one page shows, with the way to the others.</summary>
/// <param name="Keys">Of this page, by title.</param>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages there are, at least one.</param>
/// <param name="Total">How many keys all pages show.</param>
/// <param name="Letters">The first letters of the titles, each with the first page that has it; none where there is one page.</param>
public sealed record KeyPage(IReadOnlyList<ListedKey> Keys, int Number, int Count, int Total, IReadOnlyList<KeyPage.Letter> Letters)
{
    /// <summary>What a page shows, so that it stays within a page's size.</summary>
    public const int Size = 80;

    /// <summary>The number that <c>?page=</c> names, from 1; 1 where there is none, and 0 where it is no such number.</summary>
    public static int Asked(IQueryCollection query) =>
        query["page"].ToString() is not { Length: > 0 } asked ? 1
        : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;

    /// <param name="Sign">One capital, or <c>#</c> for all that is no letter.</param>
    /// <param name="Page">The first that has it, from 1.</param>
    public readonly record struct Letter(string Sign, int Page);
}
