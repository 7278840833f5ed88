using Siaran.Releases;

namespace Siaran.Tests.Releases;

/// <summary>What names a release, and what tells one from another.</summary>
[TestClass]
public sealed class IdentityTests
{
    private const string Uuid = "bf27cbf0-fff0-8cb3-8b9a-f5e07b7e9e33";

    [TestMethod]
    public void An_editor_s_name_gives_the_same_id_on_every_machine_for_good()
    {
        // SHA-256 of the namespace and "key:nj-1", reckoned elsewhere (RFC 9562 §5.8).
        Assert.AreEqual("040a21c3-3fd9-804d-92de-7e9027e55ddd", ReleaseId.FromEditorKey("nj-1").ToString());
        Assert.AreEqual(ReleaseId.FromEditorKey("nj-1"), ReleaseId.FromEditorKey(" nj-1 "));
        Assert.AreEqual(Uuid, ReleaseId.FromEditorKey(Uuid).ToString());
        Assert.AreNotEqual(ReleaseId.FromEditorKey("nj-1"), ReleaseId.FromFingerprint(new Fingerprint("nj-1")));
        Assert.AreNotEqual(ReleaseId.FromFingerprint(new Fingerprint("a")), ReleaseId.FromFingerprint(new Fingerprint("b")));
        Assert.AreEqual(NameBasedUuid.Create("text:a"), ReleaseId.FromFingerprint(new Fingerprint("a")).Value);
        Assert.AreEqual(NameBasedUuid.Create("key:a"), ReleaseId.FromEditorKey("a").Value);
    }

    [TestMethod]
    public void What_an_office_names_is_its_own()
    {
        Assert.AreEqual(NameBasedUuid.Create("key:kominfo\na"), ReleaseId.FromEditorKey(" a ", "kominfo").Value);
        Assert.AreEqual(NameBasedUuid.Create("text:kominfo\na"), ReleaseId.FromFingerprint(new Fingerprint("a"), "kominfo").Value);
    }

    [TestMethod]
    public void An_id_is_written_in_one_way_and_read_in_two()
    {
        var id = ReleaseId.FromEditorKey(Uuid);

        Assert.AreEqual(("urn:uuid:" + Uuid, "bf27cbf0"), (id.Urn, id.Suffix));
        foreach (
            var (text, isId) in new[]
            {
                (Uuid, true),
                (Uuid.ToUpperInvariant(), true),
                ("URN:UUID:" + Uuid, true),
                (Uuid.Replace("-", "", StringComparison.Ordinal), false),
                ("{" + Uuid + "}", false),
                ("urn:uuid:", false),
                ("", false),
                (null, false),
            }
        )
        {
            Assert.AreEqual(isId, ReleaseId.TryParse(text, out var parsed), text);
            Assert.AreEqual(isId ? id : default, parsed, text);
        }
    }

    [TestMethod]
    public void Ids_are_ordered_as_their_texts_are()
    {
        var (low, same, high) = (
            ReleaseId.FromEditorKey("0" + Uuid[1..]),
            ReleaseId.FromEditorKey("0" + Uuid[1..]),
            ReleaseId.FromEditorKey("f" + Uuid[1..])
        );

        Assert.IsTrue(low < high && high > low && low <= same && low >= same && low <= high && high >= low);
        Assert.IsFalse(low < same || low > same || high < low || low > high || high <= low || low >= high);
    }

    [TestMethod]
    [DataRow("Gubernur Resmikan Jembatan!", "gubernur-resmikan-jembatan")]
    [DataRow("Jum’at: Qur'an, ‘Idul Fitri", "jumat-quran-idul-fitri")]
    [DataRow("Café – Kopi", "cafe-kopi")]
    [DataRow("  «A» -- b  ", "a-b")]
    [DataRow("— … —", "")]
    [DataRow("ＡＢＣ１", "abc1")]
    [DataRow("\uD800a\uFFFEb", "a-b")]
    public void A_headline_becomes_a_slug(string headline, string slug) => Assert.AreEqual(slug, Slug.From(headline));

    [TestMethod]
    public void A_slug_has_at_most_eighty_characters_and_is_cut_at_a_word()
    {
        Assert.AreEqual(new string('a', 80), Slug.From(new string('a', 80)));
        Assert.AreEqual(new string('a', 80), Slug.From(new string('a', 81)));
        Assert.AreEqual(new string('a', 40), Slug.From(new string('a', 40) + " " + new string('b', 40)));
        Assert.AreEqual(new string('a', 40) + "-" + new string('b', 39), Slug.From(new string('a', 40) + " " + new string('b', 39)));
        Assert.AreEqual(new string('a', 80), Slug.From(new string('a', 80) + " b"));
        Assert.AreEqual("b", Slug.From(new string(' ', 1023) + "b" + "c"));
        Assert.AreEqual("dinas-sosial-kota-bima", Slug.From("dinas-sosial", "kota-bima"));
        Assert.AreEqual(new string('a', 70) + "-kota-bima", Slug.From(new string('a', 90), "kota-bima"));
        Assert.AreEqual(new string('a', 40) + "-kota-bima", Slug.From(new string('a', 40) + "-" + new string('b', 40), "kota-bima"));
    }

