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
            && (lexicon.NameWord.Match(tokens, first - 1, out _) == 1 || IsUnknown(first - 1) || text.IsMark(tokens[first - 2], ':'))
            && !isTaken(first - 1)
            ? first - 1
            : first;
    }

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

    /// <summary>Removes what the text elsewhere calls a village, a street or a firm: <c>Kelurahan Ganjar Agung</c>.</summary>
    public void RemovePlaces(List<TokenSpan> found)
    {
        var places = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tokens = text.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            // "Kepala Desa Rahmat Hidayat", "Bupati Banjar Rahmat Hidayat": the word is the office's.
            var isOffice = i > 0 && (bodies.OfficeAt(i - 1) > 1 || NameBounds.IsBehind(lexicon.Territorial, tokens, i));
            // "Kabupaten Banjar Razianto": the word is the region's name.
            var isRegion = i > 0 && placeWithin(i, i) == 1 && tokens[i - 1].IsCapital && lexicon.NoName.Match(tokens, i - 1, out _) == 1;
            if (tokens[i + 1].IsCapital && tokens[i].IsWord && !isOffice && !isRegion && lexicon.Settlement.Match(tokens, i, out _) == 1)
            {
                places.Add(text.Words(i + 1, runs.End(i + 1)).ToString());
                AddListed(runs.End(i + 1) + 1, places);
            }
            else if (!lexicon.IsModelled && tokens[i + 1].IsCapital && IsPlaceWord(i))
            {
                places.Add(text.Words(i + 1, runs.End(i + 1)).ToString());
            }
        }

        if (places.Count > 0)
        {
            found.RemoveAll(span => places.Contains(text.Words(span.First, span.Last).ToString()));
        }
    }

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
