namespace Siaran.Intake.Documents;

/// <summary>Finds the dictionaries of a PDF's streams without its parser (ISO 32000-1 §7.3.8).</summary>
internal static class PdfDictionaries
{
    private const int Longest = 4000;

    /// <summary>Characters looked at in all: some thousand objects of a PDF have some hundreds each.</summary>
    private const long MostLookedAt = 100_000_000;

    /// <summary>
    /// Each as it is written. Where one does not end as it should, all that is before the word <c>stream</c> counts as it: a lenient parser
    /// may read it so.
    /// </summary>
    /// <param name="file">The bytes, each a character.</param>
    /// <exception cref="TooComplexException">It has beginnings of objects within each other beyond the bound.</exception>
    public static IEnumerable<string> OfStreams(string file)
    {
        var lookedAt = 0L;
        for (var at = file.IndexOf("obj", StringComparison.Ordinal); at >= 0; at = file.IndexOf("obj", at + 1, StringComparison.Ordinal))
        {
            var start = PastSpace(file, at + "obj".Length);
            var end = End(file, start);
            lookedAt += (end ?? (Begins(file, start) ? start + Longest : start)) - at;
            if (lookedAt > MostLookedAt)
            {
                throw new TooComplexException();
            }

            if (end is null)
            {
                yield return BeforeStream(file, start);
            }
            else if (Has(file, PastSpace(file, end.Value), "stream"))
            {
                yield return file[start..end.Value];
            }
        }
    }

    /// <summary>What is before the word <c>stream</c> that ends a line; empty where another object begins before it.</summary>
    private static string BeforeStream(string file, int start)
    {
        // No object ends in a dictionary, so what is behind is another's.
        var rest = file.AsSpan(start, Math.Min(Longest, file.Length - start));
        rest = rest.IndexOf("endobj") is >= 0 and var other ? rest[..other] : rest;
        for (var at = rest.IndexOf("stream"); at >= 0; )
        {
            var behind = rest[(at + "stream".Length)..];
            if (behind is ['\n', ..] or ['\r', '\n', ..])
            {
                return rest[..at].ToString();
            }

            at = behind.IndexOf("stream") is >= 0 and var next ? at + "stream".Length + next : -1;
        }

        return "";
    }

    private static bool Begins(string file, int start) => Has(file, start, "<<");

    private static bool Has(string file, int at, string word) => string.CompareOrdinal(file, at, word, 0, word.Length) == 0;

    /// <summary>Behind the dictionary that begins at a place; null where none begins or it does not end within the bound.</summary>
    private static int? End(string file, int start)
    {
        if (!Begins(file, start))
        {
            return null;
        }

        var (depth, last) = (0, Math.Min(file.Length, start + Longest));
        for (var at = start; at < last; at++)
        {
            switch (file[at])
            {
                case '(':
                    at = PastString(file, at, last);
                    break;
                case '%':
                    at = PastLine(file, at, last);
                    break;
                case '<' when at + 1 < last && file[at + 1] == '<':
                    (depth, at) = (depth + 1, at + 1);
                    break;
                case '>' when at + 1 < last && file[at + 1] == '>':
                    (depth, at) = (depth - 1, at + 1);
                    if (depth == 0)
                    {
                        return at + 1;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>The bracket that closes a string, whose own may be paired or behind a stroke.</summary>
    private static int PastString(string file, int open, int last)
    {
        var depth = 0;
        for (var at = open; at < last; at++)
        {
            depth += file[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at;
            }

            at += file[at] == '\\' ? 1 : 0;
        }

        return last;
    }

    private static int PastLine(string file, int at, int last)
    {
        while (at < last && file[at] is not ('\r' or '\n'))
        {
            at++;
        }

        return at;
    }

    private static int PastSpace(string file, int at)
    {
        // No further than any dictionary: a comment may go on to the end of the file.
        var last = Math.Min(file.Length, at + Longest);
        while (at < last && (file[at] is ' ' or '\t' or '\r' or '\n' or '\f' or '\0' or '%'))
        {
            at = file[at] == '%' ? PastLine(file, at, last) : at + 1;
        }

        return at;
    }
}
