using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Finds bodies on no list by how a language builds their names: a head that more capitals follow (<c>Department of …</c>), or a tail that
/// capitals precede (<c>… Committee</c>). Only languages whose lexicon lists heads and tails have them.
/// </summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="gazetteer">All regions, whose offices the list has.</param>
/// <param name="cues">The words before names of regions.</param>
internal sealed partial class NamePatterns(Lexicon lexicon, AgencyNames names, RegionGazetteer gazetteer, RegionCues cues)
{
    private const int Longest = 12;
    private const int MostBehindAcronym = 3;
    private const int MostBeforeAnd = 5;
    private const int LongestOffice = 3;
    private const int ShortestListed = 5;
    private const int ShortestAcronym = 3;
    private const int LongestListed = 5;
    private const string Every = "Se";
    private const int ShortestHalf = 5;
    private const string For = "for";

    /// <summary>What the lexicon says of a head that may be a part of another body: <c>Pasukan</c>.</summary>
    private const string Part = "part";

    /// <summary>Of a head that is a word of every day too, and heads no name within other capitals: <c>Loka</c>.</summary>
    private const string Everyday = "word";

    /// <summary>Of a head that its number follows: <c>SMP Negeri 8 …</c></summary>
    private const string Numbered = "numbered";

    /// <summary>Of a listed name that is an acronym, which may be a word too.</summary>
    private const string Acronym = "acronym";

    /// <summary>Of a head that is a place too, and none of a body where something happens there: <c>City of</c>.</summary>
    private const string Territory = "territory";

    /// <summary>Of a head that is the seat of a body named behind it: <c>Ibu Pejabat</c>.</summary>
    private const string Seat = "seat";

    private readonly StateNames states = new(lexicon);
    private readonly NameStops stops = new(lexicon);
    private readonly Schools schools = new(lexicon, names, gazetteer);
    private readonly SecondNames seconds = new(lexicon, names);

    private readonly bool has = lexicon.BodyHead.Count > 0;

    /// <summary>Whether tails end names too; where they do not, whatever else begins ends them.</summary>
    private readonly bool hasTails = lexicon.BodyTail.Count > 0 || !lexicon.IsModelled;

    /// <summary>Which tokens the entity model takes for persons' names; null for none.</summary>
    public bool[]? Persons { get; set; }

    /// <summary>
    /// How many tokens behind a name's acronym go on the name, which has a tail: <c>Damar University (DBU) Health Board</c>, <c>Universiti
    /// Damar (UD) Cawangan Perak</c>.
    /// </summary>
    public int RestBehindAcronym(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Length || !tokens[at].IsCapital || tokens[at].Start != tokens[at - 1].End + 1)
        {
            return 0;
        }

        if (BranchAt(tokens, at) is > 0 and var branch)
        {
            return branch;
        }

        var end = at;
        while (end < tokens.Length && end - at < MostBehindAcronym && GoesOnRun(text, at, end))
        {
            end++;
        }

