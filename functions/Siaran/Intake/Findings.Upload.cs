namespace Siaran.Intake;

/// <summary>Every message that an editor can get, each with its stable code.</summary>
public static partial class Findings
{
    public static Finding Empty() =>
        Error(
            "empty",
            "Berkas ini kosong. Isi dengan judul dan naskah rilis, lalu unggah lagi.",
            "The file is empty. Put the headline and the text of the release into it and upload it again."
        );

    private const int CharactersOfAPage = 3000;

    public static Finding TooLarge(long bytes, long limit) =>
        Error(
            "too-large",
            $"Berkas ini {Megabytes(bytes)} MB; batasnya {Megabytes(limit)} MB. Unggah naskahnya saja, dan taruh gambar di tempat lain dengan kunci `image`.",
            $"The file has {Megabytes(bytes)} MB; the limit is {Megabytes(limit)} MB. Upload the text alone, and name a picture's address by the key `image`."
        );

    /// <param name="what">The kind of file, such as <c>Word (.docx)</c>, or null where it is not known.</param>
    public static Finding Binary(string? what) =>
        Error(
            "binary",
            $"Berkas ini {(what is null ? "bukan teks" : $"berformat {what}")}, yang tidak dapat dibaca. Simpan naskahnya sebagai Word (.docx), OpenDocument (.odt), teks (.txt), Markdown (.md) atau HTML (.html), lalu unggah lagi.",
            $"The file is {(what is null ? "not text" : $"of the format {what}")}, which cannot be read. Save the release as Word (.docx), OpenDocument (.odt), plain text (.txt), Markdown (.md) or HTML (.html) and upload that."
        );

    /// <param name="what">The extension or format, such as <c>.csv</c>.</param>
    public static Finding UnsupportedFormat(string what) =>
        Error(
            "unsupported-format",
            $"Berkas {what} tidak diterima. Unggah Word (.docx), OpenDocument (.odt), PDF (.pdf), surel (.eml), teks (.txt), Markdown (.md) atau HTML (.html).",
            $"Files of the kind {what} are not taken. Upload Word (.docx), OpenDocument (.odt), PDF (.pdf), mail (.eml), plain text (.txt), Markdown (.md) or HTML (.html)."
        );

    public static Finding UnreadableCharacters(int count) =>
        Warning(
            "unreadable-characters",
            $"{count} karakter tidak terbaca dalam UTF-8 dan menjadi �. Simpan ulang berkas sebagai UTF-8 bila ada huruf yang hilang.",
            $"{count} characters could not be read as UTF-8 and became �. Save the file as UTF-8 again if letters are missing."
        );

    public static Finding EncodingUnsure() =>
        Doubt(
            "encoding-unsure",
            "Huruf berkas ini mungkin tersimpan dalam pengodean lain sehingga terbaca keliru. Periksa hasilnya lalu sahkan, atau simpan ulang berkas sebagai UTF-8.",
            "The file may be saved in another encoding, so that its letters are read wrongly. Look at the result and confirm it, or save the file as UTF-8 again."
        );

    public static Finding ControlCharacters(int count) =>
        Note(
            "control-characters",
            $"{count} karakter kendali yang tak terlihat dibuang.",
            $"{count} invisible control characters were dropped."
        );

    public static Finding TooComplex() =>
        Error(
            "too-complex",
            "Dokumen ini terlalu rumit: unsurnya terlalu banyak atau bersarang terlalu dalam. Simpan isi rilisnya saja, tanpa bagian lain dari halaman.",
            "The document is too complex: it has too many elements, or they are nested too deeply. Save the release's own text alone, without the rest of the page."
        );

    /// <param name="most">How many characters a release may have.</param>
    public static Finding TooLong(int most) =>
        Error(
            "too-long",
            $"Teksnya lebih dari {most / 1000}.000 karakter, kira-kira {most / CharactersOfAPage} halaman cetak. Unggah rilisnya saja, dan taruh lampiran yang panjang sebagai PDF.",
            $"The text has more than {most / 1000},000 characters, about {most / CharactersOfAPage} printed pages. Upload the release alone, and attach what is long as a PDF."
        );

    private static Finding Error(string code, string indonesian, string english, int? line = null, int? column = null) =>
        new(Severity.Error, code, line, column, indonesian, english);

    private static Finding Doubt(string code, string indonesian, string english, int? line = null, int? column = null) =>
        new(Severity.Doubt, code, line, column, indonesian, english);

    private static Finding Warning(string code, string indonesian, string english, int? line = null, int? column = null) =>
        new(Severity.Warning, code, line, column, indonesian, english);

    private static Finding Note(string code, string indonesian, string english, int? line = null) =>
        new(Severity.Note, code, line, null, indonesian, english);

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    private static string Short(string text, int length = 60) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
}
