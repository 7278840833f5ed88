using System.Globalization;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Persons, bodies and money in English and Malay, where rules alone find names.</summary>
[TestClass]
public sealed class ForeignReadingTests
{
    private static readonly Tagger Tagger = new();

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
    public void A_person_is_named_without_office_and_field(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(language, sentence), TagKind.Person));

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
    public void A_body_is_named_whole_and_apart_from_others(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, Names(Read(language, sentence), TagKind.Agency));

    [TestMethod]
    [DataRow("en", "The board accepted a $4.2 million grant.", "4200000 USD")]
    [DataRow("en", "Australia will give A$12 million.", "12000000 AUD")]
    [DataRow("ms", "Kerajaan menderma B$500,000.", "500000 BND")]
    public void An_article_before_a_currency_is_no_part_of_it(string language, string sentence, string expected) =>
        Assert.AreEqual(
            expected,
            string.Join(
                ", ",
                Read(language, sentence)
                    .Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit}"))
            )
        );

    private static string Names(Annotations read, TagKind kind) =>
        string.Join(' ', read.Tags.Where(tag => tag.Id.Kind == kind).Select(tag => tag.Id.Name).Order(StringComparer.Ordinal));

    private static Annotations Read(string language, string sentence) =>
        Tagger.Read(Some.Release(Some.Content("What was said today", sentence) with { Language = language, Agency = null }));
}
