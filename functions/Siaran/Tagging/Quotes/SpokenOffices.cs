using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Quotes;

/// <summary>Who speaks where the text names the office and not the person: <c>ujar Sekda</c>, <c>Menteri Agama menegaskan</c>.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells the body that an office belongs to.</param>
/// <param name="words">What words next to a quote do.</param>
/// <param name="mentions">Of all persons, in the text's order.</param>
internal sealed class SpokenOffices(ReleaseText text, Lexicon lexicon, OfficeBodies bodies, SayingWords words, List<Mention> mentions)
{
    private const string Possessive = "nya";
    private const int Longest = 12;
    private const int LongestLeadIn = 6;
    private const int LongestClause = 24;
    private const int LongestParagraph = 200;
    private const int ShortestOfHead = 6;
    private const int MostOfShort = 3;
    private const int MostOfRole = 2;
    private const string Head = "kepala";
    private const string ShortHead = "Ka";

    private readonly Dictionary<string, string?> forms = [];

    /// <summary>An office that nobody is named to hold, with the place or body behind it: <c>Wali Kota Bima</c>.</summary>
    public string NameAt(int first, int length) => text.Words(first, LastOf(first, length)).ToString();

    /// <summary>The last token of an office and the place or body behind it.</summary>
    private int LastOf(int first, int length)
    {
        var tokens = text.Tokens;
        var last = first + length - 1;
        while (last + 1 < tokens.Length && last - first < Longest && (IsNextWord(last + 1) || IsStroke(last + 1)))
        {
            last += IsStroke(last + 1) ? 2 : 1;
        }

        return last;

        // "Pangdam IV/Diponegoro".
        bool IsStroke(int at) =>
            text.IsMark(text.Tokens[at], '/')
            && at + 1 < text.Tokens.Length
            && text.Tokens[at + 1].IsCapital
            && text.Tokens[at + 1].Start == text.Tokens[at].End;

        bool IsNextWord(int at) =>
            (text.Tokens[at].IsNumber || text.Tokens[at] is { IsWord: true, IsCapital: true })
            && text.Tokens[at].Start == text.Tokens[at - 1].End + 1
            && lexicon.Weekday.Match(text.Tokens, at, out _) == 0;
    }

    /// <summary>The last one named who holds an office that only its short form names: <c>ujar Sekda</c>, <c>kata Kadis</c>.</summary>
    public Mention? Holder(int first, int length, int open)
    {
        // First by the form of the office ("Kadis" is "kepala dinas"), then by its words or its body,
        // and only before the quote: releases introduce people in full before they call them by their
        // office. The last one wins, as for pronouns.
        var tokens = text.Tokens;
        var (form, office, body) = (
            FormOf(tokens, first),
            text.Words(first, first + length - 1).ToString(),
            bodies.Of(new(first, first + length - 1)).Id
        );
        return mentions.FindLast(m =>
                m.First < open && m.Person.Office is not null && form is not null && form == HeldForm(m.Person.Office)
            )
            ?? mentions.FindLast(m =>
                m.First < open
                && m.Person.Office is { } held
                && (form is null || HeldForm(held) is null)
                && (HasWords(held, office) || (body is not null && m.Person.AgencyId == body))
            )
            ?? mentions.FindLast(m => m.First < open && m.Person.Office is { } held && IsShortOf(office, held))
            ?? OnlyHolder(form);
    }

    /// <summary>
    /// The only one of the text who holds an office of a form, where the name comes behind: <c>kata Sekda … Sekda Dompu, Ani</c>.
    /// </summary>
    private Mention? OnlyHolder(string? form)
    {
        var holders = form is null ? [] : mentions.FindAll(m => m.Person.Office is { } held && form == HeldForm(held));
        return holders.TrueForAll(m => m.Person == holders[0].Person) ? holders.FirstOrDefault() : null;
    }

    /// <summary>
    /// Whether an office is short for the first words of another: <c>Kadivpas</c> for <c>Kepala Divisi Pemasyarakatan</c>.
    /// </summary>
    private static bool IsShortOf(string brief, string held)
    {
        if (
            brief.Length < ShortestOfHead
            || brief.Contains(' ', StringComparison.Ordinal)
            || !brief.StartsWith(ShortHead, StringComparison.Ordinal)
        )
        {
            return false;
        }

        var words = held.Split(' ');
        var letters = brief[ShortHead.Length..].ToUpperInvariant();
        return words.Length > 1
            && words[0].Equals(Head, StringComparison.OrdinalIgnoreCase)
            && Enumerable
                .Range(1, Math.Min(words.Length - 1, MostOfShort))
                .Any(count => ShortMentions.AreLettersOf(letters, string.Join(' ', words[1..(count + 1)])));
    }

