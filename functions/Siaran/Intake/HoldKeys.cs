namespace Siaran.Intake;

/// <summary>Keys that say if or when a document may be seen, as front matter of any system writes them.</summary>
internal static class HoldKeys
{
    private static readonly GuardedRegex KeyLine = new(
        @"^[\s""'*_>#@{\[(`,;-]*(?<key>[\p{L}][\p{L}\p{N}_ .-]{1,40}?)[""'*_`]*\s*[:=]>?\s*(?<value>\S.*)?$"
    );

    private static readonly GuardedRegex IsoDate = new(@"^\W*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");

    private const int LongestName = 60;

    private static readonly char[] NameMarks = [':', '.', '-', '_', ' '];

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "publishat",
        "publishdate",
        "publishon",
        "publishtime",
        "publishedat",
        "publisheddate",
        "publicationdate",
        "pubdate",
        "datepublished",
        "releaseat",
        "releasedate",
        "releaseon",
        "releasetime",
        "embargo",
        "embargoat",
        "embargodate",
        "embargountil",
        "embargoeduntil",
        "embargosampai",
        "embargoed",
        "embargotime",
        "notbefore",
        "holduntil",
        "hold",
        "scheduledat",
        "scheduledfor",
        "scheduleat",
        "golive",
        "goliveat",
        "visiblefrom",
        "draft",
        "isdraft",
        "draf",
        "private",
        "isprivate",
        "unlisted",
        "unpublished",
        "visibility",
        "tanggaltayang",
        "waktutayang",
        "jadwaltayang",
        "jadwalterbit",
        "tanggalrilis",
        "waktuterbit",
        "terbitpada",
        "golivedate",
        "golivetime",
        "availableat",
        "availableon",
        "effectivedate",
        "password",
    };

    private static readonly HashSet<string> StateKeys = new(StringComparer.Ordinal)
    {
        "status",
        "state",
        "keadaan",
        "creativeworkstatus",
        "review",
        "reviewstatus",
        "approval",
        "approvalstatus",
        "persetujuan",
        "workflow",
        "poststatus",
    };

    private static readonly HashSet<string> Waiting = new(StringComparer.OrdinalIgnoreCase)
    {
        "draft",
        "draf",
        "private",
        "pending",
        "future",
        "scheduled",
        "hidden",
        "review",
        "in review",
        "unlisted",
        "embargo",
        "embargoed",
        "internal",
        "withdrawn",
        "unpublished",
        "password",
        "trash",
        "rahasia",
        "konsep",
        "menunggu",
        "ditunda",
        "belum terbit",
        "terjadwal",
        "not published",
        "belum tayang",
        "menunggu tinjauan",
        "menunggu moderasi",
        "preview",
        "pratinjau",
    };

    private static readonly HashSet<string> DateKeys = new(StringComparer.Ordinal)
    {
        "date",
        "published",
        "tanggal",
        "tanggalterbit",
        "time",
        "posted",
        "terbit",
        "tayang",
        "schedule",
        "scheduled",
        "availablefrom",
        "validfrom",
        "startdate",
        "hidden",
        "jadwal",
        "effective",
        "start",
        "until",
        "rilis",
        "waktu",
        "siar",
        "tersedia",
    };

    /// <summary>Keys that say whether it is published, and hold where they say anything but yes.</summary>
    private static readonly HashSet<string> ShownKeys = new(StringComparer.Ordinal)
    {
        "published",
        "publish",
        "public",
        "live",
        "ispublished",
        "ispublic",
        "islive",
        "publishing",
        "approved",
        "isapproved",
        "disetujui",
    };

    /// <summary>Keys that only a plain yes makes hold anything.</summary>
    private static readonly HashSet<string> SwitchKeys = new(StringComparer.Ordinal)
    {
        "rahasia",
        "future",
        "confidential",
        "secret",
        "wip",
    };

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "false",
        "no",
        "off",
        "0",
        "publish",
        "published",
        "public",
        "tidak",
        "",
    };

    private static readonly HashSet<string> Negative = new(StringComparer.OrdinalIgnoreCase)
    {
        "false",
        "no",
        "off",
        "0",
        "tidak",
        "belum",
    };

    private static readonly HashSet<string> Published = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "on", "1", "ya" };

    /// <summary>Whether a key is one that may hold a release, whatever its value.</summary>
    public static bool Knows(string key) =>
        Bare(key) is var bare
        && (
            Keys.Contains(bare)
            || DateKeys.Contains(bare)
            || StateKeys.Contains(bare)
            || SwitchKeys.Contains(bare)
            || ShownKeys.Contains(bare)
        );

    /// <summary>Whether an unknown key of front matter may govern if or when the release is seen.</summary>
    /// <param name="key">As written.</param>
    /// <param name="value">As written; a draft that is said to be none is harmless.</param>
    public static bool IsDecisive(string key, string value)
    {
        var bare = Bare(key);
        var said = Said(value);
        if (bare is "terbit" or "tayang" or "posted" && Negative.Contains(said))
        {
            return true;
        }

        return ShownKeys.Contains(bare) ? !Published.Contains(said)
            : SwitchKeys.Contains(bare) ? Published.Contains(said)
            : StateKeys.Contains(bare) ? Waiting.Contains(said.Replace('_', ' ').Replace('-', ' '))
            : (Keys.Contains(bare) || DateKeys.Contains(bare) || bare.StartsWith("embargo", StringComparison.Ordinal))
                && !(bare is not "embargo" && Harmless.Contains(said));
    }

    /// <summary>Whether a line is such a key with a value that may hold the document.</summary>
    public static bool Holds(string line)
    {
        foreach (var part in line.StartsWith('{') ? line.Split(',') : [line])
        {
            if (KeyLine.Match(part) is not { Success: true } match)
            {
                continue;
            }

            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value);
            var bare = Bare(key);
            if (
                !DateKeys.Contains(bare) && !ShownKeys.Contains(bare)
                    ? IsDecisive(key, value)
                    : IsoDate.IsMatch(value) || (value.Length > 0 && Negative.Contains(Said(value)))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a page's metadata, as <c>name: value</c>, holds it. Names that say when a page was published are read as that instead.
    /// </summary>
    public static bool HoldsMark(string mark)
    {
        // Names of metadata have colons within them: article:status.
        var colon = mark.IndexOf(": ", StringComparison.Ordinal);
        if (colon is < 1 or > LongestName)
        {
            return false;
        }

        var (key, value) = (mark[..colon], mark[(colon + 1)..]);
        var (bare, said) = (Bare(key), Said(value));
        var last = key.Split(NameMarks, StringSplitOptions.RemoveEmptyEntries) is [.., var word] ? Bare(word) : bare;
        if ((ShownKeys.Contains(bare) || ShownKeys.Contains(last)) && Negative.Contains(said))
        {
            return true;
        }

        return (StateKeys.Contains(last) && Waiting.Contains(said.Replace('_', ' ').Replace('-', ' ')))
            || (last is "preview" or "embargo" && Published.Contains(said))
            || IsDecisiveMark(key, bare, value);
    }

    private static bool IsDecisiveMark(string key, string bare, string value) =>
        !DateKeys.Contains(bare)
        && !bare.StartsWith("pub", StringComparison.Ordinal)
        && !bare.StartsWith("release", StringComparison.Ordinal)
        && bare is not ("datepublished" or "tanggalrilis")
        && IsDecisive(key, value);

    private static string Said(string value) => value.Trim(' ', '"', '\'', ',', '}', ';', '*', '_', '`');

    private static string Bare(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
