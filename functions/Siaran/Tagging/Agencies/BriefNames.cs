using Siaran.Tagging.Languages;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Agencies;

/// <summary>
/// Names that a body on no list goes by once it was named whole, in languages that the model did not learn: <c>the Licensing Office</c> of
/// <c>Rosewell Licensing Office</c>, <c>Ministry of River Resource</c> of <c>Ministry of River Resources</c>.
/// </summary>
internal static class BriefNames
{
    private const int MostBefore = 3;
    private const string Level = " Negeri";

    private static readonly (string Short, string Whole)[] ShortPlaces =
    [
        ("Kg", "Kampung"),
        ("Sg", "Sungai"),
        ("Bt", "Bukit"),
        ("Tg", "Tanjung"),
    ];

    /// <summary>Whether a body is another by a shorter name.</summary>
    public static bool IsOf(ReleaseText text, Lexicon lexicon, NamedBody other, NamedBody body) =>
        !lexicon.IsModelled
        && (
            IsWithoutS(body.Name.Name, other.Name.Name)
            || IsWithoutLevel(body.Name.Name, other.Name.Name)
            || IsWithShortPlace(body.Name.Name, other.Name.Name)
            || IsByLetters(body.Name.Name, other.Name.Name)
            || (body.Last > body.First && IsEnd(text, lexicon, other, body))
        );

    /// <summary>Whether a name is another with the short word for a village or a river: <c>Klinik Kg Damar</c>.</summary>
    private static bool IsWithShortPlace(string brief, string full)
    {
        var at = brief.AsSpan().CommonPrefixLength(full);
        at = at > 0 && at < brief.Length ? brief.LastIndexOf(' ', at) + 1 : 0;
        foreach (var (word, whole) in at > 0 ? ShortPlaces : [])
        {
            if (brief.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && full.AsSpan(at).StartsWith(whole, StringComparison.Ordinal))
            {
                return brief.AsSpan(at + word.Length).TrimStart(". ").SequenceEqual(full.AsSpan(at + whole.Length).TrimStart(' '));
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a name has whose it is by letters, with the owner's mark or without: <c>LW Department</c> of
    /// <c>Lake Warden's Department</c>.
    /// </summary>
    private static bool IsByLetters(string brief, string full)
    {
        var owner = full.AsSpan().IndexOfAny('\'', '’');
        var space = brief.IndexOf(' ', StringComparison.Ordinal);
        if (
            owner < 1
            || space < 2
            || !full.AsSpan(owner + 1).StartsWith("s ")
            || !full.AsSpan(owner + 2).SequenceEqual(brief.AsSpan(space))
        )
        {
            return false;
        }

        var letters = brief.AsSpan(0, space);
        letters = Tokenizer.IsOwner(letters) ? letters[..^2] : letters;
        var found = 0;
        for (var i = 0; i < owner; i++)
        {
            if (i == 0 || full[i - 1] is ' ' or '-')
            {
                if (found >= letters.Length || letters[found] != full[i])
                {
                    return false;
                }

                found++;
            }
        }

        return found > 1 && found == letters.Length;
    }

    /// <summary>Whether a name is another without the <c>s</c> of one word.</summary>
    private static bool IsWithoutS(string brief, string full)
    {
        if (full.Length != brief.Length + 1)
        {
            return false;
        }

        var same = brief.AsSpan().CommonPrefixLength(full);
        return full[same] is 's'
            && (same + 1 == full.Length || full[same + 1] is ' ' or ',')
            && brief.AsSpan(same).SequenceEqual(full.AsSpan(same + 1));
    }

    /// <summary>Whether a name is another without the word for a state before the state's: <c>… Negeri Perak</c>.</summary>
    private static bool IsWithoutLevel(string brief, string full) =>
        full.Length == brief.Length + Level.Length
        && full.IndexOf(Level, StringComparison.OrdinalIgnoreCase) is > 0 and var at
        && brief.AsSpan().StartsWith(full.AsSpan(0, at), StringComparison.OrdinalIgnoreCase)
        && full.EndsWith(brief[at..], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an article comes before the end of a name that was whole before, and what is left out is no field.</summary>
    private static bool IsEnd(ReleaseText text, Lexicon lexicon, NamedBody other, NamedBody body)
    {
        var (brief, full) = (body.Name.Name, other.Name.Name);
        if (
            other.First >= body.First
            || full.Length < brief.Length + 2
            || full[^(brief.Length + 1)] != ' '
            || !full.EndsWith(brief, StringComparison.OrdinalIgnoreCase)
            || !IsBehindArticle(text, lexicon, body.First)
        )
        {
            return false;
        }

        var before = Tokenizer.Read(full.AsSpan(0, full.Length - brief.Length - 1));
        for (var i = 0; i < before.Length; i++)
        {
            if (!before[i].IsWord || before[i].Case is TokenCase.Lower || lexicon.Field.Match(before, i, out _) > 0)
            {
                return false;
            }
        }

        return before.Length <= MostBefore;
    }

    /// <summary>Whether an article is right before a name, or before the small word before it: <c>the new Licensing Office</c>.</summary>
    private static bool IsBehindArticle(ReleaseText text, Lexicon lexicon, int first)
    {
        var tokens = text.Tokens;
        return first > 0
            && (
                lexicon.Article.Match(tokens, first - 1, out _) == 1
                || (first > 1 && tokens[first - 1].Case is TokenCase.Lower && lexicon.Article.Match(tokens, first - 2, out _) == 1)
            );
    }
}
