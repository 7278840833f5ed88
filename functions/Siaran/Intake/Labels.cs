namespace Siaran.Intake;

/// <summary>Knows the labels that say what kind of text follows.</summary>
internal static class Labels
{
    // The longest first, so that a label is not taken for the beginning of another.
    private static readonly string[] Known =
    [
        "keterangan pers bersama",
        "siaran pers bersama",
        "pernyataan pers bersama",
        "berita acara resmi",
        "siaran pers",
        "keterangan pers",
        "pernyataan pers",
        "penjelasan pers",
        "rilis pers",
        "pers rilis",
        "press release",
        "pers release",
        "media release",
        "news release",
        "press statement",
        "media statement",
        "siaran media",
        "siaran akhbar",
        "siaran resmi",
        "kenyataan media",
        "kenyataan akhbar",
        "hebahan media",
        "pressemitteilung",
        "medienmitteilung",
        "presseinformation",
        "communiqué de presse",
        "comunicado de prensa",
        "nota de prensa",
        "comunicado de imprensa",
        "nota à imprensa",
        "persbericht",
        "新闻稿",
        "新聞稿",
        "بيان صحفي",
        "rilis resmi",
        "rilis media",
        "rilis berita",
        "berita resmi",
        "hak jawab",
        "advertorial",
        "pengumuman",
        "klarifikasi",
        "maklumat",
        "imbauan",
        "himbauan",
        "sambutan",
        "pidato",
        "infografis",
        "liputan khusus",
        "berita daerah",
        "berita foto",
        "for immediate release",
        "untuk segera disiarkan",
        "untuk segera diterbitkan",
        "untuk segera dipublikasikan",
        "untuk segera ditayangkan",
        "untuk segera dimuat",
        "untuk segera dirilis",
        "rilis",
        "adv",
    ];

    private const int LongestSpaced = 60;

    /// <summary>Those that open, and in the same order those that close.</summary>
    private const string Brackets = "[(<])>";

    private static readonly char[] Marks = [':', '|', '•', '·', '/', '»', '›', ' '];

    /// <summary>Whether a line says that the text may be published at once, as one below a label does.</summary>
    public static bool IsUrgent(string line) =>
        Bare(line) is var bare
        && (
            bare.Equals("for immediate release", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("untuk segera di", StringComparison.OrdinalIgnoreCase) && Whole(line) is not null
        );

    /// <summary>The label that a whole line is, in title case, or null.</summary>
    public static string? Whole(string line)
    {
        var bare = Bare(line);
        // In two languages: SIARAN PERS / PRESS RELEASE.
        var names = bare.Split(['/', '|'], StringSplitOptions.TrimEntries);
        var known = Array.ConvertAll(names, name => Array.Find(Known, k => k.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return known[0] is null || Array.Exists(known, name => name is null) ? null : Title(known[0]!);
    }

    /// <summary>
    /// A line without what dresses a label: marks and pictures around it, spaces between its letters, none between its words.
    /// </summary>
    private static string Bare(string line)
    {
        var (first, last) = (0, line.Length);
        while (first < last && !char.IsLetterOrDigit(line[first]))
        {
            first++;
        }

        while (last > first && !char.IsLetterOrDigit(line[last - 1]))
        {
            last--;
        }

        var bare = line[first..last];
        var isRun = line.StartsWith('#') && !bare.Contains(' ', StringComparison.Ordinal);
        var isSpaced = bare.Length is > 4 and <= LongestSpaced && bare.Where((c, at) => at % 2 == 1).All(c => c == ' ');
        if (!isRun && !isSpaced)
        {
            return bare;
        }

        var letters = bare.Replace(" ", "", StringComparison.Ordinal);
        return Array.Find(
                Known,
                known => known.Replace(" ", "", StringComparison.Ordinal).Equals(letters, StringComparison.OrdinalIgnoreCase)
            ) ?? bare;
    }

    /// <summary>Parts a first line such as <c>ADVERTORIALDiskominfotik NTB</c> or <c>SIARAN PERS: Dinas X</c>.</summary>
    /// <returns>
    /// The label in title case and what comes after it, or null. <c>RunTogether</c> tells that only letters separate them,
    /// <c>IsParted</c> that a mark did.
    /// </returns>
    public static (string Label, string Remainder, bool RunTogether, bool IsParted)? Leading(string line)
    {
        if (
            line.Length > 2
            && Brackets.IndexOf(line[0], StringComparison.Ordinal) is >= 0 and < 3 and var opens
            && line.IndexOf(Brackets[opens + 3], StringComparison.Ordinal) is > 0 and var end
        )
        {
            var (inside, behind) = (line[1..end], line[(end + 1)..].TrimStart(' ', ':', '-', '–', '—', '|'));
            return Whole(inside) is { } label && behind.Length > 0 ? (label, behind, false, true) : null;
        }

        foreach (var known in Known)
        {
            if (line.Length <= known.Length || !line.StartsWith(known, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var (written, after) = (line[..known.Length], line[known.Length..]);
            var runsTogether = char.IsUpper(after[0]) && (!written.Any(char.IsLower) || char.IsLower(written[^1]));
            var parted = after.TrimStart();
            var isParted =
                parted.Length > 0
                && (parted[0] is ':' or '|' or '•' or '·' or '/' or '»' or '›' || (Characters.IsDash(parted[0]) && after[0] == ' '));
            var rest = isParted ? parted[1..].TrimStart(Marks).TrimEnd() : after.Trim();
            if (rest.Length > 0 && (runsTogether || isParted || after[0] == ' '))
            {
                return (Title(known), rest, runsTogether, isParted);
            }
        }

        return null;
    }

    private static string Title(string known) =>
        string.Join(' ', known.Split(' ').Select(w => w is "de" or "à" ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}
