using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names that capitals begin and a tail ends, with where the body is: <c>Rosewell Rivers Committee</c>.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
/// <param name="gazetteer">All regions, whose offices the list has.</param>
/// <param name="words">What words in names are.</param>
/// <param name="runs">Runs of capitals.</param>
/// <param name="heads">Names by their heads.</param>
internal sealed class TailNames(
    Lexicon lexicon,
    AgencyNames names,
    RegionGazetteer gazetteer,
    NameWords words,
    NameRuns runs,
    HeadNames heads
)
{
    private const int Longest = 12;
    private const int LongestListed = 5;
    private const string For = "for";

    private readonly NameStops stops = words.Stops;

    /// <summary>How many tokens from the first of a run of capitals on are a name with its tail; 0 where none is.</summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // A tail counts from the first capital of its run alone, so that each name is found once, and
        // whole.
        if (runs.IsWithinRun(text, i) || NameRuns.BeginsWithDigit(text, i) || runs.IsHead(text, i))
        {
            return 0;
        }

        var (length, tailAt) = (0, i);
        var listed = names.Names.Match(tokens, i, out _);
        // "the Wells Board's New Service": the body is before what is its, or begins behind.
        for (
            var at = i;
            at < tokens.Length && at - i < Longest && runs.GoesOnRun(text, i, at) && !(at > i && stops.IsCut(text, at - 1));
            at++
        )
        {
            if (at > i && TailAt(text, at) is > 0 and var tail && at - i + tail > length)
            {
                (length, tailAt) = (at - i + tail, at);
            }

            if (at > i && words.IsWhose(text, at - 1))
            {
                return 0;
            }

            // "California Department of Public Health": the tail begins a longer name.
            if (
                (length == at - i + 1 || IsStateAlone(tokens, i, at))
                && listed <= at - i
                && lexicon.BodyHead.Match(tokens, at, out _) > 0
                && heads.LengthAt(text, at) is > 0 and var whole
            )
            {
                return at - i + whole;
            }
        }

        return length == 0 || IsNoName(text, i, tailAt, length) ? 0 : length + OfWhere(text, i, length);
    }

    /// <summary>Whether words with a tail name no body: one of the list ends them, or they are a tail alone, an office, a venue.</summary>
    private bool IsNoName(ReleaseText text, int i, int tailAt, int length) =>
        EndsAsListed(text.Tokens, i, length)
        || IsOpener(text.Tokens, i, length)
        || IsTailAlone(text, i, length)
        || lexicon.Office.Match(text.Tokens, i, out _) > 1
        || stops.IsNone(text.Tokens, i, tailAt, i + length);

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

    /// <summary>Whether the words before a head are its state and nothing else: <c>Texas House of Representatives</c>.</summary>
    private bool IsStateAlone(ReadOnlySpan<Token> tokens, int first, int head) =>
        head > first && lexicon.Country.Match(tokens, first, out _) == head - first;

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
            && !words.IsCurrency(tokens, at)
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
            || words.Ends(tokens, at + 1)
        )
        {
            return 0;
        }

        if (words.IsField(tokens[at + 1]))
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
        while (end < tokens.Length && tokens[end] is { IsWord: true, IsCapital: true } && words.IsField(tokens[end]))
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
        && words.IsField(tokens[at + 1]);
}
