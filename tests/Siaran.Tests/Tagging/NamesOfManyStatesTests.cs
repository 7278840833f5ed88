using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>How states name their bodies, members, rulers and sums, where one name begins and another ends, and what is none.</summary>
[TestClass]
public sealed class NamesOfManyStatesTests
{
    [TestMethod]
    [DataRow("Staff of the Ministry of Rivers and Kenya Sports Board met.", "kenya-sports-board ministry-of-rivers")]
    [DataRow("The Ministry of Lakes and National Pilots Authority met.", "ministry-of-lakes national-pilots-authority")]
    [DataRow("It went to the House of Trade, Water Council, and Land Board.", "house-of-trade land-board water-council")]
    [DataRow("The Jamaica Inns and Taverns Association met.", "jamaica-inns-and-taverns-association")]
    [DataRow("The Co-operative Mills Federation met.", "co-operative-mills-federation")]
    [DataRow("The St. Bride Fire Department met.", "st-bride-fire-department")]
    [DataRow("Staff of the Ministry of infrastructure met.", "ministry-of-infrastructure")]
    [DataRow("The Finance Ministry met. The Ministry of Finance of Ghana in Accra met.", "ministry-of-finance-of-ghana")]
    [DataRow("The Ministry of Works in Kampala met. The Ministry of Works and Transport met.", "ministry-of-works-and-transport")]
    [DataRow("The Rosewell Court of Australia met. The Rosewell Court met.", "rosewell-court-of-australia")]
    [DataRow("The QRT Corporation met. QRT was founded by the QRT Corporation.", "qrt-corporation")]
    [DataRow("He asked the Department of Fens in Suva. DOF did not answer.", "department-of-fens")]
    public void An_English_body_ends_where_the_next_begins_and_has_one_name(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("en", text));

    [TestMethod]
    [DataRow("The Town of Lower Fens paid for it. They met in the City of Rosewell.", "town-of-lower-fens")]
    [DataRow("The heads of the Supreme Courts met in the Central Division.", "")]
    [DataRow("It is paid from the Rosewell Trust Funds. They slept at the Rosewell Centre Hotel.", "")]
    [DataRow("It is built by Harbour Works Corporation Limited.", "")]
    [DataRow("WHO: Mayor Ann Bell. WHERE: Kampala.", "")]
    [DataRow("Staff joined DPWH’s office in Manila.", "dpwh")]
    public void A_place_a_fund_a_firm_and_a_question_are_no_bodies(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("en", text));

    [TestMethod]
    [DataRow("Semalam Kerajaan Sabah dan Kerajaan Persekutuan bertemu.", "kerajaan-persekutuan kerajaan-sabah")]
    [DataRow("Kementerian Ugama dan Ahli-ahli Majlis Sukan Negara hadir.", "kementerian-ugama majlis-sukan-negara")]
    [DataRow("Ia selaras dengan Akta Lembaga Air 1990 dan dasar Kerajaan Tempatan.", "")]
    [DataRow("Lembaga Tabung Haji (TH) menjelaskannya. TH bersedia.", "lembaga-tabung-haji")]
    [DataRow("Mereka hadir ke Majlis Sentuhan Kasih di sana.", "")]
    [DataRow("Beliau dari Bahagian Korporat Perbadanan Damar (PD).", "bahagian-korporat perbadanan-damar")]
    [DataRow("Beliau ialah Sekretariat XYZQ. Unit itu menasihati Sekretariat ASEAN.", "sekretariat-asean")]
    [DataRow("Polis Perak menahannya. Polis Diraja Malaysia mengesahkannya.", "polis-diraja-malaysia")]
    public void A_Malay_body_ends_where_the_next_begins_and_an_event_is_none(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("ms", text));

    [TestMethod]
    [DataRow("Minister of State (Ministry of Rivers and Lakes) Tan Kim Hock attended it.", "tan-kim-hock")]
    [DataRow("The Member for Lower Fens Hannah Ostrow joined them.", "hannah-ostrow")]
    [DataRow("The Member for Keppel spoke to the crowd.", "")]
    [DataRow("They congratulated Hannah Ostrow on her return to the party.", "hannah-ostrow")]
    [DataRow("The lawyer of the villagers, Hannah Ostrow, explained that it was late.", "hannah-ostrow")]
    [DataRow("President Dale Whitlock, Jr. spoke. Mr Whitlock Jr. left.", "dale-whitlock-jr")]
    [DataRow("The members are Mr Tam Kwong-shun and Ms Elsie Yung May-yee.", "elsie-yung-may-yee tam-kwong-shun")]
    [DataRow("Hannah Ostrow has been appointed as Secretary for Fens.", "hannah-ostrow")]
    [DataRow("Engineer Amos Wandera spoke. Eng. Amos Wandera left.", "amos-wandera")]
    [DataRow("Minister Ellis Ellis today opened it.", "ellis-ellis")]
    [DataRow("Upon notice, officers went. Later they left.", "")]
    [DataRow("The walk goes from Dale Mensal to Rosewell Gardens.", "")]
    public void An_English_person_is_told_by_what_sets_the_name_apart(string text, string expected) =>
        Assert.AreEqual(expected, Persons("en", text));

    [TestMethod]
    [DataRow(
        "Hadir ialah Sultan Haji Hemdan Badrul ibni Al-Marhum Sultan Haji Kasim 'Arif Saifullah Sa'adul Khairi.",
        "hemdan-badrul-ibni-al-marhum-sultan-haji-kasim-arif-saifullah-saadul-khairi"
    )]
    [DataRow(
        "Hadir ialah Sultan Humdan Shah Ibni Almarhum Sultan Azman Shah Al-Maghfur-Lah, Canselor.",
        "humdan-shah-ibni-almarhum-sultan-azman-shah-al-maghfur-lah"
    )]
    [DataRow("Beliau menjawab soalan Hafiz Nordin (PXY-Sri Damar) di situ.", "hafiz-nordin")]
    [DataRow("Pengarah Kuala Lumpur Kasim ‘Arif Umar berkata demikian.", "kasim-arif-umar")]
    [DataRow("YBhg. Prof. Madya Ts. Dr. Hamdan bin Salleh hadir.", "hamdan-bin-salleh")]
    [DataRow("Naib Canselor, Lt Jen Datuk Nordin bin Tahir, hadir.", "nordin-bin-tahir")]
    [DataRow("Sultan Perak Darul Ridzuan bertitah. Gelaran Profesor Emeritus diberi.", "")]
    [DataRow("Sumbangan untuk Ketua Isi Rumah dan Pengerusi Bersama tiba.", "")]
    [DataRow("Menurut Lim Hock Sun, pembentangan itu lancar.", "lim-hock-sun")]
    public void A_Malay_person_is_whole_with_the_father_and_without_titles(string text, string expected) =>
        Assert.AreEqual(expected, Persons("ms", text));

    [TestMethod]
    [DataRow("Jamaica will spend $31 million on clinics.", "31000000 JMD")]
    [DataRow("Farmers near Gisborne get $45,000.", "45000 NZD")]
    [DataRow("The library in Ballarat gets $7 million.", "7000000 AUD")]
    [DataRow("Namibia pays N$40 million for it.", "40000000 NAD")]
    public void A_dollar_is_that_of_the_state_that_the_text_is_of(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read("en", text)));

    private static string Bodies(string language, string text) => SaidOf.Names(Read(language, text), TagKind.Agency);

    private static string Persons(string language, string text) => SaidOf.Names(Read(language, text), TagKind.Person);

    private static Annotations Read(string language, string text) => SaidOf.Read(language, text, "Kabar Nusa Jaya");
}
