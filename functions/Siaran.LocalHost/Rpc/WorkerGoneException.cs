namespace Siaran.LocalHost.Rpc;

/// <summary>The worker's stream ended while something was still asked of it.</summary>
internal sealed class WorkerGoneException() : Exception("The worker has gone.");
