using System.Globalization;
using Siaran.Tagging;
using Siaran.Tags;
using Siaran.Tests.Intake;

namespace Siaran.Tests.Tagging;

/// <summary>Days in wordings that are less frequent, lists of them, and the day of the dateline.</summary>
[TestClass]
public sealed class DateWordingsTests
{
    [TestMethod]
    [DataRow("Rapat digelar pada 3 Agt. 2023.", "2023-08-03")]
    [DataRow("Rapat digelar pada 17 Agts 2023.", "2023-08-17")]
    [DataRow("Rapat digelar pada 18 Fbruari 2018.", "2018-02-18")]
    [DataRow("Rapat digelar di aula, Selasa sore, (4/10/2022).", "2022-10-04")]
    [DataRow("Rapat digelar pada May 4, 2024.", "2024-05-04")]
    [DataRow("Rapat digelar pada 4 October 2024.", "2024-10-04")]
    [DataRow("Rapat digelar pada 2024-03-12 di aula.", "2024-03-12")]
    [DataRow("Rapat digelar pada tanggal 12/03/24 di aula.", "2024-03-12")]
    [DataRow("Rapat digelar pada tgl 12/3 di aula.", "2027-03-12")]
    [DataRow("Rapat digelar tanggal 12 bulan Mei tahun 2024.", "2024-05-12")]
    [DataRow("Rapat digelar pada 13 Mei, 2024.", "2024-05-13")]
    [DataRow("Sewa kios selama 2 bulan Mei 2024.", "")]
    [DataRow("Kode barang 2024-13-45 rusak.", "")]
    [DataRow("Bagian 3/4 rusak.", "")]
    public void A_day_is_read_in_whatever_way_it_is_written(string text, string expected) => Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Pasar buka 1, 2 dan 3 Juni 2024.", "2024-06-01..2024-06-03")]
    [DataRow("Pasar buka 17, 18 & 19 Mei 2024.", "2024-05-17..2024-05-19")]
    [DataRow("Pasar buka 5, 12, dan 19 Mei 2024.", "2024-05-05 2024-05-12 2024-05-19")]
    [DataRow("Pasar buka 3 dan 4 Mei 2024.", "2024-05-03..2024-05-04")]
    [DataRow("Pasar buka 3 dan 10 Mei 2024.", "2024-05-03 2024-05-10")]
    [DataRow("Pasar buka Kamis 15 Juli dan 22 Juli 2021.", "2021-07-15 2021-07-22")]
    [DataRow("Kios di Blok 1, 2 dan 8 Juni 2024 tutup.", "2024-06-02 2024-06-08")]
    public void Days_in_a_row_are_a_range_and_others_are_days_of_their_own(string text, string expected) =>
        Assert.AreEqual(expected, Days(text));

    [TestMethod]
    [DataRow("Baruna, 3 Mei 2024 - Pasar dibuka.", "2024-05-03")]
    [DataRow("BARUNA (3 Mei 2024) - Pasar dibuka bupati.", "2024-05-03")]
    [DataRow("Baruna, 3 Mei 2024 - Pasar dibuka Kamis (2/5/2024). Kemarin sepi.", "2024-05-03 2024-05-02 2024-05-02")]
    [DataRow("Baruna, 3 Mei 2024 - Pasar dibuka Jumat (3/5/2024).", "2024-05-03")]
    [DataRow("Baruna - Pasar dibuka.", "")]
    public void The_day_of_the_dateline_is_one_of_the_text(string body, string expected) =>
        Assert.AreEqual(
            expected,
            Days(new Tagger().Read(Some.Release(Uploads.Content($"Pasar Ikan Dibuka\n\n{body}")) with { PublishAt = Later }))
        );

    [TestMethod]
    [DataRow(
        "Panen berlangsung Sabtu (9/7/2022).\n“Semua aman,” katanya di balai, Senin (11/7/2022).\nHari ini warga pulang.",
        "2022-07-11"
    )]
    [DataRow("Panen berlangsung Sabtu (9/7/2022).\nPesta disiapkan untuk Senin (11/7/2022) nanti.\nHari ini warga pulang.", "2022-07-09")]
    public void Today_is_the_day_on_which_something_is_said(string text, string expected) => Assert.EndsWith(expected, Days(text));

    [TestMethod]
    [DataRow("Panen raya 2018 itu ramai. Warga datang kemarin.", "")]
    [DataRow("Panen raya 2026 itu ramai. Warga datang kemarin.", "2026-11-30")]
    [DataRow("Desa itu lahir pada 1946. Warga datang kemarin.", "2026-11-30")]
    public void Yesterday_is_no_known_day_in_a_text_of_years_ago(string text, string expected) => Assert.AreEqual(expected, Days(text));

    private static DateTimeOffset Later { get; } = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    private static string Days(string text) => Days(SaidOf.Lines(text, at: Later));

    private static string Days(Annotations read) =>
        string.Join(' ', read.Dates.Select(date => date.From == date.To ? Day(date.From) : $"{Day(date.From)}..{Day(date.To)}"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
