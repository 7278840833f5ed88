using System.Globalization;
using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Tests.Intake;

/// <summary>
/// Saved pages as content systems and hand-made portals write them: the text is kept whole, in order, and nothing around it is.
/// </summary>
[TestClass]
public sealed class ContentSystemTests
{
    private const string Headline = "Pasar Ikan Teluk Sekar Dibuka Kembali";

    private static readonly string[] Texts =
    [
        "Pemerintah Kabupaten Sekar membuka kembali Pasar Ikan Teluk Sekar pada Senin setelah direnovasi selama delapan bulan.",
        "Bupati Sekar Ratna Widuri mengatakan pasar itu kini memiliki gudang dingin berkapasitas 40 ton dan tempat pelelangan yang baru.",
        "“Nelayan tidak perlu lagi menjual ikan murah pada sore hari,” kata Ratna di hadapan ratusan nelayan dan pedagang.",
        "Pembangunan yang menelan biaya Rp12,4 miliar itu dibayar dari anggaran daerah dan bantuan kementerian.",
    ];

    private const string Menu =
        "<ul class='menu'><li><a href='/'>Beranda</a></li><li><a href='/profil'>Profil Daerah</a></li><li><a href='/berita'>Berita</a></li><li><a href='/layanan'>Layanan Publik</a></li></ul>";

    private const string Cards =
        "<div class='item'><a href='/3'><img src='/3.jpg' alt=''></a><h4><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka ke Tingkat Nasional</a></h4><span>3 November 2026</span></div><div class='item'><a href='/4'><img src='/4.jpg' alt=''></a><h4><a href='/4'>Dinas Kesehatan Gelar Imunisasi Polio di Sepuluh Puskesmas</a></h4><span>4 November 2026</span></div><div class='item'><a href='/5'><img src='/5.jpg' alt=''></a><h4><a href='/5'>Harga Cabai di Pasar Induk Sekar Mulai Turun</a></h4><span>5 November 2026</span></div>";

    private const string Foot =
        "<div class='bawah'><p>Dinas Komunikasi dan Informatika Kabupaten Sekar</p><p>Jalan Melati Nomor 17, Teluk Sekar, telepon (0370) 555 017, surel halo@sekar.example</p><p>Hak Cipta © 2026 Pemerintah Kabupaten Sekar. Seluruh hak dilindungi.</p></div>";

    private static ReleaseContent Read(string page)
    {
        var read = Uploads.Read(
            $"<!doctype html><html lang='id'><head><title>{Headline} - Kabupaten Sekar</title></head><body>{Filled(page)}</body></html>",
            "siaran.html"
        );
        return read switch
        {
            IntakeResult.Accepted accepted => accepted.Submission.Content!,
            IntakeResult.Doubtful doubtful => doubtful.Submission.Content!,
            _ => throw new AssertFailedException(string.Join("; ", read.Report.Findings.Select(f => f.Code))),
        };
    }

    private static string Filled(string page)
    {
        var filled = page.Replace("{judul}", Headline, StringComparison.Ordinal)
            .Replace("{menu}", Menu, StringComparison.Ordinal)
            .Replace("{kartu}", Cards, StringComparison.Ordinal)
            .Replace("{kaki}", Foot, StringComparison.Ordinal)
            .Replace("{semua}", "<p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p>", StringComparison.Ordinal);
        for (var at = 0; at < Texts.Length; at++)
        {
            filled = filled.Replace($"{{{(at + 1).ToString(CultureInfo.InvariantCulture)}}}", Texts[at], StringComparison.Ordinal);
        }

        return filled;
    }

    private static string[] Expected(string lines) => [.. Filled(lines).Split('|')];

    private static void Reads(string page, string lines)
    {
        var content = Read(page);

        CollectionAssert.AreEqual(Expected(lines), content.Paragraphs.ToArray(), string.Join("\n", content.Paragraphs));
        Assert.AreEqual(Headline, content.Headline);
    }

    private const string All = "{1}|{2}|{3}|{4}";

