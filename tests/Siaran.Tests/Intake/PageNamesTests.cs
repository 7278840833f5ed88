namespace Siaran.Tests.Intake;

/// <summary>Parts of saved pages that are known by their names, and by the words of several languages that stand above or in them.</summary>
[TestClass]
public sealed class PageNamesTests
{
    private const string Headline = "Jembatan Gantung Sungai Mera Dibuka Kembali";

    private static readonly string[] Texts =
    [
        "Pemerintah Kabupaten Teluk Jaya membuka kembali jembatan gantung Sungai Mera pada Senin setelah diperbaiki empat bulan.",
        "Kepala Dinas Pekerjaan Umum mengatakan jembatan itu kini mampu menahan beban dua ton dan dilengkapi lampu tenaga surya.",
        "“Anak sekolah tidak perlu lagi memutar sejauh tujuh kilometer setiap pagi,” kata kepala dinas di hadapan puluhan warga.",
    ];

    /// <summary>A page with something above its text, between its paragraphs and below them.</summary>
    private static string Page(string above = "", string between = "", string below = "", string? headline = null) =>
        $"<!doctype html><html lang='id'><head><title>{Headline}</title></head><body><nav><a href='/'>Beranda</a> <a href='/berita'>Berita</a></nav>"
        + $"<main>{headline ?? $"<h1>{Headline}</h1>"}{above}<div class='isi'><p>{Texts[0]}</p>{between}<p>{Texts[1]}</p><p>{Texts[2]}</p>{below}</div></main>"
        + "<footer>Kantor Bupati Teluk Jaya</footer></body></html>";

    private static string[] Paragraphs(string page) => [.. Uploads.Content(page, "siaran.html").Paragraphs];

