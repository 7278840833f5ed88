using System.Globalization;

namespace Siaran.Tagging.Tokens;

/// <summary>Parts a text into tokens in one pass, linear in its length.</summary>
internal static class Tokenizer
{
    // FNV-1a, 64 bits: it is computed while a word is scanned, and vocabularies are far too small for two words to meet by chance.
    // Words are compared by it alone, so that no token allocates a string.
    public const ulong HashBasis = 14695981039346656037;
    public const ulong HashPrime = 1099511628211;

    /// <summary>The hash that a token of these characters has.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = HashBasis;
        foreach (var c in word)
        {
            hash = (hash ^ Fold(c)) * HashPrime;
        }

        return hash;
    }

    /// <summary>The tokens of <paramref name="text"/> by itself.</summary>
    public static ReadOnlySpan<Token> Read(ReadOnlySpan<char> text)
    {
        TokenList tokens = new();
        Read(text, tokens);
        return tokens.Span;
    }

    /// <summary>Whether a word ends as whose something is does: <c>Japan's</c>.</summary>
    public static bool IsOwner(ReadOnlySpan<char> word) => word is [.., '\'' or '’', 's'];

    /// <summary>Appends the tokens of a text.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="tokens">What they are added to.</param>
    /// <param name="sign">What sums are written with in the text's state, joined to the number: <c>P40</c>; null for none.</param>
    public static void Read(ReadOnlySpan<char> text, TokenList tokens, string? sign = null)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsInWord(c))
            {
                var token = ReadWord(text, at, sign);
                tokens.Add(token);
                at = token.End;
            }
            // Controls as white space: uploads of scanned or copied documents hold them in the middle
            // of lines, and a word must not contain one.
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                at = ReadSpace(text, at, tokens);
            }
            // A quotation mark behind the escape of a data base: the mark alone is read.
            else if (c == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '“' or '”')
            {
                at++;
            }
            else
            {
                // One character a mark, never a run: readers look for "(" or "”" at a place, and two
                // marks in a row are two questions.
                tokens.Add(new(at, 1, Hash(text.Slice(at, 1)), TokenKind.Mark, TokenCase.None));
                at++;
            }
        }
    }

    /// <summary>A token of exactly this span, whatever it is made of: for texts that come split into tokens already.</summary>
    public static Token Whole(ReadOnlySpan<char> text, int start, int length)
    {
        var word = text.Slice(start, length);
        var (letters, uppers, digits, lowerSeen, capitalAfterLower) = (0, 0, 0, false, false);
        foreach (var c in word)
        {
            var isUpper = char.IsUpper(c);
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            uppers += isUpper ? 1 : 0;
            capitalAfterLower |= isUpper && lowerSeen;
            lowerSeen |= char.IsLower(c);
        }

        var kind =
            letters > 0 ? TokenKind.Word
            : digits > 0 ? TokenKind.Number
            : TokenKind.Mark;
        return new(start, length, Hash(word), kind, letters > 0 ? CaseOf(word[0], letters, uppers, capitalAfterLower) : TokenCase.None);
    }

    private static int ReadSpace(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        var (at, lines) = (start, 0);
        for (; at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at])); at++)
        {
            lines += text[at] == '\n' ? 1 : 0;
        }

        // A single line break is often only where a document was wrapped.
        if (lines > 1)
        {
            tokens.Add(new(start, 0, 0, TokenKind.Break, TokenCase.None));
        }

        return at;
    }

    private static Token ReadWord(ReadOnlySpan<char> text, int start, string? sign)
    {
        var (at, hash, letters, uppers, lowerSeen, capitalAfterLower) = (start, HashBasis, 0, 0, false, false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            // The fast path: most characters are these, and they need no folding.
            if (char.IsAsciiLetterLower(c))
            {
                letters++;
                lowerSeen = true;
                hash = (hash ^ c) * HashPrime;
                continue;
            }

            if (IsInWord(c))
            {
                // "Rp5.000" is a currency and a number: the word ends where the digit begins. Only for
                // these two, since "B3" and "F16" are words.
                if (
                    char.IsAsciiDigit(c)
                    && letters == at - start
                    && (IsCurrency(text[start..at]) || IsPeso(text, start, at) || SumSigns.Is(text, start, at, sign))
                )
                {
                    break;
                }

                var isUpper = char.IsUpper(c);
                letters += char.IsDigit(c) ? 0 : 1;
                uppers += isUpper ? 1 : 0;
                capitalAfterLower |= isUpper && lowerSeen;
                lowerSeen |= char.IsLower(c);
            }
            // A point or comma between digits, an apostrophe between letters ("Jum'at", "Ma’ruf")
            // belong to the word; everything else ends it. One character is looked at on either side,
            // so the scan stays linear.
            else if (!JoinsDigits(text, at, letters) && !JoinsLetters(text, at))
            {
                break;
            }

            hash = (hash ^ Fold(c)) * HashPrime;
        }

        return letters == 0
            ? new(start, at - start, hash, TokenKind.Number, TokenCase.None)
            : new(start, at - start, hash, TokenKind.Word, CaseOf(text[start], letters, uppers, capitalAfterLower));
    }

    /// <summary>Rupiah, ringgit and some codes are written onto their number: <c>Rp5.000</c>, <c>RM45.5</c>, <c>PHP12.5</c>.</summary>
    private static bool IsCurrency(ReadOnlySpan<char> word) =>
        word
            is ['R' or 'r', 'p' or 'P']
                or "RM"
                or "PHP"
                or "BND"
                or "SGD"
                or "AUD"
                or "USD"
                or "MYR"
                or "IDR"
                or "NZD"
                or "EUR"
                or "GBP"
                or "Php"
                or "KES"
                or "Kes"
                or "KSh"
                or "Ksh"
                or "Kshs"
                or "UGX"
                or "TZS"
                or "ZAR"
                or "NGN"
                or "GHS"
                or "INR"
                or "PKR"
                or "PGK"
                or "HKD"
                or "CAD"
                or "Tk"
                or "BDT"
                or "ZMW"
                or "RWF";

    /// <summary>
    /// Whether a single P is the Philippines' currency, because its number has a point, groups or a magnitude: <c>P6.8 million</c>. Others
    /// are codes: <c>P21</c>, <c>P3K</c>.
    /// </summary>
    private static bool IsPeso(ReadOnlySpan<char> text, int start, int at)
    {
        if (at - start != 1 || text[start] is not 'P')
        {
            return false;
        }

        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var rest = text[end..];
        return (rest.Length > 1 && rest[0] is '.' or ',' && char.IsAsciiDigit(rest[1]))
            || rest.StartsWith(" million", StringComparison.Ordinal)
            || rest.StartsWith(" billion", StringComparison.Ordinal);
    }

    private static TokenCase CaseOf(char first, int letters, int uppers, bool capitalAfterLower) =>
        uppers == 0 ? TokenCase.Lower
        : uppers == letters && letters > 1 ? TokenCase.Upper
        : capitalAfterLower || !char.IsUpper(first) ? TokenCase.Mixed
        : TokenCase.Capital;

    private static bool JoinsDigits(ReadOnlySpan<char> text, int at, int letters) =>
        letters == 0
        && text[at] is '.' or ','
        && at + 1 < text.Length
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at - 1]);

    private static bool JoinsLetters(ReadOnlySpan<char> text, int at) =>
        IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]);

    /// <summary>Whether a mark between two letters is an apostrophe, as keyboards have several for it: <c>Sa`ban</c>.</summary>
    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    private static bool IsInWord(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || (c > 127 && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark));

    // Folding is done here, once, so that whoever compares hashes compares case-insensitively. Dashes
    // and apostrophes of word processors are those of keyboards.
    private static char Fold(char c) =>
        c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            '’' or '‘' or '`' or '´' or 'ʼ' => '\'',
            '–' or '—' or '‑' => '-',
            < (char)128 => c,
            _ => char.ToLowerInvariant(c),
        };
}
