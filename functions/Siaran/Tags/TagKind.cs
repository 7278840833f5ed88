namespace Siaran.Tags;

/// <summary>A kind of tag.</summary>
/// <param name="Name">A slug, as in a tag's id and its address.</param>
// Not an enumeration: editors may bring kinds of their own (event:mtq-2026), and what is stored must be
// read again by a version that does not know them.
public readonly record struct TagKind(string Name)
{
    public static readonly TagKind Topic = new("topic");
    public static readonly TagKind Region = new("region");
    public static readonly TagKind Agency = new("agency");
    public static readonly TagKind Person = new("person");
    public static readonly TagKind Regulation = new("regulation");
    public static readonly TagKind Programme = new("programme");

    /// <summary>Words of the editor's own that fit no other kind.</summary>
    public static readonly TagKind Keyword = new("keyword");

    /// <summary>Siaran's own, in the order in which they are shown.</summary>
    public static IReadOnlyList<TagKind> Own { get; } = [Topic, Region, Agency, Person, Regulation, Programme, Keyword];

    /// <summary>The kind of Siaran's own that is called so, in any case; null where there is none.</summary>
    public static TagKind? Find(string name) =>
        Own.Where(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Cast<TagKind?>().FirstOrDefault();

    public override string ToString() => Name ?? "";
}
