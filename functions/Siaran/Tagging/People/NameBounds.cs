using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells a name from what is around it: titles, offices, degrees and words that no name has.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names, which are part of an office.</param>
internal sealed class NameBounds(ReleaseText text, Lexicon lexicon, OfficeBodies bodies)
{
    private const int LongestInitial = 2;
    private const int LongestAcronym = 5;
    private const int LongestShort = 3;
    private const int LongestCue = 4;
    private const int LongestTitle = 10;
    private const string Vowels = "AEIOU";
    private const string OpeningQuotes = "“\"«‘";

    /// <summary>The name within a span; null where it holds none.</summary>
    public TokenSpan? Within(TokenSpan span)
    {
        var tokens = text.Tokens;
        if (span.First < span.Last && IsTitleAtEnd(span.Last))
        {
            // "Pangdam V Brawijaya Mayjen TNI Rahmat": what is before a rank is a unit or a place, and
            // the name comes behind it, where the title tells it.
            return null;
        }

        // From both ends inwards: behind offices and titles, up to the comma, then without degrees,
        // weekdays and words that no name has. Each step only shrinks the span, so the order of rules
        // decides and nothing loops. The model is right about where names are far more often than about
        // where they end.
        var first = PastSite(PastTitle(PastOffice(span), span.Last), span.Last);
        var last = BeforeDegree(first, BeforeComma(first, span.Last));
        while (last > first && IsPastName(last))
        {
            last--;
        }

        while (
            first < last
            && (
                !tokens[first].IsCapital
                || IsNoPart(first)
                // "DPRD Budi": an acronym before a name is a body, unless all of the name is in
                // capitals, as in headlines. One or two letters may be initials.
                || (IsAcronym(tokens[first]) && IsNoInitials(first) && !IsAllUpper(first, last))
            )
        )
        {
            first++;
        }

        // Wider at last: "M. Iqbal" and "I Gede Putra", of which the model sees the longer word only.
        first = WithInitials(first);
        first -= first > 0 && lexicon.NamePrefix.Match(tokens, first - 1, out _) > 1 ? 1 : 0;
        first -= LengthBehind(lexicon.NamePrefix, tokens, first);
        return IsName(first, last) ? new(first, WithFather(WithSecondHalf(last))) : null;
    }

    /// <summary>Whether a token at the end of a span is none of the name: a degree, a day, a title before the father's name.</summary>
    private bool IsPastName(int last) =>
        !text.Tokens[last].IsCapital
        // "Budi kepadaMedia": the space is missing, and the capital is another's.
        || char.IsLower(text.Text[text.Tokens[last].Start])
        || IsDegree(last)
        || lexicon.Weekday.Match(text.Tokens, last, out _) > 0
        || lexicon.Month.Match(text.Tokens, last, out _) > 0
        || lexicon.Acting.Match(text.Tokens, last, out _) > 0
        // "bin Dato Paduka Haji Ibrahim": the father's name comes behind.
        || (
            !lexicon.IsModelled
            && Titles.IsTitle(At(last))
            && IsBehind(lexicon.NameJoin, text.Tokens, Titles.FirstBefore(text, lexicon, last))
        );

    /// <summary>The last token of a name before a degree that no comma sets off: <c>Suparno S.H.</c></summary>
    private int BeforeDegree(int first, int last)
    {
        // Of several tokens alone: a word may be a name too.
        while (LengthBehind(lexicon.Degree, text.Tokens, last + 1) is > 1 and var degree && last - degree >= first)
        {
            last -= degree;
        }

        return last;
    }

    /// <summary>Where a name ends whose last word a hyphen joins to another, which is no second person: <c>Dalton-Reid</c>.</summary>
    // Indonesian joins two persons so.
    private int WithSecondHalf(int last)
    {
        var tokens = text.Tokens;
        return !lexicon.IsModelled && text.IsHyphen(last + 1) && tokens[last + 2] is { IsWord: true, Case: TokenCase.Capital }
            ? last + 2
            : last;
    }

