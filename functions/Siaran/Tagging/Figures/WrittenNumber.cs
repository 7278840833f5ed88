using System.Runtime.InteropServices;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Figures;

/// <summary>A number as the text writes it, with what is written onto it.</summary>
/// <param name="Value">Null where it is no number in the language.</param>
/// <param name="Magnitude">What multiplies it, <c>10jt</c>; null where nothing is joined to it.</param>
/// <param name="Unit">The unit joined to it, <c>25kg</c>.</param>
/// <param name="Last">The last token.</param>
internal sealed record WrittenNumber(decimal? Value, string? Magnitude, string? Unit, int Last)
{
    private const int GroupLength = 3;
    private const int MostGroups = 6;
    private const int MostDecimals = 2;

    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.,");

    /// <summary>The number that begins at a token.</summary>
    /// <param name="text">The release.</param>
    /// <param name="i">The token.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="isMoney">Whether a currency is before it.</param>
    public static WrittenNumber At(ReleaseText text, int i, Lexicon lexicon, bool isMoney) =>
        (isMoney ? Spaced(text, i, lexicon) : SpacedShare(text, i, lexicon)) ?? Of(text.Word(text.Tokens[i]), i, lexicon, isMoney);

    /// <summary>The number of one word: <c>9,3</c>, <c>10jt</c>, <c>25kg</c>.</summary>
    private static WrittenNumber Of(ReadOnlySpan<char> word, int i, Lexicon lexicon, bool isMoney)
    {
        var digits = word.IndexOfAnyExcept(NumberCharacters);
        if (digits < 0)
        {
            return new(
                Amounts.Parse(word, lexicon.DecimalMark) ?? (lexicon.DecimalMark == ',' ? Amounts.ParsePoint(word) : null),
                null,
                null,
                i
            );
        }

        List<Token> list = [];
        Tokenizer.Read(word[digits..], list);
        var rest = CollectionsMarshal.AsSpan(list);
        var value = Amounts.Parse(word[..digits], lexicon.DecimalMark);
        if (
            lexicon["magnitude"].Match(rest, 0, out var magnitudes) == rest.Length
            || (isMoney && lexicon["money-magnitude"].Match(rest, 0, out magnitudes) == rest.Length)
        )
        {
            return new(value, magnitudes[0], null, i);
        }

        return lexicon["unit"].Match(rest, 0, out var units) == rest.Length ? new(value, null, units[0], i) : new(null, null, null, i);
    }

    /// <summary>A sum whose groups of three spaces part: <c>120. 450. 772. 000, 00</c>; null where it is none.</summary>
    private static WrittenNumber? Spaced(ReleaseText text, int i, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        var group = lexicon.DecimalMark == ',' ? '.' : ',';
        var (written, at, groups) = (text.Word(tokens[i]).ToString(), i, 0);
        while (
            groups < MostGroups
            && IsPart(text, at, group)
            && tokens[at + 2].Length == GroupLength
            && written.Length <= GroupLength * (groups + 1)
        )
        {
            written += text.Word(tokens[at + 2]).ToString();
            at += 2;
            groups++;
        }

        if (groups == 0)
        {
            return null;
        }

        at += IsPart(text, at, lexicon.DecimalMark) && tokens[at + 2].Length == MostDecimals ? 2 : 0;
        return new(Amounts.Parse(written, lexicon.DecimalMark), null, null, at);
    }

    /// <summary>A share whose fraction a space parts: <c>60, 4%</c>; null where it is none.</summary>
    private static WrittenNumber? SpacedShare(ReleaseText text, int i, Lexicon lexicon)
    {
        var tokens = text.Tokens;
        return
            IsPart(text, i, lexicon.DecimalMark)
            && tokens[i + 2].Length <= MostDecimals
            && tokens[i].Length <= GroupLength
            && i + 3 < tokens.Length
            && lexicon["percent"].Match(tokens, i + 3, out _) > 0
            ? new(
                Amounts.Parse($"{text.Word(tokens[i])}{lexicon.DecimalMark}{text.Word(tokens[i + 2])}", lexicon.DecimalMark),
                null,
                null,
                i + 2
            )
            : null;
    }

    /// <summary>Whether a mark right behind a number, and another number behind a space, go on with it.</summary>
    private static bool IsPart(ReleaseText text, int i, char mark)
    {
        var tokens = text.Tokens;
        return i + 2 < tokens.Length
            && tokens[i].IsNumber
            && text.IsMark(tokens[i + 1], mark)
            && tokens[i + 1].Start == tokens[i].End
            && tokens[i + 2].IsNumber
            && tokens[i + 2].Start == tokens[i + 1].End + 1
            && text.Word(tokens[i]).IndexOf(mark) < 0;
    }
}
