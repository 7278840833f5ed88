using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tagging.Tokens;

/// <summary>A release's headline and body as one text of tokens, the way every reader sees it.</summary>
internal sealed class ReleaseText
{
    /// <summary>
    /// How much of a body is read, in UTF-16 code units: some twenty pages. Nobody tags a release by what is further down.
    /// </summary>
    public const int ReadLimit = 100_000;

    // An empty line, which the tokenizer makes a Break of: no name runs from the headline into the
    // body.
    private const string Between = "\n\n";
    private const int HeadlineLimit = 2_000;
    private const int ShortWord = 3;
    private const int LeastDoubled = 4;

    private readonly Token[] tokens;
    private readonly int count;

    /// <param name="content">Of the release.</param>
    /// <param name="openers">Marks the tokens with the lists that they open, if given.</param>
    /// <param name="sign">What sums are written with in the text's state; null where nothing tells the state.</param>
    /// <param name="room">Takes the tokens, in place of those of another text that is read no more; null to make room.</param>
    public ReleaseText(ReleaseContent content, ListOpeners? openers = null, SumSign? sign = null, TokenList? room = null)
    {
        Content = content;
        Sign = sign;
        HeadlineLength = Math.Min(content.Headline.Length, HeadlineLimit);
        Text = Joined(content.Headline.AsSpan(0, HeadlineLength), content.Paragraphs);
        var list = room ?? new();
        // About a token for every five characters, so that the list hardly grows.
        list.Clear(Text.Length / 5);
        Tokenizer.Read(Text, list, sign?.Word);
        openers?.Mark(list.Span);
        (tokens, count) = (list.Room, list.Count);
        TitleCaseEnd = IsTitleCase() ? HeadlineLength : 0;
    }

    public ReleaseContent Content { get; }

    /// <summary>What sums are written with in the text's state, <c>P</c> in the Philippines; null where nothing tells it.</summary>
    public SumSign? Sign { get; }

    /// <summary>The headline, an empty line and the body.</summary>
    public string Text { get; }

    public int HeadlineLength { get; }

    /// <summary>Where a headline in title case ends, whose capitals tell nothing of names; 0 where it is in sentence case.</summary>
    public int TitleCaseEnd { get; }

    public ReadOnlySpan<Token> Tokens => new(tokens, 0, count);

    public int BodyStart => HeadlineLength + Between.Length;

    /// <summary>The span of <see cref="Text"/> as the release counts it.</summary>
    public Evidence At(int start, int length) =>
        start < BodyStart ? new(EvidenceField.Headline, start, length) : new(EvidenceField.Body, start - BodyStart, length);

    /// <summary>The span from the first to the last of these tokens.</summary>
    public Evidence At(int firstToken, int lastToken, ReadOnlySpan<Token> of) =>
        At(of[firstToken].Start, of[lastToken].End - of[firstToken].Start);

    /// <summary>The span from the first to the last of these tokens, without the end by which the last says whose something is.</summary>
    public Evidence WithoutOwnerAt(int firstToken, int lastToken)
    {
        var (first, last) = (Tokens[firstToken], Tokens[lastToken]);
        return At(first.Start, last.End - (IsOwner(last) ? 2 : 0) - first.Start);
    }

    public bool IsMark(Token token, char mark) => token.Kind is TokenKind.Mark && Text[token.Start] == mark;

    /// <summary>Whether a token is a hyphen with a token right before and right behind it: <c>Dalton-Reid</c>.</summary>
    public bool IsHyphen(int at) =>
        at > 0
        && at + 1 < Tokens.Length
        && IsMark(Tokens[at], '-')
        && Tokens[at].Start == Tokens[at - 1].End
        && Tokens[at + 1].Start == Tokens[at].End;

