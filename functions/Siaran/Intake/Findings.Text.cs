namespace Siaran.Intake;

public static partial class Findings
{
    public static Finding NoHeadline() =>
        Error(
            "no-headline",
            "Judul tidak ditemukan. Tulis judul di baris tersendiri sebelum naskah, atau isi kunci `title`.",
            "No headline was found. Write it on a line of its own before the text, or give the key `title`."
        );

    /// <param name="headline">As it was taken.</param>
    public static Finding HeadlineUnsure(string headline) =>
        Doubt(
            "headline-unsure",
            $"Naskah tampaknya tanpa judul, jadi kalimat pertamanya menjadi judul: “{Short(headline)}”. Sahkan bila memang judul, atau isi kunci `title`.",
            $"The text seems to have no headline, so its first sentence is taken for one: “{Short(headline)}”. Confirm it if it is the headline, or give the key `title`."
        );

    public static Finding HeadlineTooLong(int length, int limit) =>
        Error(
            "headline-too-long",
            $"Baris pertama tampak seperti judul, tetapi panjangnya {length} karakter; batasnya {limit}. Pendekkan, atau isi kunci `title`.",
            $"The first line looks like the headline, but it has {length} characters; the limit is {limit}. Shorten it, or give the key `title`."
        );

    public static Finding NoBody() =>
        Error(
            "no-body",
            "Naskah tidak ditemukan sesudah judul. Tulis isi rilis di bawah judul, dipisah satu baris kosong.",
            "No text was found after the headline. Write the release's text below the headline, separated by an empty line."
        );

    public static Finding HeadlineInCapitals() =>
        Warning(
            "headline-in-capitals",
            "Judul seluruhnya huruf besar dan dipakai apa adanya. Tulis seperti kalimat agar nyaman dibaca di semua umpan.",
            "The headline is all capitals and was kept so. Write it in sentence or title case to read well in every feed."
        );

    public static Finding NoDate() =>
        Note(
            "no-date",
            "Tanggal terbit tidak disebut; rilis terbit begitu diproses. Isi `publishAt` untuk menentukannya.",
            "No date of release is given; it is released as soon as it is collected. Give `publishAt` to choose the time."
        );

    /// <param name="value">As the page says it.</param>
    /// <param name="mayBeAhead">Whether it may be of a time to come: then an editor decides.</param>
    public static Finding PageDateUnread(string value, bool mayBeAhead) =>
        Warning(
            "page-date-unread",
            $"Tanggal terbit di halaman, `{Short(value)}`, tidak dapat dibaca dan tidak dipakai. Isi `publishAt` bila perlu{(mayBeAhead ? ", atau sahkan rilisnya" : "")}.",
            $"The date of publication in the page, `{Short(value)}`, could not be read and was not used. Give `publishAt` if it matters{(mayBeAhead ? ", or confirm the release" : "")}."
        ) with
        {
            Severity = mayBeAhead ? Severity.Doubt : Severity.Warning,
        };

    public static Finding PageFurnitureDropped(int count, string first) =>
        Note(
            "furniture-dropped",
            count == 1
                ? $"Satu bagian yang bukan isi rilis dibuang: “{Short(first)}”."
                : $"{count} bagian yang bukan isi rilis dibuang, mulai dari “{Short(first)}”.",
            count == 1
                ? $"A part that is none of the release was dropped: “{Short(first)}”."
                : $"{count} parts that are none of the release were dropped, beginning with “{Short(first)}”."
        );

    public static Finding DoubtfulTail(string heading) =>
        Warning(
            "doubtful-tail",
            $"Sesudah “{Short(heading)}” masih ada teks yang tampak seperti naskah, jadi tetap disertakan. Hapus dari berkas bila bukan bagian rilis.",
            $"After “{Short(heading)}” there is text that looks like part of the release, so it was kept. Remove it from the file if it is not."
        );

