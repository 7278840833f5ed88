using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Tests.Tagging;

[TestClass]
public sealed class ModelReleaseTests
{
    private static readonly Annotations Read = new Tagger().Read(ModelRelease.Release);

    [TestMethod]
    [DataRow("agency:diskominfotik-nusa-tenggara-barat", "Diskominfotik NTB")]
    [DataRow("agency:disnakertrans-nusa-tenggara-barat", "Disnakertrans|Disnakertrans Provinsi NTB|Disnakertrans NTB")]
    [DataRow("agency:pemprov-nusa-tenggara-barat", "Pemerintah Provinsi NTB|Pemprov NTB")]
    [DataRow("agency:bpjs-ketenagakerjaan", "BPJS Ketenagakerjaan|BPJS Ketenagakerjaan")]
    [DataRow("region:kabupaten-lombok-timur", "Lombok Timur")]
    [DataRow("region:nusa-tenggara-barat", "NTB|NTB|NTB|NTB|NTB|NTB|NTB|NTB|NTB")]
    [DataRow("person:hassanudin", "Hassanudin|Hassanudin|Hassanudin")]
    [DataRow("person:i-gede-putu-aryadi", "I Gede Putu Aryadi|Aryadi")]
    [DataRow(
        "programme:jamsostek",
        "Program Jaminan Sosial Ketenagakerjaan|Jamsostek|Program Jamsostek|program Jamsostek|Program Jamsostek|Jamsostek"
    )]
    [DataRow("regulation:inpres-2-2021", "Instruksi Presiden Nomor 2 Tahun 2021")]
    [DataRow("regulation:inpres-4-2022", "Instruksi Presiden Nomor 4 Tahun 2022")]
    public void It_has_the_tag_and_the_words_that_say_so(string id, string evidence)
    {
        var tag = Read.Tags.Single(tag => tag.Id.ToString() == id);

        Assert.AreEqual(evidence, string.Join('|', tag.Evidence.Select(Words)));
    }

    [TestMethod]
    [DataRow("tenaga-kerja")]
    [DataRow("ketenagakerjaan")]
    [DataRow("jaminan-sosial")]
    [DataRow("urusan-tenaga-kerja")]
    public void Its_topics_are_work_and_social_security(string topic) =>
        Assert.IsTrue(Read.Tags.Any(tag => tag.Id.ToString() == $"topic:{topic}" && (tag.Implied || tag.Evidence.Count > 0)));

    [TestMethod]
    public void It_has_no_other_agency_person_region_programme_or_regulation()
    {
        var counted = Read.Tags.CountBy(tag => tag.Id.Kind).ToDictionary(kind => kind.Key, kind => kind.Value);

        Assert.AreEqual(4, counted[TagKind.Agency]);
        Assert.AreEqual(2, counted[TagKind.Person]);
        Assert.AreEqual(2, counted[TagKind.Region]);
        Assert.AreEqual(1, counted[TagKind.Programme]);
        Assert.AreEqual(2, counted[TagKind.Regulation]);
    }

    [TestMethod]
    [DataRow("hassanudin", "Penjabat Gubernur NTB", "agency:pemprov-nusa-tenggara-barat")]
    [DataRow("i-gede-putu-aryadi", "Kepala Disnakertrans Provinsi NTB", "agency:disnakertrans-nusa-tenggara-barat")]
    public void Both_people_have_their_office(string person, string office, string agency)
    {
        var tag = Read.Tags.Single(tag => tag.Id == new TagId(TagKind.Person, person));

        Assert.AreEqual(office, tag.Facts["office"]);
        Assert.AreEqual(agency, tag.Facts["agencyId"]);
    }

    [TestMethod]
    [DataRow("inpres-2-2021", "Optimalisasi Pelaksanaan Program Jamsostek")]
    [DataRow("inpres-4-2022", "Percepatan Penghapusan Kemiskinan Ekstrem")]
    public void Both_instructions_say_what_they_are_about(string regulation, string subject) =>
        Assert.AreEqual(subject, Read.Tags.Single(tag => tag.Id.Name == regulation).Facts["subject"]);

    [TestMethod]
    public void The_three_quotes_have_their_speakers_and_the_nickname_within_is_none()
    {
        string[] expected = ["Hassanudin: Peningkatan coverage", "Hassanudin: Jaminan sosial bukan", "Aryadi: Kami di Disnakertrans"];

        CollectionAssert.AreEqual(
            expected,
            Read.Quotes.Select(q =>
                    $"{q.Speaker}: {string.Join(' ', q.Text.Split(' ').Take(q.Speaker == "Aryadi" || q.Text[0] == 'J' ? 3 : 2))}"
                )
                .ToArray()
        );
        Assert.AreEqual("hassanudin hassanudin i-gede-putu-aryadi", string.Join(' ', Read.Quotes.Select(q => q.Person?.Name)));
        Assert.IsTrue(Read.Quotes.All(q => Words(q.Span)[0] == '“' && Words(q.Span)[^1] == '”'));
    }

    [TestMethod]
    public void The_figures_are_numbers_with_what_they_measure()
    {
        var (share, workers) = (Read.Figures[0], Read.Figures[1]);

        Assert.HasCount(2, Read.Figures);
        Assert.AreEqual((9.3m, "percent", "9,3 persen"), (share.Value, share.Unit, Words(share.Span)));
        StringAssert.StartsWith(share.Measures, "cakupan perlindungan sosial bagi pekerja bukan penerima upah");
        Assert.AreEqual((2_100_000m, "pekerja BPU", "2,1 juta pekerja BPU"), (workers.Value, workers.Unit, Words(workers.Span)));
    }

    [TestMethod]
    public void The_date_is_a_day()
    {
        var date = Read.Dates.Single();

        Assert.AreEqual(new DateOnly(2024, 11, 11), date.From);
        Assert.AreEqual("Senin, 11 November 2024", Words(date.Span));
    }

    [TestMethod]
    public void No_tag_is_without_the_words_it_rests_on_but_those_that_another_implies() =>
        Assert.IsEmpty(Read.Tags.Where(tag => !tag.Implied && tag.Evidence.Count == 0));

    private static string Words(Evidence at) =>
        (
            at.Field switch
            {
                EvidenceField.Headline => ModelRelease.Content.Headline,
                EvidenceField.Agency => ModelRelease.Content.Agency!,
                EvidenceField.Place => ModelRelease.Content.Place!,
                _ => ModelRelease.Content.BodyText,
            }
        ).Substring(at.Start, at.Length);
}
