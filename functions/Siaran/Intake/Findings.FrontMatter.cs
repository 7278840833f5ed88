namespace Siaran.Intake;

public static partial class Findings
{
    public static Finding Unconfirmed() =>
        Doubt(
            "unconfirmed",
            "Bagian depan berisi `confirmed: false`, sehingga rilis ditahan sampai seorang editor mengesahkannya.",
            "The front matter says `confirmed: false`, so the release is held until an editor confirms it."
        );

    /// <param name="word">As the editor wrote it.</param>
    /// <param name="nearest">The topics that are most like it, the likest first.</param>
    public static Finding UnknownTopic(string word, IReadOnlyList<string> nearest) =>
        Warning(
            "unknown-topic",
            $"Topik `{Short(word)}` tidak ada dalam daftar topik, jadi dicatat sebagai kata kunci.{Like(" Yang paling mirip: ", nearest)}",
            $"There is no topic `{Short(word)}`, so it was taken as a keyword.{Like(" Most like it: ", nearest)}"
        );

    /// <param name="word">As the editor wrote it.</param>
    /// <param name="nearest">The regions whose names are most like it, the likest first.</param>
    public static Finding UnknownRegion(string word, IReadOnlyList<string> nearest) =>
        Warning(
            "unknown-region",
            $"Wilayah `{Short(word)}` tidak ada dalam daftar wilayah, jadi dicatat sebagai kata kunci.{Like(" Yang paling mirip: ", nearest)}",
            $"There is no region `{Short(word)}`, so it was taken as a keyword.{Like(" Most like it: ", nearest)}"
        );

    private static string Like(string words, IReadOnlyList<string> nearest) =>
        nearest.Count == 0 ? "" : $"{words}{string.Join(", ", nearest.Select(name => $"`{name}`"))}.";

    public static Finding FrontMatterUnclosed(int line) =>
        Error(
            "front-matter-unclosed",
            $"Bagian depan yang dibuka `---` di baris {line} tidak ditutup. Tambahkan baris `---` sesudah kunci terakhir.",
            $"The front matter opened by `---` in line {line} is not closed. Add a line `---` after the last key.",
            line
        );

    public static Finding FrontMatterTooLarge(int line, int limit) =>
        Error(
            "front-matter-too-large",
            $"Bagian depan lebih dari {limit} karakter atau terlalu banyak kuncinya. Sisakan kunci yang perlu saja; naskah ditulis di bawah `---` penutup.",
            $"The front matter has more than {limit} characters or too many keys. Keep what is needed; the text belongs below the closing `---`.",
            line
        );

    public static Finding FrontMatterSyntax(int line, int column, string detail) =>
        Error(
            "front-matter-syntax",
            $"Bagian depan tidak dapat dibaca di baris {line}, kolom {column}. Tiap baris berbentuk `kunci: nilai`; apit nilai yang memuat titik dua atau tanda baca lain dengan tanda kutip. ({detail})",
            $"The front matter cannot be read at line {line}, column {column}. Each line is `key: value`; put a value that holds a colon or other marks between quotes. ({detail})",
            line,
            column
        );

    public static Finding FrontMatterAlias(int line) =>
        Error(
            "front-matter-alias",
            $"Baris {line} memakai jangkar, alias atau tag YAML (`&`, `*`, `!`), yang tidak diterima. Tulis nilainya langsung, di antara tanda kutip bila diawali tanda itu.",
            $"Line {line} uses a YAML anchor, alias or tag (`&`, `*`, `!`), which is not taken. Write the value itself, between quotes if it begins with that mark.",
            line
        );

    public static Finding DuplicateKey(string key, int line, int firstLine) =>
        Error(
            "duplicate-key",
            $"Kunci `{Short(key)}` ditulis dua kali, di baris {firstLine} dan {line}. Hapus salah satunya.",
            $"The key `{Short(key)}` is there twice, in lines {firstLine} and {line}. Remove one of them.",
            line
        );

    /// <param name="line">The line of <c>date</c>.</param>
    /// <param name="taken">Whether it was read as <c>publishAt</c>, which was not given.</param>
    public static Finding DateTaken(int line, bool taken) =>
        Warning(
            "date-taken",
            taken
                ? $"Kunci `date` di baris {line} dibaca sebagai `publishAt`. Tulis `publishAt` agar jelas."
                : $"Kunci `date` di baris {line} tidak dipakai karena `publishAt` ada.",
            taken
                ? $"The key `date` in line {line} was read as `publishAt`. Write `publishAt` to be clear."
                : $"The key `date` in line {line} was not used, since `publishAt` is given.",
            line
        );

    public static Finding FrontMatterDress(int line, string found) =>
        Error(
            "front-matter-dress",
            $"Baris {line}, `{Short(found)}`, tampak seperti bagian depan, tetapi tidak ditulis di antara dua baris `---` di awal berkas. Tulis `---`, lalu baris `kunci: nilai`, lalu `---`.",
            $"Line {line}, `{Short(found)}`, looks like front matter, but it does not stand between two lines `---` at the file's start. Write `---`, then lines `key: value`, then `---`.",
            line
        );

