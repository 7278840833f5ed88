namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Turns on ASP.NET Core's own requests and results.</summary>
public static class FunctionsWebApplicationExtensions
{
    /// <summary>Without this call the real worker gives its functions no <c>HttpRequest</c>; here it changes nothing.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Properties[typeof(FunctionsWebApplicationExtensions)] = true;
        return builder;
    }
}
