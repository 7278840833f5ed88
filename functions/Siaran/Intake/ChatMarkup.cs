using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Siaran.Intake;

/// <summary>Reads the marks that people write in chats: <c>*bold*</c>, <c>_italic_</c>, <c>~struck~</c>.</summary>
internal static class ChatMarkup
{
    private const int MostMarks = 200;
    private const int Longest = 20_000;

    /// <summary>A mark opens before a letter and closes after what is no space; no word outside of it touches it.</summary>
    private static readonly Regex Marked = new(
        @"(?<before>^|[\s(\[“""'‘*_~])(?<mark>[*_~])"
            + @"(?<text>[\p{L}\p{N}“""'‘(*_~]([^*_~\n]*[^\s*_~])?)"
            + @"(?<close>[*_~])(?<after>$|[\s.,;:!?)\]”""'’*_~–—-])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>As Markdown writes it, which many type in chats too.</summary>
    private static readonly GuardedRegex Doubled = new(
        @"\*{2,3}(?<bold>[\p{L}\p{N}“""'‘(][^*\n]{0,200})\*{2,3}|__(?<slanted>[\p{L}\p{N}“""'‘(][^_\n]{0,200})__",
        RegexOptions.ExplicitCapture
    );

    private static readonly Dictionary<char, string> Elements = new()
    {
        ['*'] = "strong",
        ['_'] = "em",
        ['~'] = "s",
    };

    /// <summary>What a chat puts before a message that is copied out of it: time and sender.</summary>
    private static readonly GuardedRegex Sender = new(
        @"^(\[[0-9]{1,2}[/.-][0-9]{1,2}([/.-][0-9]{2,4})?,?\s[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?(\s?[AP]M)?\]|\[[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?(\s?[AP]M)?,\s[0-9]{1,2}[/.-][0-9]{1,2}([/.-][0-9]{2,4})?\]|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},?\s[0-9]{1,2}[.:][0-9]{2}(\s?[AP]M)?\s[-–])\s[^:\n]{1,60}:\s?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    );

    /// <summary>A line without the time and sender of the message that it begins.</summary>
    public static string WithoutSender(string line) =>
        line.Length > 0 && (line[0] == '[' || char.IsAsciiDigit(line[0])) && Sender.Match(line) is { Success: true } sender
            ? line[sender.Length..]
            : line;

    private static string Single(Match match) =>
        match.Groups["bold"].Success ? $"*{match.Groups["bold"].Value}*" : $"_{match.Groups["slanted"].Value}_";

    /// <summary>Fills an element with a paragraph of plain text.</summary>
    public static void Write(IHtmlDocument document, IElement element, string text)
    {
        text =
            text.Length <= Longest && (text.Contains("**", StringComparison.Ordinal) || text.Contains("__", StringComparison.Ordinal))
                ? Doubled.Replace(text, Single)
                : text;
        for (var marks = 0; marks < MostMarks && text.Length <= Longest && Next(text) is { } match; marks++)
        {
            var start = match.Groups["mark"].Index;
            Append(document, element, text[..start]);
            var inner = document.CreateElement(Elements[text[start]]);
            Write(document, inner, match.Groups["text"].Value);
            element.AppendChild(inner);
            text = text[(match.Groups["close"].Index + 1)..];
        }

        Append(document, element, text);
    }

    private static Match? Next(string text)
    {
        for (var match = Marked.Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Groups["mark"].Value == match.Groups["close"].Value)
            {
                return match;
            }
        }

        return null;
    }

    private static void Append(IHtmlDocument document, IElement element, string text)
    {
        if (text.Length > 0)
        {
            element.AppendChild(document.CreateTextNode(text));
        }
    }
}
