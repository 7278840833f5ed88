namespace Siaran.Tagging.Topics;

/// <summary>From probabilities to labels.</summary>
internal static class LabelChoice
{
    /// <summary>The labels over their thresholds; where there are none, the one nearest to its threshold.</summary>
    public static List<int> Given(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> thresholds)
    {
        List<int> given = [];
        var nearest = 0;
        for (var l = 0; l < probabilities.Length; l++)
        {
            if (probabilities[l] >= thresholds[l])
            {
                given.Add(l);
            }

            // Relative to its threshold: labels differ in how sure the model must be.
            nearest = probabilities[l] / thresholds[l] > probabilities[nearest] / thresholds[nearest] ? l : nearest;
        }

        if (given.Count == 0)
        {
            given.Add(nearest);
        }

        return given;
    }
}
