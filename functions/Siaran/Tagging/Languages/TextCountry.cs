using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Languages;

/// <summary>Which state a text is of, as its dateline, the states and cities that it names and its currencies tell.</summary>
internal static class TextCountry
{
    /// <summary>Indonesia, whose bodies the vocabularies list.</summary>
    public const string Home = "ID";

    /// <summary>Of a text that names several states, none above all, and not Indonesia; a code that ISO leaves to its users.</summary>
    private const string Elsewhere = "ZZ";

    private const int OfDateline = 4;

    /// <summary>Tokens of a text that would name its state, or what else shows it: a few sentences.</summary>
    private const int ShortestTelling = 80;

    private const int LongestCountry = 3;

    /// <summary>The state's code (ISO 3166-1 alpha-2); null where the text tells of none above all.</summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words; one without names of states tells of none.</param>
    /// <param name="isHome">Whether a text that names no state is of Indonesia by what else it names.</param>
    public static string? Of(ReleaseText text, Lexicon lexicon, Func<ReleaseText, bool> isHome)
    {
        if (lexicon.Country.Count == 0)
        {
            return null;
        }

        Dictionary<string, int> named = [];
        Count(text.Tokens, lexicon, 1, named);
        if (text.Content.Place is { } place)
        {
            Count(Tokenizer.Read(place), lexicon, OfDateline, named);
        }

        var best = named.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(2).ToList();
        // Half as often again as any other, for a release on dealings of two states names both.
        return best.Count > 0 && (best.Count == 1 || 2 * best[0].Value >= 3 * best[1].Value) ? best[0].Key
            : (best.Count > 0 && !named.ContainsKey(Home)) || (best.Count == 0 && text.Tokens.Length >= ShortestTelling && !isHome(text))
                ? Elsewhere
            : null;
    }

    /// <summary>The currency (ISO 4217) that a bare <c>$</c> means in a state's texts; null where it is the United States'.</summary>
    public static string? DollarOf(string? country) =>
        country switch
        {
            "AG" or "DM" or "GD" or "KN" or "LC" or "VC" => "XCD",
            "AU" or "KI" or "NR" or "TV" => "AUD",
            "BB" => "BBD",
            "BM" => "BMD",
            "BN" => "BND",
            "BS" => "BSD",
            "BZ" => "BZD",
            "CA" => "CAD",
            "FJ" => "FJD",
            "GY" => "GYD",
            "HK" => "HKD",
            "JM" => "JMD",
            "KY" => "KYD",
            "NA" => "NAD",
            "CK" or "NZ" => "NZD",
            "SB" => "SBD",
            "SG" => "SGD",
            "TT" => "TTD",
            _ => null,
        };

    /// <summary>
    /// Whether a name is of another state's, by the words right before or behind it: <c>Japan's …</c>, <c>…
    /// Malaysia</c>.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="first">The name's first token.</param>
    /// <param name="last">Its last token.</param>
    public static bool IsOfOther(ReleaseText text, Lexicon lexicon, int first, int last)
    {
        var tokens = text.Tokens;
        if (last + 1 < tokens.Length && tokens[last + 1].IsCapital && lexicon.Abroad.Match(tokens, last + 1, out _) > 0)
        {
            return true;
        }

        var behind = last + 1;
        behind += behind < tokens.Length && lexicon.OfficeOf.Match(tokens, behind, out _) == 1 ? 1 : 0;
        if (behind > last + 1 && behind < tokens.Length && lexicon.Country.Match(tokens, behind, out var codes) > 0)
        {
            return codes[0] != Home;
        }

        for (var length = Math.Min(LongestCountry, first); length > 0; length--)
        {
            var before = tokens.Slice(first - length, length).ToArray();
            var word = text.Word(before[^1]);
            before[^1] = Tokenizer.IsOwner(word) ? before[^1].With(Tokenizer.Hash(word[..^2])) : before[^1];
            if (before[0].IsCapital && lexicon.Country.Match(before, 0, out codes) == length)
            {
                return codes[0] != Home;
            }
        }

        return false;
    }

    private static void Count(ReadOnlySpan<Token> tokens, Lexicon lexicon, int weight, Dictionary<string, int> named)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (lexicon.Country.Match(tokens, i, out var codes) is > 0 and var length && (tokens[i].IsCapital || !tokens[i].IsWord))
            {
                named[codes[0]] = named.GetValueOrDefault(codes[0]) + weight;
                i += length - 1;
            }
        }
    }
}
