using Siaran.Feeds;
using Siaran.Pages;
using Siaran.Serving;
using Siaran.Tags;

namespace Siaran.Endpoints;

/// <summary>The directory of tags and the lists of it, each put in order once.</summary>
internal sealed class TagLists(TagDirectory directory) : ICached
{
    private readonly KeyLists<TagKind> lists = new();

    public TagDirectory Directory => directory;

    public long Size => directory.Size + lists.Size;

    /// <summary>The tags of a kind in the words of a page, cut into pages.</summary>
    public KeyPages Of(TagsOfKind kind, PageView view) => lists.Of(kind.Kind, kind.Tags, view);
}
