namespace Siaran.LocalHost;

/// <summary>An invocation failed in its worker; the message is that of the exception which the function threw.</summary>
public sealed class FunctionFailedException : Exception
{
    public FunctionFailedException() { }

    public FunctionFailedException(string message)
        : base(message) { }

    public FunctionFailedException(string message, Exception innerException)
        : base(message, innerException) { }

    internal FunctionFailedException(string function, Rpc.RpcException? thrown)
        : base(thrown?.Message is { Length: > 0 } message ? message : $"The function {function} failed without a reason.") =>
        (ThrownType, RemoteStackTrace) = (thrown?.Type ?? "", thrown?.StackTrace ?? "");

    /// <summary>The full name of the type that the function threw; empty where the worker does not say.</summary>
    public string ThrownType { get; } = "";

    /// <summary>Where it was thrown, in the worker.</summary>
    public string RemoteStackTrace { get; } = "";

    public override string ToString() =>
        $"{base.ToString()}{Environment.NewLine}In the worker: {ThrownType}{Environment.NewLine}{RemoteStackTrace}";
}
