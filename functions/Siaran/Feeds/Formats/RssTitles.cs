using System.Text;
using System.Text.RegularExpressions;

namespace Siaran.Feeds.Formats;

/// <summary>
/// Some readers take an RSS title for HTML and others do not. Written as hexadecimal references, <c>&amp;</c> and <c>&lt;</c> stand as they
/// are in both (RSS Advisory Board, RSS Profile).
/// </summary>
internal static class RssTitles
{
    private static readonly Regex Titles = new("<title>[^<]*</title>", RegexOptions.NonBacktracking);

    public static byte[] Harden(byte[] document) =>
        Encoding.UTF8.GetBytes(
            Titles.Replace(
                Encoding.UTF8.GetString(document),
                title =>
                    title.Value.Replace("&amp;", "&#x26;", StringComparison.Ordinal).Replace("&lt;", "&#x3C;", StringComparison.Ordinal)
            )
        );
}
