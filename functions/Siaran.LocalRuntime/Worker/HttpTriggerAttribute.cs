namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each request to its route; without a route, to its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public HttpTriggerAttribute() : this(AuthorizationLevel.Function, [])
    {
    }

    public HttpTriggerAttribute(params string[] methods) : this(AuthorizationLevel.Function, methods)
    {
    }

    public HttpTriggerAttribute(AuthorizationLevel authLevel) : this(authLevel, [])
    {
    }

    /// <summary>An ASP.NET Core route template, without the prefix of host.json and without a leading slash.</summary>
    public string? Route { get; set; }

    /// <summary>The methods that reach the function; none means all of them.</summary>
    public string[]? Methods { get; } = methods;

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
