using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Whose name a shorter or other form of one stands for: <c>Budi</c> for Budi Santoso, <c>Alam</c> for Fajar Alamsyah.</summary>
internal static class ShortNames
{
    private const int ShortestNickname = 4;
    private const int ShortestAlone = 6;
    private const int LongestPrefix = 2;

    /// <summary>
    /// Who is called by one word with neither title nor office before it, which is part of a word of the name; null where nobody is.
    /// </summary>
    public static ReadPerson? Bare(ReleaseText text, TokenSpan span, List<ReadPerson> people, Lexicon lexicon) =>
        IsBare(text, span, lexicon) ? Nicknamed(people, PersonReader.NameOf(text, span)) ?? NearlyNamed(text, span, people, lexicon) : null;

    private static bool IsBare(ReleaseText text, TokenSpan span, Lexicon lexicon) =>
        span.First == span.Last
        && !Titles.IsTitle(new(text, lexicon, span.First - 1))
        && Offices.Before(new(text, lexicon, span.First)) is null;

    /// <summary>Who is called by part of the name, as by friends: <c>Gus Kasim</c> for Kasim Wirasena.</summary>
    public static ReadPerson? Familiar(ReleaseText text, TokenSpan span, List<ReadPerson> people, Lexicon lexicon) =>
        lexicon.Familiar.Match(text.Tokens, span.First, out _) is > 0 and var length && span.First + length <= span.Last
            ? Known(people, PersonReader.NameOf(text, new(span.First + length, span.Last)))
            : null;

    /// <summary>
    /// The only one of whose names a word is the beginning: <c>Alam</c> for Fajar Alamsyah, <c>Rudy</c> for who is called Rudyson alone.
    /// </summary>
    private static ReadPerson? Nicknamed(List<ReadPerson> people, string name)
    {
        ReadPerson? only = null;
        foreach (var person in people)
        {
            var isBegun = person.Name.Contains(' ', StringComparison.Ordinal)
                ? person.Name.Contains(" " + name, StringComparison.OrdinalIgnoreCase)
                : person.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase);
            if (name.Length < ShortestNickname || !isBegun)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = person;
        }

        return only;
    }

    /// <summary>
    /// The only one of whose names a word is the beginning or the end, or has all letters but its last, where the text has it speak:
    /// <c>Rizki menambahkan</c> for Rizkianto, <c>kata Yanto</c> for Supriyanto, <c>ujar Hendi</c> for Hendrawan Wirasena, <c>Arif</c> for
    /// Arief.
    /// </summary>
    private static ReadPerson? NearlyNamed(ReleaseText text, TokenSpan span, List<ReadPerson> people, Lexicon lexicon)
    {
        var word = text.Word(text.Tokens[span.First]);
        var isSaid = span.First > 0 && lexicon.Say.Match(text.Tokens, span.First - 1, out _) > 0;
        var says = new TokenCursor(text, lexicon, span.Last + 1) is { IsLower: true } verb && verb.Begins(lexicon.Says);
        if (!lexicon.IsModelled || word.Length < ShortestNickname || !(isSaid || says))
        {
            return null;
        }

        var (written, stem) = (word.ToString(), word[..^1].ToString());
        var alike = people.FindAll(person =>
            (person.Name.Contains(' ', StringComparison.Ordinal) || written.Length >= ShortestAlone)
            && Array.Exists(
                person.Name.Split(' '),
                part =>
                    (
                        isSaid
                        && person.Name.Contains(' ', StringComparison.Ordinal)
                        && stem.Length >= ShortestNickname
                        && part.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
                    )
                    || (written.Length < part.Length && part.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                    || (written.Length + 1 < part.Length && part.EndsWith(written, StringComparison.OrdinalIgnoreCase))
                    || SameHolders.HasOneMore(written, part)
                    || SameHolders.SoundsAlike(written, part)
            )
        );
        return alike is [var only] ? only : null;
    }

    /// <summary>The one whose name has every word of a form; of several the one whose name begins so.</summary>
    public static ReadPerson? Known(List<ReadPerson> people, string name)
    {
        ReadPerson? first = null;
        var plain = Straight(name);
        foreach (var known in people)
        {
            if (!IsPartOf(plain, Straight(known.Name)))
            {
                continue;
            }

            if (known.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }

            first ??= known;
        }

        return first;
    }

    /// <summary>
    /// Whether a longer name ends with that of an officeholder and is another's of the family: <c>Ketua TP PKK Rita Karim Wirasena</c>.
    /// </summary>
    public static bool IsOfFamily(ReleaseText text, ReadPerson known, string name, Lexicon lexicon)
    {
        // Elsewhere "Senator Whitlock Jr" is Dale Whitlock Jr.
        if (
            !lexicon.IsModelled
            || !known.Name.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)
            || IsBriefOnly(known.Name.AsSpan(0, known.Name.Length - name.Length - 1), lexicon)
        )
        {
            return false;
        }

        foreach (var mention in known.Mentions)
        {
            var before = new TokenCursor(text, lexicon, mention.First - 1);
            before = before.Mark == '.' ? before.Move(-1) : before;
            if (before.Begins(lexicon.Lady) || Offices.Before(new(text, lexicon, mention.First)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether all that one name has before another is what may be left out: an initial, a rank by birth (<c>I Wayan</c>, <c>Muh.</c>).
    /// </summary>
    private static bool IsBriefOnly(ReadOnlySpan<char> begin, Lexicon lexicon)
    {
        foreach (var part in begin.Split(' '))
        {
            var word = begin[part].TrimEnd('.');
            if (word.Length > LongestPrefix && lexicon.NameShort.Match(Tokenizer.Read(word), 0, out _) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name with its apostrophes straight and without accents: <c>D’Ath</c> is <c>D'Ath</c>.</summary>
    private static string Straight(string name)
    {
        var straight = name.Replace('’', '\'').Replace('‘', '\'');
        return System.Text.Ascii.IsValid(straight)
            ? straight
            : string.Concat(
                straight
                    .Normalize(System.Text.NormalizationForm.FormD)
                    .Where(letter => char.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            );
    }

    /// <summary>
    /// Whether every word of <paramref name="brief"/> is one of <paramref name="full"/>'s, or within a longer name the first letter of one.
    /// </summary>
    private static bool IsPartOf(string brief, string full)
    {
        var isLong = brief.AsSpan().Count(' ') > 1;
        var isFirst = brief.Contains(' ', StringComparison.Ordinal);
        // In place, for each name is compared with all before it.
        foreach (var word in brief.AsSpan().Split(' '))
        {
            if (!HasWord(full, brief.AsSpan(word), isLong) && !(isFirst && IsInitialOf(full, brief.AsSpan(word))))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    /// <summary>Whether a name begins with the initial of a word: <c>A. Aswan</c> of Andi Aswan.</summary>
    private static bool IsInitialOf(string full, ReadOnlySpan<char> first) =>
        full is [var letter, '.', ' ', ..] && first.Length > LongestPrefix && letter == first[0];

    private static bool HasWord(ReadOnlySpan<char> name, ReadOnlySpan<char> sought, bool mayBeInitial)
    {
        var isInitial = mayBeInitial && sought is [_, '.'] or [_];
        foreach (var word in name.Split(' '))
        {
            if (
                name[word].Equals(sought, StringComparison.OrdinalIgnoreCase)
                || (isInitial && name[word] is [var letter, _, ..] && letter == sought[0])
            )
            {
                return true;
            }
        }

        return false;
    }
}
