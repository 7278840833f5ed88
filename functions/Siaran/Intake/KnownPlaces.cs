namespace Siaran.Intake;

/// <summary>
/// Names of provinces, regencies and cities (Kepmendagri 300.2.2-2430/2025), their common abbreviations and some seats, as datelines give
/// them.
/// </summary>
internal static class KnownPlaces
{
    private const string Names =
        "Aceh|Aceh Barat|Aceh Barat Daya|Aceh Besar|Aceh Jaya|Aceh Selatan|Aceh Singkil|Aceh Tamiang|Aceh Tengah|Aceh Tenggara|Aceh Timur|Aceh Utara|Agam|Alor|"
        + "Ambon|Asahan|Asmat|Babel|Badung|Balangan|Bali|Balikpapan|Banda Aceh|Bandar Lampung|Bandarlampung|Bandung|Bandung Barat|Banggai|Banggai Kepulauan|"
        + "Banggai Laut|Bangka|Bangka Barat|Bangka Selatan|Bangka Tengah|Bangkalan|Bangli|Banjar|Banjarbaru|Banjarmasin|Banjarnegara|Bantaeng|Banten|Bantul|"
        + "Banyuasin|Banyumas|Banyuwangi|Barito Kuala|Barito Selatan|Barito Timur|Barito Utara|Barru|Batam|Batang|Batanghari|Batu|Batu Bara|Bau Bau|Bekasi|"
        + "Belitung|Belitung Timur|Belu|Bener Meriah|Bengkalis|Bengkayang|Bengkulu|Bengkulu Selatan|Bengkulu Tengah|Bengkulu Utara|Berau|Biak Numfor|Bima|Binjai|"
        + "Bintan|Bireuen|Bitung|Blitar|Blora|Boalemo|Bogor|Bojonegoro|Bolaang Mongondow|Bolaang Mongondow Selatan|Bolaang Mongondow Timur|"
        + "Bolaang Mongondow Utara|Bombana|Bondowoso|Bone|Bone Bolango|Bontang|Boven Digoel|Boyolali|Brebes|Bukittinggi|Buleleng|Bulukumba|Bulungan|Bungo|Buol|"
        + "Buru|Buru Selatan|Buton|Buton Selatan|Buton Tengah|Buton Utara|Ciamis|Cianjur|Cibinong|Cilacap|Cilegon|Cimahi|Cirebon|DIY|DKI Jakarta|"
        + "Daerah Istimewa Yogyakarta|Daerah Khusus Ibukota Jakarta|Dairi|Deiyai|Deli Serdang|Demak|Denpasar|Depok|Dharmasraya|Dogiyai|Dompu|Donggala|Dumai|"
        + "Empat Lawang|Ende|Enrekang|Fak Fak|Flores Timur|Garut|Gayo Lues|Gerung|Gianyar|Gorontalo|Gorontalo Utara|Gowa|Gresik|Grobogan|Gunung Mas|Gunungkidul|"
        + "Gunungsitoli|Halmahera Barat|Halmahera Selatan|Halmahera Tengah|Halmahera Timur|Halmahera Utara|Hulu Sungai Selatan|Hulu Sungai Tengah|"
        + "Hulu Sungai Utara|Humbang Hasundutan|Indragiri Hilir|Indragiri Hulu|Indramayu|Intan Jaya|Jabar|Jakarta|Jakarta Barat|Jakarta Pusat|Jakarta Selatan|"
        + "Jakarta Timur|Jakarta Utara|Jambi|Jateng|Jatim|Jawa Barat|Jawa Tengah|Jawa Timur|Jayapura|Jayawijaya|Jember|Jembrana|Jeneponto|Jepara|Jombang|Kaimana|"
        + "Kalbar|Kalimantan Barat|Kalimantan Selatan|Kalimantan Tengah|Kalimantan Timur|Kalimantan Utara|Kalsel|Kaltara|Kalteng|Kaltim|Kampar|Kapuas|"
        + "Kapuas Hulu|Karanganyar|Karangasem|Karawang|Karimun|Karo|Katingan|Kaur|Kayong Utara|Kebumen|Kediri|Keerom|Kendal|Kendari|Kep. Siau Tagulandang Biaro|"
        + "Kepahiang|Kepri|Kepulauan Anambas|Kepulauan Aru|Kepulauan Bangka Belitung|Kepulauan Mentawai|Kepulauan Meranti|Kepulauan Riau|Kepulauan Sangihe|"
        + "Kepulauan Selayar|Kepulauan Seribu|Kepulauan Sula|Kepulauan Talaud|Kepulauan Tanimbar|Kepulauan Yapen|Kerinci|Ketapang|Klaten|Klungkung|Kolaka|"
        + "Kolaka Timur|Kolaka Utara|Konawe|Konawe Kepulauan|Konawe Selatan|Konawe Utara|Kotabaru|Kotamobagu|Kotawaringin Barat|Kotawaringin Timur|"
        + "Kuantan Singingi|Kubu Raya|Kudus|Kulon Progo|Kuningan|Kupang|Kutai Barat|Kutai Kartanegara|Kutai Timur|Labuhanbatu|Labuhanbatu Selatan|"
        + "Labuhanbatu Utara|Lahat|Lamandau|Lamongan|Lampung|Lampung Barat|Lampung Selatan|Lampung Tengah|Lampung Timur|Lampung Utara|Landak|Langkat|Langsa|"
        + "Lanny Jaya|Lebak|Lebong|Lembata|Lhokseumawe|Lima Puluh Kota|Lingga|Lombok Barat|Lombok Tengah|Lombok Timur|Lombok Utara|Lubuk Linggau|Lumajang|Luwu|"
        + "Luwu Timur|Luwu Utara|Madiun|Magelang|Magetan|Mahakam Ulu|Majalengka|Majene|Makassar|Malaka|Malang|Malinau|Maluku|Maluku Barat Daya|Maluku Tengah|"
        + "Maluku Tenggara|Maluku Utara|Malut|Mamasa|Mamberamo Raya|Mamberamo Tengah|Mamuju|Mamuju Tengah|Manado|Mandailing Natal|Manggarai|Manggarai Barat|"
        + "Manggarai Timur|Manokwari|Manokwari Selatan|Mappi|Maros|Mataram|Maybrat|Medan|Melawi|Mempawah|Merangin|Merauke|Mesuji|Metro|Mimika|Minahasa|"
        + "Minahasa Selatan|Minahasa Tenggara|Minahasa Utara|Mojokerto|Morowali|Morowali Utara|Muara Enim|Muaro Jambi|Mukomuko|Muna|Muna Barat|Mungkid|"
        + "Murung Raya|Musi Banyuasin|Musi Rawas|Musi Rawas Utara|NTB|NTT|Nabire|Nagan Raya|Nagekeo|Natuna|Nduga|Ngada|Nganjuk|Ngawi|Nias|Nias Barat|"
        + "Nias Selatan|Nias Utara|Nunukan|Nusa Tenggara Barat|Nusa Tenggara Timur|Nusantara|Ogan Ilir|Ogan Komering Ilir|Ogan Komering Ulu|"
        + "Ogan Komering Ulu Selatan|Ogan Komering Ulu Timur|Pacitan|Padang|Padang Lawas|Padang Lawas Utara|Padang Panjang|Padang Pariaman|Padangsidimpuan|"
        + "Pagar Alam|Pakpak Bharat|Palangkaraya|Palembang|Palopo|Palu|Pamekasan|Pandeglang|Pangandaran|Pangkajene dan Kepulauan|Pangkal Pinang|Paniai|Papua|"
        + "Papua Barat|Papua Barat Daya|Papua Pegunungan|Papua Selatan|Papua Tengah|Parepare|Pariaman|Parigi Moutong|Pasaman|Pasaman Barat|Pasangkayu|Paser|"
        + "Pasuruan|Pati|Payakumbuh|Pegunungan Arfak|Pegunungan Bintang|Pekalongan|Pekanbaru|Pelalawan|Pemalang|Pematangsiantar|Penajam Paser Utara|"
        + "Penukal Abab Lematang Ilir|Pesawaran|Pesisir Barat|Pesisir Selatan|Pidie|Pidie Jaya|Pinrang|Pohuwato|Polewali Mandar|Ponorogo|Pontianak|Poso|"
        + "Prabumulih|Praya|Pringsewu|Probolinggo|Pulang Pisau|Pulau Morotai|Pulau Taliabu|Puncak|Puncak Jaya|Purbalingga|Purwakarta|Purwokerto|Purworejo|"
        + "Raja Ampat|Rejang Lebong|Rembang|Riau|Rokan Hilir|Rokan Hulu|Rote Ndao|Sabang|Sabu Raijua|Salatiga|Samarinda|Sambas|Samosir|Sampang|Sanggau|Sarmi|"
        + "Sarolangun|Sawahlunto|Sekadau|Selong|Seluma|Semarang|Seram Bagian Barat|Seram Bagian Timur|Serang|Serdang Bedagai|Seruyan|Siak|Sibolga|"
        + "Sidenreng Rappang|Sidoarjo|Sigi|Sijunjung|Sikka|Simalungun|Simeulue|Singaparna|Singkawang|Sinjai|Sintang|Situbondo|Sleman|Soe|Sofifi|Solo|Solok|"
        + "Solok Selatan|Soppeng|Soreang|Sorong|Sorong Selatan|Sragen|Subang|Subulussalam|Sukabumi|Sukamara|Sukoharjo|Sulawesi Barat|Sulawesi Selatan|"
        + "Sulawesi Tengah|Sulawesi Tenggara|Sulawesi Utara|Sulbar|Sulsel|Sulteng|Sultra|Sulut|Sumatera Barat|Sumatera Selatan|Sumatera Utara|Sumba Barat|"
        + "Sumba Barat Daya|Sumba Tengah|Sumba Timur|Sumbar|Sumbawa|Sumbawa Barat|Sumedang|Sumenep|Sumsel|Sumut|Sungai Penuh|Supiori|Surabaya|Surakarta|Tabalong|"
        + "Tabanan|Takalar|Taliwang|Tambrauw|Tana Tidung|Tana Toraja|Tanah Bumbu|Tanah Datar|Tanah Laut|Tangerang|Tangerang Selatan|Tanggamus|"
        + "Tanjung Jabung Barat|Tanjung Jabung Timur|Tanjung Pinang|Tanjung Selor|Tanjungbalai|Tapanuli Selatan|Tapanuli Tengah|Tapanuli Utara|Tapin|Tarakan|"
        + "Tasikmalaya|Tebing Tinggi|Tebo|Tegal|Teluk Bintuni|Teluk Wondama|Temanggung|Ternate|Tidore Kepulauan|Tigaraksa|Timor Tengah Selatan|"
        + "Timor Tengah Utara|Toba|Tojo Una Una|Toli-Toli|Tolikara|Tomohon|Toraja Utara|Trenggalek|Tual|Tuban|Tulang Bawang|Tulang Bawang Barat|Tulungagung|"
        + "Ungaran|Wajo|Wakatobi|Wamena|Waropen|Way Kanan|Wonogiri|Wonosobo|Yahukimo|Yalimo|Yogyakarta";

    private static readonly HashSet<string> Set = new(Names.Split('|'), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Kinds =
    [
        "Kabupaten ",
        "Kab. ",
        "Kab ",
        "Kota ",
        "Kecamatan ",
        "Kec. ",
        "Provinsi ",
        "Prov. ",
        "Desa ",
        "Kelurahan ",
    ];

    /// <summary>True for a name on the list, or one that says what kind of place it is.</summary>
    public static bool Contains(string name) =>
        Set.Contains(name) || Array.Exists(Kinds, k => name.StartsWith(k, StringComparison.OrdinalIgnoreCase));
}