    [TestMethod]
    [DataRow("c-newsletter__box")]
    [DataRow("articleNewsletter")]
    [DataRow("jg-newsletter-sign-up")]
    [DataRow("itemRelated")]
    [DataRow("RelatedCoverage-container-3AnSP")]
    [DataRow("berita-relacionados")]
    [DataRow("av-social-sharing-box")]
    [DataRow("mh-share-buttons")]
    [DataRow("loginModal")]
    [DataRow("c-flyout")]
    [DataRow("socialInfoTooltip")]
    [DataRow("DonationTeaser-text")]
    [DataRow("Artikel-Spende")]
    [DataRow("module-read-more")]
    [DataRow("bottomByline")]
    [DataRow("kk-star-ratings")]
    [DataRow("field-votes")]
    [DataRow("content-cta")]
    public void What_is_named_by_a_word_of_furniture_is_none_of_the_text(string name) =>
        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(Page(between: $"<div class='{name}'><p>Sampaikan pendapat anda dan dukung kami lewat halaman ini.</p></div>"))
        );

    [TestMethod]
    [DataRow("has-sharing")]
    [DataRow("no-related")]
    [DataRow("category-newsletter")]
    [DataRow("tag-donation")]
    [DataRow("with-rating")]
    [DataRow("shareholders")]
    [DataRow("biography")]
    [DataRow("comparation")]
    public void A_name_that_says_what_else_there_is_drops_nothing(string name)
    {
        var between = "Warga menyambut pembukaan itu dengan doa bersama di tepi sungai.";

        CollectionAssert.AreEqual(
            (string[])[Texts[0], between, Texts[1], Texts[2]],
            Paragraphs(Page(between: $"<div class='{name}'><p>{between}</p></div>"))
        );
    }

    [TestMethod]
    [DataRow("newsletter")]
    [DataRow("login-area")]
    public void What_holds_the_headline_and_a_text_is_no_furniture_by_its_name(string name)
    {
        var comments = string.Concat(
            Enumerable
                .Range(1, 5)
                .Select(at => $"<p>Komentar ke-{at} dari pembaca yang menulis panjang lebar tentang jalan lain di desanya.</p>")
        );
        var page = Page().Replace("<main>", $"<div class='{name}'>", StringComparison.Ordinal);

        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(
                page.Replace(
                    "</main>",
                    $"</div><div class='comment-list'>{comments}</div><div class='sidebar'>{comments}</div>",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [TestMethod]
    [DataRow("share")]
    [DataRow("iklan")]
    [DataRow("internal-tags")]
    [DataRow("related-word")]
    public void A_word_that_is_named_as_furniture_leaves_its_paragraph_as_it_is(string name)
    {
        var longer = string.Join(' ', Texts.Concat(Texts));
        var page =
            $"<!doctype html><html><head><title>{Headline}</title></head><body><main><h1>{Headline}</h1><div>{longer} <span class='{name}'>Sungai Mera</span> kini aman.</div></main></body></html>";

        CollectionAssert.AreEqual((string[])[longer + " Sungai Mera kini aman."], Paragraphs(page));
    }

    [TestMethod]
    [DataRow("article-header__author", "Rina Sari")]
    [DataRow("entry-autor", "Von Vanessa Franke")]
    [DataRow("detail__date", "Senin pagi")]
    [DataRow("fecha-publicacion-date", "Hace 13 horas")]
    [DataRow("comp-autor-text", "Rina Sari kemarin")]
    public void A_line_that_is_named_by_who_wrote_or_when_is_none_of_the_text(string name, string line)
    {
        CollectionAssert.AreEqual(Texts, Paragraphs(Page(below: $"<div class='{name}'>{line}</div>")));
        CollectionAssert.AreEqual(Texts, Paragraphs(Page(between: $"<div class='{name}'>{line}</div>")));
    }

    [TestMethod]
    public void Several_lines_on_who_wrote_are_none_of_the_text() =>
        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(
                Page(
                    below: "<section class='article_author'><h4>Tentang Rina Sari</h4><p>Rina Sari menulis tentang jalan dan jembatan.</p></section>"
                )
            )
        );

    [TestMethod]
    public void A_sentence_is_of_the_text_however_its_part_is_named()
    {
        var sentence = "Jembatan itu dibuka untuk umum mulai Selasa pukul enam pagi.";

        CollectionAssert.AreEqual(
            (string[])[Texts[0], sentence, Texts[1], Texts[2]],
            Paragraphs(Page(between: $"<p class='opening-date'>{sentence}</p>"))
        );
    }

    [TestMethod]
    public void A_heading_that_holds_parts_is_the_headline_and_the_lead_below_it_is_kept()
    {
        var lead = "Jembatan yang menghubungkan dua kecamatan itu kembali dapat dilalui pejalan kaki dan sepeda motor sejak Senin.";
        var page =
            $"<!doctype html><html><head><title>{Headline} - Teluk Jaya</title></head><body><header class='kepala'><div class='judul'><h1><div>{Headline}</div></h1></div><div><p class='excerpt'>{lead}</p></div></header>"
            + $"<div class='badan'><div class='kolom'>{string.Concat(Texts.Select(text => $"<p>{text}</p>"))}</div></div>"
            + $"<aside><h2><a href='/1'>Kabar {Headline}</a></h2></aside></body></html>";

        var content = Uploads.Content(page, "siaran.html");

        Assert.AreEqual(Headline, content.Headline);
        CollectionAssert.AreEqual((string[])[lead, .. Texts], content.Paragraphs.ToArray());
    }

    [TestMethod]
    [DataRow("&gt;&gt; Pasar Ikan Teluk Jaya Dibuka Kembali")]
    [DataRow("» Pasar Ikan Teluk Jaya Dibuka Kembali")]
    [DataRow("→ Warga Menanam Seribu Pohon Bakau")]
    [DataRow("Lee también: La feria vuelve al parque central")]
    [DataRow("Lees meer: De markt is weer open")]
    [DataRow("Lire également : Le marché rouvre ses portes")]
    [DataRow("Leia mais sobre a feira que voltou")]
    public void A_link_to_other_news_between_paragraphs_is_none_of_the_text(string link) =>
        CollectionAssert.AreEqual(Texts, Paragraphs(Page(between: $"<p><a href='/lain'>{link}</a></p>")));

    [TestMethod]
    [DataRow("Mehr zu Brücken")]
    [DataRow("Weitere Artikel über Brücken")]
    [DataRow("Más sobre puentes")]
    [DataRow("More from this section")]
    [DataRow("Berita lain dari Teluk Jaya")]
    public void A_heading_that_begins_as_those_of_other_news_goes_with_its_links(string heading)
    {
        const string links = "<p><a href='/1'>Pasar ikan dibuka kembali</a></p><p><a href='/2'>Warga menanam bakau</a></p>";

        CollectionAssert.AreEqual(Texts, Paragraphs(Page(below: $"<h3>{heading}</h3>{links}")));
    }

    [TestMethod]
    [DataRow("Mehr zu Brücken")]
    [DataRow("More on the repairs")]
    public void The_same_heading_above_text_is_of_the_text(string heading)
    {
        var content = Uploads.Content(Page(between: $"<h3>{heading}</h3>"), "siaran.html");

        StringAssert.Contains(content.BodyHtml, heading);
    }

    [TestMethod]
    [DataRow("Das könnte Dich auch interessieren")]
    [DataRow("Lo más leído")]
    [DataRow("Dans la même rubrique")]
    [DataRow("Meer nieuws")]
    [DataRow("Leia também")]
    [DataRow("Potrebbe interessarti anche")]
    [DataRow("Podobne artykuły")]
    [DataRow("Recommended for you")]
    [DataRow("Berita pilihan")]
    public void A_heading_of_other_news_is_known_in_several_languages(string heading) =>
        CollectionAssert.AreEqual(
            Texts,
            Paragraphs(Page(below: $"<h3>{heading}</h3><ul><li>Pasar ikan dibuka kembali setelah renovasi</li></ul>"))
        );

    [TestMethod]
    [DataRow("Anzeige")]
    [DataRow("-- Werbung --")]
    [DataRow("Publicidad")]
    [DataRow("Advertentie")]
    [DataRow("REKLAMA")]
    [DataRow("Lire la suite")]
    [DataRow("Zurück zur Übersicht")]
    [DataRow("Teilen auf Facebook")]
    [DataRow("Compartir en Facebook")]
    [DataRow("Ein Beitrag geteilt von Rina Sari (@rinasari)")]
    public void A_line_of_furniture_is_known_in_several_languages(string line) =>
        CollectionAssert.AreEqual(Texts, Paragraphs(Page(between: $"<p>{line}</p>")));

    [TestMethod]
    [DataRow("Kommentare")]
    [DataRow("Comentarios")]
    public void A_button_for_comments_above_the_text_does_not_end_it(string label)
    {
        var lead = string.Join(' ', Texts[0], Texts[1], Texts[2]);
        var rest = string.Concat(
            Enumerable
                .Range(1, 20)
                .Select(at =>
                    $"<p>Bagian {at} dari jembatan itu diganti dengan kayu ulin baru dan dicat ulang oleh warga desa sendiri.</p>"
                )
        );
        var page =
            $"<!doctype html><html><head><title>{Headline}</title></head><body><main><h1>{Headline}</h1><p>{lead}</p><div><h5>{label}</h5></div><div class='isi'>{rest}</div></main></body></html>";

        Assert.IsGreaterThanOrEqualTo(20, Paragraphs(page).Length);
    }
}
