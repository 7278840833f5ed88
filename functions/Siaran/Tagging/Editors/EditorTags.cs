using Siaran.Releases;
using Siaran.Tags;

namespace Siaran.Tagging.Editors;

/// <summary>Puts the editor's word above what was inferred.</summary>
public static class EditorTags
{
    public const string Source = "editor";

    /// <summary>Adds the editor's tags and takes away those marked with a leading hyphen, by id or by label.</summary>
    /// <param name="inferred">What the readers found.</param>
    /// <param name="asked">The editor's words: <c>kind:slug</c>, a name, or either behind a hyphen.</param>
    /// <param name="find">The vocabulary's tag of an id or a name, without evidence; null where there is none.</param>
    public static List<Tag> Apply(IEnumerable<Tag> inferred, IReadOnlyList<string> asked, Func<string, Tag?> find)
    {
        var tags = inferred.ToList();
        foreach (var word in asked.Select(word => word.Trim()).Where(word => word.Length > 0))
        {
            if (word is ['-', ..])
            {
                var unwanted = word[1..].Trim();
                tags.RemoveAll(tag => Names(tag, unwanted, find));
            }
            else
            {
                Add(tags, word, find);
            }
        }

        return tags;
    }

    private static void Add(List<Tag> tags, string word, Func<string, Tag?> find)
    {
        if (tags.Find(tag => Names(tag, word, find)) is { } known)
        {
            tags[tags.IndexOf(known)] = known with { Source = Source, Confidence = 1, Implied = false };
        }
        else if ((find(word) ?? Free(word)) is { } tag)
        {
            tags.Add(tag with { Source = Source, Confidence = 1, Evidence = [], Implied = false });
        }
    }

    private static Tag? Free(string word)
    {
        var id = TagId.TryParse(word, out var parsed) ? parsed : new TagId(TagKinds.Keyword, Slug.From(word));
        var label = id.Kind == TagKinds.Keyword && parsed == default ? word : id.Name.Replace('-', ' ');
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
            return tag.Id == id;
        }

        var slug = Slug.From(word);
        return slug.Length > 0 && (slug == tag.Id.Name || slug == Slug.From(tag.Label) || find(word)?.Id == tag.Id);
    }
}
