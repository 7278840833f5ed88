using Siaran.Tagging.Entities;
using Siaran.Tagging.Languages;
using Siaran.Tagging.People;
using Siaran.Tagging.Regions;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>Hospitals of a region that has several, by the names of their own: <c>RSUD dr. Soetomo</c>.</summary>
internal sealed class HospitalNames(RegionGazetteer gazetteer, Lexicon lexicon, WordClasses words)
{
    private const int Longest = 7;
    private const int LongestAbbreviation = 3;
    private const int FewestOfOwn = 2;
    private const int FewestBehindTitle = 1;

    private static readonly ulong Doctor = Tokenizer.Hash("dokter");
    private static readonly ulong[] Doctors = [Tokenizer.Hash("dr"), Tokenizer.Hash("drg"), Tokenizer.Hash("prof")];

    /// <summary>Which tokens the entity model takes for persons' names; null for none.</summary>
    public bool[]? Persons { get; set; }

    /// <summary>
    /// The last token of a hospital's own name behind the words for it: <c>RSUD dr. Soetomo</c>, <c>Rumah Sakit Cipta Mulia</c>; 0 where it
    /// has none.
    /// </summary>
    /// <param name="text">The release.</param>
    /// <param name="first">The first token of the words for it.</param>
    /// <param name="unclassed">The token behind them and a class: <c>Kelas IIA</c>.</param>
    /// <param name="at">The token behind them.</param>
    public int LastOf(ReleaseText text, int first, int unclassed, int at) =>
        unclassed > at && LastOf(text, first, unclassed) is > 0 and var last ? last : LastOf(text, first, at);

    private int LastOf(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        var last = at - 1;
        if (at >= tokens.Length || lexicon.BodyLevel.Match(tokens, at, out _) > 0)
        {
            return 0;
        }

        // "RSUD dr. Budi Harto": right behind the word for it a title begins the hospital's name, unless it
        // is that of whoever heads it.
        var isOfOffice = NameBounds.IsBehind(lexicon.Office, tokens, first);
        var isTitled = Titles.IsTitle(new(text, lexicon, at)) && !isOfOffice;
        var head = isTitled ? null : HeadBehind(text, first, at);
        for (var i = at; i < (head ?? tokens.Length) && i - at < Longest; i++)
        {
            // "Polsek Biduk-Biduk".
            if (i > at && i + 1 < tokens.Length && tokens[i + 1].IsCapital && text.IsDoubled(i))
            {
                last = ++i;
                continue;
            }

            // "di Lanud SIM. Selanjutnya": letters have no point of their own.
            var isPoint =
                i > at
                && text.IsMark(tokens[i], '.')
                && tokens[i - 1].Length <= LongestAbbreviation
                && !(tokens[i - 1] is { Case: TokenCase.Upper, Length: > 1 } && !Titles.IsTitle(new(text, lexicon, i - 1)));
            var isWord =
                tokens[i].IsWord
                && (tokens[i].IsCapital || Titles.IsTitle(new(text, lexicon, i)))
                && (i == at || tokens[i].Start <= tokens[i - 1].End + 1)
                && (i == at || !(IsRegion(tokens, i) || IsLevel(tokens, i)))
                && (i == at || isTitled || head is not null || !IsPersonBehindName(text, i, isOfOffice));
            if ((!isPoint && !isWord) || (i > at && IsOfOther(tokens, i)))
            {
                break;
            }

            last = isWord && !Titles.IsTitle(new(text, lexicon, i)) ? i : last;
        }

        // In a headline in title case a verb looks like more of the name.
        var isSure = isTitled || tokens[at].Start >= text.TitleCaseEnd;
        return last >= at && isSure && tokens[at].Start <= tokens[at - 1].End + 1 && tokens[last].IsCapital ? last : 0;
    }

    /// <summary>Whether a rank or a title that no such body is named with is of someone else: <c>Lanud Silas Papare Ny. …</c></summary>
    private bool IsOfOther(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].IsCapital
        && (lexicon.Rank.Match(tokens, i, out _) > 0 || (lexicon.Title.Match(tokens, i, out _) > 0 && !Doctors.Contains(tokens[i].Hash)));

    /// <summary>Whether running text knows a word as a person's name above all.</summary>
    public bool IsPerson(ReadOnlySpan<Token> tokens, int at) => at < tokens.Length && words[tokens[at].Hash].IsSurelyOfPersons;

    /// <summary>Where the name begins of whoever heads the hospital: <c>Direktur RS Cipta Mulia Rahmat Hidayat</c>.</summary>
    private int? HeadBehind(ReleaseText text, int first, int at)
    {
        var tokens = text.Tokens;
        if (!NameBounds.IsBehind(lexicon.Office, tokens, first))
        {
            return null;
        }

        // "RSUD dr. Soetomo Cita Rosita": a title is of the hospital's name, with one word at least.
        var own = at;
        while (own + 1 < tokens.Length && own - at < Longest && Titles.IsTitle(new(text, lexicon, own)))
        {
            own++;
        }

        var last = own;
        while (
            last + 1 < tokens.Length
            && last - at < Longest
            && tokens[last + 1] is { IsWord: true, IsCapital: true }
            && tokens[last + 1].Start == tokens[last].End + 1
        )
        {
            last++;
            // "Direktur RSUD Bahari Dokter Cita": of whoever heads it.
            if (tokens[last].Hash == Doctor)
            {
                return last;
            }
        }

        // A first name right behind the title is of whoever heads it: "Direktur RSUD dr. Budi Harto Utama".
        return own == at ? NamesAtEnd.In(text, words, at, last, FewestOfOwn)
            : own < tokens.Length && words[tokens[own].Hash].IsSurelyOfPersons ? null
            : NamesAtEnd.In(text, words, own, last, FewestBehindTitle);
    }

    /// <summary>Whether the word for a region's level is at a token, before its name: <c>RSUD … Kabupaten Dompu</c>.</summary>
    private bool IsLevel(ReadOnlySpan<Token> tokens, int i) =>
        i + 1 < tokens.Length && lexicon.PlaceWord.Match(tokens, i, out _) == 1 && tokens[i + 1].IsCapital && IsRegion(tokens, i + 1);

    /// <summary>Whether a province, a city or a regency is named at a token; districts bear any name.</summary>
    private bool IsRegion(ReadOnlySpan<Token> tokens, int i) =>
        gazetteer.Names.Match(tokens, i, out var regions) > 0 && gazetteer.Highest(regions) is not null;

    /// <summary>Whether a name is behind the short word for a saint: <c>RSU St. Carolus</c>.</summary>
    private static bool IsSaints(ReleaseText text, int i) =>
        i > 1 && text.IsMark(text.Tokens[i - 1], '.') && text.Word(text.Tokens[i - 2]) is "St" or "Sta" or "Sto";

    /// <summary>
    /// Whether the model takes a token, and not the one before it, for a person's name that is none of the hospital's: <c>RS Regional dr.
    /// Budi Harto</c>, unless it is of whoever heads it.
    /// </summary>
    private bool IsPersonBehindName(ReleaseText text, int i, bool isOfOffice) =>
        Persons is { } persons
        && persons[i]
        && !persons[i - 1]
        && !IsSaints(text, i)
        && (isOfOffice || !Titles.IsTitle(new(text, lexicon, i - 1)));
}
