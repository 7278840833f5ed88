using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>
/// Which of two names an office in a list belongs to in English and Malay releases, which names of bodies are one, and how sums are written
/// abroad.
/// </summary>
[TestClass]
public sealed class HoldersOfficesAndSumsAbroadTests
{
    [TestMethod]
    [DataRow(
        "Present were Ann Tolley, Minister of Water, Tim Colford, Minister of Roads, and Nils Bendt, Director of Ports.",
        "Ann Tolley: Minister of Water; Nils Bendt: Director of Ports; Tim Colford: Minister of Roads"
    )]
    [DataRow(
        "The Prime Minister, the Most Hon. Paul Rendell, met the Minister of Finance, Dr. the Hon. Nina Clay.",
        "Nina Clay: Minister of Finance; Paul Rendell: Prime Minister"
    )]
    [DataRow(
        "The Honourable Ann Tolley, Minister of Water and Dr. the Honourable Nils Bendt led it.",
        "Ann Tolley: Minister of Water; Nils Bendt: "
    )]
    [DataRow("It was Police Commissioner Brigadier General Tim Colford who said so.", "Tim Colford: Police Commissioner")]
    [DataRow("It was Fisheries Secretary Rear Admiral Nora Tamlin who said so.", "Nora Tamlin: Fisheries Secretary")]
    [DataRow("The spokesperson Nora Tamlin, Rivers staff and others spoke.", "Nora Tamlin: ")]
    [DataRow("They met Ms Lena King, Minister for Rivers, in Suva.", "Lena King: Minister for Rivers")]
    [DataRow("The director of the Rivers Agency, Odeline Marsk, and others met.", "Odeline Marsk: ")]
    [DataRow("Acting IGP C.D. Tamlin spoke. AG Nils Bendt left.", "C.D. Tamlin: Acting IGP; Nils Bendt: AG")]
    [DataRow("It dealt with Harcastle Securities and Damar Logistics on Monday.", "")]
    public void An_English_office_is_its_holders(string text, string expected) => Assert.AreEqual(expected, Holders("en", text));

    [TestMethod]
    [DataRow(
        "Hadir Perdana Menteri, Datuk Nizam Halim serta isteri Datin Wahida Osman, Premier Damar, Datuk Karim Latif.",
        "Karim Latif: Premier Damar; Nizam Halim: Perdana Menteri; Wahida Osman: "
    )]
    [DataRow("Menteri di Jabatan Perdana Menteri, Datuk Hafiz Ramli, hadir di situ.", "Hafiz Ramli: Menteri di Jabatan Perdana Menteri")]
    [DataRow("Menteri Kanan di JPM, Datuk Hafiz Ramli, hadir di situ.", "Hafiz Ramli: Menteri Kanan di JPM")]
    [DataRow("Beliau yang juga Ahli Dewan Undangan Negeri (ADUN) Damarjaya berkata demikian.", "")]
    [DataRow("Beliau ialah Ahli Parlimen (MP) Damarjaya di situ.", "")]
    [DataRow("Turut hadir Duli Yang Teramat Mulia Paduka Seri Pengiran Muda Mahkota di situ.", "")]
    public void A_Malay_office_is_its_holders_and_a_seat_is_no_name(string text, string expected) =>
        Assert.AreEqual(expected, Holders("ms", text));

    [TestMethod]
    [DataRow("en", "The Lake Warden's Department met. The LW's Department left, and an LW Department van came.", "lake-wardens-department")]
    [DataRow(
        "en",
        "The Widows and Orphan Organization (WOORG) met. The Widows and Orphans Organization left.",
        "widows-and-orphans-organization"
    )]
    [DataRow("en", "It was heard by the U.S. District Court for the District of Damar.", "u-s-district-court-for-the-district-of-damar")]
    [DataRow("en", "A letter of the Office of the Rivers Minister came.", "office-of-the-rivers-minister")]
    [DataRow("en", "The Commission on Rivers Acting Regional Director Ann Bell met them.", "commission-on-rivers")]
    [DataRow("en", "They met FENDIA CEO Nils Bendt. FENDIA grew.", "fendia")]
    [DataRow("en", "They met KWORA Director General, Ann Bell.", "kwora")]
    [DataRow("en", "They met STEMO Coordinator Ann Bell at the Sorwell Trading Centre.", "")]
    [DataRow("en", "The Ministerial Committee and a Traditional Authority met.", "")]
    [DataRow("ms", "Pusat Sukan Rakyat Kg Damar siap. Pusat Sukan Rakyat Kampung Damar dibuka.", "")]
    [DataRow("ms", "Klinik Kesihatan Kg Damar siap. Klinik Kesihatan Kampung Damar dibuka.", "klinik-kesihatan-kampung-damar")]
    [DataRow("ms", "Jabatan Siasatan dan Penguatkuasaan Trafik hadir.", "jabatan-siasatan-dan-penguatkuasaan-trafik")]
    public void Two_names_of_a_body_are_one_and_each_ends_where_it_should(string language, string text, string expected) =>
        Assert.AreEqual(expected, Bodies(language, text));

    [TestMethod]
    [DataRow("The city got N$36,8 million for it.", "36800000 NAD")]
    [DataRow("The city got R12,5 million for it in Pretoria, South Africa.", "12500000 ZAR")]
    [DataRow("Each got Php3 million, KES5 million and Tk 7 crore.", "3000000 PHP, 5000000 KES, 70000000 BDT")]
    [DataRow("Each got $2 Millions, RM5.43 mln and AU$3 bn.", "2000000 USD, 5430000 MYR, 3000000000 AUD")]
    [DataRow("Each town in the Philippines gets P2.5-M for it.", "2500000 PHP")]
    [DataRow("Each town in Malawi gets K2.2 billion for it.", "2200000000 MWK")]
    public void A_sum_is_read_as_its_state_writes_it(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read("en", text)));

    private static string Bodies(string language, string text) => SaidOf.Names(Read(language, text), TagKind.Agency);

    private static string Holders(string language, string text) =>
        string.Join(
            "; ",
            SaidOf
                .Of(Read(language, text), TagKind.Person)
                .Select(tag => $"{tag.Label}: {tag.Facts.GetValueOrDefault("office")}")
                .Order(StringComparer.Ordinal)
        );

    private static Annotations Read(string language, string text) => SaidOf.Read(language, text, "Kabar Nusa Jaya");
}
