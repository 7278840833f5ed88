using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Bodies and persons of English and Malay releases as offices of several states write them.</summary>
[TestClass]
public sealed class ForeignWordingsTests
{
    [TestMethod]
    [DataRow("en", "The Anti-Smuggling Command seized the boat.", "anti-smuggling-command")]
    [DataRow("ms", "Pihak Berkuasa Info-Niaga Brunei Darussalam membantu.", "pihak-berkuasa-info-niaga-brunei-darussalam")]
    [DataRow("en", "New Zealand Lifeboat Service crews came.", "new-zealand-lifeboat-service")]
    [DataRow("en", "Tents came from the Fijian Red Cross.", "fijian-red-cross")]
    [DataRow("en", "The Provincial Government of Palawig paid for it.", "provincial-government-of-palawig")]
    [DataRow("en", "The Kelantan State Government paid for it.", "kelantan-state-government")]
    [DataRow("en", "The Nordic Bank for International Cooperation lends it.", "nordic-bank-for-international-cooperation")]
    [DataRow("en", "The Research Foundation for Health Week was opened.", "research-foundation")]
    [DataRow("ms", "Politeknik Sultan Idris menerima geran.", "politeknik-sultan-idris")]
    [DataRow("ms", "Timbalan Ketua Polis Daerah, Superintendan Amir Latip, hadir.", "")]
    [DataRow("en", "Biosecurity Tasmania and Transport for Tamworth agreed.", "biosecurity-tasmania transport-for-tamworth")]
    [DataRow("en", "A judge fined the Yishun Harbour Board S$120,000.", "yishun-harbour-board")]
    [DataRow("en", "The University of Northmoor and Calder Imaging plc agreed.", "university-of-northmoor")]
    [DataRow("ms", "Ketua Polis Negara, Razak Hasan, hadir.", "")]
    [DataRow("ms", "Pasukan Jabatan Siasatan Jenayah Narkotik menahan mereka.", "jabatan-siasatan-jenayah-narkotik")]
    [DataRow("ms", "Lembaga Pelabuhan Muar dan PT Samudera Biru bersetuju.", "lembaga-pelabuhan-muar")]
    public void A_body_is_named_as_its_state_names_bodies(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, sentence), TagKind.Agency));

    [TestMethod]
    public void An_acronym_shows_that_a_list_with_commas_is_one_name() =>
        Assert.AreEqual(
            "mindoro-tidal-volcanic-and-oceanic-records-administration",
            SaidOf.Names(
                Read("en", "The Mindoro Tidal, Volcanic and Oceanic Records Administration (MTVORA) said so. MTVORA has buoys."),
                TagKind.Agency
            )
        );

    [TestMethod]
    [DataRow("en", "The NSW Coastal Heritage Authority fined the firm. CHA inspectors came.", "CHA")]
    [DataRow("ms", "Lembaga Air Kebangsaan (PUB) membina terusan itu. Jurucakap PUB hadir.", "PUB")]
    public void A_body_is_known_by_its_initials_and_by_the_short_name_that_the_text_gives(string language, string text, string again)
    {
        var body = SaidOf.Of(Read(language, text), TagKind.Agency).Single();

        Assert.AreEqual(text.LastIndexOf(again, StringComparison.Ordinal), body.Evidence[^1].Start);
    }

    [TestMethod]
    [DataRow("en", "EPA Director of Operations Keira Dunmore-Walsh spoke.", "keira-dunmore-walsh")]
    [DataRow("en", "Chief Minister Lim Wei visited Ravi a/l Kumaran.", "lim-wei")]
    [DataRow("en", "Mr Ravi a/l Kumaran thanked them.", "ravi-a-l-kumaran")]
    [DataRow("en", "Dean Harcastle, for the prosecution, said so.", "dean-harcastle")]
    [DataRow("en", "Detective Inspector Faith Adeyemi said so.", "faith-adeyemi")]
    [DataRow("en", "Chief Inspector of Marine Accidents Rhiannon Tudor spoke.", "rhiannon-tudor")]
    [DataRow("en", "\"They come home,\" said Dutch Ambassador Marieke van Loon.", "marieke-van-loon")]
    [DataRow("en", "Chief nurse Adaeze Nwosu leads the unit.", "adaeze-nwosu")]
    [DataRow("ms", "Laksamana Pertama Maritim Romli Mustapa mengetuai operasi.", "romli-mustapa")]
    [DataRow("ms", "Majistret Nur Ashikin Dollah membenarkannya.", "nur-ashikin-dollah")]
    [DataRow("ms", "Menurut Zainal Rahmat, air naik. Menurut Zainal, jambatan rosak.", "zainal-rahmat")]
    [DataRow("ms", "Ketua Balai Bomba Segamat, Penolong Penguasa Faizul Bakri, hadir.", "faizul-bakri")]
    [DataRow("ms", "Menteri Negara Kanan Zainal Rahmat hadir.", "zainal-rahmat")]
    public void A_person_is_named_whole_and_without_title(string language, string sentence, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, sentence), TagKind.Person));

    [TestMethod]
    public void A_hospital_bears_the_name_of_a_physician_with_the_title_in_small_letters() =>
        Assert.AreEqual(
            "rsud-dr-budi-harto",
            SaidOf.Names(Read("id", "Pasien dirawat di RSUD dr. Budi Harto sejak Senin."), TagKind.Agency)
        );

    private static Annotations Read(string language, string sentence) => SaidOf.Read(language, sentence, "What was said today");
}
