using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.Quotes;

/// <summary>Tells who says a quote: by the words behind it, by those before it, or by who holds the floor.</summary>
internal sealed class Speakers
{
    // Attribution by rule, in the order in which writers of releases mark it: the verb after the quote, the lead-in before it, then
    // whoever spoke last (compare the rules that O'Keefe et al., 2012, measure models against).
    // A learnt model would need many Indonesian quotes with their speakers marked. Each quote looks at a bounded
    // number of tokens on either side; mentions are few, so they are searched from the start.
    private const int LongestAttribution = 12;
    private const int LongestOffice = 24;
    private const int LongestArticle = 3;
    private const int LongestSaid = 30;
    private const int LongestSaidBefore = 60;
    private const int LongestAuthor = 6;
    private const string Possessive = "nya";
    private const string They = "mereka";

    private readonly ReleaseText text;
    private readonly Lexicon lexicon;
    private readonly OfficeBodies bodies;
    private readonly SayingWords words;
    private readonly List<Mention> mentions;
    private readonly Subjects subjects;
    private readonly SpokenOffices offices;

    // The last quote and who said it. The only state from one quote to the next, so quotes must be
    // asked for in the text's order.
    private (int At, Speaker Speaker)? previous;

    public Speakers(ReleaseText text, Lexicon lexicon, IReadOnlyList<ReadPerson> people, OfficeBodies bodies)
    {
        (this.text, this.lexicon, this.bodies) = (text, lexicon, bodies);
        words = new(text, lexicon);
        mentions =
        [
            .. people.SelectMany(person => person.Mentions.Select(m => new Mention(m.First, m.Last, person))).OrderBy(m => m.First),
        ];
        subjects = new(text, lexicon, words, mentions);
        offices = new(text, lexicon, bodies, words, mentions);
    }

    /// <summary>
    /// Who says the quote between two tokens; a speaker without a name where the text names none; null where nobody says it.
    /// </summary>
    public Speaker? Of(int open, int close)
    {
        // What follows wins over what precedes: between two quotes the verb belongs to the first.
        if ((After(open, close) ?? Before(open, close)) is { } attributed)
        {
            previous = (close, attributed);
            return attributed;
        }

        // No verb near it: a quote that is a paragraph of its own goes on with the last speaker; one
        // within a sentence without a verb is nobody's (a title, a word in marks).
        var unattributed = Unattributed(open, close);
        previous = unattributed is { Name: not null } goesOn ? (close, goesOn) : previous;
        return unattributed;
    }

    /// <summary>The speaker behind the quote: <c>…,” tegas Hassanudin</c>, or whoever holds the floor behind <c>ujarnya</c>.</summary>
    private Speaker? After(int open, int close)
    {
        var tokens = text.Tokens;
        var i = Behind(close);
        var isLast = IsLastOfParagraph(i);
        if (isLast || i + 1 >= tokens.Length || !tokens[i].IsWord)
        {
            return isLast ? CurrentSpeaker(open, close) : null;
        }

        // "demikian bunyi surat itu": the words are a document's; "demikian disampaikan Bupati" has a
        // speaker.
        if (lexicon.Nobody.Match(tokens, i, out _) > 0)
        {
            // "demikian yang disampaikan Bupati".
            i += i + 2 < tokens.Length && lexicon.Clause.Match(tokens, i + 1, out _) == 1 && words.IsSaidBy(i + 2) ? 1 : 0;
            if (!words.IsSaying(i + 1) && lexicon.AccordingTo.Match(tokens, i + 1, out _) == 0)
            {
                // "demikian beliau mengakhiri sambutannya".
                return lexicon.Pronoun.Match(tokens, i + 1, out _) == 1 ? CurrentSpeaker(open, close) : Author(i + 1) ?? OfBody(i + 1);
            }

            i++;
        }

        if (i + 1 >= tokens.Length)
        {
            return null;
        }

        var saidAs = PastAs(i);
        var isSaidAs = saidAs > i;
        i = words.PastAdverb(saidAs);
        // Three shapes behind a quote: "ia mengatakan", "Hassanudin mengatakan", "ujar Hassanudin". The
        // first points back, the others name.
        if (lexicon.Pronoun.Match(tokens, i, out _) == 1 && words.IsSaying(i + 1))
        {
            return CurrentSpeaker(open, close);
        }

        if (Saying(i) is { } subject)
        {
            return subject.SpeakerIn(text);
        }

        var isVerb = words.IsSayOrSource(i) || words.IsPassive(i, close) || isSaidAs || IsAnyVerb(i, close);
        var pointsBack = words.PointsBack(i) || words.IsPronoun(i + 1);
        return isVerb ? (pointsBack ? null : Named(i)) ?? Unnamed(i, open, close)
            // "ungkapnya", "tandasnya": verbs that no list has are known by their suffix, but only
            // before a mark, since nouns bear it too ("rumahnya").
            : text.Word(tokens[i]).EndsWith(Possessive, StringComparison.Ordinal) && tokens[i + 1].Kind is TokenKind.Mark
                ? CurrentSpeaker(open, close)
            : null;
    }

