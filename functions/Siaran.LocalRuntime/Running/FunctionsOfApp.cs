using System.Collections;

namespace Siaran.LocalRuntime.Running;

/// <summary>All functions of the running app, in alphabetical order of their names.</summary>
internal sealed class FunctionsOfApp(IReadOnlyList<Function> functions) : IEnumerable<Function>
{
    public Function? Named(string name) => functions.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase));

    public IEnumerator<Function> GetEnumerator() => functions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
