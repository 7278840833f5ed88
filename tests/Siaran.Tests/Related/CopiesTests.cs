using Siaran.Tags;

namespace Siaran.Tests.Related;

[TestClass]
public sealed class CopiesTests
{
    private static readonly string[] Paragraphs =
    [
        "Pemerintah Provinsi Nusa Jaya meresmikan jembatan gantung sepanjang dua ratus meter yang menghubungkan Kecamatan Muara dan Kecamatan Bukit.",
        "Jembatan itu dibangun selama delapan bulan dengan melibatkan ratusan pekerja setempat dan menelan biaya belasan miliar rupiah.",
        "Kepala dinas menuturkan bahwa hasil kebun kini sampai ke pasar dalam setengah jam, sebelumnya petani memutar hampir tiga jam.",
        "Warga menyambut peresmian dengan tarian dan makan bersama di tepi sungai hingga sore.",
    ];

    private readonly RelatedWorld world = new();

    [TestMethod]
    public async Task The_same_release_from_another_office_is_linked_and_not_listed_as_a_neighbour()
    {
        var (one, other) = (Bridge("one", "Jembatan Gantung Muara Diresmikan"), Bridge("other", "Nusa Jaya Punya Jembatan Gantung Baru"));
        await world.RelateAsync(one);
        await world.RelateAsync(other);

        Assert.AreEqual(other.Release.Id, world[one].AlsoPublishedAs.Single().Id);
        Assert.AreEqual(one.Release.Id, world[other].AlsoPublishedAs.Single().Id);
        Assert.IsEmpty(world[one].Neighbours);
    }

    [TestMethod]
    public async Task A_light_rewrite_is_a_copy_and_a_follow_up_that_quotes_a_paragraph_is_not()
    {
        var original = Bridge("one", "Jembatan Gantung Muara Diresmikan");
        string[] light = [Paragraphs[0].Replace("meresmikan", "membuka", StringComparison.Ordinal), .. Paragraphs[1..3]];
        var rewrite = Text.Of("rewrite", Some.Content("Dibuka, Jembatan Gantung Muara", light));
        var followUp = Text.Of(
            "follow-up",
            Some.Content(
                "Retribusi Jembatan Gantung Dihapus",
                "Mulai pekan depan kendaraan roda dua melintas tanpa membayar, sedangkan truk hasil kebun mendapat potongan separuh.",
                "Keputusan itu diambil setelah rapat dengan para kepala desa, pedagang pasar, dan pengusaha angkutan.",
                "Petugas akan memasang papan tarif baru di kedua ujung dan mencabut pos lama.",
                Paragraphs[1]
            )
        );
        await world.RelateAsync(original, rewrite, followUp);

        Assert.AreEqual(rewrite.Release.Id, world[original].AlsoPublishedAs.Single().Id);
        Assert.AreEqual(followUp.Release.Id, world[original].Neighbours.Single().Id);
    }

    [TestMethod]
    [DataRow("Gempa M4,2 Guncang Utara Pulau Jaya", "4,2", "03.14", 10, "Gempa M5,1 Guncang Selatan Pulau Jaya", "5,1", "22.40", 27)]
    [DataRow("Gempa Guncang Pulau Jaya Pagi Ini", "3,9", "05.02", 12, "Gempa Kembali Guncang Pulau Jaya", "4,4", "07.51", 31)]
    public async Task Releases_of_one_form_with_other_figures_are_a_series_and_no_copies(
        string headline,
        string strength,
        string time,
        int depth,
        string otherHeadline,
        string otherStrength,
        string otherTime,
        int otherDepth
    )
    {
        var (one, other) = (
            Quake("one", headline, strength, time, depth),
            Quake("other", otherHeadline, otherStrength, otherTime, otherDepth)
        );
        await world.RelateAsync(one);
        await world.RelateAsync(other);

        Assert.IsEmpty(world[one].AlsoPublishedAs);
        Assert.AreEqual(other.Release.Id, world[one].Neighbours.Single().Id);
        Assert.AreEqual(one.Release.Id, world[other].Neighbours.Single().Id);
    }

