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
            + "daripada imigresen suspek bomba dadah jenayah warganegara "
            + "menurutnya dihadiri mewujudkan pembaharuan awam jentera kebajikan pihak pegawai "
            + "peratus menerusi bertajuk perangkaan perangkawan sekatan petunjuk talian memaklumkan memandangkan susulan lanjutan pematuhan",
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
        ["tl"] =
            "ang mga ng sa na ay at para ito nito kay ni si siya sila kanyang kanilang hindi din rin may mayroon kung dahil noong nang bilang ayon mula "
            + "lahat ating aming iyon isang dalawang taon matapos habang pamahalaan sinabi",
        ["sw"] =
            "ya wa na kwa ni za la katika kuwa hilo huo hiyo huyo hii hizo baada kabla pia lakini kama bila kutoka ambao ambayo ili sasa wakati watu mwaka "
            + "alisema serikali nchi yake wake yao wao lina ina cha vya",
        ["ro"] =
            "și de în la cu din pe pentru este sunt a al ai ale care că o un unei unui lui nu mai au fost prin după acest această între sau dar cum va ca "
            + "până sub anul era",
        ["pl"] =
            "i w z na do nie się że jest to o po od za przez dla ma są jak oraz ale tym który która które jego jej ich był była było został została będzie "
            + "lub już roku ze przy ponownie także",
        ["ca"] =
            "el la els les de del dels i en un una que és per amb ha han fa al als no més aquest aquesta com després fins també però seu seva seus entre ara "
            + "anys dit té són va",
        ["gl"] =
            "o a os as de do da dos das e en no na nos nas un unha que é por para con non máis se seu súa foi son como pola polo pero ata tamén xa despois "
            + "anos ten dixo ao á",
        ["vi"] =
            "và của là các có trong cho được với không một những này đã người từ khi đến để theo tại về sau năm như ở ra cũng bị vào trên việc nhiều phải còn "
            + "đó do thì sẽ đang ông bà số",
        ["tr"] =
            "ve bir bu için ile da de olarak daha çok olan gibi kadar en ne o ama sonra göre yeni her ise değil var yok ilk iki üç tarafından üzere ancak "
            + "dedi yıl bin arasında şu",
        ["sv"] =
            "och att det som en på är av för med till den har de inte om ett var från vid men nu efter också eller kan ska skall han hon sig så när under "
            + "mellan över blir år igen sade",
        ["da"] =
            "og at det som en på er af for med til den har de ikke om et var fra ved men nu efter også eller kan skal han hun sig så når under mellem over "
            + "bliver år igen sagde blev",
        ["fi"] =
            "ja on ei että se oli hän ovat myös kun mutta tai joka jotka sen niin kuin mukaan jälkeen nyt vuoden vuonna sanoi ole voi tämä sekä ennen kanssa "
            + "kolmen kaksi uudelleen ollut olla",
    };

    private static readonly Dictionary<string, string[]> Languages = Texts
        .SelectMany(text => text.Value.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (Word: word, Language: text.Key)))
        .GroupBy(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The languages (BCP 47) among whose commonest words a word is.</summary>
    /// <param name="word">In lower case.</param>
    public static IReadOnlyList<string> LanguagesOf(string word) => Languages.GetValueOrDefault(word, []);
}
