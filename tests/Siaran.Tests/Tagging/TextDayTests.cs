using System.Globalization;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Texts that come to an archive years after their day: their own dates say of which year and which day they speak.</summary>
[TestClass]
public sealed class TextDayTests
{
    [TestMethod]
    [DataRow("Rapat digelar Selasa (11/7) di aula.", "2023-07-11")]
    [DataRow("Rapat digelar di aula, Kamis, 19 Oktober.", "2023-10-19")]
    [DataRow("Sertijab dimulai Rabu pagi (25/5).", "2022-05-25")]
    [DataRow("Sertijab dimulai Rabu lusa (25/5).", "2022-05-25")]
    [DataRow("Rapat digelar Selasa (17/11) di aula.", "2026-11-17")]
    [DataRow("Rapat digelar Senin (17/11) di aula.", "2025-11-17")]
    [DataRow("Rapat digelar Senin (27/11) di aula.", "2026-11-27")]
    [DataRow("Rapat digelar Senin (14/2) di aula.", "2022-02-14")]
    [DataRow("Ujian digelar Jumat (9/4) di aula.", "2027-04-09")]
    [DataRow("Pesta Natal digelar Rabu (24/12) di aula.", "2025-12-24")]
    [DataRow("Apel digelar di aula, Senin, 19.02.2024.", "2024-02-19")]
    [DataRow("Kota itu berdiri sejak 21 Juni tahun 2001.", "2001-06-21")]
    [DataRow("Bupati, Rabu siang ini, 13 Juni 2018, tiba di aula.", "2018-06-13")]
    [DataRow("Pesta Natal digelar Kamis (24/12) di aula.", "2026-12-24")]
    [DataRow("Pesta Natal 2023 digelar Minggu (24/12) di aula.", "2023-12-24")]
    [DataRow("Ujian tahun ajaran 2020 digelar Jumat (9/4) di aula.", "2021-04-09")]
    [DataRow("Warga panen raya pada 2018. Rapat digelar Rabu (7/3) di aula.", "2018-03-07")]
    [DataRow("Warga panen raya pada 2018 dan 2026. Rapat digelar Rabu (7/4) di aula.", "2027-04-07")]
    [DataRow("Rapat digelar Selasa (30/2) di aula.", "")]
    public void A_weekday_tells_the_year_of_a_day_long_ago(string text, string expected) => Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Sabtu (26/08/2023) – Panitia mendata dari Kamis (24/08) sampai usai.", "2023-08-26 2023-08-24")]
    [DataRow("Warta Dompu (28/3/2013) Panitia menutup lomba pada rabu (27/3).", "2013-03-28 2013-03-27")]
    [DataRow("(DOMPU, 9 Januari 2017). Warga berpawai, Senin (9/1) kemarin.", "2017-01-09 2017-01-09")]
    [DataRow("Panitia rapat Rabu, 10 Juli 2024.\nPada 4 Juli warga panen.", "2024-07-10 2024-07-04")]
    [DataRow("Panitia menutup loket pada 21 April 2020.\nLoket tutup 21 April saja.", "2020-04-21 2020-04-21")]
    [DataRow("Panitia menutup loket pada 28 Desember 2020, lalu rapat 3 Januari.", "2020-12-28 2021-01-03")]
    [DataRow("Jembatan itu dibuka pada 4 Mei 2021. Warga rapat pada 20 November.", "2021-05-04 2026-11-20")]
    [DataRow("Panitia dibentuk 4 Mei 2021 dan 6 Mei 2026. Warga rapat pada 20 Juni.", "2021-05-04 2026-05-06 2026-06-20")]
    [DataRow("Organisasi itu lahir pada 3 Januari 1946. Warga rapat pada 20 Juni.", "1946-01-03 2026-06-20")]
    [DataRow("Program dimulai Senin, 6 Januari 2025. Rapat Senin, 5 Oktober 2026. Pesta 9 Oktober.", "2025-01-06 2026-10-05 2026-10-09")]
    public void A_date_with_its_year_gives_it_to_others(string text, string expected) => Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Bupati menambal jalan, Selasa (20/1/2026). “Hari ini kita mulai dari hulu,” katanya.", "2026-01-20 2026-01-20")]
    [DataRow("Banjir surut, Jumat (3/2/2023). Air naik sejak kemarin.", "2023-02-03 2023-02-02")]
    [DataRow("Bupati tiba di Dompu, Rabu (13/3). Besok ia pulang.", "2024-03-13 2024-03-14")]
    [DataRow("Pawai jatuh pada Selasa, 21 Juni 2022. Doa digelar pada Selasa malam di aula.", "2022-06-21 2022-06-21")]
    [DataRow("Pawai jatuh pada Selasa, 21 Juni 2022. Piala diserahkan Rabu (15).", "2022-06-21 2022-06-15")]
    [DataRow("Pasar dibuka hari ini.", "2026-12-01")]
    [DataRow(
        "Program lahir Senin, 6 Januari 2020. Rapat digelar Selasa (24/11). Hari ini warga panen.",
        "2020-01-06 2026-11-24 2026-11-24"
    )]
    [DataRow("Program lahir Senin, 6 Januari 2020. Rapat digelar Rabu (25/11). Hari ini warga panen.", "2020-01-06 2026-11-25 2026-11-25")]
    [DataRow("Program lahir Senin, 6 Januari 2020. Rapat digelar Kamis (16/1). Hari ini warga panen.", "2020-01-06 2020-01-16 2020-01-06")]
    [DataRow("Pasar dibuka hari ini. Pesta digelar Jumat, 1 Januari 2027.", "2026-12-01 2027-01-01")]
    [DataRow("Kota itu lahir pada Senin, 22 Desember 1980. Pesta digelar hari ini.", "1980-12-22 2026-12-01")]
    public void Today_and_yesterday_count_from_the_texts_own_day(string text, string expected) => Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Hari ini, Selasa (27/6/2023) panitia rapat.", "Selasa (27/6/2023)")]
    [DataRow("Hari ini, Jumat, tanggal 3 Januari 2025, panitia rapat.", "Jumat, tanggal 3 Januari 2025")]
    [DataRow("Tidak ada halangan, lusa Selasa 14 Agustus 2018 ia dilantik.", "Selasa 14 Agustus 2018")]
    [DataRow("Panitia rapat pada 4 Juli 2024 kemarin.", "4 Juli 2024")]
    [DataRow("Kemarin sore, Senin tgl 2 Maret 2020, panitia rapat.", "Senin tgl 2 Maret 2020")]
    [DataRow("Panitia rapat Rabu kemarin (1/5/2024) di aula.", "Rabu kemarin (1/5/2024)")]
    [DataRow("Besok, 4-5 Juli 2024, panitia rapat.", "4-5 Juli 2024")]
    [DataRow("Hari ini, Selasa, panitia rapat.", "Hari ini")]
    [DataRow("Hari ini, 40 warga rapat.", "Hari ini")]
    public void A_date_next_to_a_word_for_it_is_one(string text, string expected)
    {
        var span = SaidOf.Lines(text, at: Later).Dates.Single().Span;

        Assert.AreEqual(expected, text.Substring(span.Start, span.Length));
    }

    [TestMethod]
    [DataRow("Pupuk tiba kemarin. Panitia rapat pada 22 April.", "2025-04-28 2025-04-22")]
    [DataRow("Pupuk tiba kemarin. Panitia rapat pada 29-30 April 2025.", "2025-04-29")]
    public void The_day_of_a_dateline_that_intake_took_off_is_the_texts_own(string text, string expected)
    {
        var content = Some.Content("Kabar", text) with { EventDate = new(2025, 4, 29) };

        Assert.AreEqual(expected, Days(new Tagger().Read(Some.Release(content) with { PublishAt = Later })));
    }

    private static DateTimeOffset Later { get; } = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private static string Days(string text) => Days(SaidOf.Lines(text, at: Later));

    private static string Days(Annotations read) =>
        string.Join(' ', read.Dates.Select(date => date.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
