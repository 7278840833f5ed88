using Siaran.Releases;

namespace Siaran.Intake;

public static partial class Findings
{
    /// <param name="id">The id of what it is about, as the editor wrote it, or the release's UUID.</param>
    /// <param name="owner">The upload that brought the release which has the id.</param>
    public static Finding IdTaken(string id, string owner) =>
        Error(
            "id-taken",
            $"Id `{Short(id)}` milik rilis lain, yang datang dari `{Short(owner, 120)}`. Pakai id lain; bila ini memang perbaikan rilis itu, tambahkan `revision: minor` atau `revision: major`.",
            $"The id `{Short(id)}` belongs to another release, brought by `{Short(owner, 120)}`. Use another id; if this does correct that release, add `revision: minor` or `revision: major`."
        );

    public static Finding NothingToWithdraw(string id) =>
        Error(
            "nothing-to-withdraw",
            $"Tidak ada rilis dengan id `{Short(id)}` untuk ditarik. Periksa `id`-nya.",
            $"There is no release with the id `{Short(id)}` to withdraw. Check the `id`."
        );

    public static Finding NothingToTag(string id) =>
        Error(
            "nothing-to-tag",
            $"Tidak ada rilis terbit dengan id `{Short(id)}` yang tandanya dapat diubah. Periksa `id`-nya, atau tambahkan naskahnya.",
            $"There is no published release with the id `{Short(id)}` whose tags could be changed. Check the `id`, or add the text."
        );

    public static Finding Withdrawn(string id) =>
        Error(
            "withdrawn",
            $"Rilis `{Short(id)}` sudah ditarik. Agar terbit lagi, tambahkan `status: published`; bila ini rilis lain, beri `id` lain.",
            $"The release `{Short(id)}` is withdrawn. To publish it again, add `status: published`; if this is another release, give it another `id`."
        );

    public static Finding AlreadyPublic(string id) =>
        Error(
            "already-public",
            $"Rilis `{Short(id)}` sudah terbit, sehingga `publishAt` tidak dapat dipindah ke depan. Hapus `publishAt`, atau tarik rilisnya dengan `status: withdrawn`.",
            $"The release `{Short(id)}` is public already, so `publishAt` cannot be moved ahead. Remove `publishAt`, or withdraw the release by `status: withdrawn`."
        );

    /// <summary>Says the same of what is not there and of what is another office's.</summary>
    private static Finding NoSuccessor(string key) =>
        Error(
            "successor-unknown",
            $"`successor: {Short(key)}` bukan rilis lain dari kantor Anda, sehingga rilis tidak jadi ditarik. Tulis `id` rilis penggantinya, atau hapus kunci ini.",
            $"`successor: {Short(key)}` is no other release of your office, so the release was not withdrawn. Write the `id` of the release that takes its place, or remove the key."
        );

    /// <summary>Says nothing of the release.</summary>
    public static Finding OtherOffice() =>
        Error(
            "other-office",
            "Anda tidak mengelola rilis ini: rilis hanya dapat diubah atau ditarik oleh kantornya sendiri.",
            "You do not look after this release: only its own office may change or withdraw it."
        );

    /// <summary>Also where the release is another office's: whether it is there shows in nothing.</summary>
    public static Finding NothingToTranslate(string original) =>
        Error(
            "nothing-to-translate",
            $"Tidak ada rilis kantor Anda dengan id atau alamat `{Short(original)}` yang dapat diterjemahkan. Unggah dulu naskah aslinya, atau periksa `translationOf`.",
            $"There is no release of your office with the id or address `{Short(original)}` that could be translated. Upload the original first, or check `translationOf`."
        );

    public static Finding TranslatesItself(string original) =>
        Error(
            "translates-itself",
            $"`translationOf: {Short(original)}` menunjuk rilis ini sendiri, atau rilis ini sudah menjadi naskah asli terjemahan lain. Sebutkan naskah aslinya.",
            $"`translationOf: {Short(original)}` names this release itself, or this release is the original of other translations. Name the original."
        );

    public static Finding SameLanguage(string original) =>
        Error(
            "same-language",
            $"Bahasanya sama dengan rilis `{Short(original)}` yang disebut sebagai aslinya. Isi `language` dengan bahasa terjemahan ini.",
            $"It has the language of the release `{Short(original)}` that it is said to translate. Give the language of this translation as `language`."
        );

    /// <summary>Whatever time was asked for.</summary>
    public static Finding WaitsForOriginal() =>
        Note(
            "waits-for-original",
            "Terjemahan ini menunggu naskah aslinya dan terbit bersamanya, tidak lebih dulu.",
            "This translation waits for its original and comes out with it, not before."
        );

    public static Finding OriginalNotPublic(string id) =>
        Error(
            "original-not-public",
            $"Rilis `{Short(id)}` sudah terbit, sedangkan naskah asli pada `translationOf` belum. Hapus `translationOf`, atau unggah lagi sesudah aslinya terbit.",
            $"The release `{Short(id)}` is public already, and the original that `translationOf` names is not. Remove `translationOf`, or upload it again once the original is public."
        );

