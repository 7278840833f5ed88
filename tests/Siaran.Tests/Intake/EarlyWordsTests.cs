using System.Text;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>Words, times and columns above a text by which it must wait.</summary>
[TestClass]
public sealed class EarlyWordsTests
{
    private const string Headline = "Balai Benih Padi Dibuka untuk Petani";

    private const string Body =
        "Pemerintah Kabupaten Rimbun membuka balai benih padi untuk petani kecil di lima kecamatan, kata kepala dinas pertanian di lokasi balai itu.\n\nKepala dinas pertanian mengatakan bahwa balai itu menyediakan delapan ton benih setiap musim.";

    [TestMethod]
    [DataRow("Press embargo applies until the minister speaks")]
    [DataRow("Subject to embargo")]
    [DataRow("This is an embargoed text")]
    [DataRow("Embargo dulu ya")]
    [DataRow("Mohon dihormati embargo")]
    [DataRow("EMBAR-GO sampai lusa")]
    [DataRow("<<EMBARGO>>")]
    [DataRow("<EMBARGO sampai 3 Maret 2031>")]
    [DataRow("Lifting of embargo: 3 March")]
    [DataRow("SIARAN PERS/EMBARGO")]
    [DataRow("Dinas Pertanian EMBARGO")]
    [DataRow("Nomor: 12/2031            EMBARGO")]
    [DataRow("SIARAN PERS                     RAHASIA")]
    [DataRow("Hal 1\tEMBARGO")]
    [DataRow("Penayangan: 3 Maret 2031")]
    [DataRow("Slot tayang: 3 Maret 2031 pukul 10.00")]
    [DataRow("Mulai terbit: 3 Maret 2031")]
    [DataRow("Requested publication date: 3 March 2031")]
    [DataRow("Dapat disiarkan: 2/4/2031 10.00 WIB")]
    [DataRow("Naskah ini dilepas Senin, 3 Maret 2031 pukul 10.00 WIB")]
    [DataRow("May be published from 3 March 2031")]
    [DataRow("Can be released after 3 March 2031")]
    [DataRow("Must not be released before 3 March")]
    [DataRow("Tayang 3 dan 4 Maret 2031")]
    [DataRow("Ditayangkan mulai Senin pagi, 3 Maret 2031")]
    [DataRow("Masa siaran: 10.00 pagi, 3 Mac 2031")]
    [DataRow("Bitte erst am 3. März 2031 veröffentlichen")]
    [DataRow("请于3月3日10时后发布")]
    [DataRow("Huwag munang ilathala bago ang Marso 3, 2031")]
    [DataRow("Larangan tayang sebelum 3 Maret")]
    [DataRow("Bersifat rahasia hingga diumumkan")]
    [DataRow("PENTING: materi ini dirahasiakan sampai pengumuman Bupati")]
    [DataRow("Mohon agar berita ini ditahan sampai Senin")]
    [DataRow("Mohon penayangan ditunda sampai lusa")]
    [DataRow("Release date: 02/04/2031")]
    [DataRow("Embargo date: 2/4/2031 7:30 PM")]
    public void A_line_above_the_text_that_says_so_is_never_public_at_once(string line) => Assert.IsFalse(IsPublic(line));

    [TestMethod]
    [DataRow("SIARAN PERS            Dinas Pertanian")]
    [DataRow("Nomor: 12\tTanggal: 3 Februari 2031")]
    [DataRow("Embargo Ekspor Padi Dicabut")]
    [DataRow("Terbit: 3 Februari 2031 pukul 10 malam")]
    [DataRow("Penayangan: 3 Januari 2031")]
    [DataRow("Release date: 01/02/2031")]
    [DataRow("Siaran Pers Festival Padi 9 Maret 2031")]
    [DataRow("<nama pejabat>")]
    public void A_line_that_says_nothing_of_it_is_taken(string line) => Assert.IsTrue(IsPublic(line));

    [TestMethod]
    public void A_release_about_an_embargo_is_taken() =>
        Assert.IsTrue(IsPublic("Kabar baik: embargo berakhir", $"Pemerintah menyambut berakhirnya embargo atas pupuk. {Body}"));

    [TestMethod]
    [DataRow("Tayang 3 Maret 2031 10:00 UTC-5", "2031-03-03T15:00:00Z")]
    [DataRow("Tayang 3 Maret 2031 10:00 GMT+5:30", "2031-03-03T04:30:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 10.00 (WIB)", "2031-03-03T03:00:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031, 10 WIT", "2031-03-03T01:00:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 10.00-12.00", "2031-03-03T04:00:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 pukul 11 malam", "2031-03-03T15:00:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 pukul 3 sore WIB", "2031-03-03T08:00:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 1930 hrs", "2031-03-03T11:30:00Z")]
    [DataRow("Tanggal terbit: 3 Maret 2031 pukul 10 pagi", "2031-03-03T02:00:00Z")]
    [DataRow("Release date: 02/04/2031", "2031-04-01T16:00:00Z")]
    public void A_time_is_read_no_earlier_than_it_says(string line, string moment)
    {
        var read = Read($"{line}\n\n{Headline}\n\n{Body}");

        Assert.AreEqual(At(moment), Uploads.Accepted(read).Submission.PublishAt);
    }

    [TestMethod]
    [DataRow("Tanggal terbit: 3 Maret 2031 malam")]
    [DataRow("Tanggal terbit: 3 Maret 2031 pukul 2 malam")]
    public void A_time_of_which_the_hour_is_not_certain_is_doubted(string line) => Assert.IsFalse(IsPublic(line));

    [TestMethod]
    [DataRow("10 malam")]
    [DataRow("22h00")]
    [DataRow("10 at night")]
    public void A_notice_that_ends_after_the_time_of_front_matter_is_refused(string time) =>
        Assert.AreEqual(
            "held-longer",
            Uploads
                .Error(Read($"---\npublishAt: 2031-03-03 12:00\n---\nEMBARGO sampai 3 Maret 2031 pukul {time}\n\n{Headline}\n\n{Body}"))
                .Code
        );

    [TestMethod]
    [DataRow("Publikasi", "3 Maret 2031")]
    [DataRow("Jadwal", "3 Maret 2031")]
    [DataRow("publishAt", "2031-03-03")]
    public void A_row_of_a_table_is_a_key_and_its_value(string key, string value)
    {
        Assert.IsFalse(IsPublic(Read($"| {key} | {value} |\n| --- | --- |\n| Nomor | 12 |\n\n# {Headline}\n\n{Body}", "a.md")));
        Assert.IsTrue(IsPublic(Read($"| {key} | 3 Januari 2031 |\n| --- | --- |\n| Nomor | 12 |\n\n# {Headline}\n\n{Body}", "a.md")));
    }

    private static bool IsPublic(string line, string body = Body) => IsPublic(Read($"{line}\n\n{Headline}\n\n{body}"));

    private static bool IsPublic(IntakeResult read) =>
        read is IntakeResult.Accepted accepted && !(accepted.Submission.PublishAt > At("2031-02-25T00:00:00Z"));

    private static IntakeResult Read(string text, string name = "siaran.txt") =>
        IntakeReader.Read(
            new UploadedDocument(name, null, Encoding.UTF8.GetBytes(text)) { UploadedAt = At("2031-02-25T00:00:00Z") },
            Uploads.Options
        );

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
