using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Siaran.LocalHost;

/// <summary>
/// Hears of the hosts that a thread builds, by the diagnostic events <c>HostBuilding</c> and <c>HostBuilt</c> of
/// Microsoft.Extensions.Hosting, which
/// test hosts of web apps use too.
/// </summary>
internal static class HostingHooks
{
    private static readonly AsyncLocal<Hooks?> Current = new();
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Sources()));

    /// <summary>Calls back for the hosts that this thread builds, and what it calls, until disposed.</summary>
    public static IDisposable OnThisThread(Action<IHostBuilder> building, Action<IHost> built)
    {
        _ = Listening.Value;
        return Current.Value = new Hooks(building, built);
    }

    private sealed record Hooks(Action<IHostBuilder> Building, Action<IHost> Built) : IDisposable
    {
        public void Dispose() => Current.Value = null;
    }

    private sealed class Sources : IObserver<DiagnosticListener>
    {
        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(new Events());
            }
        }
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            switch (value)
            {
                case { Key: "HostBuilding", Value: IHostBuilder builder }:
                    Current.Value?.Building(builder);
                    break;
                case { Key: "HostBuilt", Value: IHost host }:
                    Current.Value?.Built(host);
                    break;
            }
        }
    }
}
