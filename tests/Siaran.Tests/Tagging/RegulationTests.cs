using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class RegulationTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Instruksi Presiden Nomor 2 Tahun 2021", "inpres-2-2021")]
    [DataRow("Inpres No. 2/2021", "inpres-2-2021")]
    [DataRow("Inpres 2/2021", "inpres-2-2021")]
    [DataRow("INSTRUKSI PRESIDEN REPUBLIK INDONESIA NOMOR 2 TAHUN 2021", "inpres-2-2021")]
    [DataRow("Instruksi Presiden (Inpres) Nomor 2 Tahun 2021", "inpres-2-2021")]
    [DataRow("Inpres 2 dan 4", "")]
    [DataRow("Inpres 2 dan 4 (Inpres 2/2021 dan Inpres 4/2022)", "inpres-2-2021 inpres-4-2022")]
    [DataRow("Inpres Nomor 2 Tahun 2021 dan Nomor 4 Tahun 2022", "inpres-2-2021 inpres-4-2022")]
    [DataRow("UU Nomor 1, 2, dan 3 Tahun 2003", "uu-1-2003 uu-2-2003 uu-3-2003")]
    [DataRow("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "uu-23-2014")]
    [DataRow("UndangUndang Nomor 23 Tahun 2014", "uu-23-2014")]
    [DataRow("UU Desa", "uu-6-2014")]
    [DataRow("Perppu Nomor 2 Tahun 2022", "perppu-2-2022")]
    [DataRow("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", "perppu-2-2022")]
    [DataRow("PP 35/2021", "pp-35-2021")]
    [DataRow("Peraturan Menteri Keuangan Nomor 237/PMK.04/2022", "permenkeu-237-2022")]
    [DataRow("PMK 237/PMK.04/2022", "permenkeu-237-2022")]
    [DataRow("Peraturan Menteri Perhubungan Nomor PM 35 Tahun 2021", "permenhub-35-2021")]
    [DataRow("Perda Provinsi Nusa Jaya Nomor 3 Tahun 2020", "perda-nusa-jaya-3-2020")]
    [DataRow("Peraturan Gubernur Nusa Jaya (Pergub) Nomor 18 Tahun 2025", "pergub-nusa-jaya-18-2025")]
    [DataRow("Perbup Teluk Jaya No 7 Tahun 2019", "perbup-teluk-jaya-7-2019")]
    [DataRow("Putusan Mahkamah Konstitusi Nomor 90/PUU-XXI/2023", "putusan-mk-90-puu-xxi-2023")]
    [DataRow("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "uud-1945")]
    [DataRow("Surat Edaran Menteri Kesehatan Nomor HK.02.01/MENKES/335/2023", "se-menteri-kesehatan-hk-02-01-menkes-335-2023")]
    [DataRow("Perda NTB Nomor 3 Tahun 2020", "perda-nusa-tenggara-barat-3-2020")]
    [DataRow("Peraturan Daerah Provinsi Nusa Tenggara Barat Nomor 3 Tahun 2020", "perda-nusa-tenggara-barat-3-2020")]
    [DataRow("Perda Kabupaten Bima No. 3/2020", "perda-kabupaten-bima-3-2020")]
    [DataRow("Perbup Bima No. 3/2020", "perbup-kabupaten-bima-3-2020")]
    [DataRow("Perwali Bima No. 3/2020", "perwali-kota-bima-3-2020")]
    [DataRow("Peraturan Wali Kota Bima Nomor 3 Tahun 2020", "perwali-kota-bima-3-2020")]
    [DataRow("Perda Nomor 3 Tahun 2020", "perda-nusa-jaya-3-2020")]
    [DataRow("Keppres Nomor 24 Tahun 2020", "keppres-24-2020")]
    [DataRow("Peraturan Presiden (Perpres) Nomor 72 Tahun 2021", "perpres-72-2021")]
    [DataRow("Permen Dalam Negeri Nomor 77 Tahun 2020", "permendagri-77-2020")]
    [DataRow("Permendagri 77/2020", "permendagri-77-2020")]
    [DataRow("Peraturan Menteri Koordinator (Permenko) Bidang Pangan Nomor 5 Tahun 2025", "permen-koordinator-bidang-pangan-5-2025")]
    [DataRow("UU ITE", "uu-11-2008")]
    [DataRow("SE Gubernur Nomor 5 Tahun 2024", "se-gubernur-5-2024")]
    [DataRow("tiga undang-undang baru", "")]
    [DataRow("se Kecamatan Teluk 2 tahun 2020", "")]
    public void A_regulation_has_one_id_however_it_is_written(string written, string expected)
    {
        var read = Tagger.Read(Some.Release(Some.Content("Rapat Koordinasi", $"Hal itu sesuai {written}, kata gubernur.")));

        var found = read.Tags.Where(tag => tag.Id.Kind == TagKind.Regulation).Select(tag => tag.Id.Name).Order(StringComparer.Ordinal);
        Assert.AreEqual(expected, string.Join(' ', found));
    }

    [TestMethod]
    public void A_regulation_says_what_it_is_about_and_where_it_stands()
    {
        var read = Tagger.Read(ModelRelease.Release);

        var inpres = read.Tags.Single(tag => tag.Id.ToString() == "regulation:inpres-2-2021");
        Assert.AreEqual("Optimalisasi Pelaksanaan Program Jamsostek", inpres.Facts["subject"]);
        Assert.AreEqual("Inpres 2/2021", inpres.Label);
        var span = inpres.Evidence.Single();
        Assert.AreEqual("Instruksi Presiden Nomor 2 Tahun 2021", ModelRelease.Content.BodyText.Substring(span.Start, span.Length));
        Assert.AreEqual(
            "Percepatan Penghapusan Kemiskinan Ekstrem",
            read.Tags.Single(tag => tag.Id.Name == "inpres-4-2022").Facts["subject"]
        );
    }

    [TestMethod]
    [DataRow(
        "UU Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial, Undang-Undang Nomor 23 Tahun 2014",
        "Badan Penyelenggara Jaminan Sosial"
    )]
    [DataRow(
        "Perda Nomor 3 Tahun 2020 tentang Perlindungan Nelayan, Pembudi Daya Ikan, dan Petambak Garam",
        "Perlindungan Nelayan, Pembudi Daya Ikan, dan Petambak Garam"
    )]
    [DataRow("Pergub Nomor 3 Tahun 2020 tentang Siaga Bencana berakhir Kamis", "Siaga Bencana")]
    [DataRow(
        "Perda Nomor 3 Tahun 2020 tentang Penghapusan Kekerasan dalam Rumah Tangga sejak lama",
        "Penghapusan Kekerasan dalam Rumah Tangga"
    )]
    [DataRow("UU Nomor 17 Tahun 2023 tentang Kesehatan dan Program Nusa Jaya Sehat", "Kesehatan")]
    public void A_subject_ends_where_the_title_does(string written, string subject)
    {
        var read = Tagger.Read(Some.Release(Some.Content("Rapat Koordinasi", $"Hal itu sesuai {written}.")));

        Assert.AreEqual(
            subject,
            read.Tags.First(tag => tag.Id.Kind == TagKind.Regulation && tag.Id.Name is not "uu-23-2014").Facts["subject"]
        );
        Assert.IsEmpty(
            read.Tags.Where(tag => tag.Id.Kind == TagKind.Agency && tag.Id.Name.StartsWith("badan", StringComparison.Ordinal)),
            "A title's words are no body."
        );
    }

    [TestMethod]
    public void Mentions_of_one_regulation_are_one_tag()
    {
        var read = Tagger.Read(
            Some.Release(
                Some.Content(
                    "Perda 3/2020 Berlaku",
                    "Perda Nusa Jaya Nomor 3 Tahun 2020 tentang Air Bersih berlaku.",
                    "Perda No. 3/2020 disambut warga."
                )
            )
        );

        var tag = read.Tags.Single(tag => tag.Id.Kind == TagKind.Regulation);
        Assert.AreEqual("perda-nusa-jaya-3-2020", tag.Id.Name);
        Assert.HasCount(3, tag.Evidence);
        Assert.AreEqual(EvidenceField.Headline, tag.Evidence[0].Field);
    }
}
