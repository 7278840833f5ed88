using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Siaran.Intake.Articles;

/// <summary>
/// Knows lines of a page by their words where no mark-up says what they are: of date and author, of an office's address, of comments.
/// </summary>
internal static class PageLines
{
    private const int LongestInfo = 140;
    private const int LongestContact = 300;
    private const int LongestHeading = 60;
    private const int LongestAlso = 250;
    private const int LongestDate = 45;
    private const int MostElements = 20;
    private const int MostOfWriter = 6;
    private const int LeastOfNews = 4;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> WordsOfWriter = new(
        "oleh by von par por door przez".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>One of these is in every line of date and writer.</summary>
    private static readonly SearchValues<string> WithinLine = SearchValues.Create(
        [.. WordsOfWriter.Select(word => $" {word} ")],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly string[] BetweenParts = ["|", "·", "•", " — ", " – ", " - "];

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("boilerplate.tsv");

    private static readonly HashSet<string> CommentHeadings = new(Rows["comments"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] AlsoStarts = [.. Rows["also"]];

    private static readonly string[] MoreStarts = [.. Rows["more"].Select(start => start + " ")];

    private static readonly SearchValues<char> Arrows = SearchValues.Create("›»>→►▶➔➜➤☛");

    private static readonly GuardedRegex Info = new($@"^({Any("info")})(\W|$)", Options);

    private static readonly GuardedRegex Counted = new("^[0-9][0-9.,]* ?(kali|x|views?|komentar|comments?|menit|min)( .{0,15})?$", Options);

    private static readonly GuardedRegex Clock = new("^(pukul |jam )?[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?( (wib|wita|wit))?$", Options);

    private static readonly GuardedRegex Contact = new($@"(^|[^\p{{L}}])(?<word>{Any("contact")})($|[^\p{{L}}])", Options);

    private static readonly GuardedRegex Call = new(
        @"\b(anda|kamu|klik|berlangganan|(ikuti|dukung|hubungi|kunjungi) kami|kabar kami|you|your|us|click|subscribe|sign up|newsletter|Ihre?n?|votre|vous|usted|tu correo)\b|^(baca|simak|daftar|ikuti|unduh|dukung|follow|read|join|support|download|get)\b",
        Options
    );

    private static readonly GuardedRegex Rights = new(@"^(©|\(c\)|hak cipta|copyright)", Options);

    private static readonly GuardedRegex Count = new(@"^[0-9]+ +|[ :]*[\[(]?[0-9]+[\])]?[ :]*$");

    /// <summary>Whether a sentence calls its reader to do something on the site, as boxes between paragraphs do.</summary>
    public static bool IsCall(string text) => Call.IsMatch(text);

    /// <summary>Whether a line says who wrote a text and when, how often it was read, and nothing else.</summary>
    public static bool IsInfo(string text)
    {
        if (text.Length > LongestInfo || !text.Any(char.IsAsciiDigit))
        {
            return false;
        }

        var parts = text.Split(BetweenParts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 1
            ? text[^1] != '.' && ((Info.IsMatch(parts[0]) && WrittenDate.First(text) is not null) || IsDateAndWriter(text))
            : parts.All(part => Info.IsMatch(part) || Counted.IsMatch(part) || Clock.IsMatch(part) || IsDate(part))
                && parts.Any(IsDate)
                && !parts.All(IsDate);
    }

    /// <summary>Whether a line says where an office is and how to reach it, or who holds the rights in a page.</summary>
    public static bool IsContact(string text) =>
        text.Length <= LongestContact
        && (
            Rights.IsMatch(text)
            || Contact.Matches(text).Select(match => match.Groups["word"].Value.ToLowerInvariant()).Distinct().Take(2).Count() == 2
        );

    /// <summary>Whether readers write below such a heading, with or without their number.</summary>
    public static bool IsCommentsHeading(string text) =>
        text.Length <= LongestHeading && CommentHeadings.Contains(Count.Replace(text, "").Trim(' ', ':', '.', '!'));

    /// <summary>Whether what follows such a block is no part of the article: other news, comments.</summary>
    public static bool IsTailHeading(PageBlock block) =>
        block.Length <= LongestHeading && (BoilerplateText.IsTailHeading(block.Start) || IsCommentsHeading(block));

    /// <summary>Whether a block begins as headings of other news do, and as some of a text: <c>Mehr zu den Preisen</c>.</summary>
    public static bool IsMoreHeading(PageBlock block) =>
        block is { IsProse: false, Length: <= LongestHeading }
        && Array.Exists(MoreStarts, start => block.Start.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether readers write below a block. A button that leads to the comments may be anywhere: it is a link.</summary>
    public static bool IsCommentsHeading(PageBlock block) => block is { IsLink: false, Furniture: 0 } && IsCommentsHeading(block.Start);

    /// <summary>
    /// Whether a block is a link to other news with the words or the arrow that such links begin with; the words may not be linked.
    /// </summary>
    public static bool IsAlso(PageBlock block) =>
        block.Linked * 3 >= block.Length
        && (IsAlso(block.Start) || (block is { IsLink: true, IsItem: false, Words: >= LeastOfNews } && Arrows.Contains(block.Start[0])));

    /// <summary>Whether a link leads to other news: <c>Baca juga</c>.</summary>
    public static bool IsAlso(string text) =>
        text.Length <= LongestAlso && Array.Exists(AlsoStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a block says when the text below it was published: a date, and nothing but what pages say next to it.</summary>
    public static bool IsDated(PageBlock block) =>
        block is { Furniture: 0, IsCard: false, Length: <= LongestInfo }
        && WrittenMoment.Names(block.Start)
        && (IsInfo(block.Start) || NamedDate.Is(block.Start) || StatedDate.OtherWords(block.Start).All(IsNextToDate))
        && !block.Owner.QuerySelectorAll("*").Prepend(block.Owner).Take(MostElements).Any(PageReading.IsOfOther)
        && !(block.Owner.ParentElement is { } parent && PageReading.IsOfOther(parent));

    /// <summary>A date, and after it who wrote the text: <c>24 November 2026 oleh Rina Sari</c>.</summary>
    private static bool IsDateAndWriter(string text) =>
        text.AsSpan().ContainsAny(WithinLine)
        && StatedDate.OtherWords(text) is { Length: >= 2 and <= MostOfWriter } words
        && WordsOfWriter.Contains(words[0])
        && WrittenMoment.Names(text);

    private static bool IsNextToDate(string word) => word is "kali" or "x" || !word.Any(char.IsLetterOrDigit) || Info.IsMatch(word);

    private static bool IsDate(string part) => part.Length <= LongestDate && WrittenDate.First(part) is not null;

    private static string Any(string kind) => string.Join('|', Rows[kind].Select(Regex.Escape));
}
