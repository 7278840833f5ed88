using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Finds where a person is named again by a part of the name alone.</summary>
internal static class ShortMentions
{
    private const int ShortestPart = 4;
    private const int LongestInitials = 6;

    /// <summary>Adds the mentions to the persons.</summary>
    /// <param name="text">The release.</param>
    /// <param name="lexicon">Its language's words.</param>
    /// <param name="people">Those named in full, with where they are.</param>
    /// <param name="taken">Tokens of bodies' names.</param>
    public static void Add(ReleaseText text, Lexicon lexicon, List<ReadPerson> people, bool[] taken)
    {
        var tokens = text.Tokens;
        Dictionary<ulong, ReadPerson> parts = [];
        AddParts(text, people, parts);
        AddSpokenInitials(new(text, lexicon, 0), people, parts);

        foreach (var person in people)
        {
            person.Mark(taken);
        }

        var whole = people.Where(person => person.Name.Contains(' ', StringComparison.Ordinal)).ToLookup(person => WordsOf(person)[0]);
        for (var i = 0; i < tokens.Length && parts.Count > 0; i++)
        {
            if (!taken[i] && tokens[i].IsCapital && WholeAt(text, whole[tokens[i].Hash], taken, i) is var (named, end))
            {
                named.Mentions.Add(new(i, end));
                i = end;
                continue;
            }

            var isSmall = IsSmallBehindTitle(text, lexicon, i);
            if (taken[i] || !(tokens[i].IsCapital || isSmall) || !parts.TryGetValue(text.WithoutOwner(tokens[i]).Hash, out var person))
            {
                continue;
            }

            var last = EndOf(text, i, taken, parts);
            if (
                // In a title-case headline the neighbours' capitals say nothing, so only the part
                // itself is asked for. In sentences a part next to another capital is someone or
                // something else: "Budi" of "Budi Luhur".
                tokens[i].Start < text.TitleCaseEnd
                    ? tokens[last].Start < text.TitleCaseEnd
                    : last == i && (isSmall || !IsNextToCapital(new(text, lexicon, i)))
            )
            {
                person.Mentions.Add(new(i, last));
            }

            i = last;
        }
    }

    /// <summary>
    /// Whether a word in small letters comes behind a title in capitals, so that it may be a name by a slip: <c>H sukarsa</c>.
    /// </summary>
    private static bool IsSmallBehindTitle(ReleaseText text, Lexicon lexicon, int at)
    {
        if (at == 0 || text.Tokens[at] is not { Case: TokenCase.Lower, Length: >= ShortestPart })
        {
            return false;
        }

        var title = at - (text.IsMark(text.Tokens[at - 1], '.') ? 2 : 1);
        return title >= 0 && text.Tokens[title].IsCapital && lexicon.Honorific.Match(text.Tokens, title, out _) == 1;
    }

    /// <summary>The last of the capitals from one on that are parts of the same name.</summary>
    private static int EndOf(ReleaseText text, int first, bool[] taken, Dictionary<ulong, ReadPerson> parts)
    {
        var tokens = text.Tokens;
        var person = parts[text.WithoutOwner(tokens[first]).Hash];
        var last = first;
        while (
            last + 1 < tokens.Length
            && tokens[last + 1].IsCapital
            && !taken[last + 1]
            && !text.IsOwner(tokens[last])
            && parts.GetValueOrDefault(text.WithoutOwner(tokens[last + 1]).Hash) == person
        )
        {
            last++;
        }

        return last;
    }

    private static ulong[] WordsOf(ReadPerson person) => [.. person.Name.Split(' ').Select(word => Tokenizer.Hash(word))];

    /// <summary>
    /// Who is named in full at a token, whatever is next to it, and where the name ends: <c>dari Desa Pagun Kader Wirasena</c>. Null where
    /// nobody is.
    /// </summary>
    private static (ReadPerson Person, int Last)? WholeAt(ReleaseText text, IEnumerable<ReadPerson> people, bool[] taken, int first)
    {
        foreach (var person in people)
        {
            var words = WordsOf(person);
            var at = 0;
            while (at < words.Length && first + at < taken.Length && !taken[first + at] && text.Tokens[first + at].Hash == words[at])
            {
                at++;
            }

            if (at == words.Length)
            {
                return (person, first + at - 1);
            }
        }

        return null;
    }

    private static void AddParts(ReleaseText text, List<ReadPerson> people, Dictionary<ulong, ReadPerson> parts)
    {
        // First names first, for all persons: TryAdd keeps the first owner of a word, and people are
        // called by their first name far more often than by another person's last.
        people.ForEach(person => AddParts(person, parts, person.Name.Split(' ').Take(1)));
        people.ForEach(person => AddParts(person, parts, person.Name.Split(' ').Skip(1)));
        people.ForEach(person => AddParts(person, parts, person.Mentions.Select(mention => NameParts.NicknameIn(text, mention) ?? "")));
        people.ForEach(person => AddInitials(text, person, parts));
    }

