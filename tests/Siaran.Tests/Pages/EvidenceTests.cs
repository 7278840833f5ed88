using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Siaran.Intake;
using Siaran.Pages;
using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tests.Pages;

[TestClass]
public sealed class EvidenceTests
{
    private const string Html =
        "<p>Gubernur <strong>Nusa&nbsp;Jaya</strong> &amp; wakilnya  membuka\n<a href=\"https://nusajaya.example/?a=1&amp;b='>'\">Jembatan <em>Lengan</em></a> 🌉.</p><ul><li>Satu</li>\n<li>Dua</li></ul>";

    private static readonly Regex Marks = new(
        "<span class=\"ev[^\"]*\"( id=\"bukti-[0-9]+\")?>([^<]*)</span>",
        RegexOptions.NonBacktracking
    );

    /// <summary>A release whose tags rest on words of its headline and body, with quotes, figures and dates.</summary>
    public static TaggedRelease Evident { get; } = Make();

    [TestMethod]
    public void Words_are_marked_through_references_elements_and_folded_space()
    {
        var content = Content(Html);

        var marks = EvidenceMarks.Of(
            content,
            [
                [At(content, "Nusa Jaya & wakilnya membuka Jembatan")],
                [At(content, "Jembatan Lengan")],
                [At(content, "🌉")],
            ]
        );

        CollectionAssert.AreEqual(new[] { "Nusa\u00a0Jaya", " & wakilnya ", "membuka\n", "Jembatan" }, Words(marks.Body, 0).ToArray());
        Assert.AreEqual("Jembatan Lengan", string.Concat(Words(marks.Body, 1)));
        Assert.AreEqual("🌉", string.Concat(Words(marks.Body, 2)));
        Assert.AreEqual(Html, Without(marks.Body));
    }

    [TestMethod]
    public void Where_evidence_overlaps_each_word_names_all_tags_that_rest_on_it()
    {
        var content = Content("<p>Dinas Tenaga Kerja Nusa Jaya</p>");

        var marks = EvidenceMarks.Of(
            content,
            [
                [At(content, "Dinas Tenaga Kerja Nusa Jaya")],
                [At(content, "Nusa Jaya")],
            ]
        );

        Assert.AreEqual(
            "<p><span class=\"ev e0\" id=\"bukti-0\">Dinas Tenaga Kerja </span><span class=\"ev e0 e1\" id=\"bukti-1\">Nusa Jaya</span></p>",
            marks.Body
        );
    }

    [TestMethod]
    public void The_agency_and_the_place_above_the_text_are_evidence_too()
    {
        var content = Content(Html) with { Agency = "Dinas <Kominfo> & Statistik", Place = "Baruna" };

        var marks = EvidenceMarks.Of(
            content,
            [
                [new(EvidenceField.Agency, 0, content.Agency.Length)],
                [new(EvidenceField.Place, 0, 6)],
            ]
        );

        Assert.AreEqual("<span class=\"ev e0\" id=\"bukti-0\">Dinas &lt;Kominfo&gt; &amp; Statistik</span>", marks.Agency);
        Assert.AreEqual("<span class=\"ev e1\" id=\"bukti-1\">Baruna</span>", marks.Place);
        Assert.AreEqual(Html, marks.Body);
    }

    [TestMethod]
    [DataRow(new[] { "Satu pasar.", "Dua pasar." }, DisplayName = "captions apart from the text")]
    [DataRow(
        new[] { "Satu pasar.", "Foto", "Dalam", "Dua pasar." },
        DisplayName = "captions within it, as releases of former days have them"
    )]
    public void Words_behind_a_caption_are_marked_whether_the_text_holds_the_caption_or_not(string[] paragraphs)
    {
        const string html =
            "<p>Satu pasar.</p><figure><figcaption>Foto<figure><figcaption>Dalam</figcaption></figure></figcaption></figure><p>Dua pasar.</p>";
        var content = Some.Content() with { BodyHtml = html, Paragraphs = paragraphs };
        var start = content.BodyText.IndexOf("Dua", StringComparison.Ordinal);

        var marks = EvidenceMarks.Of(
            content,
            [
                [new Evidence(EvidenceField.Body, start, 3)],
            ]
        );

        CollectionAssert.AreEqual(new[] { "Dua" }, Words(marks.Body, 0).ToArray(), marks.Body);
    }

