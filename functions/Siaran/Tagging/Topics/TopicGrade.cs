using Siaran.Tags;

namespace Siaran.Tagging.Topics;

/// <summary>How much speaks for a topic that the text's words point to.</summary>
internal sealed class TopicGrade(Topic topic, TopicCalibration calibration)
{
    private const double ModelWeight = 2.5;
    private const double Half = 3;
    private const double HighestConfidence = 0.97;

    /// <summary>
    /// The weights of a calibration for topics that no sector speaks for, on the weight of words and model against <see cref="Half"/>.
    /// </summary>
    // Fitted on the earlier half of the last fifth of the news, by the sections that editors chose, which
    // name one topic where a text has several.
    private static readonly (double Bias, double Weight) WithoutSector = (1.45, 3.4);

    public Topic Topic { get; } = topic;

    /// <summary>The weight of the words that point to it.</summary>
    public double Words { get; set; }

    /// <summary>The probabilities of its sectors together; null where it has none.</summary>
    public double? Sector { get; set; }

    public double News { get; set; }

    public List<Evidence> Evidence { get; } = [];

    /// <summary>The probability that it is right.</summary>
    public double Confidence =>
        Math.Min(
            HighestConfidence,
            Sector is { } sector
                ? calibration.Confidence(Words, News, sector)
                : TopicCalibration.Logistic(WithoutSector.Bias + (WithoutSector.Weight * Math.Log((Words + (ModelWeight * News)) / Half)))
        );
}