    [TestMethod]
    [DataRow(
        "{menu}<div class='item-page' itemscope itemtype='https://schema.org/Article'><div class='page-header'><h2 itemprop='headline'>{judul}</h2></div><div class='icons'><a href='?print=1'>Cetak</a> <a href='mailto:?subject=x'>Surel</a></div><dl class='article-info muted'><dd class='createdby'>Ditulis oleh <span>Humas Sekar</span></dd><dd class='hits'>Dilihat: 845</dd></dl><div itemprop='articleBody'>{semua}</div><ul class='pager pagenav'><li><a href='/2'>&lt; Sebelumnya</a></li><li><a href='/4'>Berikutnya &gt;</a></li></ul></div><div class='moduletable'><h3>Berita Terbaru</h3>{kartu}</div>{kaki}",
        All,
        DisplayName = "Joomla 3"
    )]
    [DataRow(
        "<div class='container-nav'>{menu}</div><main><div class='com-content-article item-page'><div class='page-header'><h1>{judul}</h1></div><div class='com-content-article__body'>{semua}</div><nav class='pagenavigation'><span class='pagination'><a href='/2'>Sebelumnya</a></span></nav></div></main><div class='sidebar-right'><div class='mod-articles-latest'>{kartu}</div></div>{kaki}",
        All,
        DisplayName = "Joomla 4"
    )]
    [DataRow(
        "{menu}<div id='k2Container' class='itemView'><div class='itemHeader'><span class='itemDateCreated'>Senin, 23 November 2026 10:12</span><h2 class='itemTitle'>{judul}</h2><span class='itemAuthor'>Ditulis oleh <a href='/a'>Admin</a></span></div><div class='itemToolbar'><ul><li><span>ukuran huruf</span> <a href='#'>perkecil</a> <a href='#'>perbesar</a></li><li><a href='#'>Cetak</a></li></ul></div><div class='itemBody'><div class='itemIntroText'><p>{1}</p></div><div class='itemFullText'><p>{2}</p><p>{3}</p><p>{4}</p></div><div class='itemContentFooter'><span class='itemHits'>Dibaca <b>1203</b> kali</span></div></div><div class='itemRelated'><h3>Berita terkait</h3><ul><li><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka</a></li><li><a href='/4'>Imunisasi Polio di Sepuluh Puskesmas</a></li></ul></div><div class='itemNavigation'><span>Selengkapnya dalam kategori ini:</span> <a href='/2'>« Harga Cabai Turun</a> <a href='/6'>Jalan Pesisir Diaspal »</a></div></div>{kaki}",
        All,
        DisplayName = "Joomla K2"
    )]
    [DataRow(
        "<div id='page-wrapper'>{menu}<div id='content'><h1 class='title' id='page-title'>{judul}</h1><div class='region region-content'><div class='node node-siaran-pers clearfix'><div class='meta submitted'>Dikirim oleh humas pada Sen, 11/23/2026 - 10:12</div><div class='content clearfix'><div class='field field-name-body field-type-text-with-summary'><div class='field-items'><div class='field-item even' property='content:encoded'>{semua}</div></div></div></div><ul class='links inline'><li><a href='/log'>Masuk untuk mengirim komentar</a></li></ul></div></div></div><div id='sidebar-second' class='column sidebar'><div class='block'><h2>Berita Terbaru</h2>{kartu}</div></div></div>{kaki}",
        All,
        DisplayName = "Drupal 7"
    )]
    [DataRow(
        "<header role='banner'>{menu}</header><main><h1>{judul}</h1><div class='field field--name-field-paragraphs field__items'><div class='field__item'><div class='paragraph paragraph--type--text'><div class='clearfix field__item'><p>{1}</p></div></div></div><div class='field__item'><div class='paragraph paragraph--type--image'><img src='https://a.example/p.jpg' alt='Pasar'></div></div><div class='field__item'><div class='paragraph paragraph--type--text'><div class='clearfix field__item'><p>{2}</p></div></div></div><div class='field__item'><div class='paragraph paragraph--type--quote'><blockquote><p>{3}</p></blockquote></div></div><div class='field__item'><div class='paragraph paragraph--type--text'><div class='clearfix field__item'><p>{4}</p></div></div></div></div></main>{kaki}",
        All,
        DisplayName = "Drupal with paragraphs"
    )]
    [DataRow(
        "{menu}<div class='td-main-content'><div class='td-post-header'><h1 class='entry-title'>{judul}</h1><div class='td-module-meta-info'><div class='td-post-author-name'><div class='td-author-by'>Oleh</div> <a href='/a'>Humas Sekar</a></div><span class='td-post-date'><time datetime='2026-11-23T10:12:00+08:00'>23 November 2026</time></span><div class='td-post-views'>312</div></div></div><div class='td-post-sharing'><a href='#'>Facebook</a><a href='#'>Twitter</a></div><div class='td-post-content tagdiv-type'><p>{1}</p><div class='td-a-rec td-a-rec-id-content_inline'><span class='td-adspot-title'>- Advertisement -</span></div><p>{2}</p><div class='td_block_wrap td_block_related'><h4>Baca Juga</h4><div class='td_module_wrap'><h3><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka</a></h3></div></div><p>{3}</p><p>{4}</p></div><div class='td_block_related_posts'>{kartu}</div></div>{kaki}",
        All,
        DisplayName = "WordPress, Newspaper"
    )]
    [DataRow(
        "{menu}<div id='et-boc'><div class='et_pb_section'><div class='et_pb_row'><div class='et_pb_column'><div class='et_pb_module et_pb_post_title'><h1 class='entry-title'>{judul}</h1><p class='et_pb_title_meta_container'>oleh <a href='/a'>Humas</a> | Nov 23, 2026 | <a href='/b'>Berita</a></p></div><div class='et_pb_module et_pb_text'><div class='et_pb_text_inner'><p>{1}</p></div></div></div></div><div class='et_pb_row'><div class='et_pb_column'><div class='et_pb_module et_pb_image'><img src='https://a.example/p.jpg' alt='Pasar'></div></div><div class='et_pb_column'><div class='et_pb_module et_pb_text'><div class='et_pb_text_inner'><p>{2}</p><p>{3}</p></div></div></div></div><div class='et_pb_row'><div class='et_pb_column'><div class='et_pb_module et_pb_text'><div class='et_pb_text_inner'><p>{4}</p></div></div></div></div></div></div><div id='sidebar'>{kartu}</div>{kaki}",
        All,
        DisplayName = "WordPress, Divi"
    )]
    [DataRow(
        "{menu}<article><header class='entry-header'><h1 class='entry-title'>{judul}</h1></header><div class='entry-content'><p>{1}</p><p>{2}</p></div></article><div class='comments-area'><ol class='comment-list'><li class='comment'><div class='comment-content'><p>Semoga harga ikan di pasar ini tidak naik, parkirnya gratis untuk warga, dan pedagang lama mendapat kios lebih dulu daripada pendatang.</p></div></li><li class='comment'><div class='comment-content'><p>Terima kasih kepada semua pihak, pasarnya sekarang bersih, tidak bau lagi seperti dulu, dan jalannya lebih lebar untuk truk.</p></div></li><li class='comment'><div class='comment-content'><p>Kapan pasar di kecamatan kami dibangun juga, sudah lima tahun dijanjikan tetapi sampai sekarang belum ada kabarnya sama sekali.</p></div></li></ol></div>{kaki}",
        "{1}|{2}",
        DisplayName = "WordPress, comments longer than the text"
    )]
    [DataRow(
        "{menu}<div class='judul'><h1>{judul}</h1></div><div class='isi'><p>{1}</p></div><div class='comments-area'><ol class='comment-list'><li class='comment'><div class='comment-content'><p>Semoga harga ikan di pasar ini tidak naik, parkirnya gratis untuk warga, dan pedagang lama mendapat kios lebih dulu daripada pendatang.</p></div></li><li class='comment'><div class='comment-content'><p>Kapan pasar di kecamatan kami dibangun juga, sudah lima tahun dijanjikan tetapi sampai sekarang belum ada kabarnya sama sekali.</p></div></li></ol></div>{kaki}",
        "{1}",
        DisplayName = "hand-made, comments longer than the text"
    )]
    [DataRow(
        "<div class='header section'><h1 class='title'><a href='/'>Humas Sekar</a></h1></div><div class='blog-posts'><div class='post hentry'><h3 class='post-title entry-title'><a href='/pasar.html'>{judul}</a></h3><div class='post-body entry-content'><div class='separator'><a href='/p.jpg'><img src='https://a.example/p.jpg'></a></div><span style='font-family: arial;'>{1}</span><br /><br /><span>{2}<br /></span><br /><a name='more'></a>{3}<br /><br />{4}</div><div class='post-footer'><div class='post-footer-line'><span class='post-author vcard'>Diposting oleh <span class='fn'>Humas Sekar</span></span> <span class='post-timestamp'>di <a href='/pasar.html'><abbr class='published' title='2026-11-23T10:12:00+08:00'>10.12</abbr></a></span></div></div></div></div><div class='widget PopularPosts'><h2>Entri Populer</h2><ul><li><div class='item-title'><a href='/3'>Wabup Sekar Lepas Kontingen</a></div><div class='item-snippet'>Wakil Bupati Sekar melepas 40 anggota kontingen pramuka di halaman kantor bupati pada Jumat pagi ...</div></li><li><div class='item-title'><a href='/4'>Imunisasi Polio</a></div><div class='item-snippet'>Dinas Kesehatan menggelar imunisasi polio serentak di sepuluh puskesmas di seluruh kabupaten ...</div></li></ul></div>{kaki}",
        All,
        DisplayName = "Blogspot, lines with breaks"
    )]
    [DataRow(
        "{menu}<div id='contentcolumn'><div class='innertube'><div class='artikel' id='artikel-blank'><h2 class='judul'>{judul}</h2><h3 class='kecil'><i class='fa fa-user'></i> Administrator <i class='fa fa-clock-o'></i> 23 November 2026 10:12:33</h3><div class='sampul'><a href='/p.jpg'><img src='https://a.example/p.jpg'></a></div><div class='teks' style='text-align:justify;'><p>{1}</p><p>{2}</p></div><div class='sampul2'><img src='https://a.example/q.jpg'></div><div class='teks'><p>{3}</p><p>{4}</p></div><div class='form-group' style='clear:both;'><ul id='pageshare' title='bagikan ke teman anda' class='pagination'><li><a href='#'>Facebook</a></li><li><a href='#'>WhatsApp</a></li></ul></div></div><div class='box box-warning'><h3 class='box-title'>Kirim Komentar</h3><table><tr><td>Nama</td><td><input></td></tr><tr><td>Isi</td><td><textarea></textarea></td></tr></table></div></div></div><div class='box-aparatur'><h3>Aparatur Desa</h3><p>Kepala Desa Sukma Jaya</p></div>{kaki}",
        All,
        DisplayName = "OpenSID"
    )]
    [DataRow(
        "<nav class='navbar'>{menu}</nav><div class='container'><div class='row'><div class='col-lg-8'><div class='card'><img class='card-img-top' src='https://a.example/p.jpg'><div class='card-header'>Berita Daerah</div><div class='card-body'><h3 class='card-title'>{judul}</h3><p class='card-subtitle text-muted'><i class='fa fa-calendar'></i> 23 Nov 2026 <i class='fa fa-eye'></i> 120x dilihat</p><div class='card-text'>{1}</div><div class='card-text'>{2}</div><div class='card-text'>{3}</div><div class='card-text'>{4}</div><a class='btn btn-primary' href='/berita'>Kembali</a></div></div></div><div class='col-lg-4'><ul class='list-group'><li class='list-group-item'><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka</a></li><li class='list-group-item'><a href='/4'>Imunisasi Polio di Sepuluh Puskesmas</a></li></ul></div></div></div>{kaki}",
        All,
        DisplayName = "Laravel, cards of Bootstrap"
    )]
    [DataRow(
        "{menu}<section class='breadcrumbs'><ol><li><a href='/'>Beranda</a></li><li>Detail Berita</li></ol></section><section id='blog' class='blog'><div class='entries'><article class='entry entry-single'><div class='entry-img'><img src='https://a.example/p.jpg'></div><h2 class='entry-title'><a href='#'>{judul}</a></h2><div class='entry-meta'><ul><li><a href='#'>Admin</a></li><li><a href='#'>23 Nov 2026</a></li></ul></div><div class='entry-content'><p class='MsoNormal'><span lang='IN'>{1}<o:p></o:p></span></p><p class='MsoNormal'><span lang='IN'>&nbsp;</span></p><p class='MsoNormal'><span>{2}</span></p><p class='MsoListParagraph'><span>{3}</span></p><p class='MsoNormal'><span>{4}</span></p></div><div class='entry-footer'><i class='bi bi-folder'></i><ul class='cats'><li><a href='#'>Umum</a></li></ul><i class='bi bi-tags'></i><ul class='tags'><li><a href='#'>pasar</a></li></ul></div></article><div class='blog-author'><h4>Humas Sekar</h4><div class='social-links'><a href='#'>Twitter</a></div><p>Bagian Humas menulis kabar kegiatan pemerintah daerah setiap hari kerja untuk warga.</p></div></div></section>{kaki}",
        All,
        DisplayName = "Laravel, blog template"
    )]
    [DataRow(
        "<form method='post' action='pasar.aspx' id='aspnetForm'><div id='s4-workspace'><div id='s4-topheader'>{menu}</div><div id='contentBox'><h1 id='pageTitle'><span id='DeltaPlaceHolderPageTitleInTitleArea'>{judul}</span></h1><div class='article article-right'><div class='captioned-image'><div class='image'><img src='https://a.example/p.jpg' alt='Pasar'></div></div><div class='article-header'><div class='date-line'>23/11/2026</div></div><div class='article-content'><div id='ctl00_PlaceHolderMain_ctl03' class='ms-rtestate-field'><p>\u200b{1}</p><div>{2}</div><div>\u200b\u200b</div><div>{3}</div><p>\u200b</p><p>{4}</p></div></div></div></div><div class='ms-webpart-zone'><h2>Berita Lain</h2>{kartu}</div></div></form>{kaki}",
        All,
        DisplayName = "SharePoint, publishing page"
    )]
    [DataRow(
        "<div id='spPageChromeAppDiv'>{menu}</div><div class='SPCanvas'><div data-automation-id='pageHeader'><div role='heading' aria-level='1' data-automation-id='TitleTextId'>{judul}</div></div><div class='CanvasZone'><div class='CanvasSection'><div class='ControlZone'><div data-automation-id='textBox' class='rteEmphasis'><p>{1}</p><p>{2}</p></div></div></div></div><div class='CanvasZone'><div class='CanvasSection'><div class='ControlZone'><div data-automation-id='imageViewer'><img src='https://a.example/p.jpg' alt='Pasar'></div></div></div><div class='CanvasSection'><div class='ControlZone'><div data-automation-id='textBox' class='rteEmphasis'><p>{3}</p><p>{4}</p></div></div></div></div></div>{kaki}",
        All,
        DisplayName = "SharePoint, modern page"
    )]
    [DataRow(
        "<form name='form1' method='post' id='form1'><input type='hidden' name='__VIEWSTATE' value='dDwtMTI7Oz4='><table width='980'><tr><td colspan='2'>{menu}</td></tr><tr><td width='700' valign='top'><span id='ctl00_ContentPlaceHolder1_lblJudul' class='judul'><h2>{judul}</h2></span><span id='ctl00_ContentPlaceHolder1_lblTanggal'>Senin, 23 November 2026</span><br><span id='ctl00_ContentPlaceHolder1_lblIsi'>{1}<br /><br />{2}<br /><br />{3}<br /><br />{4}</span><br><a id='lnkKembali' href='javascript:history.back()'>Kembali</a></td><td width='280' valign='top'><span class='judul'>Berita Lain</span><table id='GridView1'><tr><td><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka</a></td></tr><tr><td><a href='/4'>Imunisasi Polio di Sepuluh Puskesmas</a></td></tr></table></td></tr></table></form>{kaki}",
        All,
        DisplayName = "WebForms in a layout table"
    )]
    [DataRow(
        "<center><table width='760' border='0'><tr><td>{menu}</td></tr><tr><td><table><tr><td class='judul'><font size='4'><b>{judul}</b></font></td></tr><tr><td><hr></td></tr><tr><td><p align='justify'>{1}<p align='justify'>{2}<p align='justify'>{3}<p align='justify'>{4}</td></tr></table></td></tr><tr><td align='center'><font size='1'>Hak Cipta © 2026 Pemerintah Kabupaten Sekar</font></td></tr></table></center>",
        All,
        DisplayName = "nested tables of the nineties"
    )]
    [DataRow(
        "{menu}<div class='berita'><h1>{judul}</h1><table class='isi'><tr><td>{1}</td></tr><tr><td>{2}</td></tr><tr><td>{3}</td></tr><tr><td>{4}</td></tr></table></div>{kaki}",
        All,
        DisplayName = "a paragraph to each row"
    )]
    [DataRow(
        "{menu}<div class='berita'><h1>{judul}</h1><dl><dt>Pasar dibuka</dt><dd>{1}</dd><dd>{2}</dd><dt>Kata bupati</dt><dd>{3}</dd><dt>Biaya</dt><dd>{4}</dd></dl></div>{kaki}",
        "Pasar dibuka|{1}|{2}|Kata bupati|{3}|Biaya|{4}",
        DisplayName = "a list of definitions"
    )]
    [DataRow(
        "{menu}<div class='berita'><h1>{judul}</h1><p>{1}</p><details><summary>Siaran pers lengkap</summary><p>{2}</p><p>{3}</p><p>{4}</p></details></div>{kaki}",
        "{1}|Siaran pers lengkap|{2}|{3}|{4}",
        DisplayName = "details"
    )]
    [DataRow(
        "{menu}<div class='halaman'><h1>{judul}</h1><ul class='nav nav-tabs' role='tablist'><li><a href='#teks'>Siaran Pers</a></li><li><a href='#foto'>Foto</a></li></ul><div class='tab-content'><div class='tab-pane active' role='tabpanel' id='teks'>{semua}</div><div class='tab-pane' role='tabpanel' id='foto'><a href='/1.jpg'><img src='https://a.example/1.jpg' alt=''></a></div></div></div>{kaki}",
        All,
        DisplayName = "tabs"
    )]
    [DataRow(
        "<div id='main-content'><h2>Berita Lain</h2>{kartu}</div><div id='sidebar-right' class='sidebar'><div class='widget widget_text'><h2>{judul}</h2>{semua}</div></div>{kaki}",
        All,
        DisplayName = "text in a sidebar"
    )]
    [DataRow(
        "{menu}{kartu}<aside class='panel'><h2>{judul}</h2>{semua}</aside><footer>{kaki}</footer>",
        All,
        DisplayName = "text in aside"
    )]
    [DataRow(
        "{menu}{kartu}<div class='modal fade' id='modal-17' tabindex='-1' role='dialog' style='display: none;'><div class='modal-dialog'><div class='modal-content'><div class='modal-header'><h4 class='modal-title'>{judul}</h4></div><div class='modal-body'>{semua}</div><div class='modal-footer'><button>Tutup</button></div></div></div></div>{kaki}",
        All,
        DisplayName = "text in a window over the page"
    )]
    [DataRow(
        "<div class='banner'><div class='banner-content'><h1>{judul}</h1><p>{1}</p></div></div><div class='isi'><p>{2}</p><p>{3}</p><p>{4}</p></div>{kaki}",
        All,
        DisplayName = "first paragraph in a banner"
    )]
    [DataRow(
        "{menu}<div class='detail'><h1>{judul}</h1><div class='text-block'><p>{1}</p></div><div class='ads-slot'><span>Iklan</span><a href='/x'><img src='https://a.example/x.gif'></a></div><div class='text-block'><p>{2}</p></div><div class='ads-slot'><span>Iklan</span></div><div class='text-block'><p>{3}</p></div><div class='ads-slot'><span>Iklan</span></div><div class='text-block'><p>{4}</p></div></div><div class='lain'>{kartu}</div>{kaki}",
        All,
        DisplayName = "adverts between containers"
    )]
    [DataRow(
        "{menu}<div class='isi'><h1>{judul}</h1><p>{1}</p><p>{2}</p><p><a href='/harga'>Daftar harga ikan sebelum dan sesudah pasar dibuka kembali dapat diunduh di sini.</a></p><p>{3}</p><p>{4}</p></div>{kaki}",
        "{1}|{2}|Daftar harga ikan sebelum dan sesudah pasar dibuka kembali dapat diunduh di sini.|{3}|{4}",
        DisplayName = "a paragraph that is one link"
    )]
    [DataRow(
        "{menu}<main><h1>{judul}</h1><section id='pembukaan'><h2>Pembukaan</h2><p>{1}</p><p>{2}</p></section><section id='kata-bupati'><h2>Kata bupati</h2><p>{3}</p></section><section id='biaya'><h2>Biaya</h2><p>{4}</p></section></main>{kaki}",
        "Pembukaan|{1}|{2}|Kata bupati|{3}|Biaya|{4}",
        DisplayName = "sections"
    )]
    [DataRow(
        "<div class='w-nav'>{menu}</div><div class='section'><div class='w-container'><h1>{judul}</h1><div class='w-richtext'><p>{1}</p><figure class='w-richtext-figure-type-image'><div><img src='https://a.example/p.jpg' alt='Pasar'></div><figcaption>Pasar ikan</figcaption></figure><p>{2}</p><p>{3}</p><p>{4}</p></div></div></div><div class='w-dyn-list'><div class='w-dyn-items'>{kartu}</div></div>{kaki}",
        All,
        DisplayName = "Webflow"
    )]
    [DataRow(
        "{menu}<div id='portal-column-content'><div id='content'><h1 class='documentFirstHeading'>{judul}</h1><div id='plone-document-byline' class='documentByLine'>oleh <span class='documentAuthor'><a href='/a'>humas</a></span> — terakhir diubah 23 November 2026 10:12</div><div class='documentDescription description'>{1}</div><div id='content-core'><div id='parent-fieldname-text'><p>{2}</p><p>{3}</p><p>{4}</p></div></div></div></div><div id='portal-column-two'><dl class='portlet portletNews'><dt class='portletHeader'>Berita</dt><dd class='portletItem'><a href='/3'>Wabup Sekar Lepas Kontingen Pramuka</a></dd><dd class='portletItem'><a href='/4'>Imunisasi Polio</a></dd></dl></div>{kaki}",
        All,
        DisplayName = "Plone"
    )]
    [DataRow(
        "{menu}<div class='news news-single'><div class='header'><h1 itemprop='headline'>{judul}</h1></div><div class='teaser-text'><p>{1}</p></div><div class='news-text-wrap'><p>{2}</p></div><div id='c17' class='frame frame-default'><div class='ce-textpic'><div class='ce-gallery'><img src='https://a.example/p.jpg' alt='Pasar'></div><div class='ce-bodytext'><p>{3}</p></div></div></div><div id='c18' class='frame frame-default'><p>{4}</p></div><div class='news-backlink-wrap'><a href='/berita'>Kembali</a></div></div>{kaki}",
        All,
        DisplayName = "TYPO3"
    )]
    [DataRow(
        "{menu}<article class='gh-article'><header class='gh-article-header'><h1 class='gh-article-title'>{judul}</h1><p class='gh-article-excerpt'>{1}</p><div class='gh-article-meta'><h4 class='gh-article-author-name'><a href='/a'>Humas Sekar</a></h4><div class='gh-article-meta-content'><time datetime='2026-11-23'>23 Nov 2026</time> <span>— 2 min read</span></div></div></header><section class='gh-content'><p>{2}</p><div class='kg-card kg-callout-card'><div class='kg-callout-text'>{3}</div></div><p>{4}</p></section></article><section class='gh-subscribe'><h3>Berlangganan kabar kami</h3><form><input><button>Langganan</button></form></section>{kaki}",
        All,
        DisplayName = "Ghost"
    )]
    [DataRow(
        "{menu}<div class='portlet-asset-publisher'><div class='asset-full-content'><div class='asset-actions'><a href='#'>Cetak</a></div><h1>{judul}</h1><div class='asset-content'><div class='journal-content-article'>{semua}</div></div><div class='asset-ratings'><span>Nilai rata-rata (0 Suara)</span></div><div class='taglib-social-bookmarks'><ul><li><a href='#'>Tweet</a></li></ul></div></div></div>{kaki}",
        All,
        DisplayName = "Liferay"
    )]
    [DataRow(
        "{menu}<div data-hook='post'><h1 data-hook='post-title'><span>{judul}</span></h1><ul class='post-metadata'><li><span>23 Nov 2026</span></li><li><span>2 menit membaca</span></li></ul><section data-hook='post-description'><div class='kaqlz'><div class='fTEXDR'><p class='xa1'><span>{1}</span></p><div class='blank'></div><p class='xa1'><span>{2}</span></p><p class='xa1'><span>{3}</span></p><p class='xa1'><span>{4}</span></p></div></div></section><div class='post-footer'><span>0 tayangan</span><span>0 komentar</span></div></div><div data-hook='recent-posts'><h2>Postingan Terakhir</h2>{kartu}</div>{kaki}",
        All,
        DisplayName = "Wix"
    )]
    [DataRow(
        "{menu}<div role='main'><section class='yaqOZd'><div class='mYVXT'><h1 class='zfr3Q'><span>{judul}</span></h1></div></section><section class='yaqOZd'><div class='mYVXT'><div class='tyJCtd'><p class='zfr3Q CDt4Ke'><span>{1}</span></p><p class='zfr3Q CDt4Ke'><span>{2}</span></p></div></div></section><section class='yaqOZd'><div class='mYVXT'><div class='tyJCtd'><p class='zfr3Q CDt4Ke'><span>{3}</span></p><p class='zfr3Q CDt4Ke'><span>{4}</span></p></div></div></section></div>{kaki}",
        All,
        DisplayName = "Google Sites"
    )]
    [DataRow(
        "{menu}<div class='berita-detail'><h3>{judul}</h3><div><div><div>{1}</div></div><div><div>{2}</div><div><b>Narahubung: Humas Sekar</b></div></div><div>{3}</div></div><div>{4}</div></div><div class='kanan'>{kartu}</div>{kaki}",
        "{1}|{2}|Narahubung: Humas Sekar|{3}|{4}",
        DisplayName = "boxes within boxes"
    )]
    [DataRow(
        "{menu}<h1>{judul}</h1>{1}<br>{2}<br>{3}<br>{4}<div class='kanan'>{kartu}</div>{kaki}",
        "{1} {2} {3} {4}",
        DisplayName = "single breaks directly in the body"
    )]
    public void A_page_of_a_content_system_gives_its_text_alone(string page, string lines) => Reads(page, lines);

