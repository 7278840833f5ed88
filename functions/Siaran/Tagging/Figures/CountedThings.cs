using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>What numbers count: the nouns and acronyms behind them.</summary>
internal static class CountedThings
{
    private const int ShortestVerb = 6;
    private const int MostWords = 6;
    private const int ShortestAcronym = 3;
    private const int LongestAcronym = 5;

    /// <summary>
    /// Whether a word behind a number is what it counts: a noun, in capitals where parentheses hold just the two, <c>(1.801 Kasus)</c>, or
    /// where it is one of those that are often counted and the sentence goes on in small letters: <c>sebanyak 30 Puskesmas</c>.
    /// </summary>
    public static bool IsCounted(TokenCursor number, int first, TokenCursor behind) =>
        behind.Token.Case switch
        {
            TokenCase.Lower => IsNoun(behind),
            TokenCase.Upper or TokenCase.Mixed => behind.Begins(behind.Lexicon.Counted)
                || IsAcronym(number, first, behind)
                || HeadlineCounts.Holds(number, first, behind),
            TokenCase.Capital when behind.Token.Length > 1 && char.IsUpper(behind.Word[1]) => IsAcronym(number, first, behind),
            TokenCase.Capital => IsNoun(behind)
                && (
                    (number.Move(-1).Mark == '(' && behind.Move(1).Mark == ')')
                    || HeadlineCounts.Holds(number, first, behind)
                    || (IsWithinSentence(number.At(first).Move(-1)) && behind.Begins(behind.Lexicon.CountedNoun))
                    || LeadsIn(number.At(first).Move(-1))
                    || IsListed(number, number.At(first).Move(-1), behind)
                ),
            _ => false,
        };

    /// <summary>
    /// Whether a word goes on to a number: a small one, one that opens the sentence for it (<c>Sebanyak</c>), a small word in a headline
    /// (<c>Terhadap</c>), or the mark of a sum (<c>=</c>).
    /// </summary>
    private static bool IsWithinSentence(TokenCursor before) =>
        before.IsLower
        || before.Is(before.Lexicon.LeadIn)
        || before.Mark == '='
        || (before.IsWord && (before.Is(before.Lexicon.NoNoun) || before.Is(before.Lexicon.Toward) || before.Is(before.Lexicon.Beyond)));

    /// <summary>
    /// Whether a number behind a name or a comma counts a noun with a capital, as lists have it: <c>Dishub 10 Personel</c>, <c>…, 3
    /// Kecamatan yang …</c>
    /// </summary>
    private static bool IsListed(TokenCursor number, TokenCursor before, TokenCursor behind) =>
        behind.Lexicon.IsModelled
        && number.Word[0] != '0'
        && behind.Match(behind.Lexicon.CountedNoun) is > 0 and var length
        && (
            before.Mark == ','
                ? behind.Move(length).IsLower || !behind.Begins(behind.Lexicon.RegionLevel)
                : !behind.Move(length).IsCapital
                    && before.IsCapital
                    && !behind.Begins(behind.Lexicon.RegionLevel)
                    && !HeadlineCounts.IsName(before)
        );

    /// <summary>
    /// Whether a short name behind a number is of what it counts, in a language that has such on a list: <c>3.500 SPPG</c>.
    /// </summary>
    private static bool IsAcronym(TokenCursor number, int first, TokenCursor behind) =>
        behind.Lexicon.Counted.Count > 0
        && behind.Token.Length >= ShortestAcronym
        && behind.IsSpaced
        && IsWithinSentence(number.At(first).Move(-1))
        && number.At(first).Move(-1).Word is not "tingkat"
        && !behind.Is(behind.Lexicon.Ordinal)
        && !behind.Begins(behind.Lexicon.NoNoun);

    /// <summary>
    /// Whether a small word before a number says that things are counted, whatever their name begins with: <c>memiliki 98 Pojok Baca</c>,
    /// <c>sebanyak 12 Loket</c>.
    /// </summary>
    private static bool LeadsIn(TokenCursor before) =>
        before.Lexicon.IsModelled
        && (before.IsLower || before.Is(before.Lexicon.OneBefore) || before.Is(before.Lexicon.CountIs))
        && !before.Begins(before.Lexicon.Until)
        && (!before.Is(before.Lexicon.Toward) || before.Word is "oleh" or "untuk" or "bagi")
        && (
            before.Is(before.Lexicon.Toward)
            || before.Is(before.Lexicon.LeadIn)
            || before.Is(before.Lexicon.OneBefore)
            || before.Is(before.Lexicon.CountIs)
            || IsVerb(before)
            || (before.Token.Length >= ShortestVerb && before.Word.StartsWith("me") && !before.Begins(before.Lexicon.Noun))
        );

    /// <summary>Past the number in words that repeats it in parentheses: <c>15 (lima belas) orang</c>.</summary>
    public static TokenCursor PastWords(TokenCursor at)
    {
        var close = at.Move(1);
        while (at.Mark == '(' && close.IsLower && close.Index - at.Index <= MostWords)
        {
            close = close.Move(1);
        }

        return close.Mark == ')' && close.Index > at.Index + 1 ? close.Move(1) : at;
    }

    /// <summary>
    /// Past the word that says there are more, where one of the nouns follows that are often counted: <c>300 lebih peserta</c>, <c>12 ribu
    /// lebih pemilih</c>. Other words are compared: <c>10 lebih rendah</c>.
    /// </summary>
    /// <param name="at">Behind the number.</param>
    /// <param name="isRound">Whether the number is a round one.</param>
    public static TokenCursor PastMore(TokenCursor at, bool isRound) =>
        isRound && at.Begins(at.Lexicon.More) && at.Move(1).Begins(at.Lexicon.CountedNoun) ? at.Move(1) : at;

