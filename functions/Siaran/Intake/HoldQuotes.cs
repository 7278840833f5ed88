using System.Text;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>
/// What is quoted in a sentence says nothing of the document: <c>"Belum boleh disiarkan," ujar camat.</c> A notice in quotation marks
/// alone is no such sentence.
/// </summary>
internal static class HoldQuotes
{
    private const int Longest = 4_000;
    private const int Near = 60;
    private const int LeastBefore = 2;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private const string Saying =
        "(kata|ujar|ungkap|tutur|ucap|jelas|terang|imbuh|tambah|papar|tegas|sebut|pungkas|lanjut|beber|kilah|sambung|tulis|cetus|tukas|jawab|tanya|urai|pinta)(nya)?|pesannya|demikian";

    private const string Says =
        "(said|says|told|added|adds|explained|stated|warned|asked|replied|noted|wrote|writes|quipped|insisted|recalled|remarked|announced)";

    private static readonly GuardedRegex Behind = new(
        $@"^[\s,.!?–—-]{{0,4}}({Saying})\b|^[\s,.!?–—-]{{0,4}}(\p{{L}}[\p{{L}}.'’ -]{{0,40}} {Says}\b|{Says}\b)",
        Options
    );

    private static readonly GuardedRegex Before = new(
        $@"(\b(({Saying})|me(ngatakan|nyatakan|nyebut|nyebutkan|negaskan|njelaskan|nuturkan|nambahkan|ngungkapkan|ngucapkan|nulis|njawab|maparkan|nerangkan)|ber(kata|pesan|ujar)|{Says})\b[^.!?""“”]{{0,40}}[,:]?|, bahwa)\s*$",
        Options
    );

    /// <summary>A line without what someone is quoted with in it; the line itself where nothing is.</summary>
    /// <param name="line">As <see cref="HoldWords.Plain"/> gives it.</param>
    public static string Without(string line)
    {
        if (line.Length > Longest)
        {
            return line;
        }

        var (left, from) = (new StringBuilder(), 0);
        for (var open = NextQuote(line, 0); open >= 0; open = NextQuote(line, open + 1))
        {
            var close = CloseOf(line, open);
            if (close < 0)
            {
                break;
            }

            if (IsSaid(line, open, close))
            {
                left.Append(line, from, open - from);
                from = close + 1;
            }

            open = close;
        }

        return from == 0 ? line : left.Append(line, from, line.Length - from).ToString();
    }

    private static bool IsSaid(string line, int open, int close)
    {
        // As sentences are written: a stop or comma ends the quotation, and a stop the paragraph.
        var isEnded = EndsSentence(line[open..(close + 1)]) || (close + 1 < line.Length && line[close + 1] == ',');
        if (!isEnded || line[^1] is not ('.' or '!' or '?' or '”' or '"' or '»'))
        {
            return false;
        }

        var behind = line.Substring(close + 1, Math.Min(Near, line.Length - close - 1));
        if (Behind.IsMatch(behind))
        {
            return true;
        }

        // What only introduces a notice is short: Humas menulis: "EMBARGO".
        var before = line[Math.Max(0, open - Near)..open];
        return before.Count(c => c == ' ') >= LeastBefore && Before.IsMatch(before);
    }

    private static bool EndsSentence(string quoted) => quoted.TrimEnd('”', '"', '»', '“') is [.., '.' or '!' or '?' or '…' or ','];

    private static int NextQuote(string line, int from) =>
        from >= line.Length ? -1
        : line.AsSpan(from).IndexOfAny("\"“„«") is >= 0 and var at ? from + at
        : -1;

    private static int CloseOf(string line, int open)
    {
        var rest = line.AsSpan(open + 1);
        var at = line[open] switch
        {
            '“' => rest.IndexOfAny('”', '"'),
            '„' => rest.IndexOfAny("“”\""),
            '«' => rest.IndexOf('»'),
            _ => rest.IndexOfAny('"', '”'),
        };
        return at < 0 ? -1 : open + 1 + at;
    }
}
