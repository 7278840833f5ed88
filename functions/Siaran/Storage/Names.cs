namespace Siaran.Storage;

/// <summary>The containers and tables.</summary>
public static class Names
{
    /// <summary>Where editors upload.</summary>
    public const string Incoming = "incoming";

    /// <summary>Each accepted original, every revision, for good.</summary>
    public const string Accepted = "accepted";

    /// <summary>What could not be taken, with its report.</summary>
    public const string Rejected = "rejected";

    /// <summary>What was read, but perhaps wrongly, with its report: held until an editor confirms it.</summary>
    public const string Doubtful = "doubtful";

    /// <summary>Documents too large for a table row.</summary>
    public const string Documents = "documents";

    /// <summary>Pictures and documents that came with releases, as they are served.</summary>
    public const string Attachments = "attachments";

    /// <summary>The index of related news.</summary>
    public const string Index = "index";

    /// <summary>Vocabularies that take the place of the project's.</summary>
    public const string Vocabulary = "vocabulary";

    /// <summary>What editors are writing, and its files.</summary>
    public const string Drafts = "drafts";

    public const string Releases = "Releases";

    public const string Listings = "Listings";

    public const string Related = "Related";

    public const string Changes = "Changes";

    public const string Intake = "Intake";

    public const string Push = "Push";

    /// <summary>Offices and who may act for them.</summary>
    public const string Offices = "Offices";

    /// <summary>What a list shows of drafts.</summary>
    public const string DraftTable = "Drafts";

    /// <summary>Who changed what.</summary>
    public const string Audit = "Audit";

    /// <summary>What readers wrote under releases.</summary>
    // No original says what is in it, so that a rebuild leaves it as it is.
    public const string Replies = "Replies";

    public static IReadOnlyList<string> Containers { get; } =
    [Incoming, Accepted, Rejected, Doubtful, Documents, Attachments, Index, Vocabulary, Drafts];

    public static IReadOnlyList<string> Tables { get; } =
    [Releases, Listings, Related, Changes, Intake, Push, Offices, Audit, DraftTable, Replies];

    /// <summary>The tables that can be built again from <see cref="Accepted"/>.</summary>
    public static IReadOnlyList<string> Rebuildable { get; } = [Releases, Related, Listings, Changes, Intake];

    /// <summary>Begins the names of the tables in which a rebuild works.</summary>
    internal const string StagingPrefix = "Rebuilt";

    internal static IReadOnlyList<string> All { get; } =
    [.. Containers, .. Tables, .. Rebuildable.Select(name => StagingPrefix + name), "$batch"];
}
