using Siaran.Pages;
using Siaran.Pages.Revisions;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class RevisionsPageTests
{
    private const string Text = "Gubernur Hamdan Lesmata membuka jembatan itu pada Senin. Sebanyak 1.420 warga hadir.";

    private static readonly TaggedRelease First = Revision(1, Text, RevisionKind.Major);

    public static TaggedRelease Corrected { get; } =
        Revision(2, Text.Replace("1.420", "1.240", StringComparison.Ordinal), RevisionKind.Minor);

    public static RevisionHistory History { get; } = RevisionHistory.Of(Corrected, [First], isWhole: true);

    [TestMethod]
    [DataRow("Gubernur membuka jembatan.", "Gubernur membuka jembatan.", "Gubernur membuka jembatan.")]
    [DataRow("warga hadir", "warga datang", "warga -hadir-+datang+")]
    [DataRow("naik 1.420 orang", "naik 1.240 orang", "naik -1.420-+1.240+ orang")]
    [DataRow("", "baru", "+baru+")]
    [DataRow("lama", "", "-lama-")]
    [DataRow("Ia hadir.", "Ia hadir!", "Ia hadir-.-+!+")]
    [DataRow("a b c d", "a c d e", "a -b -c d+ e+")]
    public void Two_texts_are_compared_word_by_word(string before, string after, string expected)
    {
        var runs = new WordDiff().Of(before, after);

        Assert.AreEqual(
            expected,
            string.Concat(
                runs.Select(run =>
                    run.Kind switch
                    {
                        DiffKind.Removed => $"-{run.Text}-",
                        DiffKind.Added => $"+{run.Text}+",
                        _ => run.Text,
                    }
                )
            )
        );
    }

    [TestMethod]
    public void However_two_texts_differ_the_runs_give_both_of_them_back()
    {
        var random = new Random(7);
        string[] words = ["warga", "hadir", "1.420", "Baruna", "di", ",", ".", " ", "\u00e9", "\ud83d\ude00", "<b>"];
        for (var i = 0; i < 300; i++)
        {
            var (before, after) = (Some(random, words), Some(random, words));

            var runs = new WordDiff().Of(before, after);

            Assert.AreEqual(before, string.Concat(runs.Where(run => run.Kind is not DiffKind.Added).Select(run => run.Text)));
            Assert.AreEqual(after, string.Concat(runs.Where(run => run.Kind is not DiffKind.Removed).Select(run => run.Text)));
        }
    }

    [TestMethod]
    public void Long_texts_that_differ_everywhere_are_compared_as_a_whole_and_soon()
    {
        var before = Enumerable.Range(0, 30_000).Select(i => $"lama {i} kata {i * 7}").ToList();
        var after = Enumerable.Range(0, 30_000).Select(i => $"baru {i} sama {i * 3}").ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var changed = new WordDiff().OfParagraphs(before, after);
        var runs = new WordDiff().Of(string.Join(' ', before), string.Join(' ', after));

        Assert.HasCount(30_000, changed);
        Assert.AreEqual(
            string.Join(' ', after),
            string.Concat(runs.Where(run => run.Kind is not DiffKind.Removed).Select(run => run.Text))
        );
        Assert.IsLessThan(30, watch.Elapsed.TotalSeconds);
    }

    [TestMethod]
    [DataRow("1.420", "1.240", true)]
    [DataRow("Hamdan Lesmata", "Hamdan Lesmana", true)]
    [DataRow("Senin", "Selasa", true)]
    [DataRow("Sebanyak 1.420", "Sebanyak seribu empat ratus", true)]
    [DataRow("Gubernur Hamdan Lesmata", "Gubernur", true)]
    [DataRow("membuka", "meresmikan", false)]
    [DataRow("Gubernur Hamdan", "gubernur Hamdan", false)]
    [DataRow("hadir.", "ikut hadir.", false)]
    [DataRow("Sebanyak", "Sekitar", false)]
    [DataRow("itu pada", "itu, pada", false)]
    public void A_correction_that_is_called_minor_is_marked_where_a_name_a_number_or_a_date_changed(string was, string becomes, bool marked)
    {
        Assert.Contains(was, Text);
        var after = Text.Replace(was, becomes, StringComparison.Ordinal);

        var minor = RevisionHistory.Of(Revision(2, after, RevisionKind.Minor), [First], isWhole: true);
        var major = RevisionHistory.Of(Revision(2, after, RevisionKind.Major), [First], isWhole: true);

        Assert.AreEqual(marked, minor.Changes[0].IsMisnamed);
        Assert.AreEqual(marked, minor.HasMisnamed);
        Assert.AreEqual(marked, major.Changes[0].ChangesFacts);
        Assert.IsFalse(major.HasMisnamed);
    }

    [TestMethod]
    [DataRow("Hadir 980 perempuan dan 1.420 laki-laki.", "Hadir 1.420 perempuan dan 980 laki-laki.", true)]
    [DataRow("Kini Hamdan menggantikan Siti.", "Kini Siti menggantikan Hamdan.", true)]
    [DataRow("Buka Senin, tutup Selasa.", "Buka Selasa, tutup Senin.", true)]
    [DataRow("Kini Hamdan resmi menggantikan Siti.", "Kini Hamdan menggantikan resmi Siti.", false)]
    public void Facts_that_changed_places_are_changed(string was, string becomes, bool marked)
    {
        var history = RevisionHistory.Of(Revision(2, becomes, RevisionKind.Minor), [Revision(1, was, RevisionKind.Major)], isWhole: true);

        Assert.AreEqual(marked, history.HasMisnamed);
    }

    [TestMethod]
    public void The_office_the_place_and_the_time_are_facts_too()
    {
        TaggedRelease Changed(Func<Release, Release> change) => Revision(2, Text, RevisionKind.Minor).With(change);

        TaggedRelease[] changed =
        [
            Changed(release => release with { Content = release.Content with { Agency = "BPBD Baruna" } }),
            Changed(release => release with { Content = release.Content with { Place = "Mataram" } }),
            Changed(release => release with { PublishAt = release.PublishAt.AddDays(-1) }),
        ];

        Assert.IsTrue(changed.All(tagged => RevisionHistory.Of(tagged, [First], isWhole: true).HasMisnamed));
    }

    [TestMethod]
    public void Of_a_revision_that_cannot_be_read_and_of_those_before_it_nothing_is_shown_nor_blamed_on_the_next()
    {
        var second = Revision(2, Text, RevisionKind.Minor);
        var fourth = Revision(4, Text.Replace("1.420", "1.240", StringComparison.Ordinal), RevisionKind.Minor);

        var history = RevisionHistory.Of(fourth, [First, second], isWhole: false);
        var withoutFirst = RevisionHistory.Of(second, [], isWhole: false);

        Assert.AreEqual("4", string.Join(' ', history.Changes.Select(change => change.Revision.Revision)));
        Assert.IsFalse(history.HasMisnamed);
        Assert.IsFalse(history.Changes.Single().IsFirst);
        Assert.IsFalse(withoutFirst.Changes.Single().IsFirst);
    }

    [TestMethod]
    public void What_was_withdrawn_stays_so_though_the_release_comes_back()
    {
        var named = Revision(1, "Korban bernama Melati.", RevisionKind.Minor);
        var withdrawn = Revision(2, "Korban bernama Melati.", RevisionKind.Minor)
            .With(release => release with { Status = ReleaseStatus.Withdrawn });
        var back = Revision(3, "Korban dirawat.", RevisionKind.Minor);
        var corrected = Revision(4, "Korban dirawat di Baruna.", RevisionKind.Minor);

        var history = RevisionHistory.Of(corrected, [named, withdrawn, back], isWhole: true);

        Assert.AreEqual("4 3", string.Join(' ', history.Changes.Select(change => change.Revision.Revision)));
        Assert.IsEmpty(history.Changes[1].Parts);
        Assert.IsFalse(history.Changes[1].IsFirst);
    }

    [TestMethod]
    public void What_was_corrected_before_the_public_saw_it_is_no_part_of_the_history()
    {
        var hidden = Revision(1, "Naskah rahasia.", RevisionKind.Major);
        var seen = Revision(2, Text, RevisionKind.Minor).With(release => release with { EverShown = false });
        var now = Revision(3, Text + " Selesai.", RevisionKind.Minor);

        var history = RevisionHistory.Of(now, [hidden, seen], isWhole: true);

        Assert.AreEqual("3 2", string.Join(' ', history.Changes.Select(change => change.Revision.Revision)));
        Assert.IsTrue(history.Changes[1].IsFirst);
        Assert.DoesNotContain("rahasia", string.Concat(history.Changes.SelectMany(change => change.Parts).Select(part => part.ToString())));
    }

    [TestMethod]
    public async Task The_page_shows_the_words_that_changed_and_warns()
    {
        var page = await Page.Of(new PageRenderer(Example.Site).RevisionsAsync(Corrected.Release, History));
        var release = await Page.Of(new PageRenderer(Example.Site).ReleaseAsync(Corrected, null, history: History));

        Assert.AreEqual("Versi 2 | Versi 1", page.Row("h2"));
        Assert.AreEqual("1.420", page.Text("del"));
        Assert.AreEqual("1.240", page.Text("ins"));
        Assert.Contains("Senin. Sebanyak 1.4201.240 warga hadir.", page.Text(".diff p")!);
        Assert.Contains("tetapi ada nama, angka, atau tanggal yang diubah", page.Text("section .alarm")!);
        Assert.AreEqual("noindex", page.Meta("robots"));
        Assert.Contains("yang disebut kecil", release.Text(".history .alarm")!);
        Assert.AreEqual(
            $"/releases/{Corrected.Release.Slug}/revisions",
            release.Document.QuerySelector(".history a")!.GetAttribute("href")
        );
    }

    private static TaggedRelease Revision(int number, string text, RevisionKind kind) =>
        Example
            .Tagged("jembatan", Siaran.Tests.Some.Content("Jembatan Dibuka", text), Siaran.Tests.Some.Time)
            .With(release =>
                release with
                {
                    Revision = number,
                    RevisionKind = kind,
                    EverShown = number > 1,
                    UploadedAt = release.PublishAt.AddHours(number - 1),
                }
            );

    private static string Some(Random random, string[] words) =>
        string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
}
