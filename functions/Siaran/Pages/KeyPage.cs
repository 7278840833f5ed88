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

    /// <summary>What titles begin with that begin with no letter.</summary>
    private const string NoLetter = "#";

    /// <summary>The number that <c>?page=</c> names, from 1; 1 where there is none, and 0 where it is no such number.</summary>
    public static int Asked(IQueryCollection query) =>
        query["page"].ToString() is not { Length: > 0 } asked ? 1
        : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : 0;

    /// <param name="keys">All of them, by title.</param>
    /// <param name="number">From 1.</param>
    /// <returns>Null where there is no such page.</returns>
    public static KeyPage? Of(IReadOnlyList<ListedKey> keys, int number)
    {
        var count = Math.Max(1, (keys.Count + Size - 1) / Size);
        return number < 1 || number > count
            ? null
            : new KeyPage([.. keys.Skip((number - 1) * Size).Take(Size)], number, count, keys.Count, count == 1 ? [] : LettersOf(keys));
    }

    private static Letter[] LettersOf(IReadOnlyList<ListedKey> keys) =>
        [.. keys.Select((key, place) => new Letter(FirstOf(key.Title), (place / Size) + 1)).DistinctBy(letter => letter.Sign)];

    private static string FirstOf(string title) => title.Length > 0 && char.IsLetter(title[0]) ? title[..1].ToUpperInvariant() : NoLetter;

    /// <param name="Sign">One capital, or <c>#</c> for all that is no letter.</param>
    /// <param name="Page">The first that has it, from 1.</param>
    public readonly record struct Letter(string Sign, int Page);
}
