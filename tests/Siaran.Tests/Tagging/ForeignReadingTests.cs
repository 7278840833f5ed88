using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Persons, bodies and money in English and Malay, where rules alone find names.</summary>
[TestClass]
public sealed class ForeignReadingTests
{
    [TestMethod]
    [DataRow("en", "The wall along Willow Creek will be raised.", "")]
    [DataRow("en", "Senators Joyce Ballard (R-ID) and Tim Okafor (D-NM) introduced the bill.", "joyce-ballard tim-okafor")]
    [DataRow("en", "Assistant Attorneys General Derek Boone and Lily Nakamura handled it.", "derek-boone lily-nakamura")]
    [DataRow("en", "Petty Officer Second Class Ramon Delacroix lowered the basket.", "ramon-delacroix")]
    [DataRow("en", "Coordinating Minister for Economic Affairs Hendra Wirawan spoke.", "hendra-wirawan")]
    [DataRow("en", "Under Secretary for Domestic Finance Amy Lindqvist spoke.", "amy-lindqvist")]
    [DataRow("en", "Governor I Wayan Sudarsana announced it.", "i-wayan-sudarsana")]
    [DataRow("en", "Chief Investigator Moana Tipene heads the panel.", "moana-tipene")]
    [DataRow("en", "It was signed by the Minister for Agriculture, Fisheries and Forestry, Douglas Pryor.", "douglas-pryor")]
    [DataRow("ms", "Timbalan Menteri Kesihatan, Dr. Azman Latip, hadir.", "azman-latip")]
    [DataRow("ms", "Timbalan Pendakwa Raya Hafiz Ramli mengendalikan kes itu.", "hafiz-ramli")]
    [DataRow("ms", "Menteri Pertahanan Pehin Halbi Yusof melepaskan pasukan itu.", "halbi-yusof")]
    [DataRow("ms", "Dana Kewangan Antarabangsa menyokong keputusan itu.", "")]
    [DataRow("en", "Minister of Defence Yang Berhormat Dato Seri Setia Haji Halbi bin Haji Yusof spoke.", "halbi-bin-haji-yusof")]
    [DataRow("en", "Governor Dato' Seri Abdul Karim Hashim said growth was steady.", "abdul-karim-hashim")]
    [DataRow("en", "Minister for Ports and Main Roads Douglas Pryor spoke.", "douglas-pryor")]
    [DataRow("en", "Minister for Transport, Regional Development and Local Government Joyce Ballard spoke.", "joyce-ballard")]
    [DataRow("ms", "Ketua Menteri Datuk Seri Panglima Hafiz Ramli melawat hospital itu.", "hafiz-ramli")]
    [DataRow("ms", "Premier Sarawak Tan Sri Abang Hafiz Tun Ramli menyaksikan majlis itu.", "abang-hafiz-tun-ramli")]
    [DataRow("ms", "Pengarah Imigresen Selangor Khairul Amin Latip berkata demikian.", "khairul-amin-latip")]
    [DataRow("ms", "Pengarah Kesihatan Johor Azman bin Haji Latip berkata demikian.", "azman-bin-haji-latip")]
    [DataRow("ms", "Timbalan Menteri Dato Seri Setia Halbi Yusof hadir.", "halbi-yusof")]
    public void A_person_is_named_without_office_and_field(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, sentence), TagKind.Person));

    [TestMethod]
    [DataRow("en", "The Infocomm Regulatory Commission of Singapore fined the operator.", "infocomm-regulatory-commission-of-singapore")]
    [DataRow("en", "The Maritime and Coastguard Agency will inspect it.", "maritime-and-coastguard-agency")]
    [DataRow("en", "The Department for Transport and Solent Ferries Ltd agreed.", "department-for-transport")]
    [DataRow("en", "The Department of Veterans Affairs said so on Monday.", "department-of-veterans-affairs")]
    [DataRow("en", "The Department of Housing and Urban Development pays for it.", "department-of-housing-and-urban-development")]
    [DataRow("en", "The House Appropriations Committee approved it.", "house-appropriations-committee")]
    [DataRow("en", "It was sent to the Senate Armed Services Committee.", "senate-armed-services-committee")]
    [DataRow("en", "The Department for Culture, Media and Sport welcomed it.", "department-for-culture-media-and-sport")]
    [DataRow("en", "It was filed by the Office of the Attorney General.", "office-of-the-attorney-general")]
    [DataRow("ms", "Geran itu daripada Kementerian Sains, Teknologi dan Inovasi.", "kementerian-sains-teknologi-dan-inovasi")]
    [DataRow("ms", "Projek Kementerian Perumahan dan Kerajaan Tempatan siap.", "kementerian-perumahan-dan-kerajaan-tempatan")]
    [DataRow("ms", "Angkatan Bersenjata Diraja Brunei menghantar pasukan.", "angkatan-bersenjata-diraja-brunei")]
    [DataRow("en", "Treasury Secretary Malcolm Reeve spoke.", "")]
    [DataRow("en", "The Building and Construction Authority will certify it.", "building-and-construction-authority")]
    [DataRow("en", "It was sent to the Wildlife and Reserves Agency.", "wildlife-and-reserves-agency")]
    [DataRow("en", "State Health and Environment Committee chairman Ling Tian Seng spoke.", "state-health-and-environment-committee")]
    [DataRow("en", "A team from Japan's Ministry of Economy, Trade and Industry came.", "ministry-of-economy-trade-and-industry")]
    [DataRow("en", "Korea’s Department of Fisheries came.", "department-of-fisheries")]
    [DataRow("en", "The People's Association will open it.", "peoples-association")]
    [DataRow("en", "The bill was sent to Parliament.", "parliament")]
    [DataRow(
        "en",
        "Trucks came from the Armed Forces of the Philippines and the Philippine Red Cross.",
        "armed-forces-of-the-philippines philippine-red-cross"
    )]
    [DataRow("en", "Bank NTB Syariah opened a branch in Mataram.", "bank-ntb-syariah")]
    public void A_body_is_named_whole_and_apart_from_others(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, sentence), TagKind.Agency));

    [TestMethod]
    [DataRow("en", "The board accepted a $4.2 million grant.", "4200000 USD")]
    [DataRow("en", "Australia will give A$12 million.", "12000000 AUD")]
    [DataRow("ms", "Kerajaan menderma B$500,000.", "500000 BND")]
    [DataRow("en", "The campaign costs PHP12.5 million.", "12500000 PHP")]
    [DataRow("en", "The depot costs SGD245 million and USD3.5 million.", "245000000 SGD, 3500000 USD")]
    public void An_article_before_a_currency_is_no_part_of_it(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read(language, sentence)));

    private static Annotations Read(string language, string sentence) => SaidOf.Read(language, sentence, "What was said today");
}
