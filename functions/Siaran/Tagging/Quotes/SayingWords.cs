using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>What single words and marks next to a quote do: say, lead in to what is said, or end a sentence.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
internal sealed class SayingWords(ReleaseText text, Lexicon lexicon)
{
    private const int LongestAdverb = 3;
    private const int LongestAbbreviation = 3;
    private const int ShortestVerb = 6;
    private const int LongestClause = 12;
    private const int LongestApposition = 16;
    private const int LongestSentence = 60;
    private const string Possessive = "nya";
    private const string Passive = "di";

    /// <summary>The verb of saying behind an adverb: <c>masih kata Siti</c>; the token itself where there is none.</summary>
    public int PastAdverb(int i) =>
        lexicon.Adverb.Match(text.Tokens, i, out _) is > 0 and var length && i + length + 1 < text.Tokens.Length && IsSaying(i + length)
            ? i + length
            : i;

    /// <summary>Whether a verb of saying, or <c>menurut</c>, is behind a quote.</summary>
    public bool IsSayOrSource(int i) =>
        lexicon.Say.Match(text.Tokens, i, out _) > 0 || lexicon.AccordingTo.Match(text.Tokens, i, out _) > 0;

    /// <summary>Whether a verb bears its subject and what follows is no name: <c>katanya menyampaikan arahan …</c></summary>
    public bool PointsBack(int verb) =>
        text.Word(text.Tokens[verb]).EndsWith(Possessive, StringComparison.Ordinal) && !text.Tokens[verb + 1].IsCapital;

    /// <summary>A passive of saying, which its speaker follows: <c>demikian disampaikan Bupati</c>.</summary>
    public bool IsPassive(int i, int close) =>
        i > close + 1 && lexicon.Nobody.Match(text.Tokens, i - 1, out _) > 0 && lexicon.Says.Match(text.Tokens, i, out _) > 0;

    /// <summary>Whether the mark at a token, the last of a quote, lets the sentence go on behind it.</summary>
    public bool EndsSaid(int i) => text.Tokens[i].Kind is TokenKind.Mark && text.Text[text.Tokens[i].Start] is ',' or '?' or '!';

    /// <summary>Whether a word behind a verb of saying leads on to others: <c>kata dia kepada …</c>, <c>… didampingi …</c></summary>
    public bool IsBeyond(int i) =>
        text.Tokens[i].Case is TokenCase.Lower
        && (lexicon.Beyond.Match(text.Tokens, i, out _) > 0 || lexicon.Accompanied.Match(text.Tokens, i, out _) > 0);

