using System.Text;

namespace Siaran.Feeds;

/// <summary>Text that may stand in any document: what XML 1.0 §2.2 forbids is dropped, line ends are <c>\n</c>.</summary>
internal static class XmlSafeText
{
    // One vectorised scan settles nearly all texts: only line ends, tabs, controls and characters
    // beyond U+D7FF need a second look.
    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF') ? Rebuilt(text) : text;

    private static string Rebuilt(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                // A lone CR becomes LF, and one before LF is dropped: XML readers do so anyway (XML 1.0
                // §2.11), and JSON then says the same.
                builder.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c is '\t' or '\n' or (>= ' ' and not '\uFFFE' and not '\uFFFF') && !char.IsSurrogate(c))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
