namespace Siaran.Tagging.Agencies;

/// <summary>
/// Tells, in English and Malay, that two names are of one body: a ministry or a university by what it is of before or behind (<c>Finance
/// Ministry</c>), the police of a state by the whole force (<c>Polis Perak</c>).
/// </summary>
internal static class TurnedNames
{
    private const string Police = "Polis ";
    private const string WholePolice = "Polis Diraja ";
    private const string Contingent = " Kontinjen ";

    private static readonly string[] Kinds = ["Ministry", "Department", "University"];

    /// <summary>Whether the shorter name is of the body that the other one names whole.</summary>
    /// <param name="whole">The other name.</param>
    /// <param name="name">The shorter one.</param>
    public static bool AreOne(string whole, string name) => IsTurned(whole, name) || IsOfForce(whole, name);

    /// <summary>Whether a name puts the field first that another one puts last: <c>Finance Ministry</c> of <c>Ministry of …</c></summary>
    private static bool IsTurned(string whole, string name)
    {
        foreach (var kind in Kinds)
        {
            if (name.Length > kind.Length + 1 && name.EndsWith(" " + kind, StringComparison.OrdinalIgnoreCase))
            {
                var turned = $"{kind} of {name[..^(kind.Length + 1)]}";
                return whole.StartsWith(turned, StringComparison.OrdinalIgnoreCase)
                    && (
                        whole.Length == turned.Length
                        || whole.AsSpan(turned.Length) is [',', ..] or [' ', 'a', 'n', 'd', ' ', ..] or [' ', 'o', 'f', ' ', ..]
                    );
            }
        }

        return false;
    }

    /// <summary>Whether a state's police is named, and the whole force or the state's contingent too.</summary>
    private static bool IsOfForce(string whole, string name) =>
        name.StartsWith(Police, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(WholePolice, StringComparison.OrdinalIgnoreCase)
        && (
            (name.AsSpan(Police.Length).IndexOf(' ') < 0 && whole.StartsWith(WholePolice, StringComparison.OrdinalIgnoreCase))
            || whole.EndsWith(Contingent + name[Police.Length..], StringComparison.OrdinalIgnoreCase)
        );
}