    /// <summary>Whether a verb that bears its subject is all that follows a quote in its paragraph: <c>…” tuturnya</c></summary>
    private bool IsLastOfParagraph(int i)
    {
        var tokens = text.Tokens;
        return i < tokens.Length
            && tokens[i].Case is TokenCase.Lower
            && text.Word(tokens[i]).EndsWith(Possessive, StringComparison.Ordinal)
            && (i + 1 == tokens.Length || tokens[i + 1].Kind is TokenKind.Break);
    }

    /// <summary>The token behind a quote and a mark, or at <c>Demikian ungkap Siti</c>, which may be a paragraph of its own.</summary>
    private int Behind(int close)
    {
        var tokens = text.Tokens;
        var i = close + 1;
        if (i < tokens.Length && (text.IsMark(tokens[i], ',') || words.IsVerbOfItsOwn(i)))
        {
            return i + 1;
        }

        var isOwnParagraph =
            i + 2 < tokens.Length
            && tokens[i].Kind is TokenKind.Break
            && lexicon.Nobody.Match(tokens, i + 1, out _) == 1
            && words.IsSaying(i + 2);
        return isOwnParagraph ? i + 1 : i;
    }

    /// <summary>Who is named at a token, with a verb of saying behind the name.</summary>
    private Mention? Saying(int i) =>
        mentions.Find(m => m.First == i) is { } subject
        && subject.Last + 1 < text.Tokens.Length
        && words.IsSaying(words.PastAdverb(subject.Last + 1))
            ? subject
            : null;

    /// <summary>The passive of saying behind a word that leads on to others elsewhere: <c>…”, sebagaimana disampaikan Siti</c>.</summary>
    private int PastAs(int i)
    {
        var tokens = text.Tokens;
        return
            i + 2 < tokens.Length
            && lexicon.Beyond.Match(tokens, i, out _) == 1
            && words.IsSaidBy(i + 1)
            && tokens[i + 1].Case is TokenCase.Lower
            ? i + 1
            : i;
    }

