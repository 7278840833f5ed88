using Siaran.Tagging.Tokens;
using Siaran.Tags;

namespace Siaran.Tagging.People;

/// <summary>Someone the text names, through all mentions.</summary>
/// <param name="Name">The fullest form, without titles.</param>
internal sealed record ReadPerson(string Name)
{
    // The slug alone identifies: two persons of one name are one tag. Nothing in a release could tell
    // them apart for certain.
    public string Slug { get; } = Releases.Slug.From(Name);

    /// <summary>The office as the text gives it, such as <c>Penjabat Gubernur NTB</c>.</summary>
    public string? Office { get; set; }

    /// <summary>The body the office belongs to.</summary>
    public string? AgencyId { get; set; }

    public string? AgencyLabel { get; set; }

    /// <summary>Where each mention is, in the text's order.</summary>
    public List<TokenSpan> Mentions { get; } = [];

    public TagId Id => new(TagKind.Person, Slug);

    /// <summary>Marks the tokens of all mentions.</summary>
    public void Mark(bool[] tokens)
    {
        foreach (var (first, last) in Mentions)
        {
            Array.Fill(tokens, true, first, last - first + 1);
        }
    }
}
