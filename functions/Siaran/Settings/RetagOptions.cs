using System.ComponentModel.DataAnnotations;

namespace Siaran.Settings;

/// <summary>How the archive is read again when the vocabularies or models have changed.</summary>
public sealed class RetagOptions
{
    /// <summary>Releases in one step; a step that is cut short is done again.</summary>
    [Range(1, 100)]
    public int BatchSize { get; set; } = 50;

    /// <summary>Steps in one run of the timer.</summary>
    [Range(1, 1000)]
    public int StepsInOneRun { get; set; } = 10;

    /// <summary>How long after a change reading begins: longer than any instance may go on tagging by the former vocabularies.</summary>
    public TimeSpan Settling { get; set; } = TimeSpan.FromMinutes(3);
}
