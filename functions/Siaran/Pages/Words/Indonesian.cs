namespace Siaran.Pages.Words;

/// <summary>The words of the pages in Indonesian.</summary>
internal static class Indonesian
{
    public static PageText Text { get; } =
        new()
        {
            Language = "id",
            Name = "Bahasa Indonesia",
            Locale = "id_ID",
            Dates = Dates,
            Furniture = Furniture,
            Release = Release,
            Revisions = Revisions,
            Replies = Replies,
            Withdrawn = Withdrawn,
            NotFound = NotFound,
            Problems = Problems,
            Refused = Refused,
            Front = Front,
            Feed = Feed,
            Thousands = ".",
            Tags = Tags,
            Search = Search,
            Archive = Archive,
            Why = Why,
            Findings = Findings,
            Kinds = Kinds,
            LanguageNames = LanguageNames,
        };

    private static DateWords Dates =>
        new()
        {
            Weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
            Months =
            [
                "Januari",
                "Februari",
                "Maret",
                "April",
                "Mei",
                "Juni",
                "Juli",
                "Agustus",
                "September",
                "Oktober",
                "November",
                "Desember",
            ],
            Full = "{0}, {1} {2} {3}",
            Span = "{0} – {1}",
            Brief = "{0} {1} {2}",
            WithTime = "{0}, {1} {2}",
            Time = "HH'.'mm",
            Zones = new Dictionary<string, string>
            {
                ["Asia/Jakarta"] = "WIB",
                ["Asia/Pontianak"] = "WIB",
                ["Asia/Makassar"] = "WITA",
                ["Asia/Jayapura"] = "WIT",
            },
        };

    private static FurnitureWords Furniture =>
        new()
        {
            Skip = "Langsung ke isi",
            Navigation = "Navigasi utama",
            Home = "Beranda",
            Feeds = "Langganan",
            Breadcrumbs = "Anda di sini",
            AllFeed = "Semua siaran",
            Footer = "Setiap siaran diterbitkan oleh instansi yang namanya tercantum.",
            Languages = "Bahasa lain",
        };

    private static ReleaseWords Release =>
        new()
        {
            Updated = "Diperbarui {0}",
            Change = "Yang berubah",
            About = "Tentang siaran ini",
            Attachments = "Lampiran",
            Share = "Bagikan",
            CopyLink = "Salin tautan",
            Copied = "Tersalin",
            Print = "Cetak",
            PressContact = "Kontak pers",
            ReadIn = "Baca dalam bahasa {0}",
            EventDate = "Tanggal peristiwa",
            Licence = "Lisensi",
            Original = "Terbit pertama kali di",
            Tags = "Yang dibahas",
            Related = "Berita Terkait",
            AlsoPublishedAs = "Juga terbit sebagai",
            Newest = "Terbaru",
            NewestOf = "Terbaru dari {0}",
            Follow = "Ikuti",
            FollowAgency = "Siaran dari {0}",
            FollowRelated = "Ikuti berita terkait:",
            HowToSubscribe = "Cara berlangganan",
            Relations = new()
            {
                Earlier = "Sebelumnya",
                Later = "Sesudahnya",
                SameEvent = "Peristiwa yang sama",
                SameSeries = "Satu rangkaian",
            },
        };

    private static ReplyWords Replies =>
        new()
        {
            Title = "Tinggalkan Balasan",
            Count = "{0} balasan",
            Empty = "Belum ada balasan.",
            Follow = "Ikuti balasan:",
            Write = "Tulis balasan",
            Privacy =
                "Moderator membaca setiap balasan sebelum tampil. Nama dan balasan Anda lalu tampil untuk umum selama rilis ini terbit; mintalah kepada kantor penerbitnya bila ingin dihapus. Yang tidak dimuat dihapus, paling lama sesudah 30 hari. Alamat internet Anda tidak disimpan.",
            Name = "Nama",
            Email = "Surel, bila mau ditanya kembali",
            EmailHint = "Hanya dilihat moderator, tidak diteruskan, dan dihapus begitu balasan dimuat atau tidak dimuat.",
            Text = "Balasan",
            TextHint = "Paling panjang {0} huruf, teks biasa tanpa tautan.",
            Trap = "Biarkan kosong",
            Send = "Kirim balasan",
            Thanks = "Terima kasih. Balasan Anda tampil di sini sesudah dibaca moderator.",
            Full = "Rilis ini tidak menerima balasan lagi.",
            NotSent = "Balasan belum terkirim:",
            NoName = "Tulis nama Anda.",
            LongName = "Nama paling panjang {0} huruf.",
            BadEmail = "Alamat surel itu tidak lengkap. Perbaiki, atau kosongkan.",
            NoText = "Tulis balasannya.",
            LongText = "Balasan paling panjang {0} huruf; yang ini {1}.",
            TooMany = "Terlalu banyak balasan datang dalam waktu singkat. Simpan tulisan Anda dan coba lagi sepuluh menit lagi.",
        };

