using Siaran.Actors;

namespace Siaran.Desk;

/// <summary>What a person may be, as the directory says: the names of app roles.</summary>
[Flags]
public enum DeskRoles
{
    None = 0,

    /// <summary>Writes and corrects; someone else publishes.</summary>
    Editor = 1,

    /// <summary>Also publishes and withdraws.</summary>
    Publisher = 2,

    /// <summary>Looks after the service: sees every office and the audit, and changes no release.</summary>
    Operator = 4,

    /// <summary>Looks at what readers write under the releases of an office, and at nothing else.</summary>
    Moderator = 8,
}

/// <summary>What a screen asks of whoever opens it.</summary>
public enum DeskRight
{
    /// <summary>To read what everybody may read who has signed in.</summary>
    Look,

    /// <summary>To be at the desk at all.</summary>
    Enter,

    /// <summary>To see drafts and releases.</summary>
    Read,

    /// <summary>To write drafts.</summary>
    Write,

    /// <summary>To bring something to the public or take it away.</summary>
    Publish,

    /// <summary>To have the whole audit.</summary>
    Audit,

    /// <summary>To let replies of readers through.</summary>
    Moderate,
}

/// <summary>Someone at the desk.</summary>
/// <param name="Id">By which the directory knows them.</param>
/// <param name="Name">For people.</param>
/// <param name="Roles">What they may be.</param>
/// <param name="Actor">As what they act.</param>
public sealed record DeskUser(string Id, string Name, DeskRoles Roles, Actor Actor)
{
    public bool May(DeskRight right) =>
        right switch
        {
            DeskRight.Look => true,
            DeskRight.Enter => Roles is not DeskRoles.None,
            DeskRight.Read => (Roles & ~DeskRoles.Moderator) is not DeskRoles.None,
            DeskRight.Write => (Roles & (DeskRoles.Editor | DeskRoles.Publisher)) is not DeskRoles.None,
            DeskRight.Publish => Roles.HasFlag(DeskRoles.Publisher),
            DeskRight.Audit => Roles.HasFlag(DeskRoles.Operator),
            DeskRight.Moderate => Roles.HasFlag(DeskRoles.Moderator),
            _ => false,
        };
}
