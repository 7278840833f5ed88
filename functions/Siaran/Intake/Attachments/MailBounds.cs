namespace Siaran.Intake.Attachments;

/// <summary>
/// Looks through the bytes of a mail before a parser does: so many bytes in one head, so many fields, so many boundaries of parts. What a
/// parser keeps of each is many times what the mail has of it.
/// </summary>
internal static class MailBounds
{
    private const int MostInHead = 256 * 1024;
    private const int MostFields = 20_000;
    private const int MostBoundaries = 2_000;
    private const int LongestName = 100;

    /// <summary>Whether the mail can be read in a few times its own size.</summary>
    public static bool AreKept(ReadOnlySpan<byte> mail)
    {
        var (inHead, isFirst) = (true, true);
        var (head, fields, boundaries) = (0, 0, 0);
        while (mail.Length > 0)
        {
            var end = mail.IndexOf((byte)'\n');
            var line = end < 0 ? mail : mail[..end];
            mail = end < 0 ? [] : mail[(end + 1)..];
            if (line.TrimEnd((byte)'\r').IsEmpty)
            {
                // What comes next may be the head of a part or of a mail within.
                (inHead, isFirst, head) = (true, false, 0);
            }
            else if (line.StartsWith("--"u8))
            {
                boundaries++;
                (inHead, head) = (true, 0);
            }
            else if (inHead && (isFirst || line[0] is (byte)' ' or (byte)'\t' || IsField(line)))
            {
                head += line.Length;
                fields++;
            }
            else
            {
                inHead = false;
            }

            if (head > MostInHead || fields > MostFields || boundaries > MostBoundaries)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a line begins with a name and a colon (RFC 5322 §2.2).</summary>
    private static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        return colon > 0 && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }
}
