using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.DependencyInjection;
using Siaran.LocalRuntime.Storage;

namespace Siaran.LocalRuntime.Running;

/// <summary>What the app finds around it: which assembly it is, its settings, its port. A test brings its own.</summary>
internal sealed class Surroundings
{
    private const int UsualPort = 7071;

    private static readonly AsyncLocal<Surroundings?> OfTest = new();

    /// <summary>Those of the test that this code runs in; null outside of tests.</summary>
    public static Surroundings? Current
    {
        get => OfTest.Value;
        set => OfTest.Value = value;
    }

    public required Assembly App { get; init; }

    /// <summary>The classes that may hold functions.</summary>
    public required IEnumerable<Type> Types { get; init; }

    /// <summary>Where the app listens on 127.0.0.1; 0 chooses a free port.</summary>
    public required int Port { get; init; }

    public required string EnvironmentName { get; init; }

    public string? HostJson { get; init; }

    /// <summary>Where the timers' statuses are kept; null keeps them in memory.</summary>
    public string? SchedulesFolder { get; init; }

    public bool StartsTimers { get; init; } = true;

    /// <summary>Adjusts the settings as soon as the builder has them.</summary>
    public required Action<ConfigurationManager> Configure { get; init; }

    /// <summary>Changes the services after the app has added its own.</summary>
    public Action<IServiceCollection> Replace { get; init; } = static _ => { };

    /// <summary>The storage that starts with the app; null where the settings name another.</summary>
    public DevelopmentStorage? Storage { get; private set; }

    /// <summary>Is told when the host has started, or why it has not; null outside of tests.</summary>
    public TaskCompletionSource<LocalHost>? Started { get; init; }

    public bool IsTest => Started is not null;

    /// <exception cref="CannotStartException">The port or a settings file can't be read.</exception>
    public static Surroundings OfProcess(string[] args)
    {
        var app = Assembly.GetEntryAssembly() ?? throw new CannotStartException("There is no entry assembly to take functions from.");
        var port = PortIn(args);
        var folder = ProjectFolder.Find();
        var data = Path.Combine(folder, ".azurite", port.ToString(CultureInfo.InvariantCulture));
        var storage = StorageAddress.BesideApp(port);
        Surroundings surroundings = null!;
        surroundings = new Surroundings
        {
            App = app,
            Types = app.GetTypes(),
            Port = port,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? "Development",
            HostJson = ProjectFolder.File(folder, "host.json"),
            SchedulesFolder = Path.Combine(data, "schedules"),
            Configure = settings =>
            {
                InsertBelowEnvironment(settings, [new("WEBSITE_HOSTNAME", $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"), .. LocalSettings.Read(LocalSettings.FileIn(folder))]);
                if (DevelopmentStorage.Name(settings, storage.Emulator))
                    surroundings.Storage = new DevelopmentStorage(storage, folder, data).Begin();
            },
        };
        return surroundings;
    }

    private static int PortIn(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build()["port"];
        if (given is null)
            return UsualPort;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new CannotStartException($"'{given}' is no port: write --port and a number from 1 to 65535.");
    }

    /// <summary>Real environment variables win over the settings file.</summary>
    private static void InsertBelowEnvironment(ConfigurationManager settings, IEnumerable<KeyValuePair<string, string?>> values)
    {
        var sources = ((IConfigurationBuilder)settings).Sources;
        var environment = sources.Select((source, at) => (source, at))
            .FirstOrDefault(found => found.source is EnvironmentVariablesConfigurationSource { Prefix: null or "" }, (null!, sources.Count)).at;
        sources.Insert(environment, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = values });
    }
}
