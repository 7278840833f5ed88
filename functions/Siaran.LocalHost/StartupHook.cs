// The runtime looks for this type by its bare name in what DOTNET_STARTUP_HOOKS lists, and calls Initialize before Main.

/// <summary>
/// Ends a worker when its host is gone, however the host ended: the host holds the other end of the worker's standard input, which the
/// system closes.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() => new Thread(EndWithHost) { IsBackground = true, Name = "Waits for the host's end" }.Start();

    private static void EndWithHost()
    {
        using var input = Console.OpenStandardInput();
        var ignored = new byte[16];
        while (input.Read(ignored) > 0)
        {
            // The host writes nothing.
        }

        Environment.Exit(0);
    }
}
