using System.Text;
using Siaran.Intake;
using static Siaran.Tests.Intake.Documents.WordDocuments;

namespace Siaran.Tests.Intake.Documents;

/// <summary>Word documents that nobody wrote in Word.</summary>
[TestClass]
public sealed class HostileWordTests
{
    private static readonly string Open = $"<?xml version=\"1.0\"?><w:document {Namespaces}><w:body>";

    [TestMethod]
    public void A_bomb_of_zeros_is_too_complex_and_takes_little_memory() =>
        AssertRefused("too-complex", Raw(Open + P(new string('a', 12_000_000)) + "</w:body></w:document>"));

    [TestMethod]
    public void A_bomb_of_elements_is_too_complex() =>
        AssertRefused("too-complex", Raw(Open + string.Concat(Enumerable.Repeat("<w:p/>", 200_000)) + "</w:body></w:document>"));

    [TestMethod]
    public void Many_parts_are_too_complex() =>
        AssertRefused("too-complex", Zip([.. Enumerable.Range(0, 5_000).Select(i => ($"word/{i}.xml", "<a/>"))]));

    [TestMethod]
    public void Entities_are_never_expanded() =>
        AssertRefused(
            "damaged",
            Raw(
                $"<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"{new string('x', 10_000)}\"><!ENTITY b \"{string.Concat(Enumerable.Repeat("&a;", 10_000))}\">]><w:document {Namespaces}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
            )
        );

    [TestMethod]
    public void An_external_entity_is_never_fetched() =>
        AssertRefused(
            "damaged",
            Raw(
                $"<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document {Namespaces}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
            )
        );

    [TestMethod]
    public void Deep_nesting_is_too_complex()
    {
        var (open, close) = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>");
        AssertRefused(
            "too-complex",
            Raw(
                Open
                    + string.Concat(Enumerable.Repeat(open, 20_000))
                    + string.Concat(Enumerable.Repeat(close, 20_000))
                    + "</w:body></w:document>"
            )
        );
    }

    [TestMethod]
    [DataRow("a b ", 45_000)]
    [DataRow("Nelayan di pesisir teluk. ", 18_000)]
    public void What_passes_the_bounds_takes_little_memory_and_time(string text, int count)
    {
        var runs = string.Concat(Enumerable.Repeat($"<w:r><w:t>{text}</w:t></w:r>", count));
        var document = Raw(Open + Whole + $"<w:p>{runs}</w:p>" + "</w:body></w:document>");
        Uploads.Read(document, "siaran.docx");

        var (result, allocated, took) = Measured.Run(() => Uploads.Read(document, "siaran.docx"));

        Assert.IsInstanceOfType<IntakeResult.Accepted>(result);
        Assert.IsLessThan(64L << 20, allocated, $"{allocated >> 20} MiB");
        Assert.IsLessThan(TimeSpan.FromSeconds(5), took);
    }

    [TestMethod]
    [DataRow(0.1)]
    [DataRow(0.5)]
    [DataRow(0.99)]
    public void A_document_that_was_cut_short_is_damaged(double part)
    {
        var whole = Of(Whole);
        Assert.AreEqual("damaged", Uploads.Error(Uploads.Read(whole[..(int)(whole.Length * part)], "siaran.docx")).Code);
    }

    [TestMethod]
    public void Text_that_is_called_a_document_is_damaged() =>
        Assert.AreEqual("damaged", Uploads.Error(Uploads.Read("Pasar Ikan Dibuka\n\nIsi rilis.", "siaran.docx")).Code);

    [TestMethod]
    [DataRow("siaran.docm")]
    [DataRow("~$siaran.docx")]
    [DataRow("siaran.xlsx")]
    public void What_is_called_otherwise_is_refused_by_name(string name) =>
        Assert.AreEqual("unsupported-format", Uploads.Error(Uploads.Read(Of(Whole), name)).Code);

    [TestMethod]
    [DataRow("{\\rtf1\\ansi Pasar ikan}", "siaran.rtf", "RTF")]
    [DataRow("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "siaran.doc", "Word")]
    public void Older_formats_are_refused_with_the_way_out(string start, string name, string format)
    {
        var error = Uploads.Error(Uploads.Read(Encoding.Latin1.GetBytes(start), name));

        Assert.AreEqual("binary", error.Code);
        Assert.Contains(format, error.English);
        Assert.Contains(".docx", error.English);
    }

    [TestMethod]
    public void Any_bytes_within_a_document_give_a_result()
    {
        var whole = Of(Whole);
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var changes = 0; changes < 1 + (i % 8); changes++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            Assert.IsNotNull(Uploads.Read(bytes, "siaran.docx"));
        }
    }

    private static void AssertRefused(string code, byte[] document)
    {
        Assert.IsLessThan(4 << 20, document.Length);
        Uploads.Read(Of(Whole), "siaran.docx");

        var (result, allocated, took) = Measured.Run(() => Uploads.Read(document, "siaran.docx"));

        Assert.AreEqual(code, Uploads.Error(result).Code);
        Assert.IsLessThan(64L << 20, allocated, $"{allocated >> 20} MiB");
        Assert.IsLessThan(TimeSpan.FromSeconds(5), took);
    }
}