    /// <summary>The person whom nothing but an office comes before: <c>tulis Bupati Dompu Siti Rahayu</c>.</summary>
    private Speaker? Author(int from)
    {
        var tokens = text.Tokens;
        // "demikian potongan sambutan Siti": behind what the words are called.
        for (var k = from; k < tokens.Length && k < from + LongestArticle && tokens[k].Case is TokenCase.Lower; k++)
        {
            from = lexicon.Speech.Match(tokens, k, out _) == 1 ? k + 1 : from;
        }

        for (var k = from; k < tokens.Length && k <= from + LongestAuthor && tokens[k].IsCapital; k++)
        {
            if (mentions.Find(m => m.First == k) is { } author)
            {
                return author.SpeakerIn(text);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a word on no list is a verb of saying, because the quote ends with a comma and someone follows: <c>…,” lapor Kadinkes</c>.
    /// </summary>
    private bool IsAnyVerb(int i, int close)
    {
        var tokens = text.Tokens;
        return close > 0
            && i == close + 1
            && words.EndsSaid(close - 1)
            && tokens[i].Case is TokenCase.Lower
            && tokens[i + 1].IsCapital
            && lexicon.NoNoun.Match(tokens, i, out _) == 0
            && lexicon.And.Match(tokens, i, out _) == 0
            && (
                mentions.Exists(m => m.First == i + 1)
                || lexicon.Office.Match(tokens, i + 1, out _) > 0
                || Titles.IsTitle(new(text, lexicon, i + 1))
            );
    }

    /// <summary>
    /// The person named behind a verb of saying; the second of two where the first but belongs to the role: <c>kata pengacara Budi, Ani,
    /// …</c>.
    /// </summary>
    private Speaker? Named(int verb)
    {
        var tokens = text.Tokens;
        if (IsOfficeAlone(verb + 1))
        {
            return null;
        }

        for (
            var k = verb + 1;
            k < tokens.Length
                && k <= verb + LongestOffice
                && tokens[k].Kind is not TokenKind.Break
                && !words.EndsSentence(k)
                && !words.IsBeyond(k);
            k++
        )
        {
            if (mentions.Find(m => m.First == k) is not { } named)
            {
                continue;
            }

            // "kata pengacara Budi, Ani, …": Budi is of the role (whose lawyer), Ani speaks. Recognised
            // by a role in small letters and a name on both sides of the comma.
            var isOfRole =
                k > verb + 1
                && tokens[verb + 1].Case is TokenCase.Lower
                && named.Last + 2 < tokens.Length
                && text.IsMark(tokens[named.Last + 1], ',');
            return (isOfRole && mentions.Find(m => m.First == named.Last + 2) is { } second ? second : named).SpeakerIn(text);
        }

        return null;
    }

    /// <summary>
    /// Whether an office without a name is all that speaks, and the sentence goes on behind it: <c>tutup Bupati, dalam acara yang dihadiri
    /// Budi</c>.
    /// </summary>
    private bool IsOfficeAlone(int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Length || !tokens[at].IsCapital || lexicon.Office.Match(tokens, at, out _) is not (> 0 and var length))
        {
            return false;
        }

        var end = at + length;
        while (end < tokens.Length && tokens[end].IsCapital && end - at < LongestAuthor && !mentions.Exists(m => m.First == end))
        {
            end++;
        }

        return end + 1 < tokens.Length
            && text.IsMark(tokens[end], ',')
            && tokens[end + 1].Case is TokenCase.Lower
            && !Titles.IsTitle(new(text, lexicon, end + 1));
    }

    /// <summary>
    /// Behind <c>ujarnya</c> and <c>kata dia</c> whoever holds the floor; behind an office whoever has it, or the office; behind <c>kata
    /// pria itu</c> whoever was spoken of; behind a body's name the body; behind any other word nobody the text names.
    /// </summary>
    private Speaker Unnamed(int verb, int open, int close)
    {
        var tokens = text.Tokens;
        var next = verb + 1;
        if (text.Word(tokens[next]) is They)
        {
            return new(null, null);
        }

        if (!tokens[next].IsWord || words.IsPronoun(next) || text.Word(tokens[verb]).EndsWith(Possessive, StringComparison.Ordinal))
        {
            return CurrentSpeaker(open, close);
        }

        // "kata pria itu": a definite noun points to someone named before. Looked for first, since an
        // office may be behind it.
        if (lexicon.ByName.Match(tokens, next, out _) > 0 || HasDefinite(verb))
        {
            return CurrentSpeaker(open, close);
        }

        // English has an article before the office.
        next += tokens[next].Length <= LongestArticle && next + 1 < tokens.Length && tokens[next].Case is TokenCase.Lower ? 1 : 0;
        next = offices.PastActing(tokens, next);
        // "ujar Pak Bupati".
        next = Titles.EndFrom(text, lexicon, next) is var titled && offices.IsOffice(titled) ? titled : next;
        return next < tokens.Length && lexicon.Office.Match(tokens, next, out _) is > 0 and var length
            ? offices.Holder(next, length, open) is { } holder
                ? new(holder.Person.Name, holder.Person.Id)
                : new(tokens[next].IsCapital ? offices.NameAt(next, length) : null, null)
            : next < tokens.Length
                ? Titled(next) ?? OfBody(next)
                : new(null, null);
    }

    private bool HasDefinite(int verb)
    {
        var tokens = text.Tokens;
        for (
            var k = verb + 1;
            k < tokens.Length && k <= verb + LongestAttribution && tokens[k].Kind is not TokenKind.Break && !words.EndsSentence(k);
            k++
        )
        {
            if (lexicon.Definite.Match(tokens, k, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Someone whom a title and letters alone name: <c>pesan Pak YES</c>.</summary>
    private Speaker? Titled(int at)
    {
        var tokens = text.Tokens;
        return
            at + 1 < tokens.Length
            && tokens[at].IsCapital
            && Titles.IsTitle(new(text, lexicon, at))
            && tokens[at + 1] is { IsWord: true, Case: TokenCase.Upper }
            ? new(text.Words(at, at + 1).ToString(), null)
            : null;
    }

    /// <summary>The body that is named at a token, which speaks for itself: <c>tulis BMKG</c>.</summary>
    private Speaker OfBody(int at) => new(bodies.BodyAt(at) is { } body ? text.Words(body.First, body.Last).ToString() : null, null);

    /// <summary>
    /// The speaker named before the quote: <c>Hassanudin mengatakan, “…</c>, or whoever holds the floor: <c>Ia menambahkan, “…</c>.
    /// </summary>
    private Speaker? Before(int open, int close)
    {
        if (Announced(open) is { } announced)
        {
            return announced.SpeakerIn(text);
        }

        var tokens = text.Tokens;
        // Back to the sentence's begin, twelve tokens at most. A closing mark on the way means that the
        // words belong to the quote before.
        for (
            var i = open - 1;
            i >= 0 && i > open - LongestAttribution && tokens[i].Kind is not TokenKind.Break && !words.EndsSentence(i);
            i--
        )
        {
            if (tokens[i].Kind is TokenKind.Mark && text.Text[tokens[i].Start] is '”' or '"' or '»' or '›')
            {
                return null;
            }

            if (words.IsWritten(i, open) && !mentions.Exists(m => m.Last < open && !words.HasSentenceBetween(m.Last, open)))
            {
                return new(null, null);
            }

            if (lexicon.AccordingTo.Match(tokens, i, out _) > 0 && mentions.Find(m => m.First > i && m.Last < open) is { } source)
            {
                return source.SpeakerIn(text);
            }

            if ((words.LeadsIn(i) || words.IsAnyLeadIn(i, open)) && !words.IsBehindQuote(i))
            {
                var named =
                    mentions.FindLast(m => m.Last < open && m.Last > open - LongestSaid && !IsObject(m))
                    ?? mentions.FindLast(m => m.Last < open && m.Last > open - LongestSaid);
                // The subject may be in an earlier sentence ("Ia menambahkan, “…"); then whoever spoke
                // last is meant. Thirty tokens cover a name with its titles and office.
                return named is null || words.HasSentenceBetween(named.Last, open)
                    ? offices.Alone(i, open) ?? CurrentSpeaker(open, close)
                    : named.SpeakerIn(text);
            }
        }

        return null;
    }

    /// <summary>Whom a colon alone parts from the quote, in the same line or the one before: <c>Siti Rahayu: “…</c></summary>
    private Mention? Announced(int open)
    {
        var colon = open > 1 && text.Tokens[open - 1].Kind is TokenKind.Break ? open - 2 : open - 1;
        return colon > 0 && text.IsMark(text.Tokens[colon], ':') ? mentions.Find(m => m.Last == colon - 1) : null;
    }

    /// <summary>Whether someone is not the subject, by what comes before: <c>menoleh ke Budi sambil berkata</c>.</summary>
    private bool IsObject(Mention mention)
    {
        var first = Offices.Before(new(text, lexicon, mention.First))?.First ?? mention.First;
        return first > 0
            && text.Tokens[first - 1].Case is TokenCase.Lower
            && (lexicon.Beyond.Match(text.Tokens, first - 1, out _) > 0 || lexicon.Toward.Match(text.Tokens, first - 1, out _) > 0);
    }

    /// <summary>
    /// Who goes on behind a quote of the same paragraph: <c>“…,” kata Siti. “…”</c>. Null where another takes the floor between them,
    /// or what is in the marks is no sentence.
    /// </summary>
    private Speaker? GoesOn(int open, int close)
    {
        var tokens = text.Tokens;
        if (previous is not { } before || before.At >= open - 1)
        {
            return null;
        }

        for (var i = before.At; i < open; i++)
        {
            if (tokens[i].Kind is TokenKind.Break)
            {
                return null;
            }
        }

        var isSentence =
            words.EndsSentence(open - 1)
            && (words.EndsSaid(close - 1) || text.IsMark(tokens[close - 1], '.') || words.IsPointBehind(close));
        var isRest = text.IsMark(tokens[open - 1], ',') && (words.EndsSaid(close - 1) || text.IsMark(tokens[close - 1], '.'));
        var isAnother =
            subjects.Last(open, close, previous is null) is { } subject
            && subject.First > before.At
            && subject.Person.Id != before.Speaker.Id;
        // Another person named between, in a sentence that the quote does not go on with, may be who speaks.
        var isAlone = !mentions.Exists(m => m.First > before.At && m.First < open && m.Person.Id != before.Speaker.Id);
        return ((isSentence && isAlone) || isRest) && !isAnother ? before.Speaker : null;
    }

    /// <summary>
    /// The only one of a paragraph, who says something in the sentences before a quote that is one of its own: <c>Siti menambahkan, ada
    /// masukan. “…”</c>
    /// </summary>
    private Speaker? OfParagraph(int open, int close)
    {
        if (
            !words.EndsSentence(open - 1)
            || !(words.EndsSaid(close - 1) || text.IsMark(text.Tokens[close - 1], '.') || words.IsPointBehind(close))
        )
        {
            return null;
        }

        var from = open - 1;
        while (from > 0 && text.Tokens[from - 1].Kind is not TokenKind.Break)
        {
            from--;
        }

        var named = mentions.FindAll(m => m.First >= from && m.Last < open);
        if (named.Exists(m => words.Says(m.Last) || subjects.IsSpokenTo(m.First)) && named.TrueForAll(m => m.Person == named[0].Person))
        {
            return named[0].SpeakerIn(text);
        }

        // Of several who are named the one with whom the last sentence begins, and who says something in it.
        return
            subjects.Last(open, close, previous is null) is { } last
            && last.First >= from
            && subjects.SaysInSentence(last)
            && !words.HasSentenceBetween(last.Last, open - 1)
            && named[^1].Person == last.Person
            ? last.SpeakerIn(text)
            : offices.OfLastSentence(Math.Max(from - 1, previous?.At ?? -1), open);
    }

    /// <summary>
    /// Whether a comma parts a quote from a long sentence that a verb with its subject begins: <c>Menurutnya, bakau itu …, “Kami …”</c>
    /// </summary>
    private bool IsRestOfSaid(int open)
    {
        var tokens = text.Tokens;
        if (!text.IsMark(tokens[open - 1], ','))
        {
            return false;
        }

        var begin = open - 1;
        while (
            begin > 0 && open - begin < LongestSaidBefore && tokens[begin - 1].Kind is not TokenKind.Break && !words.EndsSentence(begin - 1)
        )
        {
            begin--;
        }

        return tokens[begin].IsCapital
            && lexicon.Say.Match(tokens, begin, out _) == 1
            && text.Word(tokens[begin]).EndsWith(Possessive, StringComparison.Ordinal);
    }

    /// <summary>A quote that is a paragraph of its own goes on with what was said in the one before.</summary>
    private Speaker? Unattributed(int open, int close)
    {
        var tokens = text.Tokens;
        if (open > 0 && tokens[open - 1].Kind is not TokenKind.Break)
        {
            return GoesOn(open, close) ?? (IsRestOfSaid(open) ? CurrentSpeaker(open, close) : OfParagraph(open, close));
        }

        // Within the paragraph before alone: a quote after a paragraph of narration is not its
        // speaker's for certain.
        var paragraph = open - 1;
        while (paragraph > 0 && tokens[paragraph - 1].Kind is not TokenKind.Break)
        {
            paragraph--;
        }

        var last = subjects.Last(open, close, previous is null);
        return previous is { } before && before.At >= paragraph && before.At > (last?.First ?? -1) ? before.Speaker
            : last is { } subject && subject.First >= paragraph ? subject.SpeakerIn(text)
            : new(null, null);
    }

    /// <summary>Whoever spoke last: in the quote before, or as the subject of a sentence since.</summary>
    private Speaker CurrentSpeaker(int open, int close)
    {
        // The rule for pronouns: the most recent of the last speaker and the last subject. A simple
        // recency rule; the field's Hobbs algorithm (1978) needs parse trees, which we do not have for
        // Indonesian.
        var subject = subjects.Last(open, close, previous is null);
        if (offices.OfLastSentence(Math.Max(subject?.Last ?? -1, previous?.At ?? -1), open) is { } office)
        {
            return office;
        }

        return previous is { } before && (before.At > (subject?.First ?? -1) || before.Speaker.Id == subject?.Person.Id) ? before.Speaker
            : subject is { } last ? new(last.Person.Name, last.Person.Id)
            : mentions.FindLast(m => m.Last < open) is { Person: { } person } ? new(person.Name, person.Id)
            : new(null, null);
    }
}

/// <summary>Who says a quote.</summary>
/// <param name="Name">As the text gives it; null where it names nobody.</param>
/// <param name="Id">The person's tag.</param>
internal readonly record struct Speaker(string? Name, TagId? Id);
