using CsCheck;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

/// <summary>What says that it must wait is never public at once, however it is dressed.</summary>
[TestClass]
public sealed class HoldNoticeTests
{
    private static readonly string Text =
        $"Pasar Ikan Dibuka Kembali\n\n{Uploads.Body}\n\nBupati mengatakan bahwa pasar itu memiliki gudang dingin.\n";

    private static readonly string[] Sentences =
    [
        "EMBARGO sampai 1 Desember 2029 pukul 10.00 WITA",
        "EMBARGOED UNTIL 10.00 A.M., 1 DECEMBER 2029",
        "Embargo: 1 Desember 2029",
        "EMBARGO",
        "Not for release before 1 December 2029",
        "Not for publication until Monday",
        "Embargo hingga 3 Maret 2029",
        "STRICT EMBARGO",
        "Under embargo until 5 May 2029",
        "Hold for release until 5 May",
        "Do not publish before 5 May 2029",
        "FOR RELEASE ON 5 MAY 2029",
        "Jangan disiarkan sebelum 5 Mei 2029",
        "Tidak untuk dipublikasikan sebelum 5 Mei 2029",
        "Belum boleh diterbitkan",
        "Baru boleh disiarkan setelah pukul 10.00",
        "Sperrfrist: 5. Mai 2029, 10 Uhr",
        "Embargo jusqu’au 5 mai 2029",
        "Embargo hasta el 5 de mayo",
        "DRAFT",
        "DRAF",
    ];

    private static readonly string[] Keys =
    [
        "publishAt|2029-03-01",
        "embargoUntil|2029-03-01",
        "embargo|2029-03-01 09:00",
        "release_date|2029-03-01",
        "publish-date|2029-03-01",
        "draft|true",
        "private|true",
        "published|false",
        "date|2029-03-01",
        "status|draft",
        "visibility|private",
    ];

    private static readonly Func<string, string, string>[] Dresses =
    [
        (k, v) => $"+++\ntitle = \"Pasar\"\n{k} = {v}\n+++\n\n{Text}",
        (k, v) => $"{{\n  \"title\": \"Pasar\",\n  \"{k}\": \"{v}\"\n}}\n\n{Text}",
        (k, v) => $"{{\"title\": \"Pasar\", \"{k}\": \"{v}\"}}\n\n{Text}",
        (k, v) => $"———\ntitle: Pasar\n{k}: {v}\n———\n\n{Text}",
        (k, v) => $"–-\n{k}: {v}\n–-\n\n{Text}",
        (k, v) => $"title: Pasar\n{k}: {v}\n\n{Text}",
        (k, v) => $"{k}: {v}\n\n{Text}",
        (k, v) => $"  ---\n  title: Pasar\n  {k}: {v}\n  ---\n\n{Text}",
        (k, v) => $"# Pasar Ikan Dibuka\n\n---\n{k}: {v}\n---\n\n{Uploads.Body}\n",
        (k, v) => $"# Pasar Ikan Dibuka\n\n**{k}**: {v}\n\n{Uploads.Body}\n",
        (k, v) => $"```yaml\n{k}: {v}\n```\n\n{Text}",
        (k, v) => $"---\ntitle: Pasar\n{k}: {v}\n\n{Text}",
    ];

    [TestMethod]
    public void A_sentence_of_embargo_near_the_top_is_refused_in_every_format() =>
        Gen.Select(Pick(Sentences), Gen.Int[0, 5], Gen.Int[0, 2])
            .Sample(
                (sentence, format, place) =>
                {
                    var (text, name) = Written(sentence, format, place);
                    Assert.IsInstanceOfType<IntakeResult.Rejected>(Uploads.Read(text, name), text);
                },
                iter: 800
            );

    [TestMethod]
    public void A_key_of_a_date_or_a_draft_in_another_dress_is_never_public_at_once() =>
        Gen.Select(Gen.Int[0, Dresses.Length - 1].Select(i => Dresses[i]), Pick(Keys), Pick("siaran.txt", "siaran.md"))
            .Sample(
                (dress, key, name) =>
                {
                    var text = dress(key.Split('|')[0], key.Split('|')[1]);
                    Assert.IsInstanceOfType<IntakeResult.Rejected>(Uploads.Read(text, name), text);
                },
                iter: 800
            );