    /// <param name="notice">The line that says that the release must wait, as written.</param>
    /// <param name="line">Where, or null.</param>
    public static Finding HeldByText(string notice, int? line) =>
        Error(
            "held-by-text",
            $"“{Short(notice, 120)}” mengatakan bahwa rilis ini belum boleh terbit. Tulis waktunya sebagai `publishAt` di bagian depan, atau hapus baris itu, lalu unggah lagi.",
            $"“{Short(notice, 120)}” says that this release must wait. Give the time as `publishAt` in front matter, or remove that line, and upload it again.",
            line
        );

    /// <param name="notice">A line that says when the release may be published, in words that could not be read for certain.</param>
    /// <param name="line">Where, or null.</param>
    public static Finding HoldUnread(string notice, int? line) =>
        Doubt(
            "hold-unread",
            $"“{Short(notice, 120)}” mungkin mengatakan kapan rilis ini boleh terbit, tetapi waktunya tidak terbaca dengan pasti. Rilis ditahan: hapus baris itu dan isi `publishAt`, atau sahkan rilisnya.",
            $"“{Short(notice, 120)}” may say when this release may be published, but its time could not be read for certain. The release is held: remove that line and give `publishAt`, or confirm the release.",
            line
        );

    /// <param name="moment">What was read, in the office's zone.</param>
    public static Finding DateFromText(DateTimeOffset moment) =>
        Warning(
            "date-from-text",
            $"Waktu terbit dibaca dari naskahnya: {Written(moment)}. Isi `publishAt` bila keliru.",
            $"The time of release was read from the text: {Written(moment)}. Give `publishAt` if that is wrong."
        );

    /// <param name="notice">As above; its date is later than <c>publishAt</c>.</param>
    /// <param name="line">Where, or null.</param>
    public static Finding HeldLonger(string notice, int? line) =>
        Error(
            "held-longer",
            $"“{Short(notice, 120)}” menyebut waktu sesudah `publishAt`. Samakan keduanya, lalu unggah lagi.",
            $"“{Short(notice, 120)}” names a time after `publishAt`. Make them agree and upload it again.",
            line
        );

    /// <param name="key">As written.</param>
    /// <param name="line">Where.</param>
    /// <param name="nearest">The known key that was probably meant, or null.</param>
    /// <param name="decisive">Whether that key governs if or when the release is seen: then taking the upload without it could publish too
    /// early.</param>
    public static Finding UnknownKey(string key, int line, string? nearest, bool decisive) =>
        new(
            decisive ? Severity.Error : Severity.Warning,
            "unknown-key",
            line,
            1,
            $"Kunci `{Short(key)}` di baris {line} tidak dikenal{(decisive ? "" : " dan tidak dipakai")}. {(nearest is null ? "Hapus, atau lihat daftar kunci di panduan editor." : $"Mungkin maksudnya `{nearest}`?")}",
            $"The key `{Short(key)}` in line {line} is not known{(decisive ? "" : " and was not used")}. {(nearest is null ? "Remove it, or see the list of keys in the guide for editors." : $"Was `{nearest}` meant?")}"
        );

    public static Finding BadValue(string key, int line, int column, string indonesian, string english) =>
        Error(
            "bad-value",
            $"Nilai `{key}` di baris {line} tidak dapat dipakai: {indonesian}.",
            $"The value of `{key}` in line {line} cannot be used: {english}.",
            line,
            column
        );

    public static Finding BadDate(string key, string value, int line, int column) =>
        Error(
            "bad-date",
            $"Tanggal `{Short(value)}` pada `{key}` di baris {line} tidak dapat dibaca. Tulis seperti `2024-11-11T09:30+08:00`, `2024-11-11 09:30`, `2024-11-11` atau `11 November 2024 09.30 WITA`.",
            $"The date `{Short(value)}` of `{key}` in line {line} cannot be read. Write it as `2024-11-11T09:30+08:00`, `2024-11-11 09:30`, `2024-11-11` or `11 November 2024 09.30 WITA`.",
            line,
            column
        );

    public static Finding FarDate(string key, int line) =>
        Warning(
            "far-date",
            $"Tanggal `{key}` di baris {line} jauh dari tanggal lain dalam dokumen. Periksa tahunnya.",
            $"The date of `{key}` in line {line} is far from the document's other dates. Check the year.",
            line
        );

    public static Finding WithdrawalWithoutId() =>
        Error(
            "withdrawal-without-id",
            "Penarikan tanpa naskah harus menyebut rilisnya. Tambahkan kunci `id` yang sama dengan rilis yang ditarik.",
            "A withdrawal without text must name its release. Add the key `id` with the id of the release that is withdrawn."
        );

    public static Finding WithdrawalWithoutReason() =>
        Warning(
            "withdrawal-without-reason",
            "Rilis ditarik tanpa alasan. Pembaca akan melihat halaman penarikan tanpa penjelasan; tambahkan `withdrawnReason`.",
            "The release is withdrawn without a reason. Its page will not say why; add `withdrawnReason`."
        );

    /// <param name="key">The key that has no effect.</param>
    /// <param name="needs">What it needs, such as <c>status: withdrawn</c>.</param>
    /// <param name="line">Where.</param>
    public static Finding KeyWithoutEffect(string key, string needs, int line) =>
        Warning(
            "key-without-effect",
            $"Kunci `{key}` di baris {line} hanya berarti bersama `{needs}`, sehingga tidak dipakai.",
            $"The key `{key}` in line {line} means something only with `{needs}`, so it was not used.",
            line
        );

    private static string Written(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
