using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Where a person's name begins, by what is next to it: an office, a title, a verb of saying.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
internal sealed class NameCues(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, Func<int, bool> isTaken)
{
    private readonly NameParts parts = new(text, lexicon);

    private const int LongestField = 6;
    private const int LongestRole = 7;
    private const int ShortestVerb = 6;
    private const int LongestPortfolio = 14;
    private const int LongestOwner = 4;
    private const int LongestPlace = 4;

    /// <summary>Where a name begins behind an office set off by a comma: <c>Kepala Dinas …, Dr. …</c>.</summary>
    /// <param name="i">The comma.</param>
    /// <param name="isName">Whether a token is part of a name already, at which an office ends.</param>
    public int? AfterOffice(int i, Func<int, bool> isName)
    {
        var tokens = text.Tokens;
        if (
            i < 2
            || i + 1 >= tokens.Length
            || !text.IsMark(tokens[i], ',')
            || !(tokens[i + 1].IsCapital || Titles.IsTitle(At(i + 1)))
            // "Pengurus Pusat Maklumat (PM), Hafiz Ramli": a short form may come before the comma.
            || !(
                tokens[i - 1].IsCapital || (!lexicon.IsModelled && text.IsMark(tokens[i - 1], ')') && tokens[i - 2].Case is TokenCase.Upper)
            )
        )
        {
            return null;
        }

        var end = PlaceFrom(i);
        return OfficeBefore(end, isName) is { } office && office.Last == end - 1 ? i + 1 : null;
    }

    /// <summary>
    /// Where the place of an office begins before a comma: <c>Kepala Badan … di Jakarta, …</c>; the comma itself where there is none.
    /// </summary>
    private int PlaceFrom(int comma)
    {
        for (var at = comma - 1; lexicon.IsModelled && at > 0 && comma - at <= LongestPlace; at--)
        {
            if (text.Word(text.Tokens[at]) is "di")
            {
                return at < comma - 1 ? at : comma;
            }

            if (text.Tokens[at] is not { IsWord: true, IsCapital: true })
            {
                break;
            }
        }

        return comma;
    }

    // A method of its own, for a closure is made where a method begins, and most tokens are no comma.
    private TokenSpan? OfficeBefore(int i, Func<int, bool> isName) =>
        Offices.Before(At(i), token => isName(token) && !IsBehindTerritory(token));

    /// <summary>
    /// Where a name begins behind a verb of saying that follows a quote: <c>” tegas …</c>, or that begins a sentence of its own: <c>”. Ujar
    /// …</c>.
    /// </summary>
    public bool AfterSaying(int i, out int start)
    {
        var tokens = text.Tokens;
        start = i + 1;
        var before = i - (i > 1 && text.IsMark(tokens[i - 1], '.') ? 2 : 1);
        return before >= 0
            && i + 1 < tokens.Length
            && tokens[i].IsWord
            && tokens[i + 1].IsCapital
            && tokens[before].Kind is TokenKind.Mark
            && text.Text[tokens[before].Start] is '”' or '’' or '"' or ','
            // A verb of saying with a capital behind a comma is no verb but a name ("…, Kata Hati").
            && (tokens[i].Case is TokenCase.Lower || text.Text[tokens[before].Start] != ',')
            && lexicon.Say.Match(tokens, i, out _) == 1;
    }