        return
            lexicon.BodyHead.Match(tokens, first, out _) == 0
            && !(end < tokens.Length && tokens[end].IsCapital && tokens[end].Start == tokens[end - 1].End + 1)
            && lexicon.BodyTail.Match(tokens, end - 1, out _) == 1
            && !stops.IsUnit(tokens, end - 1)
            && lexicon.Office.Match(tokens, at, out _) == 0
            ? end - at
            : 0;
    }

    /// <summary>How many tokens at a place are a branch of the body before it, and where: <c>Cawangan Melaka</c>.</summary>
    private int BranchAt(ReadOnlySpan<Token> tokens, int at) =>
        hasTails
        && at + 1 < tokens.Length
        && names.BranchWords.Contains(tokens[at].Hash)
        && tokens[at].IsCapital
        && tokens[at + 1].IsCapital
        && lexicon.Country.Match(tokens, at + 1, out _) is > 0 and var state
            ? state + 1
            : 0;

    /// <summary>How many tokens from one on are a body's name; 0 where none begins.</summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // In a headline in title case every word has a capital, so only whole listed names are believed
        // there.
        if (!has || !tokens[i].IsCapital || lexicon.Article.Match(tokens, i, out _) > 0 || IsWhose(text, i))
        {
            return 0;
        }

        var listed = ListedAt(text, i);
        var length =
            tokens[i].Start < text.TitleCaseEnd
                ? listed
                : Math.Max(
                    Math.Max(
                        Math.Max(ByHead(text, i), states.Service(text, i)),
                        Math.Max(
                            Math.Max(states.OfStateFirm(text, i), states.Government(text, i)),
                            UnitNames.LengthAt(text, lexicon, Persons, i)
                        )
                    ),
                    lexicon.LoanTail.Count > 0 ? ByLoanTail(text, i)
                        : FieldBefore(text, i) is > 0 and var joined ? joined
                        : ListBefore(text, i) is > 0 and var list ? list
                        : ByTail(text, i)
                );
        return (length > listed && IsWithinOffice(text, i, length)) || (length == 1 && IsWithinTitle(text, i)) ? 0 : length;
    }

    private bool IsCurrency(ReadOnlySpan<Token> tokens, int at) => lexicon.Currency.Match(tokens, at, out _) > 0;

    /// <summary>Whether a body's name is but the end of an office's: <c>Ketua Polis Negara</c>.</summary>
    private bool IsWithinOffice(ReleaseText text, int i, int length)
    {
        var tokens = text.Tokens;
        for (var first = i - 1; first >= 0 && i - first <= LongestOffice && tokens[first] is { IsWord: true, IsCapital: true }; first--)
        {
            if (first + lexicon.Office.Match(tokens, first, out _) == i + length && tokens[i - 1].End + 1 == tokens[i].Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word only says whose body follows: <c>Japan's Ministry of …</c></summary>
    private bool IsWhose(ReleaseText text, int i) =>
        Tokenizer.IsOwner(text.Word(text.Tokens[i])) && i + 1 < text.Tokens.Length && lexicon.BodyHead.Match(text.Tokens, i + 1, out _) > 0;

    /// <summary>How many tokens from one on are a listed name; an acronym is one in capitals alone: <c>MARA</c>, no <c>Mara</c>.</summary>
    private int ListedAt(ReleaseText text, int i) =>
        lexicon.Body.Match(text.Tokens, i, out var kinds) is > 0 and var length
            ? kinds[0] == Acronym && !NameStops.IsAcronym(text, text.Tokens[i])
                ? 0
                : length + (BranchAt(text.Tokens, i + length) is > 0 and var branch ? branch : StateBehind(text.Tokens, i, length))
            : OwnerListedAt(text, i);

    /// <summary>How many tokens behind a listed name are the state that it is of: <c>Muzium Negeri Perak</c>.</summary>
    private int StateBehind(ReadOnlySpan<Token> tokens, int i, int length) =>
        // Only where members of a state's parliament have a word of their own: Malay names its bodies so.
        length > 1
        && lexicon.Constituency.Count > 0
        && i + length < tokens.Length
        && tokens[i + length].IsCapital
        && lexicon.Country.Match(tokens, i + length, out _) is > 0 and var state
        && !IsCurrency(tokens, i + length)
        && !(i + length + state < tokens.Length && tokens[i + length + state].IsCapital)
            ? state
            : 0;

    /// <summary>
    /// How many tokens from one on are a listed name, whose last word says that something is its: <c>the World Bank's …</c>
    /// </summary>
    private int OwnerListedAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        for (var last = i; hasTails && last < tokens.Length && last - i < LongestListed && tokens[last].IsWord; last++)
        {
            if (text.IsOwner(tokens[last]))
            {
                Span<Token> named = stackalloc Token[LongestListed];
                tokens[i..(last + 1)].CopyTo(named);
                named[last - i] = text.WithoutOwner(tokens[last]);
                return
                    lexicon.Body.Match(named[..(last - i + 1)], 0, out var kinds) == last - i + 1
                    && (kinds[0] != Acronym || NameStops.IsAcronym(text, tokens[i]))
                    ? last - i + 1
                    : 0;
            }
        }

        return 0;
    }

    private int ByHead(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (!hasTails && schools.BracketedAt(text, i) is > 0 and var school)
        {
            return school;
        }

        var listed = ListedAt(text, i);
        var whole = IsOfOffice(tokens, i, listed) ? 0 : listed;
        if (lexicon.BodyHead.Match(tokens, i, out var kinds) is not (> 0 and var head) || IsNoHead(text, i, head, kinds[0]))
        {
            return whole;
        }

        head += kinds[0] == Numbered && IsNumberAt(tokens, i + head) ? 1 : 0;
        var end = i + head;
        // "SDN 3 Krueng Sabee": a school is named for its district.
        end += kinds[0] == Numbered ? schools.NameAt(text, Persons, i, end) : 0;
        end = EndBehind(text, i, i + head, end);
        end += end == i + head ? seconds.SmallField(text, i, end) : 0;
        var officer = OfficerAt(text, i, end);
        end += officer + (officer > 0 ? RestOfOffice(text, i, end + officer) : 0);
        // A head alone ("Department of") names nothing, nor does one with its level ("Polis Daerah"); "SMPN 7" does.
        return
            (kinds[0] == Numbered && end > i + 1)
            || (
                end > i + head
                && !(end == i + head + 1 && (lexicon.BodyLevel.Match(tokens, end - 1, out _) == 1 || IsNumeral(text, end - 1)))
            )
            ? Math.Max(whole, end - i)
            : whole;
    }

    /// <summary>Where a name ends whose head is read: behind all that joins it, and its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The name's first token.</param>
    /// <param name="rest">The first token behind its head.</param>
    /// <param name="end">Where the name ends so far.</param>
    private int EndBehind(ReleaseText text, int i, int rest, int end)
    {
        var tokens = text.Tokens;
        var isNamed = lexicon.NamedFor.Match(tokens, i, out _) > 0;
        while (
            end < tokens.Length
            && end - i < Longest
            && !(hasTails && seconds.IsWholeOfUnit(text, i, end))
            && (Joined(text, end, isNamed, isFirst: end == rest) is > 0 and var length || ListedAt(text, end, out length))
        )
        {
            end += length;
            if (stops.IsCut(text, end - 1))
            {
                return end;
            }

            // "Stasiun Geofisika Padang Panjang Suaidi Ahadi": behind its place comes whoever heads it.
            if (!hasTails && PlaceAt(tokens, end) is > 0 and var place)
            {
                end += place;
                // "Kantor Imigrasi Tanjungbalai Asahan": the place's name goes on.
                return end < tokens.Length && tokens[end].Start == tokens[end - 1].End + 1 ? end + PlaceAt(tokens, end) : end;
            }
        }

        return end;
    }

    /// <summary>
    /// How many tokens at a name's end are the officer whose office it is: <c>Office of the Rivers Minister</c>; a title may be anyone's.
    /// </summary>
    private int OfficerAt(ReleaseText text, int first, int end)
    {
        var tokens = text.Tokens;
        return
            hasTails
            && end < tokens.Length
            && tokens[end].IsCapital
            && text.Word(tokens[first]) is "Office"
            && lexicon.Title.Match(tokens, end, out _) == 0
            ? lexicon.Office.Match(tokens, end, out _)
            : 0;
    }

    /// <summary>
    /// How many tokens behind an officer whose office it is say of what: <c>Office of the Commissioner for the Fens</c>.
    /// </summary>
    private int RestOfOffice(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (at + 1 >= tokens.Length || text.Word(tokens[at]) is not ("of" or "for" or "to"))
        {
            return 0;
        }

        var end = at + 1;
        end += IsThe(text.Word(tokens[end])) ? 1 : 0;
        if (end >= tokens.Length || tokens[end] is not { IsWord: true, IsCapital: true } || Ends(tokens, end))
        {
            return 0;
        }

        end++;
        while (end < tokens.Length && end - first < Longest && Joined(text, end, isNamed: false, isFirst: false) is > 0 and var length)
        {
            end += length;
        }

        return end - at;
    }

    /// <summary>Whether a word is a number in Roman letters, so that a head alone has it: <c>Unit II</c>.</summary>
    private bool IsNumeral(ReleaseText text, int at) =>
        hasTails && text.Tokens[at].Case is TokenCase.Upper && text.Word(text.Tokens[at]).IndexOfAnyExcept("IVX") < 0;

    private static bool IsNumberAt(ReadOnlySpan<Token> tokens, int at) => at < tokens.Length && tokens[at].IsNumber;

    /// <summary>Whether words that names begin with begin none here: a part of another body, a word of a sentence, a count.</summary>
    private bool IsNoHead(ReleaseText text, int i, int head, string kind)
    {
        var tokens = text.Tokens;
        return (kind == Part && i + head < tokens.Length && lexicon.BodyHead.Match(tokens, i + head, out _) > 0)
            || stops.IsVenue(tokens, i)
            // "Office of the Office of …": the second begins the name.
            || (lexicon.BodyTail.Count > 0 && i + head < tokens.Length && lexicon.BodyHead.Match(tokens, i + head, out _) > 1)
            // "in the City of Rosewell": a place.
            || (kind == Territory && (IsWhere(tokens, i) || IsOfPlace(tokens, i)))
            // "Ibu Pejabat RISDA": the body is named behind its seat.
            || (kind == Seat && i + head < tokens.Length && tokens[i + head].Case is TokenCase.Upper)
            || (i > 0 && lexicon.BodyHead.Match(tokens, i - 1, out var seats) > head && seats[0] == Seat)
            // "Hospital-hospital": any of them.
            || (hasTails && i + head < tokens.Length && text.IsDoubled(i + head))
            // "Balai karantina": a kind of body that opens a sentence.
            || (!hasTails && head > 1 && !tokens[i + 1].IsCapital)
            || (kind == Everyday && IsWithinRun(text, i) && !People.NameBounds.IsBehind(lexicon.Office, tokens, i))
            || (
                kind == Numbered && !(IsNumberAt(tokens, i + head) ? !schools.IsCount(tokens, i + head) : schools.IsNamedAt(text, i, head))
            );
    }

    /// <summary>Whether a word for where something happens comes before a token, perhaps with an article between.</summary>
    private bool IsWhere(ReadOnlySpan<Token> tokens, int i)
    {
        var before = i - 1;
        before -= before > 0 && tokens[before].Case is TokenCase.Lower && lexicon.Article.Match(tokens, before, out _) == 1 ? 1 : 0;
        // "people of the City of Rosewell", but not "Mayor of the City of …".
        var isOf = before > 0 && lexicon.OfficeOf.Match(tokens, before, out _) == 1 && tokens[before - 1].Case is TokenCase.Lower;
        return isOf
            || (i > 0 && lexicon.PlaceBefore.Match(tokens, i - 1, out _) == 1)
            || (before >= 0 && lexicon.PlaceBefore.Match(tokens, before, out _) == 1);
    }

    /// <summary>How many tokens from one on are a region's name that ends a body's: none before a direction (<c>Bali Barat</c>).</summary>
    private int PlaceAt(ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length
        && tokens[at].IsCapital
        && gazetteer.Names.Match(tokens, at, out var regions) is > 0 and var length
        && gazetteer.Highest(regions) is not null
        && !(at + length < tokens.Length && tokens[at + length].IsCapital && lexicon.PlaceWord.Match(tokens, at + length, out _) > 0)
            ? length
            : 0;

    /// <summary>Whether a body's name only says which office someone holds: <c>Treasury Secretary</c>.</summary>
    private bool IsOfOffice(ReadOnlySpan<Token> tokens, int at, int length) =>
        length > 0 && at + length < tokens.Length && tokens[at + length].IsCapital && lexicon.Office.Match(tokens, at + length, out _) > 0;

    /// <summary>
    /// Whether a comma goes on a list of fields that ends with <c>and</c>, and how many tokens of it: <c>Kementerian Sains, Teknologi dan
    /// Inovasi</c>.
    /// </summary>
    private bool ListedAt(ReleaseText text, int at, out int length)
    {
        var tokens = text.Tokens;
        length = 0;
        if (!hasTails && !text.IsMark(tokens[Math.Min(at, tokens.Length - 1)], ','))
        {
            return false;
        }

        for (var i = at; i + 1 < tokens.Length && i - at < Longest; i++)
        {
            var isField = tokens[i].IsCapital && IsField(tokens[i]);
            if (!isField && lexicon.And.Match(tokens, i, out _) > 0)
            {
                // Up to the first field behind "and"; what comes then is read as the rest of any name. Behind "and the" it
                // may be any word: "Sport, Heritage and the Fenlands".
                var next = i + (IsArticle(tokens, i + 1) ? 2 : 1);
                length =
                    i > at
                    && next < tokens.Length
                    && tokens[next].IsCapital
                    && ((next > i + 1 && i > at + 1) || (IsField(tokens[next]) && !BeginsLocal(tokens, next)))
                    && !seconds.EndsBody(text, at, i - 1)
                        ? next + 1 - at
                        : 0;
                return length > 0;
            }

            if ((!isField && !text.IsMark(tokens[i], ',') && !IsArticle(tokens, i)) || seconds.EndsBody(text, at, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether another body begins at a word that is a field too: <c>Balai A, dan Balai Pelaksanaan Jalan Nasional</c>.</summary>
    private bool BeginsLocal(ReadOnlySpan<Token> tokens, int at) =>
        !hasTails && (names.Names.Match(tokens, at, out _) > 1 || lexicon.BodyHead.Match(tokens, at, out _) > 1);

    /// <summary>Whether English puts an article before a field: <c>Climate, the Environment and Water</c>.</summary>
    private bool IsArticle(ReadOnlySpan<Token> tokens, int at) =>
        hasTails
        && at + 1 < tokens.Length
        && tokens[at].IsWord
        && lexicon.Article.Match(tokens, at, out _) == 1
        && lexicon.BodyJoin.Match(tokens, at, out _) == 1
        && tokens[at + 1].IsCapital;

    private bool IsField(Token token) => names.Words.Contains(token.Hash) || (token.IsWord && lexicon.Field.Match([token], 0, out _) == 1);

    /// <summary>How many tokens at a place go on a name: a capital, or words that join it to one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="isNamed">Whether such a body may be named after someone, titles included: <c>Universiti Sultan …</c></param>
    /// <param name="isFirst">Whether nothing is behind the head yet, so that no other name begins.</param>
    private int Joined(ReleaseText text, int at, bool isNamed, bool isFirst)
    {
        var tokens = text.Tokens;
        if (PartAt(text, at) is > 0 and var part)
        {
            return part;
        }

        if (IsOfSaint(text, at))
        {
            return 2;
        }

        // At most two joining words ("of the"), each of which needs a capital behind it.
        var (next, isAnd) = (at, false);
        while (next < tokens.Length && next - at < 2 && lexicon.BodyJoin.Match(tokens, next, out var kinds) == 1)
        {
            isAnd |= kinds[0] == "and";
            next++;
        }

        if (
            next >= tokens.Length
            || tokens[next] is not { IsWord: true, IsCapital: true }
            || tokens[next].Start > tokens[next - 1].End + 1
            || (!hasTails && next == at && !isFirst && IsOther(text, next, isNamed))
            || (hasTails && next == at && !isFirst && seconds.IsHeadAlone(tokens, next))
            || (Ends(tokens, next) && !MayFollow(tokens, next, isNamed, isAnd, isFirst))
        )
        {
            return 0;
        }

        return
            isAnd
            && (
                (next - at > 1 && !IsFieldAlone(tokens, next))
                || IsAnother(text, next)
                || IsSomeone(text, next)
                || (isNamed && hasTails && !IsField(tokens[next]))
            )
            ? 0
            : next - at + 1;
    }

    /// <summary>
    /// Whether a word that ends names elsewhere goes on one here: a title in whom it is named for, or an office that is a field too.
    /// </summary>
    private bool MayFollow(ReadOnlySpan<Token> tokens, int at, bool isNamed, bool isAnd, bool isFirst) =>
        (isNamed && lexicon.NameWord.Match(tokens, at, out _) == 1)
        || (isAnd && IsField(tokens[at]))
        || (isFirst && hasTails && IsField(tokens[at]) && lexicon.Office.Match(tokens, at, out _) == 1);

    /// <summary>Whether behind "and" another body, firm or district begins.</summary>
    // "and" is the hard one: within a name ("Trade and Industry") it goes on, between two bodies it
    // ends. A second body is recognised by beginning like one.
    private bool IsAnother(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        return IsFirm(text, at)
            || (!hasTails && cues.Before(text.Text, tokens, at + 1) is RegionCue.District or RegionCue.Village)
            || IsWhose(text, at)
            || IsAcronymOfOther(tokens, at)
            || (hasTails && seconds.Begins(text, at))
            // "Kerajaan Persekutuan dan Kerajaan Negeri": a field is the first word of a head of two.
            || (hasTails && lexicon.BodyHead.Match(tokens, at, out _) > 1)
            || (
                lexicon.Field.Match(tokens, at, out _) == 0
                && (
                    names.Names.Match(tokens, at, out _) > 0
                    || lexicon.BodyHead.Match(tokens, at, out _) > 0
                    || lexicon.Body.Match(tokens, at, out _) > 0
                )
            );
    }

    /// <summary>Whether a word behind <c>and the</c> can only be a field: <c>Ministry of Information and the Arts</c>.</summary>
    private bool IsFieldAlone(ReadOnlySpan<Token> tokens, int at) =>
        hasTails
        && lexicon.Field.Match(tokens, at, out _) == 1
        && !stops.IsGeneric(tokens, at)
        && lexicon.BodyTail.Match(tokens, at, out _) == 0
        && lexicon.Body.Match(tokens, at, out _) == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 0
        && names.Names.Match(tokens, at, out _) == 0
        && !(at + 1 < tokens.Length && tokens[at + 1].IsCapital && tokens[at + 1].Start == tokens[at].End + 1);

    /// <summary>
    /// Whether who is named behind "and" is a person, by initials or by what is held: <c>Ministry of Works and Hannah Ostrow as …</c>
    /// </summary>
    private bool IsSomeone(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var isInitial =
            hasTails && tokens[at] is { Length: 1, IsCapital: true } && at + 1 < tokens.Length && text.IsMark(tokens[at + 1], '.');
        return isInitial
            || (
                hasTails
                && at + 2 < tokens.Length
                && tokens[at + 1] is { IsWord: true, Case: TokenCase.Capital }
                && !IsField(tokens[at])
                && !IsField(tokens[at + 1])
                && tokens[at + 2].Case is TokenCase.Lower
                && lexicon.AsOffice.Match(tokens, at + 2, out _) > 0
            );
    }

    /// <summary>Whether an acronym behind "and" is another body's, no other being before it: <c>Pejabat Tanah dan RISDA</c>.</summary>
    private bool IsAcronymOfOther(ReadOnlySpan<Token> tokens, int at) =>
        hasTails
        && at > 1
        && tokens[at] is { Case: TokenCase.Upper, Length: >= ShortestAcronym }
        && tokens[at - 2].Case is TokenCase.Capital
        && !(at + 1 < tokens.Length && tokens[at + 1].Case is TokenCase.Upper)
        && lexicon.Field.Match(tokens, at, out _) == 0;

    /// <summary>
    /// How many tokens at a place are the second half of a word (<c>Sumber-Sumber</c>, <c>Info-Komunikasi</c>) or a state's or city's name
    /// of several words; 0 where there is neither.
    /// </summary>
    private int PartAt(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        return IsHyphen(text, at) || IsSmallHalf(text, at) || IsOfSeveral(text, at) ? 2
            : tokens[at].IsCapital && lexicon.Country.Match(tokens, at, out _) is > 1 and var length ? length
            : 0;
    }

    /// <summary>Whether a hyphen joins two halves of one word that both have capitals: <c>Anti-Scam</c>.</summary>
    // In Indonesian a hyphen joins two names as often, so that there only a doubled word is one.
    private bool IsHyphen(ReleaseText text, int at) =>
        text.IsDoubled(at) || (hasTails && text.IsHyphen(at) && text.Tokens[at - 1].IsCapital && text.Tokens[at + 1].IsCapital);

    /// <summary>
    /// Whether a hyphen joins the small half of a word within a name: <c>… Agency for Geo-informatics</c>, not <c>…-led</c>.
    /// </summary>
    private bool IsSmallHalf(ReleaseText text, int at) =>
        hasTails
        && text.IsHyphen(at)
        && text.Tokens[at - 1].IsCapital
        && text.Tokens[at + 1] is { Case: TokenCase.Lower, Length: >= ShortestHalf }
        && lexicon.WordHalf.Match(text.Tokens, at + 1, out _) == 0;

    /// <summary>Whether a point is behind the short word that a place's name begins with: <c>St. Bride’s Fire Department</c>.</summary>
    private bool IsOfSaint(ReleaseText text, int at) =>
        hasTails
        && at > 0
        && at + 1 < text.Tokens.Length
        && text.IsMark(text.Tokens[at], '.')
        && text.Tokens[at - 1] is { IsCapital: true, Length: 2 }
        && lexicon.PlaceWord.Match(text.Tokens, at - 1, out _) == 1
        && text.Tokens[at + 1].IsCapital
        && text.Tokens[at + 1].Start == text.Tokens[at].End + 1;

    /// <summary>Whether an apostrophe says that what comes behind is of several: <c>Veterans’ Affairs</c>, <c>Boys’ College</c>.</summary>
    private bool IsOfSeveral(ReleaseText text, int at) =>
        hasTails
        && at > 0
        && at + 1 < text.Tokens.Length
        && (text.IsMark(text.Tokens[at], '’') || text.IsMark(text.Tokens[at], '\''))
        && text.Tokens[at - 1] is { IsCapital: true, Case: TokenCase.Capital }
        && text.Text[text.Tokens[at].Start - 1] is 's'
        && text.Tokens[at - 1].End == text.Tokens[at].Start
        && text.Tokens[at + 1].IsCapital
        && text.Tokens[at + 1].Start == text.Tokens[at].End + 1;

    /// <summary>
    /// Whether a person or a listed body begins at a token, <c>Ditjen Migas Kementerian ESDM</c>, unless the name is a person's from its
    /// first word on: <c>Puskesmas Budi Harto</c>.
    /// </summary>
    private bool IsOther(ReleaseText text, int at, bool isNamed)
    {
        var tokens = text.Tokens;
        return (Persons is { } persons && persons[at] && !IsField(tokens[at]) && !(isNamed && IsNamedFor(text, persons, at)))
            || cues.Before(text.Text, tokens, at + 1) is RegionCue.District
            || names.Ministries.Contains(tokens[at].Hash)
            // "Kementerian Agama Se-Indonesia".
            || (tokens[at].Length == Every.Length && text.IsHyphen(at + 1) && text.Word(tokens[at]) is Every)
            || (
                names.Names.Match(tokens, at, out _) is > 0 and var listed
                && (listed > 1 || (tokens[at].Case is TokenCase.Upper && tokens[at].Length > 1) || tokens[at].Length >= ShortestListed)
            );
    }

    /// <summary>
    /// Whether the word before a token is of the person whom a body is named for, and no place: <c>Puskesmas Budi Harto</c>.
    /// </summary>
    private bool IsNamedFor(ReleaseText text, bool[] persons, int at) =>
        at > 1
        && persons[at - 1]
        && !People.NameBounds.IsBehind(lexicon.Office, text.Tokens, at - 2)
        && gazetteer.Names.Match(text.Tokens, at - 1, out _) == 0
        && gazetteer.Villages.Match(text.Tokens, at - 1, out _) == 0;

    /// <summary>Whether the capitals from one on are the name of a firm: <c>… and Solent Ferries Ltd</c>.</summary>
    private bool IsFirm(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        if (lexicon.FirmHead.Match(tokens, at, out _) > 0)
        {
            return true;
        }

        for (var i = at + 1; i < tokens.Length && i - at < Longest && tokens[i].IsWord; i++)
        {
            // "plc" is written small as often.
            if (lexicon.FirmTail.Match(tokens, i, out _) > 0)
            {
                return true;
            }

            if (!tokens[i].IsCapital)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The length of a name whose field is joined to the rest: <c>Maritime and Coastguard Agency</c>.</summary>
    private int FieldBefore(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isBehindArticle = i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0;
        if (i > 0 && tokens[i - 1] is { IsWord: true, IsCapital: true } && !isBehindArticle)
        {
            return 0;
        }

        // "the Building and …": behind an article what "and" joins is one name. Five words at most come before it.
        var and = i + 1;
        while (and < tokens.Length && and - i < MostBeforeAnd && tokens[and].IsCapital && tokens[and].Start == tokens[and - 1].End + 1)
        {
            and++;
        }
        return
            and + 1 < tokens.Length
            && tokens[and].Case is TokenCase.Lower
            && lexicon.And.Match(tokens, and, out _) > 0
            // "Government and Rivers Agency": two; but "Home and Rivers Bureau".
            && !(and == i + 1 && stops.IsGeneric(tokens, i) && !names.Ministries.Contains(tokens[i].Hash))
            && (IsField(tokens[and - 1]) || isBehindArticle || seconds.IsJoinedName(text, i, and))
            && IsNoBody(tokens, i)
            && !IsOfTwo(tokens, i, and)
            && !EndsAsBody(tokens, i, and)
            && tokens[and + 1].IsCapital
            && ByTail(text, and + 1) is > 0 and var rest
            ? rest + and + 1 - i
            : 0;
    }

    /// <summary>Whether a body's name ends within the words before <c>and</c>: <c>Commercial Affairs Department and …</c></summary>
    private bool EndsAsBody(ReadOnlySpan<Token> tokens, int first, int and)
    {
        for (var i = first + 1; i < and; i++)
        {
            if (lexicon.BodyTail.Match(tokens, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether neither a body nor an office begins at a token.</summary>
    private bool IsNoBody(ReadOnlySpan<Token> tokens, int at) =>
        names.Names.Match(tokens, at, out _) == 0
        && lexicon.Body.Match(tokens, at, out _) == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 0
        && lexicon.Office.Match(tokens, at, out _) == 0
        && lexicon.BodyTail.Match(tokens, at, out _) == 0
        && lexicon.Opener.Match(tokens, at, out _) == 0;

    /// <summary>Whether a sum or a number is at a token, which is of no name: <c>62M</c>.</summary>
    private static bool BeginsWithDigit(ReleaseText text, int i) => char.IsAsciiDigit(text.Text[text.Tokens[i].Start]);

    /// <summary>Whether the capital at a token goes on a run of them.</summary>
    private bool IsWithinRun(ReleaseText text, int i) =>
        i > 0
        && !BeginsWithDigit(text, i - 1)
        && !stops.IsCut(text, i - 1)
        && !IsHead(text, i - 1)
        && (
            IsHyphen(text, i - 1)
            || (i > 1 && IsOfSaint(text, i - 1))
            || (i > 1 && IsSmallHalf(text, i - 2) && text.Tokens[i - 1].End + 1 == text.Tokens[i].Start)
            || IsOfSeveral(text, i - 1)
            || (
                (text.Tokens[i - 1] is { IsWord: true, IsCapital: true } || IsAmpersand(text, i - 1))
                && text.Tokens[i - 1].End + 1 == text.Tokens[i].Start
                && lexicon.Article.Match(text.Tokens, i - 1, out _) == 0
            )
        );

    /// <summary>Whether a token goes on the run of capitals from <paramref name="first"/> on.</summary>
    private bool GoesOnRun(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        var isWord = tokens[at] is { IsWord: true, IsCapital: true };
        return at == first
            ? isWord
            : IsHyphen(text, at)
                || IsHyphen(text, at - 1)
                || IsSmallHalf(text, at)
                || IsOfSaint(text, at)
                || (at > first + 1 && IsSmallHalf(text, at - 1))
                || IsOfSeveral(text, at)
                || ((isWord || IsAmpersand(text, at)) && tokens[at].Start == tokens[at - 1].End + 1);
    }

    /// <summary>
    /// The length of a name in another language within the text's: <c>Rosewell University</c>, <c>Fenland University China</c>.
    /// </summary>
    private int ByLoanTail(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var isWithin = i > 0 && IsWithinRun(text, i) && !IsOfOther(tokens, i - 1);
        if (isWithin || BeginsWithDigit(text, i) || lexicon.BodyHead.Match(tokens, i, out _) > 0 || IsOfOther(tokens, i))
        {
            return 0;
        }

        for (var at = i; at < tokens.Length && at - i < Longest && GoesOnRun(text, i, at); at++)
        {
            if (at > i && lexicon.LoanTail.Match(tokens, at, out _) == 1)
            {
                var state = at + 1 < tokens.Length && tokens[at + 1].IsCapital ? lexicon.Country.Match(tokens, at + 1, out _) : 0;
                return at + 1 - i + state;
            }
        }

        return 0;
    }

    /// <summary>
    /// Whether a capital is an office, those who are of a body, or a sentence's first word: <c>Wakil Rosewell University</c>.
    /// </summary>
    private bool IsOfOther(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Office.Match(tokens, at, out _) > 0
        || lexicon.People.Match(tokens, at, out _) > 0
        || lexicon.Opener.Match(tokens, at, out _) > 0;

    private int ByTail(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // A tail counts from the first capital of its run alone, so that each name is found once, and
        // whole.
        if (IsWithinRun(text, i) || BeginsWithDigit(text, i) || IsHead(text, i))
        {
            return 0;
        }

        var (length, tailAt) = (0, i);
        var listed = names.Names.Match(tokens, i, out _);
        // "the Wells Board's New Service": the body is before what is its, or begins behind.
        for (var at = i; at < tokens.Length && at - i < Longest && GoesOnRun(text, i, at) && !(at > i && stops.IsCut(text, at - 1)); at++)
        {
            if (at > i && TailAt(text, at) is > 0 and var tail && at - i + tail > length)
            {
                (length, tailAt) = (at - i + tail, at);
            }

            if (at > i && IsWhose(text, at - 1))
            {
                return 0;
            }

            // "California Department of Public Health": the tail begins a longer name.
            if (
                (length == at - i + 1 || IsStateAlone(tokens, i, at))
                && listed <= at - i
                && lexicon.BodyHead.Match(tokens, at, out _) > 0
                && ByHead(text, at) is > 0 and var whole
            )
            {
                return at - i + whole;
            }
        }

        return
            length == 0
            || EndsAsListed(tokens, i, length)
            || IsOpener(tokens, i, length)
            || IsTailAlone(text, i, length)
            || lexicon.Office.Match(tokens, i, out _) > 1
            || stops.IsNone(tokens, i, tailAt, i + length)
            ? 0
            : length + OfWhere(text, i, length);
    }

    /// <summary>Whether a word has its capital from the sentence, <c>New rules</c>, for no article shows that it is of the name.</summary>
    private bool IsOpener(ReadOnlySpan<Token> tokens, int i, int length) =>
        lexicon.Opener.Match(tokens, i, out _) > 0
        // "New Zealand Defence Force": the word is of a state's name.
        && lexicon.Country.Match(tokens, i, out _) <= 1
        && !(i > 0 && lexicon.Article.Match(tokens, i - 1, out _) > 0 && length > 2);

    /// <summary>
    /// Whether a listed body is at the end of a run: <c>Former Ministry of Health</c>. It is the body, and the words before it are no part
    /// of its name.
    /// </summary>
    private bool EndsAsListed(ReadOnlySpan<Token> tokens, int i, int length)
    {
        for (var k = i + 1; k < i + length; k++)
        {
            if (k + names.Names.Match(tokens, k, out var listed) == i + length && (!listed[0].IsLocal || IsPlaced(tokens, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words are but the end that many bodies' names have: <c>the Air Force's planes</c>.</summary>
    private bool IsTailAlone(ReleaseText text, int i, int length)
    {
        var tokens = text.Tokens;
        if (length > LongestListed || !text.IsOwner(tokens[i + length - 1]))
        {
            return false;
        }

        Span<Token> tail = stackalloc Token[LongestListed];
        tokens.Slice(i, length).CopyTo(tail);
        tail[length - 1] = text.WithoutOwner(tokens[i + length - 1]);
        return lexicon.BodyTail.Match(tail[..length], 0, out _) == length;
    }

    /// <summary>How many tokens from one on end a body's name, the last of them an owner's word too: <c>the Wells Board's</c>.</summary>
    private int TailAt(ReleaseText text, int at) =>
        lexicon.BodyTail.Match(text.Tokens, at, out _) is > 0 and var length ? length
        : stops.IsCut(text, at) ? lexicon.BodyTail.Match([text.WithoutOwner(text.Tokens[at])], 0, out _)
        : 0;

    /// <summary>
    /// Whether the words before a local office's name are its place, or only say which of them is meant: <c>NTB Health Office</c>, but not
    /// <c>National Environment Agency</c>.
    /// </summary>
    private bool IsPlaced(ReadOnlySpan<Token> tokens, int at) =>
        gazetteer.Names.Match(tokens, at, out _) > 0
        || lexicon.PlaceWord.Match(tokens, at, out _) > 0
        || lexicon.Acting.Match(tokens, at, out _) > 0
        || lexicon.Opener.Match(tokens, at, out _) > 0
        || lexicon.Office.Match(tokens, at, out _) > 0;

    /// <summary>
    /// How many tokens behind a name say where the body is: <c>… Regulatory Commission of Singapore</c>, <c>… Service Singapore</c>.
    /// </summary>
    private int OfWhere(ReleaseText text, int first, int length)
    {
        var tokens = text.Tokens;
        var at = first + length;
        if (
            at < tokens.Length
            && tokens[at].IsCapital
            && names.Names.Match(tokens, first, out _) < length
            && lexicon.Country.Match(tokens, at, out _) is > 0 and var country
            && !IsCurrency(tokens, at)
            && !(at + country < tokens.Length && tokens[at + country] is { IsWord: true, IsCapital: true })
        )
        {
            return country;
        }
        if (
            at + 1 >= tokens.Length
            // What a list has is placed by the list's own rules.
            || names.Names.Match(tokens, first, out _) >= length
            || lexicon.OfficeOf.Match(tokens, at, out _) != 1
            || lexicon.BodyJoin.Match(tokens, at, out _) != 1
            || !tokens[at + 1].IsCapital
            || Ends(tokens, at + 1)
        )
        {
            return 0;
        }

        if (IsField(tokens[at + 1]))
        {
            return ForFields(text, at);
        }

        var end = at + 1;
        while (end < tokens.Length && tokens[end] is { IsWord: true, IsCapital: true } && tokens[end].Start == tokens[end - 1].End + 1)
        {
            end++;
        }

        return end - at;
    }

    /// <summary>
    /// How many tokens behind a name say what the body is for: <c>Bank for International Cooperation</c>; 0 where the fields are of
    /// something else's name.
    /// </summary>
    private int ForFields(ReleaseText text, int at)
    {
        var tokens = text.Tokens;
        var end = at + 1;
        while (end < tokens.Length && tokens[end] is { IsWord: true, IsCapital: true } && IsField(tokens[end]))
        {
            end += end + 2 < tokens.Length && IsAndField(tokens, end + 1) ? 2 : 1;
        }

        var isOther = end < tokens.Length && tokens[end].IsCapital && tokens[end].Start == tokens[end - 1].End + 1;
        return isOther || !text.Word(tokens[at]).Equals(For, StringComparison.OrdinalIgnoreCase) ? 0 : end - at;
    }

    private bool IsAndField(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Case is TokenCase.Lower
        && lexicon.And.Match(tokens, at, out _) > 0
        && tokens[at + 1].IsCapital
        && IsField(tokens[at + 1]);

    private static bool IsAmpersand(ReleaseText text, int i) => text.IsMark(text.Tokens[i], '&');

    /// <summary>Whether a capital begins something else than more of a name: an office, a person, or a day (<c>on Wednesday</c>).</summary>
    private bool Ends(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Office.Match(tokens, at, out _) > 0
        || lexicon.Honorific.Match(tokens, at, out _) > 0
        || stops.IsEnd(tokens, at)
        // "Ministry of Rivers Associate Professor …".
        || lexicon.Title.Match(tokens, at, out _) > 1
        || lexicon.Weekday.Match(tokens, at, out _) > 0
        || lexicon.Month.Match(tokens, at, out _) > 0;
}
