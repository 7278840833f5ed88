using System.Globalization;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Figures;

/// <summary>Finds the figures of a text: a number with its unit, sum of money, share or counted noun, and what it measures.</summary>
internal static class FigureReader
{
    // Every rule is a question to the lexicon, so that a language is a file and no code. One pass; each
    // figure looks at a bounded number of tokens on either side.
    private const int Most = 100;
    private const int LongestCurrency = 3;
    private const int LongestJoinedWord = 12;
    private const int FarthestIndex = 16;
    private const int FarthestMoney = 8;
    private const decimal Billion = 1_000_000_000m;
    public const string Years = "tahun";
    public const string People = "orang";
    private const string Months = "bulan";
    private const string Households = "KK";
    private const int Thousand = 1000;

    // Dividing by a one with many noughts drops the noughts that the number itself ends with.
    private const decimal One = 1.0000000000000000000000000000m;
    private const char Minus = '−';
    private const string Dollars = "USD";
    private const string DollarsFor = "USD/";
    private const string Percent = "percent";

    // A quintillion: far above any state's debt, and far below where the product with a magnitude could
    // leave the range of decimal, which throws.
    private const decimal LargestWhole = 1_000_000_000_000_000_000m;

    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="country">The state that the text is of (ISO 3166-1 alpha-2), where it tells.</param>
    /// <param name="isTaken">Whether the character belongs to a date or a regulation, whose numbers are no figures.</param>
    public static List<KeyFigure> Read(ReleaseText text, Lexicon lexicon, string? country, Func<int, bool> isTaken)
    {
        var measures = new FigureMeasures(text, lexicon);
        var dollar = TextCountry.DollarOf(country);
        List<KeyFigure> figures = [];
        Found? before = null;
        for (var at = new TokenCursor(text, lexicon, 0); at.IsInside && figures.Count < Most; at = at.Move(1))
        {
            // Dates and citations were read before: their numbers are no figures, and a year in a
            // regulation's name would be one in every release.
            if (
                !Begins(at)
                || isTaken(at.Token.Start)
                || (ReadRange(at, measures, out var low) ?? SharedThings.OfThose(at, before, measures)) is not { } read
            )
            {
                continue;
            }

            read = InOwn(read, text, dollar);

            var figure = read.IsCounted
                ? read.Figure
                : read.Figure with
                {
                    Measures = measures.WithBefore(Subject(before, read, measures), at.Index, read.Figure.Measures),
                };
            Rates.Share(figures, figure, at, measures.After);
            // A range is two figures with one measure, so that a portal can draw either end.
            if (low is { } first)
            {
                figures.Add(figure with { Value = first.HasMagnitude ? first.Value : first.Value * read.Factor });
            }

            figures.Add(figure);
            before = read with { Figure = figure, Whole = read.Whole ?? SharedThings.WholeOf(before, figure) };
            measures.After = read.Last + 1;
            // Past the whole figure: in "9,3 persen" nothing else begins.
            at = at.At(read.Last);
        }

        return figures;
    }

    /// <summary>Whether a figure may begin at a token: a number that is part of no name and no other number, and no age.</summary>
    private static bool Begins(TokenCursor at) =>
        (
            at.IsNumber
            || StartsWithDigit(at)
            || WrittenNumber.IsInWords(at)
            || FigureRange.BeginsRangeInWords(at)
            || SharedThings.AreThoseInWords(at)
        )
        && (NoFigures.IsAllOf(at) || NoFigures.IsReached(at) || !(NoFigures.IsOfName(at) || Joins(at)))
        && !NoFigures.IsAge(at);

    /// <summary>The figure that begins at a token, with the lower end of its range, if it is one.</summary>
    private static Found? ReadRange(TokenCursor at, FigureMeasures measures, out FigureRange? low)
    {
        low = FigureRange.At(at);
        var found = ReadAt(at, low is { } range ? at.At(range.Next) : at, measures);
        // "27 ribu sampai 35 ribu dosis" rises, and shares a unit.
        if (low is not { HasMagnitude: true } own || (found is { Figure.Unit: not null } whole && whole.Figure.Value > own.Value))
        {
            return found;
        }

        low = null;
        return ReadAt(at, at, measures);
    }

