namespace Siaran.Actors;

/// <summary>Whoever makes a change.</summary>
/// <param name="Name">Kind and name: <c>key:portal</c>, <c>identity:siti@example.go.id</c>, <c>folder:dinkes</c>.</param>
/// <param name="Offices">Ids of the offices that they act for, that of new releases first; null where they act for every one.</param>
public sealed record Actor(string Name, IReadOnlyList<string>? Offices)
{
    /// <summary>Whether they may change what belongs to an office.</summary>
    /// <param name="office">Its id; null for what belongs to none.</param>
    public bool ActsFor(string? office) => Offices is null || (office is not null && Offices.Contains(office));
}