    /// <summary>Past the word that says there are more, where a unit follows: <c>24 ribu lebih jiwa</c>, <c>300 lebih KK</c>.</summary>
    public static TokenCursor PastMoreThan(TokenCursor at, bool isRound) =>
        isRound && at.Begins(at.Lexicon.More) && at.Move(1).Begins(at.Lexicon.Unit) ? at.Move(1) : at;

    /// <summary>Past the ending of a round number that stands for some: <c>500-an warga</c>.</summary>
    public static TokenCursor PastSome(TokenCursor number, TokenCursor at) =>
        at.Mark == '-' && at.IsJoined && at.Move(1).Word is "an" && at.Move(1).IsJoined && number.Word[^1] == '0' ? at.Move(2) : at;

    /// <summary>Whether a word is of things that come whole, of which no fractions are counted.</summary>
    public static bool IsWhole(TokenCursor at) =>
        at.Begins(at.Lexicon.CountedNoun)
        || (at.IsLower && at.Lexicon.IsModelled && IsNoun(at) && at.Word is not ("poin" or "point" or "skala"));

    public static string? NounAfter(TokenCursor at) => at.IsLower && IsNoun(at) ? NounAt(at) : null;

    /// <summary>Whether a noun has capitals that are not its own: <c>30 Loket</c>, <c>45 PENGRAJIN</c> in a headline.</summary>
    public static bool IsWrittenSmall(TokenCursor noun) =>
        (noun.Token.Case is TokenCase.Capital && !char.IsUpper(noun.Word[1]))
        || (noun.Token.Case is TokenCase.Upper && noun.Token.Length > LongestAcronym && noun.Token.Start < noun.Text.TitleCaseEnd);

    /// <summary>The noun at a token, with the acronym that qualifies it: <c>pekerja BPU</c>.</summary>
    public static string NounAt(TokenCursor at)
    {
        var next = at.Move(1);
        // "anak-anak": a doubled noun is one.
        if (next.Mark == '-' && next.IsJoined && at.Move(2).IsJoined && at.Move(2).Token.Hash == at.Token.Hash)
        {
            return at.Text.Words(at.Index, at.Index + 2).ToString();
        }

        // "WN Malaysia": of which state people are.
        if (at.Begins(at.Lexicon.Counted) && next.Match(at.Lexicon.Abroad) is > 0 and var state)
        {
            return at.Text.Words(at.Index, at.Index + state).ToString();
        }

        // "lapangan kerja": two words that are counted as one thing.
        if (at.Match(at.Lexicon.CountedNoun) is > 1 and var length)
        {
            return at.Text.Words(at.Index, at.Index + length - 1).ToString();
        }

        var isQualified = next.Token.Case is TokenCase.Upper && next.IsSpaced && at.IsLower;
        return at.Text.Words(at.Index, isQualified ? next.Index : at.Index).ToString();
    }

    /// <summary>Whether a word can be what is counted: no function word, and no verb by its beginning.</summary>
    // Indonesian marks verbs by prefixes (di-, me-, ber-), so that no dictionary of nouns is needed;
    // the few nouns that begin like verbs are listed.
    public static bool IsNoun(TokenCursor at) => at.Token.Length > 2 && !at.Begins(at.Lexicon.NoNoun) && !IsVerb(at);

    /// <summary>Whether a word is a verb by its beginning, and none of the nouns that begin alike.</summary>
    public static bool IsVerb(TokenCursor at)
    {
        if (at.Begins(at.Lexicon.Noun) || at.Begins(at.Lexicon.CountedNoun))
        {
            return false;
        }

        foreach (var prefix in at.Lexicon.VerbPrefixes)
        {
            if (at.Token.Length >= ShortestVerb && at.Word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return !IsMadeNoun(at.Word);
            }
        }

        return false;
    }

    /// <summary>Whether a word is a noun by its beginning and its end: <c>perwakilan</c>, and not <c>perhatikan</c>.</summary>
    private static bool IsMadeNoun(ReadOnlySpan<char> word) =>
        word.StartsWith("per", StringComparison.OrdinalIgnoreCase)
        && word.EndsWith("an", StringComparison.OrdinalIgnoreCase)
        && !word.EndsWith("kan", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The token of the acronym in parentheses that the words from a token on are written short with: <c>Pemungutan Suara (PS)</c>; 0 where
    /// there is none. Words with capitals may be a body's name, unless the acronym is one that is counted.
    /// </summary>
    public static int AcronymOf(TokenCursor first)
    {
        var at = first;
        while (at.IsWord && at.Index - first.Index < MostWords)
        {
            at = at.Move(1);
        }

        var acronym = at.Move(1);
        var words = at.Index - first.Index;
        if (
            at.Mark != '('
            || acronym.Token.Case is not TokenCase.Upper
            || acronym.Token.Length != words
            || acronym.Move(1).Mark != ')'
            || !(first.IsLower || acronym.Begins(acronym.Lexicon.Counted))
        )
        {
            return 0;
        }

        for (var i = 0; i < words; i++)
        {
            if (char.ToUpperInvariant(first.Move(i).Word[0]) != acronym.Word[i])
            {
                return 0;
            }
        }

        return acronym.Index;
    }
}