    private static RevisionWords Revisions =>
        new()
        {
            Title = "Yang pernah diubah",
            Said =
                "Setiap versi siaran ini yang pernah dapat dibaca umum, dari yang terbaru. Kata yang dihapus dicoret, kata yang ditambahkan digarisbawahi.",
            Link = "Lihat yang pernah diubah ({0} versi)",
            Version = "Versi {0}",
            First = "Terbit pertama kali",
            Major = "Perbaikan",
            Minor = "Perbaikan kecil",
            Withdrawn = "Ditarik",
            Misnamed = "Disebut perbaikan kecil, tetapi ada nama, angka, atau tanggal yang diubah.",
            SomeMisnamed = "Dalam siaran ini ada nama, angka, atau tanggal yang diubah lewat perbaikan yang disebut kecil.",
            NoWords = "Kata-kata siaran tidak diubah.",
            Headline = "Judul",
            Agency = "Diterbitkan oleh",
            Place = "Tempat",
            Summary = "Ringkasan",
            Body = "Isi",
        };

    private static WithdrawnWords Withdrawn =>
        new()
        {
            Title = "Siaran ini telah ditarik",
            Said = "Instansi penerbit menarik siaran berikut. Isinya tidak lagi berlaku dan tidak ditampilkan.",
            When = "Ditarik {0}",
            Reason = "Alasan penarikan",
            NoReason = "Instansi penerbit tidak menyebutkan alasan.",
            Advice = "Jika Anda mengutip siaran ini, mohon perbarui tulisan Anda.",
        };

    private static NotFoundWords NotFound =>
        new()
        {
            Title = "Halaman tidak ditemukan",
            Said = "Tidak ada halaman di alamat ini. Mungkin alamatnya salah ketik, atau tautan yang Anda ikuti sudah tidak berlaku.",
            Nearest = "Mungkin yang Anda cari",
            Onward = "Lanjutkan ke",
        };

    private static ProblemWords Problems =>
        new()
        {
            BadRequest = new()
            {
                Title = "Permintaan ini tidak dapat dipenuhi",
                Said = "Ada bagian alamat atau kiriman yang tidak dapat dipakai. Rinciannya:",
            },
            TooLarge = new() { Title = "Berkas terlalu besar", Said = "Tidak ada yang diterima. Rinciannya:" },
            Unavailable = new()
            {
                Title = "Silakan coba sebentar lagi",
                Said = "Penyimpanan siaran sedang tidak menjawab. Tidak ada yang hilang; muat ulang halaman ini dalam beberapa detik.",
            },
            Fault = new()
            {
                Title = "Terjadi kesalahan di pihak kami",
                Said = "Kesalahan ini sudah tercatat. Permintaan yang sama mungkin berhasil nanti.",
            },
        };

    private static RefusedWords Refused =>
        new()
        {
            Title = "Unggahan ditolak",
            Said = "Belum ada yang terbit. Perbaiki hal berikut di berkas Anda, lalu kirim lagi.",
            Line = "Baris {0}",
        };

    private static FrontWords Front =>
        new()
        {
            Title = "Siaran terbaru",
            Empty = "Belum ada siaran. Silakan kembali lagi nanti.",
            Lead = "Terkini",
            Follow = "Berlangganan",
            FollowSaid = "Terima setiap siaran baru di aplikasi pembaca pilihan Anda.",
            AllFeeds = "Semua langganan",
        };

    private static FeedWords Feed =>
        new()
        {
            Title = "Langganan: {0}",
            Description = "Siaran pers terbaru: {0}. Dapat dilanggani lewat RSS, Atom, atau JSON Feed.",
            Said =
                "Ini alamat langganan (feed): daftar siaran yang selalu diperbarui, dibuat untuk aplikasi pembaca. Dengan berlangganan, setiap siaran baru datang sendiri kepada Anda, tanpa surel dan tanpa akun.",
            HowTitle = "Cara berlangganan",
            How =
            [
                "Buka aplikasi pembaca feed, misalnya Thunderbird, NetNewsWire, Feeder, atau FreshRSS.",
                "Pilih tambah langganan, lalu tempelkan salah satu alamat berikut.",
                "Selesai. Siaran baru akan muncul di aplikasi itu.",
            ],
            And = " dan ",
            Or = " atau ",
            Addresses = "Alamat langganan",
            Newest = "Isi terbaru",
            Empty = "Belum ada siaran di langganan ini. Anda tetap dapat berlangganan sekarang.",
            Issuers = "Instansi penerbit",
            AgenciesDiscussed = "Instansi yang dibahas",
            DirectoryTitle = "Semua langganan",
            DirectorySaid = "Pilih apa yang ingin Anda ikuti: semua siaran, satu instansi, satu wilayah, atau satu pokok bahasan.",
            DirectoryEmpty = "Belum ada langganan selain semua siaran.",
            Formats = new()
            {
                Rss = "RSS, untuk hampir semua aplikasi pembaca",
                Atom = "Atom, untuk pembaca yang lebih baru",
                Json = "JSON Feed, untuk program dan portal",
                Ninjs = "ninjs, untuk sistem redaksi",
            },
            Outline = new()
            {
                Name = "OPML",
                Said = "Semua alamat langganan dalam satu berkas. Impor ke aplikasi pembaca untuk mengikuti semuanya.",
            },
            Sitemap = new() { Name = "Peta situs", Said = "Alamat setiap siaran, untuk mesin pencari." },
            NewsSitemap = new() { Name = "Peta situs berita", Said = "Alamat siaran dua hari terakhir, untuk mesin pencari berita." },
        };

