using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Short lines above a text that may say that it must wait, in words that no list holds: with the word <c>embargo</c>, with a word of
/// publishing and a date to come, or with one of holding alone. An editor confirms what they mean.
/// </summary>
internal static class HoldHints
{
    private const int TopLines = 25;
    private const int Longest = 90;
    private const int MostWords = 4;
    private const int LongestOfEmbargo = 60;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Embargo = new("embarg", Options);

    /// <summary>What an embargo is on that states lay on each other.</summary>
    private static readonly GuardedRegex OfTrade = new(
        @"ekspor|impor|export|dagang|trade|ekonomi|econom|minyak|\b(oil|gas|arms|fish|rice)\b|senjata|weapon|beras|ikan|udang|pangan|pupuk|benih|kapal|negara|luar negeri|sanksi|sanction|nelayan|petani|handel|waffen|commerc|comerc|armas?\b|armes\b",
        Options
    );

    private static readonly GuardedRegex Hyphen = new(@"(?<before>\p{L})-(?<after>\p{L})");

    private static readonly GuardedRegex Labels = new(
        @"\b((siaran|rilis|keterangan|berita) (pers|media)|(press|media|news) release|pressemitteilung)\b",
        Options
    );

    private static readonly GuardedRegex Publishing = new(
        @"\b((di|pe\w{0,2})?(tayang|ayang|siar|yiar|iar|terbit|erbit|rilis|muat)(kan|an)?|(di)?publikasi(kan)?|dilepas|naik|jadwal|schedule[ds]?|publi(sh(ed|ing)?|cation|er|é|ée|car|cado|cada)|released?|broadcast|aired|live|veröffentlich\w*|freigabe|ilathala|hebah(an|kan)?|dihebahkan)\b",
        Options
    );

    /// <summary>The lines that may say it.</summary>
    /// <param name="above">Lines above the text, plain.</param>
    /// <param name="text">The paragraphs. One that speaks of an embargo is about it: <c>Embargo ekspor beras dicabut</c>.</param>
    /// <param name="ahead">Knows which times are still to come.</param>
    public static IEnumerable<string> Find(IEnumerable<string> above, IEnumerable<string> text, StillAhead ahead)
    {
        var lines = above.Where(line => line.Length is > 0 and <= Longest).Take(TopLines).ToList();
        var words = lines.FindAll(IsOfEmbargo);
        if (words.Count > 0 && text.Any(Embargo.IsMatch))
        {
            words = [];
        }

        return words
            .Concat(lines.Where(line => HoldStates.MayBe(line) || (IsOfPublishing(line) && ahead.Of(line) is not null)))
            .Distinct(StringComparer.Ordinal);
    }

    private static bool IsOfEmbargo(string line) =>
        line.Length <= LongestOfEmbargo && !OfTrade.IsMatch(line) && Embargo.IsMatch(Hyphen.Replace(line, "${before}${after}"));

    private static bool IsOfPublishing(string line) =>
        WrittenMoment.Names(line) && Publishing.IsMatch(Labels.Replace(line, " ")) && StatedDate.CountOtherWords(line) <= MostWords;
}
