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
/// <param name="words">How words are used in running text.</param>
internal sealed class NameSpans(
    ReleaseText text,
    Lexicon lexicon,
    OfficeBodies bodies,
    Func<int, bool> isTaken,
    Func<int, int, int> placeWithin,
    WordClasses words
)
{
    // Three sources: the CRF, which knows names by their words and shapes; rules, which know them by
    // their place (behind an office, a title, a body, a verb of saying); and for languages that the CRF
    // did not learn, rules alone. A name that both find is added once. Overlaps are refused by a search
    // of all spans, O(n²) for some tens of names.
    private const int LongestUnmodelled = 5;
    private const int LongestAside = 5;
    private const int LongestPrefix = 2;
    private const string The = "the";
    private const string From = "from";
    private const string To = "to";
    private const int LongestFamilyName = 9;
    private const int LongestThing = 4;
    private const double SureOfPlace = 0.9;
    private const string HeadBySlip = "Kepada";

    private readonly NameBounds bounds = new(text, lexicon, bodies, words);
    private readonly NameCues cues = new(text, lexicon, bodies, isTaken);
    private readonly NameRuns runs = new(text, lexicon, bodies, isTaken);
    private readonly WiderNames wider = new(text, lexicon, bodies, isTaken, placeWithin, words);
    private readonly NamesAtOffices offices = new(text, lexicon, bodies, isTaken, placeWithin, words);
    private readonly SetApart apart = new(text, lexicon, bodies, isTaken);
    private readonly List<TokenSpan> found = [];

    /// <summary>Whether what the model takes for a place or a body is none of a name.</summary>
    private readonly bool isModelled = lexicon.IsModelled;

    // One flag a token and not a search of spans: AddRun asks for it at each word.
    private readonly bool[] modelled = new bool[text.Tokens.Length];
    private readonly bool[] otherwise = new bool[text.Tokens.Length];
    private Func<int, bool>? isOfModel;
    private Func<int, bool>? isOfOther;

    private TerritoryNames Territories => field ??= new(text, lexicon, bodies, cues, runs, isTaken, placeWithin);

    /// <summary>The spans in the text's order.</summary>
    /// <param name="entities">The entity model's names of every kind.</param>
    /// <param name="agencies">Public bodies found.</param>
    public List<TokenSpan> Find(IReadOnlyList<EntitySpan> entities, IReadOnlyList<AgencyMention> agencies)
    {
        foreach (var span in entities)
        {
            if (span.Kind is EntityKind.Person)
            {
                MarkName(span);
            }
            else if (isModelled && !isTaken(span.First))
            {
                Array.Fill(otherwise, true, span.First, span.Last - span.First + 1);
            }
        }

        for (var i = 0; i < modelled.Length; i++)
        {
            modelled[i] = modelled[i] && !bounds.Fields.IsFieldOnNoList(i);
        }

        // Before the model's own names, which are refused where they overlap: behind a body a run of
        // capitals is its head.
        AddBehindBodies(agencies);
        if (isModelled)
        {
            AddFirmHeads();
            AddModelled(entities);
            AddByRules();
        }
        else
        {
            // Where the model did not learn the language its names end too early, so rules come first.
            AddByRules();
            AddModelled(entities);
            AddJoined();
        }

        AddSecondOfPairs();
        found.Sort((one, other) => one.First.CompareTo(other.First));
        AddListed();
        wider.JoinLastNames(found);
        wider.JoinFirstNames(found);
        wider.RemovePlaces(found);
        RemovePlaces();
        return found;
    }

    /// <summary>Marks the name that the model found, up to an office that it took for more of it: <c>Bripka Hasan Kasi Umum</c>.</summary>
    private void MarkName(EntitySpan span)
    {
        var last = span.First;
        while (
            last < span.Last
            && !(
                isModelled
                && text.Tokens[last + 1].Case is TokenCase.Capital
                && bodies.OfficeAt(last) == 0
                && bodies.OfficeAt(last + 1) > 0
                && !words[text.Tokens[last + 1].Hash].IsOfPersons
                && lexicon.NameWord.Match(text.Tokens, last + 1, out _) == 0
            )
        )
        {
            last++;
        }

        Array.Fill(modelled, true, span.First, last - span.First + 1);
    }

    /// <summary>Removes what is a place, a field or a seat by the names and the bodies next to it.</summary>
    private void RemovePlaces()
    {
        // Only when all names are known can a place be recognised by the name behind it: "Camat Pagun,
        // Iwan Jumadi".
        var seats = new MemberSeats(text, lexicon, runs);
        var held = new HeldOffices(text, lexicon);
        var places = new NamesOfPlaces(text, lexicon, bodies, cues, isTaken, placeWithin, words);
        found.RemoveAll(span => places.Are(span, found) || seats.Is(span) || apart.IsSeat(span) || held.Is(span, found));
    }

    /// <summary>Adds who heads a firm, which the model takes for part of the firm's name or the other way round.</summary>
    private void AddFirmHeads()
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (IsRead(i) && FirmHeads.Behind(text, lexicon, words, i) is { } owner)
            {
                Add(bounds.Within(owner));
            }
        }
    }

    private void AddModelled(IReadOnlyList<EntitySpan> entities)
    {
        foreach (
            var span in entities.Where(span =>
                span.Kind is EntityKind.Person && IsRead(span.First) && !isTaken(span.First) && !isTaken(span.Last)
            )
        )
        {
            if (
                isModelled
                || (span.Last > span.First && IsShown(span) && !IsOfThing(span))
                || (span.Last == span.First && IsShownAlone(span.First))
            )
            {
                var first = NobleTitles.EndFrom(text, lexicon, PastBodies(span));
                var name = first > span.Last || IsShortOfNext(span) ? null : bounds.Within(new(first, span.Last));
                // "Menteri Kesihatan": what is left behind an office may be its field.
                name = !isModelled && name is { } left && bodies.IsBodyWord(text.Tokens[left.First]) ? null : name;
                Add(
                    name is null
                        ? null
                        : new(
                            wider.WithOpening(
                                wider.WithNameWord(Territories.WithFirstName(name.First, isOfOther ??= token => otherwise[token]))
                            ),
                            name.Last
                        )
                );
            }
        }
    }

    /// <summary>
    /// Whether a span is but the short first word of a name, behind whose point the model begins another: <c>Moh. Nasir</c>.
    /// </summary>
    private bool IsShortOfNext(EntitySpan span) =>
        span.First == span.Last
        && span.Last + 2 < text.Tokens.Length
        && text.IsMark(text.Tokens[span.Last + 1], '.')
        && text.Tokens[span.Last + 2].IsCapital
        && lexicon.NameShort.Match(text.Tokens, span.First, out _) == 1;

    /// <summary>
    /// Whether anything shows words to be a name, in a language that the model did not learn: a title, an office, a verb of saying, the
    /// father's name, another name in a list, or a first word that is a person's nearly always.
    /// </summary>
    private bool IsShown(EntitySpan span)
    {
        var behind = span.Last + 1;
        var before = At(span.First - 1);
        if (before.Word is The || (before.Word is From && At(behind).Word is To && At(behind + 1).IsCapital))
        {
            // "the Hannah Ostrow Hall", "from Lower Dale to Rosewell".
            return false;
        }

        return words[text.Tokens[span.First].Hash].IsSurelyOfPersons
            || bodies.OfficeAt(span.First) > 0
            || runs.HasJoin(span.First)
            || Titles.IsTitle(before)
            || Titles.IsTitle(At(span.First))
            || Offices.Before(At(span.First)) is not null
            || Offices.After(At(span.Last), _ => false) is not null
            || before.Begins(lexicon.Say)
            || before.Begins(lexicon.AccordingTo)
            || NameBounds.IsBehind(lexicon.PersonNoun, text.Tokens, span.First)
            || (behind < text.Tokens.Length && lexicon.SayBefore.Match(text.Tokens, behind, out _) > 0)
            || (
                StartsSentence(span.First)
                && At(behind) is { IsLower: true } verb
                && IsOfBeing(verb.Word)
                && lexicon.Lettered.Match(text.Tokens, span.First, out _) == 0
            )
            || (before.Mark == ',' && modelled[Math.Max(span.First - 2, 0)])
            || (before.IsLower && before.Begins(lexicon.And) && modelled[Math.Max(span.First - 2, 0)])
            || (At(behind) is { IsLower: true } and && and.Begins(lexicon.And) && IsModelledPair(behind + 1));
    }

    /// <summary>Whether a small word is a verb that sentences about persons go on with.</summary>
    private static bool IsOfBeing(ReadOnlySpan<char> word) => word is "has" or "had" or "was" or "is" or "will" or "would" or "did";

    private bool IsModelledPair(int at) => at + 1 < modelled.Length && modelled[at] && modelled[at + 1];

    /// <summary>
    /// Whether a title, an office or a verb of saying shows one word to be a name, in a language that the model did not learn: such a word
    /// is a place as often.
    /// </summary>
    private bool IsShownAlone(int token) =>
        !StartsSentence(token)
        && (
            Titles.IsTitle(At(token - 1))
            || (token + 1 < text.Tokens.Length && lexicon.SayBefore.Match(text.Tokens, token + 1, out _) > 0)
            || (
                lexicon.Say.Match(text.Tokens, token - 1, out _) > 0
                && token + 1 < text.Tokens.Length
                && text.Tokens[token + 1].Kind is TokenKind.Mark
            )
            || (
                token + 1 < text.Tokens.Length
                && lexicon.Office.Match(text.Tokens, token + 1, out _) == 0
                && bodies.OfficeAt(token - 1) == 1
            )
        );

    /// <summary>Adds who is joined to an officeholder: <c>Senators Ann Bell (D) and Tim Ford</c>.</summary>
    private void AddJoined()
    {
        var tokens = text.Tokens;
        foreach (var span in found.Where(span => Offices.Before(At(span.First)) is not null).ToList())
        {
            var at = span.Last + 1;
            for (var i = at; at < tokens.Length && text.IsMark(tokens[at], '(') && i < tokens.Length && i - at <= LongestAside; i++)
            {
                at = text.IsMark(tokens[i], ')') ? i + 1 : at;
            }

            if (
                at + 1 < tokens.Length
                && tokens[at].Case is TokenCase.Lower
                && lexicon.And.Match(tokens, at, out _) > 0
                && tokens[at + 1].IsCapital
                && runs.End(at + 1) > at + 1
            )
            {
                AddUnmodelled(at + 1);
            }
        }
    }

    /// <summary>Adds whom a hyphen joins to someone: <c>Prabowo-Gibran</c>. Elsewhere it joins the halves of one name.</summary>
    private void AddSecondOfPairs()
    {
        var tokens = text.Tokens;
        List<int> ends = isModelled ? [.. found.Select(span => span.Last)] : [];
        foreach (var last in ends)
        {
            var second = last + 2;
            if (
                text.IsHyphen(last + 1)
                && tokens[second] is { IsWord: true, Case: TokenCase.Capital, Length: > LongestPrefix }
                && tokens[second].Hash != tokens[last].Hash
                && tokens[last].Length > LongestPrefix
                && words[tokens[second].Hash].MayBeOfPersons
            )
            {
                Add(new(second, runs.End(second)));
            }
        }
    }

    /// <summary>Adds who is named with others in a list that is of persons already.</summary>
    private void AddListed()
    {
        foreach (var listed in new ListedNames(text, lexicon, bodies, runs, words, isTaken, placeWithin).Behind(found))
        {
            Add(bounds.Within(listed));
        }

        found.Sort((one, other) => one.First.CompareTo(other.First));
    }

    private void AddByRules()
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (IsRead(i))
            {
                // A headline in title case gives no names by capitals. Who matters there is named in
                // the body too.
                if (apart.At(i) is { } set)
                {
                    AddUnmodelled(set, isTitled: true);
                }

                AddAt(i);
            }
        }
    }

    private bool StartsSentence(int token) =>
        token == 0
        || text.Tokens[token - 1].Kind is TokenKind.Break
        || (
            text.Tokens[token - 1].Kind is TokenKind.Mark
            && text.Text[text.Tokens[token - 1].Start] is '.' or '!' or '?' or ':' or '“' or '"'
        );

    /// <summary>The names that rules tell, whatever the model says.</summary>
    private void AddAt(int i)
    {
        if (cues.AfterOffice(i, isOfModel ??= token => modelled[token]) is { } held)
        {
            // "Kantor Gubernur Jawa Tengah, Semarang, …": what follows the comma is where the office is.
            if (!IsPlaceAlone(held) || cues.HasDegree(held) || cues.Acts(runs.End(held) + 1))
            {
                AddRun(held, known: null, isHeld: true);
            }
        }
        else if (cues.AfterSaying(i, out var at))
        {
            AddRun(at, known: null);
        }
        else if (NameCues.IsBehindRole(At(i)))
        {
            AddUnmodelled(i);
        }
        else if (((isModelled ? offices.BehindAcronym(i) : null) ?? cues.BehindBareOffice(i)) is { } bare)
        {
            AddUnmodelled(bare);
        }
        else if (cues.BehindTitle(i, out var titled))
        {
            AddUnmodelled(titled, isTitled: true);
        }
        else if ((cues.BeforeSaying(i) ?? cues.BeforeOffice(i) ?? ShownAt(i)) is { } subject)
        {
            AddUnmodelled(subject);
        }
        else if (isModelled)
        {
            AddDescribed(i);
        }
    }

    /// <summary>The names of a text in Indonesian that what is next to them tells.</summary>
    private void AddDescribed(int i)
    {
        if (Described(i) is { } described)
        {
            AddUnmodelled(described, isTitled: true);
        }
        else if (offices.Before(i) is { } holder)
        {
            Add(bounds.Within(new(holder, i - 1)));
        }
        else if (cues.RightBehindNoun(i) is { } noted && (cues.HasDegree(noted) || AreOfPersons(noted)))
        {
            AddUnmodelled(noted);
        }
    }

    /// <summary>Where a name begins that an initial, an office in small letters or <c>menurut</c> shows.</summary>
    private int? ShownAt(int i) => cues.HasInitial(i) ? i : cues.BehindSmallOffice(i) ?? AccordingTo(i);

    /// <summary>Whose words are given behind <c>menurut</c>, where running text does not know the words as anything else.</summary>
    private int? AccordingTo(int i) =>
        cues.BehindAccordingTo(i) is { } named && (MayBeOfPersons(named) || SetApart.AreThreeShort(text, named, runs.End(named)))
            ? named
            : null;

    private bool MayBeOfPersons(int start)
    {
        for (var i = start; i <= runs.End(start); i++)
        {
            if (!words[text.Tokens[i].Hash].MayBeOfPersons)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where a name begins that a verb, an age or commas tell.</summary>
    private int? Described(int i) =>
        cues.BeforeVerb(i) is { } saying && IsUnseen(saying) ? saying : cues.BeforeAge(i) ?? cues.BehindNoun(i) ?? cues.BetweenCommas(i);

    /// <summary>Whether running text never saw a word, nor the list of regions.</summary>
    private bool IsUnseen(int at) =>
        words[text.Tokens[at].Hash].Class == 0
        && placeWithin(at, at) == 0
        // "Good Razi menilai": the first half of another name.
        && (at == 0 || !text.Tokens[at - 1].IsCapital || isTaken(at - 1) || placeWithin(at - 1, at - 1) == 1)
        // "Kota Baruna menjawab".
        && (at == 0 || lexicon.RegionLevel.Match(text.Tokens, at - 1, out _) == 0);

    /// <summary>Whether running text knows the first two words of a run as persons' names, or not at all.</summary>
    private bool AreOfPersons(int start)
    {
        var (one, other) = (words[text.Tokens[start].Hash], words[text.Tokens[start + 1].Hash]);
        return one.MayBeOfPersons && other.MayBeOfPersons && (one.IsOfPersons || other.IsOfPersons);
    }

    /// <summary>Whether a run of capitals is a region's name and nothing else, and the model takes it for no person.</summary>
    private bool IsPlaceAlone(int start)
    {
        var last = runs.End(start);
        return last >= start && !modelled[start] && placeWithin(start, last) == last - start + 1;
    }

    private bool IsRead(int token) => text.Tokens[token].Start >= text.TitleCaseEnd;

    private void AddBehindBodies(IReadOnlyList<AgencyMention> agencies)
    {
        var tokens = text.Tokens;
        foreach (var body in agencies.Where(body => IsRead(body.First) && body.Last + 1 < text.Tokens.Length))
        {
            var next = body.Last + 1;
            if (
                !(tokens[next].IsCapital || Titles.IsTitle(At(next)))
                || tokens[next].Start != tokens[body.Last].End + 1
                || (Offices.Before(At(next)) is null && !IsAmongHolders(next) && !IsHeadBySlip(body.First))
                // "Bendahara DPD KNPI Nusa Jaya".
                || IsPlaceAlone(next)
                // "Ketua Pekebun FELDA Wilayah Damar".
                || (!isModelled && lexicon.PlaceWord.Match(tokens, next, out _) > 0)
            )
            {
                continue;
            }

            // A listed body (0.95) ends surely where it says; a body whose place was inferred (0.8) may
            // go on with its place, which looks like a name.
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

    /// <summary>
    /// Whether <c>Kepala</c> is written with a slip before a body, within a sentence: <c>dan Kepada Bappeda Dompu J. Hasan</c>.
    /// </summary>
    private bool IsHeadBySlip(int body) =>
        isModelled && body > 1 && text.Word(text.Tokens[body - 1]) is HeadBySlip && text.Tokens[body - 2].Case is TokenCase.Lower;

    /// <summary>
    /// Whether who is named behind a body is one of a list of heads, though the office is written otherwise: <c>Kepada Bapenda Hasan,
    /// Plt. Kadis …</c>
    /// </summary>
    private bool IsAmongHolders(int start)
    {
        var next = runs.End(start) + 2;
        return isModelled
            && next < text.Tokens.Length
            && text.IsMark(text.Tokens[next - 1], ',')
            && words[text.Tokens[start].Hash].IsSurelyOfPersons
            && (bodies.OfficeAt(next) > 0 || lexicon.Acting.Match(text.Tokens, next, out _) > 0);
    }

    /// <summary>The first token of a span behind the bodies' names it begins with.</summary>
    private int PastBodies(EntitySpan span)
    {
        // Backwards, so that a body in the middle of the span cuts it too.
        var last = span.Last;
        while (last > span.First && !isTaken(last - 1))
        {
            last--;
        }

        return last > span.First ? last : span.First;
    }

    /// <summary>
    /// Adds a name that the model did not see, unless something else explains the capitals: a place, a body, a word that no name has.
    /// </summary>
    private void AddUnmodelled(int start, bool isTitled = false)
    {
        var tokens = text.Tokens;
        start = NobleTitles.EndFrom(text, lexicon, Titles.EndFrom(text, lexicon, start));
        var territory = Territories.LengthAt(start);
        if (territory > 0)
        {
            // "Wali Kota Bima dr. …": the title may come behind the place, and whoever rules it comes behind both.
            var isRuler = cues.IsBehindTerritory(start);
            isTitled |= Titles.IsTitle(At(start + territory));
            start = Titles.EndFrom(text, lexicon, start + territory);
            // "Gubernur NTB Award": one word may be anything.
            isTitled |= isRuler && start < tokens.Length && runs.End(start) > start;
        }

        // No model vouches for these names, so every other explanation of the capitals goes first. The
        // check costs a look-up each, and only behind an office, a title or a verb of saying.
        if (
            start >= tokens.Length
            || !tokens[start].IsCapital
            || (otherwise[start] && territory == 0 && !isTitled && !IsBehindField(start))
            // "Inspector Faith …": behind a title a word of fields is a first name, with a name behind it.
            || (
                bodies.IsBodyWord(tokens[start])
                && !bounds.Fields.BeginsName(start)
                && !(isTitled && !bodies.IsBodyWord(tokens[runs.End(start)]))
            )
            || lexicon.PlaceWord.Match(tokens, start, out _) > 0
            || (!isTitled && EndsAsField(start))
            // "Drs. Makmur Azhari": behind a title a place is but the name's first word, where more follows.
            || (
                territory == 0
                && placeWithin(start, runs.End(start)) is > 0 and var place
                && !(isTitled && isModelled && start + place <= runs.End(start))
            )
        )
        {
            return;
        }

        // More than five words that nothing confirms are mostly two names, or the title of something.
        var isShort =
            (runs.MoreWords(start) < LongestUnmodelled || ((isTitled || !isModelled) && runs.HasJoin(start))) && !IsFieldOfList(start);
        var isAcronym = IsAcronym(start) && !(isTitled && tokens[start].Length <= LongestPrefix);
        if (isShort && !isAcronym && (runs.End(start) > start || !NameRuns.IsBracketed(text, tokens[start])))
        {
            AddRun(start, known: null);
        }
    }

    /// <summary>Whether a run ends with a long word of fields, and is one itself: <c>Minister for Fenland Development</c>.</summary>
    private bool EndsAsField(int start)
    {
        var last = text.Tokens[runs.End(start)];
        return !isModelled && last.Length >= LongestFamilyName && bodies.IsBodyWord(last);
    }

    /// <summary>Whether a thing is named by a span and the capitals right behind it: <c>Halim Wirawan Air Force Base</c>.</summary>
    private bool IsOfThing(EntitySpan span)
    {
        for (var i = span.Last + 1; i < text.Tokens.Length && i - span.Last <= LongestThing; i++)
        {
            if (!text.Tokens[i].IsCapital || text.Tokens[i].Start != text.Tokens[i - 1].End + 1)
            {
                return false;
            }

            if (
                lexicon.NoName.Match(text.Tokens, i, out _) > 0
                || lexicon.BodyStop.Match(text.Tokens, i, out var kinds) > 0 && kinds[0] is "work"
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the model took a name together with the field of the office before it: <c>Asisten Pemerintahan dan Kesra Sabar …</c>
    /// </summary>
    private bool IsBehindField(int start) =>
        isModelled
        && start > 0
        && otherwise[start - 1]
        && !isTaken(start - 1)
        && bodies.OfficeAt(start - 1) == 0
        && bodies.IsBodyWord(text.Tokens[start - 1]);

    /// <summary>Whether a word alone is the first field of an office on no list: <c>Menteri Utiliti dan Telekomunikasi</c>.</summary>
    private bool IsFieldOfList(int start)
    {
        var tokens = text.Tokens;
        var last = runs.End(start);
        return !isModelled
            && last == start
            && last + 2 < tokens.Length
            && tokens[last + 1].Case is TokenCase.Lower
            && (lexicon.And.Match(tokens, last + 1, out _) > 0 || lexicon.OfficeOf.Match(tokens, last + 1, out _) > 0)
            && tokens[last + 2].IsCapital
            && bodies.OfficeAt(start - 1) > 0;
    }

    private bool IsAcronym(int i)
    {
        var tokens = text.Tokens;
        return tokens[i] is { Case: TokenCase.Upper, Length: > 1 }
            && i + 1 < tokens.Length
            && tokens[i + 1].Case is not TokenCase.Upper
            && !text.IsMark(tokens[i + 1], '.');
    }

    /// <summary>
    /// Adds the name that a run of capitals begins with; where the model knows part of the run, it tells where the name ends.
    /// </summary>
    /// <param name="start">The run's first token.</param>
    /// <param name="known">Which tokens the model takes for persons' names; null where the run alone tells.</param>
    /// <param name="isHeld">Whether a comma sets the run off from an office, so that the name begins with it.</param>
    private void AddRun(int start, bool[]? known, bool isHeld = false)
    {
        var tokens = text.Tokens;
        start = Titles.EndFrom(text, lexicon, start);
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

        var last = runs.End(start);
        // "Minister for Transport, Regional Development and …": the rest of a list of fields.
        if (!isModelled && bodies.IsBodyWord(tokens[start]) && bodies.IsBodyWord(tokens[last]))
        {
            return;
        }

        var end = last;
        // The model's last word within the run ends the name: "Budi Santoso Senin" is cut.
        while (known is not null && end > start && !known[end])
        {
            end--;
        }

        last = known is not null && known[end] ? end : last;
        // "Ms Poon Wing-sze, and the Director …": a title tells a person, whatever list goes on.
        var isTitled = !isModelled && Titles.IsTitle(At(start - 1));
        if (isTitled || IsApposed(start, last) || !runs.IsOneOfList(last, known is null && !(IsUsedAsName(start) && !IsBeforeName(last))))
        {
            var name = bounds.Within(new(start, last));
            if (isHeld && name is not null)
            {
                // "Kepala Dinas Sosial, Amar Manaf, …": the model has seen the end of the name alone.
                found.RemoveAll(span => span.Last == name.Last && span.First > name.First);
            }

            Add(name);
        }
    }

    /// <summary>
    /// Whether two words or more are set right behind an office, or a comma behind a body, and are no fields: <c>the mayor Ann Bell,
    /// …</c>; in languages that the model did not learn.
    /// </summary>
    private bool IsApposed(int start, int last) =>
        !isModelled
        && last > start
        && start > 1
        && (
            // Malay puts a field right behind an office in capitals.
            (
                (text.Tokens[start - 1].Case is TokenCase.Lower || lexicon.Constituency.Count == 0)
                && NameBounds.IsBehind(lexicon.Office, text.Tokens, start)
            ) || (isTaken(start - 2) && text.IsMark(text.Tokens[start - 1], ','))
        )
        && !bodies.IsBodyWord(text.Tokens[start])
        && !bodies.IsBodyWord(text.Tokens[last]);

    /// <summary>Whether a comma and a name come behind: what is before it may be the body that the name heads.</summary>
    private bool IsBeforeName(int last) =>
        last + 2 < text.Tokens.Length
        && text.IsMark(text.Tokens[last + 1], ',')
        && (modelled[last + 2] || words[text.Tokens[last + 2].Hash].IsOfPersons);

    /// <summary>Whether running text has a word in persons' names nearly always, or never saw it.</summary>
    private bool IsUsedAsName(int at) =>
        isModelled
        && text.Tokens[at].Case is TokenCase.Capital
        && words[text.Tokens[at].Hash] is { IsSurelyOfPersons: true } or { Class: 0 };

    private void Add(TokenSpan? name)
    {
        if (name is null)
        {
            return;
        }

        foreach (var span in found)
        {
            if (span.First <= name.Last && name.First <= span.Last)
            {
                return;
            }
        }

        found.Add(name);
    }

    private TokenCursor At(int token) => new(text, lexicon, token);
}
