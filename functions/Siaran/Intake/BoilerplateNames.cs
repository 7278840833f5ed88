using System.Buffers;
using System.Collections.Frozen;

namespace Siaran.Intake;

/// <summary>Knows the class and id names that content systems give to what is around a text.</summary>
internal static class BoilerplateNames
{
    private const int LongestName = 200;

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("names.tsv");

    /// <summary>How names begin that programmes make, and that no text is named by, and how all names of some programmes begin.</summary>
    private static readonly ILookup<char, string> OfProgrammes = ByFirst([.. Rows["programme"], .. Rows["maker"]]);

    private static readonly ILookup<char, string> Prefixes = ByFirst([.. Rows["start"], .. Rows["programme"]]);

    private static readonly FrozenSet<string> Whole = Rows["whole"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names that are whole and may as well be of the text: an article on advertisements, a share of something.</summary>
    private static readonly FrozenSet<string> WholeOfText = Words("text");

    /// <summary>Words of names whose furniture holds sentences itself, as comments do.</summary>
    private static readonly FrozenSet<string> OfSentences = Words("sentences");

    /// <summary>Words of names that say which part of a box something is.</summary>
    private static readonly FrozenSet<string> OfBoxes = Words("box");

    /// <summary>What follows <c>social</c> where it is about the buttons of networks, and not about welfare or affairs.</summary>
    private static readonly FrozenSet<string> OfNetworks = Words("network");

    private static readonly FrozenSet<string> OfSharing = Words("sharing");

    /// <summary>What a name ends with that says in which state a part is, or how it is spaced, and not what it is.</summary>
    private static readonly FrozenSet<string> States = Words("state");

    /// <summary>What a name begins with that says what something else has: <c>has-sharing</c>.</summary>
    private static readonly FrozenSet<string> OfOthers = Words("not");

    /// <summary>Parts of names, between hyphens or underscores, that are furniture wherever they are.</summary>
    private static readonly FrozenSet<string> Parts = Words("part");

    /// <summary>Parts that are furniture at the end of a name: <c>post-share</c>, and not <c>share-holders</c>.</summary>
    private static readonly FrozenSet<string> LastParts = Words("last");

    /// <summary>Words that are furniture wherever they are, also in names that capitals divide: <c>itemRelated</c>.</summary>
    private static readonly FrozenSet<string> Anywhere = Words("word");

    /// <summary>Such words that are furniture at the end of a name: <c>loginModal</c>.</summary>
    private static readonly FrozenSet<string> Ends = Words("end");

    /// <summary>Such words that are furniture where a part of a box follows: <c>related-block</c>, and not <c>related-work</c>.</summary>
    private static readonly FrozenSet<string> BeforeBoxes = Words("other");

    private static readonly FrozenSet<string> Pairs = Words("pair");

    private static readonly FrozenSet<string> Authors = Words("author");

    /// <summary>Words that a name of an author's box has after the author.</summary>
    private static readonly FrozenSet<string> OfCards = Words("card");

    private static readonly FrozenSet<string> Notes = Words("note");

    /// <summary>Words of names of furniture that a part of a text may be named by.</summary>
    private static readonly FrozenSet<string> Things = Words("thing");

    /// <summary>Words by which such a name calls to do something, or says where in the page it is.</summary>
    private static readonly FrozenSet<string> Calls = Words("call");

    /// <summary>A name without any of these need not be looked at word by word.</summary>
    private static readonly SearchValues<string> Telling = SearchValues.Create(
        [
            .. Rows["word"],
            .. Rows["end"],
            .. Rows["other"],
            .. Rows["sharing"],
            .. Rows["author"],
            .. Rows["pair"].Select(pair => pair.Split(' ')[0]),
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> OfNotes = SearchValues.Create(
        [.. Rows["note"], .. Rows["author"]],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Whether an element of this name is furniture, as far as its name says.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfFurniture(string name) =>
        name.Length is > 0 and <= LongestName
        && !IsState(name)
        && (
            Whole.Contains(name)
            || StartsWith(name, Prefixes)
            || HasPart(name)
            || (name.AsSpan().ContainsAny(Telling) && HasWord(WordsOf(name)))
        );

    /// <summary>
    /// Whether a name of furniture may as well be of a text about such a thing, so that what the element holds decides:
    /// <c>sharing-economy</c>, <c>comment-analysis</c>, and not <c>comment-list</c>.
    /// </summary>
    /// <param name="name">A class or an id.</param>
    public static bool MayBeOfText(string name)
    {
        if (Whole.Contains(name))
        {
            return WholeOfText.Contains(name);
        }

        var words = WordsOf(name);
        return !IsOfProgramme(name)
            && (
                !words.Any(HoldsSentences)
                || (words.Exists(word => !OfSentences.Contains(word)) && !words.Exists(IsOfBox) && !OfSentences.Contains(words[^1]))
            );
    }

    /// <summary>Whether a name is of a thing that releases tell of as well: <c>recommendations</c>, <c>table-footer</c>.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfThing(string name) =>
        !IsOfProgramme(name) && WordsOf(name) is var words && words.Exists(Things.Contains) && !words.Exists(Calls.Contains);

    /// <summary>Whether a name is one that a programme gives to what it adds to pages, and that no text is named by.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfProgramme(string name) => StartsWith(name, OfProgrammes);

    /// <summary>Whether a name is of a short line next to a text, as far as it says: who wrote it, or when.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfNote(string name) => name.AsSpan().ContainsAny(OfNotes) && (EndsWith(name, Notes) || IsOfWriter(name));

    /// <summary>Whether a name is of who wrote a text, as far as it says.</summary>
    /// <param name="name">A class or an id.</param>
    public static bool IsOfWriter(string name) => EndsWith(name, Authors);

    /// <summary>Whether a name ends with one of these words, or with one and a part of a box.</summary>
    private static bool EndsWith(string name, FrozenSet<string> wanted) =>
        name.Length is > 0 and <= LongestName
        && WordsOf(name) is { Count: > 0 } words
        && words.FindLast(word => wanted.Contains(word) || !IsOfBox(word)) is { } last
        && wanted.Contains(last)
        && !OfOthers.Contains(words[0]);

    private static FrozenSet<string> Words(string kind) => Rows[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool StartsWith(string name, ILookup<char, string> starts)
    {
        if (name.Length == 0)
        {
            return false;
        }

        foreach (var start in starts[char.ToLowerInvariant(name[0])])
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ILookup<char, string> ByFirst(params IEnumerable<string> starts) =>
        starts.ToLookup(start => char.ToLowerInvariant(start[0]));

    private static bool HoldsSentences(string word) => OfSentences.Any(of => word.StartsWith(of, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfBox(string word) => OfBoxes.Contains(word) || word.All(char.IsAsciiDigit);

    private static bool IsState(string name) => name.LastIndexOfAny(['-', '_']) is > 0 and var at && States.Contains(name[(at + 1)..]);

    private static bool HasPart(string name)
    {
        if (!name.AsSpan().ContainsAny('-', '_'))
        {
            return Parts.Contains(name);
        }

        var parts = name.Split('-', '_');
        return !OfOthers.Contains(parts[0]) && (LastParts.Contains(parts[^1]) || Array.Exists(parts, Parts.Contains));
    }

    private static bool HasWord(List<string> words) =>
        words.Count > 0
        && !OfOthers.Contains(words[0])
        && (
            Ends.Contains(words[^1])
            || words.Exists(Anywhere.Contains)
            || IsOfAuthor(words)
            || Enumerable.Range(0, words.Count - 1).Any(at => IsPair(words, at))
        );

    private static bool IsPair(List<string> words, int at) =>
        Pairs.Contains($"{words[at]} {words[at + 1]}")
        || (BeforeBoxes.Contains(words[at]) && OfBoxes.Contains(words[at + 1]))
        || IsOfSharing(words, at);

    /// <summary>Buttons of social networks: a post of one that is embedded in the text is none.</summary>
    private static bool IsOfSharing(List<string> words, int at) =>
        OfSharing.Contains(words[at]) && OfNetworks.Contains(words[at + 1]) && !words.Contains("embed", StringComparer.OrdinalIgnoreCase);

    /// <summary>A box on who wrote the text: <c>author-info</c>, <c>entry-author-bio</c>.</summary>
    private static bool IsOfAuthor(List<string> words) =>
        words.FindIndex(Authors.Contains) is >= 0 and var at
        && (words.FindIndex(at + 1, OfCards.Contains) > 0 || (at > 0 && words[at - 1].Equals("about", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A name's words, between hyphens and underscores and before capitals.</summary>
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        for (var (at, start) = (0, 0); at <= name.Length; at++)
        {
            var isMark = at == name.Length || name[at] is '-' or '_';
            if (isMark || (at > start && char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1])))
            {
                if (at > start)
                {
                    words.Add(name[start..at]);
                }

                start = isMark ? at + 1 : at;
            }
        }

        return words;
    }
}
