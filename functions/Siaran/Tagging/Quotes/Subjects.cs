using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>Finds who holds the floor: the last one who says something, or with whom a sentence begins.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="words">What words next to a quote do.</param>
/// <param name="mentions">Of all persons, in the text's order.</param>
internal sealed class Subjects(ReleaseText text, Lexicon lexicon, SayingWords words, List<Mention> mentions)
{
    private const int LongestLeadIn = 5;
    private const int LongestLeadInClause = 12;
    private const int LongestOffice = 10;
    private const string ReadOut = "membacakan";
    private const string ReadOutShort = "bacakan";

    /// <summary>The last person before a quote who says something, or with whom a sentence begins.</summary>
    /// <param name="open">Its opening mark.</param>
    /// <param name="close">Its closing mark.</param>
    /// <param name="isFirst">Whether nobody has spoken yet.</param>
    public Mention? Last(int open, int close, bool isFirst)
    {
        var tokens = text.Tokens;
        for (var m = mentions.Count - 1; m >= 0; m--)
        {
            // A person merely mentioned is not a subject: otherwise "ujarnya" behind "… bertemu Budi"
            // would be Budi's. Nor is one whom the story tells of and who never speaks: only a verb of
            // saying, or an office at the first mention, gives the floor while someone has it.
            if (
                mentions[m].Last < open
                && tokens[mentions[m].First].Start >= text.BodyStart
                && !IsCompany(m)
                && (
                    words.Says(mentions[m].Last)
                    || IsAttended(m)
                    || GivesSpeech(m)
                    || IsSpokenTo(mentions[m].First)
                    || SaysInSentence(mentions[m])
                    || (
                        BeginsSentence(m)
                        && (isFirst || ((IsIntroduced(m) || ActsBefore(mentions[m], open)) && !IsNamedWithin(mentions[m], open, close)))
                    )
                )
            )
            {
                return mentions[m];
            }
        }

        return null;
    }

    /// <summary>Whether someone is only with the one who was named before in the sentence: <c>… didampingi Kabag Hukum Budi</c>.</summary>
    private bool IsCompany(int m)
    {
        var tokens = text.Tokens;
        var first = Offices.Before(new(text, lexicon, mentions[m].First))?.First ?? mentions[m].First;
        return m > 0
            && first > 1
            && (lexicon.Accompanied.Match(tokens, first - 1, out _) > 0 || IsReadOut(first))
            && !words.HasSentenceBetween(mentions[m - 1].Last, first);
    }

    /// <summary>Whether someone else reads out what is said to all: <c>membacakan amanat Gubernur …</c></summary>
    private bool IsReadOut(int office) =>
        lexicon.Speech.Match(text.Tokens, office - 1, out _) == 1 && text.Word(text.Tokens[office - 2]) is ReadOut or ReadOutShort;

    /// <summary>Whether the verb of someone's saying comes behind those who are with them: <c>… didampingi … mengatakan</c>.</summary>
    private bool IsAttended(int m) => m + 1 < mentions.Count && IsCompany(m + 1) && words.Says(mentions[m + 1].Last);

    /// <summary>Whether it is named right before their office what they say to all: <c>sambutan oleh Bupati Dompu, Ani</c>.</summary>
    private bool GivesSpeech(int m)
    {
        var tokens = text.Tokens;
        return Offices.Before(new(text, lexicon, mentions[m].First)) is { First: > 1 and var first }
            && lexicon.Toward.Match(tokens, first - 1, out _) == 1
            && tokens[first - 2].Case is TokenCase.Lower
            && lexicon.Speech.Match(tokens, first - 2, out _) == 1;
    }

    /// <summary>
    /// Whether a sentence begins with someone who says something further on in it, before another is named: <c>Kemudian, Siti Anggota KPU
    /// Dompu menjelaskan …</c>
    /// </summary>
    public bool SaysInSentence(Mention named)
    {
        var m = mentions.IndexOf(named);
        var next = m + 1 < mentions.Count ? mentions[m + 1].First : text.Tokens.Length;
        return BeginsSentence(m) && words.SaysBefore(named.Last, next);
    }

