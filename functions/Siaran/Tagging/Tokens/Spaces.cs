namespace Siaran.Tagging.Tokens;

/// <summary>White space in words taken out of a text.</summary>
internal static class Spaces
{
    /// <summary>The text with each run of white space turned into one space.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        // Most texts need nothing and cost one scan. Non-breaking spaces and tabs of word processors
        // are what remains.
        foreach (var c in text)
        {
            if (c != ' ' && char.IsWhiteSpace(c))
            {
                return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return text.ToString();
    }
}
