using Microsoft.Extensions.Configuration;
using Siaran.LocalHost.Running;
using Siaran.LocalHost.Storage;

namespace Siaran.LocalHost;

/// <summary>The settings of an app under test: the sample's, then the test's own.</summary>
internal static class TestSettings
{
    public static ConfigurationManager Build(FunctionsTestOptions options)
    {
        var settings = new ConfigurationManager();
        var folder = ProjectFolder.Find(AppContext.BaseDirectory);
        if (options.UseSampleSettings && Path.Combine(folder, "local.settings.sample.json") is var sample && File.Exists(sample))
        {
            settings.AddInMemoryCollection(LocalSettings.Read(sample));
        }

        // The developer's own emulator is no place for tests.
        DevelopmentStorage.Name(settings, "");
        settings.AddInMemoryCollection([new("LocalHost:Running", "true")]);
        settings.AddInMemoryCollection(options.Settings);
        return settings;
    }
}
