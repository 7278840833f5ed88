using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class AgencyTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Pemprov NTB", "pemprov-nusa-tenggara-barat")]
    [DataRow("Pemerintah Provinsi Nusa Tenggara Barat", "pemprov-nusa-tenggara-barat")]
    [DataRow("Pemerintah Provinsi (Pemprov) NTB", "pemprov-nusa-tenggara-barat")]
    [DataRow("Dinas Tenaga Kerja dan Transmigrasi Provinsi NTB", "disnakertrans-nusa-tenggara-barat")]
    [DataRow("Disnakertrans Provinsi Nusa Tenggara Barat", "disnakertrans-nusa-tenggara-barat")]
    [DataRow("Pemkot Bima", "pemkot-kota-bima")]
    [DataRow("Pemkab Bima", "pemkab-kabupaten-bima")]
    [DataRow("Polda Metro Jaya", "polda-metro-jaya")]
    [DataRow("Badan Meteorologi Klimatologi dan Geofisika", "bmkg")]
    [DataRow("Kementerian Pendidikan, Kebudayaan, Riset dan Teknologi", "kemendikbudristek")]
    [DataRow(
        "Dinas Ketahanan Pangan, Kelautan, dan Pertanian (DKPKP) Provinsi NTB",
        "dinas-ketahanan-pangan-kelautan-dan-pertanian-nusa-tenggara-barat"
    )]
    [DataRow("Dinas Pendidikan dan Pengajaran Kota Bima", "dinas-pendidikan-dan-pengajaran-kota-bima")]
    public void One_body_has_one_tag_by_any_of_its_names(string name, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Agencies(null, $"Bantuan itu disalurkan oleh {name} kepada warga.")));

    [TestMethod]
    [DataRow("en", "The aid came from the NTB Health Office on Monday.", "dinkes-nusa-tenggara-barat")]
    [DataRow("en", "The aid came from the Health Office of West Nusa Tenggara on Monday.", "dinkes-nusa-tenggara-barat")]
    [DataRow("en", "The West Nusa Tenggara Provincial Government sent the aid.", "pemprov-nusa-tenggara-barat")]
    [DataRow("en", "The Lombok Timur Regency Office sent the aid.", "pemkab-kabupaten-lombok-timur")]
    [DataRow("en", "The East Lombok Regency Government sent the aid.", "pemkab-kabupaten-lombok-timur")]
    [DataRow("en", "The Bima City Health Office sent the aid.", "dinkes-kota-bima")]
    [DataRow("en", "The NTB Provincial Health Office sent the aid.", "dinkes-nusa-tenggara-barat")]
    public void An_English_name_is_the_same_body(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Agencies(null, sentence, language)));

    [TestMethod]
    public void A_national_body_is_labelled_in_the_language_of_the_release()
    {
        var content = Some.Content("Aid Arrives", "The Ministry of Manpower sent the aid.") with { Language = "en", Agency = null };

        Assert.AreEqual(
            "Ministry of Manpower",
            Tagger.Read(Some.Release(content)).Tags.Single(tag => tag.Id.ToString() == "agency:kemnaker").Label
        );
    }

    [TestMethod]
    public void A_body_named_without_its_place_serves_the_one_place_of_the_text() =>
        CollectionAssert.AreEquivalent(
            new[] { "pemkot-kota-bima", "disdag-kota-bima" },
            Agencies(null, "Pemkot Bima menggelar pasar murah. Dinas Perdagangan memantau harga.")
        );

    [TestMethod]
    public void Where_the_text_names_several_places_it_is_nobodys() =>
        CollectionAssert.AreEquivalent(
            new[] { "pemkot-kota-bima", "pemkab-kabupaten-dompu", "disdag" },
            Agencies(null, "Pemkot Bima dan Pemkab Dompu menggelar pasar murah. Dinas Perdagangan memantau harga.")
        );

    [TestMethod]
    [DataRow("Kerja sama antara pemerintah pusat dan Pemerintah Kabupaten diperkuat.")]
    [DataRow("Warga melapor ke Polsek terdekat dan ke Kejari.")]
    public void A_body_that_each_region_has_is_none_without_its_place(string sentence) => Assert.IsEmpty(Agencies(null, sentence));

    [TestMethod]
    public void An_office_within_another_has_its_publishers_place() =>
        CollectionAssert.AreEquivalent(
            new[] { "biro-hukum-nusa-jaya", "setda-nusa-jaya", "pemprov-nusa-jaya" },
            Agencies("Biro Hukum Setda Nusa Jaya", "Biro Hukum Setda Nusa Jaya dan Pemerintah Provinsi menyusun aturan itu.")
        );

    [TestMethod]
    public void An_acronym_that_no_word_of_the_name_begins_with_is_not_learnt() =>
        Assert.HasCount(
            1,
            Tagger
                .Read(
                    Some.Release(
                        Some.Content("Laporan Diserahkan", "Laporan Keuangan Dinas Kesehatan (LKPD) diserahkan.", "LKPD itu lengkap.")
                    )
                )
                .Tags.Single(tag => tag.Id.Name == "dinkes-nusa-jaya")
                .Evidence
        );

    [TestMethod]
    public void A_company_is_no_public_body() =>
        Assert.IsEmpty(Agencies(null, "PT Bahtera Sentosa Abadi membuka pabrik baru di desa itu, kata direkturnya."));

    private static List<string> Agencies(string? issuer, string body, string language = "id") =>
        [
            .. Tagger
                .Read(Some.Release(Some.Content("Acara digelar kemarin di aula", body) with { Agency = issuer, Language = language }))
                .Tags.Where(tag => tag.Id.Kind == TagKind.Agency)
                .Select(tag => tag.Id.Name),
        ];
}
