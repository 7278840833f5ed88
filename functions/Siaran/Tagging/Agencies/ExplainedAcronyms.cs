using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// What the acronyms of a text mean by its own word: <c>Laporan Keuangan Pemerintah Pusat (LKPP)</c> is no procurement agency.
/// </summary>
internal sealed class ExplainedAcronyms
{
    private const int ShortestAcronym = 2;
    private const int LongestJoin = 5;

    private readonly HashSet<ulong> others = [];
    private readonly HashSet<ulong> bracketed = [];
    private readonly Dictionary<ulong, AgencyName> meant = [];
    private readonly List<TokenSpan> things = [];

    private readonly Dictionary<int, TokenSpan> lists = [];

    public ExplainedAcronyms(ReleaseText text, AgencyNames names, ListedBodies listed, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            if (
                !text.IsMark(tokens[i], '(')
                || !text.IsMark(tokens[i + 2], ')')
                || tokens[i + 1] is not { Case: TokenCase.Upper or TokenCase.Mixed, Length: >= ShortestAcronym }
            )
            {
                continue;
            }

            // What a headline in capitals explains is read nowhere else.
            if (tokens[i].Start >= text.TitleCaseEnd)
            {
                bracketed.Add(tokens[i + 1].Hash);
            }

            // "DoSM" is spelt by syllables, which initials do not tell.
            if (tokens[i + 1].Case is TokenCase.Mixed)
            {
                continue;
            }

            if (FirstOf(text, i, tokens[i + 1], withCommas: false) is >= 0 and var first)
            {
                Explain(text, names, new(first, i - 1));
            }
            else if (
                (lexicon.BodyTail.Match(tokens, i - 1, out _) == 1 || listed.NationalAt(tokens, i + 1) is not null)
                && FirstOf(text, i, tokens[i + 1], withCommas: true) is >= 0 and var begin
            )
            {
                lists[begin] = new(begin, i - 1);
            }
        }
    }

    /// <summary>Bodies on no list that the text gives an acronym: <c>Balai … (B…)</c>.</summary>
    public List<TokenSpan> Bodies { get; } = [];

    /// <summary>
    /// A body whose name is a list with commas and begins at a token, as its acronym shows: <c>Atmospheric, Geophysical and …
    /// Administration (…)</c>; null where there is none.
    /// </summary>
    public TokenSpan? ListedFrom(int token) => lists.Count > 0 ? lists.GetValueOrDefault(token) : null;

    /// <summary>Whether a token is within the name of something that is no body, and that the text gives an acronym.</summary>
    public bool IsOfThing(int token)
    {
        // A loop, for it is asked at every token, and a closure would be made each time.
        foreach (var (first, last) in things)
        {
            if (first < token && token <= last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text gives an acronym in parentheses, so that its meaning is before them.</summary>
    public bool IsGiven(Token token) => bracketed.Contains(token.Hash);

    /// <summary>Whether an acronym means something other than the body that bears it elsewhere.</summary>
    public bool MeansOther(Token token) => others.Count > 0 && others.Contains(token.Hash);

    /// <summary>
    /// The listed body that the text gives an acronym which is another's elsewhere: <c>Dinas Ketahanan Pangan (DKP)</c>; null where it
    /// gives it none.
    /// </summary>
    public AgencyName? BodyOf(Token acronym) => meant.Count > 0 ? meant.GetValueOrDefault(acronym.Hash) : null;

    private void Explain(ReleaseText text, AgencyNames names, TokenSpan meaning)
    {
        var tokens = text.Tokens;
        // A listed name explains itself: the reader joins its acronym, which may be another body's elsewhere.
        if (names.Names.Match(tokens, meaning.First, out var explained) is > 0 and var length)
        {
            var acronym = meaning.Last + 2;
            if (
                names.Names.Match(tokens, acronym, out var usual) == 1
                && usual[0].Slug != explained[0].Slug
                && Whole(text, names, meaning, length, explained[0]) is { } body
            )
            {
                meant[tokens[acronym].Hash] = body;
            }

            return;
        }

        var isNamedInEnglish = meaning.Last > meaning.First && names.Tails.Contains(tokens[meaning.Last].Hash);
        if (isNamedInEnglish || (names.Heads.Contains(tokens[meaning.First].Hash) && meaning.Last - meaning.First > 1))
        {
            Bodies.Add(meaning);
        }
        else if (meaning.Last > meaning.First)
        {
            // A body's name within a longer thing's is no mention: "Laporan Keuangan Pemerintah Daerah
            // (LKPD)".
            things.Add(meaning);
            // A name that begins as the body's does is the body's, misspelt.
            if (
                names.Names.Match(tokens, meaning.Last + 2, out var bodies) == 1
                && !bodies[0].Name.StartsWith(text.Word(tokens[meaning.First]), StringComparison.OrdinalIgnoreCase)
            )
            {
                others.Add(tokens[meaning.Last + 2].Hash);
            }
        }
    }

    /// <summary>
    /// The body that a listed name is of which an acronym's meaning begins with: the listed one, or an office with more fields than that;
    /// null where other words go on.
    /// </summary>
    private static AgencyName? Whole(ReleaseText text, AgencyNames names, TokenSpan meaning, int length, AgencyName listed) =>
        length == meaning.Last - meaning.First + 1 ? listed
        : names.ListHeads.Contains(text.Tokens[meaning.First].Hash) && AreFields(text.Tokens, names, meaning.First + length, meaning.Last)
            ? AgencyName.Unlisted(Spaces.Collapse(text.Words(meaning.First, meaning.Last)), isLocal: true)
        : null;

    /// <summary>Whether the words that go on an office's name are fields: <c>Dinas Ketahanan Pangan dan Pertanian</c>.</summary>
    private static bool AreFields(ReadOnlySpan<Token> tokens, AgencyNames names, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!names.Ands.Contains(tokens[i].Hash) && !(tokens[i].IsCapital && names.Words.Contains(tokens[i].Hash)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of the words before the parenthesis whose initials are the acronym; −1 where they are not.</summary>
    private static int FirstOf(ReleaseText text, int open, Token acronym, bool withCommas)
    {
        var tokens = text.Tokens;
        var letters = CountedLetters.Spread(text.Word(acronym));
        // Backwards from the parenthesis, a word for each letter: O(letters), and nothing is guessed
        // about where the long form begins. Short small words ("dan", "of") have no letter of their
        // own. That is the simplest case of Schwartz and Hearst (2003), which finds letters within
        // words too; here an acronym must be made of initials, since a wrong explanation takes a real
        // agency away.
        var at = open - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--, at--)
        {
            while (
                at > 0
                && (tokens[at] is { Case: TokenCase.Lower, Length: <= LongestJoin } || (withCommas && text.IsMark(tokens[at], ',')))
                && letter < letters.Length - 1
            )
            {
                at--;
            }

            if (at < 0 || !tokens[at].IsCapital || char.ToUpperInvariant(text.Text[tokens[at].Start]) != letters[letter])
            {
                return -1;
            }
        }

        return at + 1;
    }
}
