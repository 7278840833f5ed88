using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Finds who heads a firm where nothing parts the name from the firm's.</summary>
internal static class FirmHeads
{
    private const int Longest = 10;
    private const int FewestOfFirm = 2;

    /// <summary>Who heads a firm, right behind its name: <c>Direktur PT Sumber Makmur Rahmat Hidayat</c>.</summary>
    public static TokenSpan? Behind(ReleaseText text, Lexicon lexicon, WordClasses words, int i)
    {
        var tokens = text.Tokens;
        if (
            i == 0
            || lexicon.FirmHead.Match(tokens, i, out _) == 0
            || i + 1 >= tokens.Length
            || !tokens[i + 1].IsCapital
            || !NameBounds.IsBehind(lexicon.Office, tokens, i)
        )
        {
            return null;
        }

        var last = i + 1;
        while (
            last + 1 < tokens.Length
            && last - i < Longest
            && tokens[last + 1] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[last + 1].Start == tokens[last].End + 1
        )
        {
            last++;
        }

        // "Direktur PT Surya Wijaya Sakti, Rahmat Hidayat": the name comes behind the comma.
        var isBeforeName =
            text.IsMark(tokens[Math.Min(last + 1, tokens.Length - 1)], ',')
            && last + 2 < tokens.Length
            && tokens[last + 2].Case is TokenCase.Capital
            && lexicon.Degree.Match(tokens, last + 2, out _) == 0;
        return !isBeforeName && NamesAtEnd.In(text, words, i + 1, last, FewestOfFirm) is { } first ? new(first, last) : null;
    }
}
