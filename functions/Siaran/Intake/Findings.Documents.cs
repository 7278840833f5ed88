using Siaran.Intake.Documents;

namespace Siaran.Intake;

public static partial class Findings
{
    /// <param name="format">Such as <c>Word (.docx)</c>.</param>
    public static Finding Damaged(string format) =>
        Error(
            "damaged",
            $"Berkas ini tidak dapat dibuka sebagai {format}: rusak, dilindungi kata sandi, atau bukan berkas seperti namanya. Buka dan simpan ulang, lalu unggah lagi.",
            $"The file cannot be opened as {format}: it is damaged, protected by a password, or not what its name says. Open it, save it again, and upload that."
        );

    /// <param name="count">How many tracked changes and comments there are.</param>
    /// <param name="first">The first ones, as they are marked.</param>
    internal static Finding TrackedChanges(int count, IEnumerable<string> first) =>
        Error(
            "tracked-changes",
            $"Dokumen ini memuat {count} perubahan terlacak atau komentar: {string.Join(", ", first)}. Terima atau tolak semuanya dan hapus komentarnya di Word, atau tulis `reading: final` (semua diterima) atau `reading: original` (semua ditolak) di bagian depan atau sebagai properti dokumen.",
            $"The document holds {count} tracked changes or comments: {string.Join(", ", first)}. Accept or reject them all and delete the comments in Word, or say `reading: final` (all accepted) or `reading: original` (all rejected) in front matter or as a property of the document."
        );

    internal static Finding ChangesRead(int count, TrackedReading reading) =>
        Warning(
            "changes-read",
            $"{count} perubahan terlacak atau komentar dibaca sebagai `reading: {(reading is TrackedReading.Final ? "final" : "original")}`; komentar tidak ikut terbit.",
            $"{count} tracked changes or comments were read as `reading: {(reading is TrackedReading.Final ? "final" : "original")}`; comments are not published."
        );

    internal static Finding LeftOut(LeftOutPart part, int count, string first)
    {
        var (indonesian, english) = part switch
        {
            LeftOutPart.PageHeader => ("kepala atau kaki halaman", "page headers or footers"),
            LeftOutPart.TextBox => ("kotak teks", "text boxes"),
            LeftOutPart.HiddenText => ("teks tersembunyi", "passages of hidden text"),
            LeftOutPart.Picture => ("gambar", "pictures"),
            LeftOutPart.Note => ("catatan, cap atau isian formulir di atas halaman", "notes, stamps or form fields on the pages"),
            _ => ("berkas tertanam", "embedded files"),
        };
        var quote = first.Length > 0 ? $" (“{Short(first)}”)" : "";
        return Warning(
            "left-out",
            $"{count} {indonesian}{quote} tidak ikut terbit. Pindahkan ke dalam naskah bila bagian dari rilis.",
            $"{count} {english}{quote} were left out. Move them into the text if they are part of the release."
        );
    }

    /// <param name="count">How many notes of a Markdown text nothing in it refers to.</param>
    /// <param name="first">What the first of them says.</param>
    public static Finding NotesUnused(int count, string first) =>
        Warning(
            "left-out",
            $"{count} catatan kaki yang tidak dirujuk di naskah (“{Short(first)}”) tidak ikut terbit. Beri tandanya, `[^…]`, di dalam naskah bila bagian dari rilis.",
            $"{count} footnotes that nothing in the text refers to (“{Short(first)}”) were left out. Put their marks, `[^…]`, into the text if they are part of the release."
        );

    public static Finding NoTextLayer() =>
        Error(
            "no-text-layer",
            "PDF ini tidak memuat teks, hanya gambar (hasil pindai). Unggah naskah aslinya (.docx, .odt, .md atau .txt).",
            "The PDF holds no text, only pictures (a scan). Upload the original text (.docx, .odt, .md or .txt)."
        );

    public static Finding GuessedFromPdf() =>
        Doubt(
            "guessed-from-pdf",
            "PDF tidak menyimpan paragraf dan urutan baca; keduanya ditebak dari letak huruf. Periksa hasilnya lalu sahkan, atau unggah naskah aslinya (.docx, .odt, .md atau .txt).",
            "A PDF keeps neither paragraphs nor reading order; both were guessed from where the letters stand. Look at the result and confirm it, or upload the original text (.docx, .odt, .md or .txt)."
        );

    /// <summary>More is said in text boxes than in the text.</summary>
    public static Finding MostlyTextBoxes() =>
        Doubt(
            "mostly-text-boxes",
            "Sebagian besar isi dokumen ada di kotak teks, yang tidak ikut terbit. Pindahkan ke dalam naskah, atau sahkan bila memang bukan bagian rilis.",
            "Most of the document is in text boxes, which are left out. Move them into the text, or confirm the upload if they are no part of the release."
        );
}
