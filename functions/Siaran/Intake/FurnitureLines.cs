using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// Knows lines of pages by how they are formed: counts of readers, times to read, who wrote and who edited, credits of pictures, keywords,
/// steps to other pages, and calls to subscribe. Sentences of a release are none, so a pattern holds a line from start to end.
/// </summary>
internal static class FurnitureLines
{
    private const int Longest = 250;
    private const int MostNames = 7;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly char[] BetweenCredits = ['|', ';', '•', '·'];

    private static readonly GuardedRegex Counted = new(
        @"^\W{0,3}((berita ini )?(telah |sudah )?(dibaca|dilihat|dikunjungi|diunduh|views?|hits?|reads?|tayangan)( oleh)?\s*:?\s*(sebanyak )?[0-9][0-9.,]*( ?(rb|jt|k|m))?( ?(kali|x|orang|pembaca|pengunjung|views?))?"
            + @"|[0-9][0-9.,]*( ?(rb|jt|k|m))? ?(x ?|kali |orang )?(dibaca|dilihat|views?|hits?|pembaca|pengunjung|tayangan|komentar|tanggapan|comments?|shares?|likes?|suka|reads?)( (dan )?[0-9][0-9.,]* (komentar|comments?|shares?))?)\W{0,3}$",
        Options
    );

    private static readonly GuardedRegex Reading = new(
        @"^\W{0,3}(((estimasi |perkiraan )?(waktu|lama|durasi) (baca|membaca)|(estimated )?reading time|time to read|read time|lesezeit|lesedauer|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura|leestijd)\W{1,4}(ca\.? |± ?|< ?)?[0-9]{1,3} ?(menit|mnt|detik|min\w*|sec\w*)\.?"
            + @"|(baca (dalam|selama) )?[0-9]{1,3}[ -]?(menit|mnt|min|mins|minutes?|minuten|minutos)( (untuk )?(dibaca|membaca|baca|read|to read|lesezeit|de lectura|de leitura|de lecture)))\W{0,3}$",
        Options
    );

    private static readonly GuardedRegex Changed = new(
        @"^\W{0,3}((terakhir|last|zuletzt) (kali )?(diperbarui|diubah|dimutakhirkan|updated|modified|edited|changed|aktualisiert|geändert|bearbeitet)|(aktualisiert|geändert) am|ultima modifica|última (actualización|modificación)|mis à jour|dernière (mise à jour|modification)).{0,80}[0-9].{0,20}$",
        Options
    );

    private static readonly GuardedRegex Writer = new(
        @"^((ditulis|dikirim|diunggah|diposting|diposkan|dipublikasikan|dilaporkan|disunting|diedit|dipotret|written|posted|reported|edited|published|photographed|text|photos?|photograph) (oleh|by)\s*:?"
            + @"|(penulis|penyunting|editor|reporter|pewarta|redaktur|fotografer|kontributor|peliput|jurnalis|oleh|laporan)\s*[:/])\s*(?<names>\S.*)$",
        Options
    );

    private static readonly GuardedRegex Credit = new(
        @"^\W{0,2}(kredit |sumber |credits? )?(foto|photos?|fotos?|gambar|image|bild|bilder|abbildung|crédits? photos?|crédito)( ?(credits?|kredit|courtesy|sumber))?\s*:\s*(dok\. |doc\. )?[^.:!?]{1,80}\.?$"
            + @"|^\W{0,2}[^.!?]{0,70}\b(getty images|shutterstock|istock(photo)?|unsplash|pixabay|ap photo|reuters|imago images|picture alliance|wikimedia commons)( ?/ ?[\p{L} ]{1,30})?\W{0,2}$",
        Options
    );

    private static readonly ILookup<string, string> Rows = IntakeVocabulary.Read("boilerplate.tsv");

    /// <summary>Of the picture above a page's text, or an agency next to the name or the letters of who wrote.</summary>
    private static readonly GuardedRegex Origin = new(
        $@"^\W{{0,2}}({Any("picture")})\s*:\s*\S.{{0,60}}$"
            + $@"|^\W{{0,2}}[\p{{L}}.'’ -]{{2,40}}/ ?({Any("agency")})\W{{0,2}}$|^\W{{0,2}}({Any("agency")}) ?/[\p{{L}}.'’ -]{{2,40}}\W{{0,2}}$",
        Options
    );

    private static readonly GuardedRegex Keywords = new(
        @"^\W{0,2}(tags?|tagar|tagged|kata kunci|keywords?|filed under|posted in|schlagwörter|schlagworte|etiquetas|mots-clés)\s*:\s*[^.!?]{1,200}$",
        Options
    );

