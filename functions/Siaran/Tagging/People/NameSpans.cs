using Siaran.Tagging.Agencies;
using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.People;

/// <summary>Where persons' names are: what the entity model says, and what titles, offices, bodies and verbs of saying tell.</summary>
/// <param name="text">The release.</param>
/// <param name="lexicon">Its language's words.</param>
/// <param name="bodies">Tells words of bodies' names.</param>
/// <param name="isTaken">Whether a token belongs to a body's name.</param>
/// <param name="placeWithin">How many tokens of a span, from its first, are a region's name.</param>
internal sealed class NameSpans(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin
)
{
    private const int LongestName = 6;
    private const int LongestUnmodelled = 5;
    private const int LongestField = 6;
    private const double SureOfPlace = 0.9;

    private readonly NameBounds bounds = new(text, lexicon, bodies);
    private readonly List<TokenSpan> found = [];

    /// <summary>
    /// Whether the model learnt the language, so that what it takes for a place or a body is none of a name. It learnt Indonesian; others
    /// have rules for it in their file.
    /// </summary>
    private readonly bool isModelled = lexicon.SayBefore.Count == 0;
    private readonly bool[] modelled = new bool[text.Tokens.Length];
    private readonly bool[] otherwise = new bool[text.Tokens.Length];

    /// <summary>The spans in the text's order.</summary>
    /// <param name="entities">The entity model's names of every kind.</param>
    /// <param name="agencies">Public bodies found.</param>
    public List<TokenSpan> Find(IReadOnlyList<EntitySpan> entities, IReadOnlyList<AgencyMention> agencies)
    {
        foreach (var span in entities)
        {
            if (span.Kind is EntityKind.Person || (isModelled && !isTaken(span.First)))
            {
                Array.Fill(span.Kind is EntityKind.Person ? modelled : otherwise, true, span.First, span.Last - span.First + 1);
            }
        }

        AddBehindBodies(agencies);
        foreach (
            var span in entities.Where(span =>
                span.Kind is EntityKind.Person && IsRead(span.First) && !isTaken(span.First) && !isTaken(span.Last)
            )
        )
        {
            Add(bounds.Within(new(PastBodies(span), span.Last)));
        }

        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (IsRead(i))
            {
                AddAt(i);
            }
        }

        found.Sort((one, other) => one.First.CompareTo(other.First));
        found.RemoveAll(IsPlaceOfOffice);
        return found;
    }

    /// <summary>The names that rules tell, whatever the model says.</summary>
    private void AddAt(int i)
    {
        if (AfterOffice(i) is { } at || AfterSaying(i, out at))
        {
            AddRun(at, known: null);
        }
        else if (BehindBareOffice(i) is { } bare || BehindTitle(i, out bare))
        {
            AddUnmodelled(bare);
        }
        else if (BeforeSaying(i) is { } subject)
        {
            AddUnmodelled(subject);
        }
    }

    private bool IsRead(int token) => text.Tokens[token].Start >= text.TitleCaseEnd;

    private void AddBehindBodies(IReadOnlyList<AgencyMention> agencies)
    {
        var tokens = text.Tokens;
        foreach (var body in agencies.Where(body => IsRead(body.First) && body.Last + 1 < text.Tokens.Length))
        {
            var next = body.Last + 1;
            if (!tokens[next].IsCapital || tokens[next].Start != tokens[body.Last].End + 1 || Offices.Before(At(next), _ => false) is null)
            {
                continue;
            }

            if (body.Confidence > SureOfPlace)
            {
                AddRun(next, modelled);
            }
            else
            {
                AddUnmodelled(next);
            }
        }
    }

    /// <summary>The first token of a span behind the bodies' names it begins with.</summary>
    private int PastBodies(EntitySpan span)
    {
        var last = span.Last;
        while (last > span.First && !isTaken(last - 1))
        {
            last--;
        }

        return last > span.First ? last : span.First;
    }

    /// <summary>Where a name begins behind an office set off by a comma: <c>Kepala Dinas …, Dr. …</c>.</summary>
    private int? AfterOffice(int i)
    {
        var tokens = text.Tokens;
        if (
            i < 2
            || i + 1 >= tokens.Length
            || !text.IsMark(tokens[i], ',')
            || !(tokens[i + 1].IsCapital || Titles.IsTitle(At(i + 1)))
            || !tokens[i - 1].IsCapital
        )
        {
            return null;
        }

        return Offices.Before(At(i), token => modelled[token] && !IsBehindTerritory(token)) is { } office && office.Last == i - 1
            ? i + 1
            : null;
    }

    /// <summary>
    /// Where a name begins behind a verb of saying that follows a quote: <c>” tegas …</c>, or that begins a sentence of its own: <c>”. Ujar
    /// …</c>.
    /// </summary>
    private bool AfterSaying(int i, out int start)
    {
        var tokens = text.Tokens;
        start = i + 1;
        var before = i - (i > 1 && text.IsMark(tokens[i - 1], '.') ? 2 : 1);
        return before >= 0
            && i + 1 < tokens.Length
            && tokens[i].IsWord
            && tokens[i + 1].IsCapital
            && tokens[before].Kind is TokenKind.Mark
            && text.Text[tokens[before].Start] is '”' or '’' or '"' or ','
            && (tokens[i].Case is TokenCase.Lower || text.Text[tokens[before].Start] != ',')
            && lexicon.Say.Match(tokens, i, out _) == 1;
    }

    /// <summary>
    /// Where a name begins right behind an office and the field it is for, as lists of officials write it: <c>Sekda …, Kabag Hukum …</c>.
    /// </summary>
    private int? BehindBareOffice(int i)
    {
        var tokens = text.Tokens;
        if (!tokens[i].IsWord || bodies.OfficeAt(i) is not (> 0 and var length) || (i > 0 && bodies.OfficeAt(i - 1) > length))
        {
            return null;
        }

        var at = i + length;
        while (at < tokens.Length && at - i < length + LongestField && GoesOnOffice(at))
        {
            at++;
        }

        return at < tokens.Length && tokens[at].IsCapital && tokens[at].Start <= tokens[at - 1].End + 1 ? at : null;
    }

    /// <summary>What may be between an office and a name: its field, its number, a body.</summary>
    private bool GoesOnOffice(int at)
    {
        var tokens = text.Tokens;
        return isTaken(at)
            || tokens[at].IsNumber
            || Titles.IsTitle(At(at))
            || (tokens[at].IsCapital && (bodies.IsBodyWord(tokens[at]) || lexicon.Ordinal.Match(tokens, at, out _) > 0))
            || (
                lexicon.And.Match(tokens, at, out _) > 0
                && at + 1 < tokens.Length
                && bodies.IsBodyWord(tokens[at + 1])
                && bodies.IsBodyWord(tokens[at - 1])
            );
    }

    /// <summary>Where a name begins behind a title that nothing but names follow: <c>AKBP …</c>, <c>Datuk …</c>.</summary>
    private bool BehindTitle(int i, out int start)
    {
        var tokens = text.Tokens;
        start = i + 1;
        if (lexicon.Title.Match(tokens, i, out _) is not (> 0 and var length) || !tokens[i].IsCapital)
        {
            return false;
        }

        start = i + length;
        return start < tokens.Length && (tokens[start].IsCapital || text.IsMark(tokens[start], '.'));
    }

    /// <summary>Where a name of two or more words begins that a verb of saying follows, in languages whose file lists such verbs.</summary>
    private int? BeforeSaying(int i)
    {
        var tokens = text.Tokens;
        if (i < 2 || lexicon.SayBefore.Match(tokens, i, out _) == 0)
        {
            return null;
        }

        var first = i;
        while (
            first > 0
            && i - first < LongestName
            && tokens[first - 1] is { IsWord: true, IsCapital: true }
            && !isTaken(first - 1)
            && bodies.OfficeAt(first - 1) == 0
        )
        {
            first--;
        }

        return i - first > 1 ? first : null;
    }

    /// <summary>
    /// Adds a name that the model did not see, unless something else explains the capitals: a place, a body, a word that no name has.
    /// </summary>
    private void AddUnmodelled(int start)
    {
        var tokens = text.Tokens;
        while (start < tokens.Length && Titles.IsTitle(At(start)))
        {
            start++;
        }

        if (
            start >= tokens.Length
            || !tokens[start].IsCapital
            || otherwise[start]
            || bodies.IsBodyWord(tokens[start])
            || lexicon.PlaceWord.Match(tokens, start, out _) > 0
            || placeWithin(start, EndOfRun(start)) > 0
        )
        {
            return;
        }

        var isShort = EndOfRun(start) - start < LongestUnmodelled;
        var isAcronym =
            tokens[start] is { Case: TokenCase.Upper, Length: > 1 }
            && start + 1 < tokens.Length
            && tokens[start + 1].Case is not TokenCase.Upper
            && !text.IsMark(tokens[start + 1], '.');
        if (isShort && !isAcronym && (EndOfRun(start) > start || !IsBracketed(tokens[start])))
        {
            AddRun(start, known: null);
        }
    }

    /// <summary>
    /// Whether the text gives a word in parentheses somewhere, as it does the short names of things: <c>Sekolah Sehat (Topan)</c>.
    /// </summary>
    private bool IsBracketed(Token word)
    {
        var tokens = text.Tokens;
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Hash == word.Hash && text.IsMark(tokens[i - 1], '(') && text.IsMark(tokens[i + 1], ')'))
            {
                return true;
            }
        }

        return false;
    }

    private int EndOfRun(int start)
    {
        var tokens = text.Tokens;
        var last = start;
        while (last + 1 < tokens.Length && last + 1 - start < LongestName && GoesOnName(last + 1) && !isTaken(last + 1))
        {
            last++;
        }

        return text.IsMark(tokens[last], '.') ? last - 1 : last;
    }

    /// <summary>A further word of a name, or the point of an initial before one.</summary>
    private bool GoesOnName(int i)
    {
        var tokens = text.Tokens;
        return tokens[i] is { IsWord: true, IsCapital: true }
            ? tokens[i].Start <= tokens[i - 1].End + 1 && bodies.OfficeAt(i) == 0
            : text.IsMark(tokens[i], '.')
                && tokens[i - 1] is { Length: 1, IsCapital: true }
                && i + 1 < tokens.Length
                && tokens[i + 1].IsCapital;
    }

    /// <summary>
    /// Adds the name that a run of capitals begins with; where the model knows part of the run, it tells where the name ends.
    /// </summary>
    private void AddRun(int start, bool[]? known)
    {
        var tokens = text.Tokens;
        while (start < tokens.Length && Titles.IsTitle(At(start)))
        {
            start++;
        }

        if (
            start >= tokens.Length
            || tokens[start] is not { IsWord: true, IsCapital: true }
            || isTaken(start)
            || bodies.OfficeAt(start) > 0
            || lexicon.Acting.Match(tokens, start, out _) > 0
        )
        {
            return;
        }

        var last = EndOfRun(start);
        var end = last;
        while (known is not null && end > start && !known[end])
        {
            end--;
        }

        last = known is not null && known[end] ? end : last;
        if (!IsOneOfList(last, known is null))
        {
            Add(bounds.Within(new(start, last)));
        }
    }

    /// <summary>Whether what looks like a name is followed by more of its kind: <c>Dinas Pangan, Kelautan, dan Pertanian</c>.</summary>
    private bool IsOneOfList(int last, bool isBehindComma)
    {
        var tokens = text.Tokens;
        if (last + 2 >= tokens.Length || tokens[last + 1].Kind is not TokenKind.Mark)
        {
            return false;
        }

        return text.Text[tokens[last + 1].Start] switch
        {
            ':' => true,
            ',' when isBehindComma => (lexicon.And.Match(tokens, last + 2, out _) > 0 || tokens[last + 2].IsCapital) && IsOfList(last + 2),
            _ => false,
        };
    }

    /// <summary>Whether the next of a list is neither an officeholder nor a degree.</summary>
    private bool IsOfList(int next)
    {
        var tokens = text.Tokens;
        next += lexicon.And.Match(tokens, next, out var _);
        return next >= tokens.Length
            || (
                bodies.OfficeAt(next) == 0
                && lexicon.Acting.Match(tokens, next, out _) == 0
                && lexicon.Degree.Match(tokens, next, out _) == 0
                && !Titles.IsTitle(At(next))
                && lexicon.People.Match(tokens, next, out _) == 0
            );
    }

    /// <summary>
    /// Whether what was taken for a name is the place an office rules, because the officeholder follows: <c>Camat Pagun, Iwan Jumadi</c>.
    /// </summary>
    private bool IsPlaceOfOffice(TokenSpan span)
    {
        if (!IsBehindTerritory(span.First) || span.Last + 2 >= text.Tokens.Length || !text.IsMark(text.Tokens[span.Last + 1], ','))
        {
            return false;
        }

        var next = span.Last + 2;
        while (next < text.Tokens.Length && Titles.IsTitle(At(next)))
        {
            next++;
        }

        return found.Exists(other => other.First == next);
    }

    private bool IsBehindTerritory(int token) => token > 0 && NameBounds.IsBehind(lexicon.Territorial, text.Tokens, token);

    private void Add(TokenSpan? name)
    {
        if (name is not null && !found.Exists(span => span.First <= name.Last && name.First <= span.Last))
        {
            found.Add(name);
        }
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
