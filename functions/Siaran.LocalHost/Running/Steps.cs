using System.Diagnostics;
using System.Globalization;

namespace Siaran.LocalHost.Running;

/// <summary>Says at the terminal what has been done, with the seconds since the process started.</summary>
internal sealed class Steps
{
    private readonly DateTime start = Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public void Say(string what) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(TimeProvider.System.GetUtcNow().UtcDateTime - start).TotalSeconds, 6:0.0} s  {what}"
            )
        );
}