    /// <summary>What the figure before measures; null for another unit behind a verb, which has an object of its own.</summary>
    private static string? Subject(Found? before, Found read, FigureMeasures measures) =>
        measures.IsNothing && before?.Figure.Unit != read.Figure.Unit ? null : before?.Figure.Measures;

    /// <summary>A sum in the dollars of the text's own state, where they are written as anybody's: <c>$4 million</c>.</summary>
    private static Found InOwn(Found read, ReleaseText text, string? dollar)
    {
        if (
            dollar is null
            || read.Figure.Unit is not { } unit
            || !(unit is Dollars || unit.StartsWith(DollarsFor, StringComparison.Ordinal))
        )
        {
            return read;
        }

        var span = read.Figure.Span;
        var start = span.Field is EvidenceField.Headline ? span.Start : span.Start + text.BodyStart;
        var words = text.Text.AsSpan(start, span.Length);
        var isBare =
            words[0] == '$' || (words.Contains("dollars", StringComparison.Ordinal) && !words.Contains("U", StringComparison.Ordinal));
        return isBare ? read with { Figure = read.Figure with { Unit = dollar + unit[Dollars.Length..] } } : read;
    }

    /// <summary>The figure of a number, or null.</summary>
    /// <param name="start">Where the number or the range that it ends begins.</param>
    /// <param name="number">Where the number begins.</param>
    /// <param name="measures">What figures of this text measure.</param>
    private static Found? ReadAt(TokenCursor start, TokenCursor number, FigureMeasures measures)
    {
        var (text, lexicon) = (start.Text, start.Lexicon);
        var currency = CurrencyBefore(start, out var first) ?? MoneyOf(number);
        var written = WrittenNumber.At(number, currency is not null);
        var behind = CountedThings.PastSome(number, number.At(written.Last + 1));
        var (joined, length) = written.Magnitude is { } own ? (own, 0) : MagnitudeAt(behind, currency is not null);
        behind = CountedThings.PastMoreThan(behind.Move(length), isRound: joined is not null || number.Word[^1] == '0');
        decimal? magnitude = joined is null ? null : decimal.Parse(joined, CultureInfo.InvariantCulture);
        var factor = magnitude ?? 1;
        if (written.Value is not { } plain || plain > LargestWhole / factor)
        {
            return null;
        }

        plain *= joined is null && IsInThousands(number, behind, currency is not null) ? Thousand : 1;
        (plain, first) = IsNegative(start) ? (-plain, first - 1) : (plain, first);

        // decimal keeps trailing zeros (2.5 million would be 2500000.0), which would make two facts of
        // one value in JSON.
        var value = plain * factor / One;
        var clauseEnd = NoFigures.BeforeAll(start) ?? first;
        // From the surest to the least sure: currency, unit behind, unit joined, unit before, counted
        // noun.
        if (currency is not null)
        {
            return Measured(value, currency, behind.Index - 1);
        }

        if (UnitOf(number, behind, written, isPlain: magnitude is null) is var (unit, last, noun))
        {
            return Measured(value, unit, last, noun);
        }

        return start.Move(-1).Match(lexicon.UnitBefore, out var units) == 1
            ? Measured(value, units[0], behind.Index - 1)
            : Counted(number, behind, first, value, magnitude, measures);

        Found Measured(decimal of, string by, int last, string? noun = null)
        {
            var next = new TokenCursor(text, lexicon, last + 1);
            var rate = Rates.Behind(by, next);
            noun = rate is null ? noun : null;
            rate ??= noun is null ? null : Rates.Behind(by, next.Move(1));
            var end = rate?.Last ?? last;
            var span = text.At(first, end, text.Tokens);
            return new(new(of, rate?.Unit ?? by, noun ?? measures.Before(clauseEnd, by is People), span), end, factor, noun is not null);
        }
    }

    /// <summary>Whether a comma parts thousands, for what is counted or paid has no such fraction: <c>1,250 orang</c>.</summary>
    private static bool IsInThousands(TokenCursor number, TokenCursor behind, bool isMoney) =>
        number.Lexicon.DecimalMark == ','
        && Amounts.AreThousands(number.Word)
        && (isMoney || (UnitAt(behind) is { } unit ? unit.Name is People or Households : CountedThings.IsWhole(behind)));

