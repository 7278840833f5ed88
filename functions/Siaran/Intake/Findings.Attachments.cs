namespace Siaran.Intake;

public static partial class Findings
{
    public static Finding AttachmentNotTaken(string name) =>
        Error(
            "attachment-not-taken",
            $"Lampiran `{Short(name)}` tidak diterima. Lampiran harus gambar JPEG, PNG, WebP atau PDF.",
            $"The attachment `{Short(name)}` is not taken. An attachment is a JPEG, PNG or WebP picture, or a PDF."
        );

    public static Finding PictureTooLarge(string name) =>
        Error(
            "picture-too-large",
            $"Gambar `{Short(name)}` terlalu banyak pikselnya. Perkecil hingga 2800 × 2800 piksel, lalu unggah lagi.",
            $"The picture `{Short(name)}` has too many pixels. Reduce it to 2800 × 2800 pixels and upload it again."
        );

    public static Finding PictureDamaged(string name) =>
        Error(
            "picture-damaged",
            $"Gambar `{Short(name)}` rusak. Buka dan simpan ulang sebagai JPEG atau PNG, lalu unggah lagi.",
            $"The picture `{Short(name)}` is damaged. Open it, save it again as JPEG or PNG, and upload that."
        );

    public static Finding TooManyAttachments(int most) =>
        Error("too-many-attachments", $"Lampirannya lebih dari {most}.", $"There are more than {most} attachments.");

    /// <param name="names">The documents among the files; empty where there is none.</param>
    public static Finding NotOneDocument(IReadOnlyCollection<string> names) =>
        Error(
            "not-one-document",
            names.Count == 0
                ? "Di antara berkas-berkas ini tidak ada naskah rilis. Sertakan satu naskah (.docx, .odt, .md, .txt, .html atau satu PDF)."
                : $"Ada {names.Count} naskah ({Short(string.Join(", ", names), 200)}). Kirim satu naskah setiap kali; selebihnya gambar atau PDF.",
            names.Count == 0
                ? "None of the files is the text of a release. Add one (.docx, .odt, .md, .txt, .html or a single PDF)."
                : $"There are {names.Count} texts ({Short(string.Join(", ", names), 200)}). Send one text at a time; the rest is pictures or PDF."
        );

    /// <param name="names">File names.</param>
    public static Finding PicturesMissing(IReadOnlyCollection<string> names) =>
        Warning(
            "pictures-missing",
            $"Naskah menyebut gambar yang tidak ikut dikirim: {Short(string.Join(", ", names), 200)}. Kirim naskah bersama gambarnya (satu formulir, atau satu folder), atau pakai alamat lengkap gambar.",
            $"The text names pictures that did not come with it: {Short(string.Join(", ", names), 200)}. Send the text with its pictures (in one form, or one folder), or use a picture's whole address."
        );

    /// <summary>A picture lay in a folder for long, and no document came.</summary>
    public static Finding PictureWithoutText() =>
        Error(
            "picture-without-text",
            "Gambar ini bukan rilis, dan tidak ada naskah di foldernya. Unggah naskah dan gambarnya bersama-sama ke satu folder. Bila naskahnya sudah terbit tanpa gambar ini, unggah lagi naskah itu dengan nama yang sama di samping gambarnya.",
            "This picture is no release, and there is no text in its folder. Upload the text and its pictures together to one folder. If its text was published without it, upload that text again under the same name next to the picture."
        );

    public static Finding MailAttachmentRead(string name) =>
        Note(
            "mail-attachment-read",
            $"Rilis dibaca dari lampiran `{Short(name)}`; isi suratnya tidak ikut terbit.",
            $"The release was read from the attachment `{Short(name)}`; the text of the mail is not published."
        );

    public static Finding FormField(string name) =>
        Error(
            "form-field",
            $"Isian formulir `{Short(name)}` tidak dibaca. Tulis di front matter naskah, misalnya `publishAt: 2026-12-01T09:00:00+08:00`.",
            $"The field `{Short(name)}` of the form is not read. Write it into the front matter of the text, such as `publishAt: 2026-12-01T09:00:00+08:00`."
        );

    public static Finding MailWithoutText() =>
        Error(
            "mail-without-text",
            "Surat elektronik ini tidak memuat naskah yang dapat dibaca. Lampirkan naskahnya (.docx, .odt) atau tulis di badan surat.",
            "The mail holds no text that can be read. Attach the text (.docx, .odt) or write it into the mail itself."
        );

    public static Finding GuessedFromMail() =>
        Doubt(
            "guessed-from-mail",
            "Rilis dibaca dari surat elektronik: salam, kutipan, tanda tangan dan alamat dibuang, dan subjek menjadi judul bila naskahnya tidak memuatnya. Periksa hasilnya lalu sahkan.",
            "The release was read out of a mail: greeting, quotations, signature and addresses are left out, and the subject is the headline where the text does not hold it. Look at the result and confirm it."
        );

    public static Finding MailTooComplex() =>
        Error(
            "too-complex",
            "Surat elektronik ini terlalu rumit: kepala suratnya terlalu panjang, penerimanya atau bagiannya terlalu banyak. Unggah naskahnya saja (.docx, .odt, .txt).",
            "The mail is too complex: its head is too long, or it has too many receivers or parts. Upload the text alone (.docx, .odt, .txt)."
        );

    /// <param name="name">Of a file that is not read as a mail's release.</param>
    public static Finding MailReleaseAttached(string name) =>
        Error(
            "mail-release-attached",
            $"Isi surat ini hanya pengantar; naskahnya tampaknya ada di lampiran `{Short(name)}`, yang tidak dibaca dari surat. Unggah berkas itu sendiri; simpan dulu sebagai Word (.docx) bila formatnya .doc atau .rtf.",
            $"The mail itself is only a covering letter; the text seems to be in the attachment `{Short(name)}`, which is not read out of a mail. Upload that file by itself; save it as Word (.docx) first where it is a .doc or .rtf."
        );

    /// <param name="count">How many lines.</param>
    /// <param name="first">The first of them.</param>
    public static Finding MailLinesCut(int count, string first) =>
        Warning(
            "mail-lines-cut",
            $"{count} baris surat tidak ikut (tanda tangan, kepala surat atau kutipan), mulai dari “{Short(first)}”. Tulis di naskahnya bila memang bagian rilis.",
            $"{count} lines of the mail were left out (signature, head or quotation), beginning with “{Short(first)}”. Put them into the text if they are part of the release."
        );

    public static Finding MailAddressLeft() =>
        Error(
            "mail-address-left",
            "Alamat pengirim atau penerima surat masih tersisa di naskah. Hapus dari naskah, lalu kirim lagi.",
            "An address of the mail's sender or receivers is still in the text. Remove it and send the mail again."
        );
}