    private static readonly GuardedRegex Steps = new(
        @"^\W{0,3}((berita|artikel|tulisan|postingan|pos) )?(previous|prev|next|older|newer|sebelumnya|selanjutnya|berikutnya|vorheriger|nächster)( (post|posts|article|story|entry|news|artikel|berita|postingan|posting|pos|tulisan|beitrag))?( ?[:»›→←«‹<>]+ ?[^.!?]{0,150}| [«»‹›→←<>]+)$",
        Options
    );

    private static readonly GuardedRegex Place = new(
        @"^\W{0,3}(anda (sedang )?(berada )?di ?sini|you are here|sie sind hier|posisi anda)\s*:.{0,150}$",
        Options
    );

    /// <summary>Calls of the site itself, by which no sentence of a release begins.</summary>
    private static readonly GuardedRegex Call = new(
        @"^\W{0,3}((subscribe|sign up|signup|join|register)\b.{0,60}\b(newsletters?|mailing list|channel|updates)\b|(ayo |yuk |silakan )?(berlangganan|langganan|daftar)\b.{0,40}\b(newsletter|buletin|nawala|kanal)\b.{0,40}\b(kami|gratis|sekarang|anda)\b|newsletter (abonnieren|bestellen|anmelden)"
            + @"|(ikuti|follow|like|sukai|kunjungi) (kami|kita|us|akun kami|berita kami|kanal kami|saluran kami|our (page|channel))\b.{0,20}\b(di|on|in|lewat|melalui|via)\b|(ikuti|follow)\b.{0,60}\b(google news|google berita|kanal telegram|saluran whatsapp|whatsapp channel|kanal whatsapp)\b|(dapatkan|ikuti|simak|baca) (berita|kabar|informasi|update|artikel)\b.{0,40}\b(terbaru|terkini|lainnya|pilihan|menarik)\b.{0,60}\b(di|lewat|melalui|dari) (google news|telegram|whatsapp|kanal|saluran|grup)\b|(gabung|bergabung)(lah)? (di|ke|dengan|dalam|bersama) (grup|kanal|saluran|channel|komunitas) (kami|whatsapp|telegram)\b|(download|unduh|get) (the |our )?(aplikasi|app)\b.{0,60}\b(play store|app store|android|ios|google play)\b)",
        Options
    );

    /// <summary>Of what a person said: a call in a quotation is part of it.</summary>
    private static readonly GuardedRegex Spoken = new(
        @"[,”""] ?(kata|ujar|ucap|tutur|jelas|ungkap|tegas|pesan|ajak|imbau|himbau|tambah|sebut|said|says)(nya)?\b",
        Options
    );

    /// <summary>
    /// Calls to read the site elsewhere, or to pay for it, which speak to the reader of the text itself or of the site's own news.
    /// </summary>
    private static readonly GuardedRegex CallToRead = new(
        @"^\W{0,3}((subscribe|sign up)( now| today)? to our\b"
            + @"|(subscribe|sign up)( now| today)? to the\b.{0,60}\b(newsletters?|mailing list|channel|podcast)\b"
            + @"|((get|receive|read|follow) )?(all )?(the |your )?(latest|breaking|more) (breaking )?(news|stories|updates|headlines)\b.{0,80}\b(your inbox|your phone|our apps?|our newsletters?|our (whatsapp|telegram|facebook|twitter) (channel|page|group)|on google news)\b"
            + @"|for (the |more )?(latest |breaking )(news|stories|updates|headlines)\b.{0,40}\b(follow us|subscribe|(download|install) (our|the [^.!?]{1,30}) apps?)\b"
            + @"|(if you (have )?(liked?|enjoy(ed)?)|did you (like|enjoy)) (reading )?(this|our) (article|post|story|report|piece|work)\b"
            + @"|(wenn|hat) (ihnen|dir) (unser|dieser|der) (artikel|beitrag|text)\b.{0,20}\bgefallen\b"
            + @"|(do|would) you (want|like) to (be informed|receive|get|stay)\b.{0,80}\b(sign up|subscribe|newsletters?)\b"
            + @"|(yes\W{1,2})?(please )?sign me up\b"
            + @"|follow (the )?[^.!?]{1,40} on (twitter|facebook|instagram|whatsapp|telegram|tiktok|youtube|linkedin|social media)((,|,? and|,? or| &) (twitter|facebook|instagram|whatsapp|telegram|tiktok|youtube|linkedin)){0,4}\W{0,3}$"
            + @"|(folgen|liken|abonnieren) sie uns\b|(síguenos|siga-nos|suivez-nous|seguici|volg ons|śledź nas|obserwuj nas)\b"
            + @"|(suka|senang) (dengan )?(berita|artikel|tulisan) ini\?"
            + @"|jangan (lewatkan|ketinggalan) (berita|kabar|informasi|update)\b.{0,60}\b(kami|whatsapp|telegram|google news|aplikasi|kanal|saluran)\b"
            + @"|(berita|kabar|informasi) (terbaru|terkini|lainnya)\b.{0,60}\b(kanal|saluran|grup|aplikasi) (whatsapp|telegram|kami)\b)",
        Options
    );

