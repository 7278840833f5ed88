using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Widens names that the model has cut, and drops those that the text elsewhere calls places.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class WiderNames(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin,
    WordClasses words
)
{
    private const int LongestPrefix = 2;
    private const int MostListed = 30;
    private const string District = "kecamatan";
    private const string OfDistrict = "camat";

    private readonly NameRuns runs = new(text, lexicon, bodies, isTaken);

    /// <summary>
    /// Where a name begins of which the first word is a word too, or one that nobody knows: <c>diperankan Putri Ayuningtyas</c>, <c>hadir
    /// Jore Roi Habeha</c>.
    /// </summary>
    public int WithNameWord(int first)
    {
        var tokens = text.Tokens;
        return
            first > 1
            && tokens[first - 1] is { Case: TokenCase.Capital }
            && tokens[first - 1].End + 1 == tokens[first].Start
            && (
                tokens[first - 2].Case is TokenCase.Lower
                // "Dompu: Kartika Wirasena".
                || (text.IsMark(tokens[first - 2], ':') && words[tokens[first - 1].Hash].IsSurelyOfPersons)
            )
            && (IsFirstName(first - 1) || IsUnknown(first - 1) || text.IsMark(tokens[first - 2], ':'))
            && !isTaken(first - 1)
            ? first - 1
            : first;
    }

    /// <summary>Widens names by a last word that nothing else explains, before a comma: <c>Mohammad Yadi Sofyan Noor, …</c></summary>
    public void JoinLastNames(List<TokenSpan> found)
    {
        for (var n = 0; n < found.Count && lexicon.IsModelled; n++)
        {
            var next = found[n].Last + 1;
            if (IsLastName(next) && !(n + 1 < found.Count && found[n + 1].First <= next))
            {
                found[n] = new(found[n].First, next);
            }
        }
    }

    private bool IsLastName(int at)
    {
        var tokens = text.Tokens;
        return at + 1 < tokens.Length
            && tokens[at] is { IsWord: true, Case: TokenCase.Capital, Length: > LongestPrefix }
            && tokens[at - 1].End + 1 == tokens[at].Start
            && text.IsMark(tokens[at + 1], ',')
            && words[tokens[at].Hash] is { Class: 0 } or { IsOfPersons: true }
            && placeWithin(at, at) == 0
            && !isTaken(at)
            && lexicon.Degree.Match(tokens, at, out _) == 0
            && IsNoOtherWord(at);
    }

    /// <summary>Whether a word of every day is a first name too; <c>King</c> is a family's alone.</summary>
    private bool IsFirstName(int at) =>
        lexicon.NameWord.Match(text.Tokens, at, out var kinds) == 1 && kinds[0] is not PersonReader.FamilyName;

    /// <summary>
    /// Where a name begins whose first word opens a sentence, so that the model did not see it: <c>Rosalind Jane Tamlin was …</c>; in
    /// languages that it did not learn.
    /// </summary>
    public int WithOpening(int first)
    {
        var tokens = text.Tokens;
        var at = first - 1;
        return
            !lexicon.IsModelled
            && at >= 0
            && tokens[at] is { IsWord: true, Case: TokenCase.Capital, Length: > LongestPrefix }
            && tokens[at].End + 1 == tokens[first].Start
            && (at == 0 || tokens[at - 1].Kind is TokenKind.Break || NameBounds.IsPoint(text, at - 1))
            && words[tokens[at].Hash] is { Class: 0 } or { IsOfPersons: true }
            && !isTaken(at)
            && IsNoOtherWord(at)
            && !EndsAsVerb(at)
            ? at
            : first;
    }

    /// <summary>Whether no list has a word, as one that is none of a name.</summary>
    private bool IsNoOtherWord(int at) =>
        bodies.OfficeAt(at) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && !Titles.IsTitle(new(text, lexicon, at))
        && !text.IsOwner(text.Tokens[at])
        && lexicon.Opener.Match(text.Tokens, at, out _) == 0
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && lexicon.Country.Match(text.Tokens, at, out _) == 0
        && lexicon.Acting.Match(text.Tokens, at, out _) == 0
        && lexicon.PersonNoun.Match(text.Tokens, at, out _) == 0
        && lexicon.Month.Match(text.Tokens, at, out _) == 0
        && lexicon.Weekday.Match(text.Tokens, at, out _) == 0
        && lexicon.NamedFor.Match(text.Tokens, at, out _) == 0;

    /// <summary>Whether a word is formed as those that open a sentence before a name: <c>Thanking</c>, <c>Recently</c>.</summary>
    private bool EndsAsVerb(int at) =>
        text.Word(text.Tokens[at]).EndsWith("ing", StringComparison.Ordinal)
        || text.Word(text.Tokens[at]).EndsWith("ly", StringComparison.Ordinal)
        || text.Word(text.Tokens[at]).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>
    /// Widens a name by the word before it with which a sentence begins, where the text calls someone by that word alone: <c>Melati Dewi
    /// Anggraini</c>, where <c>Melati</c> is named elsewhere.
    /// </summary>
    public void JoinFirstNames(List<TokenSpan> found)
    {
        var tokens = text.Tokens;
        for (var n = 0; n < found.Count && lexicon.IsModelled; n++)
        {
            var before = found[n].First - 1;
            if (
                found[n].Last == found[n].First
                || before < 0
                || tokens[before].Case is not TokenCase.Capital
                || tokens[before].End + 1 != tokens[found[n].First].Start
                || !(before == 0 || tokens[before - 1].Kind is TokenKind.Break || text.IsMark(tokens[before - 1], '.'))
            )
            {
                continue;
            }

            var hash = tokens[before].Hash;
            if (found.Exists(other => other.First == other.Last && text.Tokens[other.First].Hash == hash))
            {
                found[n] = new(before, found[n].Last);
                n -= found.RemoveAll(other => other.First == before && other.Last == before);
            }
        }
    }

    private bool IsUnknown(int at) =>
        lexicon.IsModelled
        && text.Tokens[at].Length > LongestPrefix
        && words[text.Tokens[at].Hash].Class == 0
        && bodies.OfficeAt(at) == 0
        && !bodies.IsBodyWord(text.Tokens[at])
        && lexicon.NoName.Match(text.Tokens, at, out _) == 0
        && lexicon.NamedFor.Match(text.Tokens, at, out _) == 0
        && placeWithin(at, at) == 0
        && !Titles.IsTitle(new(text, lexicon, at));

    /// <summary>
    /// Whether a word is for a district where something is, or which someone rules: <c>Camat Kecamatan Long Jelai</c>. A secretary's name
    /// may come right behind.
    /// </summary>
    private bool IsDistrict(int at) =>
        lexicon.IsModelled
        && at > 0
        && text.Word(text.Tokens[at]).Equals(District, StringComparison.OrdinalIgnoreCase)
        && (
            text.Word(text.Tokens[at - 1]) is "di" or "dari" or "ke"
            || text.Word(text.Tokens[at - 1]).Equals(OfDistrict, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Removes what the text elsewhere calls a village, a street or a firm: <c>Kelurahan Ganjar Agung</c>.</summary>
    public void RemovePlaces(List<TokenSpan> found)
    {
        var places = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tokens = text.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (!tokens[i + 1].IsCapital)
            {
                continue;
            }

            if (IsDistrict(i) || (tokens[i].IsWord && lexicon.Settlement.Match(tokens, i, out _) == 1 && !IsOfOffice(i) && !IsOfRegion(i)))
            {
                places.Add(text.Words(i + 1, runs.End(i + 1)).ToString());
                AddListed(runs.End(i + 1) + 1, places);
            }
            else if (!lexicon.IsModelled && IsPlaceWord(i))
            {
                places.Add(text.Words(i + 1, runs.End(i + 1)).ToString());
            }
        }

        if (places.Count > 0)
        {
            found.RemoveAll(span => places.Contains(text.Words(span.First, span.Last).ToString()));
        }
    }

    /// <summary>Whether a word is an office's: <c>Kepala Desa Rahmat Hidayat</c>, <c>Bupati Banjar Rahmat Hidayat</c>.</summary>
    private bool IsOfOffice(int at) => at > 0 && (bodies.OfficeAt(at - 1) > 1 || NameBounds.IsBehind(lexicon.Territorial, text.Tokens, at));

    /// <summary>Whether a word is a region's name behind its level: <c>Kabupaten Banjar Razianto</c>.</summary>
    private bool IsOfRegion(int at) =>
        at > 0 && text.Tokens[at - 1].IsCapital && placeWithin(at, at) == 1 && lexicon.NoName.Match(text.Tokens, at - 1, out _) == 1;

    /// <summary>
    /// Adds the others of a list of villages that the word for one begins and a district ends: <c>Desa Mangun, Haruya dan Lok Bunta di
    /// Kecamatan Sira</c>.
    /// </summary>
    private void AddListed(int at, HashSet<string> places)
    {
        var tokens = text.Tokens;
        List<string> others = [];
        while (at + 1 < tokens.Length && others.Count < MostListed)
        {
            var next = at + (text.IsMark(tokens[at], ',') ? 1 : 0);
            next += next < tokens.Length && tokens[next].Case is TokenCase.Lower && lexicon.And.Match(tokens, next, out _) > 0 ? 1 : 0;
            if (next == at || next >= tokens.Length || tokens[next] is not { IsWord: true, IsCapital: true } || bodies.OfficeAt(next) > 0)
            {
                break;
            }

            others.Add(text.Words(next, runs.End(next)).ToString());
            at = runs.End(next) + 1;
        }

        at += at < tokens.Length && tokens[at].Case is TokenCase.Lower ? 1 : 0;
        if (at < tokens.Length && tokens[at].IsCapital && lexicon.NoName.Match(tokens, at, out _) == 1)
        {
            places.UnionWith(others);
        }
    }

    /// <summary>
    /// Whether a word comes before places, or behind who represents one: <c>in Lower Dale</c>, <c>member for Lower Dale</c>.
    /// </summary>
    private bool IsPlaceWord(int at)
    {
        var word = new TokenCursor(text, lexicon, at);
        return word.IsWord
            && (
                word.Begins(lexicon.PlaceBefore) || (word.Begins(lexicon.OfficeOf) && NameBounds.IsBehind(lexicon.Office, text.Tokens, at))
            );
    }
}
