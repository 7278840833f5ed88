using Siaran.Ingest;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>Which pictures of <c>incoming</c> are taken with which document, and when.</summary>
[TestClass]
public sealed class UploadFoldersTests
{
    private static readonly CollectOptions Options = new();
    private static readonly DateTimeOffset Now = Some.Time;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    [TestMethod]
    public void A_folder_without_pictures_is_taken_at_once() => AssertTaken("x/a.md | x/b.md", Of("x/a.md"), Of("x/b.md"));

    [TestMethod]
    public void The_only_document_of_a_folder_takes_all_its_pictures_in_the_order_of_their_names() =>
        AssertTaken(
            "x/a.md + x/1.jpg x/2.jpeg x/3.png x/4.webp all",
            Of("x/4.webp", 30),
            Of("x/3.png", 30),
            Of("x/1.jpg", 30),
            Of("x/2.jpeg", 30),
            Of("x/a.md")
        );

    [TestMethod]
    public void Several_documents_and_those_at_the_root_take_only_what_they_name()
    {
        AssertTaken("x/a.md + x/1.jpg | x/b.md + x/1.jpg", Of("x/a.md"), Of("x/b.md"), Of("x/1.jpg", 30));
        AssertTaken("a.md + 1.jpg", Of("a.md"), Of("1.jpg", 30));
        AssertTaken("x/a.md | y/1.jpg alone", Of("x/a.md"), Of("y/1.jpg", Options.LonePictureWait.TotalSeconds));
    }

    [TestMethod]
    public void A_folder_that_still_grows_waits_but_not_for_ever()
    {
        var growing = Of("x/2.jpg", Quiet.TotalSeconds - 1);
        AssertTaken("", Of("x/a.md", 60), Of("x/1.jpg", 300), growing);
        AssertTaken("x/a.md + x/1.jpg x/2.jpg all", Of("x/a.md", 60), Of("x/1.jpg", 300), Of("x/2.jpg", Quiet.TotalSeconds));
        AssertTaken("x/a.md + x/2.jpg all", Of("x/a.md", Options.PictureWait.TotalSeconds), growing);
        AssertTaken("", Of("x/a.md", Options.PictureWait.TotalSeconds - 1), growing);
    }

    [TestMethod]
    public void What_is_no_document_is_refused_at_once_and_keeps_no_picture()
    {
        AssertTaken("x/daftar.xlsx", Of("x/daftar.xlsx"), Of("x/1.jpg", 30));
        AssertTaken("x/a.md + x/1.jpg all | x/daftar.xlsx", Of("x/a.md"), Of("x/daftar.xlsx"), Of("x/1.jpg", 30));
    }

    [TestMethod]
    public void A_picture_for_which_no_document_came_waits_an_hour()
    {
        AssertTaken("", Of("x/1.jpg", Options.LonePictureWait.TotalSeconds - 1));
        AssertTaken("x/1.jpg alone", Of("x/1.jpg", Options.LonePictureWait.TotalSeconds));
    }

    [TestMethod]
    [DataRow("x/a.eml", null)]
    [DataRow("x/A.EML", null)]
    [DataRow("x/a", "multipart/form-data; boundary=b")]
    [DataRow("x/a", "Multipart/Mixed")]
    [DataRow("x/a", "message/rfc822")]
    public void A_mail_and_a_form_bring_their_own(string name, string? type) =>
        Assert.IsFalse(UploadFolders.TakesPictures(Of(name) with { ContentType = type }));

    [TestMethod]
    public void What_this_service_put_in_itself_is_whole()
    {
        var sealedOne = Of("x/1.jpg", 30) with { Metadata = new UploadMetadata { Seal = "s" } };
        Assert.IsTrue(UploadFolders.IsWhole(sealedOne));
        Assert.IsFalse(UploadFolders.IsWhole(Of("x/1.jpg")));
        Assert.IsFalse(UploadFolders.TakesPictures(Of("x/a.md") with { Metadata = new UploadMetadata { Seal = "s" } }));
        Assert.IsTrue(UploadFolders.TakesPictures(Of("x/a.md")));
        AssertTaken("x/1.jpg | x/a.md", Of("x/a.md"), sealedOne);
    }

    private static void AssertTaken(string expected, params IncomingUpload[] waiting) =>
        Assert.AreEqual(
            expected,
            string.Join(
                " | ",
                UploadFolders
                    .Of(waiting, Now, Options)
                    .OrderBy(one => one.Upload.Name, StringComparer.Ordinal)
                    .Select(one =>
                        one.Upload.Name
                        + (one.Pictures.Count > 0 ? " + " + string.Join(' ', one.Pictures.Select(picture => picture.Name)) : "")
                        + (one.TakesAllPictures ? " all" : "")
                        + (one.IsLonePicture ? " alone" : "")
                    )
            )
        );

    private static IncomingUpload Of(string name, double age = 0) => new(name, default, Now.AddSeconds(-age), 10, null);
}
