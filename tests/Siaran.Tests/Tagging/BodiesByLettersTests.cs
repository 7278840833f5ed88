using Siaran.Tags;

namespace Siaran.Tests.Tagging;

/// <summary>Which names of a text are of one body by their letters and numbers, and where long names of offices end.</summary>
[TestClass]
public sealed class BodiesByLettersTests
{
    [TestMethod]
    [DataRow(
        "The National Agency for Food Drug Control (NAFDX) met. The National Agency for Food and Drug Control (NAFDX) left.",
        "national-agency-for-food-and-drug-control"
    )]
    [DataRow(
        "Staff of the Dalby Fens University (DFU) Health Board came. The DFU Health Board met, and the Health Board left.",
        "dalby-fens-university-health-board"
    )]
    [DataRow(
        "It is of the Office of the Secretary to the Government of the Fens in Abuja.",
        "office-of-the-secretary-to-the-government-of-the-fens"
    )]
    [DataRow(
        "It went to the Office of the Presidential Assistant for the Fens (OPAF).",
        "office-of-the-presidential-assistant-for-the-fens"
    )]
    [DataRow("The Office of the Commissioner of the Ministry of Rivers wrote.", "office-of-the-commissioner-of-the-ministry-of-rivers")]
    [DataRow("The Office of the Governor to date has no plan.", "office-of-the-governor")]
    [DataRow("He left the Ministry of Rivers and Hannah Ostrow as its guest.", "ministry-of-rivers")]
    [DataRow("He went from the Ministry of River Works and U.D. Jayaweera left.", "ministry-of-river-works")]
    [DataRow(
        "It was sent to the Media Division, Ministry of Information and The Arts.",
        "media-division ministry-of-information-and-the-arts"
    )]
    [DataRow("The Ministry of Foreign Affairs & Trade First Secretary, Ann Bell, spoke.", "ministry-of-foreign-affairs-trade")]
    [DataRow("A joint team of the Dalby and Fenland Police Services met.", "dalby-and-fenland-police-services")]
    [DataRow("The Governing Board of the Fens Centre met. The Governing Board left.", "governing-board-of-the-fens-centre")]
    [DataRow("The University of Rosewell won. Rosewell University staff left.", "university-of-rosewell")]
    [DataRow("The Working Committee met, and so did the Board of Directors and Management.", "")]
    public void An_English_body_is_one_by_its_letters_and_whole_to_its_end(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("en", text));

    [TestMethod]
    [DataRow(
        "Jabatan Penguatkuasa, Majlis Perbandaran Damar (MPDMR) hadir. Jabatan Penguatkuasa MPDMR pulang.",
        "jabatan-penguatkuasa-mpdmr majlis-perbandaran-damar"
    )]
    [DataRow("Pegawai MAIDS hadir. Majlis Agama Islam Damar Sentosa (MAIDS) berterima kasih.", "majlis-agama-islam-damar-sentosa")]
    [DataRow("Universiti Damar Malaysia Melaka hadir. Ia Universiti Damar pertama di sini.", "universiti-damar-malaysia-melaka")]
    [DataRow("Rektor UiTM Cawangan Melaka hadir.", "uitm-cawangan-melaka")]
    [DataRow("Rektor Universiti Damar Utama (UDU) Cawangan Perak hadir.", "universiti-damar-utama-cawangan-perak")]
    [DataRow("Dekan Harcastle University dan wakil Fenland University China hadir.", "fenland-university-china harcastle-university")]
    [DataRow("Wakil University of Rosewell hadir.", "university-of-rosewell")]
    [DataRow("Petugas Unit II hadir.", "")]
    public void A_Malay_body_is_one_by_its_letters_and_named_in_English_too(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("ms", text));

    [TestMethod]
    [DataRow("Panglima Kodam IX/Udayana hadir. Prajurit Kodam IX/Udy pulang.", "kodam-ix-udayana")]
    [DataRow("Prajurit Kodim 1614/Dompu hadir. Prajurit Kodim 1614/Dmp pulang.", "kodim-kabupaten-dompu")]
    [DataRow("Guru Madrasah Tsanawiyah (MTs) Negeri 3 Dompu hadir.", "mtsn-3-dompu")]
    [DataRow("Guru Sekolah Dasar Negeri (SDN) 12 Dompu hadir.", "sdn-12-dompu")]
    [DataRow("Di Sekolah Dasar Negeri (SDN) 120 siswa hadir.", "")]
    [DataRow("Prajurit Kostrad, Kopassus dan Akmil hadir di Mabes TNI.", "akmil kopassus kostrad tni")]
    [DataRow("Tim Bareskrim Polri, Densus 88 dan Divhumas Polri hadir.", "bareskrim densus-88 divhumas-polri")]
    [DataRow("Kepala Badan Penghubung Provinsi Bali hadir.", "badan-penghubung-bali")]
    [DataRow("Rektor IAIN Woja hadir. Dosen Universitas Islam Negeri Mataram dan UIN Mataram pulang.", "iain-woja uin-mataram")]
    [DataRow("Direktur Poltekkes Kemenkes Mataram hadir.", "poltekkes-mataram")]
    [DataRow("Pembinaan Majelis Taklim di KUA Kecamatan Woja berjalan. Pegawai KUA Woja hadir.", "kua-woja")]
    [DataRow("Komandan Lanud Sultan Malik Raya (SMR) hadir. Tamu di Lanud SMR. Selanjutnya ia pulang.", "lanud-sultan-malik-raya")]
    [DataRow("Danlanud Silas Wirawan, Marsma TNI Hasan Basri, hadir.", "lanud-silas-wirawan")]
    public void An_Indonesian_unit_or_school_is_one_by_its_number(string text, string expected) =>
        Assert.AreEqual(expected, Bodies("id", text));

