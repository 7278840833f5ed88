using System.Text;
using Siaran.Intake.Attachments;

namespace Siaran.Intake.Documents;

/// <summary>A kind of thing that is left out of a document.</summary>
internal enum LeftOutPart
{
    PageHeader,
    TextBox,
    HiddenText,
    Picture,
    EmbeddedFile,
    Note,
}

/// <summary>What a document shows or hides that is no part of the release's text: gathered to be reported.</summary>
/// <param name="enclosed">Takes the pictures; null where none are wanted.</param>
internal sealed class LeftOut(EnclosedFiles? enclosed = null)
{
    private readonly Dictionary<LeftOutPart, (int Count, string First)> parts = [];
    private readonly List<string> lines = [];
    private readonly StringBuilder hidden = new();

    /// <summary>Where pictures go that are part of the release.</summary>
    public EnclosedFiles? Enclosed => enclosed;

    /// <summary>Its lines, for what they may say of an embargo.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Characters.</summary>
    public int InTextBoxes { get; private set; }

    public void Add(LeftOutPart part, string text)
    {
        var folded = Intake.Characters.Fold(Intake.Characters.Clean(text).Text);
        if (folded.Length == 0 && part is not (LeftOutPart.Picture or LeftOutPart.EmbeddedFile))
        {
            return;
        }

        var (count, first) = parts.GetValueOrDefault(part);
        parts[part] = (count + 1, string.IsNullOrEmpty(first) ? folded : first);
        lines.AddRange(text.Split('\n').Select(Intake.Characters.Fold).Where(line => line.Length > 0));
        InTextBoxes += part is LeftOutPart.TextBox ? folded.Length : 0;
    }

    /// <summary>Takes hidden text, which goes on until <see cref="EndHidden"/>: programs part a word as they like.</summary>
    public void Hide(string text)
    {
        Ask([text]);
        hidden.Append(text);
    }

    /// <summary>Ends a passage of hidden text, as text that is shown and the end of a paragraph do.</summary>
    public void EndHidden()
    {
        if (hidden.Length > 0)
        {
            Add(LeftOutPart.HiddenText, hidden.ToString());
            hidden.Clear();
        }
    }

    /// <summary>Takes words that are no text of their own, such as a picture's title, for what they may say of an embargo.</summary>
    public void Ask(IEnumerable<string> words) => lines.AddRange(words.Select(Intake.Characters.Fold).Where(line => line.Length > 0));

    /// <summary>One finding for each kind.</summary>
    public IEnumerable<Finding> Findings() =>
        parts.OrderBy(part => part.Key).Select(part => Intake.Findings.LeftOut(part.Key, part.Value.Count, part.Value.First));
}