    [TestMethod]
    [DataRow("comment-analysis")]
    [DataRow("comments-from-the-minister")]
    [DataRow("sharing-economy")]
    [DataRow("share-of-budget")]
    [DataRow("popular-culture")]
    [DataRow("navigation-safety")]
    [DataRow("newsletter-content")]
    [DataRow("newsletter")]
    [DataRow("advertising-rules")]
    [DataRow("advertorial")]
    [DataRow("related-work")]
    [DataRow("related_projects")]
    [DataRow("related")]
    [DataRow("trending-topics-explained")]
    [DataRow("subscribe-steps")]
    [DataRow("modal-usaha")]
    [DataRow("modal-share-saham")]
    [DataRow("consent-decree")]
    [DataRow("cookie-recipe")]
    [DataRow("cookies-production")]
    [DataRow("copyright-law-reform")]
    [DataRow("penulis-daerah-award")]
    [DataRow("footer-story")]
    [DataRow("sidebar-story")]
    [DataRow("iklan-layanan-masyarakat")]
    [DataRow("iklan")]
    [DataRow("berita-terkait")]
    [DataRow("post-meta-analysis")]
    [DataRow("social")]
    [DataRow("tags")]
    [DataRow("pagination-page")]
    [DataRow("breadcrumb-content")]
    [DataRow("bahan-bakar-komentar-menteri")]
    [DataRow("byline")]
    public void A_box_of_paragraphs_is_text_whatever_its_name_begins_with(string name)
    {
        const string rest = "<p>{1}</p><p>{2}</p>";
        var box = $"<div class='{name}'><p>{{3}}</p><p>{{4}}</p></div>";

        Reads($"{{menu}}<main><h1>{{judul}}</h1>{rest}{box}</main>{{kaki}}", All);
        Reads($"{{menu}}<main><h1>{{judul}}</h1>{rest}<section id='{name}'><p>{{3}}</p><p>{{4}}</p></section></main>{{kaki}}", All);
        CollectionAssert.AreEqual(
            Expected(All),
            Uploads.Content(Filled($"<h1>{{judul}}</h1>{rest}{box}"), "siaran.html").Paragraphs.ToArray()
        );
    }

