using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Tells a line of who wrote a text, when, or whom to ask from a headline that begins with the same word: <c>Editor: Rina Sari</c>, and
/// <c>Editor Koran Sekar Raih Penghargaan</c>.
/// </summary>
internal static class HeadLine
{
    private const int MostOfName = 3;
    private const int MostOfWriter = 6;
    private const int LeastOfHeadline = 3;
    private const int LeastFigures = 6;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Writer = new(@"^(oleh|by|written by|author)$", Options);

    private static readonly GuardedRegex Verb = new(
        @"\b(?<verb>(di|ber|ter)[a-z]{4,20}|gets?|wins?|opens?|rises?|falls?|begins?|starts?|ends?|returns?|naik|turun|tutup|mulai|masih|tetap|usai|terus|makin|capai|tiba|gagal|batal|hilang|tewas)\b",
        Options
    );

    /// <summary>Nouns that begin as verbs do.</summary>
    private static readonly GuardedRegex Noun = new(
        @"^(dinas|direkt\w*|divisi\w*|distrik\w*|digital\w*|dikti\w*|disko\w*|berita|bersama|berkala|termin\w*|terbaru|terkini|tertinggi|terkait|berkas)$",
        Options
    );

    private static readonly GuardedRegex Ago = new(
        @"\b(lalu|ago|yesterday|today|kemarin|hari ini|just now|baru saja)\b|[0-9]{1,2}[.:][0-9]{2}",
        Options
    );

    private static readonly GuardedRegex Open = new(
        @"\p{L}( (dan|di|ke|untuk|yang|dengan|dari|bagi|oleh|serta|pada|dalam|and|of|the|for|in|to|with|at|on|by)|,)$",
        Options
    );

    private static readonly GuardedRegex FirstVerb = new(@"^((di|ter|ber)[a-z]{4,20}|siap|akan|mulai|jadi|masih|tetap)\b", Options);

    private static readonly GuardedRegex Particle = new(
        @"^(bin|binti|van|von|der|den|de|da|del|la|le|al|el|dan|and|of|di|&|/|-)$",
        Options
    );

    /// <summary>Whether a line's value, behind a word that by-lines begin with, is one of a by-line.</summary>
    /// <param name="key">The word: <c>Editor</c>.</param>
    /// <param name="value">What follows: <c>Rina Sari</c>.</param>
    /// <param name="isParted">Whether a colon is between them.</param>
    public static bool IsDetail(string key, string value, bool isParted) =>
        NamesTime(value) || (isParted ? !IsHeadline(value) : IsName(value, Writer.IsMatch(key) ? MostOfWriter : MostOfName));

    /// <summary>Whether what follows a colon can be reached, or is a name: no headline.</summary>
    public static bool IsContact(string value) =>
        value.Contains('@', StringComparison.Ordinal) || value.Count(char.IsAsciiDigit) >= LeastFigures || !IsHeadline(value);

    /// <summary>
    /// Whether a headline goes on in the next line: it ends in a word that needs another, or the next line begins with its verb.
    /// </summary>
    public static bool GoesOn(string line, string next) =>
        line.Length > 0
        && next.Length > 0
        && char.IsLetterOrDigit(next[0])
        && (Open.IsMatch(line) || (IsLong(line) && !HasVerb(line) && BeginsWithVerb(next)));

    private static bool IsLong(string line) => char.IsLetterOrDigit(line[^1]) && line.Count(c => c == ' ') >= LeastOfHeadline - 1;

    /// <summary>What has a comma says of whom in its second half.</summary>
    private static bool BeginsWithVerb(string text) =>
        !text.Contains(',', StringComparison.Ordinal) && FirstVerb.Match(text) is { Success: true } verb && !Noun.IsMatch(verb.Value);

    /// <summary>Whether words are written as a headline and one of them is a verb.</summary>
    private static bool IsHeadline(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= LeastOfHeadline && words.Count(IsCapital) * 2 > words.Length && HasVerb(value);
    }

    private static bool IsName(string value, int most)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= most && Array.TrueForAll(words, word => IsCapital(word) || Particle.IsMatch(word)) && !HasVerb(value);
    }

    private static bool NamesTime(string value) =>
        Ago.IsMatch(value) || (value.Any(char.IsAsciiDigit) && WrittenDate.First(value) is not null);

    private static bool HasVerb(string value) =>
        !AgencyNames.DoesNothing(value) || Verb.Matches(value).Any(match => !Noun.IsMatch(match.Value));

    private static bool IsCapital(string word) => word.AsSpan().TrimStart("(“\"'") is [var first, ..] && !char.IsLower(first);
}