    [TestMethod]
    [DataRow("kabar-0157e6f5", true)]
    [DataRow("0157e6f5", true)]
    [DataRow("Kabar-0157e6f5", false)]
    [DataRow("kabar_0157e6f5", false)]
    [DataRow("kabar/0157e6f5", false)]
    [DataRow("--", false)]
    [DataRow("", false)]
    public void Only_what_could_be_a_release_s_address_is_looked_for(string slug, bool could) =>
        Assert.AreEqual(could, Slug.IsOfRelease(slug));

    [TestMethod]
    public void An_address_that_no_release_could_have_is_too_long()
    {
        Assert.IsTrue(Slug.IsOfRelease(new string('a', 120)));
        Assert.IsFalse(Slug.IsOfRelease(new string('a', 121)));
    }

    [TestMethod]
    public void A_fingerprint_tells_texts_apart_and_overlooks_white_space()
    {
        var content = Some.Content("Judul", "satu dua", "tiga");

        Assert.AreEqual(Fingerprint.OfText(content), Fingerprint.OfText(content with { Paragraphs = ["satu  dua ", "\ttiga"] }));
        Assert.AreEqual(Fingerprint.OfText(content with { Agency = null }), Fingerprint.OfText(content with { Agency = "" }));
        Assert.AreNotEqual(Fingerprint.OfText(content with { Agency = null }), Fingerprint.OfText(content));
        Assert.AreNotEqual(
            Fingerprint.OfText(content with { Paragraphs = ["satu", "dua tiga"] }),
            Fingerprint.OfText(content with { Paragraphs = ["satudua", "tiga"] })
        );
        Assert.AreNotEqual(
            Fingerprint.OfText(content with { Paragraphs = ["ab", "c"] }),
            Fingerprint.OfText(content with { Paragraphs = ["a", "bc"] })
        );
    }

    [TestMethod]
    [DataRow("Judul", "Judul!", "a b c", "x y z", true)]
    [DataRow("Judul", "Lain", "a b c", "a b d", true)]
    [DataRow("Judul", "Lain", "a b c", "A B D", true)]
    [DataRow("Judul", "Lain", "a b c d", "a b e f", false)]
    [DataRow("Judul", "Lain", "", "", false)]
    [DataRow("Judul", "Lain", "a", "", false)]
    [DataRow("Judul", "Lain", "", "a", false)]
    [DataRow("—", "…", "a b c", "x y z", false)]
    public void Two_texts_are_of_one_release_where_the_headline_or_half_of_the_words_are_the_same(
        string headline,
        string other,
        string words,
        string otherWords,
        bool isSame
    ) =>
        Assert.AreEqual(
            isSame,
            ReleaseSimilarity.IsSameRelease(
                Some.Content(headline) with
                {
                    Paragraphs = [words],
                },
                Some.Content(other) with
                {
                    Paragraphs = [otherWords],
                }
            )
        );

    [TestMethod]
    public void The_lead_is_the_summary_or_the_beginning_of_the_text_cut_at_a_word()
    {
        Assert.AreEqual("Ringkasan", Lead("panjang", "Ringkasan"));
        Assert.AreEqual("pendek", Lead("pendek"));
        Assert.AreEqual("", (Some.Content() with { Paragraphs = [] }).Lead);
        Assert.AreEqual(new string('a', 300), Lead(new string('a', 300)));
        Assert.AreEqual(new string('a', 299) + "…", Lead(new string('a', 301)));
        Assert.AreEqual(new string('a', 200) + "…", Lead(new string('a', 200) + ", " + new string('b', 200)));
        Assert.AreEqual(new string('a', 299) + "…", Lead(new string('a', 299) + " " + new string('b', 10)));
        Assert.AreEqual(new string('a', 298) + "…", Lead(new string('a', 298) + "\uD83D\uDE00" + new string('b', 10)));
        Assert.AreEqual(" " + new string('a', 298) + "…", Lead(" " + new string('a', 400)));
        Assert.AreEqual("satu\n\ndua", Some.Content("Judul", "satu", "dua").BodyText);
        Assert.AreEqual(7 + 21, Some.Content("Judul", "satu", "dua").BodyLength);

        static string Lead(string paragraph, string? summary = null) =>
            (Some.Content() with { Summary = summary, Paragraphs = [paragraph, "lain"] }).Lead;
    }

    [TestMethod]
    public void What_an_editor_says_of_related_releases_is_compared_by_what_it_says()
    {
        Assert.AreEqual(new EditorRelated(false, ["a", "b"]), new EditorRelated(false, ["a", "b"]));
        Assert.AreNotEqual(new EditorRelated(false, ["a", "b"]), new EditorRelated(false, ["b", "a"]));
        Assert.AreNotEqual(new EditorRelated(true, ["a"]), new EditorRelated(false, ["a"]));
        Assert.IsFalse(EditorRelated.Unsaid.Equals(null));
        Assert.AreEqual((false, true), (EditorRelated.Unsaid.None, EditorRelated.Forbidden.None));
        Assert.AreEqual(
            ("id", EditorRelated.Unsaid),
            (
                new ReleaseContent
                {
                    Headline = "a",
                    Paragraphs = [],
                    BodyHtml = "",
                }.Language,
                Some.Content().Related
            )
        );
    }
}
