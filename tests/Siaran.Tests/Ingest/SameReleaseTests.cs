using Azure;
using Siaran.Ingest;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>Uploads that may speak of one release are taken one after another, all others side by side.</summary>
[TestClass]
public sealed class SameReleaseTests
{
    private int texts;

    [TestMethod]
    public void What_has_nothing_in_common_stands_alone() => AssertGroups("a | b | c", Read("a", key: "x"), Read("b", key: "y"), Read("c"));

    [TestMethod]
    public void A_key_a_text_a_name_or_a_target_joins_in_the_order_in_which_they_came()
    {
        var content = Some.Content("Sama Persis");
        AssertGroups("a c | b", Read("c", key: "x", second: 2), Read("a", key: "x"), Read("b", key: "y"));
        AssertGroups("a b | c", Read("b", content: content), Read("a", content: content), Read("c"));
        AssertGroups("a b | c", Read("a", key: "x"), Read("b", target: ReleaseId.FromEditorKey("x")), Read("c"));
        AssertGroups("a b", Read("a", key: "x"), Read("b", sameName: ReleaseId.FromEditorKey("x")));
        AssertGroups("a b", Read("a", key: "x"), Read("b", before: ReleaseId.FromEditorKey("x")));
    }

    [TestMethod]
    public void One_with_names_of_two_groups_joins_them()
    {
        var content = Some.Content("Sama Persis");
        AssertGroups(
            "a b c e | d",
            Read("a", key: "x"),
            Read("b", content: content),
            Read("c", key: "x", content: content, second: 1),
            Read("d", second: 2),
            Read("e", content: content, second: 3)
        );
    }

    [TestMethod]
    public void A_translation_is_taken_after_what_it_translates_though_it_came_before()
    {
        var translation = Read("a", key: "en", translates: "x");
        AssertGroups("b a", translation, Read("b", key: "x", second: 1));
        AssertGroups(
            "b c a d",
            translation,
            Read("b", key: "x", second: 1),
            Read("c", key: "x", second: 2),
            Read("d", key: "en", second: 3)
        );
        AssertGroups("b a", Read("a", key: "en", translates: ReleaseId.FromEditorKey("x").ToString()), Read("b", key: "x", second: 1));
        AssertGroups("a | b", Read("a", key: "en", translates: "none"), Read("b", key: "x", second: 1));
        AssertGroups("a | b", Read("a", key: "en", translates: "None"), Read("b", key: "none", second: 1));
    }

    [TestMethod]
    public void What_was_noted_of_an_original_says_what_it_translates_and_its_text_does_not()
    {
        var noted = Read("a", key: "en", translates: "lain", before: ReleaseId.FromEditorKey("en"), of: ReleaseId.FromEditorKey("x"));
        AssertGroups("b a | c", noted, Read("b", key: "x", second: 1), Read("c", key: "lain", second: 2));
        AssertGroups("a | b", Read("a", key: "en", translates: "x", before: ReleaseId.FromEditorKey("en")), Read("b", key: "x", second: 1));
    }

    [TestMethod]
    public void Two_that_would_have_one_address_are_taken_one_after_another()
    {
        var (one, other) = ("0a0b0c0d-0000-8000-8000-000000000001", "0a0b0c0d-0000-8000-8000-000000000002");
        var content = Some.Content("Judul", "Isi pertama.");
        AssertGroups("a b", Read("a", key: one, content: content), Read("b", key: other, content: Some.Content("Judul", "Isi kedua.")));
        AssertGroups("a | b", Read("a", key: one, content: content), Read("b", key: other, content: Some.Content("Lain", "Isi kedua.")));
    }

    [TestMethod]
    public void What_was_refused_is_known_by_the_release_of_its_name_alone()
    {
        var refused = Read("a", sameName: ReleaseId.FromEditorKey("x")) with { Result = new IntakeResult.Rejected(Report("a")) };
        CollectionAssert.AreEqual(new[] { ReleaseId.FromEditorKey("x").ToString() }, SameRelease.NamesOf(refused).ToList());
        AssertGroups("a b", refused, Read("b", key: "x"));
    }

    private static IntakeReport Report(string name) => new() { Upload = name, Outcome = UploadOutcome.Accepted };

    private static void AssertGroups(string expected, params ReadUpload[] uploads)
    {
        var groups = SameRelease.Group(uploads).Select(group => string.Join(' ', group.Select(one => one.Upload.Name)));
        Assert.AreEqual(expected, string.Join(" | ", groups.Order(StringComparer.Ordinal)));
    }

    /// <param name="name">Of the upload.</param>
    /// <param name="key">The editor's.</param>
    /// <param name="content">Null for one that no other has.</param>
    /// <param name="second">When it came.</param>
    /// <param name="translates">As the editor names it.</param>
    /// <param name="sameName">The release of the last upload of its name.</param>
    /// <param name="before">The release that it made when it was taken first.</param>
    /// <param name="of">What that release translates.</param>
    /// <param name="target">The release that it must revise.</param>
    private ReadUpload Read(
        string name,
        string? key = null,
        ReleaseContent? content = null,
        int second = 0,
        string? translates = null,
        ReleaseId? sameName = null,
        ReleaseId? before = null,
        ReleaseId? of = null,
        ReleaseId? target = null
    )
    {
        var upload = new IncomingUpload(name, new ETag(name), Some.Time.AddSeconds(second), 100, "text/markdown")
        {
            Metadata = new UploadMetadata { Target = target?.ToString() },
        };
        var number = ++texts;
        var submission = Some.Submission(content ?? Some.Content($"Judul {number}", $"Isi nomor {number}.")) with
        {
            EditorKey = key,
            TranslationOf = translates,
        };
        var record = sameName is { } last ? new IntakeRecord(name, "0", "created", last, Some.Time) : null;
        return new ReadUpload(upload, null, new IntakeResult.Accepted(submission, Report(name)), new NameRecord(record, null))
        {
            Before = before is { } id ? new AcceptedOriginal(name, id, upload, Some.Time, "0", null) { TranslationOf = of } : null,
        };
    }
}