    [TestMethod]
    public void A_body_that_does_not_fit_its_paragraphs_stays_unmarked()
    {
        var content = Content(Html) with { Paragraphs = ["Sesuatu yang lain sama sekali"] };

        Assert.AreEqual(
            Html,
            EvidenceMarks
                .Of(
                    content,
                    [
                        [new(EvidenceField.Body, 0, 9)],
                    ]
                )
                .Body
        );
    }

    [TestMethod]
    [DataRow(-5, 3)]
    [DataRow(10000, 5)]
    [DataRow(3, int.MaxValue)]
    [DataRow(3, 0)]
    public void Spans_that_point_nowhere_mark_nothing(int start, int length)
    {
        var marks = EvidenceMarks.Of(
            Content(Html),
            [
                [new(EvidenceField.Body, start, length), new(EvidenceField.Headline, start, length)],
            ]
        );

        Assert.AreEqual(Html, marks.Body);
        Assert.IsNull(marks.AnchorOf(0));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Without_its_marks_any_body_is_what_it_was(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var html = AnyBody(random);
            var content = Content(html) with { Headline = AnyText(random) };
            var text = content.BodyText;
            var evidence = Enumerable
                .Range(0, random.Next(1, 60))
                .Select(_ =>
                    (IReadOnlyList<Evidence>)
                        [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnySpan(random, text.Length, content.Headline.Length))]
                )
                .ToList();

            var marks = EvidenceMarks.Of(content, evidence);

            Assert.AreEqual(html, Without(marks.Body));
            Assert.AreEqual(System.Net.WebUtility.HtmlEncode(content.Headline), Without(marks.Headline));
            CollectionAssert.AreEqual(content.Paragraphs.ToArray(), BodyParagraphs.Of(marks.Body).ToArray());
            Assert.AreEqual(marks.Body, new HtmlParser().ParseDocument("<body>" + marks.Body).Body!.InnerHtml, "The marks break the HTML.");
            var document = new HtmlParser().ParseDocument(marks.Body);
            for (var place = 0; place < Math.Min(evidence.Count, EvidenceMarks.MostTags); place++)
            {
                var wanted = Covered(evidence[place], text);
                Assert.AreEqual(
                    wanted,
                    string.Concat(Words(document, place).SelectMany(word => word).Where(c => !char.IsWhiteSpace(c))),
                    html
                );
            }
        }
    }

    [TestMethod]
    public void The_style_sheet_knows_every_tag_that_can_be_marked()
    {
        var css = Encoding.UTF8.GetString(PageAsset.Stylesheet.Content.Span);

        foreach (var place in Enumerable.Range(0, EvidenceMarks.MostTags))
        {
            Assert.Contains($".columns:has(.te{place}:is(:hover, :focus-within)) .e{place}", css);
        }

        Assert.DoesNotContain($".te{EvidenceMarks.MostTags}:", css);
    }

    [TestMethod]
    public async Task A_tag_says_who_found_it_how_surely_and_leads_to_its_words()
    {
        var page = await Page.Of(new PageRenderer(Example.Site).ReleaseAsync(Evident, null));

        var why = page
            .Document.QuerySelectorAll("a.why")
            .Single(link => link.TextContent.Contains("Inpres 2/2021", StringComparison.Ordinal));
        Assert.AreEqual("Inpres 2/2021: Dikutip dalam teks, sangat yakin. Tunjukkan di teks", why.TextContent);
        Assert.AreEqual("Inpres 2/2021", page.Document.QuerySelector(why.GetAttribute("href")!)!.TextContent);
        Assert.Contains("Dipilih redaktur", page.Text(".tags")!);
    }

    [TestMethod]
    public async Task Figures_dates_and_quotes_stand_in_a_box()
    {
        var page = await Page.Of(new PageRenderer(Example.Site).ReleaseAsync(Evident, null));

        Assert.AreEqual("2,1 juta pekerja", page.Text(".findings dd"));
        Assert.AreEqual("2100000", page.Document.QuerySelector(".findings data")!.GetAttribute("value"));
        Assert.AreEqual("Selasa, 14 Oktober 2025", page.Text(".findings time"));
        Assert.AreEqual("Masih banyak tugas kita", page.Text(".findings q"));
        Assert.AreEqual("/tags/person/hamdan-lesmata", page.Document.QuerySelector(".findings a")!.GetAttribute("href"));
    }

    private static TaggedRelease Make()
    {
        var content = Content(
            "<p>Sesuai Inpres 2/2021, dari 2,1 juta pekerja baru sebagian terlindungi, Selasa, 14 Oktober 2025.</p><p>“Masih banyak tugas kita,” ujar Hamdan Lesmata.</p>"
        );
        var tags = new[]
        {
            Example.Tag("keyword:nelayan", "nelayan"),
            Example.Tag("person:hamdan-lesmata", "Hamdan Lesmata") with
            {
                Source = "model:entities",
                Confidence = 0.874,
                Evidence = [At(content, "Hamdan Lesmata")],
            },
            Example.Tag("regulation:inpres-2-2021", "Inpres 2/2021") with
            {
                Source = "rule:citation",
                Confidence = 0.97,
                Evidence = [At(content, "Inpres 2/2021")],
            },
        };
        var tagged = Example.Tagged("bukti", content, Some.Time, tags);
        return tagged with
        {
            Annotations = tagged.Annotations with
            {
                Figures = [new(2_100_000, "pekerja", "seluruh pekerja", At(content, "2,1 juta pekerja"))],
                Dates = [new(new(2025, 10, 14), new(2025, 10, 14), At(content, "Selasa, 14 Oktober 2025"))],
                Quotes = [new("Masih banyak tugas kita", At(content, "“Masih banyak tugas kita,”"), "Hamdan Lesmata", tags[1].Id)],
            },
        };
    }

    private static ReleaseContent Content(string html) => Some.Content() with { BodyHtml = html, Paragraphs = BodyParagraphs.Of(html) };

    private static Evidence At(ReleaseContent content, string words) =>
        new(EvidenceField.Body, content.BodyText.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static string Without(string html) => Marks.Replace(html, "$2");

    private static IEnumerable<string> Words(string html, int place) => Words(new HtmlParser().ParseDocument(html), place);

    private static IEnumerable<string> Words(IDocument document, int place) =>
        document.QuerySelectorAll("span.ev." + EvidenceMarks.ClassOf(place)).Select(mark => mark.TextContent);

    /// <summary>What a tag's spans cover, without white space; a pair of surrogates is covered whole.</summary>
    private static string Covered(IEnumerable<Evidence> spans, string text)
    {
        var covered = new bool[text.Length];
        foreach (var span in spans.Where(span => span.Field is EvidenceField.Body && span.Start + span.Length <= text.Length))
        {
            for (var i = span.Start; i < span.Start + span.Length; i++)
            {
                covered[i] = true;
                covered[
                    char.IsLowSurrogate(text[i]) ? i - 1
                    : char.IsHighSurrogate(text[i]) ? i + 1
                    : i
                ] = true;
            }
        }

        return string.Concat(text.Where((c, i) => covered[i] && !char.IsWhiteSpace(c)));
    }

    private static Evidence AnySpan(Random random, int body, int headline)
    {
        var field = random.Next(4) == 0 ? EvidenceField.Headline : EvidenceField.Body;
        var start = random.Next(field is EvidenceField.Body ? Math.Max(1, body) : Math.Max(1, headline));
        return new(field, start, random.Next(1, 40));
    }

    private static string AnyText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static readonly string[] Pieces =
    [
        "Nusa",
        " ",
        "  ",
        "\n",
        "&",
        "<",
        "\"",
        "Jaya",
        "é",
        "🌉",
        "“",
        "\u00a0",
        ";",
        "2,1",
        "&amp;",
        "a",
    ];

    private static string AnyBody(Random random)
    {
        var html = new StringBuilder();
        for (var block = random.Next(1, 5); block > 0; block--)
        {
            var (name, inner) = random.Next(3) switch
            {
                0 => ("ul", "li"),
                1 => ("blockquote", "p"),
                _ => ("", "p"),
            };
            html.Append(name.Length > 0 ? $"<{name}>" : "").Append('<').Append(inner).Append('>');
            for (var run = random.Next(1, 6); run > 0; run--)
            {
                var text = System.Net.WebUtility.HtmlEncode(AnyText(random));
                html.Append(
                    random.Next(4) switch
                    {
                        0 => $"<strong>{text}</strong>",
                        1 => $"<a href=\"https://nusajaya.example/?a='&gt;'\">{text}</a>",
                        2 => $"<em><mark>{text}</mark></em>",
                        _ => text,
                    }
                );
            }

            html.Append("</").Append(inner).Append('>').Append(name.Length > 0 ? $"</{name}>" : "").Append(random.Next(2) == 0 ? "\n" : "");
        }

        // As a parser writes it, which is how intake leaves it.
        return new HtmlParser().ParseDocument("<body>" + html).Body!.InnerHtml;
    }
}
