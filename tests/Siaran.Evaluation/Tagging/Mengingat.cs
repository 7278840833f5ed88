using System.Text.RegularExpressions;
using Siaran.Releases;

namespace Siaran.Evaluation.Tagging;

/// <summary>
/// The legal basis of a regulation (its <c>Mengingat</c> list) and what it cites, read by a strict pattern of its own, apart from the
/// reader under test.
/// </summary>
internal static class Mengingat
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Canonical = new(
        @"(?<kind>Undang-? ?Undang(?: Darurat)?|Peraturan Pemerintah Pengganti Undang-? ?Undang|Peraturan Pemerintah|Peraturan Presiden|Keputusan Presiden|Instruksi Presiden|Peraturan Menteri Keuangan|Peraturan Menteri Dalam Negeri|Peraturan Menteri Perhubungan|Peraturan Menteri Kesehatan|Peraturan Menteri Sosial|Peraturan Menteri Pertanian|Peraturan Menteri Perdagangan|Peraturan Menteri Agama|Peraturan Menteri Desa, Pembangunan Daerah Tertinggal,? dan Transmigrasi|Peraturan Bupati|Peraturan Daerah) (?:Republik Indonesia )?(?<issuer>(?:[A-Z][a-z]+ ){0,4})(?:Nomor|No\.?) ?:? ?(?:PM |KM )?(?<number>[0-9OlIg]{1,4})(?:/[A-Z0-9.]{2,12}/(?<slash>\d{4})| ?Tahun (?<year>[0-9OlIg]{4}))",
        Options
    );

    private static readonly Dictionary<string, string> Slugs = new(StringComparer.Ordinal)
    {
        ["UndangUndang"] = "uu",
        ["UndangUndang Darurat"] = "uudrt",
        ["Peraturan Pemerintah Pengganti UndangUndang"] = "perppu",
        ["Peraturan Pemerintah"] = "pp",
        ["Peraturan Presiden"] = "perpres",
        ["Keputusan Presiden"] = "keppres",
        ["Instruksi Presiden"] = "inpres",
        ["Peraturan Menteri Keuangan"] = "permenkeu",
        ["Peraturan Menteri Dalam Negeri"] = "permendagri",
        ["Peraturan Menteri Perhubungan"] = "permenhub",
        ["Peraturan Menteri Kesehatan"] = "permenkes",
        ["Peraturan Menteri Sosial"] = "permensos",
        ["Peraturan Menteri Pertanian"] = "permentan",
        ["Peraturan Menteri Perdagangan"] = "permendag",
        ["Peraturan Menteri Agama"] = "permenag",
        ["Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"] = "permendesa",
        ["Peraturan Menteri Desa, Pembangunan Daerah Tertinggal dan Transmigrasi"] = "permendesa",
        ["Peraturan Bupati"] = "perbup",
        ["Peraturan Daerah"] = "perda",
    };

    /// <summary>The text from <c>Mengingat</c> to <c>MEMUTUSKAN</c>, on one line; pages and file heads left out.</summary>
    public static string ListOf(string text)
    {
        var start = text.IndexOf("Mengingat", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var end = text.IndexOf("MEMUTUSKAN", start, StringComparison.Ordinal);
        return string.Join(
            ' ',
            text[start..(end < 0 ? Math.Min(text.Length, start + 8_000) : end)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    /// <summary>A number as printed, where the scan has letters for its figures; null where it is none.</summary>
    private static int? Unscanned(string scanned)
    {
        var mended = scanned.Replace('O', '0').Replace('l', '1').Replace('I', '1').Replace('g', '9');
        return scanned.Length < 4 && !scanned.Any(char.IsAsciiDigit) ? null
            : int.TryParse(mended, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)
                ? value
            : null;
    }

    /// <summary>The ids of what a list cites.</summary>
    public static HashSet<string> Citations(string list)
    {
        HashSet<string> found = [];
        foreach (Match match in Canonical.Matches(list))
        {
            var kind = match
                .Groups["kind"]
                .Value.Replace("-", "", StringComparison.Ordinal)
                .Replace("Undang Undang", "UndangUndang", StringComparison.Ordinal);
            var year = match.Groups["slash"].Success ? match.Groups["slash"].Value : match.Groups["year"].Value;
            if (Unscanned(match.Groups["number"].Value) is { } number && Unscanned(year) is >= 1945 and < 2100 and { } in4)
            {
                var issuer = kind is "Peraturan Daerah" or "Peraturan Bupati" ? match.Groups["issuer"].Value : "";
                found.Add(Slug.From($"{Slugs[kind]} {issuer} {number} {in4}"));
            }
        }

        if (list.Contains("Dasar Negara", StringComparison.Ordinal))
        {
            found.Add("uud-1945");
        }

        return found;
    }
}