    /// <summary>Calls to the channels of the site, and to buy what it prints.</summary>
    private static readonly GuardedRegex CallToChannel = new(
        @"^\W{0,3}(follow [^.!?]{1,40} on (twitter|facebook|instagram|whatsapp|telegram|tiktok|youtube|linkedin)\b.{0,60}@\w"
            + @"|.{0,60}\b(nuestro|tenemos|tenemos un|siga nuestro|nosso|temos um) (canal|grupo|comunidad) (de|en|no|do) (youtube|telegram|whatsapp|facebook)\b"
            + @"|(jetzt )?(die|unsere) (aktuelle|neue|neueste) ausgabe\b.{0,100}\b(kiosk|im abo|e-paper|bestellen|erhältlich)\b)",
        Options
    );

    /// <summary>Calls that a sentence of a release may begin like: furniture only where little of the line is no link.</summary>
    private static readonly GuardedRegex LinkedCall = new(
        @"^\W{0,3}((get|receive|read|follow) |for )?(all )?(the |your )?(latest|breaking|more) (breaking )?(news|stories|updates|headlines)\b|^\W{0,3}follow (the )?[^.!?]{1,40} on (twitter|facebook|instagram|whatsapp|telegram|tiktok|youtube|linkedin|social media)\b",
        Options
    );

    private static readonly GuardedRegex Notice = new(
        @"^\W{0,3}((situs|situs web|website|laman|portal|web) (ini|kami) (menggunakan|memakai) (cookies?|kuki)|kami (menggunakan|memakai) (cookies?|kuki)|we use cookies|(this|our) (web ?site|site|page) uses cookies|(diese|unsere) (web)?(seite|site) (verwendet|nutzt|benutzt) cookies|wir verwenden cookies|wir respektieren (deine|ihre|eure) privatsphäre|zum schutz (ihrer|deiner) (persönlichen |privaten )?daten|an dieser stelle (finden sie|findest du|befindet sich|steht) (einen )?(externen?|externer) inhalt|we (respect|value) your privacy|kami menghargai privasi anda|bitte (registrieren|melden) sie sich\b.{0,80}\b(netiquette|kommentar\w*|kommentieren)|komentar (baru )?(akan )?(terbit|tampil|ditampilkan|muncul) setelah|(silakan |anda harus )?(login|masuk|log in) (terlebih dahulu )?(untuk|to) (dapat )?(mengirim |memberi |menulis |post a |leave a )?(komentar|berkomentar|mengomentari|comment|reply)|jadilah (yang pertama|orang pertama)|be the first to (comment|reply|review)|(belum|tidak) ada (komentar|tanggapan)|komentar (adalah|sepenuhnya|merupakan|di atas|menjadi) (tanggapan pribadi|tanggung jawab)|view comments|lihat (semua )?komentar|isikan? kode (captcha|di atas)|kode keamanan)",
        Options
    );

    /// <summary>Whether a line is one of these.</summary>
    /// <param name="text">With single spaces.</param>
    /// <param name="isLink">Whether the line is little more than a link.</param>
    public static bool Is(string text, bool isLink) =>
        text.Length <= Longest
        && (
            (text.AsSpan().ContainsAnyInRange('0', '9') && (Counted.IsMatch(text) || Reading.IsMatch(text) || Changed.IsMatch(text)))
            || Credit.IsMatch(text)
            || (text.AsSpan().ContainsAny(':', '/') && (Origin.IsMatch(text) || Keywords.IsMatch(text) || Place.IsMatch(text)))
            || Steps.IsMatch(text)
            || (Call.IsMatch(text) && !Spoken.IsMatch(text))
            || CallToRead.IsMatch(text)
            || CallToChannel.IsMatch(text)
            || (isLink && LinkedCall.IsMatch(text))
            || Notice.IsMatch(text)
            || IsOfWriters(text)
        );

    private static string Any(string kind) => string.Join('|', Rows[kind].Select(Regex.Escape));

    /// <summary>Who wrote and who edited, with nothing but names: <c>Reporter: Rina Sari | Editor: Budi</c>.</summary>
    private static bool IsOfWriters(string text)
    {
        var bare = text.Trim('(', ')', '[', ']', ' ', '*');
        return bare.Split(BetweenCredits, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
            && Array.TrueForAll(parts, IsWriter);
    }

    private static bool IsWriter(string part) =>
        Writer.Match(part) is { Success: true } match
        && match.Groups["names"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: <= MostNames } names
        && Array.TrueForAll(names, IsName);

    private static bool IsName(string word) =>
        word is "dan" or "and" or "&" or "/" or "admin"
        || (char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '.' or '\'' or '’' or '-'));
}
