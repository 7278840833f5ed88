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
        ["terjemahan"] = "translationOf",
        ["terjemahandari"] = "translationOf",
        ["translates"] = "translationOf",
        ["translation"] = "translationOf",
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
        var nearest = FrontMatter.Keys.MinBy(k => EditDistance.Of(plain, Plain(k), plain.Length))!;
        var most = nearest.Length < 5 ? 1 : Math.Max(2, nearest.Length / 4);
        return EditDistance.Of(plain, Plain(nearest), most) <= most ? nearest : null;
    }

    private static string Plain(string key) => string.Concat(key.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