    /// <summary>The unit joined to a number or behind it, its last token, and the noun that it measures.</summary>
    private static (string Name, int Last, string? Noun)? UnitOf(
        TokenCursor number,
        TokenCursor behind,
        WrittenNumber written,
        bool isPlain
    )
    {
        if (written.Unit is not null)
        {
            return (written.Unit, behind.Index - 1, CountedThings.NounAfter(behind));
        }

        return !(isPlain && IsBodyOfYear(number, behind)) && UnitAt(behind) is { } unit && !IsOfDate(behind)
            ? (unit.Name, behind.Index + unit.Length - 1, unit.HasNoun ? CountedThings.NounAfter(behind.Move(unit.Length)) : null)
            : null;
    }

    /// <summary>
    /// The currency of a sum that has none written, by a word for money before it and the letter behind: <c>dana hibah 39 M untuk …</c>;
    /// null where there is none.
    /// </summary>
    private static string? MoneyOf(TokenCursor number)
    {
        var letter = number.Move(1);
        var isLetter = letter.IsCapital && letter.Is(number.Lexicon.MoneyMagnitude) && !number.Move(2).IsCapital;
        if (!number.IsNumber || !(isLetter || IsLargeAlone(letter)))
        {
            return null;
        }

        for (var back = 1; back <= FarthestMoney; back++)
        {
            var before = number.Move(-back);
            if (!before.IsInside || before.Token.Kind is TokenKind.Break || before.Mark is '.' or ';')
            {
                return null;
            }

            if (before.Match(number.Lexicon.Money, out var found) == 1)
            {
                return found[0];
            }
        }

        return null;
    }

    /// <summary>Whether a magnitude of money counts nothing that is behind it: <c>APBN sebesar 19,4 miliar dengan …</c></summary>
    private static bool IsLargeAlone(TokenCursor magnitude) =>
        magnitude.Match(magnitude.Lexicon.Magnitude, out var factors) == 1
        && decimal.Parse(factors[0], CultureInfo.InvariantCulture) >= Billion
        && (!magnitude.Move(1).IsWord || magnitude.Move(1).Match(magnitude.Lexicon.NoNoun) > 0);

    /// <summary>
    /// Whether the word for years or months is before one: <c>16 ribuan tahun 2021</c>, <c>tanggal sembilan bulan Agustus</c>.
    /// </summary>
    private static bool IsOfDate(TokenCursor at) =>
        UnitAt(at) is { Name: Years or Months } unit
        && (unit.Name is Years ? NoFigures.IsYear(at.Move(unit.Length)) : at.Move(unit.Length).Begins(at.Lexicon.Month));

    /// <summary>Whether a body of a unit's letters is behind a year: <c>sejak 2013 BPS</c>.</summary>
    private static bool IsBodyOfYear(TokenCursor number, TokenCursor behind) => behind.Word is "BPS" && NoFigures.IsYear(number);

    /// <summary>The unit behind a number, whether a noun may follow it (<c>25 kg beras</c>), and its length in tokens; null where there is
    /// none.</summary>
    public static UnitBehind? UnitAt(TokenCursor at)
    {
        var words = at.Lexicon;
        return at.Match(words.Currency, out var found) is > 0 and var currency ? new(found[0], currency, HasNoun: false)
            : at.Match(words.Percent, out found) is > 0 and var percent ? new(found[0], percent, HasNoun: false)
            : at.Match(words.Unit, out found) is > 0 and var unit ? new(found[0], unit, HasNoun: true)
            : null;
    }

    /// <returns>What multiplies the number, and in how many tokens; null and 0 where nothing does.</returns>
    private static (string? Factor, int Length) MagnitudeAt(TokenCursor at, bool isMoney)
    {
        var length = at.Match(at.Lexicon.Magnitude, out var found);
        // "Rp2 T" is two trillion; "2 T" elsewhere is a name or a temperature, so single letters count
        // behind a currency only.
        length = length == 0 && isMoney && at.IsCapital ? at.Match(at.Lexicon.MoneyMagnitude, out found) : length;
        return length > 0 ? (found[0], length)
            : isMoney ? JoinedMagnitude(at)
            : default;
    }

