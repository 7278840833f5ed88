using System.Globalization;
using Siaran.Tagging;
using Siaran.Tags;
using Siaran.Tests.Intake;

namespace Siaran.Tests.Tagging;

/// <summary>Days that other days of the text tell, days of lines of their own, and what looks like a day and is none.</summary>
[TestClass]
public sealed class DaysOfTextsTests
{
    [TestMethod]
    [DataRow("Sabtu, 3 Mei 2025", "2025-05-03")]
    [DataRow("Sabtu 3 Mei 2025, 13:16 WIB", "2025-05-03")]
    [DataRow("3 Mei, 2025", "2025-05-03")]
    public void The_day_of_a_line_of_its_own_is_one_of_the_text(string line, string expected)
    {
        var read = new Tagger().Read(Some.Release(Uploads.Content($"Pasar Ikan Dibuka\n\n{line}\n\nPasar itu ramai sejak pagi buta.")));

        Assert.AreEqual(expected, Days(read));
        Assert.AreEqual(0, read.Dates.Single().Span.Length);
    }

    [TestMethod]
    [DataRow(
        "Panen berlangsung di Baruna, Selasa (19/9/2023).\nMenurut keterangan yang diterima di kota, Rabu, menyebutkan demikian.",
        "2023-09-20"
    )]
    [DataRow("“Warga pulang,” kata lurah di Baruna, Jumat.\nPesta usai pada Kamis (6/6/2024) sore.", "2024-06-07")]
    [DataRow("Pesta akan digelar Kamis (6/6/2024).\n“Warga siap,” kata lurah di Baruna, Senin.", "2024-06-03")]
    [DataRow("“Warga siap,” kata camat, Kamis (6/6/2024).\n“Semua siap,” kata lurah di Baruna, Rabu.", "2024-06-05")]
    [DataRow("Pesta usai Kamis (6/6/2024).\nGudang itu terbakar di Baruna, Rabu.", "2024-06-05")]
    public void Who_speaks_on_a_weekday_speaks_behind_what_was(string text, string expected) => Assert.Contains(expected, Days(text));

    [TestMethod]
    [DataRow("Rapat digelar Sabtu (13/11) di aula.", "2021-11-13")]
    [DataRow("Rapat digelar Selasa (19/11). Anggaran 2019 dan 2020 dibahas.", "2019-11-19")]
    [DataRow("Rapat digelar Kamis (8/7) di aula.", "2021-07-08")]
    [DataRow("Panen 2013 itu ramai. Rapat digelar Jumat (14/6) di aula.", "2013-06-14")]
    [DataRow("Rapat digelar Senin (29/5/2023). Rabu, 14 Februari warga memilih pada 2024.", "2023-05-29 2024-02-14")]
    public void A_weekday_tells_the_year_unless_the_day_is_of_this_week(string text, string expected) =>
        Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Stok aman hingga Minggu ke 2 Desember 2024.")]
    [DataRow("Panen tiba pada pekan ke-3 Mei 2024.")]
    [DataRow("Pemilu 2025 usai. Warga pulang kemarin.")]
    public void Weeks_of_a_month_and_yesterday_of_a_former_year_are_no_days(string text) => Assert.AreEqual("", Days(text));

    [TestMethod]
    [DataRow("Rapat digelar Kamis (7/Maret/2024) di aula.", "2024-03-07")]
    [DataRow("Rapat digelar 7-Maret-2024 di aula.", "2024-03-07")]
    [DataRow("Rapat digelar Rabu (24.4.2024) di aula.", "2024-04-24")]
    [DataRow("Rapat digelar tanggal 10/11 Juni 2024 di aula.", "2024-06-10..2024-06-11")]
    [DataRow("Rapat digelar 10 Juni 2024 sampai dengan tanggal 12 Juli 2024.", "2024-06-10..2024-07-12")]
    [DataRow("Rapat digelar dari tanggal 10 sampai tanggal 12 Juli 2024.", "2024-07-10..2024-07-12")]
    [DataRow("Rapat digelar 12 sd 14 Juni 2023 di aula.", "2023-06-12..2023-06-14")]
    public void Days_and_ranges_are_read_with_strokes_points_and_words_between(string text, string expected) =>
        Assert.AreEqual(expected, Days(text));

    private static DateTimeOffset Later { get; } = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private static string Days(string text) => Days(SaidOf.Lines(text, at: Later));

    private static string Days(Annotations read) =>
        string.Join(' ', read.Dates.Select(date => date.From == date.To ? Day(date.From) : $"{Day(date.From)}..{Day(date.To)}"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