    /// <summary>
    /// Whether the hyphen at a token joins two halves of a doubled word: <c>Sumber-Sumber</c>, <c>Perundang-undangan</c>.
    /// </summary>
    public bool IsDoubled(int at)
    {
        if (!IsHyphen(at))
        {
            return false;
        }

        var first = Word(Tokens[at - 1]);
        var second = Word(Tokens[at + 1]);
        if (first.Equals(second, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var stem = second.Length > LeastDoubled ? first.IndexOf(second[..LeastDoubled], StringComparison.OrdinalIgnoreCase) : -1;
        return stem > 0 && second.StartsWith(first[stem..], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The closing one of brackets that open at a token and hold words alone, so many at most; null where there are none.
    /// </summary>
    public int? EndOfBrackets(int at, int most)
    {
        if (at >= Tokens.Length || !IsMark(Tokens[at], '('))
        {
            return null;
        }

        var close = at + 1;
        while (close < Tokens.Length && close - at <= most && Tokens[close].IsWord)
        {
            close++;
        }

        return close < Tokens.Length && IsMark(Tokens[close], ')') ? close : null;
    }

    public ReadOnlySpan<char> Word(Token token) => Text.AsSpan(token.Start, token.Length);

    /// <summary>Whether a token says whose something is: <c>Japan's</c>.</summary>
    public bool IsOwner(Token token) => token.IsWord && Tokenizer.IsOwner(Word(token));

    /// <summary>A token as if it did not say whose something is: <c>Japan</c> for <c>Japan's</c>.</summary>
    public Token WithoutOwner(Token token) => IsOwner(token) ? token.With(Tokenizer.Hash(Word(token)[..^2])) : token;

    /// <summary>The text from the first to the last of these tokens.</summary>
    public ReadOnlySpan<char> Words(int firstToken, int lastToken)
    {
        var all = Tokens;
        return Text.AsSpan(all[firstToken].Start, all[lastToken].End - all[firstToken].Start);
    }

    /// <summary>Whether most words of the headline have a capital.</summary>
    private bool IsTitleCase()
    {
        var (capitals, small) = (0, 0);
        foreach (var token in Tokens)
        {
            if (token.Start >= HeadlineLength)
            {
                break;
            }

            capitals += token.IsCapital ? 1 : 0;
            small += token.Case is TokenCase.Lower && token.Length > ShortWord ? 1 : 0;
        }

        // Twice as many capitals as long small words: "Gubernur NTB Buka Rakor di Mataram" is title
        // case, "Gubernur NTB buka rapat" is not. Short words do not count, since title case writes
        // them small.
        return capitals > 2 * small;
    }

    /// <summary>The headline and as much of the body as is read.</summary>
    private static string Joined(ReadOnlySpan<char> headline, IReadOnlyList<string> paragraphs)
    {
        // Counted by whole paragraphs first, so that a body of a million characters is never joined
        // only to be cut.
        var (count, length) = (0, 0);
        for (; count < paragraphs.Count && length < ReadLimit; count++)
        {
            length += paragraphs[count].Length + Between.Length;
        }

        var body = Math.Min(Math.Max(0, length - Between.Length), ReadLimit);
        return string.Create(
            headline.Length + Between.Length + body,
            new Parts(headline, paragraphs),
            static (text, parts) =>
            {
                Append(ref text, parts.Headline);
                Append(ref text, Between);
                for (var i = 0; text.Length > 0; i++)
                {
                    Append(ref text, i > 0 ? Between : "");
                    Append(ref text, parts.Paragraphs[i]);
                }
            }
        );
    }

    private static void Append(ref Span<char> text, ReadOnlySpan<char> part)
    {
        part[..Math.Min(part.Length, text.Length)].CopyTo(text);
        text = text[Math.Min(part.Length, text.Length)..];
    }

    private readonly ref struct Parts(ReadOnlySpan<char> headline, IReadOnlyList<string> paragraphs)
    {
        public readonly ReadOnlySpan<char> Headline = headline;
        public readonly IReadOnlyList<string> Paragraphs = paragraphs;
    }
}
