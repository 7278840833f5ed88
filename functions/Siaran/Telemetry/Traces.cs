using System.Diagnostics;

namespace Siaran.Telemetry;

/// <summary>
/// The traces of Siaran's own work: <c>collect</c> (a run), within it <c>intake</c>, <c>upload</c>, <c>tag</c>, <c>publish</c> and
/// <c>relate</c>.
/// </summary>
internal static class Traces
{
    public const string Name = "Siaran";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Null where nobody listens.</summary>
    public static Activity? Start(string work) => Source.StartActivity(work);

    /// <summary>The work on one upload.</summary>
    public static Activity? Start(string work, string upload) => Source.StartActivity(work)?.SetTag("siaran.upload", upload);
}
