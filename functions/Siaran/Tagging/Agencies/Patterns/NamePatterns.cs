using Siaran.Tagging.Languages;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies.Patterns;

/// <summary>
/// Finds bodies on no list by how a language builds their names: a head that more capitals follow (<c>Department of …</c>), or a tail that
/// capitals precede (<c>… Committee</c>). Only languages whose lexicon lists heads and tails have them.
/// </summary>
internal sealed class NamePatterns
{
    private const int MostBehindAcronym = 3;
    private const int LongestOffice = 3;

    private readonly Lexicon lexicon;
    private readonly NameWords words;
    private readonly NameStops stops;
    private readonly NameRuns runs;
    private readonly ListedNames listedNames;
    private readonly HeadNames heads;
    private readonly TailNames tails;
    private readonly JoinedFields fields;
    private readonly LoanNames loans;
    private readonly StateNames states;

    /// <param name="lexicon">The language's words.</param>
    /// <param name="names">Listed bodies, which no pattern runs into.</param>
    /// <param name="gazetteer">All regions, whose offices the list has.</param>
    /// <param name="cues">The words before names of regions.</param>
    public NamePatterns(Lexicon lexicon, AgencyNames names, RegionGazetteer gazetteer, RegionCues cues)
    {
        this.lexicon = lexicon;
        words = new(lexicon, names);
        stops = words.Stops;
        runs = new(lexicon, words);
        listedNames = new(lexicon, names, words);
        heads = new(lexicon, names, gazetteer, words, runs, listedNames, new(lexicon, names, gazetteer, cues, words, runs));
        tails = new(lexicon, names, gazetteer, words, runs, heads);
        fields = new(lexicon, names, words, tails);
        loans = new(lexicon, runs);
        states = new(lexicon);
    }

    /// <summary>Which tokens the entity model takes for persons' names; null for none.</summary>
    public bool[]? Persons
    {
        set => words.Persons = value;
    }

    /// <summary>How many tokens from one on are a ministry's name in small letters; 0 where none begins.</summary>
    public int SmallAt(ReleaseText text, int i) => heads.SmallAt(text, i);

    /// <summary>How many tokens from one on are a body's name; 0 where none begins.</summary>
    public int LengthAt(ReleaseText text, int i)
    {
        var tokens = text.Tokens;
        // In a headline in title case every word has a capital, so only whole listed names are believed
        // there.
        if (lexicon.BodyHead.Count == 0 || !tokens[i].IsCapital || lexicon.Article.Match(tokens, i, out _) > 0 || words.IsWhose(text, i))
        {
            return 0;
        }

        var listed = listedNames.LengthAt(text, i);
        var length =
            tokens[i].Start < text.TitleCaseEnd
                ? listed
                : Math.Max(
                    Math.Max(
                        Math.Max(heads.LengthAt(text, i), states.Service(text, i)),
                        Math.Max(
                            Math.Max(states.OfStateFirm(text, i), states.Government(text, i)),
                            UnitNames.LengthAt(text, lexicon, words.Persons, i)
                        )
                    ),
                    lexicon.LoanTail.Count > 0 ? loans.LengthAt(text, i)
                        : fields.JoinedAt(text, i) is > 0 and var joined ? joined
                        : fields.ListedAt(text, i) is > 0 and var list ? list
                        : tails.LengthAt(text, i)
                );
        return (length > listed && IsWithinOffice(text, i, length)) || (length == 1 && IsWithinTitle(text, i)) ? 0 : length;
    }

    /// <summary>
    /// How many tokens behind a name's acronym go on the name, which has a tail: <c>Damar University (DBU) Health Board</c>, <c>Universiti
    /// Damar (UD) Cawangan Perak</c>.
    /// </summary>
    public int RestBehindAcronym(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (at >= tokens.Length || !tokens[at].IsCapital || tokens[at].Start != tokens[at - 1].End + 1)
        {
            return 0;
        }

        if (listedNames.BranchAt(tokens, at) is > 0 and var branch)
        {
            return branch;
        }

        var end = at;
        while (end < tokens.Length && end - at < MostBehindAcronym && runs.GoesOnRun(text, at, end))
        {
            end++;
        }

        return
            lexicon.BodyHead.Match(tokens, first, out _) == 0
            && !(end < tokens.Length && tokens[end].IsCapital && tokens[end].Start == tokens[end - 1].End + 1)
            && lexicon.BodyTail.Match(tokens, end - 1, out _) == 1
            && !stops.IsUnit(tokens, end - 1)
            && lexicon.Office.Match(tokens, at, out _) == 0
            ? end - at
            : 0;
    }

    /// <summary>Whether a body's name is but the end of an office's: <c>Ketua Polis Negara</c>.</summary>
    private bool IsWithinOffice(ReleaseText text, int i, int length)
    {
        var tokens = text.Tokens;
        for (var first = i - 1; first >= 0 && i - first <= LongestOffice && tokens[first] is { IsWord: true, IsCapital: true }; first--)
        {
            if (first + lexicon.Office.Match(tokens, first, out _) == i + length && tokens[i - 1].End + 1 == tokens[i].Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a listed word is but a part of a rank: <c>Penguasa Bomba</c>.</summary>
    private bool IsWithinTitle(ReleaseText text, int i)
    {
        for (var first = i - 1; first >= 0 && i - first <= LongestOffice && text.Tokens[first].IsCapital; first--)
        {
            if (first + lexicon.Title.Match(text.Tokens, first, out _) > i)
            {
                return true;
            }
        }

        return false;
    }
}
