using Siaran.Listings;

namespace Siaran.Pages;

/// <summary>A long list of feeds or tags in the words of one language, in the order of their titles there, cut into pages.</summary>
public sealed class KeyPages
{
    /// <summary>What titles begin with that begin with no letter.</summary>
    private const string NoLetter = "#";

    private readonly ListedKey[] keys;
    private readonly KeyPage.Letter[] letters;

    /// <param name="listed">All of them, in any order.</param>
    /// <param name="view">Gives their titles.</param>
    public KeyPages(IEnumerable<ListedKey> listed, PageView view)
    {
        keys =
        [
            .. listed
                .Select(key => key with { Title = view.TitleOf(key.Key, key.Title) })
                .OrderBy(key => key.Title, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(key => key.Key),
        ];
        letters = Count == 1 ? [] : LettersOf(keys);
    }

    /// <summary>About how many bytes it takes in memory.</summary>
    public long Size => 200L * keys.Length;

    private int Count => Math.Max(1, (keys.Length + KeyPage.Size - 1) / KeyPage.Size);

    /// <param name="number">From 1.</param>
    /// <returns>Null where there is no such page.</returns>
    public KeyPage? Page(int number) =>
        number < 1 || number > Count
            ? null
            : new KeyPage([.. keys.Skip((number - 1) * KeyPage.Size).Take(KeyPage.Size)], number, Count, keys.Length, letters);

    private static KeyPage.Letter[] LettersOf(ListedKey[] keys) =>
        [
            .. keys.Select((key, place) => new KeyPage.Letter(FirstOf(key.Title), (place / KeyPage.Size) + 1))
                .DistinctBy(letter => letter.Sign),
        ];

    private static string FirstOf(string title) => title.Length > 0 && char.IsLetter(title[0]) ? title[..1].ToUpperInvariant() : NoLetter;
}
