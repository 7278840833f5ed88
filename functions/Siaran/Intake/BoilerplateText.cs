namespace Siaran.Intake;

/// <summary>
/// Knows page furniture by its words, where no mark-up tells it: pasted text. Precision comes first: a line must be all furniture.
/// </summary>
internal static class BoilerplateText
{
    private static readonly HashSet<string> TailHeadings = new(StringComparer.OrdinalIgnoreCase)
    {
        "berita terkait",
        "artikel terkait",
        "pos terkait",
        "terkait",
        "related posts",
        "related post",
        "related news",
        "related articles",
        "related stories",
        "related",
        "baca juga",
        "baca juga berita lainnya",
        "berita lainnya",
        "artikel lainnya",
        "berita terbaru",
        "berita terpopuler",
        "terpopuler",
        "terbaru",
        "populer",
        "rekomendasi",
        "rekomendasi untuk anda",
        "mungkin anda suka",
        "anda mungkin suka",
        "you may also like",
        "you might also like",
        "more stories",
        "popular posts",
        "recent posts",
        "most read",
        "tinggalkan balasan",
        "tinggalkan komentar",
        "tulis komentar",
        "beri komentar",
        "leave a reply",
        "leave a comment",
        "post a comment",
        "komentar",
        "comments",
        "navigasi pos",
        "post navigation",
        "like this",
        "like this:",
        "suka ini",
        "sukai ini",
        "batalkan balasan",
        "silakan login untuk berkomentar",
        "berlangganan",
        "subscribe",
        "ikuti kami",
        "follow us",
        "back to top button",
        "back to top",
        "kembali ke atas",
        "tentang penulis",
        "about the author",
    };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "back to top button",
        "back to top",
        "kembali ke atas",
        "advertisement",
        "iklan",
        "advertisements",
        "scroll to continue with content",
        "scroll untuk lanjut membaca",
        "scroll ke bawah untuk melanjutkan",
        "gulir untuk lanjut membaca",
        "loading...",
        "loading…",
        "memuat...",
        "memuat…",
        "cetak",
        "print",
        "bagikan",
        "bagikan ini",
        "bagikan:",
        "share",
        "share this",
        "share this:",
        "bagikan berita ini",
        "salin tautan",
        "copy link",
        "skip to content",
        "skip to main content",
        "skip to navigation",
        "skip navigation",
        "lewati ke konten utama",
        "langsung ke isi",
        "langsung ke konten utama",
        "lompat ke konten",
        "lompat ke isi",
        "lewati ke konten",
        "langsung ke konten",
        "beranda",
        "home",
        "menu",
        "cari",
        "search",
        "previous post",
        "next post",
        "previous article",
        "next article",
        "artikel sebelumnya",
        "artikel selanjutnya",
        "berita sebelumnya",
        "berita selanjutnya",
        "sebelumnya",
        "selanjutnya",
        "dengarkan artikel",
        "dengarkan berita",
        "ukuran font",
        "perbesar",
        "baca selengkapnya",
        "read more",
        "berita kerja sama",
        "cek berita dan artikel yang lain di google news",
        "batal",
        "kirim komentar",
        "post comment",
        "tampilkan semua",
        "lihat semua",
    };

    private static readonly string[] Starts =
    [
        "baca juga:",
        "baca juga :",
        "baca pula:",
        "baca selengkapnya:",
        "simak juga:",
        "simak juga video",
        "tonton juga:",
        "tonton juga video",
        "lihat juga:",
        "lihat juga video",
        "simak video:",
        "read also:",
        "read also :",
        "also read:",
        "see also:",
        "alamat email anda tidak akan dipublikasikan",
        "your email address will not be published",
        "ruas yang wajib ditandai",
        "required fields are marked",
        "simpan nama, email, dan situs web saya",
        "save my name, email, and website",
        "ikuti kami di google news",
        "ikuti berita terbaru",
        "follow us on",
        "dapatkan update berita",
        "cek berita dan artikel yang lain di google news",
        "berita ini telah tayang di",
        "artikel ini telah tayang di",
        "ikuti saluran whatsapp",
        "gabung di saluran",
        "gabung saluran whatsapp",
        "copyright ©",
        "hak cipta ©",
        "© ",
        "post views:",
        "dilihat:",
        "dibaca:",
        "views:",
        "jumlah pembaca:",
        "anda harus masuk untuk berkomentar",
        "anda harus log masuk",
        "you must be logged in to post a comment",
        "this site uses akismet",
        "situs ini menggunakan akismet",
    ];

    private static readonly HashSet<string> ShareWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "bagikan",
        "share",
        "facebook",
        "twitter",
        "x",
        "tweet",
        "whatsapp",
        "wa",
        "telegram",
        "line",
        "linkedin",
        "pinterest",
        "email",
        "e-mail",
        "print",
        "cetak",
        "copy",
        "link",
        "salin",
        "tautan",
        "instagram",
        "youtube",
        "tiktok",
        "messenger",
        "threads",
        "messenger",
        "pin",
        "this",
        "ini",
        "on",
        "di",
        "ke",
        "via",
        "tumblr",
        "reddit",
        "viber",
        "fb",
        "ig",
    };

    private static readonly HashSet<string> ShareNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "tweet",
        "linkedin",
        "pinterest",
        "instagram",
        "bagikan",
        "share",
    };

    /// <summary>Headings after which nothing of the release follows.</summary>
    public static bool IsTailHeading(string text) => text.Length <= 60 && TailHeadings.Contains(Bare(text));

    /// <summary>Lines that are no part of a release wherever they stand.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="isLink">Whether the block is little more than a link.</param>
    public static bool IsLine(string text, bool isLink)
    {
        if (text.Length > 400)
        {
            return false;
        }

        var bare = Bare(text);
        return bare.Length == 0
            ? !text.Contains('*', StringComparison.Ordinal)
                && !text.Contains('#', StringComparison.Ordinal)
                && text.Length > 0
                && text.All(c => "|/•·»>«<_=~-–—".Contains(c, StringComparison.Ordinal))
            : Lines.Contains(bare)
                || Starts.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase))
                || (isLink && IsReadAlso(text))
                || IsBreadcrumb(text)
                || IsShareBar(text);
    }

    private static bool IsReadAlso(string text) =>
        text.StartsWith("baca juga", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("simak juga", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("read also", StringComparison.OrdinalIgnoreCase);

    private static bool IsBreadcrumb(string text) =>
        text.Length <= 200
        && (text.StartsWith("Beranda ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Home ", StringComparison.OrdinalIgnoreCase))
        && text.Split(' ')[1] is "/" or ">" or "»" or "›" or "|" or "→";

    private static bool IsShareBar(string text)
    {
        if (text.Length > 120)
        {
            return false;
        }

        var words = text.Split([' ', '|', '/', '•', '·', ',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(ShareWords.Contains) && words.Count(ShareNames.Contains) >= 2;
    }

    private static string Bare(string text) =>
        text.Trim(' ', ':', '.', '|', '/', '•', '·', '»', '>', '›', '«', '<', '_', '=', '~', '-', '–', '—', '*', '#', '↑', '▲');
}