    private static TagWords Tags =>
        new()
        {
            Title = "Yang dibahas",
            Said =
                "Topik, wilayah, instansi, tokoh, peraturan, dan program yang dibahas dalam siaran. Pilih satu untuk membaca siarannya atau berlangganan.",
            Empty = "Belum ada yang dapat ditampilkan.",
            TagCount = "{0} penanda",
            ReleaseCount = "{0} siaran",
            AllOfKind = "Semua: {0}",
            KindSaid = "{0} yang dibahas dalam siaran pers.",
            ByLetter = "Menurut huruf awal",
            Before = "← Sebelumnya",
            After = "Berikutnya →",
            TagSaid = "Siaran pers yang membahas {0}.",
            Code = "Kode",
            NoReleases = "Belum ada siaran yang membahas ini.",
            Aside = "Langganan dan bahasan terkait",
            Follow = "Siaran tentang {0}",
            Related = "Sering dibahas bersama",
        };

    private static SearchWording Search =>
        new()
        {
            Title = "Cari siaran",
            TitleOf = "Cari: {0}",
            Words = "Kata yang dicari",
            Submit = "Cari",
            Said = "Cari siaran pers menurut kata, instansi, wilayah, jenis, bahasa, tag, dan tanggal.",
            Narrow = "Persempit pencarian",
            Hint =
                "Yang tidak ada dalam daftar dapat diketik di atas: “frasa dalam tanda kutip”, kantor:nama, wilayah:nama, jenis:nama, bahasa:kode, tag:jenis:nama.",
            Any = "Semua",
            Office = "Instansi penerbit",
            Region = "Wilayah",
            Label = "Jenis tulisan",
            Language = "Bahasa",
            Tag = "Tag",
            From = "Sejak",
            To = "Sampai",
            Filters = "Saringan",
            Without = "Hapus saringan {0}",
            Meant = "Maksud Anda",
            Count = "{0} siaran ditemukan",
            Nothing = "Tidak ada siaran yang cocok. Coba kata lain atau kurangi saringan.",
            Follow = "Ikuti pencarian ini",
        };

    private static ArchiveWords Archive =>
        new()
        {
            All = "Semua siaran",
            AllOf = "Semua siaran: {0}",
            Said = "Semua siaran pers menurut tahun dan bulan: {0}.",
            Pages = "Halaman",
            Periods = "Menurut tahun dan bulan",
            WholeYear = "Sepanjang {0}",
            Newer = "← Lebih baru",
            Older = "Lebih lama →",
            PageOf = "Halaman {0} dari {1}",
            ByMonth = "Semua siaran menurut bulan",
        };

    private static WhyWords Why =>
        new()
        {
            Editor = "Dipilih redaktur",
            Rule = "Menurut aturan {0}",
            Model = "Menurut model {0}",
            Surely = "{0}, {1}",
            Confidence = new()
            {
                VerySure = "sangat yakin",
                Sure = "yakin",
                FairlySure = "cukup yakin",
                LessSure = "kurang yakin",
            },
            Why = "Mengapa?",
            Show = "Tunjukkan di teks",
            Sources = new Dictionary<string, string>
            {
                ["rule:issuer"] = "Instansi penerbit",
                ["rule:dateline"] = "Dari pembuka berita",
                ["rule:agency-names"] = "Nama instansi dalam teks",
                ["rule:citation"] = "Dikutip dalam teks",
                ["rule:gazetteer"] = "Nama wilayah dalam teks",
                ["rule:office"] = "Jabatan dalam teks",
                ["rule:programme-names"] = "Nama program dalam teks",
                ["model:entities"] = "Menurut model nama",
                ["rule+model:topics"] = "Menurut model topik",
            },
        };

    private static FindingWords Findings =>
        new()
        {
            Title = "Lembar fakta",
            Figures = "Angka",
            Figure = "Disebut",
            Dates = "Tanggal",
            Quotes = "Kutipan",
        };

    private static Dictionary<string, string> Kinds =>
        new()
        {
            ["all"] = "Semua",
            ["topic"] = "Topik",
            ["region"] = "Wilayah",
            ["agency"] = "Instansi",
            ["person"] = "Tokoh",
            ["regulation"] = "Peraturan",
            ["programme"] = "Program",
            ["keyword"] = "Kata kunci",
            ["label"] = "Jenis tulisan",
            ["language"] = "Bahasa",
        };

    private static Dictionary<string, string> LanguageNames =>
        new()
        {
            ["ban"] = "Bali",
            ["bug"] = "Bugis",
            ["en"] = "Inggris",
            ["id"] = "Indonesia",
            ["jv"] = "Jawa",
            ["mad"] = "Madura",
            ["mak"] = "Makassar",
            ["min"] = "Minangkabau",
            ["ms"] = "Melayu",
            ["sas"] = "Sasak",
            ["su"] = "Sunda",
        };
}
