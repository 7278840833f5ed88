using System.Diagnostics;

namespace Siaran.LocalRuntime.Running;

/// <summary>Ends the process because the app cannot start.</summary>
internal static class Refusal
{
    /// <summary>Writes the sentence to standard error and ends with exit code 1.</summary>
    public static Exception End(string sentence)
    {
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
        return new UnreachableException();
    }
}
