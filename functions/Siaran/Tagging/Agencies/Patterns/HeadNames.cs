using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names that a head begins and more capitals follow: <c>Department of Rivers</c>, <c>SMP Negeri 8 Bima</c>.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="gazetteer">All regions, whose offices the list has.</param>
/// <param name="words">What words in names are.</param>
/// <param name="runs">Runs of capitals.</param>
/// <param name="listedNames">Names that the language lists whole.</param>
/// <param name="joins">How names go on.</param>
internal sealed class HeadNames(
    Lexicon lexicon,
    AgencyNames names,
    RegionGazetteer gazetteer,
    NameWords words,
    NameRuns runs,
    ListedNames listedNames,
    JoinedNames joins
)
{
    private const int Longest = 12;

    /// <summary>What the lexicon says of a head that may be a part of another body: <c>Pasukan</c>.</summary>
    private const string Part = "part";

    /// <summary>Of a head that is a word of every day too, and heads no name within other capitals: <c>Loka</c>.</summary>
    private const string Everyday = "word";

    /// <summary>Of a head that its number follows: <c>SMP Negeri 8 …</c></summary>
    private const string Numbered = "numbered";

    /// <summary>Of a head that is a place too, and none of a body where something happens there: <c>City of</c>.</summary>
    private const string Territory = "territory";

    /// <summary>Of a head that is the seat of a body named behind it: <c>Ibu Pejabat</c>.</summary>
    private const string Seat = "seat";

    /// <summary>What the lexicon says of a head that is written small as well: <c>department of</c>.</summary>
    private const string Small = "small";

    private readonly NameStops stops = words.Stops;
    private readonly SecondNames seconds = new(lexicon, names);
    private readonly Schools schools = new(lexicon, names, gazetteer);

    /// <summary>How many tokens from one on are a name with its head, or one that the language lists; 0 where none begins.</summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (!words.HasTails && schools.BracketedAt(text, i) is > 0 and var school)
        {
            return school;
        }

        var listed = listedNames.LengthAt(text, i);
        var whole = IsOfOffice(tokens, i, listed) ? 0 : listed;
        if (lexicon.BodyHead.Match(tokens, i, out var kinds) is not (> 0 and var head) || IsNoHead(text, i, head, kinds[0]))
        {
            return whole;
        }

        head += kinds[0] == Numbered && IsNumberAt(tokens, i + head) ? 1 : 0;
        var end = i + head;
        // "SDN 3 Krueng Sabee": a school is named for its district.
        end += kinds[0] == Numbered ? schools.NameAt(text, words.Persons, i, end) : 0;
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
            && !(words.HasTails && seconds.IsWholeOfUnit(text, i, end))
            && (joins.LengthAt(text, end, isNamed, isFirst: end == rest) is > 0 and var length || joins.FieldsAt(text, end, out length))
        )
        {
            end += length;
            if (stops.IsCut(text, end - 1))
            {
                return end;
            }

            // "Stasiun Geofisika Padang Panjang Suaidi Ahadi": behind its place comes whoever heads it.
            if (!words.HasTails && PlaceAt(tokens, end) is > 0 and var place)
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
            words.HasTails
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
        end += NameWords.IsThe(text.Word(tokens[end])) ? 1 : 0;
        if (end >= tokens.Length || tokens[end] is not { IsWord: true, IsCapital: true } || words.Ends(tokens, end))
        {
            return 0;
        }

        end++;
        while (
            end < tokens.Length && end - first < Longest && joins.LengthAt(text, end, isNamed: false, isFirst: false) is > 0 and var length
        )
        {
            end += length;
        }

        return end - at;
    }

    /// <summary>Whether a word is a number in Roman letters, so that a head alone has it: <c>Unit II</c>.</summary>
    private bool IsNumeral(ReleaseText text, int at) =>
        words.HasTails && text.Tokens[at].Case is TokenCase.Upper && text.Word(text.Tokens[at]).IndexOfAnyExcept("IVX") < 0;

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
            || (words.HasTails && i + head < tokens.Length && text.IsDoubled(i + head))
            // "Balai karantina": a kind of body that opens a sentence.
            || (!words.HasTails && head > 1 && !tokens[i + 1].IsCapital)
            || (kind == Everyday && runs.IsWithinRun(text, i) && !NameBounds.IsBehind(lexicon.Office, tokens, i))
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

    /// <summary>Whether a word for a territory ends a place's name: <c>in Fenland County of …</c></summary>
    private bool IsOfPlace(ReadOnlySpan<Token> tokens, int i) =>
        i > 0
        && tokens[i - 1].IsCapital
        && tokens[i - 1].End + 1 == tokens[i].Start
        && lexicon.Article.Match(tokens, i - 1, out _) == 0
        && lexicon.Office.Match(tokens, i - 1, out _) == 0;

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
    /// The length of a ministry's name in small letters, its fields and all: <c>the department of rivers, forestry and fisheries</c>; 0
    /// where none begins.
    /// </summary>
    public int SmallAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        if (
            lexicon.BodyHead.Match(tokens, i, out var kinds) is not (> 1 and var head)
            || !kinds.Contains(Small)
            || i == 0
            || !NameWords.IsThe(text.Word(tokens[i - 1]))
        )
        {
            return 0;
        }

        var end = i + head;
        for (var at = end; at < tokens.Length && at - i < Longest && IsSmallField(tokens[at]); at++)
        {
            end = at + 1;
            at += end + 1 < tokens.Length && text.IsMark(tokens[end], ',') && IsSmallField(tokens[end + 1]) ? 1 : 0;
            at += at + 2 < tokens.Length && lexicon.And.Match(tokens, at + 1, out _) == 1 && IsSmallField(tokens[at + 2]) ? 1 : 0;
        }

        return end > i + head ? end - i : 0;
    }

    private bool IsSmallField(Token token) => token.Case is TokenCase.Lower && words.IsField(token);
}
