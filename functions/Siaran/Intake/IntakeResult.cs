using Siaran.Intake.Attachments;
using Siaran.Releases;

namespace Siaran.Intake;

/// <summary>The outcome of one upload.</summary>
public abstract record IntakeResult(IntakeReport Report)
{
    /// <summary>The file names of pictures that the document names next to itself and that did not come with it.</summary>
    public IReadOnlyList<string> MissingPictures { get; init; } = [];

    /// <summary>Whether a file is one of them.</summary>
    public bool IsMissing(string file) =>
        MissingPictures.Contains(Attachments.EnclosedFiles.SafeName(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>It can be taken; the report may still hold warnings and notes.</summary>
    public sealed record Accepted(Submission Submission, IntakeReport Report) : IntakeResult(Report)
    {
        /// <summary>The bytes of the content's attachments.</summary>
        public IReadOnlyList<AttachedFile> Files { get; init; } = [];
    }

    /// <summary>
    /// It was read, but perhaps wrongly: it is held until an editor confirms it. The report holds at least one doubt and no error.
    /// </summary>
    public sealed record Doubtful(Submission Submission, IntakeReport Report) : IntakeResult(Report);

    /// <summary>It cannot be taken; the report holds at least one error.</summary>
    public sealed record Rejected(IntakeReport Report) : IntakeResult(Report);
}
