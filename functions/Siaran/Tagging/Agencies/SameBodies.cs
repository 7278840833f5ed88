using Siaran.Tagging.Agencies.Patterns;
using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Finds which bodies of a text are one under two names: <c>Dinas Pertanian</c> of <c>Dinas Pertanian dan Perikanan</c>, <c>Dinas PRKP</c>
/// of <c>Dinas Perumahan Rakyat dan Kawasan Permukiman</c>, <c>PDAM</c> of <c>PDAM Tirta Sari</c>, <c>KPU</c> of <c>KPU Kota
/// Bima</c>, <c>Pemda Jabar</c> of <c>Pemprov Jabar</c>.
/// </summary>
internal static class SameBodies
{
    private const int LongestJoin = 4;

    /// <summary>The government of any place, by its slug, and those that name the place's level.</summary>
    private const string AnyGovernment = "pemda";

    /// <summary>What the parts of a force are named by.</summary>
    private const string Force = "Brimob ";

    private static readonly string[] Governments = ["pemprov", "pemkab", "pemkot"];

    /// <summary>
    /// Gives each body of a text the name and the place of the longer one that it is, and the words that it goes on
    /// with.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Its bodies.</param>
    /// <param name="names">Words of bodies' names.</param>
    /// <param name="issuerPlace">The place of the issuing body.</param>
    /// <param name="lexicon">The words of the text's language.</param>
    /// <param name="isPlace">Whether tokens, from the first to the last, are a place.</param>
    public static void Unite(
        ReleaseText text,
        List<NamedBody> found,
        AgencyNames names,
        AgencyPlace? issuerPlace,
        Lexicon lexicon,
        Func<int, int, bool> isPlace
    )
    {
        JoinTwins(found, names);
        if (!lexicon.IsModelled)
        {
            SameAcronyms.Unite(text, found, names);
        }

        OwnNameForms.JoinNumbers(text, found);
        OwnNameForms.JoinStrokes(text, found);
        var offices = OfficesOf(text, found, names);
        var branches = BranchesOf(found, names);
        var unlisted = found.Where(body => IsUnlisted(body, names)).DistinctBy(body => body.Name.Slug).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            var body = found[i];
            if (unlisted.Count > 1 && IsUnlisted(body, names))
            {
                var whole = unlisted.FindAll(other => IsWithPlace(other, body, isPlace) || IsOneOf(text, other, body, names, lexicon));
                found[i] = body with { Name = (OneOf(whole) ?? body).Name };
            }
            else if (body.Name.IsLocal)
            {
                found[i] = LongerOf(text, body, found, offices, unlisted, issuerPlace) is { } longer ? Named(text, body, longer) : body;
            }
            else
            {
                found[i] = National(text, body, found, (branches, unlisted), issuerPlace, names);
            }
        }
    }

    /// <summary>The body that several names are all of: the only one, or the longest; null where they are of several.</summary>
    private static NamedBody? OneOf(List<NamedBody> whole) =>
        whole is [var only] ? only : Schools.LongestOf(whole) ?? OwnNameForms.LongestOf(whole);

    /// <summary>A national body as its branch or its part, where the text is of that one.</summary>
    private static NamedBody National(
        ReleaseText text,
        NamedBody body,
        List<NamedBody> found,
        (List<NamedBody> Branches, List<NamedBody> Unlisted) others,
        AgencyPlace? issuerPlace,
        AgencyNames names
    ) =>
        IsWholeBranch(text, body, names) && PlaceOf(text, body, found, others.Branches, issuerPlace, names) is { } place
            ? body with
            {
                Place = place,
                Name = names.BranchOf(body.Name, place),
            }
        : (NumberedOf(body, others.Unlisted) ?? PartOf(text, body, others.Unlisted)) is { } numbered ? body with { Name = numbered.Name }
        : body;

    /// <summary>Makes one of two bodies that a region has but one of: <c>KPU</c> and <c>KIP</c> of a regency in Aceh.</summary>
    private static void JoinTwins(List<NamedBody> found, AgencyNames names)
    {
        foreach (var (slug, twin) in names.Twins)
        {
            if (found.Find(body => body.Name.Slug == twin) is not { } whole)
            {
                continue;
            }

            for (var i = 0; i < found.Count; i++)
            {
                if (found[i].Name.Slug == slug && (found[i].Place is null || found[i].Place == whole.Place))
                {
                    found[i] = found[i] with { Name = whole.Name, Place = found[i].Place ?? whole.Place };
                }
            }
        }
    }

    /// <summary>
    /// Whether another body is the same by its state, by more fields, by the word for its kind, with its words turned, or in short.
    /// </summary>
    private static bool IsOneOf(ReleaseText text, NamedBody other, NamedBody body, AgencyNames names, Lexicon lexicon) =>
        IsWhole(other, body, lexicon)
        || BriefNames.IsOf(text, lexicon, other, body)
        || IsOfMoreFields(text, other, body, names)
        || Schools.AreOne(other.Name.Name, body.Name.Name)
        || OwnNameForms.AreOne(other.Name.Name, body.Name.Name)
        || IsWithTail(other, body, names)
        || IsByLetters(other, body)
        || TurnedNames.AreOne(other.Name.Name, body.Name.Name);

    /// <summary>Offices by different names, the longest first: some tens of names at most, of which few are offices.</summary>
    private static List<NamedBody> OfficesOf(ReleaseText text, List<NamedBody> found, AgencyNames names) =>
        [
            .. found
                .Where(body => body.Name.IsLocal && names.ListHeads.Contains(text.Tokens[body.First].Hash))
                .DistinctBy(body => (body.Name.Slug, body.Place?.Slug))
                .OrderByDescending(body => body.Name.Name.Length),
        ];

    private static List<NamedBody> BranchesOf(List<NamedBody> found, AgencyNames names) =>
        [
            .. found
                .Where(body => body.Place?.Slug.Length > 0 && (body.Name.Trait is AgencyTrait.Branches || names.IsRegional(body.Name)))
                .DistinctBy(body => (body.Name.Slug, body.Place!.Slug)),
        ];

    /// <summary>Whether a body with branches is named by its short name or its whole one, and not as the state's: <c>KPU RI</c>.</summary>
    private static bool IsWholeBranch(ReleaseText text, NamedBody body, AgencyNames names) =>
        names.HasBranches(body.Name)
        && !(body.Last + 1 < text.Tokens.Length && text.Word(text.Tokens[body.Last + 1]) is "pusat" or "Pusat" or "Nasional")
        && (
            body.First == body.Last
            || !names.Ministries.Contains(text.Tokens[body.First].Hash)
                && body.Name.Name.EndsWith(text.Word(text.Tokens[body.Last]).ToString(), StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The body that an office is by a longer name, by its government's or by one of its own; null where there is none.</summary>
    private static NamedBody? LongerOf(
        ReleaseText text,
        NamedBody body,
        List<NamedBody> found,
        List<NamedBody> offices,
        List<NamedBody> unlisted,
        AgencyPlace? issuerPlace
    ) =>
        offices.Find(other => IsLonger(other, body) || IsShort(body, other))
        ?? found.Find(other => IsGovernmentOf(other, body))
        ?? (body.Name.Slug == AnyGovernment && body.Place is null ? OnlyGovernment(found, issuerPlace) : null)
        ?? NumberedOf(body, unlisted)
        ?? WithOwnName(text, body, unlisted);

    /// <summary>The only numbered branch of a body: <c>LLDIKTI Wilayah VIII</c> for <c>LLDIKTI</c>.</summary>
    private static NamedBody? NumberedOf(NamedBody body, List<NamedBody> unlisted)
    {
        var branches = unlisted.FindAll(other =>
            other.Name.Name.Length > body.Name.Name.Length
            && other.Name.Name.StartsWith(body.Name.Name + " Wilayah ", StringComparison.Ordinal)
        );
        return branches is [var only] ? only : null;
    }

    /// <summary>The only part of a force that the text names, for its bare name: <c>Brimob Polda NTB</c> for <c>Brimob</c>.</summary>
    private static NamedBody? PartOf(ReleaseText text, NamedBody body, List<NamedBody> unlisted)
    {
        if (body.First != body.Last || body.Name.Trait is not AgencyTrait.None || unlisted.Count == 0)
        {
            return null;
        }

        var parts = unlisted.FindAll(other =>
            other.Last > other.First + 1
            && text.Tokens[other.First].Hash == text.Tokens[body.First].Hash
            && other.Name.Name.StartsWith(Force, StringComparison.Ordinal)
        );
        return parts is [var only] ? only : null;
    }

    private static bool IsUnlisted(NamedBody body, AgencyNames names) => !body.Name.IsLocal && !names.BySlug.ContainsKey(body.Name.Slug);

    /// <summary>
    /// Whether a body on no list is named whole by another: with its state (<c>Kementerian Pendidikan Malaysia</c>, <c>Tasmanian
    /// Parliament</c>), or by the words of its acronym.
    /// </summary>
    private static bool IsWhole(NamedBody other, NamedBody body, Lexicon lexicon)
    {
        var (shorter, longer) = (body.Name.Name, other.Name.Name);
        return longer.Length > shorter.Length
            && (
                (
                    longer.StartsWith(shorter + " ", StringComparison.OrdinalIgnoreCase)
                    && IsNameOfState(lexicon, WithoutOf(longer[(shorter.Length + 1)..]))
                )
                || (!lexicon.IsModelled && IsOfBody(other, body))
                || (
                    longer.EndsWith(" " + shorter, StringComparison.OrdinalIgnoreCase)
                    && IsNameOfState(lexicon, longer[..^(shorter.Length + 1)])
                )
                || AreInitials(shorter, longer)
            );
    }

    /// <summary>Whether a body is named with what it is of: <c>Governing Board of the Fens Centre</c> for <c>Governing Board</c>.</summary>
    private static bool IsOfBody(NamedBody other, NamedBody body) =>
        body.Last > body.First && other.Name.Name.StartsWith(body.Name.Name + " of the ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether words are the name of a state or its people.</summary>
    private static bool IsNameOfState(Lexicon lexicon, string words)
    {
        var tokens = Tokenizer.Read(words);
        var at = 0;
        while (at < tokens.Length && lexicon.Country.Match(tokens, at, out _) is > 0 and var length)
        {
            at += length;
        }

        return tokens.Length > 0 && at == tokens.Length;
    }

    /// <summary>Whether a body goes by its letters, and whole by the word for its kind behind them: <c>RTX Corporation</c>.</summary>
    private static bool IsWithTail(NamedBody other, NamedBody body, AgencyNames names)
    {
        var (shorter, longer) = (body.Name.Name, other.Name.Name);
        return body.First == body.Last
            && shorter.Length > 2
            && longer.Length > shorter.Length + 1
            && longer.StartsWith(shorter + " ", StringComparison.Ordinal)
            && shorter.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0
            && names.Tails.Contains(Tokenizer.Hash(longer.AsSpan(shorter.Length + 1)));
    }

    /// <summary>Whether a body is named by the letters of its own name: <c>Lanud SIM</c> of <c>Lanud Sultan Iskandar Muda</c>.</summary>
    private static bool IsByLetters(NamedBody other, NamedBody body)
    {
        var (shorter, longer) = (body.Name.Name, other.Name.Name);
        return body.Last == body.First + 1
            && shorter.IndexOf(' ', StringComparison.Ordinal) is > 0 and var head
            && shorter.AsSpan(head + 1).IndexOfAnyExceptInRange('A', 'Z') < 0
            && longer.Length > shorter.Length
            && longer.StartsWith(shorter[..(head + 1)], StringComparison.Ordinal)
            && AreInitials(shorter[(head + 1)..], longer[(head + 1)..]);
    }

    /// <summary>A place without the small words before it: <c>of the Rosewell Islands</c>.</summary>
    private static string WithoutOf(string place)
    {
        var at = place.AsSpan().IndexOfAnyInRange('A', 'Z');
        return at > 0 && place[..at] is "of " or "of the " ? place[at..] : place;
    }

    /// <summary>
    /// Whether a ministry is named by its first field alone, and whole by another: <c>Ministry of Works</c> of <c>Ministry of Works and
    /// Transport</c>.
    /// </summary>
    private static bool IsOfMoreFields(ReleaseText text, NamedBody other, NamedBody body, AgencyNames names)
    {
        var (shorter, longer) = (body.Name.Name, other.Name.Name);
        return body.Last > body.First
            && names.Ministries.Contains(text.Tokens[body.First].Hash)
            && longer.Length > shorter.Length + 1
            && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)
            && (longer[shorter.Length] is ',' || longer.AsSpan(shorter.Length) is [' ', 'a' or 'd', 'n' or 'a', 'd' or 'n', ' ', ..]);
    }

    /// <summary>Whether a body is named with its place by another: <c>RSUD Bahari Kota Bima</c>.</summary>
    private static bool IsWithPlace(NamedBody other, NamedBody body, Func<int, int, bool> isPlace) =>
        body.Last > body.First
        && other.Name.Name.StartsWith(body.Name.Name + " ", StringComparison.OrdinalIgnoreCase)
        && other.Last - other.First > body.Last - body.First
        && isPlace(other.First + body.Last - body.First + 1, other.Last);

    /// <summary>Whether a body is the government that another names by the level of its place: <c>Pemda Jawa Barat</c>.</summary>
    private static bool IsGovernmentOf(NamedBody other, NamedBody body) =>
        body.Name.Slug == AnyGovernment
        && body.Place is { } place
        && other.Place?.Slug == place.Slug
        && Governments.Contains(other.Name.Slug);

    /// <summary>
    /// The one government that a text names, of the issuer's place where there is an issuer; null where it names several.
    /// </summary>
    private static NamedBody? OnlyGovernment(List<NamedBody> found, AgencyPlace? issuerPlace)
    {
        var all = found.FindAll(body => body.Place is not null && Governments.Contains(body.Name.Slug));
        return all.Count > 0 && all.TrueForAll(body => body.Place!.Slug == (issuerPlace ?? all[0].Place)!.Slug) ? all[0] : null;
    }

    /// <summary>The only body that the text calls by the same word and a name of its own: <c>PDAM Tirta Sari</c> for <c>PDAM</c>.</summary>
    private static NamedBody? WithOwnName(ReleaseText text, NamedBody body, List<NamedBody> unlisted)
    {
        if (body.Place is not null || body.First != body.Last)
        {
            return null;
        }

        var named = unlisted.FindAll(other =>
            (other.First < body.First || text.Tokens[body.First].Start < text.TitleCaseEnd)
            && other.Last > other.First
            && (
                (text.Tokens[other.First].Hash == text.Tokens[body.First].Hash && text.Tokens[body.First].Case is TokenCase.Upper)
                || (
                    body.Name.Trait is AgencyTrait.NamedWithPlace
                    && other.Name.Slug.StartsWith(body.Name.Slug + "-", StringComparison.Ordinal)
                )
            )
        );
        return named is [var only] ? only : OwnNameForms.LongestOf(named);
    }

    /// <summary>Whether a body is an office that another's longer name is of.</summary>
    private static bool IsLonger(NamedBody other, NamedBody body)
    {
        var (shorter, longer) = (body.Name.Name, other.Name.Name);
        return other.Name.Slug != body.Name.Slug
            && (body.Place is null || other.Place is null || body.Place.Slug == other.Place.Slug)
            && shorter.IndexOf(' ', StringComparison.Ordinal) is > 0 and var head
            && longer.Length > shorter.Length
            && (
                longer.StartsWith(shorter + " ", StringComparison.OrdinalIgnoreCase)
                || longer.StartsWith(shorter + ",", StringComparison.OrdinalIgnoreCase)
                || (
                    longer.StartsWith(shorter[..(head + 1)], StringComparison.Ordinal)
                    && AreInitials(CountedLetters.Spread(shorter.AsSpan(head + 1)).ToString(), longer[(head + 1)..])
                )
            );
    }

    /// <summary>Whether a body is an office of the same region by a shorter name: <c>Dinas Kominfosandi</c>.</summary>
    private static bool IsShort(NamedBody body, NamedBody other) =>
        other.Name.Slug != body.Name.Slug
        && (body.Place is null || other.Place is null || body.Place.Slug == other.Place.Slug)
        && OfficeFields.AreShortOf(body.Name.Name, other.Name.Name);

    /// <summary>Whether a word in capitals is the first letters of a name's words but for small ones.</summary>
    private static bool AreInitials(string acronym, string words)
    {
        if (acronym.Length < 2 || acronym[0] != char.ToUpperInvariant(words[0]))
        {
            return false;
        }

        var all = words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return AreInitials(acronym, all, isOfJoins: false)
            || AreInitials(acronym, all, isOfJoins: true)
            || (words.Contains('-', StringComparison.Ordinal) && AreInitials(acronym, words.Split([' ', ',', '-']), isOfJoins: false));
    }

    /// <summary>Whether a word is the first letters of others, of <c>of</c> too where it is to be: <c>DOH</c>.</summary>
    private static bool AreInitials(string acronym, string[] words, bool isOfJoins) =>
        acronym
        == string.Concat(
            words
                .Where(word => word.Length > LongestJoin || (word.Length > 0 && char.IsUpper(word[0])) || (isOfJoins && word is "of"))
                .Select(word => char.ToUpperInvariant(word[0]))
        );

    /// <summary>A body by its longer name, with as many of the words behind it as are that name's.</summary>
    private static NamedBody Named(ReleaseText text, NamedBody body, NamedBody longer)
    {
        var tokens = text.Tokens;
        var last = body.Last;
        for (var end = last + 1; end < tokens.Length && tokens[end].End - tokens[body.First].Start <= longer.Name.Name.Length; end++)
        {
            last = text.Words(body.First, end).Equals(longer.Name.Name, StringComparison.OrdinalIgnoreCase) ? end : last;
        }

        return body with
        {
            Name = longer.Name,
            Place = longer.Name.IsLocal ? body.Place ?? longer.Place : longer.Place,
            Last = last,
        };
    }

    /// <summary>
    /// The place of the issuer's branch, or of the first that the text names; null where it names none, or several and the state's body.
    /// </summary>
    private static AgencyPlace? PlaceOf(
        ReleaseText text,
        NamedBody body,
        List<NamedBody> found,
        List<NamedBody> branches,
        AgencyPlace? issuerPlace,
        AgencyNames names
    )
    {
        var places = branches.FindAll(branch => IsBranchOf(branch, body, names) && !IsNamedApart(text, branch, body));
        var issuers = places.Find(branch => branch.Place!.Slug == issuerPlace?.Slug);
        return issuers is not null || places.Count < 2 || !found.Exists(other => other.Name.Slug == body.Name.Slug && IsState(text, other))
            ? (issuers ?? places.FirstOrDefault())?.Place
            : null;
    }

    /// <summary>
    /// Whether a branch is one of a body's, by the body's name or by one of its own: a regency's <c>Kankemenag</c> for <c>Kemenag</c>. In a
    /// province's text <c>Kemenag</c> is as often the ministry.
    /// </summary>
    private static bool IsBranchOf(NamedBody branch, NamedBody body, AgencyNames names) =>
        branch.Name.Slug == body.Name.Slug
        || (branch.Place!.Level is not RegionLevel.Province && branch.Name.Slug == names.BranchOf(body.Name, branch.Place).Slug);

    /// <summary>
    /// Whether a branch has the letter of its level at its end, and the state's body none: <c>BNNK</c> and <c>BNNP</c>, but <c>BNN</c>.
    /// </summary>
    private static bool IsNamedApart(ReleaseText text, NamedBody branch, NamedBody body)
    {
        var written = text.Word(text.Tokens[branch.First]);
        var whole = text.Word(text.Tokens[body.First]);
        return written.Length == whole.Length + 1
            && written.StartsWith(whole, StringComparison.Ordinal)
            && written[^1] is 'P' or 'K'
            && text.Tokens[body.First].Case is TokenCase.Upper;
    }

    /// <summary>
    /// Whether a word at the end of a body's name or behind it says that it is the state's: <c>KPU RI</c>, <c>KPU Pusat</c>.
    /// </summary>
    public static bool IsOfState(ReleaseText text, NamedBody body) =>
        IsState(text, body)
        || (body.Last + 1 < text.Tokens.Length && text.Word(text.Tokens[body.Last + 1]) is "pusat" or "Pusat" or "Nasional" or "RI");

    /// <summary>Whether a body is named as the state's: <c>KPU RI</c>.</summary>
    private static bool IsState(ReleaseText text, NamedBody body) =>
        body.Place is null && body.Last > body.First && text.Word(text.Tokens[body.Last]) is "RI" or "Indonesia" or "Pusat";
}
