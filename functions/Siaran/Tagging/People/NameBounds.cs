using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Tells a name from what is around it: titles, offices, degrees and words that no name has.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names, which are part of an office.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class NameBounds(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, WordClasses words)
{
    private const int LongestInitial = 2;
    private const int LongestAcronym = 5;
    private const int LongestCue = 4;
    private const int LongestJoined = 12;
    private const int LongestShort = 3;
    private const int NameHabit = 6;
    private const string Stop = "stop";
    private const string Thing = "thing";
    private const string Vowels = "AEIOU";
    private const string OpeningQuotes = "“\"«‘";

    private readonly NameEnds ends = new(text, lexicon, bodies);
    private readonly Namesakes namesakes = new(text, lexicon, bodies);
    private readonly UpperNames upper = new(text);

    /// <summary>Tells the fields of offices from names.</summary>
    public FieldBounds Fields { get; } = new(text, lexicon, bodies, words);

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

        // "Pasi Ops": an office of several words and nothing else.
        if (span.Last > span.First && lexicon.Office.Match(text.Tokens, span.First, out _) == span.Last - span.First + 1)
        {
            return null;
        }

        // From both ends inwards: behind offices and titles, up to the comma, then without degrees,
        // weekdays and words that no name has. Each step only shrinks the span, so the order of rules
        // decides and nothing loops. The model is right about where names are far more often than about
        // where they end.
        var first = PastSite(PastTitle(Fields.PastOffice(span), span.Last), span.Last);
        var last = BeforeOffice(first, ends.Within(first, span.Last));
        while (
            first < last
            && (
                !tokens[first].IsCapital
                || IsNoPart(first)
                || SlipAt(first) is "title"
                || IsOfDegree(first)
                || (!lexicon.IsModelled && (Offices.IsOwned(At(first)) || IsPeople(first) || IsDescription(first, last)))
                // "DPRD Budi": an acronym before a name is a body, unless all of the name is in
                // capitals, as in headlines. One or two letters may be initials.
                || (IsAcronym(tokens[first]) && IsNoInitials(first) && !IsAllUpper(text, first, last))
            )
        )
        {
            first++;
        }

        // Wider at last: "M. Iqbal" and "I Gede Putra", of which the model sees the longer word only.
        first = WithInitials(first);
        first -= first > 0 && lexicon.NamePrefix.Match(tokens, first - 1, out _) > 1 ? 1 : 0;
        first -= IsOfDegree(first - 1) ? 0 : LengthOfPrefix(first);
        first -= IsCutAtJoin(first) ? 1 : 0;
        first = IsJoinedToInitial(first - 1) ? WithInitials(first - 1) : first;
        last = ends.WithShortEnd(first, last);
        return IsName(first, last) ? new(first, WithSmallWord(ends.Whole(first, last))) : null;
    }

    /// <summary>
    /// The last token of a name before an office, or a word that says whose someone is, that no comma sets off: <c>Bripka Hasan Kasi
    /// Umum</c>, <c>Hasan Perwakilan Satpol PP</c>.
    /// </summary>
    private int BeforeOffice(int first, int last)
    {
        for (var i = first + 1; i <= last && lexicon.IsModelled; i++)
        {
            var isStop = lexicon.NoName.Match(text.Tokens, i, out var kinds) > 0 && kinds.Contains(Stop);
            if (
                isStop
                || (
                    text.Tokens[i] is { Case: TokenCase.Capital, Length: > LongestShort }
                    && !words[text.Tokens[i].Hash].IsOfPersons
                    && bodies.OfficeAt(i) > 0
                    && lexicon.NameWord.Match(text.Tokens, i, out _) == 0
                )
            )
            {
                return i - 1;
            }
        }

        return last;
    }

    /// <summary>
    /// The last token of a name that goes on with a word written small by a slip, before a degree or one more word of it: <c>M. Bagas
    /// sukarsa, MM</c>, <c>Tari wirandis Putri</c>.
    /// </summary>
    private int WithSmallWord(int last)
    {
        var tokens = text.Tokens;
        if (
            !lexicon.IsModelled
            || last + 3 >= tokens.Length
            || tokens[last + 1] is not { Case: TokenCase.Lower, Length: > LongestShort }
            || words[tokens[last + 1].Hash] is { Class: > 0, IsOfPersons: false, Habit: < NameHabit }
        )
        {
            return last;
        }

        return text.IsMark(tokens[last + 2], ',') && ends.IsDegree(last + 3) ? last + 1
            : words[tokens[last + 1].Hash].Class == 0
            && tokens[last + 2].Case is TokenCase.Capital
            && words[tokens[last + 2].Hash].IsOfPersons
            && bodies.OfficeAt(last + 2) == 0
                ? last + 2
            : last;
    }

    /// <summary>What the word is of that one is written for by a slip, where running text does not know it as a person's.</summary>
    private string? SlipAt(int at) =>
        text.Tokens[at] is { IsWord: true, IsCapital: true } word && !words[word.Hash].IsOfPersons
            ? lexicon.Slips.Of(text.Word(word))
            : null;

    /// <summary>Whether a word of a name is written onto the point of an initial or a title before it: <c>H.M.Hasan Basri</c>.</summary>
    private bool IsJoinedToInitial(int at) =>
        lexicon.IsModelled
        && at > 1
        && text.Tokens[at] is { IsWord: true, IsCapital: true, Length: > LongestInitial }
        && text.Tokens[at].End + 1 == text.Tokens[at + 1].Start
        && text.IsMark(text.Tokens[at - 1], '.')
        && text.Tokens[at - 1].End == text.Tokens[at].Start
        && text.Tokens[at - 2].End == text.Tokens[at - 1].Start
        && (text.Tokens[at - 2] is { IsCapital: true, Length: 1 } || Titles.IsTitle(At(at - 2)))
        && !ends.IsDegree(at)
        && bodies.OfficeAt(at) == 0
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0;

    /// <summary>Whether a letter is the last of a degree right before it: <c>S.H.I Jeni Rahayu</c>.</summary>
    private bool IsOfDegree(int at) =>
        at > 1 && text.Tokens[at].Length == 1 && text.IsMark(text.Tokens[at - 1], '.') && text.Tokens[at - 1].End == text.Tokens[at].Start;

    /// <summary>How many tokens before a name are part of it, but for words that begin a sentence: <c>Lalu Bupati Budi …</c></summary>
    private int LengthOfPrefix(int first)
    {
        var length = LengthBehind(lexicon.NamePrefix, text.Tokens, first);
        var begins = first - length;
        var isOpener =
            length == 1
            && lexicon.Opener.Match(text.Tokens, begins, out _) == 1
            && (begins == 0 || text.Tokens[begins - 1].Kind is TokenKind.Break or TokenKind.Mark);
        return isOpener && !(begins > 0 && Titles.IsTitle(At(begins - 1))) ? 0 : length;
    }

    /// <summary>Whether a name that was found begins with a word that joins: <c>De Vera</c> of Dale De Vera.</summary>
    private bool IsCutAtJoin(int first) =>
        !lexicon.IsModelled
        && first > 0
        && lexicon.NameJoin.Match(text.Tokens, first, out _) == 1
        && text.Tokens[first - 1] is { IsWord: true, Case: TokenCase.Capital }
        && text.Tokens[first - 1].End + 1 == text.Tokens[first].Start
        && !Titles.IsTitle(At(first - 1))
        && bodies.OfficeAt(first - 1) == 0
        && !bodies.IsBodyWord(text.Tokens[first - 1]);

    private bool IsNoInitials(int at) => text.Tokens[at].Length > LongestInitial || lexicon.NoName.Match(text.Tokens, at, out _) == 1;

    private bool IsTitleAtEnd(int at) =>
        lexicon.Rank.Match(text.Tokens, at, out _) == 1
        && (At(at).Move(1).IsCapital || (IsPoint(text, at + 1) && At(at).Move(2).IsCapital));

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
                && lexicon.Title.Match(text.Tokens, i, out _) is > 0 and var title
                && title + (i + title < last && text.IsMark(text.Tokens[i + title], '.') ? 1 : 0) is var length
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
        first > 0
        && behind == title + 1
        && (title - first > 1 || lexicon.TitleWithin.Match(text.Tokens, title, out _) == 1)
        && Titles.IsTitle(At(first - 1))
        && !Titles.IsTitle(At(title - 1));

    private bool IsName(int first, int last)
    {
        var tokens = text.Tokens;
        var isAlone = first == last;
        if (IsOfOther(first, last) || (isAlone && IsNoneAlone(first)) || IsOfficeOrState(first, last))
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
        return isAlone
            || !IsAcronym(tokens[last])
            || ends.IsShortEnd(first, last)
            || (!lexicon.IsModelled && tokens[last - 1].Case is TokenCase.Capital && upper.Has(tokens[last]))
            || (IsAllUpper(text, first, last) && !AreAcronyms(first, last));
    }

    /// <summary>Whether capitals are part of something else than a name: a word, an address, a unit, what bears a name.</summary>
    private bool IsOfOther(int first, int last)
    {
        var tokens = text.Tokens;
        return !tokens[first].IsCapital
            || IsNoPart(first)
            || IsWithinWord(first)
            || IsOfUnit(first)
            || IsDoubled(first)
            // "Minister Faith Faith": a name all the same, behind an office.
            || (last == first + 1 && tokens[first].Hash == tokens[last].Hash && (lexicon.IsModelled || Offices.Before(At(first)) is null))
            || IsOfAddress(last)
            // "dr. Bulan Wirasena": behind a title it is a name.
            || (
                lexicon.NamedFor.Match(tokens, first, out _) > 0
                && !namesakes.IsShortName(first)
                && !(lexicon.IsModelled && last > first && Titles.IsTitle(At(first - 1)))
            )
            || namesakes.IsSecondHalf(first)
            || lexicon.ForceUnit.Match(tokens, first, out _) > 0
            // "JabatanPerkhidmatan Negeri": spaces are missing.
            || (!lexicon.IsModelled && tokens[first] is { Case: TokenCase.Mixed, Length: > LongestJoined })
            // "said Dutch Ambassador …": where no model knows names, a state is one too often.
            || (first == last && !lexicon.IsModelled && lexicon.Country.Match(tokens, first, out _) == 1)
            // "Masjid Raya Hubbul Wathan", "Jalan Dr. Soetomo": what is named after a person is no
            // mention of one.
            || (IsNamedFor(PastTitles(first)) && !namesakes.IsBehindPlainTitle(first) && !IsHead(first, last))
            || ends.AreDegrees(first, last);
    }

    /// <summary>
    /// Whether a title parts a name from a house that an office is of: <c>Direktur RSUD dr. Siti Rahayu</c>; where another name follows a
    /// comma, the house has the first.
    /// </summary>
    private bool IsHead(int first, int last)
    {
        var thing = Titles.FirstBefore(text, lexicon, first) - 1;
        return lexicon.IsModelled
            && thing > 0
            && thing < first - 1
            && lexicon.NamedFor.Match(text.Tokens, thing, out _) == 1
            && IsBehind(lexicon.Office, text.Tokens, thing)
            && !(
                last + 2 < text.Tokens.Length
                && text.IsMark(text.Tokens[last + 1], ',')
                && text.Tokens[last + 2].IsCapital
                && !ends.IsDegree(last + 2)
                && bodies.OfficeAt(last + 2) == 0
            );
    }

    /// <summary>Whether a word tells what someone is, or the word behind it does: <c>Senior Journalist Ann Bell</c>.</summary>
    private bool IsDescription(int at, int last) =>
        last - at > 1
        && (
            lexicon.PersonNoun.Match(text.Tokens, at, out _) == 1
            || (last - at > 2 && lexicon.PersonNoun.Match(text.Tokens, at + 1, out _) == 1)
        );

    /// <summary>Whether a word is for the people of a state, and no name: <c>Australians Ann Bell and Tim Ford</c>.</summary>
    private bool IsPeople(int at) =>
        text.Word(text.Tokens[at]).EndsWith("ans", StringComparison.Ordinal) && lexicon.Country.Match(text.Tokens, at, out _) == 1;

    /// <summary>
    /// Whether all words of a span are an office's or a state's, where no model knows names: <c>Timbalan Ketua Setiausaha</c>.
    /// </summary>
    private bool IsOfficeOrState(int first, int last) =>
        !lexicon.IsModelled
        && last > first
        && (lexicon.Country.Match(text.Tokens, first, out _) > last - first || IsOfficeOfState(first, last));

    /// <summary>Whether an office is all of a span, or all but the state it is of: <c>Raja Muda Perlis</c>.</summary>
    private bool IsOfficeOfState(int first, int last)
    {
        var behind = first + bodies.OfficeAt(first);
        return (behind > first && (behind > last || lexicon.Country.Match(text.Tokens, behind, out _) > last - behind))
            // "Rosewell Deputy Governor": an office of several words behind its place.
            || LengthBehind(lexicon.Office, text.Tokens, last + 1) is > 1;
    }

    /// <summary>Whether a word is no name where it is all of it.</summary>
    private bool IsNoneAlone(int at) =>
        ends.IsDegree(at)
        || Fields.IsFieldOnNoList(at)
        || IsNoName(at)
        // "The Honourable Minister's adviser".
        || (text.IsOwner(text.Tokens[at]) && lexicon.Office.Match([text.WithoutOwner(text.Tokens[at])], 0, out _) == 1)
        || (IsAcronym(text.Tokens[at]) && text.Tokens[at].Length <= LongestAcronym);

    /// <summary>Whether a word is part of no name; a month is of one behind an office: <c>Kadis Sosial Wildan Ramadhan</c>.</summary>
    private bool IsOfNoName(int first, int i) =>
        lexicon.NoName.Match(text.Tokens, i, out _) > 0
        || (SlipAt(i) is { } slip && (slip is Thing || first == i))
        || (
            lexicon.NamesakeMonth.Match(text.Tokens, i, out _) == 1
            && (i == first || Offices.Before(At(first)) is null)
            && !Titles.IsTitle(At(first - 1))
        )
        || text.Word(text.Tokens[i]).IndexOfAnyInRange('0', '9') >= 0
        // "#TemanPemilih".
        || (i > 0 && text.IsMark(text.Tokens[i - 1], '#') && text.Tokens[i - 1].End == text.Tokens[i].Start);

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
        var prefix = lexicon.NamePrefix.Match(tokens, i, out _);
        return !(prefix > 1 || (prefix == 1 && i + 1 < tokens.Length && LengthOfPrefix(i + 1) == 1))
            && (Titles.IsTitle(At(i)) || IsOfSentence(i));
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

    /// <summary>Whether a word that tells what bears a person's name is before one, perhaps with an acronym between.</summary>
    private bool IsNamedFor(int at) =>
        namesakes.IsBehindThing(at)
        || (
            at > 1
            && IsAcronym(text.Tokens[at - 1])
            && IsBehind(lexicon.NamedFor, text.Tokens, at - 1)
            // "Rosewell River MPP Ann Bell": an office by its letters.
            && lexicon.Office.Match(text.Tokens, at - 1, out _) == 0
        );

    private int WithInitials(int first)
    {
        var tokens = text.Tokens;
        while (
            first > 1
            && IsPoint(text, first - 1)
            && tokens[first - 2] is { IsWord: true, IsCapital: true }
            && (tokens[first - 2].Length <= LongestInitial || lexicon.NameShort.Match(tokens, first - 2, out _) == 1)
            && tokens[first - 2].End == tokens[first - 1].Start
            && !IsNoPart(first - 2)
        )
        {
            first -= 2;
        }

        return IsBareInitial(first - 1) ? first - 1
            : first > 2 && AreJoinedInitials(first - 3) ? first - 3
            : first;
    }

    /// <summary>
    /// Whether two letters with one point begin a name, and are no degree of the one before: <c>Kepala Dinas Y.D Rahmat</c>.
    /// </summary>
    private bool AreJoinedInitials(int at)
    {
        var tokens = text.Tokens;
        return lexicon.IsModelled
            && tokens[at] is { IsWord: true, IsCapital: true, Length: 1 }
            && text.IsMark(tokens[at + 1], '.')
            && tokens[at + 2] is { IsWord: true, IsCapital: true, Length: 1 }
            && tokens[at].End == tokens[at + 1].Start
            && tokens[at + 1].End == tokens[at + 2].Start
            && tokens[at + 2].End + 1 == tokens[at + 3].Start
            && (at == 0 || (tokens[at - 1].Kind is not TokenKind.Mark && tokens[at - 1].End < tokens[at].Start))
            && lexicon.Degree.Match(tokens, at, out _) < 3;
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
        // "Jalan W.R. Sudirja": initials that are titles elsewhere.
        while (
            lexicon.IsModelled
            && at > 1
            && IsPoint(text, at - 1)
            && tokens[at - 1].End == tokens[at].Start
            && tokens[at - 2] is { IsCapital: true, Length: 1 }
        )
        {
            at = Titles.FirstBefore(text, lexicon, at - 2);
        }

        // "Lapangan Terbang Sultan Ismail": a ruler's office is before the name.
        at -=
            lexicon.IsModelled ? 0
            : LengthBehind(lexicon.Office, tokens, at) is > 0 and var office
            && namesakes.IsBehindThing(at - office)
            && !IsAcronym(tokens[at - 1])
                ? office
            : 0;
        // "Jl. Dr. Hasan": the point of the word that tells.
        at -= IsPoint(text, at - 1) && IsBehind(lexicon.NamedFor, tokens, at - 1) ? 1 : 0;
        if (at > 3 && text.IsMark(tokens[at - 1], ')') && IsBehind(lexicon.NamedFor, tokens, at - 1))
        {
            // "Universitas Islam Negeri (UIN) Raden Ahmad": it is within them.
            return at - 1;
        }

        // "Pondok Pesantren (Ponpes) KH Ahmad": the word that tells is before the parentheses.
        return at > 3 && text.IsMark(tokens[at - 1], ')') && text.IsMark(tokens[at - 3], '(') ? at - 3 : at;
    }

    public static bool IsPoint(ReleaseText text, int i) => i >= 0 && i < text.Tokens.Length && text.IsMark(text.Tokens[i], '.');

    public static bool IsAcronym(Token token) => token.Case is TokenCase.Upper && token.Length > 1;

    public static bool IsAllUpper(ReleaseText text, int first, int last)
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
