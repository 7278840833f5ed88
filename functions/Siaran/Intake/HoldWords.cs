using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Words that say that a document must not be seen yet.</summary>
internal static partial class HoldWords
{
    private const int Longest = 200;
    private const int LongestHeading = 120;
    private const int LongestAside = 60;
    private const int MostSentences = 3;

    private static readonly GuardedRegex Tags = new("<(?<inner>[^<>]{1,200})>");

    /// <summary>
    /// What is within a tag of HTML, of XML or of a template, and not words in angle brackets as forms have them: <c>&lt;EMBARGO sampai
    /// Senin&gt;</c>.
    /// </summary>
    private static readonly GuardedRegex Markup = new(
        @"^([/!?%#]|[a-z][a-z0-9]*[:-][a-z/]|[^<>]*[=@]|(a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|menu|meta|meter|nav|nobr|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|xml)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    private static readonly GuardedRegex Comments = new("<!--|-->");

    private static readonly Regex SpacedLetters = new(@"\b\p{L}([ .·*_-]\p{L}){4,}\b", RegexOptions.NonBacktracking);

    private static readonly Dictionary<string, string> FullWords = new(StringComparer.Ordinal)
    {
        ["jgn"] = "jangan",
        ["tdk"] = "tidak",
        ["sblm"] = "sebelum",
        ["stlh"] = "setelah",
        ["mhn"] = "mohon",
        ["utk"] = "untuk",
        ["blm"] = "belum",
        ["dl"] = "dulu",
        ["dlu"] = "dulu",
    };

    private static readonly System.Buffers.SearchValues<string> ShortWords = System.Buffers.SearchValues.Create(
        ["jgn", "tdk", "sblm", "stlh", "mhn", "utk", "blm"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly Regex Short = new(
        $@"\b({string.Join('|', FullWords.Keys)})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );

    private static readonly GuardedRegex OfSpeech = new(Speech, Options);

    /// <summary>What readers ask of a site (California Civil Code §1798.135): <c>Do Not Share My Personal Information</c>.</summary>
    private static readonly GuardedRegex Privacy = new(
        @"\b(do not|don['’]?t) (sell|share|process|use)(( or | and | ?/ ?)(sell|share))? my( (personal|sensitive|private))* (info|information|data)\b",
        Options
    );

    /// <summary>One of these is in whatever parts clauses.</summary>
    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create("–—-|()[]:•·;/");

    /// <summary>Words of what must not be done, or not be known.</summary>
    private static readonly StemSearch Strong = new([
        "embarg",
        "emb. ",
        "jangan",
        "jgn",
        "larang",
        "tidak",
        "bukan",
        "belum",
        "do not",
        "don't",
        "don’t",
        "not for",
        "not to be",
        "must not",
        "may not",
        "hold for",
        "withh",
        "nicht",
        "sperr",
        "ne pas",
        "no publicar",
        "no difundir",
        "rahasia",
        "sulit",
        "confiden",
        "secret",
        "geheim",
        "vertraulich",
        "tahan",
        "tunda",
        "tangguh",
        "禁",
        "勿",
        "不得",
        "نشر",
        "محظور",
    ]);

    private static readonly GuardedRegex Embargo = new("embargo", RegexOptions.IgnoreCase);

    /// <summary>A line without tags, with single spaces, cut where no notice would be that long.</summary>
    public static string Plain(string line)
    {
        var cut = line.Length > 4000 ? $"{line[..2000]} {line[^2000..]}" : line;
        cut = cut.AsSpan().ContainsAny('<', '>') ? Tags.Replace(Comments.Replace(cut, " "), WordsOf) : cut;
        var plain = Characters.Fold(Characters.Clean(cut).Text);
        // E M B A R G O, as letterheads space it: where words end is not seen any more.
        return MaySpaceLetters(plain) && SpacedLetters.Match(plain) is { Success: true } spaced
            ? plain.Replace(spaced.Value, Embargo.Replace(Joined(spaced.Value), "$0: "), StringComparison.Ordinal)
            : plain;
    }

    /// <summary>Whether some letter is between two others that a mark parts from it, which few lines have.</summary>
    private static bool MaySpaceLetters(string line)
    {
        for (var at = 4; at < line.Length; at += 2)
        {
            if (IsSpaced(line, at) || IsSpaced(line, at - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpaced(string line, int at) =>
        char.IsLetter(line[at])
        && char.IsLetter(line[at - 2])
        && line[at - 1] is ' ' or '.' or '·' or '*' or '_' or '-'
        && !char.IsLetter(line[at - 3]);

    private static string WordsOf(Match tag) => tag.Groups["inner"].Value is var inner && Markup.IsMatch(inner) ? " " : $" {inner} ";

    /// <summary>A line with the words in full that messages write short: <c>jgn ditayangkan dl</c>.</summary>
    private static string Spelt(string line) =>
        line.AsSpan().ContainsAny(ShortWords)
            ? Short.Replace(line, match => FullWords.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value))
            : line;

    private static string Joined(string spaced) => string.Concat(spaced.Where(char.IsLetter));

    /// <summary>Whether a line says it, or a long line in its first or last sentences.</summary>
    /// <param name="line">As <see cref="Plain"/> gives it.</param>
    public static bool Holds(string line) =>
        Holds(Spelt(line), withStamps: true)
        || HoldStates.Are(line)
        // Metadata name times of publication in words of their own, such as publish_date, which are none in plain letters.
        || (PlainLetters.Of(line) is var plain && plain != line && MayHoldAny(plain) && Holds(Plain(plain), withStamps: false));

    private static bool MayHoldAny(string line) => Stems.IsIn(line) || HoldPhrases.MayBeIn(line);

    /// <summary>
    /// Whether a line that says it neither forbids anything nor speaks of an embargo or a secret, so that a site, a section or a column may
    /// be called so, and a time be of something else: <c>Off the Record</c>, <c>Rough Draft</c>, <c>Not before 10pm</c>.
    /// </summary>
    /// <param name="line">A line that says it.</param>
    public static bool IsWeak(string line) => !Strong.IsIn(OfSpeech.Replace(line, " "));

    /// <summary>
    /// Whether all that a line says of it is when its text is or was published, which is no reason to wait once that time is read.
    /// </summary>
    public static bool IsStamp(string line) => Holds(line, withStamps: true) && !Holds(line, withStamps: false);

    private static bool Holds(string line, bool withStamps)
    {
        var (hasStem, mayBePhrase) = (Stems.IsIn(line), HoldPhrases.MayBeIn(line));
        var bare = hasStem || mayBePhrase ? Bare(WithoutPrivacy(line)) : "";
        if (bare.Length == 0)
        {
            return false;
        }

        var isLine = bare.Length <= LongestHeading;
        return AloneInLine.IsMatch(bare)
            || HoldPhrases.IsLine(bare)
            || (mayBePhrase && Sentences(bare).Any(sentence => IsPhrase(sentence, isLine)))
            || (
                hasStem
                && Sentences(bare).Where(MayHold).Any(sentence => Says(sentence, isLine && sentence.Length <= LongestHeading, withStamps))
            );
    }

    /// <summary>A line without what laws on privacy have sites offer their readers.</summary>
    private static string WithoutPrivacy(string line) =>
        line.Contains("my ", StringComparison.OrdinalIgnoreCase) ? Privacy.Replace(line, " ") : line;

    private static bool IsPhrase(string sentence, bool isLine) =>
        HoldPhrases.Is(sentence) || ((isLine || sentence.Length <= LongestAside) && Clauses(sentence).Any(HoldPhrases.Is));

    private static bool Says(string sentence, bool isLine, bool withStamps)
    {
        var start = sentence.Length > LongestHeading ? sentence[..LongestHeading] : sentence;
        return Anywhere.IsMatch(sentence)
            || InCapitals.IsMatch(sentence)
            || Opens(sentence, withStamps)
            || Alone.IsMatch(sentence)
            || Clauses(start)
                .Where(MayHold)
                .Any(c => Opens(c, withStamps) || ((isLine || sentence.Length <= LongestAside) && Alone.IsMatch(c)))
            || Split(start, ", ").Any(Dated.IsMatch);
    }

    private static bool MayHold(string part) => Stems.IsIn(part);

    private static bool Opens(string text, bool withStamps) => Openings.IsMatch(text) || (withStamps && Stamp.IsMatch(text));

    private static IEnumerable<string> Sentences(string text)
    {
        if (text.Length <= Longest)
        {
            return text.AsSpan().ContainsAny('.', '!', '?') ? Split(text, ". ", "! ", "? ").Prepend(text) : [text];
        }

        // A notice opens or closes a paragraph. In the middle of a long one a release may well speak of
        // an embargo, such as one on exports.
        var all = Split(text, ". ", "! ", "? ").Select(s => s.Length > Longest ? s[..Longest] : s).ToList();
        return all.Take(MostSentences).Concat(all.TakeLast(MostSentences)).Prepend(text[..Longest]).Append(text[^Longest..]);
    }

    private static IEnumerable<string> Clauses(string text) =>
        text.AsSpan().ContainsAny(ClauseMarks)
            ? Split(text, " – ", " — ", " - ", "—", "|", "(", ")", "[", "]", ": ", "•", "·", "; ", " / ", "//").Prepend(text)
            : [text];

    private static IEnumerable<string> Split(string text, params string[] marks) =>
        text.Split(marks, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(s => s.Length > 0);

    private static string Bare(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }
}
