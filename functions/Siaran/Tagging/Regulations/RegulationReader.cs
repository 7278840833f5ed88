using Siaran.Releases;
using Siaran.Tagging.Tokens;

namespace Siaran.Tagging.Regulations;

/// <summary>Finds the regulations that a text cites, in every way they are written (Law 12/2011 on legislation names the kinds).</summary>
internal sealed class RegulationReader(RegulationWords words)
{
    /// <summary>A name of this length at most is an acronym, written in capitals.</summary>
    public const int LongestShortForm = 3;

    // Resolving compares each mention with all others, so their number must be bounded.
    private const int Most = 500;

    /// <summary>
    /// All mentions in the order of the text, at most some 500. A mention without a year takes that of an earlier or later one; where there
    /// is none it is left out.
    /// </summary>
    public List<Citation> Read(string text, ReadOnlySpan<Token> tokens)
    {
        List<Citation> found = [];
        for (var i = 0; i < tokens.Length && found.Count < Most; )
        {
            // Every way of writing begins with a capital, which most tokens do not have: the
            // vocabularies are asked for the rest alone.
            if (!tokens[i].IsCapital)
            {
                i++;
                continue;
            }

            // Names of their own ("UU Desa") and kinds ("UU") begin alike. A kind with a number is
            // tried first, for it names one regulation exactly.
            var named = words.Names.Match(tokens, i, out var slugs);
            var length = words.Kinds.Match(tokens, i, out var kinds);
            if (length > 0 && !IsShortFormInSmallLetters(tokens, i, length))
            {
                var next = ReadMention(text, tokens, i, i + length, kinds[0], found);
                if (next > i)
                {
                    i = next;
                    continue;
                }
            }

            if (named > 0)
            {
                found.Add(Named(slugs[0], tokens[i].Start, tokens[i + named - 1].End - tokens[i].Start));
            }

            i += Math.Max(1, named);
        }

        return Resolve(found);
    }

    // Acronyms of two or three letters are also common words or parts of them in small letters.
    private bool IsShortFormInSmallLetters(ReadOnlySpan<Token> tokens, int at, int length) =>
        length == 1
        && tokens[at].Length <= LongestShortForm
        && tokens[at].Case is not TokenCase.Upper
        && !words.ShortWords.Contains(tokens[at].Hash);

    private int ReadMention(string text, ReadOnlySpan<Token> tokens, int first, int after, RegulationKind kind, List<Citation> found)
    {
        var cursor = new CitationCursor(text, tokens, words, after);
        if (kind.Numbering is RegulationNumbering.Constitution)
        {
            return ReadConstitution(text, tokens, first, after, kind, found);
        }

        cursor.SkipRepublicAndShortForm();
        var issuer = kind.HasIssuer ? cursor.ReadIssuer() : null;
        cursor.SkipRepublicAndShortForm();
        cursor.SkipThis();
        var numbers = cursor.ReadNumbers(kind.Numbering is RegulationNumbering.WholeNumber);
        if (numbers.Count == 0)
        {
            return 0;
        }

        // A joint decree has a number from each ministry and is one regulation all the same.
        if (kind.Numbering is RegulationNumbering.Joint && numbers[^1].Year is not null)
        {
            numbers = [numbers[^1] with { Number = string.Join('-', numbers.Select(number => number.Number)) }];
        }

        var subject = cursor.ReadSubject();
        // The first mention's span begins at the kind; those of further numbers of a list at the
        // number, so that no two tags have the same evidence. A subject behind a list is the last
        // one's.
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            var start = i == 0 ? tokens[first].Start : number.Start;
            found.Add(
                new(
                    kind,
                    issuer is null ? null : Slug.From(issuer),
                    issuer,
                    number.IsWhole || number.Year is not null ? number.Number : Pending(number.Number),
                    number.Year,
                    i == numbers.Count - 1 ? subject : null,
                    start,
                    number.End - start
                )
            );
        }

        return cursor.At;
    }

    /// <summary>A mention of the constitution, which has a year and no number.</summary>
    private static int ReadConstitution(
        string text,
        ReadOnlySpan<Token> tokens,
        int first,
        int after,
        RegulationKind kind,
        List<Citation> found
    )
    {
        // The year need not follow directly: "UUD Negara Republik Indonesia Tahun 1945".
        for (var i = after; i < tokens.Length && i < after + 6; i++)
        {
            if (tokens[i].IsNumber && text.AsSpan(tokens[i].Start, tokens[i].Length) is "1945")
            {
                found.Add(new(kind, null, null, "1945", null, null, tokens[first].Start, tokens[i].End - tokens[first].Start));
                return i + 1;
            }
        }

        // The constitution is one, whatever the mention leaves out.
        found.Add(new(kind, null, null, "1945", null, null, tokens[first].Start, tokens[after - 1].End - tokens[first].Start));
        return after;
    }

    private Citation Named(string slug, int start, int length)
    {
        if (words.BySlug.GetValueOrDefault(slug) is { } code)
        {
            return new(code, null, null, "", null, null, start, length) { IsNamed = true };
        }

        // The vocabulary's slug is the id: "uu-6-2014" is read back into its parts.
        var kind = words.BySlug[slug[..slug.IndexOf('-', StringComparison.Ordinal)]];
        var number = slug[(kind.Slug.Length + 1)..slug.LastIndexOf('-')];
        return new(
            kind,
            null,
            null,
            number,
            int.Parse(slug[(slug.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture),
            null,
            start,
            length
        )
        {
            IsNamed = true,
        };
    }

    // A number without a year names no regulation: it waits for a mention that gives both.
    private static string Pending(string number) => "?" + number;

    private static List<Citation> Resolve(List<Citation> found)
    {
        List<Citation> resolved = new(found.Count);
        // O(n²) over at most 500 mentions: citations point forwards and backwards ("Perda tersebut,
        // Nomor 2"), so a single pass would miss half.
        foreach (var citation in found)
        {
            if (citation.Number is not ['?', ..])
            {
                resolved.Add(
                    citation with
                    {
                        Issuer = citation.Issuer ?? SameBut(found, citation)?.Issuer,
                        IssuerName = citation.IssuerName ?? SameBut(found, citation)?.IssuerName,
                    }
                );
                continue;
            }

            var number = citation.Number[1..];
            var year = found.Find(other => other.Kind == citation.Kind && other.Number == number && other.Year is not null)?.Year;
            if (year is not null)
            {
                resolved.Add(citation with { Number = number, Year = year });
            }
        }

        return resolved;
    }

    private static Citation? SameBut(List<Citation> found, Citation citation) =>
        citation.Kind.HasIssuer && citation.Issuer is null
            ? found.Find(other =>
                other.Kind == citation.Kind && other.Number == citation.Number && other.Year == citation.Year && other.Issuer is not null
            )
            : null;
}
