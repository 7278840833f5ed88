using Siaran.Releases;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regulations;

/// <summary>Reads what follows the name of a kind of regulation: issuer, numbers, year and subject.</summary>
internal ref struct CitationCursor(string text, ReadOnlySpan<Token> tokens, RegulationWords words, int at)
{
    // A recursive-descent parser by hand, one token of look-ahead, and not a regular expression: citations nest (a ministry's name holds
    // "Nomor", a subject holds another citation), and expressions for that backtrack without bound on hostile text. Each reader moves
    // forward only or puts At back to where it began, and each loop has a bound, so that a citation costs a constant number of tokens.
    private const int LongestIssuer = 14;
    private const int LongestSubject = 40;
    private const int MostNumbers = 12;
    private const int LongestAbbreviation = 4;

    private readonly ReadOnlySpan<Token> tokens = tokens;

    /// <summary>The next token to read.</summary>
    public int At { get; private set; } = at;

    /// <summary>Skips <c>Republik Indonesia</c> and a short form in parentheses: <c>Instruksi Presiden (Inpres)</c>.</summary>
    public void SkipRepublicAndShortForm()
    {
        while (Is(words.States))
        {
            At++;
        }

        if (IsMark('('))
        {
            // Five tokens at most: a longer parenthesis is a sentence of its own.
            for (var close = At + 1; close < tokens.Length && close <= At + 5; close++)
            {
                if (tokens[close].Kind is TokenKind.Mark && text[tokens[close].Start] == ')')
                {
                    At = close + 1;
                    return;
                }
            }
        }
    }

    /// <summary>Skips what a regulation that speaks of itself has before its number: <c>ini</c>, <c>tersebut</c>.</summary>
    public void SkipThis()
    {
        // Only directly before the announced number: "Peraturan ini …" alone cites nothing.
        if (Is(words.These) && At + 1 < tokens.Length && words.Numbers.Contains(tokens[At + 1].Hash))
        {
            At++;
        }
    }

    /// <summary>
    /// The office between the kind and the number, as written; null where there is none or what is there is no office.
    /// </summary>
    public string? ReadIssuer()
    {
        var (first, last) = (At, At - 1);
        // Up to a number, a year or a word in small letters. An office's name holds commas, slashes,
        // points of abbreviations and "dan".
        while (
            At < tokens.Length
            && At - first < LongestIssuer
            && !IsNumberWord()
            && !Is(words.Years)
            && tokens[At].Kind is not (TokenKind.Number or TokenKind.Break)
        )
        {
            if (Is(words.States) || IsMark('('))
            {
                var before = At;
                SkipRepublicAndShortForm();
                // An opening parenthesis that never closes: stop, or this would loop.
                if (At == before)
                {
                    break;
                }

                continue;
            }

            // "Peraturan Pelaksanaan UU Nomor 11": the number is another regulation's.
            if (At > first && words.Kinds.Match(tokens, At, out _) > 0)
            {
                break;
            }

            if (!tokens[At].IsCapital && !Is(words.Ands) && !IsMark(',') && !IsMark('/') && !IsMark('-') && !IsAbbreviation(first))
            {
                break;
            }

            last = At++;
        }

        return last < first
            ? null
            : WithoutParentheses(Spaces.Collapse(text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start)));
    }

    /// <summary>Reads <c>Nomor 2 Tahun 2021</c>, <c>No. 2/2021</c>, <c>2 dan 4</c>, <c>Nomor 237/PMK.04/2022</c> and the like.</summary>
    public List<ReadNumber> ReadNumbers(bool whole)
    {
        List<ReadNumber> numbers = [];
        // A list ends where the next element does not begin like a number. Start is put back each time,
        // so that the subject behind is still there to be read.
        while (numbers.Count < MostNumbers)
        {
            var start = At;
            if (!ReadOne(whole, numbers))
            {
                At = start;
                break;
            }

            ReadYear(numbers);
            start = At;
            if (IsMark(',') || IsMark('&') || Is(words.Ands))
            {
                At++;
                if (Is(words.Ands))
                {
                    At++;
                }

                // Without the word "Nomor" a number behind "dan" belongs to the list only if no year
                // was given yet and it is short: in "UU 2/2021 dan 300 desa" the villages are no law.
                if (IsNumberWord() || (numbers[^1].Year is null && At < tokens.Length && tokens[At].IsNumber && tokens[At].Length <= 3))
                {
                    continue;
                }
            }

            At = start;
            break;
        }

        return numbers;
    }

    /// <summary>What comes after <c>tentang</c>, up to the end of the title.</summary>
    public string? ReadSubject()
    {
        if (!Is(words.Abouts) || At + 1 >= tokens.Length)
        {
            return null;
        }

        var first = At + 1;
        var isTitle = tokens[first].IsCapital;
        var last = first - 1;
        // A title goes on in capitals, a subject in small letters up to the first mark. Forty tokens
        // are more than a title has; beyond them it is the sentence.
        for (var i = first; i < tokens.Length && i - first < LongestSubject; i++)
        {
            if (EndsSubject(i, isTitle))
            {
                break;
            }

            last = i;
        }

        // What a title cannot end with is cut off again: marks, "dan", small words.
        while (last >= first && (!tokens[last].IsWord || words.Ands.Contains(tokens[last].Hash) || (isTitle && !tokens[last].IsCapital)))
        {
            last--;
        }

        return last < first ? null : Spaces.Collapse(text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
    }

    /// <summary>The office without a short form within: <c>Koordinator (Permenko) Bidang Perekonomian</c>.</summary>
    private static string WithoutParentheses(string office) =>
        office.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open && office.IndexOf(')', open) is > 0 and var close
            ? office[..open].TrimEnd() + office[(close + 1)..]
            : office;

    private readonly bool EndsSubject(int i, bool isTitle)
    {
        var token = tokens[i];
        if (token.Kind is TokenKind.Break || words.SubjectEnds.Contains(token.Hash))
        {
            return true;
        }

        if (token.Kind is TokenKind.Mark)
        {
            // A comma is within a title only if the title's list goes on, never in a subject written
            // small.
            return text[token.Start] is not (',' or '/' or '-') || (text[token.Start] == ',' && !(isTitle && GoesOnBehindComma(i + 1)));
        }

        return isTitle && !token.IsCapital && token.IsWord && !words.Within.Contains(token.Hash)
            || (words.Ands.Contains(token.Hash) && i + 1 < tokens.Length && words.Kinds.Match(tokens, i + 1, out _) > 0)
            || (
                isTitle
                && !token.IsCapital
                && i + 1 < tokens.Length
                && !tokens[i + 1].IsCapital
                && tokens[i + 1].IsWord
                && !words.Within.Contains(tokens[i + 1].Hash)
            );
    }

    /// <summary>Whether a title's list goes on behind a comma, where no other regulation is named.</summary>
    private readonly bool GoesOnBehindComma(int i)
    {
        i += i < tokens.Length && words.Ands.Contains(tokens[i].Hash) ? 1 : 0;
        return i < tokens.Length && tokens[i].IsCapital && words.Kinds.Match(tokens, i, out _) == 0;
    }

    /// <summary>Whether a point ends a short word of the issuer: <c>Kab. Dompu</c>.</summary>
    private readonly bool IsAbbreviation(int first) =>
        At > first
        && IsMark('.')
        && tokens[At - 1] is { IsCapital: true, Length: <= LongestAbbreviation }
        && tokens[At - 1].End == tokens[At].Start;

    private bool SkipNumberWord()
    {
        if (!IsNumberWord())
        {
            return false;
        }

        At++;
        while (IsMark('.') || IsMark(':'))
        {
            At++;
        }

        return true;
    }

    private bool ReadOne(bool whole, List<ReadNumber> numbers)
    {
        var announced = SkipNumberWord();
        // "PER/12/2023", "KEP-08": where the whole reference counts it may begin with letters, which
        // must be joined to what follows.
        var startsWithLetters =
            whole && announced && At + 1 < tokens.Length && tokens[At].IsCapital && tokens[At + 1].Start == tokens[At].End;
        if (!startsWithLetters)
        {
            SkipOfficeCode();
        }

        if (
            At >= tokens.Length
            || (startsWithLetters ? "" : Digits.Read(text.AsSpan(tokens[At].Start, tokens[At].Length), tokens[At].Kind)) is not { } number
        )
        {
            return false;
        }

        var (first, last, year) = (At, At, (int?)null);
        // Joined tokens alone: a space ends the reference. The year is whatever looks like one behind a
        // slash, the last such.
        for (At++; At < tokens.Length && tokens[At].Start == tokens[last].End && IsWithinReference(At); At++)
        {
            year = tokens[At].IsNumber && IsSlash(At - 1) ? Digits.Year(text.AsSpan(tokens[At].Start, tokens[At].Length)) ?? year : year;
            last = At;
        }

        // Letters without a year are no reference but a name.
        if (startsWithLetters && year is null)
        {
            return false;
        }

        // A slug of the whole reference where all of it counts: "90/PUU-XXI/2023" holds number,
        // register and year.
        var reference = Slug.From(text[tokens[first].Start..tokens[last].End]);
        numbers.Add(
            new(
                whole ? reference : number,
                whole && year is not null ? null : year,
                tokens[first].Start,
                tokens[last].End,
                whole && last > first
            )
        );
        return true;
    }

    /// <summary>
    /// A part of a reference without white space: <c>/PMK.04/2022</c>. A point or comma ends it unless more follows.
    /// </summary>
    private readonly bool IsWithinReference(int i) =>
        tokens[i].Kind is not TokenKind.Mark
        || (
            i + 1 < tokens.Length
            && tokens[i + 1].Start == tokens[i].End
            && tokens[i + 1].Kind is not TokenKind.Mark
            && text[tokens[i].Start] is '/' or '.' or '-' or '–'
        );

    private readonly bool IsSlash(int i) => text[tokens[i].Start] == '/';

    /// <summary>The office's letters before the number: <c>PM 35</c>, <c>P.12</c>, <c>SE-3</c>.</summary>
    private void SkipOfficeCode()
    {
        var next = At + 1;
        if (
            next < tokens.Length
            && tokens[At] is { IsWord: true, Length: <= 4, IsCapital: true }
            // A number with a letter, or a scanned "1O", is no office's code.
            && Digits.Read(text.AsSpan(tokens[At].Start, tokens[At].Length), tokens[At].Kind) is null
        )
        {
            next += tokens[next].Kind is TokenKind.Mark && text[tokens[next].Start] is '.' or '-' ? 1 : 0;
            At = next < tokens.Length && tokens[next].IsNumber ? next : At;
        }
    }

    private void ReadYear(List<ReadNumber> numbers)
    {
        if (Is(words.Years) && At + 1 < tokens.Length && Digits.Year(text.AsSpan(tokens[At + 1].Start, tokens[At + 1].Length)) is { } year)
        {
            var end = tokens[At + 1].End;
            At += 2;
            // "Nomor 2 dan 4 Tahun 2021": the year belongs to all numbers before it that have none.
            for (var i = numbers.Count - 1; i >= 0 && (numbers[i].Year is null); i--)
            {
                numbers[i] = numbers[i] with { Year = year, End = i == numbers.Count - 1 ? end : numbers[i].End };
            }
        }
        // "No. 2 dan 4/2021": the year of the last number is that of those before it, too.
        else if (numbers[^1] is { Year: { } stated, IsWhole: false })
        {
            for (var i = numbers.Count - 2; i >= 0 && numbers[i].Year is null; i--)
            {
                numbers[i] = numbers[i] with { Year = stated };
            }
        }
    }

    private readonly bool Is(HashSet<ulong> role) => At < tokens.Length && role.Contains(tokens[At].Hash);

    private readonly bool IsMark(char mark) => At < tokens.Length && tokens[At].Kind is TokenKind.Mark && text[tokens[At].Start] == mark;

    private readonly bool IsNumberWord() => Is(words.Numbers);
}

/// <summary>A number read: its span in the text, and whether it is a whole reference that needs no year.</summary>
internal readonly record struct ReadNumber(string Number, int? Year, int Start, int End, bool IsWhole);