    [TestMethod]
    [DataRow("comment-list", "<p>{3}</p><p>{4}</p>")]
    [DataRow("comments-17", "<p>{3}</p><p>{4}</p>")]
    [DataRow("comment-content", "<p>{3}</p><p>{4}</p>")]
    [DataRow("cookie-notice", "<p>{3}</p><p>{4}</p>")]
    [DataRow("cookie-law-info-bar", "<p>{3}</p><p>{4}</p>")]
    [DataRow("cookies", "<p>{3}</p><p>{4}</p>")]
    [DataRow("author-box", "<p>{3}</p><p>{4}</p>")]
    [DataRow("site-footer", "<p>{3}</p><p>{4}</p>")]
    [DataRow(
        "related-posts",
        "<div><a href='/3'>Wabup Sekar Lepas Kontingen</a><p>{3}</p></div><div><a href='/4'>Imunisasi Polio</a><p>{4}</p></div>"
    )]
    [DataRow(
        "popular-posts",
        "<div><a href='/3'>Wabup Sekar Lepas Kontingen</a><p>{3}</p></div><div><a href='/4'>Imunisasi Polio</a><p>{4}</p></div>"
    )]
    [DataRow(
        "newsletter-content",
        "<h4>Langganan</h4><p>Dapatkan kabar dari pemerintah daerah setiap pagi lewat surel Anda tanpa biaya.</p><form><input></form>"
    )]
    [DataRow("sharing-economy", "<a href='#'>Facebook</a> <a href='#'>WhatsApp</a>")]
    [DataRow("advertising-rules", "<span>Iklan</span>")]
    public void A_box_of_furniture_goes_whatever_text_it_holds(string name, string box) =>
        Reads($"{{menu}}<main><h1>{{judul}}</h1><p>{{1}}</p><p>{{2}}</p><div class='{name}'>{box}</div></main>{{kaki}}", "{1}|{2}");
}
