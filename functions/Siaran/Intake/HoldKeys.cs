namespace Siaran.Intake;

/// <summary>Keys that say if or when a document may be seen, as front matter of any system writes them.</summary>
internal static class HoldKeys
{
    private static readonly GuardedRegex KeyLine = new(
        @"^[\s""'*_>#@{\[(`,;:%+.-]*(?<key>[\p{L}][\p{L}\p{N}_ .-]{1,40}?)[""'*_`]*\s*[:=：]>?\s*(?<value>\S.*)?$"
    );

    /// <summary>A key and its value in XML, whose marks are left out: <c>publishAt 2029-12-01</c>.</summary>
    private static readonly GuardedRegex InElement = new(
        @"^(?<key>[a-z]{3,12}[A-Z][A-Za-z]{1,12}|[a-z]{3,12}[_-][a-z]{2,12})\s+(?<value>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$"
    );

    private static readonly GuardedRegex IsoDate = new(@"^\W*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");

    private const int LongestName = 60;
    private const int LongestDate = 60;

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
        "stage",
        "tahap",
        "publishstatus",
        "publicationstatus",
        "workflowstate",
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
        "hide",
        "ishidden",
        "review",
        "needsreview",
        "noindex",
        "locked",
        "tahan",
        "ditahan",
        "sembunyikan",
        "disembunyikan",
    };

    /// <summary>Keys that a plain no makes hold: what is neither to be seen nor finished.</summary>
    private static readonly HashSet<string> DoneKeys = new(StringComparer.Ordinal)
    {
        "visible",
        "isvisible",
        "shown",
        "show",
        "listed",
        "final",
        "isfinal",
        "acc",
        "ready",
        "isready",
        "siap",
        "siapterbit",
        "siaptayang",
        "tampil",
        "ditampilkan",
        "tampilkan",
        "cleared",
    };

    /// <summary>Keys that mean a time where their value is a date.</summary>
    private static readonly HashSet<string> TimeKeys = new(StringComparer.Ordinal)
    {
        "datetime",
        "dateandtime",
        "timestamp",
        "release",
        "released",
        "available",
        "publication",
        "publikasi",
        "penerbitan",
        "penayangan",
        "airdate",
        "onair",
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
            || DoneKeys.Contains(bare)
            || TimeKeys.Contains(bare)
        );

    /// <summary>Whether a key means when something may be seen, or that it may not: <c>publish-date</c>, <c>embargo</c>.</summary>
    public static bool AreOf(string key) => Keys.Contains(Bare(key));

    /// <summary>Whether an unknown key of front matter may govern if or when the release is seen.</summary>
    /// <param name="key">As written.</param>
    /// <param name="value">As written; a draft that is said to be none is harmless.</param>
    public static bool IsDecisive(string key, string value)
    {
        var bare = Bare(key);
        var said = Said(value);
        if (
            (bare is "terbit" or "tayang" or "posted" || DoneKeys.Contains(bare)) && Negative.Contains(said)
            || (SwitchKeys.Contains(bare) && Published.Contains(said))
            || (TimeKeys.Contains(bare) && IsDate(said))
        )
        {
            return true;
        }

        return ShownKeys.Contains(bare) ? !Published.Contains(said)
            : StateKeys.Contains(bare) ? Waiting.Contains(said.Replace('_', ' ').Replace('-', ' '))
            : (Keys.Contains(bare) || DateKeys.Contains(bare) || bare.StartsWith("embargo", StringComparison.Ordinal))
                && !(bare is not "embargo" && Harmless.Contains(said));
    }

    /// <summary>Whether a line is such a key with a value that may hold the document.</summary>
    public static bool Holds(string line)
    {
        // A key has a mark behind it, or a date.
        if (!line.AsSpan().ContainsAny(":=：-"))
        {
            return false;
        }

        foreach (var part in line.StartsWith('{') ? line.Split(',') : [line])
        {
            if (InElement.Match(part) is { Success: true } element && Keys.Contains(Bare(element.Groups["key"].Value)))
            {
                return true;
            }

            if (KeyLine.Match(part) is not { Success: true } match)
            {
                continue;
            }

            var (key, value) = (match.Groups["key"].Value, match.Groups["value"].Value);
            var bare = Bare(key);
            if (
                !DateKeys.Contains(bare) && !ShownKeys.Contains(bare) && !TimeKeys.Contains(bare)
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
        // "Live: Webcam di Pantai" is a title, and says nothing of the page unless it is a word of a state or a time.
        && (!ShownKeys.Contains(bare) || Waiting.Contains(Said(value)) || IsDate(Said(value)))
        && IsDecisive(key, value);

    private static bool IsDate(string value) => IsoDate.IsMatch(value) || (value.Length <= LongestDate && WrittenMoment.Names(value));

    private static string Said(string value) => value.Trim(' ', '"', '\'', ',', '}', ';', '*', '_', '`');

    private static string Bare(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