    /// <summary>The magnitude of a sum that a hyphen joins: <c>the P30-million package</c>, <c>P2.5-M</c>.</summary>
    private static (string? Factor, int Length) JoinedMagnitude(TokenCursor hyphen) =>
        hyphen.Mark == '-'
        && hyphen.IsJoined
        && hyphen.Move(1).IsJoined
        && (
            hyphen.Move(1).Match(hyphen.Lexicon.Magnitude, out var found) is var length and > 0
            || (hyphen.Move(1).IsCapital && (length = hyphen.Move(1).Match(hyphen.Lexicon.MoneyMagnitude, out found)) > 0)
        )
            ? (found[0], length + 1)
            : default;

    /// <summary>
    /// A number of things: the noun behind it is both unit and measure. One with a magnitude needs no noun; a year has none.
    /// </summary>
    private static Found? Counted(
        TokenCursor number,
        TokenCursor behind,
        int first,
        decimal value,
        decimal? magnitude,
        FigureMeasures measures
    )
    {
        var (text, factor) = (number.Text, magnitude ?? 1);
        // "2024 kasus" may be either. A year is far more frequent, and a wrong figure is worse than a
        // missing one.
        // "Sebanyak 2024 kasus" is none.
        var isYear = magnitude is null && NoFigures.IsYear(number) && !number.At(first).Move(-1).Is(number.Lexicon.CountIs);
        behind = CountedThings.PastMore(CountedThings.PastWords(behind), isRound: magnitude is not null || number.Word[^1] == '0');
        if (!isYear && CountedThings.AcronymOf(behind) is > 0 and var acronym)
        {
            var things = number.At(acronym).Word.ToString();
            return new(new(value, things, things, text.At(first, acronym + 1, text.Tokens)), acronym + 1, factor, IsCounted: true);
        }

        if (!isYear && !IsOfDate(behind) && CountedThings.IsCounted(number, first, behind))
        {
            var noun = CountedThings.IsWrittenSmall(behind)
                ? CountedThings.NounAt(behind).ToLower(CultureInfo.InvariantCulture)
                : CountedThings.NounAt(behind);
            var last = behind.Index + noun.AsSpan().Count(' ') + (2 * noun.AsSpan().Count('-'));
            // "83 unit sarana air bersih": the pieces are of what comes behind them.
            var measured = behind.Begins(behind.Lexicon.Piece) ? CountedThings.NounAfter(behind.At(last + 1)) ?? noun : noun;
            return new(new(value, noun, measured, text.At(first, last, text.Tokens)), last, factor, IsCounted: true);
        }

        var (subject, at) = (measures.Before(first), number.Index);
        // A bare number says nothing, unless it is an index, which has no unit; with a magnitude ("2,1
        // juta") it is a figure even where nothing says of what.
        return magnitude is not null
                ? new(new(value, null, subject, text.At(first, behind.Index - 1, text.Tokens)), behind.Index - 1, factor, subject is null)
            : !isYear && SharedThings.NounBefore(number.At(first), behind) is { } named ? Alone(named)
            : !isYear && SharedThings.IsTotal(number.At(first), behind, subject)
                ? Alone(null, Amounts.AreThousands(number.Word) ? Thousand : 1)
            : IsIndex(number) ? Alone(null)
            : null;

        Found Alone(string? unit, decimal of = 1) =>
            new(new(value * of / One, unit, subject, text.At(first, at, text.Tokens)), at, factor, unit is not null);
    }

