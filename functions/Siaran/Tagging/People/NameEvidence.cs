using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>
/// Whether what looks like a name is shown to be a person's. Two words that are used as names are; one word, or words of every day in
/// capitals (<c>Pangkalan Utama</c>), need something next to them that only persons have: a title, a verb of saying, an age.
/// </summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="words">How words are used in running text.</param>
internal sealed class NameEvidence(ReleaseText text, Lexicon lexicon, WordClasses words)
{
    /// <summary>A word is common where it has a capital in at most so many eighths of its places within sentences.</summary>
    private const int CommonHabit = 3;

    /// <summary>The same for a word of several, which are all to be so.</summary>
    private const int CommonHabitOfSeveral = 4;

    private const string Passive = "di";
    private const int ShortestPassive = 6;
    private const int LongestNamedRun = 3;
    private const int LongestStaging = 10;
    private const int LongestMotto = 10;
    private const int LongestTheme = 14;
    private const int LongestSettlement = 2;
    private const int LongestArticle = 2;
    private const string Thing = "thing";

    private readonly HashSet<int> shownEnds = [];
    private readonly HashSet<int> shownStarts = [];

    /// <summary>Those of the persons that the text shows to be some, in their order.</summary>
    /// <param name="people">Persons with the mentions in full.</param>
    public List<ReadPerson> Shown(List<ReadPerson> people)
    {
        var isShown = people.ConvertAll(person => IsShown(person));
        // A name that "dan" joins to a person's is a person's; twice, for a list of three.
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < people.Count; i++)
            {
                foreach (var (first, last) in isShown[i] ? people[i].Mentions : [])
                {
                    shownStarts.Add(first);
                    shownEnds.Add(last);
                }
            }