    /// <summary>What comes every day in the same words: the figures, the day or the place is what is new in it.</summary>
    [TestMethod]
    [DataRow(
        "Harga {0} di Pasar Muara Rp{1} per Kilogram",
        "Dinas Perdagangan mencatat harga {0} di Pasar Muara pada {2} sebesar Rp{1} per kilogram. Stok di gudang distributor {3} ton.|Kepala dinas meminta warga tidak menimbun bahan pokok karena pasokan dari petani berjalan lancar.",
        "cabai rawit;48.000;Senin, 2 Maret 2026;12",
        "bawang merah;36.500;Selasa, 3 Maret 2026;31"
    )]
    [DataRow(
        "Prakiraan Cuaca Nusa Jaya {0}",
        "Stasiun Meteorologi Jaya memperkirakan cuaca {1} di sebagian besar wilayah pada {0}. Suhu udara {2} derajat Celsius dan tinggi gelombang {3} meter.|Nelayan diminta memeriksa keadaan laut sebelum berangkat dan membawa alat keselamatan.",
        "2 Maret 2026;hujan ringan;24 sampai 31;0,5",
        "3 Maret 2026;cerah berawan;25 sampai 33;1,2"
    )]
    [DataRow(
        "Tinggi Muka Air Sungai Bukit {0} Sentimeter",
        "Petugas pos pantau mencatat tinggi muka air Sungai Bukit {0} sentimeter pada pukul {1} dengan status {2}.|Warga di bantaran diminta mengikuti arahan petugas dan menyimpan surat berharga di tempat tinggi.",
        "120;06.00;siaga tiga",
        "185;18.00;siaga dua"
    )]
    [DataRow(
        "Realisasi Vaksinasi Rabies Kecamatan {0}",
        "Dinas Peternakan menyuntikkan vaksin rabies kepada {1} ekor anjing di Kecamatan {0} pada {2}.|Kepala dinas mengingatkan pemilik agar mengikat hewan peliharaan dan melapor bila ada gigitan.",
        "Muara;312;2 Maret 2026",
        "Bukit;128;5 Maret 2026"
    )]
    [DataRow(
        "Donor Darah {0} Kumpulkan {1} Kantong",
        "Kegiatan donor darah di {0} pada {2} mengumpulkan {1} kantong darah dari {3} pendaftar.|Palang Merah mengucapkan terima kasih kepada para pendonor dan mengajak warga datang secara berkala.",
        "Balai Kota;64;2 Maret 2026;80",
        "Kampus Jaya;91;9 Maret 2026;133"
    )]
    [DataRow(
        "Jadwal Pemadaman Listrik {0}",
        "Perusahaan listrik memadamkan aliran di {1} pada {0} pukul {2} untuk pemeliharaan jaringan.|Pelanggan diminta mematikan peralatan elektronik dan menghubungi layanan bila listrik belum menyala.",
        "2 Maret 2026;Kelurahan Muara;09.00 sampai 12.00",
        "4 Maret 2026;Kelurahan Bukit;13.00 sampai 15.00"
    )]
    [DataRow(
        "Titik Panas di Nusa Jaya {0} Titik",
        "Satelit memantau {0} titik panas di Nusa Jaya pada {1}, {2} di antaranya dengan tingkat kepercayaan tinggi.|Badan penanggulangan bencana menyiagakan regu pemadam dan melarang pembakaran lahan.",
        "17;2 Maret 2026;3",
        "42;8 Maret 2026;11"
    )]
    [DataRow(
        "Kualitas Udara Kota Jaya {0}",
        "Stasiun pemantau mencatat indeks kualitas udara Kota Jaya {1} atau {0} pada pukul {2}.|Dinas Lingkungan Hidup menyarankan warga yang peka memakai masker saat beraktivitas di luar rumah.",
        "Sedang;72;07.00",
        "Tidak Sehat;131;19.00"
    )]
    [DataRow(
        "Pasar Murah Hari Ini di Kelurahan {0}",
        "Pemerintah Kota Jaya menggelar pasar murah di Kelurahan {0}, {1}, mulai pukul 08.00 sampai 12.00. Tersedia beras, gula, minyak goreng, dan telur.|Warga diminta membawa kartu tanda penduduk dan tas belanja sendiri dari rumah.",
        "Muara;halaman kantor kelurahan",
        "Bukit;lapangan bola Melati"
    )]
    [DataRow(
        "Layanan SIM Keliling {0}",
        "Kepolisian Resor Jaya membuka layanan SIM keliling pada {0} di {1}. Layanan hanya untuk perpanjangan.|Pemohon membawa kartu tanda penduduk, SIM lama, dan surat keterangan sehat dari dokter.",
        "Senin;depan Pasar Muara",
        "Rabu;halaman Masjid Raya"
    )]
    [DataRow(
        "Pelantikan Kepala Desa {0}",
        "Bupati Jaya melantik {1} sebagai kepala Desa {0} di pendapa kabupaten. Masa jabatannya delapan tahun.|Bupati meminta kepala desa yang baru mengutamakan pelayanan dan pengelolaan dana desa yang terbuka.",
        "Muara Indah;Rina Sari",
        "Bukit Asri;Tono Wibowo"
    )]
    [DataRow(
        "Aliran Air Bersih Berhenti di {0}",
        "Perusahaan air minum daerah menghentikan aliran ke {0} karena perbaikan pipa di {1} mulai pukul {2}.|Pelanggan diminta menampung air secukupnya dan memesan mobil tangki lewat nomor pengaduan.",
        "Kelurahan Muara;Jalan Melati;21.00",
        "Kelurahan Bukit;Jalan Kenanga;22.30"
    )]
    [DataRow(
        "Gunung Jaya Meletus, Kolom Abu {0} Meter",
        "Gunung Jaya meletus pada pukul {1} dengan kolom abu setinggi {0} meter condong ke arah {2}. Status gunung tetap siaga.|Warga dan pengunjung dilarang mendekat dalam jarak lima kilometer dari kawah.",
        "700;05.12;barat",
        "1.200;17.45;utara"
    )]
    [DataRow(
        "Jaya Volcano Erupts, Ash Column of {0} Metres",
        "Jaya volcano erupted at {1} and sent an ash column {0} metres high towards the {2}, the observatory said on {3}.|Residents and visitors must keep five kilometres away from the crater until further notice.",
        "700;05:12;west;2 March 2026",
        "1,200;17:45;north;4 March 2026"
    )]
    [DataRow(
        "{0} Menang atas {1} di Piala Bupati",
        "Kesebelasan {0} mengalahkan {1} dengan skor {2} pada pertandingan Piala Bupati di Stadion Muara, {3}.|Panitia mengingatkan penonton membeli karcis di loket resmi dan tidak membawa kembang api.",
        "Persimu;Persibu;3-1;Senin",
        "Persika;Persita;2-0;Kamis"
    )]
    [DataRow(
        "Kapal Perintis Berangkat ke {0} {1}",
        "Kapal perintis berangkat dari Pelabuhan Muara ke {0} pada {1} pukul {2} dengan tarif {3} rupiah.|Penumpang diminta tiba satu jam sebelumnya dan membawa kartu tanda penduduk.",
        "Pulau Sawo;Senin;09.00;45.000",
        "Pulau Nangka;Kamis;14.00;62.000"
    )]
    [DataRow(
        "Jadwal Imunisasi Posyandu {0}",
        "Puskesmas Muara melaksanakan imunisasi balita di Posyandu {0} pada {1} pukul 08.00.|Orang tua membawa buku kesehatan ibu dan anak, dan memastikan anak tidak demam.",
        "Melati;2 Maret 2026",
        "Kenanga;3 Maret 2026"
    )]
    [DataRow(
        "Penerimaan Pajak {0} Capai Rp{1} Miliar",
        "Badan Pendapatan Daerah mencatat penerimaan pajak {0} sebesar Rp{1} miliar atau {2} persen dari sasaran sampai {3}.|Kepala badan berterima kasih kepada wajib pajak yang membayar tepat waktu dan mengajak yang lain menyusul.",
        "hotel;12,4;31;Februari 2026",
        "restoran;27,9;44;Februari 2026"
    )]
    [DataRow(
        "Korban Banjir Jaya Menjadi {0} Orang",
        "Badan penanggulangan bencana mencatat {0} orang meninggal dan {1} orang hilang akibat banjir Jaya hingga {2}.|Regu penolong melanjutkan pencarian di sepanjang sungai, dan dapur umum melayani para pengungsi.",
        "7;12;Senin pukul 18.00",
        "11;5;Selasa pukul 06.00"
    )]
    [DataRow(
        "Exchange Rates on {0}",
        "The regional bank set the rupiah at {1} to the dollar and {2} to the euro on {0}. Trading volume was {3} billion rupiah.|The rates apply to transactions at all branches until closing time.",
        "2 March 2026;16,205;17,640;412",
        "3 March 2026;16,180;17,702;388"
    )]
    [DataRow(
        "Bupati Buka Musyawarah Kecamatan {0}",
        "Bupati Jaya membuka musyawarah perencanaan pembangunan Kecamatan {0} yang dihadiri {1} kepala desa pada {2}.|Bupati meminta usulan disusun menurut kebutuhan warga dan bukan keinginan perangkat.",
        "Muara;14;Senin",
        "Bukit;9;Selasa"
    )]
    public async Task Bulletins_of_one_form_are_a_series_and_no_copies(string headline, string body, string first, string second)
    {
        TaggedRelease Bulletin(string key, string values) =>
            Text.Of(key, Some.Content(Filled(headline, values), Filled(body, values).Split('|')));
        var (one, other) = (Bulletin("one", first), Bulletin("other", second));
        await world.RelateAsync(one);
        await world.RelateAsync(other);

        Assert.IsEmpty(world[one].AlsoPublishedAs);
        Assert.AreEqual(other.Release.Id, world[one].Neighbours.Single().Id);
        Assert.AreEqual(one.Release.Id, world[other].Neighbours.Single().Id);
    }

