using Siaran.LocalHost.Running;

namespace Siaran.LocalHost;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await Terminal.RunAsync(args);
            return 0;
        }
        catch (CannotStartException ex)
        {
            await Console.Error.WriteLineAsync(ex.Message);
            return 1;
        }
    }
}
