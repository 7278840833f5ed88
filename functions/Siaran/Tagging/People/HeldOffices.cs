using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Tells names from the last fields of an office whose holder is named next to it: <c>Ann Bell, Minister for Fenland Renewal, …</c>; in
/// languages that the model did not learn.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
internal sealed class HeldOffices(ReleaseText text, Lexicon lexicon)
{
    private const int LongestBetween = 5;

    /// <summary>Whether what was taken for a name ends an office that another name has.</summary>
    /// <param name="span">What was taken for a name.</param>
    /// <param name="found">All names.</param>
    public bool Is(TokenSpan span, List<TokenSpan> found)
    {
        if (
            lexicon.IsModelled
            || span.First < 2
            || IsFollowed(span.Last + 1)
            || Offices.Before(At(span.First)) is not { } office
            || office.Last != span.First - 1
            || !HasField(office)
        )
        {
            return false;
        }

        return (office.First > 0 && text.IsMark(text.Tokens[office.First - 1], ',') && IsBehindHolder(office.First - 1, found))
            || (
                span.First == span.Last
                && text.IsMark(text.Tokens[Math.Min(span.Last + 1, text.Tokens.Length - 1)], ',')
                && IsBeforeHolder(span.Last + 2, found)
            );
    }

    private bool IsFollowed(int at) =>
        at < text.Tokens.Length && text.Tokens[at].IsCapital && text.Tokens[at].Start == text.Tokens[at - 1].End + 1;

    /// <summary>Whether a small word in an office says what it is for: <c>Minister of Rivers</c>.</summary>
    private bool HasField(TokenSpan office)
    {
        for (var i = office.First + 1; i <= office.Last; i++)
        {
            if (text.Tokens[i].Case is TokenCase.Lower && lexicon.OfficeOf.Match(text.Tokens, i, out _) == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether who is named right before a comma has no office before the name, letters behind it or not: <c>Ann Bell MP, Minister …</c>
    /// </summary>
    private bool IsBehindHolder(int comma, List<TokenSpan> found)
    {
        foreach (var other in found)
        {
            if (other.Last < comma && comma - other.Last <= LongestBetween && AreLetters(other.Last + 1, comma))
            {
                return Offices.Before(At(other.First)) is null;
            }
        }

        return false;
    }

    private bool AreLetters(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Tokens[i].Case is not TokenCase.Upper && text.Tokens[i].Kind is not TokenKind.Mark)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether titles and a name begin at a token, perhaps behind an article: <c>…, the Hon. Ann Bell</c>.</summary>
    private bool IsBeforeHolder(int at, List<TokenSpan> found)
    {
        var first = at;
        first += first < text.Tokens.Length && lexicon.Article.Match(text.Tokens, first, out _) == 1 && !Titles.IsTitle(At(first)) ? 1 : 0;
        var name = Titles.EndFrom(text, lexicon, first);
        if (name == first)
        {
            return false;
        }

        foreach (var other in found)
        {
            if (other.First == name)
            {
                return true;
            }
        }

        return false;
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