    private static string Filled(string form, string values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, form, values.Split(';'));

    [TestMethod]
    public async Task A_copy_with_the_same_figures_is_a_copy()
    {
        var (one, other) = (
            Quake("one", "Gempa Guncang Pulau Jaya", "4,2", "03.14", 10),
            Quake("other", "Pulau Jaya Gempa", "4,2", "03.14", 10)
        );
        await world.RelateAsync(one);
        await world.RelateAsync(other);

        Assert.AreEqual(other.Release.Id, world[one].AlsoPublishedAs.Single().Id);
    }

    private static TaggedRelease Quake(string key, string headline, string strength, string time, int depth) =>
        Text.Of(
            key,
            Some.Content(
                headline,
                $"Stasiun Geofisika Jaya mencatat gempa bumi dengan magnitudo {strength} mengguncang perairan Pulau Jaya pada pukul {time} WITA. Pusat gempa berada di laut pada kedalaman {depth} kilometer.",
                "Kepala stasiun menuturkan bahwa gempa ini dangkal akibat sesar setempat dan tidak berpotensi tsunami.",
                "Warga diimbau tenang dan menjauhi bangunan yang retak sampai petugas memeriksanya."
            )
        );

    [TestMethod]
    [DataRow("Jembatan Gantung Muara Diresmikan", "Jembatan Gantung Muara Dibuka")]
    [DataRow("Jembatan Gantung Muara Diresmikan", "Jembatan Gantung Muara Diresmikan")]
    [DataRow("Jembatan Gantung Muara Diresmikan", "Jembatan Gantung di Muara Kini Diresmikan")]
    [DataRow("Suspension Bridge of Muara Opened", "Suspension Bridge of Muara Inaugurated")]
    [DataRow("Bupati Buka Jembatan", "Gubernur Buka Jembatan")]
    public async Task A_copy_under_another_verb_or_in_other_words_is_a_copy(string headline, string otherHeadline)
    {
        var (one, other) = (Bridge("one", headline), Bridge("other", otherHeadline));
        await world.RelateAsync(one, other);

        Assert.AreEqual(other.Release.Id, world[one].AlsoPublishedAs.Single().Id);
    }

