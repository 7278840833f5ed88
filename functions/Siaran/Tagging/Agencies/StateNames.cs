using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Names of services and companies that the name of a state or a word for its companies ends.</summary>
/// <param name="lexicon">The language's words.</param>
internal sealed class StateNames(Lexicon lexicon)
{
    private const int Longest = 12;

    /// <summary>The length of a service's name that ends with its state's: <c>Biosecurity Queensland</c>.</summary>
    public int OfState(ReadOnlySpan<Token> tokens, int i)
    {
        var at = i + lexicon.StateService.Match(tokens, i, out _);
        var length = at > i && at < tokens.Length && tokens[at].IsCapital ? lexicon.Country.Match(tokens, at, out _) : 0;
        return
            length > 0 && lexicon.Currency.Match(tokens, at, out _) == 0 && !(at + length < tokens.Length && tokens[at + length].IsCapital)
            ? at + length - i
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
