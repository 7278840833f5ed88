using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The lines of a letter above the release that it brings: to whom, greetings, and what is enclosed.</summary>
internal static class Salutation
{
    private const int Reach = 10;
    private const int Longest = 300;
    private const int LongestAddress = 4;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly GuardedRegex Address = new(
        @"^(kepada( yth\.?| yang terhormat)?|(kepada )?ykh\.?|yth\.?|yang (ter|di)?hormat(i)?|yang kami hormati|kpd\.?( yth\.?)?|to(\s*:|( \w+){0,4} (media|press|editors?|newsrooms?|newsdesks?|news desks?|journalists?|reporters?|correspondents?)| whom it may| (mr|mrs|ms|dr|sir|madam)\b)|attn\.?|up(\.|\s*:| (redaksi|redaktur|pimpinan|pemimpin|bapak|ibu|sdr))|u\.p\.)(\b|\s|:).{0,100}$|^di[- ]?(tempat|t e m p a t)\.?$|^(rekan|para|bapak|ibu|saudara|pimpinan|pemimpin|kawan|sahabat|dewan|seluruh)\b.{0,60}\b(media|redaksi|redaktur|wartawan|jurnalis|pers|editor|reporter)\b.{0,40}$",
        Options
    );

    private static readonly GuardedRegex Greeting = new(
        @"^(terima ?kasih|dengan hormat|salam( sejahtera| hormat| sehat)?|selamat (pagi|siang|sore|malam)(,? .{0,30}\b(rekan|kawan|media|redaksi|wartawan|jurnalis|pers|bapak|ibu|semua|semuanya)\b.{0,30})?|ass?alamu['’ ]?alaikum.{0,40}|om swastiastu.{0,40}|dear .{1,60}|hello .{0,40}|hi .{0,40}|hormat kami|good (morning|afternoon|day).{0,30}|geachte .{1,40}|sehr geehrte.{1,60})[^\p{L}\p{N}]*$",
        Options
    );

    private static readonly GuardedRegex Enclosed = new(
        @"^(bersama (ini|surat ini|pesan ini|email ini)|berikut (ini |kami |adalah |terlampir )|terlampir|dengan ini|mohon (bantuan|kiranya|dapat|izin|agar|berkenan)|please find|attached|herewith|we are pleased to (send|share)|kami (kirimkan|sampaikan|mengirim|menyampaikan))\b.*\b(siaran|rilis|release|pers|berita|dimuat|muat|publikasi|tayang|terlampir|attached|statement)\b.*$",
        Options
    );

    /// <summary>How releases are brought to a group of journalists: what no headline says.</summary>
    private static readonly GuardedRegex Shared = new(
        @"^((selamat (pagi|siang|sore|malam)|ass?alamu['’ ]?alaikum)\b.{0,60}[.,!] ?)?((mohon )?izin,? (share|berbagi|kirim|menyampaikan|berikut)|share|berikut (kami (kirimkan|sampaikan) )?(rilis|siaran pers|berita)( (hari ini|terbaru|kegiatan)))\b.{0,80}$|^untuk (dapat )?(dimuat|dipublikasikan|ditayangkan|diterbitkan|disiarkan) (di|oleh|pada) (media|rekan|koran|surat kabar|portal)\b.{0,60}$",
        Options
    );

    /// <summary>What is asked of a group in a message, with the release below it: <c>Rekan-rekan, titip tayang ya</c>.</summary>
    private static readonly GuardedRegex Asked = new(
        @"^((ass?alamu['’ ]?alaikum|(selamat )?(pagi|siang|sore|malam)|halo|hai|permisi|punten)\b[^.!:]{0,30}[.,!:] ?)?((teman|rekan|kawan|sobat|sahabat|kak|kakak|abang|bang|mas|mbak|bapak|ibu|pak|bu|bos|guys|gaes|gan|min|admin)\b[^.!:]{0,30}[,!:] ?)?((mohon|tolong|minta|titip|nitip|izin|bantu|please) ){1,2}((bantuan|bantuannya|bantu|dibantu|kiranya|untuk|agar|ikut|rilis|berita|siaran pers|naskah|ini) ){0,2}(di)?(naik|tayang|muat|terbit|siar|posting|unggah|upload|publish|share|rilis)(kan|in|nya)?\b[^.]{0,40}$",
        Options
    );

    private static readonly GuardedRegex Closing = new(
        @"^(demikian(lah)?\b.{0,160}\b(terima ?kasih|disampaikan|diucapkan|sampaikan|ucapkan)\b.{0,60}|(atas|terima ?kasih atas) (perhatian|kerja ?sama)\b.{0,120}|(hormat (kami|saya)|salam( hormat| hangat)?|wass?alamu['’ ]?alaikum.{0,40}|(best |kind )?regards|sincerely|yours (faithfully|sincerely))[\s,.!]*)$",
        Options
    );

    private static readonly GuardedRegex Place = new(@"^di[\s.–—-]*(?<name>\p{Lu}[\p{L} ]{2,30})?[.,:]?$");

    /// <summary>What is above a letter: its number, and what it is about.</summary>
    private static readonly GuardedRegex Particular = new(@"^(perihal|hal|lampiran|lamp\.?|sifat|nomor|no\.)\s*:.{1,120}$", Options);

    /// <summary>Takes the letter's lines away where a greeting or an address is above the text.</summary>
    public static void Take(List<Block> blocks, List<string> dropped)
    {
        var (end, isLetter) = (0, false);
        for (var at = 0; at < Math.Min(blocks.Count - 1, Reach); at++)
        {
            var lines =
                Is(blocks[at]) ? 1
                : isLetter && at == end ? AddressLines(blocks, at)
                : 0;
            if (lines == 0)
            {
                break;
            }

            isLetter |= Shared.IsMatch(blocks[at].Text) || !Enclosed.IsMatch(blocks[at].Text) && !Particular.IsMatch(blocks[at].Text);
            at += lines - 1;
            end = at + 1;
        }

        if (end == 0 || !isLetter)
        {
            return;
        }

        dropped.AddRange(blocks.Take(end).Select(b => b.Text));
        Tail.Remove(blocks, 0, end);
        for (var at = blocks.Count - 1; at > 1 && at >= blocks.Count - Reach; at--)
        {
            if (blocks[at] is { IsProse: true, HeadingLevel: 0 } && blocks[at].Text is { Length: <= Longest } text && Closing.IsMatch(text))
            {
                dropped.Add(text);
                Tail.Remove(blocks, at, 1);
            }
        }
    }

    /// <summary>
    /// How many lines from here on go on with an address: short ones, up to the place that it ends with; 0 where none does.
    /// </summary>
    private static int AddressLines(List<Block> blocks, int from)
    {
        for (var at = from; at < Math.Min(blocks.Count - 2, from + LongestAddress); at++)
        {
            if (blocks[at] is not { IsProse: true, HeadingLevel: 0 } || blocks[at].Text is not { Length: <= 60 } text)
            {
                return 0;
            }

            if (Place.Match(text) is { Success: true } place)
            {
                // The place may be in a line of its own.
                return at - from + (place.Groups["name"].Success ? 1 : 2);
            }
        }

        return 0;
    }

    private static bool Is(Block block) =>
        block is { IsProse: true, HeadingLevel: 0 }
        && block.Text is { Length: <= Longest } text
        && (
            Address.IsMatch(text)
            || Greeting.IsMatch(text)
            || Shared.IsMatch(text)
            || Asked.IsMatch(text)
            || Enclosed.IsMatch(text)
            || Particular.IsMatch(text)
        );
}