    /// <summary>Whether a verb of saying or <c>menurut</c> comes right before a name: <c>…, kata Harryo, …</c></summary>
    public bool IsSpokenTo(int first)
    {
        var tokens = text.Tokens;
        var office = Offices.Before(new(text, lexicon, first))?.First ?? first;
        return first > 0
            && (
                words.IsSaidBefore(office)
                || IsSaidOfOffice(first)
                || lexicon.AccordingTo.Match(tokens, first - 1, out _) > 0
                || words.IsSaidBy(first - 1)
                || (tokens[first - 1].Case is TokenCase.Lower && lexicon.Say.Match(tokens, first - 1, out _) > 0)
            );
    }

    /// <summary>
    /// Whether a passive of saying comes before the office of someone, though a word of its place is written small: <c>Demikian disampaikan
    /// Bupati Gunung kidul H. Rahmat</c>.
    /// </summary>
    private bool IsSaidOfOffice(int first)
    {
        var tokens = text.Tokens;
        var small = 0;
        for (var i = first - 1; i >= 0 && first - i <= LongestOffice; i--)
        {
            if (words.IsSaidBy(i))
            {
                return lexicon.Office.Match(tokens, i + 1, out _) > 0;
            }

            small += tokens[i].Case is TokenCase.Lower ? 1 : 0;
            if (small > 1 || !(tokens[i].IsWord || text.IsMark(tokens[i], '.')))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether someone named with an office does something in the one sentence between a quote and what is before it: <c>Gubernur Ahmad
    /// menyambut baik rencana itu. “…,” katanya</c>.
    /// </summary>
    private bool ActsBefore(Mention named, int open) =>
        words.EndsSentence(open - 1)
        && !words.HasSentenceBetween(named.Last, open - 1)
        && !words.IsPassiveBehind(named.Last)
        && Offices.Before(new(text, lexicon, named.First)) is not null;

    /// <summary>Whether a quote names someone, and so is another's: <c>“Tekanan Ahmad membawa harapan,” katanya</c>.</summary>
    private static bool IsNamedWithin(Mention named, int open, int close) =>
        named.Person.Mentions.Exists(mention => mention.First > open && mention.First < close);

    /// <summary>Whether someone is named for the first time in the body, with an office.</summary>
    private bool IsIntroduced(int mention)
    {
        var named = mentions[mention];
        return (named.Person.Office is not null || IsOneOf(named.First)) && IsFirstOfBody(named);
    }

    private bool IsFirstOfBody(Mention named) =>
        named.Person.Mentions.Find(m => text.Tokens[m.First].Start >= text.BodyStart)?.First == named.First;

    /// <summary>Whether a comma sets a name off from a word for someone before it: <c>Salah satu korban, …, senang</c>.</summary>
    private bool IsOneOf(int first) =>
        first > 1
        && text.IsMark(text.Tokens[first - 1], ',')
        && text.Tokens[first - 2].Case is TokenCase.Lower
        && lexicon.PersonNoun.Match(text.Tokens, first - 2, out _) > 0;

    private bool BeginsSentence(int mention)
    {
        var tokens = text.Tokens;
        // The office belongs to the subject: "Sekda NTB, Budi, …" begins a sentence though Budi does
        // not.
        var first = Offices.Before(new(text, lexicon, mentions[mention].First))?.First ?? mentions[mention].First;
        var begin = first;
        var longest = first > 0 && text.IsMark(tokens[first - 1], ',') ? LongestLeadInClause : LongestLeadIn;
        while (begin > 0 && first - begin <= longest && tokens[begin - 1].Kind is not TokenKind.Break && !words.EndsSentence(begin - 1))
        {
            begin--;
        }

        return first - begin <= longest
            && (first == begin || (words.IsLead(first - 1) && !words.IsPronoun(begin)))
            && (mention == 0 || mentions[mention - 1].First < begin);
    }
}

/// <summary>Where a person is named, in tokens.</summary>
internal sealed record Mention(int First, int Last, ReadPerson Person)
{
    /// <summary>The name as the text gives it there; in full where it gives initials.</summary>
    public Speaker SpeakerIn(ReleaseText text)
    {
        // A quote shows the name as the text has it there; initials in capitals say too little to a
        // reader of the quote alone.
        var written = text.Words(First, Last);
        return new(
            Person.Name.Contains(written, StringComparison.OrdinalIgnoreCase) || text.Tokens[First].Case is not TokenCase.Upper
                ? written.ToString()
                : Person.Name,
            Person.Id
        );
    }
}
