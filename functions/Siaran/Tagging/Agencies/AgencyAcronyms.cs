using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Short names of bodies that the text gives in parentheses, or uses without explaining them.</summary>
internal sealed class AgencyAcronyms(AgencyNames names, RegionGazetteer gazetteer, Lexicon lexicon)
{
    private const int Longest = 16;
    private const int ShortestInitials = 3;
    private const int MostWords = 3;
    private const string Of = "of";

    /// <summary>
    /// The token within <c>(BX)</c> right at <paramref name="at"/>, which moves past it; −1 where there is none, or none that begins as a
    /// word of the name does.
    /// </summary>
    public int Read(ReleaseText text, ReadOnlySpan<Token> tokens, int first, ref int at)
    {
        if (IsHyphened(text, tokens, at))
        {
            at += 5;
            return -1;
        }

        if (
            at + 2 >= tokens.Length
            || !text.IsMark(tokens[at], '(')
            || !text.IsMark(tokens[at + 2], ')')
            || !tokens[at + 1].IsCapital
            || tokens[at + 1].Length is not (> 1 and <= Longest)
        )
        {
            return -1;
        }

        if (!BeginsAsWord(text, tokens[first..at], tokens[at + 1]) && !IsAcronymOfOther(tokens, at + 1))
        {
            return -1;
        }

        at += 3;
        return at - 2;
    }

    /// <summary>
    /// A short name of two or three words in parentheses at a token, <c>(Ditjen PRL)</c>, whose first begins as the name does; null where
    /// there is none.
    /// </summary>
    public static TokenSpan? Several(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (text.EndOfBrackets(at, MostWords) is not { } close || close - at <= 2)
        {
            return null;
        }

        for (var i = at + 1; i < close; i++)
        {
            if (!tokens[i].IsCapital)
            {
                return null;
            }
        }

        return
            char.ToUpperInvariant(text.Text[tokens[first].Start]) == char.ToUpperInvariant(text.Text[tokens[at + 1].Start])
            || AreOf(tokens[first..at], tokens[(at + 1)..close])
            ? new(at + 1, close - 1)
            : null;
    }

    /// <summary>Whether all words of a short name are the whole one's: <c>Agensi Maritim Malaysia (Maritim Malaysia)</c>.</summary>
    private static bool AreOf(ReadOnlySpan<Token> name, ReadOnlySpan<Token> brief)
    {
        foreach (var word in brief)
        {
            var isThere = false;
            foreach (var own in name)
            {
                isThere |= own.Hash == word.Hash;
            }

            if (!isThere)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a short form begins as one of the words of a name does.</summary>
    // Only the first letter is checked, against each word of the name: official short forms skip words
    // and take syllables ("Bakesbangpol", "Dikpora"), so that all initials would refuse many of them.
    private static bool BeginsAsWord(ReleaseText text, ReadOnlySpan<Token> name, Token acronym)
    {
        foreach (var word in name)
        {
            if (char.ToUpperInvariant(text.Text[word.Start]) == text.Text[acronym.Start])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word in parentheses behind a body is its short name in another language: <c>Lembaga Air Kebangsaan (PUB)</c>.
    /// </summary>
    private bool IsAcronymOfOther(ReadOnlySpan<Token> tokens, int at) =>
        !lexicon.IsModelled
        && tokens[at] is { Case: TokenCase.Upper or TokenCase.Mixed, Length: >= ShortestInitials }
        && lexicon.Country.Match(tokens, at, out _) == 0
        && gazetteer.Names.Match(tokens, at, out _) == 0
        && names.Names.Match(tokens, at, out _) == 0;

    /// <summary>Whether two short forms with a hyphen or a stroke between them are in parentheses: <c>(PUBM-TR)</c>.</summary>
    private static bool IsHyphened(ReleaseText text, ReadOnlySpan<Token> tokens, int at) =>
        at + 4 < tokens.Length
        && text.IsMark(tokens[at], '(')
        && tokens[at + 1].Case is TokenCase.Upper
        && (text.IsMark(tokens[at + 2], '-') || text.IsMark(tokens[at + 2], '/'))
        && tokens[at + 3].Case is TokenCase.Upper
        && text.IsMark(tokens[at + 4], ')');

    /// <summary>
    /// Bodies on no list by the initials of their names, which English and Malay use without explaining them: <c>EPA</c>.
    /// </summary>
    public void LearnInitials(ReleaseText text, List<NamedBody> found, PhraseMap<NamedBody> learnt)
    {
        if (lexicon.IsModelled)
        {
            return;
        }

        var tokens = text.Tokens;
        Span<char> letters = stackalloc char[Longest];
        foreach (var body in found)
        {
            var count = 0;
            for (var i = body.First; i <= body.Last && count < letters.Length; i++)
            {
                if (tokens[i] is { IsWord: true, IsCapital: true })
                {
                    letters[count++] = char.ToUpperInvariant(text.Text[tokens[i].Start]);
                }
            }

            // Without its place too: the EPA of New South Wales.
            var bare = lexicon.Country.Match(tokens, body.First, out _) > 0 || tokens[body.First].Case is TokenCase.Upper ? 1 : 0;
            for (var skipped = 0; skipped <= bare && count - skipped >= ShortestInitials; skipped++)
            {
                learnt.Add(new string(letters[skipped..count]), body);
            }

            if (count > 1 && text.Word(tokens[Math.Min(body.First + 1, body.Last)]) is Of)
            {
                // "DOH" of Department of Health.
                learnt.Add(letters[0] + Of[..1].ToUpperInvariant() + new string(letters[1..count]), body);
            }
        }
    }
}