    /// <summary>Offices are kept apart, and the upload came by a folder of none.</summary>
    public static Finding NoOffice() =>
        Error(
            "no-office",
            "Tidak diketahui kantor mana yang mengirim unggahan ini. Unggah ke folder kantor Anda, atau minta pengelola mendaftarkan folder atau kunci Anda.",
            "It is not known which office sends this upload. Upload it to your office's folder, or ask the operator to register your folder or key."
        );

    public static Finding Superseded(string id) =>
        Warning(
            "superseded",
            $"Unggahan yang lebih baru untuk rilis `{Short(id)}` sudah diproses, sehingga yang ini tidak dipakai. Unggah lagi bila isinya memang yang benar.",
            $"A newer upload of the release `{Short(id)}` has been taken already, so this one was not used. Upload it again if its text is the right one."
        );

    /// <summary>Whether the two versions are one release was not known yet.</summary>
    public static Finding Replaced() =>
        Error(
            "replaced",
            "Berkas ini diganti dengan versi yang lebih baru sebelum versi ini sempat terbit, sehingga versi ini tidak dipakai. Bila keduanya harus terbit, unggah lagi dengan nama lain.",
            "This file was replaced by a newer version before this one could be published, so this one was not used. If both are to be published, upload it again under another name."
        );

    public static Finding Unchanged(string id) =>
        Note(
            "unchanged",
            $"Isinya sama dengan rilis `{Short(id)}` yang sudah ada; tidak ada yang berubah.",
            $"It says what the release `{Short(id)}` says already; nothing has changed."
        );

    /// <param name="id">The id as the editor wrote it, or the release's UUID.</param>
    /// <param name="seen">The revision that the upload was made for.</param>
    /// <param name="current">The revision that there is now.</param>
    public static Finding Stale(string id, int seen, int current) =>
        Error(
            "stale",
            $"Perbaikan ini dibuat untuk revisi {seen} rilis `{Short(id)}`, padahal sekarang sudah revisi {current}. Baca dulu revisi terbaru, lalu kirim lagi.",
            $"This correction was made for revision {seen} of the release `{Short(id)}`, which is at revision {current} by now. Read the newest revision first, then send it again."
        );

    /// <summary>It cannot be stored, or failed every time that it was tried.</summary>
    public static Finding CannotBeTaken() =>
        Error(
            "cannot-be-taken",
            "Unggahan ini tidak dapat diproses walau sudah dicoba. Periksa isinya (teks yang sangat panjang atau berulang-ulang), lalu unggah lagi, atau hubungi pengelola.",
            "The upload cannot be processed, though that was tried. Check its text (very long or repetitive passages) and upload it again, or ask the operator."
        );

    /// <summary>A report that was stored cannot be read any more.</summary>
    public static Finding ReportDamaged() =>
        Error(
            "report-damaged",
            "Laporan unggahan ini rusak, jadi sebabnya tidak dapat ditampilkan. Jadikan unggahannya naskah: ia dibaca lagi, dan sebabnya tampak di sana.",
            "The report of this upload is damaged, so its findings cannot be shown. Make a draft of the upload: it is read again, and they show there."
        );

    /// <summary>Others came before it; it is taken without being sent again.</summary>
    public static Finding Queued() =>
        Note(
            "queued",
            "Unggahan ini sudah tersimpan dan menunggu gilirannya. Tidak perlu mengunggah lagi.",
            "The upload is stored and waits for its turn. There is no need to upload it again."
        );

    /// <summary>Intake itself failed; the upload stays where it is and is tried again.</summary>
    public static Finding Failed() =>
        Error(
            "failed",
            "Unggahan ini belum dapat diproses karena gangguan di pihak kami. Tidak perlu mengunggah lagi.",
            "The upload could not be processed yet because of a fault on our side. There is no need to upload it again."
        );

    /// <summary>The finding for a refused revision.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="id">The id of what it is about, as the editor wrote it, or the release's UUID.</param>
    /// <param name="owner">The upload that made the release's current revision; empty where there is none.</param>
    public static Finding For(Refusal refusal, string id, string owner) =>
        refusal switch
        {
            Refusal.IdTaken => IdTaken(id, owner),
            Refusal.NothingToWithdraw => NothingToWithdraw(id),
            Refusal.NothingToTag => NothingToTag(id),
            Refusal.Withdrawn => Withdrawn(id),
            Refusal.AlreadyPublic => AlreadyPublic(id),
            Refusal.OtherOffice => OtherOffice(),
            Refusal.NothingToTranslate => NothingToTranslate(id),
            Refusal.TranslatesItself => TranslatesItself(id),
            Refusal.SameLanguage => SameLanguage(id),
            Refusal.OriginalNotPublic => OriginalNotPublic(id),
            Refusal.NoSuccessor => NoSuccessor(id),
            Refusal.Replaced => Replaced(),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Unknown refusal."),
        };
}