            for (var i = 0; i < people.Count; i++)
            {
                isShown[i] = isShown[i] || (MayBeJoined(people[i]) && people[i].Mentions.Exists(IsJoined));
            }
        }

        return [.. people.Where((_, i) => isShown[i])];
    }

    private bool IsShown(ReadPerson person)
    {
        var (first, last) = person.Mentions[0];
        // Other languages than the model's have rules alone, which ask for evidence already.
        if (!lexicon.IsModelled)
        {
            return true;
        }

        var isOne = first == last;
        if (isOne && NameRuns.IsBracketed(text, text.Tokens[first]) && !person.Mentions.Exists(IsTitled))
        {
            return false;
        }

        if (
            person.Mentions.Exists(mention => IsDefined(mention) || IsOfAcronym(mention))
            || IsCalledThing(person)
            || person.Mentions.TrueForAll(mention =>
                IsOfTale(mention)
                || IsOfBuilding(mention)
                || IsInMarks(mention)
                || IsStyle(mention)
                || IsOfTheme(mention)
                || IsLocalKind(mention)
                || IsCounted(mention)
                || (mention.First == mention.Last && Offices.IsOwned(At(mention.First)))
                || IsOfSettlement(mention)
            )
        )
        {
            return false;
        }

        if (!isOne && !person.Mentions.TrueForAll(IsOfThing) && !AreOtherWords(first, last) && !IsOfOccasion(person))
        {
            return true;
        }

        return person.Mentions.Exists(IsShownAlone)
            || ((!AreCommon(first, last) || person.Mentions.Exists(IsMet)) && person.Mentions.Exists(IsHeld))
            || (isOne && person.Mentions.Count > 1 && person.Mentions.Exists(mention => IsKnown(mention.First) && IsApart(mention)));
    }

    /// <summary>Whether running text knows every word of a name, and none as a person's.</summary>
    private bool AreOtherWords(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var word = WordAt(i);
            if (text.Tokens[i] is { IsWord: true, Length: > 1 } && word is { Class: 0 } or { IsOfPersons: true, Habit: > CommonHabit })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all words of a name are written small as a rule, or name a place behind such: <c>Orang Tua</c>.</summary>
    private bool AreCommon(int first, int last)
    {
        var habit = first == last ? CommonHabit : CommonHabitOfSeveral;
        for (var i = first; i <= last; i++)
        {
            var isPlace = i > first && WordAt(i).IsOfPlaces;
            if (text.Tokens[i].IsWord && !isPlace && (WordAt(i).Class == 0 || WordAt(i).Habit > habit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether running text knows a word as part of persons' names above all.</summary>
    private bool IsKnown(int token) => WordAt(token) is { IsSurelyOfPersons: true, Habit: > CommonHabitOfSeveral };

    private WordClass WordAt(int token) => words[text.Tokens[token].Hash];

    /// <summary>Whether what is next to a mention comes next to persons only.</summary>
    private bool IsShownAlone(TokenSpan mention) =>
        IsTitled(mention)
        || IsSaid(mention)
        || IsSaying(mention)
        || IsDescribed(mention)
        || IsApposition(mention)
        || IsBeforeDegrees(mention);

    /// <summary>Whether two degrees are right behind a mention: <c>Karsinah SE MSi</c>.</summary>
    private bool IsBeforeDegrees(TokenSpan mention)
    {
        var degree = At(mention.Last + 1);
        var next = degree.Move(1);
        return degree.IsCapital
            && degree.IsSpaced
            && degree.Begins(lexicon.Degree)
            && next.IsCapital
            && next.IsSpaced
            && next.Begins(lexicon.Degree);
    }

    private bool IsTitled(TokenSpan mention) => mention.First > 0 && Titles.IsTitle(At(mention.First - 1));

    /// <summary>Whether an office is right before a mention or set off behind it.</summary>
    private bool IsHeld(TokenSpan mention) =>
        Offices.Before(At(mention.First)) is not null || Offices.After(At(mention.Last), _ => false) is not null;

    /// <summary>Whether a mention is of someone who was asked something: <c>… saat dikonfirmasi</c>, <c>… yang ditemui</c>.</summary>
    private bool IsMet(TokenSpan mention)
    {
        var when = At(mention.Last + 1);
        var asked = when.Move(1);
        return when.IsLower
            && (when.Begins(lexicon.Beyond) || when.Begins(lexicon.Clause))
            && asked is { IsLower: true, Token.Length: >= ShortestPassive }
            && asked.Word.StartsWith(Passive, StringComparison.Ordinal);
    }

    /// <summary>Whether a verb of saying or a word for persons comes before a mention: <c>kata …</c>, <c>bernama …</c>.</summary>
    private bool IsSaid(TokenSpan mention)
    {
        var before = At(mention.First - 1);
        var isPassive = before.IsWord && before.Begins(lexicon.Says) && before.Word.StartsWith(Passive, StringComparison.OrdinalIgnoreCase);
        // "Presiden ke-2 Rahmat": an ordinal between the office and the name.
        var isNumbered = before.IsNumber && At(mention.First - 4).Begins(lexicon.Office);
        return isNumbered
            || before.Begins(lexicon.Say)
            || before.Begins(lexicon.AccordingTo)
            || (NameBounds.IsBehind(lexicon.PersonNoun, text.Tokens, mention.First) && !(before.IsCapital && before.Move(-1).IsCapital))
            || (
                before.IsLower && NameBounds.IsBehind(lexicon.Office, text.Tokens, mention.First) && !AreCommon(mention.First, mention.Last)
            )
            || NameCues.IsBehindRole(At(mention.First))
            || isPassive;
    }

    /// <summary>
    /// Whether a verb of saying or an office held follows a mention, or the comma that ends what set it off: <c>… juga menambahkan</c>,
    /// <c>… selaku ketua</c>, <c>nelayan Tanjung Sira, …, mengaku</c>.
    /// </summary>
    private bool IsSaying(TokenSpan mention)
    {
        var behind = At(mention.Last + 1);
        behind = behind.Mark == ',' && At(mention.First - 1).Mark == ',' ? behind.Move(1) : behind;
        behind = behind.IsLower && behind.Begins(lexicon.Adverb) ? behind.Move(1) : behind;
        return behind.IsLower
            && (
                behind.Begins(lexicon.Says)
                || behind.Begins(lexicon.AsOffice)
                // "mengukuhkan Hasan sebagai rektor".
                || (behind.Word is "sebagai" or "menjadi" && behind.Move(1).Begins(lexicon.Office))
                // "Hasan mantan anggota DPRD".
                || (behind.Is(lexicon.Acting) && behind.Move(1).Begins(lexicon.Office))
            );
    }

    /// <summary>Whether an age or a degree follows a mention: <c>… (69)</c>, <c>…, S.Pd.</c></summary>
    private bool IsDescribed(TokenSpan mention)
    {
        var mark = At(mention.Last + 1);
        var behind = mark.Move(1);
        return mark.Mark switch
        {
            '(' => NameCues.IsAge(text, lexicon, mark.Index) || (behind.IsNumber && behind.Token.Length == 1 && behind.Move(1).Mark == ')'),
            ',' => behind.IsCapital && behind.Begins(lexicon.Degree),
            _ => false,
        };
    }

    /// <summary>Whether commas set a mention off from, or a description off behind it: <c>satu korban, …, ditemukan</c>.</summary>
    private bool IsApposition(TokenSpan mention)
    {
        var before = At(mention.First - 1);
        var behind = At(mention.Last + 1);
        var kin = before.Move(-1);
        // "istrinya, Dewi, dan": behind a word for persons a list may go on.
        var isOfKin = kin.IsLower && (kin.Begins(lexicon.PersonNoun) || kin.Word.EndsWith(Offices.Possessive, StringComparison.Ordinal));
        var isSetOff = before.Mark == ',' && kin.IsLower && (isOfKin || !behind.Move(1).Begins(lexicon.And));
        var isFirst = before.Mark is '.' or '”' or '"' || !before.IsInside || before.Token.Kind is TokenKind.Break;
        var next = behind.Move(1);
        return (behind.Mark == ',' || (isOfKin && before.Mark == ',' && behind.Begins(lexicon.And)))
            && (next.IsLower || isOfKin || (isSetOff && next.Begins(lexicon.Office)))
            && (isSetOff || (isFirst && !next.Begins(lexicon.And) && !next.Begins(lexicon.Clause)));
    }

    /// <summary>Whether a mention is no part of a longer run of capitals: <c>… Event Nusantara</c>.</summary>
    private bool IsApart(TokenSpan mention)
    {
        var behind = At(mention.Last + 1);
        return text.Tokens[mention.First].Start >= text.TitleCaseEnd && !(behind.IsCapital && behind.IsSpaced) && !IsOfThing(mention);
    }

    /// <summary>Whether a mention ends the name of a thing, over words of every day: <c>Gedung Kesenian …</c>.</summary>
    private bool IsOfThing(TokenSpan mention)
    {
        var before = At(mention.First - 1);
        for (var i = 0; i < LongestNamedRun && before.IsCapital && !Titles.IsTitle(before); i++, before = before.Move(-1))
        {
            if (before.Begins(lexicon.NamedFor))
            {
                return !NameBounds.IsBehind(lexicon.Office, text.Tokens, before.Index);
            }

            if (!AreCommon(before.Index, before.Index))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word for what people hold comes before a name, and nothing that only persons have: <c>kegiatan Sedekah Bumi</c>.
    /// </summary>
    private bool IsOfOccasion(ReadPerson person) =>
        person.Mentions.Exists(mention => At(mention.First - 1) is { IsLower: true } before && before.Begins(lexicon.Occasion))
        && !person.Mentions.Exists(mention => IsShownAlone(mention) || IsHeld(mention));

    /// <summary>
    /// Whether quotation marks are about a mention and other capitals alone, as about a motto or a title: <c>visi “Gita Rinjani – Bima
    /// Maju”</c>.
    /// </summary>
    private bool IsInMarks(TokenSpan mention)
    {
        if (At(mention.First - 1).Mark is not ('“' or '‘' or '"' or '«'))
        {
            return false;
        }

        var at = At(mention.Last + 1);
        while (at.Index - mention.Last <= LongestMotto && (at.IsCapital || at.Mark is '-' or '–' or '—' or '&'))
        {
            at = at.Move(1);
        }

        return at.Mark is '”' or '’' or '"' or '»';
    }

    /// <summary>Whether a word for a title leads to the capitals that a mention is among: <c>tema Semarak Kidung Gempita</c>.</summary>
    private bool IsOfTheme(TokenSpan mention)
    {
        var first = mention.First;
        while (first > 0 && mention.First - first < LongestNamedRun && text.Tokens[first - 1].IsCapital && At(first).IsSpaced)
        {
            first--;
        }

        return (NameBounds.IsBehind(lexicon.Theme, text.Tokens, first) || IsNameOfTheme(first)) && !IsTitled(mention) && !IsHeld(mention);
    }

    /// <summary>
    /// Whether a word such as <c>yaitu</c> leads to capitals from a word for a title: <c>tema Hari Jadi Kota ini adalah …</c>
    /// </summary>
    private bool IsNameOfTheme(int first)
    {
        var at = At(first - 1);
        if (!at.IsLower || !at.Begins(lexicon.Copula))
        {
            return false;
        }

        for (; at.IsInside && at.Mark != '.' && at.Token.Kind is not TokenKind.Break && first - at.Index <= LongestTheme; at = at.Move(-1))
        {
            if (at.IsWord && at.Begins(lexicon.Theme))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a mention ends the name of a village or an award, behind unknown words: <c>Gampong Lueng Teuku Ben</c>.</summary>
    private bool IsOfSettlement(TokenSpan mention)
    {
        var at = At(mention.First - 1);
        for (var i = 0; i < LongestSettlement && at.IsCapital && WordAt(at.Index).Class == 0; i++, at = at.Move(-1))
        {
            if (at.Move(-1) is { IsCapital: true } before && (before.Begins(lexicon.Settlement) || before.Begins(lexicon.NamedFor)))
            {
                return !IsHeld(mention);
            }
        }

        return false;
    }

    /// <summary>Whether the text says of a mention what kind of thing it is: <c>Sinar Budaya adalah perkumpulan …</c></summary>
    private bool IsDefined(TokenSpan mention) =>
        At(mention.Last + 1) is { IsLower: true } copula && copula.Is(lexicon.Copula) && IsThing(copula.Move(1));

    /// <summary>
    /// Whether a comma parts one who does nothing that persons do from a word for a thing: <c>Sinar Budaya, organisasi budaya …</c>
    /// </summary>
    private bool IsCalledThing(ReadPerson person) =>
        person.Mentions.Exists(mention => At(mention.Last + 1).Mark == ',' && IsThing(At(mention.Last + 2)))
        && !person.Mentions.Exists(mention => IsTitled(mention) || IsSaid(mention) || IsSaying(mention) || IsHeld(mention));

    private bool IsThing(TokenCursor kind)
    {
        for (var i = 0; i < LongestArticle && kind.Word is "sebuah" or "suatu" or "salah" or "satu"; i++)
        {
            kind = kind.Move(1);
        }

        return kind.IsLower && kind.Match(lexicon.Occasion, out var kinds) > 0 && kinds.Contains(Thing);
    }

    /// <summary>
    /// Whether letters in brackets are the first ones of a mention and of the capitals before it: <c>Wayang Beber Kertabumi (WBK)</c>.
    /// </summary>
    private bool IsOfAcronym(TokenSpan mention)
    {
        var letters = At(mention.Last + 2);
        if (
            letters.Token is not { Case: TokenCase.Upper, Length: > 1 }
            || letters.Move(-1).Mark != '('
            || letters.Move(1).Mark != ')'
            || mention.Last - mention.First + 1 >= letters.Token.Length
        )
        {
            return false;
        }

        var first = mention.Last - letters.Token.Length + 1;
        for (var i = 0; i < letters.Token.Length; i++)
        {
            var word = At(first + i);
            var isOther = Titles.IsTitle(word) || word.Begins(lexicon.Office);
            if (!word.IsCapital || isOther || word.Word[0] != letters.Word[i] || (i > 0 && !word.IsSpaced))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a mention is of a kind that a region is known for: <c>Lipa Sa’be khas Mandar</c>.</summary>
    private bool IsLocalKind(TokenSpan mention) => At(mention.Last + 1) is { IsLower: true } behind && behind.Is(lexicon.LocalKind);

    /// <summary>
    /// Whether a mention of several words is a thing that is counted: <c>dua buah Lampu Sorot</c>, <c>Damar Jaya 20 orang</c>.
    /// </summary>
    private bool IsCounted(TokenSpan mention)
    {
        var number = At(mention.Last + 1);
        var unit = number.IsNumber ? number.Move(1) : At(mention.First - 1);
        return mention.Last > mention.First
            && unit.IsLower
            && (unit.Is(lexicon.Piece) || (number.IsNumber && unit.Word is "orang" or "pcs" or "kg"))
            && !IsTitled(mention)
            && !IsHeld(mention);
    }

    /// <summary>Whether a mention is a name of honour that someone was given: <c>bergelar Datuk …</c></summary>
    private bool IsStyle(TokenSpan mention) =>
        NameBounds.IsBehind(lexicon.Styled, text.Tokens, Titles.FirstBefore(text, lexicon, mention.First));

    /// <summary>Whether a mention ends the name of a building behind a word for someone: <c>Gedung Kesenian Putri …</c></summary>
    private bool IsOfBuilding(TokenSpan mention)
    {
        var noun = At(mention.First - 1);
        return noun.IsCapital
            && noun.IsSpaced
            && noun.Move(-1).IsCapital
            && noun.Begins(lexicon.PersonNoun)
            && IsOfThing(new(noun.Index, mention.Last));
    }

    /// <summary>Whether a mention is of someone in a tale that is staged: <c>sendratari yang mengangkat kisah …</c></summary>
    private bool IsOfTale(TokenSpan mention)
    {
        if (!NameBounds.IsBehind(lexicon.Tale, text.Tokens, mention.First))
        {
            return false;
        }

        for (var at = At(mention.First - 1); at.IsInside && mention.First - at.Index <= LongestStaging; at = at.Move(-1))
        {
            if (at.Token.Kind is TokenKind.Break || at.Mark == '.')
            {
                return false;
            }

            if (at.Begins(lexicon.Stage))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name may be a person's by what it is joined to.</summary>
    private bool MayBeJoined(ReadPerson person)
    {
        var (first, last) = person.Mentions[0];
        return !AreCommon(first, last)
            && !NameRuns.IsBracketed(text, text.Tokens[first])
            && (first < last || IsKnown(first) || WordAt(first).Class == 0);
    }

    /// <summary>Whether <c>dan</c>, a comma or a stroke joins a mention to one that is surely a person's.</summary>
    private bool IsJoined(TokenSpan mention) =>
        (IsJoint(At(mention.First - 1)) && shownEnds.Contains(mention.First - (At(mention.First - 2).Mark == ',' ? 3 : 2)))
        || (IsJoint(At(mention.Last + 1)) && shownStarts.Contains(mention.Last + 2));

    private bool IsJoint(TokenCursor at) => at.Mark is ',' or '/' or '-' || (at.IsLower && at.Begins(lexicon.And));

    private TokenCursor At(int token) => new(text, lexicon, token);
}
