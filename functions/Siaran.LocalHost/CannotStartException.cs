namespace Siaran.LocalHost;

/// <summary>The app cannot start; the message says why in words for the person at the terminal.</summary>
public sealed class CannotStartException : Exception
{
    public CannotStartException() { }

    public CannotStartException(string message)
        : base(message) { }

    public CannotStartException(string message, Exception innerException)
        : base(message, innerException) { }
}
