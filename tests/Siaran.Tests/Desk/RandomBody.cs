using System.Net;
using System.Text;

namespace Siaran.Tests.Desk;

/// <summary>
/// Bodies of every element and attribute that the sanitiser lets through, and of words that mean something in some Markdown.
/// </summary>
internal sealed class RandomBody(int seed)
{
    private static readonly string[] Words =
    [
        "warga",
        "Bupati",
        "pasar ikan",
        "1. satu",
        "2024. tahun",
        "# pagar",
        "*bintang*",
        "5 * 3 * 2",
        "a_b_c",
        "_miring_",
        "[x](y)",
        "[^1]",
        "[gallery]",
        "![x](y)",
        "<b>",
        "a < b > c",
        "&amp;",
        "Q&A; lanjut",
        "`kode`",
        "``dua``",
        "www.nusajaya.example/a",
        "https://nusajaya.example/a_b?c=1&d=2",
        "pos@nusajaya.example",
        "mailto:pos@nusajaya.example",
        "a | b",
        "| --- | --- |",
        "~~coret~~",
        "~",
        "==tanda==",
        "{: .kelas}",
        "{#jangkar}",
        "{{< tanda >}}",
        "{% liquid %}",
        ":::",
        "\\",
        "\\*",
        "“kutip”,",
        "---",
        "===",
        "+62 811",
        "- butir",
        "> kutipan",
        "!!! catatan",
        "(kurung)",
        "***",
        "é ü ñ",
        "😀",
        "9,3 persen.",
        "…",
    ];

    private static readonly string[] Marks =
    [
        "strong",
        "em",
        "u",
        "s",
        "del",
        "ins",
        "sub",
        "sup",
        "code",
        "cite",
        "mark",
        "small",
        "b",
        "i",
    ];

    private static readonly string[] Addresses =
    [
        "https://nusajaya.example/a_b",
        "https://nusajaya.example/a?b=1&c=(2)",
        "https://nusajaya.example/a%20b*c*",
        "https://nusájaya.example/",
        "mailto:pos@nusajaya.example",
    ];

    private readonly Random random = new(seed);

    /// <summary>HTML between a first and a last paragraph, in which nothing is taken for a headline or a sign-off.</summary>
    public string Html()
    {
        var html = new StringBuilder("<p>Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di pesisir.</p>");
        for (var blocks = random.Next(1, 6); blocks > 0; blocks--)
        {
            html.Append(Block(3));
        }

        return html.Append("<p>Warga menyambutnya dengan gembira.</p>").ToString();
    }

    private string Block(int depth) =>
        random.Next(depth > 0 ? 11 : 5) switch
        {
            0 => $"<h{random.Next(2, 7)}>{Inlines(2)}</h{random.Next(2, 7)}>",
            1 => $"<pre>{Encoded(Word())}\n\n  {Encoded(Word())}{(Maybe() ? "\n" : "")}</pre>",
            2 => $"<figure>{Picture()}{(Maybe() ? $"<figcaption>{Inlines(2)}</figcaption>" : "")}</figure>",
            3 or 4 => $"<p>{Inlines(3)}</p>",
            5 or 6 => $"<ul>{Items(depth, "")}</ul>",
            7 =>
                $"<ol{Pick(["", " start=\"3\"", " type=\"a\"", " reversed", " start=\"-2\""])}>{Items(depth, Maybe() ? "" : " value=\"7\"")}</ol>",
            8 => $"<blockquote>{Block(depth - 1)}{(Maybe() ? Block(depth - 1) : "")}</blockquote>",
            _ => Table(),
        };

    private string Items(int depth, string attribute) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(1, 4))
                .Select(at =>
                    $"<li{(at == 1 ? attribute : "")}>{(Maybe() ? Inlines(2) : Block(0))}{(random.Next(4) == 0 ? Block(depth - 1) : "")}</li>"
                )
        );

    private string Table()
    {
        var columns = random.Next(2, 4);
        var isHeaded = Maybe();
        var rows = Enumerable
            .Range(0, random.Next(2, 4))
            .Select(row => string.Concat(Enumerable.Range(0, columns).Select(_ => Cell(isHeaded && row == 0 ? "th" : "td"))));
        return $"<table>{string.Concat(rows.Select(row => $"<tr>{row}</tr>"))}</table>";
    }

    private string Cell(string name) =>
        $"<{name}{Pick(["", "", "", " colspan=\"2\"", " rowspan=\"2\""])}>{Pick([Inlines(2), Inlines(1), "", $"<p>{Inlines(1)}</p><p>{Inlines(1)}</p>"])}</{name}>";

    private string Inlines(int depth) => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Inline(depth)));

    private string Inline(int depth) =>
        random.Next(depth > 0 ? 8 : 4) switch
        {
            0 or 1 => Encoded(Word()) + " ",
            2 => Encoded(Word()),
            3 => random.Next(3) == 0 ? "<br>" : " ",
            4 or 5 => Marked(Marks[random.Next(Marks.Length)], depth),
            6 => $"<a href=\"{Encoded(Pick(Addresses))}\">{Inlines(depth - 1)}</a>",
            _ => random.Next(4) == 0 ? Picture() : Marked("strong", depth),
        };

    private string Marked(string name, int depth) => $"<{name}>{Inlines(depth - 1)}</{name}>";

    private string Picture() =>
        $"<img src=\"{Pick(["foto.jpg", "https://nusajaya.example/foto_1.jpg", "https://nusajaya.example/a b(1).png"])}\" alt=\"{Encoded(Word())}\"{(Maybe() ? " width=\"640\" height=\"480\"" : "")}>";

    private string Word() => Words[random.Next(Words.Length)];

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private bool Maybe() => random.Next(2) == 0;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
