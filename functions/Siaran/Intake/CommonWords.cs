namespace Siaran.Intake;

/// <summary>The commonest words of languages that are written in Latin letters, which no text of some length is without.</summary>
internal static class CommonWords
{
    // Of near relatives the words that only one of them has: Indonesian and Malay share most of their grammar, Javanese and Sundanese
    // borrow
    // from Indonesian. A word that several languages have counts for each of them in part.
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["id"] =
            "yang dan di dengan untuk dari ini itu pada dalam tidak akan juga ke oleh para adalah sebagai bahwa telah dapat kami kita mereka serta ia "
            + "karena bisa agar saat tersebut hingga sejumlah terkait mengatakan ujar ujarnya kata katanya menurut berbagai bagi antara lebih sudah harus "
            + "masyarakat warga pemerintah kabupaten provinsi kota desa bupati gubernur wali dinas anggaran rupiah sehingga kemudian lainnya sangat baik "
            + "tahun senin selasa jumat minggu rumah sakit rapat kegiatan pembangunan nomor uang mulai usai sebuah seorang ketua hari jalan kepala "
            + "kecamatan kelurahan yakni selaku guna pelayanan tanggal januari februari maret agustus desember kantor pihak bidang "
            + "negeri menteri besar orang turut beliau jabatan tetapi",
        ["ms"] =
            "yang dan di dengan untuk dari ini itu pada dalam tidak akan juga ke oleh para adalah sebagai telah dapat kami kita mereka serta ia bagi lebih "
            + "kerajaan negeri bahawa kerana ialah boleh iaitu manakala selepas kenyataan isnin khamis jumaat ahad orang ramai menteri besar persekutuan "
            + "jabatan wang ringgit sen pejabat bilik semula semasa supaya hendaklah dijangka peruntukan projek polis syarikat bandar mesyuarat perkhidmatan "
            + "cawangan kebangsaan pengerusi makluman tetapi turut sebarang sekiranya dalam kemudahan hari tahun baharu beliau "
            + "suruhanjaya jawatankuasa timbalan setiausaha rasuah ogos julai disember mac seramai penubuhan "
            + "penganjuran pesuruhjaya parlimen penguatkuasa penguatkuasaan pengauditan siasatan kakitangan universiti majlis sukacita "
            + "ugama ehwal katanya kata antara hingga tersebut sebuah seorang ketua jalan masyarakat rumah sakit menurut sudah harus sangat baik "
            + "rm pelbagai aktiviti kos kes tempoh membabitkan semalam agensi mengikut adun pbt exco datuk encik yb yab kebawah duli paduka pehin "
            + "pengiran awang dayang dirasmikan merasmikan sempena pelancaran maklum "
            + "sahaja apabila pelancongan kesihatan kewangan usahawan belia bandaraya bajet belanjawan cukai perpaduan perniagaan lawatan lawatannya "
            + "merangkap kem diraja tentera pelan tuan puan tahniah dianjurkan anjuran kejayaan sukan penternak pesawah mengadap sambutan sumbangan "
            + "menurutnya dihadiri mewujudkan pembaharuan awam jentera kebajikan pihak pegawai",
        ["jv"] =
            "ing lan kang sing iki iku ora wis karo saka menyang marang dening kanggo ana uga bakal kuwi nganti amarga utawa awit dadi wong taun nalika "
            + "punika ingkang saha dhateng kaliyan sampun mboten wonten kedah saking kangge dipun minangka tumrap supados kasebut bisa kudu warga aja dina "
            + "luwih akeh saiki yen mula banjur dheweke iya wonge dalan para panjenengan manawa",
        ["su"] =
            "jeung nu anu ieu éta eta teu henteu geus parantos ka ti dina ku pikeun kanggo sareng aya bakal urang lamun salaku nyaéta nyaeta sarta jelema "
            + "taun tina kana ogé oge kudu atawa mangrupa keur maranéhna maranehna panto jadi warga dinten poé poe sanajan ngan nepi waktu sangkan ceuk "
            + "leuwih loba ayeuna saméméh tapi diantarana kungsi anjeunna",
        ["en"] =
            "the and of to in for on with that is was by at from as has have will are were be this its it an which or not but they their been his her who "
            + "said would can more after new we our you all also about when than there one said",
        ["de"] =
            "der die das und den dem des ein eine einer einem einen ist war sind hat wurde wird werden mit für von zu auf im am in an nicht auch sich nach "
            + "bei aus als es sie er dass wie über oder haben sein noch nur vor zum zur bis durch seit mehr sowie",
        ["fr"] =
            "le la les des du de un une et est dans pour sur par que qui au aux avec ce cette ces son sa ses il elle ils nous vous pas plus ne ont été sont "
            + "a se en ou mais leur comme fait tout deux après",
        ["nl"] =
            "de het een en van in is op te dat die voor met zijn niet aan er om ook als door naar bij uit maar nog worden wordt werd heeft hebben over deze "
            + "dit ze hij wij tot meer dan kan al geen",
        ["es"] =
            "el la los las de del y en un una que es por para con se su sus al lo como más no ha han fue son este esta pero le ya o desde entre también "
            + "hasta cuando sobre años",
        ["pt"] =
            "o a os as de do da dos das e em no na nos nas um uma que é por para com se seu sua ao à não mais foi são este esta como pelo pela mas ou até "
            + "também já há sobre anos",
        ["it"] =
            "il lo la gli le di del della dei delle e in un una che è per con si non sono ha nel nella al alla dal dalla come più anche da i questo questa "
            + "ma o suo sua dopo anni",
    };

    private static readonly Dictionary<string, string[]> Languages = Texts
        .SelectMany(text => text.Value.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (Word: word, Language: text.Key)))
        .GroupBy(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The languages (BCP 47) among whose commonest words a word is.</summary>
    /// <param name="word">In lower case.</param>
    public static IReadOnlyList<string> LanguagesOf(string word) => Languages.GetValueOrDefault(word, []);
}
