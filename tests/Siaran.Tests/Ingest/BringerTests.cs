using Siaran.Actors;
using Siaran.Ingest;
using Siaran.Storage;

namespace Siaran.Tests.Ingest;

/// <summary>Who brought an upload, by its folder or by what was sealed with it.</summary>
[TestClass]
public sealed class BringerTests
{
    private static readonly OfficeRegister Register = new()
    {
        Offices = [new PressOffice("dishub", "Dinas Perhubungan")],
        Holders =
        [
            new Holder(HolderKind.Folder, "dishub", "Meja Dishub", ["dishub"]),
            new Holder(HolderKind.Folder, "", "Siapa saja", ["dishub"]),
        ],
    };

    [TestMethod]
    [DataRow("dishub/a.md", "folder:Meja Dishub dishub")]
    [DataRow("DISHUB/2026/a.md", "folder:Meja Dishub dishub")]
    [DataRow("dinkes/a.md", null)]
    [DataRow("a.md", null, DisplayName = "Outside of all folders no holder is asked for")]
    public void Where_offices_are_kept_apart_the_folder_says_for_which_it_speaks(string name, string? bringer) =>
        Assert.AreEqual(bringer, Of(name, UploadMetadata.None, isSealed: false, Register));

    [TestMethod]
    [DataRow("dishub/a.md", "folder:Meja Dishub every")]
    [DataRow("dinkes/2026/a.md", "folder:dinkes every")]
    [DataRow("a.md", "incoming every")]
    public void Without_offices_everybody_acts_for_all(string name, string bringer) =>
        Assert.AreEqual(bringer, Of(name, UploadMetadata.None, isSealed: false, Register with { Offices = [] }));

    [TestMethod]
    public void A_seal_is_believed_and_metadata_without_one_is_not()
    {
        var said = new UploadMetadata { Actor = "key:portal", Offices = "dinkes,dishub" };

        Assert.AreEqual("key:portal dinkes dishub", Of("dishub/a.md", said, isSealed: true, Register));
        Assert.AreEqual("key:portal every", Of("dishub/a.md", said with { Offices = null }, isSealed: true, Register));
        Assert.AreEqual("key:portal every", Of("dishub/a.md", said, isSealed: true, OfficeRegister.None));
        Assert.AreEqual("folder:Meja Dishub dishub", Of("dishub/a.md", said, isSealed: false, Register));
        Assert.AreEqual("folder:Meja Dishub dishub", Of("dishub/a.md", UploadMetadata.None, isSealed: true, Register));
        Assert.IsNull(Of("a.md", said, isSealed: false, Register));
    }

    private static string? Of(string name, UploadMetadata said, bool isSealed, OfficeRegister register) =>
        CurrentOffices.BringerOf(new IncomingUpload(name, default, Some.Time, 1, null) { Metadata = said }, isSealed, register) is { } actor
            ? $"{actor.Name} {(actor.Offices is { } offices ? string.Join(' ', offices) : "every")}"
            : null;
}
