using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Siaran.Intake;

/// <summary>The text of an upload and the encoding it was in.</summary>
/// <param name="Text">Decoded and as <see cref="Characters.Clean(string)"/> gives it, without byte order mark.</param>
/// <param name="Encoding">IANA name, lower case.</param>
/// <param name="Unreadable">How many characters became U+FFFD.</param>
/// <param name="Controls">How many control characters went.</param>
/// <param name="IsUnlikely">So many are unreadable among those that are no ASCII that the bytes are in another encoding.</param>
internal sealed record DecodedText(string Text, string Encoding, int Unreadable, int Controls, bool IsUnlikely)
{
    /// <summary>Whether nothing says that it is in this encoding.</summary>
    public bool IsGuessed { get; init; }
}

/// <summary>
/// Finds an upload's encoding: byte order mark, then UTF-16 by its zero bytes, then valid UTF-8, then what the document declares, then
/// Windows-1252.
/// </summary>
internal static class TextDecoding
{
    // Not a statistical detector: those guess among dozens of encodings and are wrong on short texts. Indonesian offices send UTF-8, and
    // Windows-1252 from old programs. UTF-8 proves itself (text in another encoding is hardly ever valid UTF-8 by chance), so what is
    // declared counts only where the bytes are not: declarations are often those of a template. One or two passes over the bytes.
    private const int Probe = 65536;

    private static readonly GuardedRegex MetaCharset = new(
        """<meta[^>]{0,200}charset\s*=\s*["']?(?<name>[A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase
    );

    private static readonly GuardedRegex HeaderCharset = new("""charset\s*=\s*"?(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase);

    /// <summary>The text, or null where the bytes are no text in any encoding known here.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var (encoding, skip) = ByMark(bytes);
        encoding ??= ByZeroBytes(bytes);
        if (encoding is not null)
        {
            return Read(encoding, bytes[skip..]);
        }

        if (LooksBinary(bytes))
        {
            return null;
        }

        var utf8 = Read(Encoding.UTF8, bytes);
        // Mostly valid UTF-8 with some damage is still UTF-8: as Windows-1252 every other accent and dash would be wrong too.
        return !utf8.IsUnlikely ? utf8
            : Declared(bytes, contentType) is { } declared ? Read(declared, bytes)
            : Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, bytes) with { IsGuessed = true };
    }

    private static DecodedText Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        // Only what is left of it in the end is kept: a page may be megabytes.
        var buffer = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            ReadOnlySpan<char> decoded = buffer.AsSpan(0, encoding.GetChars(bytes, buffer));
            var (text, controls) = Characters.Clean(decoded);
            var unreadable = decoded.Count('\uFFFD');
            var isUnlikely = unreadable > 0 && decoded.Length - Ascii(decoded) - unreadable <= 4 * unreadable;
            return new(text, encoding.WebName, unreadable, controls, isUnlikely);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    // UTF-32 first: its mark begins with that of UTF-16.
    private static (Encoding? Encoding, int Skip) ByMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? (Encoding.UTF32, 4)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? (Encoding.UTF8, 3)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? (Encoding.Unicode, 2)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2)
        : (null, 0);

    private static Encoding? ByZeroBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
        {
            return null;
        }

        // UTF-16 without a mark, as some editors of Windows save it: Latin letters have a zero byte in
        // every pair, always on the same side. Seven of ten leave room for dashes and quotation marks,
        // which have none.
        var (even, odd, pairs) = (0, 0, Math.Min(bytes.Length, Probe) / 2);
        for (var i = 0; i < pairs; i++)
        {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return odd > pairs * 0.7 && even < pairs * 0.05 ? Encoding.Unicode
            : even > pairs * 0.7 && odd < pairs * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        // Old programs leave a control character here and there (0x1A ended files of DOS), so some are
        // forgiven; a picture or an archive has them everywhere.
        var head = bytes[..Math.Min(bytes.Length, Probe)];
        var controls = 0;
        foreach (var b in head)
        {
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B) ? 1 : 0;
        }

        return controls >= 8 && controls > head.Length * 0.02;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var name = HeaderCharset.Match(contentType ?? "");
        // Latin-1 gives a character for every byte, so that a declaration can be read before the
        // encoding is known. What HTTP says wins over what the document says (WHATWG HTML §13.2.3).
        name = name.Success ? name : MetaCharset.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]));
        return !name.Success
            ? null
            : name.Groups["name"].Value.ToLowerInvariant() switch
            {
                // What browsers do (WHATWG Encoding §4.2): these names all mean Windows-1252.
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => null,
                // Its bytes have shown already that it is none of these, whatever it declares.
                "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" => null,
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Latin(other),
            };
    }

    private static Encoding? Latin(string name) => name is "iso-8859-15" ? CodePagesEncodingProvider.Instance.GetEncoding(28605) : null;

    private static int Ascii(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += c < 0x80 ? 1 : 0;
        }

        return count;
    }
}
