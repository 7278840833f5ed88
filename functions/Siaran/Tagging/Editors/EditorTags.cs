using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tagging.Editors;

/// <summary>Puts the editor's word above what was inferred.</summary>
public static class EditorTags
{
    public const string Source = "editor";

    /// <summary>Adds the editor's tags and takes away those marked with a leading hyphen, by id or by label.</summary>
    /// <param name="inferred">What the readers found.</param>
    /// <param name="asked">The editor's words: <c>kind:slug</c>, a name, <c>kind: name</c>, or each behind a hyphen.</param>
    /// <param name="find">The vocabulary's tag of an id or a name, without evidence; null where there is none.</param>
    public static List<Tag> Apply(IEnumerable<Tag> inferred, IReadOnlyList<string> asked, Func<string, Tag?> find)
    {
        // In the order in which the editor wrote them: a later word may take back an earlier one.
        var tags = inferred.ToList();
        foreach (var word in asked.Select(word => word.Trim()).Where(word => word.Length > 0))
        {
            if (word is ['-', ..])
            {
                var unwanted = Read(word[1..].Trim()).Word;
                tags.RemoveAll(tag => Names(tag, unwanted, find));
            }
            else
            {
                Add(tags, word, find);
            }
        }

        return tags;
    }

    /// <summary>The id that an editor's word is or makes; null for a mere name.</summary>
    public static TagId? IdOf(string written) => TagId.TryParse(Read(written.Trim()).Word, out var id) ? id : null;

    /// <summary>Whether all tags of its kind are in a vocabulary, so that one that is in none becomes a keyword.</summary>
    public static bool IsOfList(TagId id) => id.Kind == TagKind.Topic || id.Kind == TagKind.Region;

    /// <summary>What a tag becomes that should be in a vocabulary and is not.</summary>
    public static TagId KeywordFor(TagId unknown) => new(TagKind.Keyword, unknown.Name);

    /// <summary>
    /// An id's label is its name in words; of a kind and a name (<c>Topic: Olah raga</c>) the id is made, and the name is its label.
    /// </summary>
    private static (string Word, string Label) Read(string written)
    {
        if (TagId.TryParse(written, out var id))
        {
            return (written, id.Name.Replace('-', ' '));
        }

        if (written.Split(':', 2, StringSplitOptions.TrimEntries) is [var kind, var name] && TagKind.Find(kind) is { } known)
        {
            return (Slug.From(name) is { Length: > 0 } slug ? $"{known}:{slug}" : "", name);
        }

        return (written, written);
    }

    private static void Add(List<Tag> tags, string written, Func<string, Tag?> find)
    {
        var (word, label) = Read(written);
        // The tag keeps its evidence: the editor confirms what was found, and readers may still see
        // where. Not implied any more, since an editor's word is a statement of its own.
        if (tags.Find(tag => Names(tag, word, find)) is { } known)
        {
            tags[tags.IndexOf(known)] = known with { Source = Source, Confidence = 1, Implied = false };
        }
        else if ((find(word) ?? Free(word, label)) is { } tag)
        {
            tags.Add(tag with { Source = Source, Confidence = 1, Evidence = [], Implied = false });
        }
    }

    private static Tag? Free(string word, string label)
    {
        // What no vocabulary has becomes a keyword and not an error: an editor must not have to wait
        // for a list before a release can go out.
        // So does a topic or a region that is in no list: both are of one, so that their pages are the same for all.
        var id =
            !TagId.TryParse(word, out var parsed) ? new TagId(TagKind.Keyword, Slug.From(word))
            : IsOfList(parsed) ? KeywordFor(parsed)
            : parsed;
        return id.Name.Length == 0
            ? null
            : new Tag
            {
                Id = id,
                Label = label,
                Source = Source,
                Confidence = 1,
            };
    }

    private static bool Names(Tag tag, string word, Func<string, Tag?> find)
    {
        if (TagId.TryParse(word, out var id))
        {
            return tag.Id == id || (IsOfList(id) && tag.Id == KeywordFor(id) && find(word) is null);
        }

        // The editor may write what a page shows ("Kota Bima"), an id, or a former name: three ways, of
        // which each must take the same tag away.
        var slug = Slug.From(word);
        return slug.Length > 0 && (slug == tag.Id.Name || slug == Slug.From(tag.Label) || find(word)?.Id == tag.Id);
    }
}