    /// <summary>
    /// Whether a number with a fraction is one of an index that its sentence names before: <c>IHK naik dari 104,2 menjadi 105,1</c>.
    /// </summary>
    private static bool IsIndex(TokenCursor number)
    {
        if (number.Lexicon.Index.Count == 0 || number.Word.IndexOf(number.Lexicon.DecimalMark) < 0)
        {
            return false;
        }

        for (var back = 1; back <= FarthestIndex; back++)
        {
            var before = number.Move(-back);
            if (before.Begins(number.Lexicon.Index))
            {
                return true;
            }

            if (!before.IsInside || before.Token.Kind is TokenKind.Break || (before.Mark is '.' && !before.Move(1).IsJoined))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a mark joins the number to what is before it: <c>8/2025</c>, <c>55-60</c>, and not <c>Rp.50.000</c>.</summary>
    public static bool Joins(TokenCursor at) =>
        at.IsJoined
        && (
            (at.Move(-1).Mark is '/' or '-' or '–' or ':' && !IsBelowZero(at))
            || (at.Move(-1).Mark == '.' && CurrencyBefore(at, out _) is null)
            // "9,07â9,93": what is left of a dash that a page lost.
            || (at.Move(-1).Mark == ',' && at.Move(-1).IsJoined && StartsWithDigit(at.Move(-2)))
        );

    /// <summary>Whether a hyphen before a temperature or a share is a minus: <c>suhu -3 °C</c>, <c>-0,59%</c>.</summary>
    private static bool IsBelowZero(TokenCursor at) =>
        at.IsJoined
        && at.Move(-1).Mark is '-' or '–'
        && !at.Move(-1).IsJoined
        // "5 -10%" is a range, and a hyphen that begins a line a list's.
        && at.Move(-2) is { IsWord: true }
        && (
            UnitAt(at.Move(1)) is { Name: "°C" or "derajat" or "degrees" or Percent }
            || WrittenNumber.At(at, isMoney: false) is { Unit: "°C" or "derajat" or "degrees" or Percent }
        );

    private static bool IsNegative(TokenCursor at)
    {
        var before = at.Move(-1);
        return (before.Mark == Minus && at.IsJoined)
            || (before.Is(at.Lexicon.Negative) && before.Move(-1).Match(at.Lexicon.Negative) == 0)
            || IsBelowZero(at);
    }

    private static bool StartsWithDigit(TokenCursor at) =>
        at.IsWord && at.Token.Length <= LongestJoinedWord && char.IsAsciiDigit(at.Word[0]);

    /// <summary>
    /// The currency right before a number, <c>Rp.</c> with its point included, and the token where it begins; that of the number where
    /// there is none.
    /// </summary>
    private static string? CurrencyBefore(TokenCursor at, out int first)
    {
        first = at.Index;
        if (SignBefore(at, ref first) is { } own)
        {
            return own;
        }

        // From the longest, so that "US$" is not read as "$".
        for (var back = Math.Min(LongestCurrency, at.Index); back > 0; back--)
        {
            var length = at.Move(-back).Match(at.Lexicon.Currency, out var found);
            // "a $4 million grant" costs no Australian dollars.
            var isArticle = length > 1 && at.Move(-back).IsLower && !at.Move(1 - back).IsJoined && at.Move(1 - back).Mark == '$';
            // "P6.8 million": a letter alone is a currency only where it is written onto the number.
            // "nilai tukar rupiah 2024": a year.
            var isOfYear = length > 0 && at.Move(-1).IsLower && NoFigures.IsYear(at) && !at.Move(1).Is(at.Lexicon.Magnitude);
            var isLetter = length == 1 && at.Move(-back).Token.Length == 1 && at.Move(-back).IsWord && !at.IsJoined;
            if (
                length > 0
                && !isArticle
                && !isLetter
                && !isOfYear
                && (length == back || (length == 1 && back == 2 && at.Move(-1).Mark == '.' && at.Move(-1).IsJoined))
            )
            {
                first = at.Index - back;
                return found[0];
            }
        }

        return null;
    }

    /// <summary>
    /// The currency that the sign of the text's state means before a number: <c>P40</c>; one of several letters with a point or a space
    /// behind it too, <c>Rs. 250</c>. Null where it is not there.
    /// </summary>
    private static string? SignBefore(TokenCursor at, ref int first)
    {
        if (at.Text.Sign is not { } sign)
        {
            return null;
        }

        var before = at.Move(-1);
        before = before.Mark == '.' && before.IsJoined ? before.Move(-1) : before;
        if (!before.Word.SequenceEqual(sign.Word) || (sign.Word.Length == 1 && !at.IsJoined))
        {
            return null;
        }

        first = before.Index;
        return sign.Currency;
    }

    /// <summary>A unit behind a number.</summary>
    /// <param name="Name">Its symbol.</param>
    /// <param name="Length">In tokens.</param>
    /// <param name="HasNoun">Whether what it measures may follow it.</param>
    public readonly record struct UnitBehind(string Name, int Length, bool HasNoun);

    /// <summary>
    /// A figure, its last token, what its number was multiplied by, and whether the noun behind it says what it measures.
    /// </summary>
    public readonly record struct Found(KeyFigure Figure, int Last, decimal Factor, bool IsCounted)
    {
        /// <summary>How many there were of which the figure counts a part; null where it counts none.</summary>
        public decimal? Whole { get; init; }
    }
}
