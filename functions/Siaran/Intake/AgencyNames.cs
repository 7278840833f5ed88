using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>Tells the name of a public body from a headline that begins with one.</summary>
internal static class AgencyNames
{
    private static readonly GuardedRegex Start = new(
        @"^(diskominfo\w*|dis(nakertrans|naker|dikbud\w*|dik\w{0,4}|hub|kes|perindag\w*|dag\w{0,4}|pora\w*|dukcapil|budpar|par\w{0,6}|pertan\w*|lhk?|sos\w{0,6}|kop\w{0,8}|tan\w{0,6}|nak\w{0,8}|damkar|perkim\w*|kanlut|arpus|tphp)|dinas|badan|kementerian|kemen[a-z]{2,20}|kemen\w+|pemerintah|pemprov|pemkab|pemkot|pemda|biro|bagian|sekretariat|setda|setwan|humas|hms|bpbd|bappeda|bappenas|bapenda|bkd|bpkad|bpsdm|bps|bnn\w*|rsud|rsup|polda|polres\w*|polsek|kodim|korem|kecamatan|kelurahan|desa|inspektorat|satpol|ppid|bank indonesia|dprd|dpr|kantor|pejabat (penerangan|kesihatan|pelajaran|daerah)|balai|kejaksaan|kejari|kejati|kpu|bawaslu|upt|uptd|komisi|lembaga|direktorat|ditjen|kanwil|otoritas|perum|perumda|puskesmas|universitas|tim penggerak pkk|ministry|office|department|agency|government|directorate|regency|city|provincial|\w+ (office|department|agency|ministry|service) of)\b",
        RegexOptions.IgnoreCase
    );

    /// <summary>Words in names of bodies and places that are written like verbs.</summary>
    private static readonly GuardedRegex NotVerbs = new(@"\b(menengah|tarakan|nunukan|makanan)\b", RegexOptions.IgnoreCase);

    private static readonly GuardedRegex Verb = new(
        @"\b(me[mnl]\w{3,}|meny\w{3,}|menge\w{3,}|meraih|merilis|meresmikan|merangkul|ber(i|ikan|bagi|gerak|hasil|komitmen|partisipasi|kunjung|temu|sama|upaya|siap|koordinasi|kolaborasi|sinergi|tekad|harap|peran|duka)|di(gelar|buka|resmikan|tutup|luncurkan|serahkan|lantik|salurkan|minta|dorong|imbau|ajak|raih|harap\w*|target\w*)|ter(ima|bitkan|apkan|pilih|bukti|tinggi|baik)|gelar|buka|tutup|resmikan|luncurkan|salurkan|serahkan|ajak|imbau|himbau|raih|sabet|siap|siapkan|siagakan|dorong|target\w*|minta|bahas|tinjau|pantau|lantik|sambut|hadiri|ingatkan|tegaskan|sebut|catat|rilis|bagikan|bantu|perkuat|tingkatkan|percepat|optimal\w*|evaluasi|sosialisasi\w*|tekan|jaga|jamin|pastikan|gandeng|kunjungi|tetapkan|umumkan|alokasikan|anggarkan|fasilitasi|edukasi|latih|bentuk|bangun|kembangkan|kukuhkan|peringati|rayakan|jadi|akan|telah|sudah|kini|tak|tidak|harus|bisa|dapat|lakukan|laksanakan|adakan|berlakukan|kejar|kebut|gencarkan|intensifkan|turunkan|amankan|tangkap|sita|ungkap|periksa|layani|dampingi|awasi|tangani|atasi|sambangi|lengkapi|penuhi|lindungi|benahi|jemput|kirim|sidak|uji|tambah|rekrut|jual|beli|bayar|tunda|larang|ubah|ganti|bina|cegah|gagas|tanam|panen|razia|segel|apresiasi|antisipasi|revitalisasi|rehab|bantah|buru|cari|kelola|pacu|genjot|rangkul|undang|lepas|ukur|hitung|teliti|kaji|klaim|pilih|jajaki|jalin|teken|garap|[a-jl-oq-z]\w{2,}kan|launches|opens|holds|urges|says|announces|receives|distributes|to|will|has|have)\b",
        RegexOptions.IgnoreCase
    );

    /// <summary>True for a line that names a body and does nothing else.</summary>
    public static bool IsAgency(string line) =>
        line.Length is > 2 and <= 120
        && line[^1] is not ('.' or '!' or '?' or ':')
        && line.Count(c => c == ' ') <= 14
        && Start.IsMatch(line)
        && DoesNothing(line);

    /// <summary>True for a line without a verb.</summary>
    public static bool DoesNothing(string line) => !Verb.IsMatch(NotVerbs.Replace(line, ""));
}
