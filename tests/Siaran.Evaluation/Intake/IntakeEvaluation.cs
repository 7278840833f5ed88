using System.Text.Json.Nodes;

namespace Siaran.Evaluation.Intake;

/// <summary>How rightly documents are read.</summary>
internal static class IntakeEvaluation
{
    public static JsonObject Run(string data)
    {
        if (GoldEvaluation.Run(data) is { } gold)
        {
            return new JsonObject { ["gold"] = gold };
        }

        Console.WriteLine("embargoes and drafts, in texts that were published");
        return new JsonObject { ["holds"] = HoldEvaluation.Run(data) };
    }
}
