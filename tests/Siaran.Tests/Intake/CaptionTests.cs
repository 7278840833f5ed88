namespace Siaran.Tests.Intake;

/// <summary>A caption is shown with its picture, and is none of the text that is summarised, searched and tagged.</summary>
[TestClass]
public sealed class CaptionTests
{
    private const string Caption = "Bupati Ratna Widuri memotong pita di gerbang pasar";

    private const string Second = "Pasar itu memiliki gudang dingin dan tempat pelelangan.";

    private const string Spaces =
        "                                                                                                                                \n"
        + "                                                                                                                                \n"
        + "                                                                                                                                \n";

    private const string Picture = "<img src='https://telukjaya.example/a.jpg' alt='Gerbang pasar'>";

    [TestMethod]
    [DataRow("<figure>" + Picture + "<figcaption>" + Caption + "</figcaption></figure>", DisplayName = "a figure")]
    [DataRow("<div class='wp-caption'>" + Picture + "<p class='wp-caption-text'>" + Caption + "</p></div>", DisplayName = "WordPress")]
    [DataRow(
        "<dl class='gallery-item'><dt>" + Picture + "</dt><dd class='wp-caption-text'>" + Caption + "</dd></dl>",
        DisplayName = "a gallery"
    )]
    [DataRow(Picture + "<p class='caption'>" + Caption + "</p>", DisplayName = "a class")]
    [DataRow("<div class='foto'>" + Picture + "<div class='ket-foto'>" + Caption + "</div></div>", DisplayName = "an Indonesian class")]
    [DataRow("<p>" + Picture + "<span class='image_caption'>" + Caption + "</span></p>", DisplayName = "a span behind a picture")]
    [DataRow("<p>" + Picture + "</p><p>" + Caption + " (Foto: Humas Teluk Jaya)</p>", DisplayName = "who took it, at the end")]
    [DataRow("<p>" + Picture + "</p><p>Keterangan foto: " + Caption + ".</p>", DisplayName = "what it is, at the start")]
    [DataRow("<p>" + Picture + "</p><p>Gambar 1. " + Caption + "</p>", DisplayName = "its number")]
    [DataRow(
        "<table><tr><td>" + Picture + "</td></tr><tr><td><small>" + Caption + "</small></td></tr></table>",
        DisplayName = "small print"
    )]
    [DataRow(
        "<figure><div>" + Picture + "</div><h2 class='figure__caption'>" + Caption + "</h2></figure>",
        DisplayName = "a heading in a figure"
    )]
    [DataRow("<figure>" + Picture + "<div class='photo-caption'>" + Caption + "</div></figure>", DisplayName = "a box in a figure")]
    [DataRow("<figure>" + Picture + "</figure><div class='page__legend'>" + Caption + "</div>", DisplayName = "below a figure")]
    [DataRow("<div>" + Picture + "<h5 class='bilduntertitel'>" + Caption + "</h5></div>", DisplayName = "a German class")]
    [DataRow("<p>" + Picture + "</p><p>Abbildung 4: " + Caption + "</p>", DisplayName = "its number, in German")]
    [DataRow("<p>" + Picture + "</p><p>" + Caption + ". © Humas Teluk Jaya</p>", DisplayName = "whose it is, at the end")]
    [DataRow(
        "<p>" + Picture + "</p><div class='caption'>" + Spaces + "<div>" + Caption + "</div>" + Spaces + "</div>",
        DisplayName = "a caption in white space"
    )]
    [DataRow("<p><img src='kosong.jpg' width='1'></p><p class='caption'>" + Caption + "</p>", DisplayName = "a picture that is not taken")]
    public void A_caption_is_shown_with_its_picture_and_is_no_paragraph(string figure)
    {
        var content = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}</p>{figure}<p>{Second}</p>", "siaran.html");

        CollectionAssert.AreEqual(new[] { Uploads.Body, Second }, content.Paragraphs.ToArray(), content.BodyHtml);
        Assert.Contains("<figcaption>", content.BodyHtml);
        Assert.Contains(Caption, content.BodyHtml);
    }

    [TestMethod]
    [DataRow("<p>" + Caption + "</p>")]
    [DataRow("<p>Foto itu diambil bupati sendiri pada hari pertama.</p>")]
    [DataRow("<p class='captioning'>" + Second + "</p><p class='caption'>" + Caption + "</p>")]
    public void A_paragraph_below_a_picture_stays_one(string below)
    {
        var content = Uploads.Content($"<h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}</p>{Picture}{below}<p>{Second}</p>", "siaran.html");

        Assert.DoesNotContain("<figcaption>", content.BodyHtml);
    }

    [TestMethod]
    public void A_release_that_is_a_picture_with_a_caption_has_the_caption_for_its_text() =>
        CollectionAssert.AreEqual(
            new[] { Caption },
            Uploads
                .Content($"<h1>Pasar Ikan Dibuka</h1><figure>{Picture}<figcaption>{Caption}</figcaption></figure>", "siaran.html")
                .Paragraphs.ToArray()
        );

    [TestMethod]
    [DataRow("<p>" + Second + "</p><p>Nelayan dapat menyimpan ikan di sana sampai tiga hari.</p>", 2)]
    [DataRow("{panjang}", 1)]
    [DataRow("<p>" + Caption + ".</p><p>Foto: Humas Teluk Jaya</p>", 0)]
    public void What_is_written_as_a_caption_and_is_a_text_is_text(string caption, int paragraphs)
    {
        var longText = string.Concat(Enumerable.Repeat("Pasar itu kini memiliki gudang dingin untuk para nelayan. ", 10));
        var content = Uploads.Content(
            $"<h1>Pasar Ikan Dibuka</h1><p>{Uploads.Body}</p><figure>{Picture}<figcaption>{caption.Replace("{panjang}", longText, StringComparison.Ordinal)}</figcaption></figure>",
            "siaran.html"
        );

        Assert.HasCount(1 + paragraphs, content.Paragraphs, content.BodyHtml);
        Assert.Contains("<img", content.BodyHtml);
    }
}
