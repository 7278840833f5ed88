using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>How English and Malay releases join names to offices, fields to bodies and titles to names, and what is no name there.</summary>
[TestClass]
public sealed class NamesAndOfficesAbroadTests
{
    [TestMethod]
    [DataRow("The Home and Rivers Bureau met. HRB staff left.", "home-and-rivers-bureau")]
    [DataRow("A letter went to Texas Business, Rural Services and Housing Agency.", "texas-business-rural-services-and-housing-agency")]
    [DataRow("He asked the Transport, Roads and Ports Authority.", "transport-roads-and-ports-authority")]
    [DataRow("She spoke to the CEO National Rivers Council in Nairobi.", "national-rivers-council")]
    [DataRow("Staff of the ASEAN Centre for Water met.", "asean-centre-for-water")]
    [DataRow("She is Mayor of Lower Fens CDC in Singapore.", "lower-fens-cdc")]
    [DataRow(
        "A plan of the department of agriculture, forestry and fisheries is out in Pretoria.",
        "department-of-agriculture-forestry-and-fisheries"
    )]
    [DataRow("The ministry of health in Accra met.", "ministry-of-health")]
    [DataRow("The World Rivers Foundation in Suva met.", "world-rivers-foundation")]
    [DataRow("The head of Halifax and Lower Fens Library Board Representative Ann Bell met.", "lower-fens-library-board")]
    [DataRow("They met the Ministry of Rivers Associate Professor Ann Bell.", "ministry-of-rivers")]
    [DataRow("It went to the Texas House of Representatives in Austin.", "texas-house-of-representatives")]
    [DataRow("It is run by DBKU and Sarawak Rivers Authority.", "dbku sarawak-rivers-authority")]
    [DataRow("He is the CEO of FENDIA in Gaborone. FENDIA grew.", "fendia")]
    [DataRow(
        "She left the River Planning Office of the Office of the Prime Minister.",
        "office-of-the-prime-minister river-planning-office"
    )]
    public void An_English_body_is_whole_whatever_comes_before_its_tail(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("en", text));

    [TestMethod]
    [DataRow("They met at the Harbour Convention Centre (HCC). The HCC is new.", "")]
    [DataRow("It was said at the 12th Full Council Meeting.", "")]
    [DataRow("He was jailed in Fenland County of Grand Theft.", "")]
    public void A_hall_a_meeting_and_a_county_are_no_bodies(string text, string expected) => Assert.AreEqual(expected, Bodies("en", text));

    [TestMethod]
    [DataRow("en", "The Damar Licensing Office opened. They left the new Licensing Office.", "damar-licensing-office")]
    [DataRow("en", "The Ministry of River Resources met. The Ministry of River Resource left.", "ministry-of-river-resources")]
    [DataRow("en", "The Ministry of Rivers (MoRX) met. It is MoRX’s plan and MoRX’s day.", "ministry-of-rivers")]
    [DataRow("ms", "Petugas NAPTA (Agensi Pengurusan Paya Negara) hadir. NAPTA bersedia.", "agensi-pengurusan-paya-negara")]
    [DataRow("ms", "Jabatan Perangkaan (DoPX) berkata demikian. DoPX bersedia.", "jabatan-perangkaan")]
    [DataRow(
        "ms",
        "Jabatan Sungai Malaysia Perak hadir. Jabatan Sungai Malaysia Negeri Perak pulang.",
        "jabatan-sungai-malaysia-negeri-perak"
    )]
    [DataRow("en", "Staff of the Rivers Union Congress met. Congress passed the bill.", "congress rivers-union-congress")]
    [DataRow(
        "en",
        "They met the Damar County Health and Human Services and Damar County Public Schools.",
        "damar-county-health-and-human-services damar-county-public-schools"
    )]
    [DataRow("ms", "Hadir Menteri di Jabatan Perdana Menteri (Undang-undang dan Parlimen) Datuk Hafiz Nordin.", "jabatan-perdana-menteri")]
    [DataRow(
        "ms",
        "Beliau mempengerusikan Mesyuarat Jawatankuasa Keselamatan Negeri Kelantan Bilangan 7 Tahun 2020.",
        "jawatankuasa-keselamatan-negeri-kelantan"
    )]
    [DataRow("ms", "Fasiliti itu ialah Klinik Pergigian dan Jabatan Pesakit Luar.", "")]
    [DataRow("ms", "Beliau memuji Unit Integriti dan Ombudsman Perak.", "unit-integriti-dan-ombudsman-perak")]
    [DataRow("ms", "Pegawai Pusat Dakwah Islamiah hadir.", "pusat-dakwah-islamiah")]
    [DataRow("ms", "Penguasa Bomba Kanan II, Hafiz Nordin, hadir.", "")]
    public void A_body_has_one_name_however_it_is_written(string language, string text, string expected) =>
        Assert.AreEqual(expected, Bodies(language, text));