    /// <summary>Whether a point parts the quote from its verb: <c>…”. Ujar Ahmad</c>, <c>…”. ucap Ahmad</c>.</summary>
    public bool IsVerbOfItsOwn(int i) =>
        i + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[i], '.')
        && text.Tokens[i + 1].IsWord
        && lexicon.Say.Match(text.Tokens, i + 1, out _) > 0;

    /// <summary>Whether a verb leads in to what is said; one that is a noun too does before its speaker alone.</summary>
    public bool LeadsIn(int i)
    {
        var tokens = text.Tokens;
        return lexicon.Says.Match(tokens, i, out _) > 0
            || (
                lexicon.Say.Match(tokens, i, out _) > 0
                && (
                    text.Word(tokens[i]).EndsWith(Possessive, StringComparison.Ordinal)
                    || !lexicon.IsModelled
                    || (i + 1 < tokens.Length && (!tokens[i + 1].IsWord || tokens[i + 1].IsCapital || IsPronoun(i + 1)))
                )
            );
    }

    /// <summary>Whether a word on no list is a verb of saying, by its form and the mark behind it: <c>menukas: “…</c></summary>
    public bool IsAnyLeadIn(int i, int open) =>
        i == open - 2
        && lexicon.IsModelled
        && text.Tokens[i] is { Case: TokenCase.Lower, Length: >= ShortestVerb }
        && text.Tokens[open - 1].Kind is TokenKind.Mark
        && text.Text[text.Tokens[open - 1].Start] is ',' or ':'
        && (
            text.Word(text.Tokens[i]).StartsWith("me", StringComparison.Ordinal)
            || text.Word(text.Tokens[i]).StartsWith("ber", StringComparison.Ordinal)
        )
        && lexicon.Entitled.Match(text.Tokens, i, out _) == 0;

    /// <summary>Whether the words of a document are right behind, with at most a mark between: <c>disebutkan, “…</c></summary>
    public bool IsWritten(int i, int open)
    {
        var end = i + lexicon.Written.Match(text.Tokens, i, out _);
        return end > i && (end == open || (end + 1 == open && text.Tokens[end].Kind is TokenKind.Mark));
    }

    /// <summary>Whether a passive comes right behind a name, whose subject does not speak: <c>Siti ditetapkan …</c></summary>
    public bool IsPassiveBehind(int last) =>
        last + 1 < text.Tokens.Length
        && text.Tokens[last + 1] is { Case: TokenCase.Lower, Length: >= ShortestVerb }
        && text.Word(text.Tokens[last + 1]).StartsWith(Passive, StringComparison.Ordinal)
        && !IsSaying(last + 1);

    public bool IsPronoun(int i) => lexicon.Pronoun.Match(text.Tokens, i, out _) == 1;

    /// <summary>Whether a verb of saying belongs to the quote before it: <c>…,” katanya saat membuka “…”</c>.</summary>
    public bool IsBehindQuote(int verb)
    {
        var i = verb > 1 && text.IsMark(text.Tokens[verb - 1], ',') ? verb - 2 : verb - 1;
        return i >= 0 && text.Tokens[i].Kind is TokenKind.Mark && text.Text[text.Tokens[i].Start] is '”' or '"' or '»' or '’';
    }

    public bool IsPointBehind(int close) => close + 1 < text.Tokens.Length && text.IsMark(text.Tokens[close + 1], '.');

    /// <summary>Whether a word is a passive of saying, behind which its speaker comes: <c>Dikatakan …</c></summary>
    public bool IsSaidBy(int i) =>
        lexicon.Says.Match(text.Tokens, i, out _) > 0 && text.Word(text.Tokens[i]).StartsWith(Passive, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a passive of saying comes before who said it, with <c>oleh</c> or without: <c>hal itu disampaikan langsung oleh Bupati …</c>
    /// </summary>
    public bool IsSaidBefore(int first)
    {
        var at = first - 1;
        at -= at > 0 && lexicon.By.Match(text.Tokens, at, out _) == 1 ? 1 : 0;
        at -=
            at > 0 && at < first - 1 && text.Tokens[at].Case is TokenCase.Lower && lexicon.Adverb.Match(text.Tokens, at, out _) == 1
                ? 1
                : 0;
        return at >= 0 && IsSaidBy(at);
    }

    /// <summary>
    /// Whether whose name ends at a token says something further on in the sentence, in the active: <c>Siti saat ditemui di kantornya
    /// menjelaskan …</c>
    /// </summary>
    /// <param name="last">The last token of the name.</param>
    /// <param name="end">The first token that is another's, or of the quote.</param>
    public bool SaysBefore(int last, int end)
    {
        var tokens = text.Tokens;
        for (var i = last + 1; i < end && i - last <= LongestSentence && tokens[i].Kind is not TokenKind.Break && !EndsSentence(i); i++)
        {
            if (
                tokens[i].Case is not TokenCase.Lower
                || IsSaidBy(i)
                || lexicon.Says.Match(tokens, i, out _) == 0
                || (lexicon.Deed.Match(tokens, i, out _) > 0 && !IsOfSpeech(i + 1))
            )
            {
                continue;
            }

            // "… mengajak warga yang menyebut": another's, or what was done with it.
            return !(lexicon.Clause.Match(tokens, i - 1, out _) == 1 && lexicon.And.Match(tokens, i - 1, out _) == 0)
                && lexicon.Toward.Match(tokens, i - 1, out _) == 0;
        }

        return false;
    }

    /// <summary>Whether what someone does is to speak: <c>menyampaikan apresiasi</c>, <c>menyampaikan bahwa</c>.</summary>
    private bool IsOfSpeech(int i) =>
        i < text.Tokens.Length
        && (
            text.IsMark(text.Tokens[i], ',')
            || lexicon.Speech.Match(text.Tokens, i, out _) > 0
            || lexicon.Clause.Match(text.Tokens, i, out _) > 0
        );

    /// <summary>
    /// Whether whose name ends at a token says something, by a verb near behind it or behind what they are: <c>Ani, Analis Ahli,
    /// menyebut</c>.
    /// </summary>
    public bool Says(int last)
    {
        if (PastApposition(last) is > 0 and var behind && IsSaying(PastAdverb(behind)))
        {
            return true;
        }

        for (var i = last + 1; i < text.Tokens.Length && i <= last + LongestAdverb; i++)
        {
            // "…, yang menyebut": a clause about someone gives the floor to nobody.
            if (lexicon.Clause.Match(text.Tokens, i, out _) > 0)
            {
                return i == last + 1 && SaysBehindClause(i);
            }

            if (text.Tokens[i].IsWord && IsSaying(i))
            {
                // "melaporkan", "meminta" are deeds as often: only right behind the name do they give the floor.
                return i == last + 1 || lexicon.Deed.Match(text.Tokens, i, out _) == 0;
            }
        }

        return false;
    }

    /// <summary>The token behind what commas set off right behind a name, which begins with a capital; 0 where nothing is.</summary>
    private int PastApposition(int last)
    {
        var tokens = text.Tokens;
        if (last + 2 >= tokens.Length || !text.IsMark(tokens[last + 1], ',') || !tokens[last + 2].IsCapital)
        {
            return 0;
        }

        for (var i = last + 3; i + 1 < tokens.Length && i <= last + LongestApposition; i++)
        {
            if (tokens[i].Kind is TokenKind.Break || EndsSentence(i))
            {
                return 0;
            }

            if (text.IsMark(tokens[i], ','))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>
    /// Whether a verb of saying comes behind a clause on how someone was met: <c>Siti yang ditemui secara terpisah mengatakan</c>.
    /// </summary>
    private bool SaysBehindClause(int clause)
    {
        if (clause + 1 >= text.Tokens.Length || !IsPassiveBehind(clause))
        {
            return false;
        }

        for (var i = clause + 2; i < text.Tokens.Length && i <= clause + LongestClause && text.Tokens[i].IsWord; i++)
        {
            if (text.Tokens[i].Case is TokenCase.Lower && IsSaying(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a subject may come behind a word that leads in: <c>Sementara itu, …</c>, <c>Kemudian …</c></summary>
    public bool IsLead(int i)
    {
        var tokens = text.Tokens;
        return !tokens[i].IsWord
            || lexicon.Definite.Match(tokens, i, out _) > 0
            || lexicon.Adverb.Match(tokens, i, out _) > 0
            || lexicon.Clause.Match(tokens, i, out _) > 0
            || lexicon.AccordingTo.Match(tokens, i, out _) > 0
            || lexicon.Article.Match(tokens, i, out _) > 0
            || lexicon.Say.Match(tokens, i, out _) > 0
            || IsSaidBy(i);
    }

    public bool IsSaying(int i) => lexicon.Says.Match(text.Tokens, i, out _) > 0 || lexicon.Say.Match(text.Tokens, i, out _) > 0;

    public bool HasSentenceBetween(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Break || EndsSentence(i))
            {
                return true;
            }
        }

        return false;
    }

    public bool EndsSentence(int i) =>
        text.Tokens[i].Kind is TokenKind.Mark
        && text.Text[text.Tokens[i].Start] is '.' or '!' or '?'
        && i > 0
        // "Blanja.com": a point within an address.
        && !(i + 1 < text.Tokens.Length && text.Tokens[i + 1].Case is TokenCase.Lower && text.Tokens[i + 1].Start == text.Tokens[i].End)
        // A point behind three letters or fewer is an abbreviation's ("Dr.", "No."), but for small words ("dia").
        && (text.Tokens[i - 1].Length > LongestAbbreviation || IsSmallWord(i - 1))
        && !IsPointOfTitle(i);

    /// <summary>
    /// Whether a point is that of a longer title before a name, <c>kata Prof. Ghufron</c>, or of what is written short before one:
    /// <c>Kadis Sosial Prov. Jateng</c>.
    /// </summary>
    private bool IsPointOfTitle(int i) =>
        i + 1 < text.Tokens.Length
        && text.Tokens[i + 1].IsCapital
        && (text.Tokens[i - 1].IsCapital || Titles.IsTitle(new(text, lexicon, i - 1)))
        && (
            !text.Tokens[i - 1].IsCapital
            || lexicon.Title.Match(text.Tokens, i - 1, out _) == 1
            || lexicon.Rank.Match(text.Tokens, i - 1, out _) == 1
            || lexicon.Short.Match(text.Tokens, i - 1, out _) == 1
        );

    public bool IsSmallWord(int i) => text.Tokens[i] is { Case: TokenCase.Lower, Length: LongestAbbreviation };
}
