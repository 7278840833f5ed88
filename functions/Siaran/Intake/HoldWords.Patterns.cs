using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The patterns: whoever adds one adds a stem of it, or it is never asked.</summary>
internal static partial class HoldWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Shown = "(siar|terbit|tayang|publikasi|sebar|rilis|sebarluas|muat|edar|hebah)";

    private const string This = "(siaran|rilis|berita|naskah|dokumen|informasi|keterangan|materi|artikel|teks)( pers| media)?( ini)?";

    /// <summary>A time: a figure, a weekday or month, or a word such as <c>besok</c>.</summary>
    private const string When =
        @"\b([0-9]+|(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|isnin|khamis|jumaat|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|montag|dienstag|mittwoch|donnerstag|freitag|samstag|lunes|martes|miércoles|jueves|viernes|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|aug|agu|sep|sept|okt|oct|nov|des|dec|besok|lusa|nanti|pukul|pkl|jam|tanggal|tgl|tomorrow|noon|midnight|tonight|further|pemberitahuan|diumumkan|pengumuman|delivery|selesai|esok|konferensi pers|acara|the (end|start|event|announcement|speech))\b)";

    private const string Weekday =
        "(senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|isnin|khamis|monday|tuesday|wednesday|thursday|friday|saturday|sunday)";

    private const string Months =
        "(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|disember|january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|aug|agu|sep|sept|okt|oct|nov|des|dec)";

    private const string Date = @$"([0-9]{{1,2}}\.? {Months}\b|[0-9]{{1,4}}[-/.][0-9]{{1,2}}[-/.][0-9]|{Months}\.? [0-9])";

    /// <summary>One of these is in every text that the patterns match, and in few others.</summary>
    // One search for all of them spares nearly every line the forty patterns below. Whoever adds a
    // pattern sees to it that one of these is in whatever it matches, or it is never asked.
    private static readonly StemSearch Stems = new([
        "embarg",
        "releas",
        "publi",
        "broadcast",
        "distribut",
        "share",
        "circulat",
        "do not",
        "don't",
        "don’t",
        "dont ",
        "not to be",
        "not for",
        "hold",
        "held",
        "draf",
        "siar",
        "hebah",
        "emb. ",
        "emb s/d",
        "em bargo",
        "em-bargo",
        "terbatas",
        "restricted",
        "menaik",
        "dalam penyusunan",
        "dalam koreksi",
        "dalam pembahasan",
        "dalam finalisasi",
        "scheduled",
        "terbit",
        "tayang",
        "rilis",
        "sebar",
        "dimuat",
        "diedar",
        "memuat",
        "mengedar",
        "wara",
        "sperr",
        "frei ab",
        "nicht",
        "difund",
        "difus",
        "diffus",
        "divulg",
        "rahasia",
        "confidential",
        "internal",
        "konsep",
        "rancangan",
        "final",
        "progress",
        "umum",
        "edaran",
        "sekatan",
        "larangan",
        "penahanan",
        "禁",
        "不得发布",
        "نشر",
        "محظور",
        "off the record",
        "wraps",
        "naik",
        "menyiar",
        "menyebar",
        "menayang",
        "menerbit",
        "menahan",
        "diberita",
        "memberita",
        "warta",
        "kalangan",
        "edisi",
        "publik",
        "secret",
        "geheim",
        "vertraulich",
        "confiden",
        "advance",
        "for use",
        "not before",
        "tahan",
        "kanggo",
        "ulah",
        "entong",
        "ffentlich",
        "pubblic",
        "vrij",
        "解禁",
        "发布",
        "發布",
        "刊登",
        "刊发",
        "报道",
        "報導",
        "公开",
        "live on",
        "go live",
        "aired",
        "post is",
        "ditunda",
        "dijadwal",
        "terjadwal",
        "preview",
        "pratinjau",
        "huwag",
        "sperren",
        "delivery",
        "gesprochene",
        "prononc",
        "pronunciado",
        "lectura",
        "pidato",
        "ucapan",
        "sambutan",
        "penyampaian",
        "moratori",
        "blackout",
        "black-out",
        "勿",
        "不得",
        "no use",
        "dikutip",
        "dipakai",
        "digunakan",
    ]);

    /// <summary>How a sentence or clause begins.</summary>
    private static readonly PatternSet Openings = new([
        @"^((press|news|strict(ly)?|media|full|siaran|rilis|berita|masa|waktu|batas|dalam|masih|status|catatan|note|pers|publication|publikasi|information) )*embarg(o(ed|es|kan|nya)?|ad[oa])( (material|release|berita|siaran|pers|time|date|waktu|media|news|rilis|naskah|content|copy))*\W*($|\d|[:=(\[]|(sampai|hingga|sampe|sehingga|nganti|nepi ka|tepi ka|s/d|s\.?d|until|till|til|bis|jusqu|hasta|até|tot|fino|al|dicabut pada|do not|jangan|pukul|pkl|jam|tanggal|tgl|senin|selasa|rabu|kamis|jumat|sabtu|minggu|besok|mon|tues|wednes|thurs|fri|satur|sun)\b)",
        $@"^((press|news|strict(ly)?|media|siaran|rilis|berita|pers|publication|publikasi|information) )*embargo(ed)?( (release|berita|siaran|pers|media|rilis))*\W*(to|for|before|untuk|berakhir|berlaku|lifts?|lifted|ends?|expires?|not|from|dari|mulai|sejak|on|pada|par|por|am|at)\b.{{0,20}}{When}",
        @"^not (for|to be) (release|publication|broadcast|distribution|publishing|use|released|published|broadcast|distributed|used)\b",
        @"^(please |kindly )?(do not|don['’]?t) (release|publish|broadcast|distribute|share|circulate|forward|air|print|post|upload|leak)\b",
        $@"^(please )?(hold|held) (for (release|publication|{Weekday})|until|till)\b|^release on hold\b",
        $@"^not for (immediate|public) (release|publication|distribution)\b|^for immediate (release|publication) (after|on|at|from|until)\b|^no (publication|release|broadcast|use) (before|until|prior)\b|^(please )?(keep )?(this )?under wraps (until|till)\b|^advance (for|copy)\b( for)?( release| publication)?\W*($|{When}|not\b)",
        $@"^(for |news )?(release|publication|broadcast)( date| time)? ?:? (on|at|after|from|not|only|until|no|{When})",
        $@"^(mohon |harap |tolong )?(agar )?(untuk )?(jangan|tidak|tak|belum|bukan)( boleh| dapat| bisa| untuk| dulu| dahulu| akan)* di{Shown}(kan|luaskan|in)?\b",
        $@"^({This} )?(jangan|(tidak|belum|tak) boleh|belum (dapat|bisa)|(tidak|bukan|belum) untuk|dilarang)( dulu| dahulu| untuk)* (di|me\w{{0,3}})?{Shown}(kan|luaskan|in)?( dulu| dahulu)?$",
        @"^(bukan|tidak|belum) untuk (siaran|publikasi|rilis|terbit|tayang|disebar\w*|umum|siar|edaran)\b",
        $@"^({This} )?(baru |hanya )?(boleh|dapat|untuk|bisa|agar|mohon) (boleh |dapat |baru )?di{Shown}(kan|luaskan)? ((hari )?{Weekday}|mulai|setelah|sesudah|selepas|pada|tanggal|sejak|pukul)\b",
        $@"^(baru |hanya )?(boleh|dapat|bisa) (terbit|tayang|siar|muat|rilis|naik)\b.{{0,20}}{When}|^(akan |siap |baru )?(tayang|terbit|rilis|naik)( hari)? (besok|lusa|{Weekday})( (pagi|siang|sore|malam|depan))?( pukul| pkl| jam)?[ 0-9.:]*(wita|wib|wit)?$",
        $@"^(mohon |harap |tolong )?(agar )?jangan (di)?naik(kan)?( dulu| dahulu| {This})*( (dulu|dahulu)\b| sebelum\b.{{0,12}}{When})",
        $@"^(publikasikan|siarkan|tayangkan|terbitkan|naikkan) (besok|lusa|nanti|{Weekday})\b.{{0,20}}( saja| ya| dulu)$",
        $@"^({This} )(mohon |harap |tolong )?jangan (di)?naik(kan)?( dulu| dahulu| ya| {This})*\W*$",
        $@"^(baru |hanya )?(boleh|dapat|bisa) di(kutip|beritakan|siarkan|muat|tayangkan|publikasikan|terbitkan) (mulai|setelah|sesudah|selepas|usai|sejak)\b.{{0,20}}{When}",
        $@"^(kami |dengan hormat )*(mohon|memohon|meminta|minta|harap|berharap)\b.{{0,40}}\bmenahan ({This}|pemberitaan|penayangan|publikasi|penyiaran|penerbitan)\b.{{0,20}}\b(sampai|hingga|sehingga)\b",
        $@"^({This} )?baru (boleh|dapat|bisa) (terbit|tayang|siar|muat|rilis|naik)\b.{{0,20}}{When}",
        $@"^({This} (baru |hanya )?(boleh|dapat|bisa)|(baru|hanya) boleh) di(pakai|kutip|gunakan|unggah|bagikan|beritakan) (mulai|setelah|sesudah|selepas|usai|sejak)\b.{{0,20}}{When}",
        @"^(ini |masih |status |naskah |versi )*(draft|draf|konsep)( siaran pers| rilis| berita| awal| pertama| kedua| ketiga| terakhir| ke-?[0-9]+| v?[0-9.]+)*\W?[,;:(–—-]\W{0,2}(mohon|tolong|harap|jangan|please|do not|not for|belum (final|untuk|boleh|disetujui|dikoreksi)|(tidak|bukan) untuk|untuk (di)?(koreksi|tinjau|reviu|periksa))\b",
        @"^(di|ter)embargo(kan)?( dulu| dahulu)?\W*($|(sampai|hingga|sehingga|sebelum|s/d|until|till)\b)",
        @"^(hanya )?untuk (kalangan|keperluan|kepentingan|konsumsi) internal\W{1,3}(belum|bukan|tidak|jangan)\b|^belum untuk (media|pers|publik)\b",
        $@"^(tayang|terbit|naik)\s?: ?(besok|lusa|{Weekday})( (pagi|siang|sore|malam|depan))?( pukul| pkl| jam)?[ 0-9.:]*(wita|wib|wit)?$",
        $@"^(mohon |harap |tolong )?(jangan|dilarang|tidak boleh|tidak) (menyiarkan|menyebarkan|menyebarluaskan|menerbitkan|menayangkan|mempublikasikan|memublikasikan|memuat|merilis|memberitakan|diberitakan|siar|terbit|tayang)( {This})? (sebelum|hingga|sampai)\b",
        $@"^(mohon|harap|tolong|minta)( agar| untuk| diberlakukan)* (di)?embargo\b|^(lepas|akhir|pembukaan|pencabutan) embargo\W*([:=]|pada\b|{When})|^pr[ae]-?embargo\b",
        $@"^(hanya )?untuk (siaran|terbitan|edisi|penerbitan)( hari| pada)? ({Weekday}|besok|lusa)\b|^(hanya )?untuk (siaran|penerbitan)( segera)? (pada|selepas|setelah|mulai)\b",
        $@"^sekatan\W+(sehingga|sampai|hingga|{When})",
        @"^(hebahan|siaran|penyiaran|penerbitan|penayangan|pemuatan) (hanya|baru)( boleh)? (selepas|setelah|sesudah|mulai|pada)\b|^em[ -]bargo\b|^emb(\. ?(s/d|sampai|hingga|until|till)| s/d)\b",
        $@"^(kami |dengan hormat )*(mohon|memohon|meminta|minta|harap|tolong|dimohon)\b.{{0,40}}\b(menayangkan|menyiarkan|menerbitkan|memuat|merilis|memublikasikan|mempublikasikan|menaikkan|mengunggah|menghebahkan)( {This})?( hanya| baru)? (setelah|sesudah|selepas|mulai|pada|tanggal|tgl|pukul|jam)\b.{{0,12}}{When}",
        $@"^(mohon |harap |tolong )(agar |untuk )?di{Shown}(kan|luaskan)?( {This})? (pada|tanggal|tgl|hari|pukul|jam)\b.{{0,12}}{When}",
        $@"^untuk (terbit|tayang|siar|rilis|di{Shown}(kan|luaskan)?)\W+((hari|pada|edisi) )?({Weekday}|besok|lusa)( (depan|pagi|siang|sore|malam))*\W*$",
        $@"^{This} (tertunda|ditunda|ditangguhkan) (sampai|hingga|sehingga)\b.{{0,12}}{When}|^{This} untuk (tanggal|tgl|hari|edisi|pukul|jam)\b.{{0,20}}{When}",
        $@"^scheduled( for| on| at)?\W+.{{0,12}}{Date}.{{0,20}}$|^(please )?(do not|don['’]?t) (run|use|print|air|post) (before|until|till)\b",
        @"^(masih )?(dalam )(penyusunan|koreksi|pembahasan|finalisasi)\W+(jangan|belum|tidak|bukan)\b",
        @"^(sifat|klasifikasi|tingkat (keamanan|kerahasiaan)|kerahasiaan|classification)\W+((sangat|biasa) )?(terbatas|internal|rahasia|confidential|restricted|secret)\W*$|^rahasia negara$",
        @"^off the record\b.{0,12}\b(sampai|hingga|until|till)\b|^(禁发|禁發|发布禁令|發布禁令)(至|到)|^محظور حتى",
        @"^(sekatan|larangan|penahanan) (siar|siaran|media|berita|terbit(an)?|publikasi|penerbitan)\b|^jangan siar(kan)?\b|^((sila|silakan|mohon|minta|harap|tolong) )?tahan siaran\b",
        $@"^(mohon |harap |tolong )?(agar )?jangan( dulu| dahulu)? (di|me\w{{0,3}})?{Shown} ?(luaskan|kan|in)?( dulu| dahulu| {This})*( (sebelum|sampai|hingga)\b|\W*$)",
        $@"^(mohon |harap |tolong )(agar |untuk )?(di)?tahan( dulu| dahulu)?\W*($|{This}|penayangan|publikasi)|^(di)?tahan( dulu| dahulu)? (sampai|hingga)\b.{{0,12}}{When}",
        $@"^(mohon |harap |tolong |hanya |baru ){{1,2}}(agar )?(boleh |dapat |bisa )?(di)?{Shown}(kan|luaskan)?( {This})? (mulai|setelah|sesudah|selepas|sejak)\b.{{0,12}}{When}",
        @"^(publikasi|penayangan|penyiaran|penerbitan|pemuatan|pemberitaan)\W+(tunggu|menunggu|(mohon |harap |agar )?(ditahan|ditunda)|setelah)\b",
        @"^(aja|ojo|ulah|tong|teu meunang|entong)( waka| heula| dhisik)? (di)?(siar|sebar|wara|warta)\w*\b",
        @"^(kanggo|mung kena|kena) di(siar|sebar|wara)\w*\b.{0,12}\b(sawise|wiwit|sakwise)\b",
        $@"^(only )?for (use|publication|release|broadcast)( only)? (after|from|on|at|not)\b.{{0,20}}{When}|^not before\b.{{0,12}}{When}|^(please )?do not use (before|until|till)\b",
        $@"^(please )?(publish|release|use|broadcast|post) (only )?(after|from|not before|no earlier than)\b.{{0,20}}{When}|^(time|date) of (release|publication)\b|^confidential (until|till)\b",
        @"^(nicht (zur|für die) (veröffentlichung|verbreitung|freigabe)|(zur )?veröffentlichung (erst|nicht vor|frühestens)|veröffentlichung ab|freigegeben ab)\b|^(à )?ne pas (publier|diffuser|utiliser)\b|^(diffusion|publication) (interdite|autorisée (à partir|après))\b",
        @"^(prohibida|no autorizada) (la|su) (difusión|publicación)\b|^proibida a (divulgação|publicação)\b|^(non (pubblicare|diffondere|divulgare)|vietata la (pubblicazione|diffusione))\b|^(niet verspreiden|vrijgave|vrij voor publicatie)\b",
        @"^(sperrfrist|sperrvermerk|gesperrt bis|frei ab|nicht vor|nicht veröffentlichen|ne pas (publier|diffuser)|no (publicar|difundir)|prohibida su (publicación|difusión)|não publicar|não divulgar|niet publiceren|niet voor publicatie)\b",
        @"^(this|the) (release|document|news|material|statement|story|text) (is|are|remains|has been) (strictly |under )*embargo(ed)?\b",
        $@"^{This} (masih |ini |sedang )*((ber)?status embargo|(di|ter)embargo|(di bawah|dalam( masa)?) embargo)\b",
        $@"^({This} |(this|the) (news |press |media )?(release|document|news|material|statement|story|text|article|information) )?((must|may|should|shall|can)( ?not|n['’]?t)|(is|are) not to) be (published|released|broadcast|distributed|used|aired|printed|shared|posted)\b.{{0,20}}\b(before|until|till|prior)\b",
        $@"^({This} )?(may|can|should|to|must) (only )?be (published|released|broadcast|aired|printed|posted) (only )?(after|not before)\b.{{0,20}}{When}",
        $@"^(larangan|dilarang|tidak boleh|jangan) (tayang|siar|terbit|rilis|muat|publikasi|naik)\b.{{0,6}}\b(sebelum|sampai|hingga)\b.{{0,12}}{When}",
        $@"^({This} )?((masih |bersifat )+rahasia|dirahasiakan) (sampai|hingga|sebelum|sehingga)\b.{{0,20}}{When}",
        $@"^(mohon |harap |tolong |minta )(agar |untuk |supaya )?(penayangan|publikasi|penyiaran|penerbitan|pemuatan|pemberitaan|{This})( dapat| agar| untuk)? (di)?(tunda|tahan|tangguhkan|embargo)\b",
        $@"^(artikel|halaman|pos|posting(an)?|konten|tulisan|{This})( ini)? (belum (diterbitkan|dipublikasikan|terbit|tayang|ditayangkan|dirilis)( untuk umum)?\W*$|(akan |telah )?(di|ter)jadwal(kan)?( untuk| akan)* (tayang|terbit|rilis|siar|ditayangkan|diterbitkan|dipublikasikan)\b)",
        @"^this (node|page|post|article|content|item|entry|story|release|document)( revision)?( is| has)( currently| still)*( not( been)?( yet)? (published|public|live)| unpublished| a draft| scheduled)\b",
        $@"^(this (node|page|post|article|content|item|entry|story|release) is )?scheduled (to (go live|be published|publish|appear)|for (publication|release))\b.{{0,12}}{When}",
        @"^(pratinjau|preview)\W{1,3}(only visible|visible only|not visible|hanya|belum|not (yet )?published|unpublished)\b|^(you are |anda sedang )?(viewing|melihat) (a |an )?(preview|pratinjau|unpublished)\b",
        $@"^status\W+(terjadwal|dijadwalkan|scheduled)\b.{{0,20}}{When}",
        $@"^(bitte )?(erst|nicht) (am|ab|vor|nach)\b.{{0,30}}\bveröffentlichen\b|^(bitte )?sperren bis\b.{{0,12}}{When}",
        @"^huwag (mun\w{0,4} )?(i\w{2,12})( ito| ang \w{2,12})? (bago|hangga)",
        @"^(strictly )?(under|strict|di bawah|masih|dalam( masa)?|sous|bajo|sob|onder|unter|sotto) (strict |masa )?embargo\b",
    ]);

    /// <summary>What a system writes of a text that it published, and a desk of one that it will.</summary>
    private static readonly GuardedRegex Stamp = new(
        $@"^((tanggal|tgl\.?|tarikh|waktu|jadwal|rencana|target|wajib) (terbit|tayang|rilis|publikasi|siar|siaran)|(release|publish|publication) (date|time)|to be (released|published|broadcast)|(akan |baru |siap |untuk )?(terbit|tayang|siar|rilis|diterbitkan|dipublikasikan|ditayangkan|dirilis|disiarkan)( serentak| bersamaan| resmi)?|published?|released?)\W+((pada|on|tanggal|tgl\.?)\W+)?(({Weekday}|mon|tue|wed|thu|fri|sat|sun),? )?{Date}",
        Options
    );

    /// <summary>Of a speech that is still to be given.</summary>
    private const string Speech =
        @"\b(check|checked|verify|compare)( text)? against (actual |final )?delivery\b|\bes gilt das gesprochene wort\b|\bseul le (texte )?prononcé fait foi\b|\b(cotejar|verificar) (con|contra) (el discurso pronunciado|lectura)\b|\b(cocokkan|sesuaikan|periksa|semak)( kembali| semula)? (dengan|terhadap) (pidato|ucapan|sambutan|penyampaian)\b";

    /// <summary>What no release says of anything but itself.</summary>
    private static readonly PatternSet Anywhere = new([
        $@"\bembarg(o(ed)?|ad[oa])\W{{0,3}}(until|till|sampai|hingga|sehingga|s/d|bis|jusqu|hasta|até|tot|fino)\W.{{0,20}}{When}",
        @"\b(is|are|remains|berita|siaran|rilis|naskah)( pers)?( ini)? (strictly )?(under (strict )?embargo|(di|ter)embargo)\b(?<end>\W*$|.{0,6}(until|till|sampai|hingga))",
        @"\bnot (for|to be) (release|publication|released|published|broadcast)\b.{0,20}\b(before|until|till|prior)\b",
        @"\bhold for release\b",
        $@"\b{This} (bersifat |masih )?rahasia (sampai|hingga|sebelum)\b.{{0,20}}{When}",
        $@"\b{This} (masih )?dirahasiakan (sampai|hingga|sebelum)\b.{{0,20}}{When}",
        $@"\b{This} (mohon|harap|agar|hanya|baru) (untuk |dapat |boleh )?di{Shown}(kan|luaskan)?( pada)?( hari)? ({Weekday}\b|{When})",
        $@"\b(jangan|(tidak|belum|tak) (boleh|untuk)|belum (dapat|bisa)|mohon( untuk)? tidak|dilarang)( dulu| dahulu| untuk)* (di|me\w{{0,3}}){Shown}(kan|luaskan|in)?\b.{{0,20}}\b(sebelum|hingga|sampai)\b.{{0,12}}{When}",
        @"\b(\w{0,20}sperrfrist|sekatan siaran)\b",
        @"\b(mohon|harap|tolong|minta)( agar| untuk| diberlakukan| kesediaan\w*)* (di)?embargo\b",
        Speech,
        $@"\b(media|news|press|publication|publikasi|berita|pemberitaan|siaran|pers) (moratorium|black-?out)( (media|pers|berita))*\W*(until|till|sampai|hingga|sehingga|bis)\W.{{0,20}}{When}|\b(moratorium|black-?out) (media|pers|berita|pemberitaan|publikasi|siaran)\W*(until|till|sampai|hingga|sehingga)\W.{{0,20}}{When}",
        "禁止发布|禁發|禁止刊登|不得发布|解禁(时间|時間|日期)|حظر النشر|محظور النشر|ممنوع النشر",
        "(请|請|须|須|应|應)(于|於|在).{0,16}(后|後)再?(发布|發布|刊登|刊发|报道|報導|公开)",
        "(严禁|禁止|请勿|不得|勿)在?.{0,16}前(发布|刊登|报道|公开)|[日时点時點午](之)?前.{0,4}(严禁|禁止|请勿|不得|勿)(发布|刊登|报道|公开)",
        @"(يحظر|يمنع|محظور|ممنوع|عدم|لا)\s{1,2}(ال)?نشر(ه|ها)?\s{1,2}(قبل|حتى)",
    ]);

    /// <summary>What says it when nothing else is in the line or between its marks.</summary>
    private static readonly GuardedRegex Alone = new(
        @"^(draft|draf|rahasia|confidential|strictly confidential|sangat rahasia|top secret|geheim|vertraulich|confidentiel|off the record|(for )?internal use only|(hanya )?untuk ((kalangan|keperluan) )?(internal|sendiri)|(bukan|tidak) untuk (publik|umum|konsumsi publik)|bukan konsumsi publik|embargo(ed)?)( (only|pertama|kedua|awal|belum final|jangan disebar\w*|siaran pers|rilis|release|version|versi|tanggal|v?\d[\d.]*|[0-9]{1,2} \p{L}{3,9} [0-9]{4}))*$",
        Options
    );

    /// <summary>In front of a headline.</summary>
    private static readonly GuardedRegex InCapitals = new(@"^EMBARGO(ED)? \p{Lu}?\p{Ll}", RegexOptions.ExplicitCapture);

    private static readonly GuardedRegex Dated = new($@"^embargo(ed)?\b.{{0,20}}{When}", Options);

    private static readonly GuardedRegex AloneInLine = new(
        @"^((?-i:KONSEP|HOLD)|internal only|preview only|((rancangan|belum final|not final|work in progress)( (pertama|kedua|awal|siaran pers|rilis))?|konsep (pertama|kedua|awal|siaran pers|rilis)))$",
        Options
    );
}
