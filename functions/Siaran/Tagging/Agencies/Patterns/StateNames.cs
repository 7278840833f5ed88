using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>Names of services and companies that the name of a state or a word for its companies ends.</summary>
/// <param name="lexicon">The language's words.</param>
internal sealed class StateNames(Lexicon lexicon)
{
    private const int Longest = 12;
    private const string OfState = "government";

    /// <summary>The length of a service's name that ends with its state's: <c>Biosecurity Queensland</c>.</summary>
    public int Service(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var at = i + lexicon.StateService.Match(tokens, i, out _);
        var length = at > i && at < tokens.Length && tokens[at].IsCapital ? lexicon.Country.Match(tokens, at, out _) : 0;
        // "Enterprise Ireland’s new fund".
        if (length == 0 && at > i && at < tokens.Length && text.IsOwner(tokens[at]))
        {
            return lexicon.Country.Match([text.WithoutOwner(tokens[at])], 0, out _) == 1 ? at + 1 - i : 0;
        }

        return
            length > 0 && lexicon.Currency.Match(tokens, at, out _) == 0 && !(at + length < tokens.Length && tokens[at + length].IsCapital)
            ? at + length - i
            : 0;
    }

    /// <summary>
    /// The length of a government's name by the state before it: <c>Sabah Government</c>, <c>the Ontario Government’s …</c>
    /// </summary>
    public int Government(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var at = i + (lexicon.IsModelled || !tokens[i].IsCapital ? 0 : lexicon.Country.Match(tokens, i, out _));
        return
            at > i
            && at < tokens.Length
            && tokens[at].Case is TokenCase.Capital
            && tokens[at].Start == tokens[at - 1].End + 1
            && tokens[at - 1].IsCapital
            && Tokenizer.Hash(OfState) == text.WithoutOwner(tokens[at]).Hash
            && !(at + 1 < tokens.Length && tokens[at + 1].IsCapital && !text.IsOwner(tokens[at]))
            ? at + 1 - i
            : 0;
    }

    /// <summary>The length of a state company's name by the word for one behind it: <c>PT Garam (Persero)</c>.</summary>
    public int OfStateFirm(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        var end = i + (lexicon.StateFirm.Count > 0 ? lexicon.FirmHead.Match(tokens, i, out _) : 0);
        var first = end;
        while (end < tokens.Length && end > i && end - i < Longest && tokens[end] is { IsWord: true, IsCapital: true })
        {
            end++;
        }

        var isStates =
            end > first
            && end + 2 < tokens.Length
            && text.IsMark(tokens[end], '(')
            && text.IsMark(tokens[end + 2], ')')
            && lexicon.StateFirm.Match(tokens, end + 1, out _) == 1;
        return isStates ? end + 3 - i : 0;
    }

    /// <summary>The length of a state company's name without the word for one behind it; 0 for any other name.</summary>
    public int BareOf(ReleaseText text, int i, int length) =>
        length > 3 && lexicon.StateFirm.Match(text.Tokens, i + length - 2, out _) == 1 && text.IsMark(text.Tokens[i + length - 1], ')')
            ? length - 3
            : 0;
}
