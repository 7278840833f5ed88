using Siaran.LocalRuntime;
using Siaran.LocalRuntime.Running;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app begins.</summary>
public static class FunctionsApplication
{
    /// <summary>A builder with the app's settings already read. The runtime takes <c>--port</c> from the arguments (default 7071).</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            return new FunctionsApplicationBuilder(args, Surroundings.Current ?? Surroundings.OfProcess(args));
        }
        catch (CannotStartException refusal) when (Surroundings.Current is null)
        {
            throw Refusal.End(refusal.Message);
        }
    }
}
