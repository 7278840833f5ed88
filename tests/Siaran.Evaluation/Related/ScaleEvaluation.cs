using System.Text.Json.Nodes;
namespace Siaran.Evaluation.Related;
internal static class ScaleEvaluation { public static JsonObject Run(string data) => new() { ["d"] = data }; }
