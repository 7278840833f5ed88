namespace Siaran.Serving;

/// <summary>A value that does not know the cache, and the bytes that it takes in memory.</summary>
internal sealed record Cached<T>(T Value, long Size) : ICached;