    /// <summary>Where a name ends with the father's, behind a word with a stroke: <c>Ravi a/l Kumar</c>.</summary>
    private int WithFather(int last)
    {
        var tokens = text.Tokens;
        var join = last + 1 < tokens.Length ? lexicon.NameJoin.Match(tokens, last + 1, out _) : 0;
        if (join == 0)
        {
            return last;
        }

        var father = Titles.EndFrom(text, lexicon, last + 1 + join);
        // One word that joins, such as "bin", is within the run already where no title comes behind it.
        var isWithin = join == 1 && father == last + 2;
        if (isWithin || father >= tokens.Length || tokens[father] is not { IsWord: true, Case: TokenCase.Capital })
        {
            return last;
        }

        return
            father + 1 < tokens.Length
            && tokens[father + 1] is { IsWord: true, Case: TokenCase.Capital }
            && tokens[father + 1].Start == tokens[father].End + 1
            ? father + 1
            : father;
    }

    private bool IsNoInitials(int at) => text.Tokens[at].Length > LongestInitial || lexicon.NoName.Match(text.Tokens, at, out _) == 1;

    private bool IsTitleAtEnd(int at) => lexicon.Rank.Match(text.Tokens, at, out _) == 1 && At(at).Move(1).IsCapital;

    /// <summary>Whether one of the phrases of a list ends right before the token.</summary>
    public static bool IsBehind(PhraseMap<string> list, ReadOnlySpan<Token> tokens, int at) => LengthBehind(list, tokens, at) > 0;

