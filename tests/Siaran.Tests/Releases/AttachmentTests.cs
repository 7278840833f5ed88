using Siaran.Releases;

namespace Siaran.Tests.Releases;

[TestClass]
public sealed class AttachmentTests
{
    private const string Hash = "0123456789abcdef0123456789abcdeffedcba9876543210fedcba9876543210";
    private const string Digits = "0123456789abcdef0123456789abcdef";

    private static readonly Attachment Picture = new(Hash, "image/png", "foto.png") { Widths = [320, 640] };

    [TestMethod]
    [DataRow("image/jpeg", ".jpg", true)]
    [DataRow("image/png", ".png", true)]
    [DataRow("image/webp", ".webp", true)]
    [DataRow("application/pdf", ".pdf", false)]
    public void It_is_named_by_its_content(string mediaType, string extension, bool isPicture)
    {
        var attachment = Picture with { MediaType = mediaType };

        Assert.AreEqual(Digits + extension, attachment.Name);
        Assert.AreEqual($"{Digits}-320{extension}", attachment.NameAt(320));
        Assert.AreEqual(isPicture, attachment.IsPicture);
    }

    [TestMethod]
    [DataRow(Digits + ".png", true)]
    [DataRow(Digits + "-320.png", true)]
    [DataRow(Digits + "-640.png", true)]
    [DataRow(Digits + "-960.png", false)]
    [DataRow(Digits + ".jpg", false)]
    [DataRow("foto.png", false)]
    public void It_answers_to_its_own_names_in_its_own_widths_alone(string name, bool isIts)
    {
        Assert.AreEqual(isIts, Picture.IsNamed(name));
        Assert.AreEqual(name == Picture.Name, (Picture with { Widths = [] }).IsNamed(name));
    }

    [TestMethod]
    public void Its_address_lies_under_that_of_its_release() =>
        Assert.AreEqual(
            "https://siaran.example/pers/releases/jembatan-0123abcd/files/a.png",
            Attachment.AddressOf(new Uri("https://siaran.example/pers/"), "jembatan-0123abcd", "a.png").AbsoluteUri
        );
}
