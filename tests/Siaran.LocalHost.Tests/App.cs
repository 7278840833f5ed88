using Siaran.LocalHost.TestApp;

namespace Siaran.LocalHost.Tests;

internal static class App
{
    public static Task<FunctionsTestHost> Start(Action<FunctionsTestOptions>? configure = null) =>
        FunctionsTestHost.StartAsync<Runs>(options =>
        {
            options.UseSampleSettings = false;
            options.Settings["Schedules:Minutely"] = "0 * * * * *";
            configure?.Invoke(options);
        });
}