    /// <summary>Initials that the text gives in parentheses behind the name: <c>Budi Darmawan (BD)</c>.</summary>
    private static void AddInitials(ReleaseText text, ReadPerson person, Dictionary<ulong, ReadPerson> parts)
    {
        var tokens = text.Tokens;
        foreach (var mention in person.Mentions)
        {
            var at = mention.Last + 2;
            if (
                at + 1 < tokens.Length
                && text.IsMark(tokens[at - 1], '(')
                && text.IsMark(tokens[at + 1], ')')
                && tokens[at].Case is TokenCase.Upper
                && (AreInitials(text.Word(tokens[at]), person.Name) || AreLettersOf(text.Word(tokens[at]), person.Name))
            )
            {
                parts.TryAdd(tokens[at].Hash, person);
            }
        }
    }

    /// <summary>Initials of one person alone next to a verb of saying: <c>ujar BD</c>.</summary>
    private static void AddSpokenInitials(TokenCursor at, List<ReadPerson> people, Dictionary<ulong, ReadPerson> parts)
    {
        for (; at.IsInside; at = at.Move(1))
        {
            if (
                at.Token is not { Case: TokenCase.Upper, Length: 2 or 3 }
                || parts.ContainsKey(at.Token.Hash)
                || !(at.Move(-1).Begins(at.Lexicon.Say) || at.Move(-1).Begins(at.Lexicon.Says) || at.Move(1).Begins(at.Lexicon.Says))
            )
            {
                continue;
            }

            if (OnlyOne(people, at.Word) is { } only)
            {
                parts.Add(at.Token.Hash, only);
            }
        }
    }

    /// <summary>The one person of these initials; null where there is none, or several.</summary>
    private static ReadPerson? OnlyOne(List<ReadPerson> people, ReadOnlySpan<char> letters)
    {
        ReadPerson? only = null;
        foreach (var person in people)
        {
            if (AreInitials(letters, person.Name))
            {
                if (only is not null)
                {
                    return null;
                }

                only = person;
            }
        }

        return only;
    }

    private static bool AreInitials(ReadOnlySpan<char> letters, string name)
    {
        var words = name.Split(' ');
        // The title of a pilgrim may be the first of the letters.
        letters = letters.Length == words.Length + 1 && letters[0] == 'H' ? letters[1..] : letters;
        if (letters.Length != words.Length)
        {
            return false;
        }

        for (var i = 0; i < letters.Length; i++)
        {
            if (words[i].Length == 0 || words[i][0] != letters[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether letters are of a name, in its order, the first of each of its words among them: <c>SDK</c> of Suhardi Duka.
    /// </summary>
    public static bool AreLettersOf(ReadOnlySpan<char> letters, ReadOnlySpan<char> name)
    {
        if (letters.Length < 2 || letters.Length > LongestInitials || name.Length == 0 || letters[0] != char.ToUpperInvariant(name[0]))
        {
            return false;
        }

        var space = name.IndexOf(' ');
        var word = space < 0 ? name : name[..space];
        var rest = space < 0 ? [] : name[(space + 1)..];
        // Each way in which the word may have given the first few of the letters: they are few.
        for (var taken = 1; taken <= letters.Length; taken++)
        {
            if (!AreWithin(letters[1..taken], word[1..]))
            {
                return false;
            }

            if (rest.IsEmpty ? taken == letters.Length : IsRest(letters[taken..], rest))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRest(ReadOnlySpan<char> letters, ReadOnlySpan<char> name) =>
        letters.Length == 1 ? !name.Contains(' ') && char.ToUpperInvariant(name[0]) == letters[0] : AreLettersOf(letters, name);

    /// <summary>Whether letters come in a word in their order.</summary>
    private static bool AreWithin(ReadOnlySpan<char> letters, ReadOnlySpan<char> word)
    {
        var at = 0;
        foreach (var letter in word)
        {
            at += at < letters.Length && char.ToUpperInvariant(letter) == letters[at] ? 1 : 0;
        }

        return at == letters.Length;
    }

    private static void AddParts(ReadPerson person, Dictionary<ulong, ReadPerson> parts, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            // Four letters at least: shorter parts ("Nur", "Sri") are in many names and words.
            if (word.Length >= ShortestPart)
            {
                parts.TryAdd(Tokenizer.Hash(word), person);
            }
        }
    }

    /// <summary>Whether the word is part of a longer run of capitals; a title or an office before it is none of it.</summary>
    private static bool IsNextToCapital(TokenCursor at)
    {
        var before = at.Move(-1);
        var behind = at.Move(1);
        var isBehind =
            before is { IsWord: true, IsCapital: true }
            && at.IsSpaced
            && !Titles.IsTitle(before)
            && !before.Begins(at.Lexicon.AccordingTo)
            && !NameBounds.IsBehind(at.Lexicon.Office, at.Text.Tokens, at.Index);
        return isBehind || (behind is { IsWord: true, IsCapital: true } && behind.IsSpaced && !at.Text.IsOwner(at.Token));
    }
}