    /// <summary>Whether an office has another's whole words: <c>Kepala Kanwil Kemenag</c> has none of <c>Menag</c>.</summary>
    private static bool HasWords(string held, string office) => $" {held} ".Contains($" {office} ", StringComparison.OrdinalIgnoreCase);

    /// <summary>What an office is called in full, whichever form names it; null where it has one form.</summary>
    private string? FormOf(ReadOnlySpan<Token> tokens, int at)
    {
        at = PastActing(tokens, at);
        return at < tokens.Length && lexicon.OfficeForm.Match(tokens, at, out var forms) > 0 ? forms[0] : null;
    }

    /// <summary>The token behind a word for who acts in an office, and its point: <c>Plt. Bupati</c>.</summary>
    public int PastActing(ReadOnlySpan<Token> tokens, int at)
    {
        var acting = lexicon.Acting.Match(tokens, at, out _);
        if (acting == 0 || at + acting >= tokens.Length || lexicon.OfficeForm.Match(tokens, at, out _) > 0)
        {
            return at;
        }

        var behind = at + acting;
        // A mark right behind it is its point: no other is between it and the office.
        return tokens[behind].Kind is TokenKind.Mark && tokens[behind].Start == tokens[behind - 1].End ? behind + 1 : behind;
    }

    // Read once for each office: it is asked for at each mention of each quote.
    private string? HeldForm(string office)
    {
        if (!forms.TryGetValue(office, out var form))
        {
            forms.Add(office, form = FormOf(Tokenizer.Read(office), 0));
        }

        return form;
    }

    /// <summary>
    /// The office of a place or body that a sentence begins with and that nobody named before holds: <c>Kepala Desa Serawi mengatakan,
    /// “…</c>
    /// </summary>
    public Speaker? Alone(int verb, int open)
    {
        var tokens = text.Tokens;
        var first = verb;
        while (first > 0 && tokens[first - 1].Kind is not TokenKind.Break && !words.EndsSentence(first - 1))
        {
            first--;
        }

        // "Dalam sambutannya Kepala BMKG menyampaikan": behind a few words in small letters.
        var lead = first;
        while (lead < verb && lead - first < LongestLeadIn && !(lead > first && tokens[lead].IsCapital) && !IsOffice(lead))
        {
            lead++;
        }

        first = IsOffice(lead) ? lead : first;
        if (lexicon.Office.Match(tokens, first, out _) is not (> 0 and var length) || first + length > verb)
        {
            return null;
        }

        var office = NameAt(first, length);
        var place = office[text.Words(first, first + length - 1).Length..];
        if (place.Length == 0)
        {
            return null;
        }

        var held = mentions.FindLast(m =>
            m.First < open && m.Person.Office is { } of && of.EndsWith(office, StringComparison.OrdinalIgnoreCase)
        );
        return held is not null ? held.SpeakerIn(text)
            : Holder(first, length, open)?.Person.Office?.EndsWith(place, StringComparison.Ordinal) == true ? null
            : new(office, null);
    }

    /// <summary>
    /// The office alone with which the last sentence before a quote begins to say something, by its holder where there is one: <c>Dalam
    /// arahannya, Menteri Agama menegaskan …. “…,” ujarnya</c>.
    /// </summary>
    /// <param name="after">The token behind which it is, where someone spoke last.</param>
    /// <param name="open">The quote's opening mark.</param>
    public Speaker? OfLastSentence(int after, int open)
    {
        var tokens = text.Tokens;
        // The sentence before the quote, or the one that it ends; then those before it in the paragraph.
        for (var end = open; end > after + 1 && open - end < LongestParagraph; )
        {
            var from = end - 1;
            while (from > after + 1 && tokens[from - 1].Kind is not TokenKind.Break && !(from < end - 1 && words.EndsSentence(from - 1)))
            {
                from--;
            }

            if (OfSentence(from, after, end) is { } speaker)
            {
                return speaker;
            }

            if (from == 0 || tokens[from - 1].Kind is TokenKind.Break || tokens[from].Kind is TokenKind.Break)
            {
                return null;
            }

            end = from;
        }

        return null;
    }

