using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Siaran.Intake;

namespace Siaran.Tests.Intake;

[TestClass]
public sealed class AnyUploadTests
{
    private static readonly Gen<string> Name = Pick("siaran.txt", "siaran.md", "siaran.html", "siaran");

    private static readonly string[] Pieces =
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<a href='/x'>",
        "<a href='javascript:x'>",
        "</a>",
        "<li>",
        "<ul>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<br>",
        "<h1>",
        "<h2>",
        "</h2>",
        "<blockquote>",
        "<img src=x alt=y>",
        "<pre>",
        "</pre>",
        "<svg>",
        "<math>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<figure>",
        "<figcaption>",
        "<select>",
        "<template>",
        "<noscript>",
        "<span>",
        "</span>",
        "# ",
        "* ",
        "> ",
        "[a](b)",
        "**",
        "`",
        "---\n",
        "\n",
        "\n\n",
        " ",
        "\u00A0",
        "\t",
        "&nbsp;",
        "&lt;",
        "&#0;",
        "&#xD800;",
        "id: a\n",
        "publishAt: 2024-11-11\n",
        "tags: [",
        "“",
        "”",
        " – ",
        "(*)",
        "(Kabar)",
        "Baruna",
        "Pasar Ikan Dibuka",
        "SIARAN PERS",
        "Dinas Perikanan",
        "Berita Terkait",
        "Baca juga: x",
        "kata Bupati.",
        "11 November 2024",
        "\uD83D\uDE00",
        "\uD800",
        "\u0000",
        "\uFEFF",
        "<meta charset=utf-16>",
        "<base href=//x>",
        "<title>",
        "</title>",
        "<article>",
        "<q>",
    ];

    private static readonly Gen<string> Document = Pick(Pieces).Array[0, 60].Select(string.Concat);

    private static readonly HashSet<string> Blocks = new(
        "p div h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption table tbody tr td th pre".Split(' ')
    );

    [TestMethod]
    public void Any_bytes_end_in_a_release_or_a_report() =>
        Gen.Select(Gen.Byte.Array[0, 300], Name).Sample((bytes, name) => Ends(Uploads.Read(bytes, name)), iter: 3_000);

    [TestMethod]
    public void Any_document_ends_in_a_release_or_a_report() =>
        Gen.Select(Document, Name).Sample((text, name) => Ends(Uploads.Read(text, name)), iter: 3_000);

    [TestMethod]
    public void The_same_bytes_give_the_same_result() =>
        Gen.Select(Document, Name)
            .Sample((text, name) => Uploads.Read(text, name).Report.ToJson() == Uploads.Read(text, name).Report.ToJson(), iter: 300);

    [TestMethod]
    public void The_text_between_the_blocks_of_the_HTML_is_the_paragraphs() =>
        Gen.Select(Document, Name)
            .Sample(
                (text, name) =>
                {
                    if (
                        Uploads.Read($"Judul\n\n<p>isi</p>\n\n{text}", name)
                        is not IntakeResult.Accepted { Submission.Content: { } content }
                    )
                    {
                        return;
                    }

                    CollectionAssert.AreEqual(
                        content.Paragraphs.ToArray(),
                        BodyParagraphs.Of(content.BodyHtml).ToArray(),
                        content.BodyHtml
                    );
                    CollectionAssert.AreEqual(content.Paragraphs.ToArray(), TextBetweenBlocks(content.BodyHtml), content.BodyHtml);
                },
                iter: 3_000
            );

    [TestMethod]
    public void The_HTML_holds_nothing_but_what_is_allowed() =>
        Gen.Select(Document, Name)
            .Sample(
                (text, name) =>
                {
                    if (
                        Uploads.Read($"Judul\n\n<p>isi</p>\n\n{text}", name)
                        is not IntakeResult.Accepted { Submission.Content: { } content }
                    )
                    {
                        return;
                    }

                    foreach (Match tag in Regex.Matches(content.BodyHtml, "<[^>]*>"))
                    {
                        Assert.MatchesRegex(
                            """^</?(p|h[2-6]|ul|ol|li|blockquote|figure|figcaption|table|tbody|tr|td|th|pre|br|strong|em|u|s|del|ins|sub|sup|code|cite|mark|small)>$|^</a>$|^<a href="(https?:|mailto:)[^"]*">$|^<img src="https?:[^"]*" alt="[^"]*">$""",
                            tag.Value
                        );
                    }
                    Assert.IsFalse(content.BodyHtml.Any(c => c < ' ' && c != '\n' && c != '\t'), content.BodyHtml);
                },
                iter: 2_000
            );

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static bool Ends(IntakeResult result) =>
        result switch
        {
            IntakeResult.Accepted accepted => accepted.Submission.Content is null or { Headline.Length: > 0, Paragraphs.Count: > 0 }
                && accepted.Report.Findings.All(f => f.Severity is not Severity.Error),
            IntakeResult.Doubtful doubtful => doubtful.Submission.Content is { Headline.Length: > 0, Paragraphs.Count: > 0 }
                && doubtful.Report.Findings[0].Severity is Severity.Doubt,
            _ => result.Report.Findings[0].Severity is Severity.Error,
        };

    /// <summary>Without the captions that hold no picture with a caption of its own; what was around one stays apart.</summary>
    private static string WithoutInnermost(string html) =>
        Regex.Replace(html, "<figcaption>((?!<figcaption>).)*?</figcaption>", "<p></p>", RegexOptions.Singleline);

    /// <summary>The invariant again, by other means: tags of blocks part, other tags vanish, white space folds.</summary>
    private static string[] TextBetweenBlocks(string html)
    {
        var (withoutCaptions, next) = (html, WithoutInnermost(html));
        while (next != withoutCaptions)
        {
            (withoutCaptions, next) = (next, WithoutInnermost(next));
        }

        // Where there is no other text, captions are the text.
        return TextOf(withoutCaptions) is { Length: > 0 } text ? text : TextOf(html);
    }

    private static string[] TextOf(string html)
    {
        var parted = Regex.Replace(html, "</?([a-z0-9]+)[^>]*>", tag => Blocks.Contains(tag.Groups[1].Value) ? "\u0001" : "");
        return
        [
            .. parted
                .Split('\u0001')
                .Select(p => string.Join(' ', WebUtility.HtmlDecode(p).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(p => p.Length > 0),
        ];
    }
}
