using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Where names of bodies built by patterns stop, and what is built like one and is none: venues, any office of a kind.</summary>
/// <param name="lexicon">The language's words.</param>
internal sealed class NameStops(Lexicon lexicon)
{
    private const string Cut = "cut";
    private const string End = "end";
    private const string Bare = "bare";
    private const string Generic = "generic";
    private const string Head = "head";
    private const string Owner = "owner";
    private const string Prize = "prize";
    private const string Thing = "thing";
    private const string Unit = "unit";
    private const string Venue = "venue";
    private const string Whole = "whole";
    private const string Work = "work";
    private const int LongestVenue = 3;

    /// <summary>Whether no name goes on with a token: <c>Majlis Sukan Peringkat Negeri</c>.</summary>
    public bool IsEnd(ReadOnlySpan<Token> tokens, int at) => LengthOf(End, tokens, at) > 0;

    /// <summary>Whether a thing named with a body's name is at a token: <c>… Framework Convention</c>.</summary>
    public bool IsWork(ReadOnlySpan<Token> tokens, int at) => LengthOf(Work, tokens, at) > 0;

    /// <summary>Whether a word is written as acronyms are: <c>MARA</c>, <c>DoT</c>, <c>NParks</c>.</summary>
    public static bool IsAcronym(ReleaseText text, Token token) =>
        token.Case is TokenCase.Upper or TokenCase.Mixed
        || (token.IsCapital && token.Length > 1 && char.IsUpper(text.Text[token.Start + 1]));

    /// <summary>Whether the last word of a name is a thing's, whatever comes before: <c>Rosewell Hospital Project</c>.</summary>
    public bool IsThing(ReadOnlySpan<Token> tokens, int last) => LengthOf(Thing, tokens, last) > 0;

    /// <summary>Whether words for a unit begin at a token, which may be of a body that is named behind it: <c>Bahagian</c>.</summary>
    public bool IsUnit(ReadOnlySpan<Token> tokens, int at) => LengthOf(Unit, tokens, at) > 0;

    /// <summary>Whether a body begins at a token that units are of: <c>Perbadanan</c>.</summary>
    public bool IsWhole(ReadOnlySpan<Token> tokens, int at) => LengthOf(Whole, tokens, at) > 0;

    /// <summary>Whether a word names no body by itself: <c>Government and Rivers Agency</c> are two.</summary>
    public bool IsGeneric(ReadOnlySpan<Token> tokens, int at) => LengthOf(Generic, tokens, at) == 1;

    /// <summary>Whether a word is an office that a body's name follows: <c>CEO</c>.</summary>
    public bool IsHead(ReadOnlySpan<Token> tokens, int at) => LengthOf(Head, tokens, at) == 1;

    /// <summary>Whether a name needs its place, and is of any such body without: <c>Dewan Undangan Negeri</c>.</summary>
    public bool IsBare(string name) =>
        lexicon.BodyStop.Count > 0 && Tokenizer.Read(name) is { Length: > 0 } tokens && LengthOf(Bare, tokens, 0) == tokens.Length;

    private int LengthOf(string kind, ReadOnlySpan<Token> tokens, int at) =>
        lexicon.BodyStop.Match(tokens, at, out var kinds) is > 0 and var length && kinds.Contains(kind) ? length : 0;

    /// <summary>
    /// Whether a word says whose something is and ends what it is of: <c>Department of Trade’s Market Week</c>, but not <c>Governor's
    /// Office</c>.
    /// </summary>
    public bool IsCut(ReleaseText text, int at)
    {
        if (lexicon.IsModelled || !text.IsOwner(text.Tokens[at]))
        {
            return false;
        }

        var owner = text.WithoutOwner(text.Tokens[at]);
        return LengthOf(Owner, [owner], 0) == 0
            && (
                LengthOf(Cut, [owner], 0) == 1
                || lexicon.Country.Match([owner], 0, out _) == 1
                || lexicon.BodyTail.Match([owner], 0, out _) == 1
                || lexicon.Field.Match([owner], 0, out _) == 1
            );
    }

    /// <summary>Whether a token is of a venue's name or another thing's that begins as a body's: <c>Pusat Persidangan …</c></summary>
    public bool IsVenue(ReadOnlySpan<Token> tokens, int at)
    {
        for (var first = at; lexicon.BodyStop.Count > 0 && first >= 0 && at - first < LongestVenue; first--)
        {
            if (LengthOf(Venue, tokens, first) > at - first)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether words with a body's tail are a venue (<c>Rosewell Convention Centre</c>), any office of a kind (<c>Regional Office</c>) or
    /// a prize (<c>Leading Airport Authority</c>).
    /// </summary>
    /// <param name="tokens">Of the text.</param>
    /// <param name="first">The first token of the words.</param>
    /// <param name="tail">The first token of the tail.</param>
    /// <param name="end">The token behind.</param>
    public bool IsNone(ReadOnlySpan<Token> tokens, int first, int tail, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (LengthOf(Venue, tokens, i) == end - i)
            {
                return true;
            }
        }

        if (LengthOf(Prize, tokens, first) == 1)
        {
            return true;
        }

        for (var i = first; i < tail; i++)
        {
            if (!IsGeneric(tokens, i))
            {
                return false;
            }
        }

        return tail > first;
    }
}