    private Speaker? OfSentence(int from, int after, int open)
    {
        var tokens = text.Tokens;
        // Behind a few words and a comma that lead in.
        for (var i = from; i < open && i - from <= LongestLeadIn; i++)
        {
            // "Menurut Bupati, …", "Untuk beras, lanjut Bupati, …".
            var isSource =
                i > 0
                && (
                    lexicon.AccordingTo.Match(tokens, i - 1, out _) == 1
                    || (i > from + 1 && tokens[i - 1].Case is TokenCase.Lower && lexicon.Say.Match(tokens, i - 1, out _) == 1)
                    // "Hal itu disampaikan oleh Bupati …".
                    || words.IsSaidBefore(i)
                );
            if (
                i > after
                // "Siti Anggota KPU Dompu menjelaskan": right behind a name it is the name's.
                && ((i == from && !(i > 0 && tokens[i - 1].IsWord)) || isSource || text.IsMark(tokens[i - 1], ',') || IsLeadIn(from, i))
                && tokens[i].IsCapital
                && lexicon.Office.Match(tokens, i, out _) is > 0 and var length
                && LastOf(i, length) + 1 is var end
                && end < open
                && (isSource || words.IsSaying(words.PastAdverb(PastAside(PastClause(end, open), open))))
            )
            {
                return Holder(i, length, open) is { } holder ? holder.SpeakerIn(text) : new(NameAt(i, length), null);
            }

            if (i > from && i > after && text.IsMark(tokens[i - 1], ',') && OfSmallOffice(i, open) is { } unnamed)
            {
                return unnamed;
            }
        }

        return null;
    }

    /// <summary>
    /// Whoever holds the office that is written small before a verb of saying, or someone whom the text does not name: <c>Dalam
    /// pidatonya, pimpinan rapat menekankan</c>.
    /// </summary>
    private Speaker? OfSmallOffice(int at, int open)
    {
        var tokens = text.Tokens;
        if (tokens[at].Case is not TokenCase.Lower || lexicon.Office.Match(tokens, at, out _) is not (> 0 and var length))
        {
            return null;
        }

        var verb = at + length;
        while (verb + 1 < open && verb - at - length < MostOfRole && tokens[verb].Case is TokenCase.Lower && !words.IsSaying(verb))
        {
            verb++;
        }

        return !(verb < open && tokens[verb].Case is TokenCase.Lower && words.IsSaying(verb)) ? null
            : Holder(at, length, open) is { } holder ? holder.SpeakerIn(text)
            : new Speaker(null, null);
    }

    /// <summary>Whether small words that lead in are all that is before a token: <c>Dalam arahannya Bupati</c>.</summary>
    private bool IsLeadIn(int from, int at)
    {
        for (var i = from + 1; i < at; i++)
        {
            if (text.Tokens[i].Case is not TokenCase.Lower || words.IsSaying(i))
            {
                return false;
            }
        }

        return at > from + 1 && text.Word(text.Tokens[at - 1]).EndsWith(Possessive, StringComparison.Ordinal)
            || (at > from + 1 && lexicon.Definite.Match(text.Tokens, at - 1, out _) > 0);
    }

    /// <summary>The token behind what commas say of an office: <c>Kepala Bidang Anggaran, yang juga …, menyampaikan</c>.</summary>
    private int PastClause(int at, int open)
    {
        var tokens = text.Tokens;
        if (!text.IsMark(tokens[at], ',') || lexicon.Clause.Match(tokens, at + 1, out _) == 0)
        {
            return at;
        }

        for (var i = at + 1; i < open && i - at <= LongestClause && !words.EndsSentence(i); i++)
        {
            if (text.IsMark(tokens[i], ','))
            {
                return i + 1;
            }
        }

        return at;
    }

    /// <summary>The verb behind where something is said: <c>Bupati dalam sambutannya menyampaikan</c>; the token elsewhere.</summary>
    private int PastAside(int at, int open) =>
        at + 2 < open
        && text.Tokens[at].Case is TokenCase.Lower
        && text.Tokens[at + 1].Case is TokenCase.Lower
        && text.Word(text.Tokens[at + 1]).EndsWith(Possessive, StringComparison.Ordinal)
        && words.IsSaying(at + 2)
            ? at + 2
            : at;

    /// <summary>Whether an office begins at a token, with a capital.</summary>
    public bool IsOffice(int at) =>
        at < text.Tokens.Length && text.Tokens[at].IsCapital && lexicon.Office.Match(text.Tokens, at, out _) > 0;
}