    /// <summary>The length of the longest phrase of a list that ends right before the token.</summary>
    public static int LengthBehind(PhraseMap<string> list, ReadOnlySpan<Token> tokens, int at)
    {
        // Backwards from the longest: lists match forwards, so each length is tried. Four tokens at
        // most.
        for (var length = Math.Min(LongestCue, at); length > 0; length--)
        {
            if (list.Match(tokens, at - length, out _) == length)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>
    /// The first token of a span behind an office it begins with or goes on: <c>Menteri Komunikasi dan Informatika …</c>, whose field names
    /// a body.
    /// </summary>
    private int PastOffice(TokenSpan span)
    {
        var tokens = text.Tokens;
        var first = span.First;
        while (first < span.Last && bodies.OfficeAt(first) is > 0 and var office && first + office <= span.Last)
        {
            first += office;
        }

        first = PastTitleAround(first, span.Last);
        var isOffice = first > 0 && (IsBehind(lexicon.Office, tokens, first) || IsPartOfOffice(first - 1));
        while (
            isOffice
            && first < span.Last
            // "Menteri Komunikasi dan Informatika Budi": words of bodies behind an office are its
            // field. A person's name that is such a word ("Sosial") is lost, and there is hardly one.
            && !BeginsName(first)
            && (bodies.IsBodyWord(tokens[first]) || (tokens[first].Case is TokenCase.Lower && lexicon.And.Match(tokens, first, out _) > 0))
        )
        {
            first++;
        }

        return first;
    }

    /// <summary>
    /// Whether a word of bodies' names is a first name here: <c>Kepala Dinas Sosial Karya Wibisana</c>, not <c>Cipta Karya</c>.
    /// </summary>
    public bool BeginsName(int first) =>
        lexicon.IsModelled
        && first > 0
        && first + 1 < text.Tokens.Length
        && text.Tokens[first + 1].IsCapital
        && lexicon.NameWord.Match(text.Tokens, first, out var fields) == 1
        && !text.Word(text.Tokens[first - 1]).Equals(fields[0], StringComparison.OrdinalIgnoreCase)
        && !bodies.IsBodyWord(text.Tokens[first + 1]);

    /// <summary>
    /// The first token behind a longer title that began before the span and goes on in it: <c>Direktur Jenderal Bea dan Cukai</c>.
    /// </summary>
    private int PastTitleAround(int first, int last)
    {
        for (var start = first - 1; start >= 0 && first - start < LongestTitle; start--)
        {
            if (text.Tokens[start].IsCapital && bodies.OfficeAt(start) is > 0 and var length && start + length > first)
            {
                return Math.Min(start + length, last);
            }
        }

        return first;
    }

    /// <summary>The first token behind the name of a site, which begins small: <c>Kabiro kabarNusa …</c></summary>
    private int PastSite(int first, int last)
    {
        while (first < last && text.Tokens[first].IsCapital && char.IsLower(text.Text[text.Tokens[first].Start]))
        {
            first++;
        }

        return first;
    }

    /// <summary>
    /// The first token behind a title that the span holds, before which there is no name but a place: <c>Kedah Tan Sri …</c>.
    /// </summary>
    private int PastTitle(int first, int last)
    {
        // From the right: the last title is the nearest to the name.
        for (var i = last; i > first; i--)
        {
            if (
                text.Tokens[i].IsCapital
                && lexicon.Title.Match(text.Tokens, i, out _) is > 0 and var length
                && i + length <= last
                && text.Tokens[i + length].IsCapital
                && !text.IsMark(text.Tokens[i - 1], '.')
                // "bin Haji Hussein", "bin Pengiran Haji Bahar": the father's titles.
                && !IsBehind(lexicon.NameJoin, text.Tokens, Titles.FirstBefore(text, lexicon, i))
                && !IsWithinTitled(first, i, i + length)
            )
            {
                return i + length;
            }
        }

        return first;
    }

    /// <summary>
    /// Whether one title is within a name that another comes before, and parts the father's name from it: <c>Tan Sri Abang Johari Tun
    /// Openg</c>.
    /// </summary>
    private bool IsWithinTitled(int first, int title, int behind) =>
        first > 0 && behind == title + 1 && title - first > 1 && Titles.IsTitle(At(first - 1)) && !Titles.IsTitle(At(title - 1));

    /// <summary>Whether a token goes on an office: a word of a body's name or an <c>and</c>, in a run that begins with an office.</summary>
    private bool IsPartOfOffice(int at)
    {
        var tokens = text.Tokens;
        for (var i = at; i >= 0 && at - i < LongestCue && (bodies.IsBodyWord(tokens[i]) || lexicon.And.Match(tokens, i, out _) > 0); i--)
        {
            if (i > 0 && IsBehind(lexicon.Office, tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No name goes on behind a comma, which degrees do, or behind a sentence's end.</summary>
    private int BeforeComma(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (text.IsMark(text.Tokens[i], ',') || EndsSentence(i))
            {
                return i - 1;
            }
        }

        return last;
    }

    /// <summary>Whether a point is behind a word too long to be written short, and a space behind it.</summary>
    private bool EndsSentence(int i) =>
        IsPoint(i)
        && i + 1 < text.Tokens.Length
        && text.Tokens[i - 1] is { IsWord: true, Length: > LongestShort }
        && !Titles.IsTitle(At(i))
        && text.Tokens[i + 1].Start > text.Tokens[i].End
        && lexicon.NameShort.Match(text.Tokens, i - 1, out _) == 0;

    private bool IsName(int first, int last)
    {
        var tokens = text.Tokens;
        var isAlone = first == last;
        if (
            !tokens[first].IsCapital
            || IsNoPart(first)
            || IsWithinWord(first)
            || IsOfUnit(first)
            || IsDoubled(first)
            || (last == first + 1 && tokens[first].Hash == tokens[last].Hash)
            || IsOfAddress(last)
            || lexicon.NamedFor.Match(tokens, first, out _) > 0
            || lexicon.ForceUnit.Match(tokens, first, out _) > 0
            // "said Dutch Ambassador …": where no model knows names, a state is one too often.
            || (isAlone && !lexicon.IsModelled && lexicon.Country.Match(tokens, first, out _) == 1)
            // "Masjid Raya Hubbul Wathan", "Jalan Dr. Soetomo": what is named after a person is no
            // mention of one.
            || IsBehind(lexicon.NamedFor, tokens, PastTitles(first))
            || (isAlone && (IsDegree(first) || IsNoName(first) || (IsAcronym(tokens[first]) && tokens[first].Length <= LongestAcronym)))
        )
        {
            return false;
        }

        var hasWord = false;
        for (var i = first; i <= last; i++)
        {
            if (IsOfNoName(first, i))
            {
                return false;
            }

            hasWord |= tokens[i].IsWord && tokens[i].Length > 1;
        }

        // "M.A": initials alone are a degree. A word for a number of things has the number behind it
        // ("Nomor 5"), and no name has.
        if (
            !hasWord
            || (isAlone && last + 1 < tokens.Length && tokens[last + 1].IsNumber && lexicon.NoFigure.Match(tokens, first, out _) > 0)
        )
        {
            return false;
        }

        // An acronym at the end is a body or a party, "Budi PKB", unless all is in capitals.
        return isAlone || !IsAcronym(tokens[last]) || (IsAllUpper(first, last) && !AreAcronyms(first, last));
    }

    /// <summary>Whether a word is part of no name; a month is of one behind an office: <c>Kadis Sosial Wildan Ramadhan</c>.</summary>
    private bool IsOfNoName(int first, int i) =>
        lexicon.NoName.Match(text.Tokens, i, out _) > 0
        || (lexicon.NamesakeMonth.Match(text.Tokens, i, out _) == 1 && (i == first || Offices.Before(At(first)) is null))
        || text.Word(text.Tokens[i]).IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>Whether short words in capitals among others that are not hold one that cannot be spoken: <c>PB FPTI</c>.</summary>
    private bool AreAcronyms(int first, int last)
    {
        var isSpoken = true;
        for (var i = first; i <= last; i++)
        {
            var word = text.Word(text.Tokens[i]);
            if (word.Length >= LongestAcronym)
            {
                return false;
            }

            isSpoken &= word.IndexOfAny(Vowels) >= 0 || word.Length == 1;
        }

        return !isSpoken;
    }

    /// <summary>Whether a hyphen joins the word to a capital before it, whose second half it is: <c>Al-Ikhlas</c>.</summary>
    private bool IsWithinWord(int i) =>
        i > 1
        && text.IsMark(text.Tokens[i - 1], '-')
        && text.Tokens[i - 1].End == text.Tokens[i].Start
        && text.Tokens[i - 2].End == text.Tokens[i - 1].Start
        && text.Tokens[i - 2].IsCapital;

    /// <summary>
    /// Whether the number of a unit of the armed forces or of a school comes before a word: <c>Kodam V/…</c>, <c>SMA Negeri 1 …</c>.
    /// </summary>
    private bool IsOfUnit(int i)
    {
        var tokens = text.Tokens;
        var number = i > 1 && text.IsMark(tokens[i - 1], '/') ? i - 2 : i - 1;
        return number > 0
            && (tokens[number].IsNumber || IsRoman(text.Word(tokens[number])))
            && (number < i - 1 || IsBehind(lexicon.NamedFor, tokens, number) || lexicon.ForceUnit.Match(tokens, number - 1, out _) == 1);
    }

    private static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 0 && word.IndexOfAnyExcept("IVX") < 0;

    /// <summary>Whether a point joins a small word to a name, as in an address: <c>Pasarku.com</c>.</summary>
    private bool IsOfAddress(int last) =>
        last + 2 < text.Tokens.Length
        && text.IsMark(text.Tokens[last + 1], '.')
        && text.Tokens[last + 1].Start == text.Tokens[last].End
        && text.Tokens[last + 2].Case is TokenCase.Lower
        && text.Tokens[last + 2].Start == text.Tokens[last + 1].End;

    /// <summary>Whether a hyphen joins a word to itself, as it does plurals: <c>Umak-Umak</c>.</summary>
    private bool IsDoubled(int i) =>
        i + 2 < text.Tokens.Length && text.IsMark(text.Tokens[i + 1], '-') && text.Tokens[i].Hash == text.Tokens[i + 2].Hash;

    /// <summary>What may stand before a name and is none: a title, an office, a word that begins a sentence.</summary>
    private bool IsNoPart(int i)
    {
        var tokens = text.Tokens;
        // "I Wayan": in English the first word is a pronoun elsewhere.
        return lexicon.NamePrefix.Match(tokens, i, out _) <= 1 && (Titles.IsTitle(At(i)) || IsOfSentence(i));
    }

    private bool IsOfSentence(int i)
    {
        var tokens = text.Tokens;
        return lexicon.Office.Match(tokens, i, out _) == 1
            || lexicon.Acting.Match(tokens, i, out _) == 1
            || lexicon.Says.Match(tokens, i, out _) == 1
            || lexicon.Say.Match(tokens, i, out _) == 1
            || lexicon.Opener.Match(tokens, i, out _) == 1;
    }

    /// <summary>Whether a word alone has its capital from elsewhere: a month, a weekday, a pronoun, or the first word of a quote.</summary>
    private bool IsNoName(int i)
    {
        var tokens = text.Tokens;
        return lexicon.Month.Match(tokens, i, out _) > 0
            || lexicon.Pronoun.Match(tokens, i, out _) > 0
            || lexicon.Weekday.Match(tokens, i, out _) > 0
            || (
                i > 0
                && tokens[i - 1].Kind is TokenKind.Mark
                && tokens[i - 1].End == tokens[i].Start
                && OpeningQuotes.Contains(text.Text[tokens[i - 1].Start], StringComparison.Ordinal)
            );
    }

    /// <summary>A degree is written in capitals, or behind a comma or a point: <c>S.Sos.</c></summary>
    private bool IsDegree(int i)
    {
        var tokens = text.Tokens;
        return tokens[i].IsWord
            && lexicon.Degree.Match(tokens, i, out _) > 0
            && (
                tokens[i].Case is TokenCase.Upper
                || IsPoint(i + 1)
                || (i > 0 && tokens[i - 1].Kind is TokenKind.Mark && text.Text[tokens[i - 1].Start] is ',' or '.')
            );
    }

    private int WithInitials(int first)
    {
        var tokens = text.Tokens;
        while (
            first > 1
            && IsPoint(first - 1)
            && tokens[first - 2] is { IsWord: true, IsCapital: true }
            && (tokens[first - 2].Length <= LongestInitial || lexicon.NameShort.Match(tokens, first - 2, out _) == 1)
            && tokens[first - 2].End == tokens[first - 1].Start
            && !IsNoPart(first - 2)
        )
        {
            first -= 2;
        }

        return IsBareInitial(first - 1) ? first - 1 : first;
    }

    /// <summary>Whether a letter without a point, right behind an office, begins a name: <c>Sekjen M Ikhsan …</c></summary>
    private bool IsBareInitial(int at) =>
        lexicon.IsModelled
        && at > 0
        && text.Tokens[at] is { IsWord: true, IsCapital: true, Length: 1 }
        && text.Tokens[at].End + 1 == text.Tokens[at + 1].Start
        // "Asisten I Samsul": a number.
        && !IsRoman(text.Word(text.Tokens[at]))
        && !Titles.IsTitle(At(at))
        && IsBehind(lexicon.Office, text.Tokens, at);

    /// <summary>
    /// The token before which a word would tell what is named after someone: <c>Pondok Pesantren (Ponpes) …</c>, <c>Jalan Kapten …</c>.
    /// </summary>
    private int PastTitles(int at)
    {
        var tokens = text.Tokens;
        at = Titles.FirstBefore(text, lexicon, at);
        // "Pondok Pesantren (Ponpes) KH Ahmad": the word that tells is before the parentheses.
        return at > 3 && text.IsMark(tokens[at - 1], ')') && text.IsMark(tokens[at - 3], '(') ? at - 3 : at;
    }

    private bool IsPoint(int i) => i < text.Tokens.Length && text.IsMark(text.Tokens[i], '.');

    private static bool IsAcronym(Token token) => token.Case is TokenCase.Upper && token.Length > 1;

    private bool IsAllUpper(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text.Tokens[i] is { IsWord: true, Length: > 1, Case: not TokenCase.Upper })
            {
                return false;
            }
        }

        return true;
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