    /// <param name="headline">Of the second release.</param>
    public static Finding SeveralReleases(string headline) =>
        Doubt(
            "several-releases",
            $"Dokumen ini tampaknya memuat rilis lain mulai dari “{Short(headline)}”. Unggah setiap rilis sebagai berkas sendiri, atau sahkan bila memang satu rilis.",
            $"The document seems to hold another release from “{Short(headline)}” on. Upload each release as a file of its own, or confirm it if it is one."
        );

    /// <param name="indonesian">What it seems to be.</param>
    /// <param name="english">The same.</param>
    public static Finding KindUnsure(string indonesian, string english) =>
        Doubt(
            "kind-unsure",
            $"Dokumen ini tampaknya {indonesian}, bukan rilis. Sahkan bila memang hendak diterbitkan.",
            $"The document seems to be {english} and no release. Confirm it if it is to be published."
        );

    /// <param name="sureness">0 to 1.</param>
    public static Finding ArticleUnsure(double sureness) =>
        Doubt(
            "article-unsure",
            $"Di halaman ini tidak jelas bagian mana yang merupakan naskah rilis (yakin {Percent(sureness)} %). Periksa hasilnya lalu sahkan, atau unggah naskahnya saja.",
            $"It is not clear which part of the page is the release ({Percent(sureness)} % sure). Look at the result and confirm it, or upload the release's text alone."
        );

    /// <param name="sureness">0 to 1.</param>
    public static Finding ArticleFound(double sureness) =>
        Note(
            "article-found",
            $"Naskah rilis diambil dari halaman yang diunggah (yakin {Percent(sureness)} %); menu, berita lain dan bagian lain halaman tidak ikut.",
            $"The release was taken out of the uploaded page ({Percent(sureness)} % sure), without its menus, other news and other parts."
        );

    /// <param name="first">How the first of them begins.</param>
    public static Finding SentencesLeftOut(string first) =>
        Doubt(
            "sentences-left-out",
            $"Di dalam naskah ada kalimat yang tersembunyi, atau di dalam kotak yang tampak bukan bagian rilis, sehingga tidak ikut: “{Short(first)}”. Periksa hasilnya lalu sahkan, atau unggah naskahnya saja.",
            $"Within the text there are sentences that are hidden, or in a box that seems to be no part of the release, and were left out: “{Short(first)}”. Look at the result and confirm it, or upload the release's text alone."
        );

    public static Finding TextOfScript() =>
        Warning(
            "text-of-script",
            "Halaman yang diunggah menampilkan naskahnya lewat skrip. Naskah rilis diambil dari templat atau metadatanya; periksa apakah lengkap.",
            "The uploaded page shows its text by a script. The release was taken from its template or its metadata; see whether it is whole."
        );

    public static Finding ImageEmbedded() =>
        Warning(
            "image-embedded",
            "Gambar yang ditanam di dalam berkas (`data:`) dibuang. Unggah gambarnya ke situs dan pakai alamatnya.",
            "A picture embedded in the file (`data:`) was dropped. Put the picture on a site and use its address."
        );

    public static Finding ImageWithoutAlt(string address) =>
        Warning(
            "image-without-alt",
            $"Gambar {Short(address, 120)} tidak punya teks pengganti. Jelaskan isinya untuk pembaca yang tidak dapat melihatnya (`imageAlt`, atau `alt`).",
            $"The picture {Short(address, 120)} has no alternative text. Say what it shows for those who cannot see it (`imageAlt`, or `alt`)."
        );

    public static Finding LinkUnusable(string address) =>
        Warning(
            "link-unusable",
            $"Tautan atau gambar `{Short(address, 120)}` bukan alamat http, https atau mailto yang utuh, sehingga dibuang; teksnya tetap ada.",
            $"The link or picture `{Short(address, 120)}` is no complete http, https or mailto address, so it was dropped; its text stays."
        );

    public static Finding MarkupDropped(string elements) =>
        Note(
            "markup-dropped",
            $"Unsur HTML yang tidak diterima dibuang: {Short(elements, 120)}.",
            $"HTML elements that are not taken were dropped: {Short(elements, 120)}."
        );

    private static string Percent(double share) => (share * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
