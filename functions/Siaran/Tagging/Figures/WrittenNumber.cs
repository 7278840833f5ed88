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
    private const int LongestWritten = 24;
    private const int MostDecimals = 2;
    private const int Thousand = 1000;

    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.,");

    /// <summary>The number that begins at a token.</summary>
    /// <param name="at">The token.</param>
    /// <param name="isMoney">Whether a currency is before it.</param>
    // Money and shares have spaces in different places; all else is one word.
    public static WrittenNumber At(TokenCursor at, bool isMoney) =>
        InWords(at) ?? (isMoney ? Spaced(at) : SpacedShare(at) ?? SpacedCount(at)) ?? Of(at.Word, at.Index, at.Lexicon, isMoney);

    /// <summary>Whether a number in words counts a unit, a share or a thing, and is no part of a longer one: <c>tiga persen</c>.</summary>
    public static bool IsInWords(TokenCursor at)
    {
        if (SpokenNumber.At(at) is not { } spoken)
        {
            return false;
        }

        var behind = at.Move(spoken.Length);
        var before = at.Move(-1);
        var isFirst = at.IsCapital && (!before.IsInside || before.Mark is '.' or '“' or '"' || before.Token.Kind is TokenKind.Break);
        return (at.IsLower || isFirst)
            && (IsMultiplied(behind) || (spoken.Value == 1 ? CountsOne(at, isFirst) : IsAnyCounted(at, behind, spoken.Value)))
            && !before.IsNumber
            && !before.Begins(at.Lexicon.Magnitude)
            && !before.Begins(at.Lexicon.NumberWord)
            && before.Word is not ("puluh" or "belas" or "seratus" or "seribu" or "(");
    }

    /// <summary>Whether a unit, a share or a thing is behind a number in words.</summary>
    private static bool IsAnyCounted(TokenCursor at, TokenCursor behind, int value) =>
        behind.Begins(at.Lexicon.Percent)
        || behind.Begins(at.Lexicon.Unit)
        || (value is Thousand ? behind.Begins(at.Lexicon.Currency) : IsCountedThing(at, behind) || IsThing(behind));

    /// <summary>
    /// Whether any small noun is behind a number in words: <c>dua gerobak</c>. It is none that only joins what comes next, as in
    /// <c>roda empat agar …</c>
    /// </summary>
    private static bool IsThing(TokenCursor behind)
    {
        var words = behind.Lexicon;
        return words.IsModelled
            && behind.IsLower
            && CountedThings.IsNoun(behind)
            && !behind.Begins(words.Abstract)
            && !behind.Begins(words.Beyond)
            && !behind.Begins(words.Clause)
            && !behind.Begins(words.Toward)
            && !behind.Begins(words.Until)
            && !behind.Begins(words.Magnitude)
            && !behind.Begins(words.NumberWord);
    }

    /// <summary>
    /// Whether what is often counted is behind a number in words; in capitals too where those are its own: <c>empat Kecamatan</c>,
    /// <c>delapan TPS</c>.
    /// </summary>
    private static bool IsCountedThing(TokenCursor at, TokenCursor behind) =>
        behind.Token.Case is TokenCase.Upper
            ? at.IsLower && behind.Begins(at.Lexicon.Counted)
            : (behind.IsLower || (at.IsLower && behind.IsCapital)) && behind.Begins(at.Lexicon.CountedNoun);

    /// <summary>Whether a magnitude is behind a number in words and ends it: <c>lima ribu anak</c>, not <c>lima ribu dua</c>.</summary>
    private static bool IsMultiplied(TokenCursor behind)
    {
        var words = behind.Lexicon;
        var next = behind.Move(1);
        return words.IsModelled
            && behind.IsLower
            && behind.Is(words.Magnitude)
            && next.IsLower
            && !next.Begins(words.Magnitude)
            && !next.Begins(words.NumberWord)
            && next.Word is not ("puluh" or "belas")
            && (next.Begins(words.Unit) || next.Begins(words.Currency) || CountedThings.IsNoun(next));
    }

    /// <summary>
    /// Whether "one" counts and is no article: at a sentence's beginning or behind a word that counts (<c>hanya satu desa</c>), before a
    /// word for single things (<c>satu unit mobil</c>), where something is measured (<c>mencapai satu meter</c>), done to it
    /// (<c>menewaskan satu warga</c>) or listed (<c>Kecamatan Nusa satu desa</c>); and a span of time only where its length is given
    /// (<c>selama satu jam</c>).
    /// </summary>
    private static bool CountsOne(TokenCursor at, bool isFirst)
    {
        var before = at.Move(-1);
        var behind = at.Move(1);
        var isUnit = behind.Match(at.Lexicon.Unit, out var units) > 0;
        return (!isUnit && before.Word is "ada" or "terdapat" or "sebanyak" && IsThing(behind))
            || (isFirst || before.Is(at.Lexicon.OneBefore)) && (behind.Begins(at.Lexicon.CountedNoun) || (isUnit && units[0] is "orang"))
            || ((isFirst || (before.IsLower && before.Word is not "salah")) && behind.Begins(at.Lexicon.Piece) && behind.Move(1).IsWord)
            || (isUnit ? IsMeasuredOne(before, units[0]) : behind.Begins(at.Lexicon.Percent))
            || ((isUnit ? units[0] is "orang" or "KK" : behind.Begins(at.Lexicon.CountedNoun)) && IsOneOf(before))
            || (isUnit && units[0] is "orang" && before.IsLower && before.Word is not "salah" && EndsPart(behind.Move(1)));
    }

    private static bool EndsPart(TokenCursor at) => at.Mark is ',' or '.' or ';' or ')' || at.Is(at.Lexicon.And) || !at.IsInside;

    /// <summary>Whether "one" before a unit is a measure: <c>setinggi satu meter</c>, <c>lebih dari satu jam</c>.</summary>
    private static bool IsMeasuredOne(TokenCursor before, string unit) =>
        unit switch
        {
            "orang" or "KK" => false,
            "hari" or "minggu" or "bulan" or "tahun" or "jam" or "menit" or "detik" => before.Word is "selama"
                || (before.Word is "dari" && before.Move(-1).Word is "lebih" or "kurang"),
            _ => before.IsLower && before.Word is not ("salah" or "per" or "setiap" or "tiap" or "harga" or "demi"),
        };

    /// <summary>Whether something is done to one of a kind, or a place has one: <c>mengamankan satu tersangka</c>.</summary>
    private static bool IsOneOf(TokenCursor before) =>
        before.Lexicon.IsModelled
        && (
            before.IsLower
                ? CountedThings.IsVerb(before) && before.Word is not ("menjadi" or "bersama" or "berada" or "disebut")
                : before.IsCapital && (before.Move(-1).IsCapital || before.Move(-1).Begins(before.Lexicon.RegionLevel))
        );

    private static WrittenNumber? InWords(TokenCursor at) =>
        SpokenNumber.At(at) is { } spoken ? new(spoken.Value, null, null, at.Index + spoken.Length - 1) : null;

    /// <summary>The number of one word: <c>9,3</c>, <c>10jt</c>, <c>25kg</c>.</summary>
    private static WrittenNumber Of(ReadOnlySpan<char> word, int i, Lexicon lexicon, bool isMoney)
    {
        var digits = word.IndexOfAnyExcept(NumberCharacters);
        if (digits < 0)
        {
            return new(
                // Behind a decimal point of the wrong language, but only where the right one failed:
                // "95.08" cannot be thousands in Indonesian.
                Amounts.Parse(word, lexicon.DecimalMark)
                    ?? (
                        lexicon.DecimalMark == ',' ? Amounts.ParsePoint(word) ?? Amounts.ParseCommas(word)
                        // Southern Africa writes sums with a comma: "R36,8 million".
                        : isMoney ? Amounts.ParseComma(word)
                        : null
                    ),
                null,
                null,
                i
            );
        }

        // Small writers join the unit: "25kg", "10jt". The rest is tokenized as it would be behind a
        // space, and must be a unit or magnitude as a whole.
        var rest = Tokenizer.Read(word[digits..]);
        var value = Amounts.Parse(word[..digits], lexicon.DecimalMark);
        if (
            lexicon.Magnitude.Match(rest, 0, out var magnitudes) == rest.Length
            || (isMoney && lexicon.MoneyMagnitude.Match(rest, 0, out magnitudes) == rest.Length)
        )
        {
            return new(value, magnitudes[0], null, i);
        }

        return lexicon.Unit.Match(rest, 0, out var units) == rest.Length || lexicon.Percent.Match(rest, 0, out units) == rest.Length
            ? new(value ?? (lexicon.DecimalMark == ',' ? Amounts.ParsePoint(word[..digits]) : null), null, units[0], i)
            : new(null, null, null, i);
    }

    /// <summary>A sum whose groups of three spaces part: <c>120. 450. 772. 000, 00</c>; null where it is none.</summary>
    private static WrittenNumber? Spaced(TokenCursor at)
    {
        // Sums that were copied out of documents have such spaces, here and there: "120. 450. 772. 000,
        // 00", "120. 450.772. 000, 00". The first group has at most three digits, each other exactly
        // three, at most six groups.
        var mark = at.Lexicon.DecimalMark;
        var group = mark == ',' ? '.' : ',';
        var written = at.Word.ToString();
        var isSpaced = false;
        if (written.IndexOf(group, StringComparison.Ordinal) is var end && (end < 0 ? written.Length : end) > GroupLength)
        {
            return null;
        }

        while (written.Length < LongestWritten && GoesOn(at, group) && AreGroups(at.Move(2).Word, group))
        {
            at = at.Move(2);
            written += group + at.Word.ToString();
            isSpaced = true;
        }

        // "3. 250. 000. 000,00": the last group has the decimals on it.
        if (GoesOn(at, group) && IsGroupWithDecimals(at.Move(2).Word, mark))
        {
            return new(Amounts.Parse(written + group + at.Move(2).Word.ToString(), mark), null, null, at.Index + 2);
        }

        // "Rp 18, 2 miliar".
        if (!isSpaced && GoesOn(at, mark) && at.Move(2).Token.Length <= MostDecimals && at.Move(3).Begins(at.Lexicon.Magnitude))
        {
            return new(Amounts.Parse($"{written}{mark}{at.Move(2).Word}", mark), null, null, at.Index + 2);
        }

        var hasDecimals = GoesOn(at, mark) && at.Move(2).Token.Length == MostDecimals;
        return !isSpaced ? null
            : hasDecimals ? new(Amounts.Parse($"{written}{mark}{at.Move(2).Word}", mark), null, null, at.Index + 2)
            : new(Amounts.Parse(written, mark), null, null, at.Index);
    }

    /// <summary>Whether a word is groups of three digits: <c>450</c>, <c>450.772</c>.</summary>
    private static bool AreGroups(ReadOnlySpan<char> word, char mark)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % (GroupLength + 1) == GroupLength ? word[i] != mark : !char.IsAsciiDigit(word[i]))
            {
                return false;
            }
        }

        return word.Length % (GroupLength + 1) == GroupLength;
    }

    /// <summary>A share whose fraction a space parts: <c>60, 4%</c>; null where it is none.</summary>
    private static WrittenNumber? SpacedShare(TokenCursor at)
    {
        var (mark, fraction) = (at.Lexicon.DecimalMark, at.Index + 2);
        return
            GoesOn(at, mark)
            && at.Word.IndexOf(mark) < 0
            && at.At(fraction).Token.Length <= MostDecimals
            && at.Token.Length <= GroupLength
            && (at.Move(3).Begins(at.Lexicon.Percent) || (at.Move(3).Begins(at.Lexicon.Unit) && IsOneMeasure(at)))
            ? new(Amounts.Parse($"{at.Word}{mark}{at.At(fraction).Word}", mark), null, null, fraction)
            : null;
    }

    /// <summary>Whether a word for a size is before a number, so that a comma parts no two of them: <c>sepanjang 2, 3 km</c>.</summary>
    private static bool IsOneMeasure(TokenCursor at) =>
        at.Move(-1).IsLower
        && at.Move(-1).Word is "sepanjang" or "seluas" or "sekitar" or "mencapai" or "setinggi" or "seberat" or "selebar";

    private static bool IsGroupWithDecimals(ReadOnlySpan<char> word, char mark) =>
        word.IndexOf(mark) == GroupLength && word.Length - GroupLength - 1 is 1 or MostDecimals;

    /// <summary>A count whose groups spaces part: <c>1. 250. 000 jiwa</c>; null where it is none, or may be the number of a list.</summary>
    private static WrittenNumber? SpacedCount(TokenCursor at)
    {
        var spaced = Spaced(at);
        var isSure = spaced is not null && (spaced.Last - at.Index > 2 || at.At(spaced.Last + 1).Begins(at.Lexicon.Unit));
        return isSure && at.Index > 0 && at.Move(-1).IsWord ? spaced : null;
    }

    /// <summary>Whether a mark right behind a number, and another number behind a space, go on with it.</summary>
    private static bool GoesOn(TokenCursor at, char mark)
    {
        var behind = at.Move(1);
        var next = at.Move(2);
        return at.IsNumber && behind.Mark == mark && behind.IsJoined && next.IsNumber && next.IsSpaced;
    }
}
