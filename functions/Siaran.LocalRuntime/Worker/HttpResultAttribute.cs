namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the property of a function's result that is the answer to the request.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpResultAttribute : Attribute;
