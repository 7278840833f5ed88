namespace Siaran.Intake;

/// <summary>Guesses which front matter key was meant.</summary>
internal static class NearestKey
{
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["judul"] = "title",
        ["headline"] = "title",
        ["ringkasan"] = "summary",
        ["description"] = "summary",
        ["deskripsi"] = "summary",
        ["instansi"] = "agency",
        ["opd"] = "agency",
        ["author"] = "agency",
        ["penulis"] = "agency",
        ["kategori"] = "label",
        ["category"] = "label",
        ["categories"] = "label",
        ["bahasa"] = "language",
        ["lang"] = "language",
        ["tempat"] = "place",
        ["lokasi"] = "place",
        ["location"] = "place",
        ["dateline"] = "place",
        ["tanggal"] = "publishAt",
        ["date"] = "publishAt",
        ["embargo"] = "publishAt",
        ["terbit"] = "publishAt",
        ["published"] = "publishAt",
        ["draft"] = "status",
        ["releaseat"] = "publishAt",
        ["publishdate"] = "publishAt",
        ["pubdate"] = "publishAt",
        ["publishedat"] = "publishAt",
        ["releasedate"] = "publishAt",
        ["visibility"] = "status",
        ["private"] = "status",
        ["datepublished"] = "publishAt",
        ["publisheddate"] = "publishAt",
        ["withdrawn"] = "status",
        ["ditarik"] = "status",
        ["alasan"] = "withdrawnReason",
        ["pengganti"] = "successor",
        ["replacedby"] = "successor",
        ["updated"] = "updatedAt",
        ["lastmod"] = "updatedAt",
        ["diperbarui"] = "updatedAt",
        ["revisi"] = "revision",
        ["catatan"] = "changeNote",
        ["tag"] = "tags",
        ["keywords"] = "tags",
        ["terkait"] = "related",
        ["gambar"] = "image",
        ["foto"] = "image",
        ["alt"] = "imageAlt",
        ["canonical"] = "canonicalUrl",
        ["url"] = "canonicalUrl",
        ["license"] = "licence",
        ["lisensi"] = "licence",
        ["guid"] = "id",
        ["uuid"] = "id",
    };

    /// <summary>The known key nearest to <paramref name="key"/>, or null where none is near.</summary>
    public static string? Of(string key)
    {
        if (key.Length > 40)
        {
            return null;
        }

        var plain = Plain(key);
        if (Meant.TryGetValue(plain, out var meant))
        {
            return meant;
        }

        // Whatever else the key says, it is about when the release may be seen.
        if (plain.Contains("embargo", StringComparison.Ordinal))
        {
            return "publishAt";
        }

        // O(keys · letters²), for an unknown key alone. A quarter of the letters may be wrong, or two;
        // of the shortest keys one, since two edits make id of anything short.
        var nearest = FrontMatter.Keys.MinBy(k => Distance(plain, Plain(k)))!;
        return Distance(plain, Plain(nearest)) <= (nearest.Length < 5 ? 1 : Math.Max(2, nearest.Length / 4)) ? nearest : null;
    }

    private static string Plain(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Single-character edits between two words (Levenshtein 1966).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
