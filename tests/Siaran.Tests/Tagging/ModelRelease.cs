using Siaran.Releases;

namespace Siaran.Tests.Tagging;

/// <summary>The model release as intake reads it.</summary>
internal static class ModelRelease
{
    public static ReleaseContent Content { get; } =
        new()
        {
            Headline = "2 Instruksi Presiden Berperan Strategis Atasi Kemiskinan NTB",
            Label = "Advertorial",
            Agency = "Diskominfotik NTB",
            Place = "Lombok Timur",
            Outlet = "NTBSatu",
            EventDate = new DateOnly(2024, 11, 11),
            SignedOff = true,
            Paragraphs =
            [
                "Pemerintah Provinsi NTB melalui Disnakertrans menyampaikan, akan terus memperkuat komitmen dalam perlindungan sosial bagi pekerja melalui Program Jaminan Sosial Ketenagakerjaan (Jamsostek).",
                "Hal ini disampaikan dalam kegiatan Monitoring dan Evaluasi Pelaksanaan Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jamsostek dan Instruksi Presiden Nomor 4 Tahun 2022 tentang Percepatan Penghapusan Kemiskinan Ekstrem yang diselenggarakan oleh BPJS Ketenagakerjaan di Hotel Prime Park, Senin, 11 November 2024.",
                "Penjabat (Pj.) Gubernur NTB, Dr. Hassanudin, menyampaikan bahwa meskipun Pemprov NTB telah mengeluarkan berbagai kebijakan untuk mendorong partisipasi pekerja dalam program Jamsostek, cakupan perlindungan sosial bagi pekerja bukan penerima upah (BPU) di NTB masih rendah, yakni baru mencapai 9,3 persen dari total 2,1 juta pekerja BPU.",
                "“Peningkatan coverage perlindungan sosial bagi seluruh pekerja, khususnya pekerja rentan dan pekerja bukan penerima upah, masih menjadi ‘PR’ besar kita bersama,” tegas Hassanudin.",
                "Lebih lanjut, Hassanudin menekankan pentingnya sinergi antara pemerintah, pengusaha, dan seluruh pemangku kepentingan untuk mencapai tujuan Inpres terkait, yaitu meningkatkan kesejahteraan masyarakat dan memberikan perlindungan jaminan sosial bagi seluruh pekerja, baik formal maupun informal.",
                "“Jaminan sosial bukan hanya kewajiban, tetapi juga langkah penting dalam memastikan perlindungan dan kesejahteraan bagi seluruh tenaga kerja,” ujarnya.",
                "Sementara Kepala Disnakertrans Provinsi NTB, I Gede Putu Aryadi menyampaikan, bahwa kedua instruksi presiden tersebut berperan strategis dalam perlindungan sosial bagi tenaga kerja serta penghapusan kemiskinan ekstrem di NTB.",
                "Program Jamsostek dinilai sangat relevan untuk memberikan perlindungan bagi pekerja di berbagai sektor, baik formal maupun informal, yang sering kali rentan terhadap risiko pekerjaan.",
                "“Kami di Disnakertrans NTB sangat mengapresiasi dukungan BPJS Ketenagakerjaan untuk mengoptimalkan pelaksanaan Jamsostek di NTB. Hal ini sejalan dengan target kami dalam mewujudkan kesejahteraan tenaga kerja di seluruh kabupaten/kota,” ujar Aryadi.",
            ],
            BodyHtml = "",
        };

    public static Release Release { get; } = Some.Release(Content);
}