    /// <summary>
    /// Whether a comma sets a name off from a role in small letters, which a verb of saying precedes: <c>ujar kuasa hukum warga, …</c>
    /// </summary>
    /// <param name="at">Where the name would begin.</param>
    public static bool IsBehindRole(TokenCursor at)
    {
        if (at.Move(-1).Mark != ',' || !at.IsCapital)
        {
            return false;
        }

        var role = at.Move(-2);
        for (var words = 0; role.IsLower && words <= LongestRole; words++, role = role.Move(-1))
        {
            if (role.Begins(role.Lexicon.Say))
            {
                return words > 0 && role.Move(-1).Mark is '”' or '’' or '"' or '»' or ',';
            }

            if (role.Begins(role.Lexicon.Beyond) || role.Begins(role.Lexicon.Clause))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Where a name begins right behind an office and the field it is for, as lists of officials write it: <c>Sekda …, Kabag Hukum …</c>.
    /// </summary>
    public int? BehindBareOffice(int i)
    {
        var tokens = text.Tokens;
        // A longer office that began before holds this one: "Wakil Gubernur" is no "Gubernur".
        if (!tokens[i].IsWord || bodies.OfficeAt(i) is not (> 0 and var length) || (i > 0 && bodies.OfficeAt(i - 1) > length))
        {
            return null;
        }

        var at = PastShortForm(i + length);
        while (at < tokens.Length && at - i < length + LongestField && GoesOnOffice(at))
        {
            at++;
        }

        return at < tokens.Length && tokens[at].IsCapital && tokens[at].Start <= tokens[at - 1].End + 1 ? at : null;
    }

    /// <summary>The token behind an office's short form in brackets: <c>Sekretaris Daerah (Sekda) …</c></summary>
    private int PastShortForm(int at)
    {
        var tokens = text.Tokens;
        if (!lexicon.IsModelled && at + 2 < tokens.Length && text.IsHyphen(at) && lexicon.WordHalf.Match(tokens, at + 1, out _) == 1)
        {
            // "Prime Minister-designate Ostrow".
            return at + 2;
        }

        return at + 3 < tokens.Length && text.IsMark(tokens[at], '(') && text.IsMark(tokens[at + 2], ')') && bodies.OfficeAt(at + 1) == 1
                ? at + 3
            : lexicon.IsModelled ? at
            : PastPortfolio(at);
    }

    /// <summary>The token behind an office's portfolio in brackets: <c>Minister of State (Ministry of Rivers and Lakes) …</c></summary>
    private int PastPortfolio(int at)
    {
        var tokens = text.Tokens;
        for (var i = at + 1; i < tokens.Length && i - at <= LongestPortfolio && text.IsMark(tokens[at], '('); i++)
        {
            if (text.IsMark(tokens[i], ')'))
            {
                return i > at + 1 && i + 1 < tokens.Length && tokens[i + 1].IsCapital ? i + 1 : at;
            }
        }

        return at;
    }

    /// <summary>What may be between an office and a name: its field, its number, a body.</summary>
    private bool GoesOnOffice(int at)
    {
        var tokens = text.Tokens;
        return isTaken(at)
            || tokens[at].IsNumber
            || Titles.IsTitle(At(at))
            || (at > 0 && lexicon.Country.Match(tokens, at, out _) == 1 && lexicon.OfficeOf.Match(tokens, at - 1, out _) == 1)
            || (
                at + 1 < tokens.Length
                && lexicon.Country.Match(tokens, at + 1, out _) == 1
                && lexicon.OfficeOf.Match(tokens, at, out _) == 1
            )
            || (tokens[at].IsCapital && (bodies.IsBodyWord(tokens[at]) || lexicon.Ordinal.Match(tokens, at, out _) > 0))
            || (
                at + 1 < tokens.Length
                && bodies.IsBodyWord(tokens[at + 1])
                && (
                    (lexicon.And.Match(tokens, at, out _) > 0 && bodies.IsBodyWord(tokens[at - 1]))
                    // "Minister for Health": English and Malay put the field behind a small word.
                    || (tokens[at].Case is TokenCase.Lower && lexicon.OfficeOf.Match(tokens, at, out _) > 0)
                )
            );
    }

    /// <summary>Where a name begins behind a title that nothing but names follow: <c>AKBP …</c>, <c>Datuk …</c>.</summary>
    public bool BehindTitle(int i, out int start)
    {
        var tokens = text.Tokens;
        start = i + 1;
        if (
            lexicon.Title.Match(tokens, i, out _) is not (> 0 and var length)
            || !(tokens[i].IsCapital || Titles.IsTitle(At(i)))
            // "bin Pengiran Haji Hussein", "Ramli Hj Karim": the name goes on.
            || NameBounds.IsBehind(lexicon.NameJoin, tokens, Titles.FirstBefore(text, lexicon, i))
            || IsWithinName(i)
        )
        {
            return false;
        }

        start = i + length;
        return start < tokens.Length && (tokens[start].IsCapital || text.IsMark(tokens[start], '.') || Titles.IsTitle(At(start)));
    }

    /// <summary>Whether a title that may be within a name has a word of the name right before it: <c>Ramli Hj Karim</c>.</summary>
    private bool IsWithinName(int title)
    {
        var tokens = text.Tokens;
        var before = title - 1;
        return before >= 0
            && tokens[before].Case is TokenCase.Capital
            && tokens[before].End + 1 == tokens[title].Start
            && lexicon.TitleWithin.Match(tokens, title, out _) == 1
            && !Titles.IsTitle(At(before))
            && !isTaken(before)
            && bodies.OfficeAt(before) == 0
            && !bodies.IsBodyWord(tokens[before])
            && !NameBounds.IsBehind(lexicon.Office, tokens, title);
    }

    /// <summary>Where a name of two or more words begins that a verb of saying follows, in languages whose file lists such verbs.</summary>
    public int? BeforeSaying(int i)
    {
        var tokens = text.Tokens;
        // Two words at least: one capital before "says" is as often a country or a company.
        if (i < 2 || lexicon.SayBefore.Match(tokens, i, out _) == 0 || RunBefore(i) is not { } first)
        {
            return null;
        }

        // "Pengarah … Kuala Lumpur Hafiz Ramli berkata": the place of the office is before the name.
        first +=
            lexicon.Country.Match(tokens, first, out _) is > 0 and var place
            && i - first - place >= 2
            && (place > 1 || (first > 0 && isTaken(first - 1)) || NameBounds.IsBehind(lexicon.Office, tokens, first))
                ? place
                : 0;
        return i - first < 2 || IsOfBody(first) ? null : first;
    }

    /// <summary>Whether <c>of</c> joins capitals to a name before them: <c>Federation of …</c></summary>
    private bool IsOfBody(int first) =>
        first > 1 && lexicon.OfficeOf.Match(text.Tokens, first - 1, out _) == 1 && text.Tokens[first - 2].IsCapital;

    /// <summary>Where a name begins that a word for an office held follows: <c>Farida selaku Kepala Dinas …</c></summary>
    public int? BeforeOffice(int i) =>
        i > 0
        && lexicon.AsOffice.Match(text.Tokens, i, out _) > 0
        && RunBefore(i) is { } first
        // Where no model knows names, two words at least, and the office right behind.
        && (lexicon.IsModelled || (i - first > 1 && IsBeforeOffice(i + 1)))
        && !(first == i - 1 && IsVerb(text.Word(text.Tokens[first])))
            ? first
            : null;

    /// <summary>Whether an office comes at a token, or behind an article and whose it is: <c>as the Maldives’ ambassador</c>.</summary>
    private bool IsBeforeOffice(int at)
    {
        var tokens = text.Tokens;
        var isBehindArticle = at < tokens.Length && tokens[at].Case is TokenCase.Lower && lexicon.Article.Match(tokens, at, out _) == 1;
        for (var i = at; i < tokens.Length && i - at <= (isBehindArticle ? LongestOwner : 0); i++)
        {
            if (bodies.OfficeAt(i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where a name begins that an age in parentheses follows, behind a comma or a word for someone: <c>satu warga,
    /// Kasmin (67)</c>.
    /// </summary>
    public int? BeforeAge(int i)
    {
        var tokens = text.Tokens;
        return
            i > 1
            && i + 2 < tokens.Length
            && IsAge(text, lexicon, i)
            && RunBefore(i) is > 1 and var first
            && (
                (text.IsMark(tokens[first - 1], ',') && tokens[first - 2].Case is TokenCase.Lower)
                // "La Sira (30) dan La Damar (28)".
                || (lexicon.And.Match(tokens, first - 1, out _) == 1 && text.IsMark(tokens[first - 2], ')'))
                || (tokens[first - 1].Case is TokenCase.Lower && NameBounds.IsBehind(lexicon.PersonNoun, tokens, first))
            )
            ? first
            : null;
    }

    /// <summary>Whether parentheses hold an age: <c>(69)</c>, <c>(9 tahun)</c>.</summary>
    public static bool IsAge(ReleaseText text, Lexicon lexicon, int open)
    {
        var tokens = text.Tokens;
        if (open + 2 >= tokens.Length || !text.IsMark(tokens[open], '(') || tokens[open + 1] is not { IsNumber: true, Length: <= 2 })
        {
            return false;
        }

        return (tokens[open + 1].Length == 2 && text.IsMark(tokens[open + 2], ')'))
            || (
                open + 3 < tokens.Length
                && lexicon.Unit.Match(tokens, open + 2, out var unit) == 1
                && unit[0] is "tahun" or "years"
                && text.IsMark(tokens[open + 3], ')')
            );
    }

    /// <summary>
    /// Where a name begins that commas set off behind a word for someone with which the sentence begins: <c>Siswa kelas XI, Raihan …, …</c>
    /// </summary>
    /// <param name="i">The first comma.</param>
    public int? BehindNoun(int i)
    {
        var tokens = text.Tokens;
        if (i < 1 || i + 2 >= tokens.Length || !text.IsMark(tokens[i], ',') || !tokens[i + 1].IsCapital)
        {
            return null;
        }

        var begin = i;
        while (begin > 0 && i - begin <= LongestRole && tokens[begin - 1].Kind is TokenKind.Word or TokenKind.Number)
        {
            begin--;
        }

        var isSentence = begin == 0 || tokens[begin - 1].Kind is TokenKind.Break || text.IsMark(tokens[begin - 1], '.');
        return isSentence && begin < i && tokens[begin].IsCapital && lexicon.PersonNoun.Match(tokens, begin, out _) > 0 ? i + 1 : null;
    }

    /// <summary>
    /// Whether a first name, a letter with a point and a family name begin at a token, in languages that the model did not learn: <c>Hannah
    /// R. Ostrow has been named …</c>, not <c>Appendix B. Applicants</c>.
    /// </summary>
    public bool HasInitial(int i)
    {
        var tokens = text.Tokens;
        if (
            lexicon.IsModelled
            || i + 3 >= tokens.Length
            || tokens[i] is not { IsWord: true, Case: TokenCase.Capital, Length: > 2 }
            || tokens[i + 1] is not { IsWord: true, IsCapital: true, Length: 1 }
            || !text.IsMark(tokens[i + 2], '.')
            || tokens[i + 3] is not { IsWord: true, Case: TokenCase.Capital, Length: > 2 }
        )
        {
            return false;
        }

        var isApart = tokens[i + 1].Start == tokens[i].End + 1 && tokens[i + 3].Start == tokens[i + 2].End + 1;
        return isApart
            && !(i > 0 && tokens[i - 1].IsCapital && At(i).IsSpaced)
            && MayBeOfName(i)
            && MayBeOfName(i + 3)
            && lexicon.Lettered.Match(tokens, i, out _) == 0
            && !text.IsOwner(tokens[i]);
    }

    private bool MayBeOfName(int at) =>
        !isTaken(at)
        && bodies.OfficeAt(at) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && lexicon.Opener.Match(text.Tokens, at, out _) == 0
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && lexicon.NoFigure.Match(text.Tokens, at, out _) == 0
        && lexicon.Country.Match(text.Tokens, at, out _) == 0;

    /// <summary>
    /// Where a name of two words or more begins that commas set off behind an office in small letters or someone's: <c>the board's
    /// chairman, Hannah Ostrow, said</c>, <c>Menterinya, Hafiz Ramli, berkata</c>; in languages that the model did not learn.
    /// </summary>
    /// <param name="i">The first comma.</param>
    public int? BehindSmallOffice(int i)
    {
        var tokens = text.Tokens;
        if (lexicon.IsModelled || i < 1 || i + 2 >= tokens.Length || !text.IsMark(tokens[i], ',') || !tokens[i + 1].IsCapital)
        {
            return null;
        }

        var isOffice =
            Offices.IsOwned(At(i - 1))
            || (
                tokens[i - 1].Case is TokenCase.Lower
                && (NameBounds.IsBehind(lexicon.Office, tokens, i) || lexicon.PersonNoun.Match(tokens, i - 1, out _) == 1)
            );
        var end = i + 1;
        while (end < tokens.Length && end - i <= NameRuns.Longest && (tokens[end].IsCapital || NameBounds.IsPoint(text, end)))
        {
            end++;
        }

        return isOffice && end > i + 2 && end < tokens.Length && text.IsMark(tokens[end], ',') ? i + 1 : null;
    }

    /// <summary>
    /// Where a name of two words or more begins behind <c>menurut</c>, a comma behind it; in languages that the model did not learn.
    /// </summary>
    public int? BehindAccordingTo(int i)
    {
        var tokens = text.Tokens;
        var first = i + (lexicon.IsModelled ? 0 : lexicon.AccordingTo.Match(tokens, i, out _));
        var end = first;
        while (
            end > i && end < tokens.Length && end - first < NameRuns.Longest && tokens[end].Case is TokenCase.Capital && MayBeOfName(end)
        )
        {
            end++;
        }

        return end > first + 1 && end < tokens.Length && text.IsMark(tokens[end], ',') ? first : null;
    }

    /// <summary>One word that says something: <c>Perwakilan warga Kabupaten Banjar Razian mengatakan</c>.</summary>
    /// <param name="i">The verb.</param>
    public int? BeforeVerb(int i)
    {
        var tokens = text.Tokens;
        return
            i > 1
            && tokens[i].Case is TokenCase.Lower
            && tokens[i - 1].Case is TokenCase.Capital
            && tokens[i - 1].End + 1 == tokens[i].Start
            && !isTaken(i - 1)
            && bodies.OfficeAt(i - 1) == 0
            && lexicon.Says.Match(tokens, i, out _) > 0
            ? i - 1
            : null;
    }

    /// <summary>Where a name begins that commas set off before an office: <c>salah satu penerima, Rasmidi, Ketua RT, …</c></summary>
    /// <param name="i">The first comma.</param>
    public int? BetweenCommas(int i)
    {
        var tokens = text.Tokens;
        if (i < 1 || i + 3 >= tokens.Length || !text.IsMark(tokens[i], ',') || tokens[i - 1].Case is not TokenCase.Lower)
        {
            return null;
        }

        var end = i + 1;
        while (end < tokens.Length && end - i <= NameRuns.Longest && tokens[end].Case is TokenCase.Capital)
        {
            end++;
        }

        return end > i + 1 && end + 1 < tokens.Length && text.IsMark(tokens[end], ',') && bodies.OfficeAt(end + 1) > 0 ? i + 1 : null;
    }

    /// <summary>
    /// Where a name begins right behind a word for someone: <c>perenang Keisha Anindya</c>; one word where a degree follows: <c>ibu Fitri,
    /// S.H.</c>
    /// </summary>
    public int? RightBehindNoun(int i) =>
        i + 2 < text.Tokens.Length
        && text.Tokens[i].IsWord
        && lexicon.PersonNoun.Match(text.Tokens, i, out _) is > 0 and var length
        && i + length + 1 < text.Tokens.Length
        && text.Tokens[i + length].Case is TokenCase.Capital
        && (text.Tokens[i + length + 1].Case is TokenCase.Capital || HasDegree(i + length))
        && text.Tokens[i + length].Start == text.Tokens[i + length - 1].End + 1
            ? i + length
            : null;

    /// <summary>Whether a comma, or a point without a space, and a degree follow a word: <c>Wira.SH</c>.</summary>
    public bool HasDegree(int at) =>
        at + 2 < text.Tokens.Length
        && (
            text.IsMark(text.Tokens[at + 1], ',')
            || (text.IsMark(text.Tokens[at + 1], '.') && text.Tokens[at + 1].Start == text.Tokens[at].End && text.Tokens[at].Length > 1)
        )
        && text.Tokens[at + 2].IsCapital
        && lexicon.Degree.Match(text.Tokens, at + 2, out _) > 0;

    /// <summary>Whether what comes behind a name is said of persons: <c>… saat ditemui</c>, <c>… menjelaskan</c>.</summary>
    public bool Acts(int at) =>
        lexicon.IsModelled
        && at < text.Tokens.Length
        && text.Tokens[at].Case is TokenCase.Lower
        && (
            lexicon.Says.Match(text.Tokens, at, out _) > 0
            || lexicon.Beyond.Match(text.Tokens, at, out _) > 0
            || lexicon.Clause.Match(text.Tokens, at, out _) > 0
        );

    /// <summary>Whether a capital is a verb that begins a sentence: <c>Bertindak selaku …</c></summary>
    private bool IsVerb(ReadOnlySpan<char> word)
    {
        foreach (var prefix in lexicon.VerbPrefixes)
        {
            if (word.Length >= ShortestVerb && word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first of the capitals that end before a token; null where there are none.</summary>
    private int? RunBefore(int i)
    {
        var tokens = text.Tokens;
        var first = i;
        while (
            first > 0
            && i - first < NameRuns.Longest
            && (tokens[first - 1] is { IsWord: true, IsCapital: true } || (first < i && parts.IsBreathing(first - 1)))
            && !isTaken(first - 1)
            && bodies.OfficeAt(first - 1) == 0
        )
        {
            first--;
        }

        return first < i ? first : null;
    }

    /// <summary>Whether an office comes right before that names a place and no person: <c>Camat</c>.</summary>
    public bool IsBehindTerritory(int token) =>
        token > 0 && NameBounds.IsBehind(lexicon.Territorial, text.Tokens, token - (text.IsMark(text.Tokens[token - 1], ')') ? 1 : 0));

    private TokenCursor At(int token) => new(text, lexicon, token);
}
