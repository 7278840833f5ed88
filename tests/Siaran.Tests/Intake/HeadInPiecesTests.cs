namespace Siaran.Tests.Intake;

/// <summary>Headlines on two lines, datelines in several pieces, sign-offs with their stars.</summary>
[TestClass]
public sealed class HeadInPiecesTests
{
    private const string Body =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi bagi petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi.";

    [TestMethod]
    [DataRow("Pasar Benih Padi Rimbun\nDiresmikan Bersama Lima Gubernur", "Pasar Benih Padi Rimbun Diresmikan Bersama Lima Gubernur")]
    [DataRow("SIARAN PERS\n\nPASAR BENIH PADI\nSIAP MELAYANI PETANI", "PASAR BENIH PADI SIAP MELAYANI PETANI")]
    [DataRow("Pertanian\nDibuka, Balai Benih Padi Rimbun", "Dibuka, Balai Benih Padi Rimbun")]
    [DataRow("Rimbun Opens a House for\nSmall Farmers", "Rimbun Opens a House for Small Farmers")]
    [DataRow("Bupati Rimbun Buka Balai Benih\nDinas Pertanian Siapkan Gudang", "Bupati Rimbun Buka Balai Benih")]
    [DataRow("Bupati Rimbun Buka Balai Benih\nDihadiri Ratusan Petani", "Bupati Rimbun Buka Balai Benih")]
    public void A_headline_that_goes_on_in_the_next_line_is_whole(string lines, string headline) =>
        Assert.AreEqual(headline, Uploads.Content($"{lines}\n\n{Body}\n").Headline);

    [TestMethod]
    [DataRow("SIARAN PERS\nNo. 7/SP/2031\nRimbun, 3 Maret 2031\n\nBalai Benih Padi Dibuka")]
    [DataRow("RILIS MEDIA\nRimbun, Kamis, 3 Maret 2031\n\nBalai Benih Padi Dibuka")]
    public void Place_and_date_in_a_line_of_their_own_are_no_headline(string head)
    {
        var content = Uploads.Content($"{head}\n\n{Body}\n");

        Assert.AreEqual("Balai Benih Padi Dibuka", content.Headline);
        Assert.AreEqual("Rimbun", content.Place);
        Assert.AreEqual(new DateOnly(2031, 3, 3), content.EventDate);
        Assert.AreEqual(Body, content.Paragraphs.Single());
    }

    [TestMethod]
    [DataRow("Bandung, Jawa Barat, Indonesia, 3 Maret 2031 – ", "Bandung, Jawa Barat, Indonesia", "2031-03-03")]
    [DataRow("Bandung 3 Maret 2031 – ", "Bandung", "2031-03-03")]
    [DataRow("Bandung – 3 Maret 2031 – ", "Bandung", "2031-03-03")]
    [DataRow("03/03/2031 – Bandung – ", "Bandung", "2031-03-03")]
    [DataRow("Bandung, 03.03.2031 – ", "Bandung", "2031-03-03")]
    [DataRow("Bandung (3/3) ", "Bandung", null)]
    [DataRow("BANDUNG, 3 MAC: ", "Bandung", null)]
    [DataRow("BANDUNG – HUMAS – ", "Bandung", null)]
    [DataRow("RIMBUNKAB.GO.ID – ", null, null)]
    public void A_dateline_in_pieces_is_taken_whole(string dateline, string? place, string? day)
    {
        var content = Uploads.Content($"Balai Benih Padi Dibuka\n\n{dateline}{Body}\n");

        Assert.AreEqual(place, content.Place);
        Assert.AreEqual(Body, content.Paragraphs.Single());
        Assert.AreEqual(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), content.EventDate);
    }

    [TestMethod]
    [DataRow("Darurat – ")]
    [DataRow("Padi – Jagung – ")]
    [DataRow("Benih Baru – ")]
    [DataRow("Terbaru - ")]
    public void A_word_that_is_no_place_stays_in_the_text(string words)
    {
        var content = Uploads.Content($"Balai Benih Padi Dibuka\n\n{words}{Body}\n\nHarga benih dan jagung turun, kata pedagang.\n");

        Assert.IsNull(content.Place);
        StringAssert.StartsWith(content.Paragraphs[0], words);
    }

    [TestMethod]
    [DataRow(" (Kominfo).")]
    [DataRow(" (hms)***")]
    [DataRow(" ***(hms)")]
    [DataRow(" (Rina)")]
    [DataRow("\n\n***Humas***")]
    public void A_sign_off_goes_with_its_stars(string signOff)
    {
        var content = Uploads.Content($"Balai Benih Padi Dibuka\n\n{Body}{signOff}\n");

        Assert.IsTrue(content.SignedOff);
        Assert.AreEqual(Body, content.Paragraphs.Single());
    }

    [TestMethod]
    [DataRow("Pupuk dikirim oleh Badan Pangan Daerah (Bapanda).")]
    [DataRow("Data berasal dari Dinas Komunikasi (Kominfo).")]
    [DataRow("Benih itu bernama Sekarwangi (Rina)")]
    public void A_name_in_parentheses_within_a_sentence_stays(string last) =>
        Assert.AreEqual(last, Uploads.Content($"Balai Benih Padi Dibuka\n\n{Body}\n\n{last}\n").Paragraphs[^1]);
}
