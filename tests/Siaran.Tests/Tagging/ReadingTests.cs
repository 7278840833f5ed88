using System.Diagnostics;
using System.Globalization;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class ReadingTests
{
    private static readonly Tagger Tagger = new();

    [TestMethod]
    [DataRow("Anggaran sebesar Rp1,2 miliar disiapkan.", 1_200_000_000, "IDR")]
    [DataRow("Harga naik menjadi Rp 2.025.000 per bulan.", 2_025_000, "IDR/bulan")]
    [DataRow("Sebanyak 12.894 KK menerima bantuan.", 12_894, "KK")]
    [DataRow("Lahan seluas 20 ha terendam.", 20, "ha")]
    [DataRow("Ada 300 paket sembako.", 300, "paket")]
    [DataRow("Harga beras 25ribu rupiah.", 25_000, "IDR")]
    [DataRow("Anggaran sebesar Rp 1,5 M disiapkan.", 1_500_000_000, "IDR")]
    public void A_figure_is_a_number_with_a_unit(string sentence, int value, string unit)
    {
        var figure = Read(sentence).Figures.Single();

        Assert.AreEqual((value, unit), (figure.Value, figure.Unit));
    }

    [TestMethod]
    [DataRow("Rp 13 T")]
    [DataRow("Rp13T")]
    [DataRow("Rp13 T")]
    [DataRow("Rp 13T")]
    [DataRow("Rp13 triliun")]
    public void A_trillion_may_be_one_letter_behind_a_currency(string written) =>
        Assert.AreEqual(
            (13_000_000_000_000m, "IDR"),
            Read($"Anggaran sebesar {written} disiapkan.").Figures.Select(figure => (figure.Value, figure.Unit)).Single()
        );

    [TestMethod]
    [DataRow("Harga cabai Rp55-60 ribu di pasar.", "55000 IDR, 60000 IDR")]
    [DataRow("Pekerjaan itu makan waktu 3-6 bulan.", "3 bulan, 6 bulan")]
    [DataRow("Nilai kontrak Rp. 120. 450.772. 000, 00 disetujui.", "120450772000 IDR")]
    [DataRow("Nilai kontrak Rp. 120.450.772. 344, – disetujui.", "120450772344 IDR")]
    [DataRow("Nilai akhir Rp. 135. 315. 850.334, 10 disetujui.", "135315850334.1 IDR")]
    [DataRow("Defisit dijaga maksimal tiga persen.", "3 percent")]
    [DataRow("Jembatan itu selesai dalam dua bulan.", "2 bulan")]
    [DataRow("Sebanyak dua puluh lima persen warga, dan dua dari mereka, hadir.", "25 percent")]
    [DataRow("Sebanyak 137 jiwa dari 33 KK mengungsi.", "137 orang, 33 KK")]
    [DataRow("Harga naik menjadi Rp1,9 jutaan di pasar.", "1900000 IDR")]
    [DataRow("Capaian vaksin 95.08% di kota itu.", "95.08 percent")]
    [DataRow("Itu melanggar Pasal 45 ayat (4) aturan itu.", "")]
    [DataRow("Kabar dari Covid 19 kasus di kota itu.", "")]
    [DataRow("Nilainya 99999999999999999999 triliun rupiah.", "")]
    public void Ranges_and_numbers_of_names_are_told_apart(string sentence, string expected) =>
        Assert.AreEqual(expected, Written(Read(sentence).Figures));

    /// <summary>Values and units, between commas.</summary>
    internal static string Written(IEnumerable<KeyFigure> figures) =>
        string.Join(", ", figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Value} {figure.Unit}")));

    [TestMethod]
    public void Figures_of_one_clause_measure_one_thing()
    {
        var figures = Read("Realisasi pajak daerah mencapai Rp3,7 miliar atau 64 persen.").Figures;

        Assert.AreEqual("Realisasi pajak daerah, Realisasi pajak daerah", string.Join(", ", figures.Select(figure => figure.Measures)));
    }

    [TestMethod]
    [DataRow("Acara digelar Senin, 11 November 2024, di aula.", "2024-11-11", "2024-11-11")]
    [DataRow("Acara digelar Selasa (4/3/2025) pagi.", "2025-03-04", "2025-03-04")]
    [DataRow("Acara digelar 11-13 Maret 2025 di aula.", "2025-03-11", "2025-03-13")]
    [DataRow("Acara digelar 30 Maret hingga 2 April 2025 di aula.", "2025-03-30", "2025-04-02")]
    [DataRow("Acara digelar kemarin di aula.", "2025-03-03", "2025-03-03")]
    [DataRow("Acara digelar 28 Desember lalu di aula.", "2024-12-28", "2024-12-28")]
    [DataRow("Acara digelar 1 Januari - 21 November 2022 di aula.", "2022-01-01", "2022-11-21")]
    [DataRow("Acara digelar 30 Desember hingga 2 Januari 2023 di aula.", "2022-12-30", "2023-01-02")]
    [DataRow("Acara digelar Senin (3/3/2025) kemarin di aula.", "2025-03-03", "2025-03-03")]
    [DataRow("Acara digelar di Baruna, Senin.", "2025-03-03", "2025-03-03")]
    [DataRow("Acara digelar di Baruna, Rabu pagi.", "2025-02-26", "2025-02-26")]
    public void A_date_is_a_day_or_a_range_of_days(string sentence, string from, string to)
    {
        var date = Read(sentence).Dates.Single();

        Assert.AreEqual(
            (from, to),
            (date.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
    }

    [TestMethod]
    public void The_words_of_a_date_close_the_parenthesis_they_open()
    {
        const string body = "Acara digelar Selasa (4/3/2025) pagi.";
        var span = Read(body).Dates.Single().Span;

        Assert.AreEqual("Selasa (4/3/2025)", body.Substring(span.Start, span.Length));
    }

    [TestMethod]
    [DataRow("Rektor Universitas 17 Agustus 1945 hadir.")]
    [DataRow("Hal itu terjadi sejak tahun 2019 kemarin.")]
    [DataRow("Loket buka setiap Senin dan Rabu.")]
    public void Not_every_number_and_weekday_is_a_date(string sentence) => Assert.IsEmpty(Read(sentence).Dates);

    [TestMethod]
    public void An_acronym_explained_in_the_text_is_learnt_for_that_release()
    {
        var read = Read("Badan Pengelola Pesisir (BPPX) dibentuk. Kepala BPPX hadir.", "Kerja BPPX dipuji.");

        var agency = read.Tags.Single(tag => tag.Id.ToString() == "agency:badan-pengelola-pesisir");
        Assert.IsGreaterThanOrEqualTo(2, agency.Evidence.Count);
    }

    [TestMethod]
    [DataRow("Dinas Tenaga Kerja dan Transmigrasi Provinsi NTB")]
    [DataRow("Disnakertrans NTB")]
    [DataRow("Disnakertrans Provinsi Nusa Tenggara Barat")]
    public void One_body_by_several_names_is_one_tag(string name) =>
        Assert.IsTrue(
            Read($"Hal itu disampaikan {name} kepada warga.")
                .Tags.Any(tag => tag.Id.ToString() == "agency:disnakertrans-nusa-tenggara-barat")
        );

    [TestMethod]
    [DataRow("Siswa dan guru sekolah dasar menerima beasiswa pendidikan.", "pendidikan", "Siswa guru sekolah beasiswa pendidikan")]
    [DataRow("Petani memanen padi di sawah; pupuk bersubsidi tersedia.", "pertanian", "Petani padi sawah pupuk")]
    [DataRow(
        "Puskesmas dan posyandu mencegah stunting dan gizi buruk; pasien dilayani.",
        "urusan-kesehatan",
        "Puskesmas posyandu stunting pasien"
    )]
    public void Topics_are_graded_with_the_words_that_say_so(string sentence, string topic, string words)
    {
        var tag = Read(sentence).Tags.Single(tag => tag.Id.ToString() == $"topic:{topic}");

        Assert.AreEqual(words, string.Join(' ', tag.Evidence.Select(at => sentence.Substring(at.Start, at.Length))));
        Assert.IsTrue(tag.Confidence is > 0.4 and < 1);
        Assert.IsNotNull(tag.Code);
    }

    [TestMethod]
    public void A_vocabulary_in_storage_replaces_the_projects_and_changes_the_version()
    {
        var other = new Tagger(new OneFile("programmes.tsv", "bahtera\tBahtera Nusa\tPBN\n"));

        Assert.AreNotEqual(Tagger.Version, other.Version);
        Assert.IsTrue(
            other.Read(Some.Release(Some.Content("Bahtera Nusa Diluncurkan"))).Tags.Any(tag => tag.Id.ToString() == "programme:bahtera")
        );
    }

    [TestMethod]
    public void The_same_release_is_read_the_same_twice() =>
        Assert.AreEqual(
            System.Text.Json.JsonSerializer.Serialize(Tagger.Read(ModelRelease.Release)),
            System.Text.Json.JsonSerializer.Serialize(new Tagger().Read(ModelRelease.Release))
        );

    [TestMethod]
    [DataRow("“‘\"«")]
    [DataRow("“a b c d” kata Budi, ")]
    [DataRow("1234567890")]
    [DataRow(",1,,")]
    [DataRow("Peraturan Menteri Nomor 1, ")]
    [DataRow("Kepala Dinas Budi dan ")]
    [DataRow("Badan Abc (BX) (")]
    [DataRow("\ud800\0\u0007 ")]
    public void Four_megabytes_built_to_be_slow_are_read_soon(string part)
    {
        var release = Some.Release(Some.Content("Judul", string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length))));
        Tagger.Read(ModelRelease.Release);
        using var process = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        Tagger.Read(release);

        Assert.IsLessThan(
            30,
            clock.Elapsed.TotalSeconds,
            "far above the second it may take on a core of its own, far below what anything but linear time would take"
        );
    }

    private static Annotations Read(params string[] paragraphs) => Tagger.Read(Some.Release(Some.Content("Acara Digelar", paragraphs)));

    private sealed class OneFile(string name, string text) : IVocabularySource
    {
        public IEnumerable<string> Names => [name];

        public string? Find(string asked) => asked == name ? text : null;
    }
}