    [TestMethod]
    [DataRow("draft: true")]
    [DataRow("private: yes")]
    [DataRow("published: false")]
    [DataRow("embargoUntil: 2029-03-01")]
    [DataRow("release_date: 2029-03-01")]
    [DataRow("scheduled: 2029-03-01")]
    [DataRow("goLive: 2029-03-01")]
    [DataRow("visibility: members")]
    public void An_unknown_key_of_front_matter_that_may_hold_the_release_is_refused(string line) =>
        Assert.AreEqual("unknown-key", Uploads.Error(Uploads.Read($"---\n{line}\n---\n\n{Text}")).Code);

    [TestMethod]
    [DataRow("draft: false")]
    [DataRow("published: true")]
    [DataRow("layout: post")]
    public void An_unknown_key_that_holds_nothing_is_a_warning(string line) =>
        Assert.AreEqual(Severity.Warning, Uploads.Found(Uploads.Read($"---\n{line}\n---\n\n{Text}"), "unknown-key").Severity);

    [TestMethod]
    public void The_time_in_front_matter_stands_for_the_embargo_in_words_whose_line_is_no_headline()
    {
        var submission = Uploads.Submission(
            $"---\npublishAt: 2029-12-01 10:00\n---\n\nEMBARGO sampai 1 Desember 2029 pukul 10.00 WITA\n\n{Text}"
        );
        Assert.AreEqual("Pasar Ikan Dibuka Kembali", submission.Content!.Headline);
        Assert.AreEqual(new DateTimeOffset(2029, 12, 1, 2, 0, 0, TimeSpan.Zero), submission.PublishAt);
    }

    [TestMethod]
    public void A_time_in_front_matter_before_the_embargo_in_words_is_refused() =>
        Assert.AreEqual(
            "held-longer",
            Uploads.Error(Uploads.Read($"---\npublishAt: 2024-12-01\n---\n\nEMBARGO sampai 1 Desember 2029\n\n{Text}")).Code
        );

    [TestMethod]
    [DataRow("Embargo Minyak terhadap Kapal Asing Dicabut")]
    [DataRow("Status: Siaga III")]
    [DataRow("Tanggal: 24 November 2026")]
    [DataRow("FOR IMMEDIATE RELEASE")]
    [DataRow("UNTUK SEGERA DISIARKAN")]
    [DataRow("Rancangan Peraturan Daerah Dibahas Dewan")]
    public void Words_that_hold_nothing_are_taken(string line) =>
        Uploads.Accepted(Uploads.Read($"Pasar Ikan Dibuka Kembali\n\n{line}\n\n{Uploads.Body}"));

    [TestMethod]
    [DataRow("date: 2024-03-01 09:00:00 +0700", "2024-03-01T02:00:00Z")]
    [DataRow("Date: 2024-03-01 09:00 WITA", "2024-03-01T01:00:00Z")]
    [DataRow("PUBLISHAT: 2024-03-01 09:00", "2024-03-01T01:00:00Z")]
    public void A_date_or_a_key_in_another_case_is_read_as_publishAt(string line, string expected) =>
        Assert.AreEqual(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Uploads.Submission($"---\ntitle: Pasar\n{line}\n---\n\n{Text}").PublishAt
        );

    private static (string Text, string Name) Written(string sentence, int format, int place)
    {
        string[] lines = ["Pasar Ikan Dibuka Kembali", Uploads.Body, "Bupati mengatakan bahwa pasar itu memiliki gudang dingin."];
        var list = lines.ToList();
        list.Insert(place, sentence);
        return format switch
        {
            0 => (string.Join("\n\n", list), "siaran.txt"),
            1 => (string.Join("\n\n", list.Select(l => l == sentence ? $"**{l}**" : l)), "siaran.md"),
            2 => (string.Concat(list.Select(l => $"<p>{l}</p>")), "siaran.html"),
            3 => (
                $"<html><body><div class=\"note\"><b>{sentence}</b></div><nav>Menu</nav><article><h1>{lines[0]}</h1><p>{lines[1]}</p><p>{lines[2]}</p></article></body></html>",
                "siaran.html"
            ),
            4 => (string.Join("\n\n", list.Select(l => l == sentence ? $"*{l.ToUpperInvariant()}*" : l)), "siaran.txt"),
            _ => (string.Join("\n\n", list.Select(l => l == sentence ? $"> [{l}]" : l)), "siaran.md"),
        };
    }

    private static Gen<string> Pick(params string[] options) => Gen.Int[0, options.Length - 1].Select(i => options[i]);
}
