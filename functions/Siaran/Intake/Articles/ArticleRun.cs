namespace Siaran.Intake.Articles;

/// <summary>A run of neighbouring blocks and what they weigh together, in characters of prose.</summary>
/// <param name="First">Its first block.</param>
/// <param name="Last">Its last block.</param>
/// <param name="Sum">0 or less where there is none.</param>
internal readonly record struct ArticleRun(int First, int Last, double Sum);