    [TestMethod]
    public async Task Of_two_copies_a_third_list_shows_one()
    {
        var third = Text.Of(
            "third",
            Some.Content(
                "Petani Muara Sambut Jembatan Gantung",
                "Petani Kecamatan Muara berharap jembatan gantung menaikkan harga hasil kebun."
            )
        );
        await world.RelateAsync(
            Bridge("one", "Jembatan Gantung Muara Diresmikan"),
            Bridge("other", "Nusa Jaya Punya Jembatan Gantung Baru"),
            third
        );

        Assert.HasCount(1, world[third].Neighbours);
    }

    [TestMethod]
    public async Task A_copy_that_comes_later_does_not_stand_beside_the_first_in_an_older_list()
    {
        var third = Text.Of(
            "third",
            Some.Content(
                "Petani Muara Sambut Jembatan Gantung",
                "Petani Kecamatan Muara berharap jembatan gantung menaikkan harga hasil kebun."
            )
        );
        await world.RelateAsync(third);
        await world.RelateAsync(Bridge("one", "Jembatan Gantung Muara Diresmikan"));
        await world.RelateAsync(Bridge("other", "Nusa Jaya Punya Jembatan Gantung Baru"));

        Assert.HasCount(1, world[third].Neighbours);
    }

    [TestMethod]
    public async Task Where_the_listed_copy_is_withdrawn_the_other_takes_its_place()
    {
        var third = Text.Of(
            "third",
            Some.Content(
                "Petani Muara Sambut Jembatan Gantung",
                "Petani Kecamatan Muara berharap jembatan gantung menaikkan harga hasil kebun."
            )
        );
        TaggedRelease[] copies =
        [
            Bridge("one", "Jembatan Gantung Muara Diresmikan"),
            Bridge("other", "Nusa Jaya Punya Jembatan Gantung Baru"),
        ];
        await world.RelateAsync([.. copies, third]);
        var listed = world[third].Neighbours.Single().Id;

        await world.RelateAsync(Text.Withdrawn(copies.Single(c => c.Release.Id == listed)));

        Assert.AreEqual(copies.Single(c => c.Release.Id != listed).Release.Id, world[third].Neighbours.Single().Id);
    }

    private static TaggedRelease Bridge(string key, string headline) =>
        Text.Of(key, Some.Content(headline, Paragraphs) with { Agency = key });
}
