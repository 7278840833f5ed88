using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Related;

/// <summary>What relates nobody: stock frames, sums of money, numbers, the province's own name, words that everybody uses.</summary>
[TestClass]
public sealed class StockWordsTests
{
    private static readonly Tagger Tagger = new();

    private readonly RelatedWorld world = new();

    [TestMethod]
    [DataRow(
        "Setahun Pemerintahan Baru, Irigasi Sawah Dompu Diperluas",
        "Setahun Pemerintahan Baru, Puskesmas Keliling Mulai Beroperasi",
        "Irigasi Sawah di Sumbawa Mulai Dibangun"
    )]
    [DataRow(
        "Anggaran Rp 2,3 Triliun Disiapkan untuk Irigasi Sawah",
        "Dana Rp 2,3 Triliun Disiapkan untuk Gedung Sekolah",
        "Irigasi Sawah di Sumbawa Mulai Dibangun"
    )]
    [DataRow(
        "Irigasi Sawah di Nusa Tenggara Barat Dibuka",
        "Pameran Batik di Nusa Tenggara Barat Dibuka",
        "Irigasi Sawah di Sumbawa Mulai Dibangun"
    )]
    public async Task The_subject_beats_what_headlines_share_by_chance(string headline, string sameFrame, string sameSubject)
    {
        var asked = About(
            "asked",
            headline,
            "Petani berharap saluran irigasi itu mengairi sawah sepanjang musim kemarau, kata kepala desa."
        );
        var frame = About("frame", sameFrame, "Warga menyambut gembira layanan yang sudah lama dinantikan itu.");
        var subject = About("subject", sameSubject, "Saluran irigasi mengairi sawah petani sepanjang musim kemarau.");

        await world.RelateAsync(frame, subject, asked);

        Assert.AreEqual(subject.Release.Id, world[asked].Neighbours[0].Id);
    }

    [TestMethod]
    [DataRow("Gubernur NTB Buka Pameran Batik", "Gubernur NTB Tinjau Jembatan Gantung")]
    [DataRow("Bantuan Rp 5 Miliar Disalurkan kepada Nelayan", "Utang Rp 5 Miliar Dilunasi Perusahaan Air")]
    public async Task A_list_is_short_where_there_is_nothing_on_the_matter(string one, string other)
    {
        var first = About("one", one, "Perajin memamerkan kain tenun hasil karya sendiri.");
        var second = About("other", other, "Pekerjaan konstruksi selesai lebih cepat.");

        await world.RelateAsync(first, second);

        Assert.IsEmpty(world[second].Neighbours);
    }

    [TestMethod]
    [DataRow(
        "Hukum Utang Puasa bagi Ibu Menyusui",
        "Utang puasa diganti pada hari lain. Penceramah masjid menjelaskan utang itu kepada jemaah pengajian.",
        "Utang Proyek Waduk Dijadwalkan Ulang",
        "Utang kepada bank pembangunan jatuh tempo. Kontraktor waduk menagih utang itu sejak musim lalu."
    )]
    [DataRow(
        "Rahmat Hidayat Panen Jagung di Dompu",
        "Menteri Sosial Rahmat Hidayat memanen jagung bersama petani. Rahmat Hidayat memuji benih unggul.",
        "Rahmat Hidayat Lepas Kontingen Pencak Silat",
        "Menteri Sosial Rahmat Hidayat melepas atlet silat. Rahmat Hidayat berpesan agar pesilat menjaga sportivitas."
    )]
    public async Task One_word_or_one_name_in_common_relates_nobody_however_often_it_is_said(
        string one,
        string oneBody,
        string other,
        string otherBody
    )
    {
        var (first, second) = (About("one", one, oneBody), About("other", other, otherBody));

        await world.RelateAsync(first, second);

        Assert.IsEmpty(world[second].Neighbours);
    }

    [TestMethod]
    public async Task A_code_that_every_case_cites_relates_nobody()
    {
        var (first, second) = (
            About("one", "Pencuri Ternak Ditangkap", "Polisi menjerat pencuri sapi dengan Pasal 363 KUHP."),
            About("other", "Pemalsu Ijazah Diadili", "Jaksa mendakwa pembuat stempel palsu dengan Pasal 263 KUHP.")
        );
        Assert.IsTrue(first.Annotations.Tags.Any(tag => tag.Id.ToString() == "regulation:kuhp"));

        await world.RelateAsync(first, second);

        Assert.IsEmpty(world[second].Neighbours);
    }

    [TestMethod]
    public async Task What_a_release_opens_with_relates_it_more_than_what_it_closes_with()
    {
        // Numbers relate nobody, so that they only put the background far from the opening.
        var figures = string.Join(' ', Enumerable.Range(100, 200));
        const string background = "Jembatan gantung menghubungkan dua dusun terpencil.";
        var asked = About(
            "asked",
            "Rapat Kerja Dinas Digelar",
            $"Vaksinasi rabies menyasar anjing peliharaan. {figures}. {background} {background}"
        );
        var subject = About("subject", "Kegiatan Dinas Dimulai", "Vaksinasi rabies menyasar anjing peliharaan.");
        var aside = About("aside", "Acara Dinas Digelar", background);

        await world.RelateAsync(aside, subject, asked);

        Assert.AreEqual(subject.Release.Id, world[asked].Neighbours[0].Id);
    }

    private static TaggedRelease About(string key, string headline, string body)
    {
        var release = Some.Release(Some.Content(headline, body), key);
        return new(release, Tagger.Read(release));
    }
}
