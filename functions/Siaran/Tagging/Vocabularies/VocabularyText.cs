namespace Siaran.Tagging.Vocabularies;

/// <summary>Reads a vocabulary in place: rows of the longest ones would cost more than all that is made of them.</summary>
internal static class VocabularyText
{
    /// <summary>Takes what comes before the mark, and the mark, from the beginning of a text.</summary>
    public static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> text, char mark)
    {
        var end = text.IndexOf(mark);
        var part = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return part;
    }

    /// <summary>Takes the next row from the beginning of a text: no comment and no empty line. Empty where there is none left.</summary>
    public static ReadOnlySpan<char> CutRow(ref ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var row = Cut(ref text, '\n').TrimEnd('\r');
            if (row.Length > 0 && row[0] != '#')
            {
                return row;
            }
        }

        return [];
    }

    /// <summary>The cells of a row, without the white space around them.</summary>
    public static string[] Cells(ReadOnlySpan<char> row)
    {
        var cells = new string[row.Count('\t') + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cut(ref row, '\t').Trim().ToString();
        }

        return cells;
    }
}