    [TestMethod]
    [DataRow("The Minister of Rivers and Lake Change, the Honourable Ann Bell, spoke.", "ann-bell")]
    [DataRow("Today, Ann Bell, Minister for Fenland Renewal, will meet them.", "ann-bell")]
    [DataRow("They met with H.E. Hannah Ostrow on Monday.", "hannah-ostrow")]
    [DataRow("President Dale Whitlock Jr. spoke. Senator Whitlock Jr. left.", "dale-whitlock-jr")]
    [DataRow("Prime Minister Hon. Amos Wandera spoke. “It is late,” said PM Wandera.", "amos-wandera")]
    [DataRow("Commerce Adviser Sk Rahim Karim today spoke.", "sk-rahim-karim")]
    [DataRow("A joint release with Hannah Ostrow MP about the river is out.", "hannah-ostrow")]
    [DataRow("It was overseen by Hannah Ostrow, the Secretary to the Cabinet.", "hannah-ostrow")]
    [DataRow("Hannah Ostrow, president of the league, left.", "hannah-ostrow")]
    [DataRow("The teacher Hannah Ostrow and his wife Ann Bell came.", "ann-bell hannah-ostrow")]
    [DataRow("Hannah Ostrow, who won it, and Ann Bell, 43, came.", "ann-bell hannah-ostrow")]
    [DataRow("They found 26-year-old Dale Whitlock there.", "dale-whitlock")]
    [DataRow("Dale Whitlock was arrested on Monday.", "dale-whitlock")]
    [DataRow("The house approved Dale Whitlock as the island’s ambassador.", "dale-whitlock")]
    [DataRow("Major General (Rt) Rashid Karim left.", "rashid-karim")]
    [DataRow("The chair of the Harcastle Foundation Mr Nils Bendt came.", "nils-bendt")]
    [DataRow("Ven. Sumanasiri Thero and FCPA Amos Wandera came.", "amos-wandera sumanasiri-thero")]
    [DataRow("President Elect Dr. Amos Wandera left.", "amos-wandera")]
    public void An_English_person_is_told_by_office_letters_age_and_kin(string text, string expected) =>
        Assert.AreEqual(expected, Persons("en", text));

    [TestMethod]
    [DataRow("The minister spoke at the Secretary for the State of Quarta Rosa.", "")]
    [DataRow("He lives in Tsim Sha Tsui and Mong Kok.", "")]
    public void A_place_abroad_is_no_person(string text, string expected) => Assert.AreEqual(expected, Persons("en", text));

    [TestMethod]
    [DataRow("Hadir ialah Pehin Orang Kaya Gemilang Perkasa Dato Seri Setia Awang Haji Kasim bin Haji Umar.", "kasim-bin-haji-umar")]
    [DataRow("Hadir ialah Pehin Datu Gemilang Perkasa Dato Paduka Seri Setia (Dr.) Haji Hemdan bin Salleh.", "hemdan-bin-salleh")]
    [DataRow("Hadir ialah Awang Badri bin Haji Awang. Mereka pulang.", "badri-bin-haji-awang")]
    [DataRow("Hadir ialah Encik Hafiz Nordin, Ketua Peneroka FELDA Damar.", "hafiz-nordin")]
    [DataRow("Isterinya, Nor Fadhila Kasim, 29, hadir.", "nor-fadhila-kasim")]
    [DataRow("Antaranya adalah Hafiz Nordin sebagai Timbalan Datuk Bandar di situ.", "hafiz-nordin")]
    [DataRow("Penguasa Bomba Kanan II, Hafiz Nordin, hadir.", "hafiz-nordin")]
    public void A_Malay_person_is_found_behind_titles_and_kin(string text, string expected) =>
        Assert.AreEqual(expected, Persons("ms", text));

    [TestMethod]
    [DataRow("Ia diadakan di Masjid Sultan Kasim ‘Arif Saifullah di sana.")]
    [DataRow("Sebanyak 20 katil ada di Wad Bedah dan Wad Mata.")]
    [DataRow("Beliau ialah penghulu Mukim Tanjong Damar.")]
    [DataRow("Beliau dilantik sebagai Datuk Bandar Kuching Selatan.")]
    [DataRow("Mereka menerima Anugerah Pendidikan Sultan Haji Kasim Arif.")]
    [DataRow("Beliau tinggal di FELDA Wilayah Raja Kasim.")]
    public void A_mosque_a_ward_a_district_and_a_prize_are_no_persons(string text) => Assert.AreEqual("", Persons("ms", text));

    private static string Bodies(string language, string text) => SaidOf.Names(Read(language, text), TagKind.Agency);

    private static string Persons(string language, string text) => SaidOf.Names(Read(language, text), TagKind.Person);

    private static Annotations Read(string language, string text) => SaidOf.Read(language, text, "Kabar Nusa Jaya");
}
