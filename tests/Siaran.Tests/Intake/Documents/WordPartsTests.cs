namespace Siaran.Tests.Intake.Documents;

/// <summary>Formulas, first letters and fields of a Word document, and tables in lists of an OpenDocument text.</summary>
[TestClass]
public sealed class WordPartsTests
{
    [TestMethod]
    public void A_formula_of_a_document_says_the_number_that_it_shows()
    {
        const string math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
        var document = WordDocuments.Of(
            WordDocuments.Whole
                + $"<w:p>{WordDocuments.R("Luasnya ")}<m:oMath {math}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>{WordDocuments.R(" dari 25 ")}<m:oMath {math}><m:sSup><m:e><m:r><m:t>km</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>{WordDocuments.R(" lahan.")}</w:p>"
        );

        var html = Uploads.Content(Uploads.Read(document, "a.docx")).BodyHtml;
        Assert.Contains("1/4 dari 25", html);
        Assert.Contains("km<sup>2</sup>", html);
    }

    [TestMethod]
    [DataRow(
        "<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr><w:r><w:t>P</w:t></w:r></w:p>",
        "anen kopi usai di desa itu.",
        "Panen kopi usai"
    )]
    [DataRow(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        "Panen kopi usai di desa itu.",
        "Panen kopi usai"
    )]
    public void A_paragraph_behind_a_letter_or_an_open_field_is_whole(string before, string text, string kept) =>
        Assert.Contains(
            kept,
            Uploads.Content(Uploads.Read(WordDocuments.Of(WordDocuments.Whole + before + WordDocuments.P(text)), "a.docx")).BodyText
        );

    [TestMethod]
    [DataRow(
        "<table:table><table:table-row><table:table-cell><text:p>Kopi 8 ton</text:p></table:table-cell></table:table-row></table:table>"
    )]
    [DataRow("<text:section><text:p>Kopi 8 ton</text:p></text:section>")]
    public void What_is_in_an_item_of_a_list_is_kept(string part) =>
        Assert.Contains(
            "Kopi 8 ton",
            Uploads
                .Content(
                    Uploads.Read(
                        OpenDocumentTests.With($"<text:list><text:list-item><text:p>Hasil</text:p>{part}</text:list-item></text:list>"),
                        "a.odt"
                    )
                )
                .BodyText
        );
}