    [TestMethod]
    [DataRow(
        "Kepala Dinas P3AP2KB Dompu pulang. Staf Dinas Pemberdayaan Perempuan Perlindungan Anak dan Pengendalian Penduduk dan Keluarga "
            + "Berencana (P3AP2KB) Kabupaten Dompu hadir.",
        "dinas-pemberdayaan-perempuan-perlindungan-anak-dan-pengendalian-kabupaten-dompu"
    )]
    [DataRow(
        "Staf Dinas Tata Air dan Tata Ruang Dompu hadir. Staf Dinas TATR Dompu pulang.",
        "dinas-tata-air-dan-tata-ruang-kabupaten-dompu"
    )]
    [DataRow("Ketua Lembaga Riset Rawa Mangrove (LR2M) hadir. Staf LR2M pulang.", "lembaga-riset-rawa-mangrove")]
    [DataRow("Staf Dinas Sosial dan warga dan tamu hadir.", "dinsos")]
    public void An_office_is_one_by_its_letters_and_numbers(string text, string expected) => Assert.AreEqual(expected, Bodies("id", text));

    [TestMethod]
    [DataRow("Pangdam IX/Udayana Tinjau Desa", "Pangdam IX/Udayana hadir di desa itu kemarin.")]
    [DataRow("Kodam IX/Udayana Gelar Bakti", "Prajurit Kodam IX/Udayana hadir di desa itu kemarin.")]
    public void A_headline_s_verb_is_no_part_of_a_unit_s_name(string headline, string text) =>
        Assert.AreEqual("kodam-ix-udayana", SaidOf.Names(SaidOf.Read("id", text, headline), TagKind.Agency));

    [TestMethod]
    [DataRow("en", "Police laid charges against Hannah OSTROW of Rosewell. OSTROW was arrested.", "hannah-ostrow")]
    [DataRow("en", "The mayor was joined by Ann Bell, and was succeeded by Dale Whitlock on Monday.", "ann-bell dale-whitlock")]
    [DataRow("en", "They asked for a moment of silence for Ann Bell, the girl who died.", "ann-bell")]
    [DataRow("en", "Accordingly Nimal Fernando was appointed as secretary.", "nimal-fernando")]
    [DataRow("en", "The new Yojana Nidhi Pension, said Coun Bell, is a gain. Grant Recipients met.", "bell")]
    [DataRow("en", "Asst. Sec. Bell said so.", "bell")]
    [DataRow(
        "en",
        "Mr. Dale Whitlock, President’s Counsel, left with the State Minister of Pandemics and Care Dr. Ann Bell.",
        "ann-bell dale-whitlock"
    )]
    [DataRow("ms", "Titah Al-Sultan Ahmad Hafizuddin Shah diutamakan.", "ahmad-hafizuddin-shah")]
    [DataRow("ms", "Hadir Gs. Hafiz Nordin dan TPr. Ramli Hj. Ali dari PBT TPHTK.", "hafiz-nordin ramli-hj-ali")]
    [DataRow("id", "Hadir Danrem 022/Wira, Pasi Ops, Danramil 02/Woja dan Aspers Kasad.", "")]
    [DataRow("id", "Didampingi Kasubbag TU Jaenal Abidin, rombongan hadir.", "jaenal-abidin")]
    [DataRow("id", "“Beliau di luar,” ujar Stafnya, Senin.", "")]
    [DataRow("id", "Kepala Badan Penghubung Bali di Jakarta, Arfan Seru Jusuf berharap kegiatan itu berhasil.", "arfan-seru-jusuf")]
    [DataRow("id", "Rapat dibuka oleh dosen pendamping Karsinah SE MSi di ruang rapat.", "karsinah")]
    [DataRow("id", "Hadir pula dr. Budiono di ruang rapat, dan Dr. Karsinah di ruang lain.", "budiono karsinah")]
    [DataRow(
        "id",
        "Ketua PIA Lanud Silas Wirawan Ny. Laila Hasan hadir bersama Mayor Kal Ismail dan Mayor Laut (P) Rahmat.",
        "ismail laila-hasan rahmat"
    )]
    [DataRow("id", "Plt Kadis Dikbudpora Amran Pahrun membuka Musabaqoh Tilawatil Quran.", "amran-pahrun")]
    [DataRow("id", "Hadir Vinda Maya Lestari. Vinda Maya L., Kepala Humas Unesa, berterima kasih.", "vinda-maya-lestari")]
    [DataRow(
        "id",
        "Hadir Ketua I TP PKK Hj Sari Rahmawati SpOG, dan Siti Rahayu. Halo, #TemanPemilih Lewoleba.",
        "sari-rahmawati siti-rahayu"
    )]
    [DataRow("id", "Kantor itu di Jalan dr. Wirawan Nomor 5.", "")]
    [DataRow("id", "Hadir kepala madrasah, Pengawas dan Penyuluh di aula itu.", "")]
    public void A_person_is_told_from_offices_and_things(string language, string text, string expected) =>
        Assert.AreEqual(expected, SaidOf.Names(SaidOf.Read(language, text, "Kabar Nusa Jaya"), TagKind.Person));

    private static string Bodies(string language, string text) =>
        SaidOf.Names(SaidOf.Read(language, text, "Kabar Nusa Jaya"), TagKind.Agency);
}
