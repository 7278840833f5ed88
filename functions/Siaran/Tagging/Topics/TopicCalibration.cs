namespace Siaran.Tagging.Topics;

/// <summary>The weights of a logistic regression (Platt scaling, 2000) of whether a topic of a sector is right.</summary>
/// <param name="Bias">What speaks for any topic.</param>
/// <param name="Words">For the logarithm of the weight of the words that point to it.</param>
/// <param name="News">For what the model of news says.</param>
/// <param name="Sector">For what the sector model says.</param>
internal sealed record TopicCalibration(double Bias, double Words, double News, double Sector)
{
    /// <summary>Of the project's models.</summary>
    // Fitted on the fourth fifth of the regional news, with a sector model that saw the first three
    // alone: what a model has seen makes it too sure.
    public static TopicCalibration OfProject { get; } = new(-2.493, 0.384, -0.132, 4.63);

    /// <summary>The probability that a topic is right.</summary>
    // The logarithm of the words' weight: their first few count, a hundredth changes nothing.
    public double Confidence(double words, double news, double sector) =>
        Logistic(Bias + (Words * Math.Log(words)) + (News * news) + (Sector * sector));

    public static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
