namespace Siaran.Tests.Intake;

/// <summary>Tables and lists of documents of a saved page are of its text wherever its theme puts them.</summary>
[TestClass]
public sealed class PageTablesTests
{
    private const string Text =
        "<p>Panen kopi di lereng gunung selesai lebih awal, kata kepala dinas pertanian pada hari Kamis.</p><p>Hasilnya naik di semua desa karena petani memakai bibit yang baru sejak dua tahun lalu.</p>";

    private const string Rows =
        "<tr><td>Desa Watu</td><td>12 ton</td><td>3 kelompok</td></tr><tr><td>Desa Lede</td><td>9 ton</td><td>2 kelompok</td></tr><tr><td>Desa Kori</td><td>7 ton</td><td>2 kelompok</td></tr>";

    [TestMethod]
    [DataRow("article", "<div class=\"table-wrap\">", "</div>")]
    [DataRow("article", "<div class=\"x\"><figure>", "</figure></div>")]
    [DataRow("main", "<div><div class=\"scroll\">", "</div></div>")]
    [DataRow("article", "", "")]
    public void A_table_in_a_box_at_either_end_is_kept(string part, string open, string close)
    {
        var table = $"{open}<table><tr><th>Desa</th><th>Panen</th><th>Petani</th></tr>{Rows}</table>{close}";

        Assert.Contains("Desa Kori", Body($"<{part}><h1>Panen Kopi Usai</h1>{Text}<p>Hasil tiap desa:</p>{table}</{part}>"));
        Assert.Contains("Desa Watu", Body($"<{part}><h1>Panen Kopi Usai</h1>{table}{Text}</{part}>"));
        Assert.Contains("Hasil tiap desa", Body($"<{part}><h1>Panen Kopi Usai</h1>{Text}<p>Hasil tiap desa:</p>{table}</{part}>"));
    }

    [TestMethod]
    [DataRow("<tr><th>Desa</th><th>Kantor</th></tr>")]
    [DataRow("<tr><td>Nama desa di lereng gunung</td><td>Kantor</td></tr>")]
    public void Cells_that_are_linked_are_no_other_news(string head)
    {
        var rows = string.Concat(
            new[] { "Watu", "Lede", "Kori" }.Select(name =>
                $"<tr><td>Desa {name} di kecamatan pegunungan</td><td><a href=\"https://desa.example/{name}\">Kantor desa {name}</a></td></tr>"
            )
        );

        Assert.Contains("Kantor desa Kori", Body($"<article><h1>Panen Kopi Usai</h1>{Text}<table>{head}{rows}</table>{Text}</article>"));
    }

    [TestMethod]
    [DataRow("<ul><li><a href=\"/a.pdf\">Keputusan kepala dinas</a></li><li><a href=\"/b.xlsx\">Daftar harga kopi desa</a></li></ul>")]
    [DataRow("<p>Unduh: <a href=\"/a.pdf?v=2\">Keputusan kepala dinas</a></p>")]
    [DataRow("<p><a href=\"https://dinas.example/a.docx\">Keputusan kepala dinas</a></p>")]
    public void Documents_that_a_text_ends_with_are_kept(string list) =>
        Assert.Contains("Keputusan kepala dinas", Body($"<article><h1>Panen Kopi Usai</h1>{Text}{list}</article>"));

    [TestMethod]
    public void News_in_a_table_are_still_other_news()
    {
        var news = string.Concat(
            new[] { "Jalan Desa Watu Diaspal Tahun Ini", "Pasar Lede Pindah ke Tepi Sungai", "Guru Kori Ikut Pelatihan Bahasa" }.Select(
                title => $"<tr><td>3</td><td><a href=\"/{title.Length}\">{title}</a></td></tr>"
            )
        );

        Assert.DoesNotContain("Pasar Lede", Body($"<article><h1>Panen Kopi Usai</h1>{Text}</article><div><table>{news}</table></div>"));
    }

    private static string Body(string html) =>
        Uploads
            .Content(
                $"<!doctype html><html><head><title>Panen Kopi Usai</title></head><body><nav><a href=\"/\">Beranda</a></nav>{html}</body></html>",
                "a.html"
            )
            .BodyHtml;
}
