using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>What the words in names of bodies are, for all that read names by how a language builds them.</summary>
/// <param name="lexicon">The language's words.</param>
/// <param name="names">Listed bodies, which no pattern runs into.</param>
internal sealed class NameWords(Lexicon lexicon, AgencyNames names)
{
    /// <summary>Where names stop.</summary>
    public NameStops Stops { get; } = new(lexicon);

    /// <summary>Whether tails end names too; where they do not, whatever else begins ends them.</summary>
    public bool HasTails { get; } = lexicon.BodyTail.Count > 0 || !lexicon.IsModelled;

    /// <summary>Which tokens the entity model takes for persons' names; null for none.</summary>
    public bool[]? Persons { get; set; }

    /// <summary>Whether a word is of what bodies are for: <c>Health</c>.</summary>
    public bool IsField(Token token) => names.Words.Contains(token.Hash) || (token.IsWord && lexicon.Field.Match([token], 0, out _) == 1);

    /// <summary>Whether a capital begins something else than more of a name: an office, a person, or a day (<c>on Wednesday</c>).</summary>
    public bool Ends(ReadOnlySpan<Token> tokens, int at) =>
        lexicon.Office.Match(tokens, at, out _) > 0
        || lexicon.Honorific.Match(tokens, at, out _) > 0
        || Stops.IsEnd(tokens, at)
        // "Ministry of Rivers Associate Professor …".
        || lexicon.Title.Match(tokens, at, out _) > 1
        || lexicon.Weekday.Match(tokens, at, out _) > 0
        || lexicon.Month.Match(tokens, at, out _) > 0;

    /// <summary>Whether a word only says whose body follows: <c>Japan's Ministry of …</c></summary>
    public bool IsWhose(ReleaseText text, int i) =>
        Tokenizer.IsOwner(text.Word(text.Tokens[i])) && i + 1 < text.Tokens.Length && lexicon.BodyHead.Match(text.Tokens, i + 1, out _) > 0;

    /// <summary>Whether a word before a name or its field says which one is meant.</summary>
    public static bool IsThe(ReadOnlySpan<char> word) => word is "the" or "The" or "our" or "my";

    /// <summary>Whether a currency begins at a token, which states are named with too: <c>US Dollar</c>.</summary>
    public bool IsCurrency(ReadOnlySpan<Token> tokens, int at) => lexicon.Currency.Match(tokens, at, out _) > 0;

    /// <summary>Whether neither a body nor an office begins at a token.</summary>
    public bool IsNoBody(ReadOnlySpan<Token> tokens, int at) =>
        names.Names.Match(tokens, at, out _) == 0
        && lexicon.Body.Match(tokens, at, out _) == 0
        && lexicon.BodyHead.Match(tokens, at, out _) == 0
        && lexicon.Office.Match(tokens, at, out _) == 0
        && lexicon.BodyTail.Match(tokens, at, out _) == 0
        && lexicon.Opener.Match(tokens, at, out _) == 0;
}
