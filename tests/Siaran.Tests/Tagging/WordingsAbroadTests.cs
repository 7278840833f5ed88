using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>How persons, bodies and money are written in releases of other states, in English and in Malay.</summary>
[TestClass]
public sealed class WordingsAbroadTests
{
    [TestMethod]
    [DataRow("en", "Governor Helen Ostrander spoke. Governor Ostrander’s plan is new.", "helen-ostrander")]
    [DataRow("en", "Ms Ostrander's office said so.", "ostrander")]
    [DataRow("en", "Secretary Ramon P. Delos Prados Jr. inspected it, Secretary Delos Prados said.", "ramon-p-delos-prados-jr")]
    [DataRow("en", "The Director of Lands, Mr Fong Kar-wing, and the Chairman attended.", "fong-kar-wing")]
    [DataRow("en", "Prime Minister-designate Seo Min-jae sent a letter.", "seo-min-jae")]
    [DataRow("en", "The Ostrander-led team spoke to Mayor Lois Fenwick-elect of the town.", "lois-fenwick")]
    [DataRow("en", "Hannah R. Lindgren has been named to the board of the fund.", "hannah-r-lindgren")]
    [DataRow("en", "Appendix B. Applicants will find it there. Vitamin D. Eggs are rich in it.", "")]
    [DataRow("en", "“This matters to us,” said TJ Brannock, HSE Regional Director.", "tj-brannock")]
    [DataRow("en", "Senator Ramon “Mon” Casimiro spoke of it. Mon said so.", "ramon-casimiro")]
    [DataRow("en", "Mr Ramon Casimiro (Mon) spoke of it. President Mon was there.", "ramon-casimiro")]
    [DataRow("en", "The authority's chairperson, Niamh Corrigan, was there.", "niamh-corrigan")]
    [DataRow("en", "Premier Dale Whitlock opened the Whitlock Air Force Base.", "dale-whitlock")]
    [DataRow("en", "Minister for Fenland Development spoke at the Lindgren Forum.", "")]
    [DataRow("en", "Minister of State at the Department of Sport, Heritage and the Fenlands, Colm Dunleavy T.D., spoke.", "colm-dunleavy")]
    public void An_English_name_is_whole_and_no_one_is_two(string language, string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read(language, text), TagKind.Person));

    [TestMethod]
    [DataRow("Turut hadir Dato' Mohd. Tahir Hassan semalam.", "mohd-tahir-hassan")]
    [DataRow("Pengerusi, YB Dato’ Md. Nordin Ab. Latip, merasmikannya.", "md-nordin-ab-latip")]
    [DataRow("Ketua Pengarah, Datuk Seri Hj. Zamri Zain Bin Hj. Tahir, hadir.", "zamri-zain-bin-hj-tahir")]
    [DataRow("Menteri, Dato Haji Salleh bin Pengarah Dato Paduka Haji Tarmizi, hadir.", "salleh-bin-pengarah-dato-paduka-haji-tarmizi")]
    [DataRow("Menteri Besar, Dato’ Sri Diraja Haji Nordin Salleh, berkata demikian.", "nordin-salleh")]
    [DataRow("Puan Norlia @ Lia Hassan menerima anugerah itu.", "norlia-lia-hassan")]
    [DataRow("Beliau yang juga ADUN Bukit Damar berkata, projek itu siap.", "")]
    [DataRow("Turut hadir Ahli Parlimen Sungai Damar, Datuk Nordin Salleh.", "nordin-salleh")]
    [DataRow("Beliau tiba di Lapangan Terbang Sultan Azman, Kuala Damar semalam.", "")]
    [DataRow("YBhg. Sahibus Samahah Mufti hadir, begitu juga Timbalan Ketua Setiausaha (Dasar).", "")]
    [DataRow("Menterinya, Hafiz Nordin, berkata demikian. Menurut Wong Siew Ping, ia tepat.", "hafiz-nordin wong-siew-ping")]
    [DataRow("Titah Tuanku Raja Muda Perlis dibacakan. Parti Barisan Nasional hadir.", "")]
    public void A_Malay_name_is_whole_and_a_place_is_none(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("ms", text), TagKind.Person));

    [TestMethod]
    [DataRow("The Department of Sport, Heritage and the Fenlands pays for it.", "department-of-sport-heritage-and-the-fenlands")]
    [DataRow("It is sold under the Department of Trade’s Market Week.", "department-of-trade")]
    [DataRow("It is under Enterprise Ireland’s Early Growth Programme.", "enterprise-ireland")]
    [DataRow("The U.S. Department of Energy’s Federal Rivers Commission spoke.", "federal-rivers-commission u-s-department-of-energy")]
    [DataRow("The Minister of Rivers and Lake Development (MoRLD) spoke.", "ministry-of-rivers-and-lake-development")]
    [DataRow("The Minister of State (MoS) spoke.", "")]
    [DataRow("Representatives of the Home Office, DXLUC, MoQT and the Met Office met.", "dxluc home-office met-office moqt")]
    [DataRow("Government and Rivers Agency staff met.", "rivers-agency")]
    [DataRow("It was held at the Rosewell Convention Centre near the Regional Office.", "")]
    [DataRow("It won a prize as Asia's Leading Airport Authority.", "")]
    [DataRow("He landed at the Rosewell Air Force Base.", "")]
    [DataRow("The Department of Justice and the Boys’ Federation met.", "boys-federation department-of-justice")]
    [DataRow("The Ontario Government’s plan is new.", "ontario-government")]
    [DataRow("The Rosewell Local Municipality was there.", "rosewell-local-municipality")]
    public void An_English_body_is_whole_and_nothing_else_is_one(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("en", text), TagKind.Agency));

    [TestMethod]
    [DataRow("Spain, Norway and Brazil met. It was sent to the House of Representatives.", "house-of-representatives")]
    [DataRow("It was sent to the House of Representatives, said Jakarta of Indonesia.", "dpr")]
    public void The_bodies_of_this_state_are_none_of_another(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("en", text), TagKind.Agency));

    [TestMethod]
    [DataRow("Sidang Dewan Undangan Negeri (DUN) Perak berlangsung.", "dewan-undangan-negeri-perak")]
    [DataRow("Sidang Dewan Negeri Pahang Ke-15 berlangsung.", "dewan-negeri-pahang")]
    [DataRow("Beliau Ahli Dewan Undangan Negeri (ADUN) Bukit Damar.", "")]
    [DataRow("Majlis berlangsung di Pusat Persidangan Damar, Wilayah Persekutuan Kuala Lumpur.", "")]
    [DataRow("Johan Bahagian Dewasa Peringkat Kebangsaan diumumkan.", "")]
    [DataRow("Majlis Sukan Damar Peringkat Negeri bersidang.", "majlis-sukan-damar")]
    [DataRow("Majlis Menandatangani Memorandum Persefahaman (MoU) berlangsung. Majlis MoU itu disaksikan wakil MoU.", "")]
    [DataRow("Rektor UTM dan Naib Canselor UPM hadir.", "upm utm")]
    [DataRow("Mesyuarat di Ibu Pejabat RISDA selesai.", "risda")]
    [DataRow("Pejabat Tanah Damar dan FELDA hadir.", "felda pejabat-tanah-damar")]
    [DataRow("Peruntukan kerajaan Kelantan dan kerajaan negeri Perak cukup.", "kerajaan-kelantan kerajaan-negeri-perak")]
    [DataRow("Pengarah Urus Setia Hal Ehwal Belia, Nordin Salleh, hadir.", "urus-setia-hal-ehwal-belia")]
    public void A_Malay_body_is_whole_and_a_venue_is_none(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(Read("ms", text), TagKind.Agency));

    [TestMethod]
    [DataRow("Manila said rice costs P40 in the Philippines, and P1,250 was paid.", "40 PHP, 1250 PHP")]
    [DataRow("The P30-million package went to Philippine farmers in Manila.", "30000000 PHP")]
    [DataRow("Room P40 is closed in London.", "")]
    [DataRow("New Delhi gave Rs. 250 crores, Rs 5 lakh and Rs. 1,25,000 to Indian farmers.", "2500000000 INR, 500000 INR, 125000 INR")]
    [DataRow("Islamabad and Pakistan paid Rs.128.5 million.", "128500000 PKR")]
    [DataRow("Pretoria, South Africa, paid R1.5 billion and R350 each.", "1500000000 ZAR, 350 ZAR")]
    [DataRow("Pretoria, South Africa, closed the R21 and the R573 Damar Road.", "")]
    [DataRow("Nairobi, Kenya, set Sh 2 million and Sh.450 million aside.", "2000000 KES, 450000000 KES")]
    [DataRow("Abuja, Nigeria, paid N3.5 billion for N95 masks.", "3500000000 NGN")]
    [DataRow("Accra, Ghana, paid GH¢2.5 million.", "2500000 GHS")]
    public void A_sign_is_of_the_money_of_the_state_that_the_text_is_of(string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Figures(Read("en", text)));

    [TestMethod]
    public void The_words_of_a_person_do_not_say_whose_something_is()
    {
        var person = SaidOf.Of(Read("en", "Governor Helen Ostrander’s plan is new."), TagKind.Person).Single();
        Assert.AreEqual("Helen Ostrander", person.Label);
        Assert.AreEqual("Helen Ostrander".Length, person.Evidence.Single().Length);
    }

    private static Annotations Read(string language, string text) => SaidOf.Read(language, text, "news of the day from here");
}
