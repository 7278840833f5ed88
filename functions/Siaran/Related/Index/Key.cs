using System.IO.Hashing;
using System.Runtime.InteropServices;
using Siaran.Releases;

namespace Siaran.Related.Index;

/// <summary>What an entry of a segment is about. Its order is the order within a segment.</summary>
internal enum KeyKind : byte
{
    /// <summary>A release's number → its <see cref="DocumentSummary"/>.</summary>
    Summary = 1,

    /// <summary>A release's id or slug → the numbers it has had; its translations → theirs.</summary>
    Number = 2,

    /// <summary>A release's id, or a slug that an editor named → the numbers of those whose lists name it, or once did.</summary>
    ListedBy = 3,

    /// <summary>A word or a tag → <see cref="Postings"/>.</summary>
    Term = 4,

    /// <summary>Nothing → the commonest terms and their counts in this segment.</summary>
    Frequencies = 5,

    /// <summary>A release's number → what a search shows of it: <see cref="FoundDocumentFormat"/>.</summary>
    Document = 6,

    /// <summary>Nothing → when each release of this segment was published: <see cref="Times"/>.</summary>
    Times = 7,

    /// <summary>A stem, or a feed's key → everyone who has it: <see cref="FullPostings"/>.</summary>
    Stem = 8,

    /// <summary>A first letter → the words of headlines and names that begin with it: <see cref="Spellings"/>.</summary>
    Spellings = 9,

    /// <summary>A stem → what comes right after it in everyone who has it: <see cref="Followers"/>.</summary>
    Followers = 10,
}

/// <summary>Eight bytes: the kind above, a number or a hash below.</summary>
internal readonly record struct Key(ulong Value) : IComparable<Key>
{
    // The kind is the highest byte, so that a segment is sorted by kind and all summaries are next to
    // each other. A hash has 56 bits; whoever looks up by one compares the id or slug afterwards, so a
    // collision costs a read.
    private const ulong Below = (1UL << 56) - 1;

    public static Key Frequencies { get; } = Of(KeyKind.Frequencies, 0);

    public static Key Times { get; } = Of(KeyKind.Times, 0);

    public KeyKind Kind => (KeyKind)(Value >> 56);

    public ulong Rest => Value & Below;

    public static Key Summary(long number) => Of(KeyKind.Summary, (ulong)number);

    public static Key Number(ReleaseId id) => Of(KeyKind.Number, Hash(id.ToString()));

    public static Key Number(string slug) => Of(KeyKind.Number, Hash(slug));

    public static Key ListedBy(ReleaseId id) => Of(KeyKind.ListedBy, Hash(id.ToString()));

    public static Key ListedBy(string slug) => Of(KeyKind.ListedBy, Hash(slug));

    /// <summary>Under which the translations of a release have their numbers.</summary>
    public static Key Translations(ReleaseId original) => Of(KeyKind.Number, Hash("translations:" + original));

    public static Key Term(uint name) => Of(KeyKind.Term, name);

    public static Key Document(long number) => Of(KeyKind.Document, (ulong)number);

    // Nothing compares a stem afterwards: among a million of them the odds that any two share 56 bits
    // are about 1 to 140,000.
    public static Key Stem(string stem) => Of(KeyKind.Stem, Hash(stem));

    public static Key Followers(string stem) => Of(KeyKind.Followers, Hash(stem));

    public static Key Spellings(char first) => Of(KeyKind.Spellings, first);

    public int CompareTo(Key other) => Value.CompareTo(other.Value);

    private static Key Of(KeyKind kind, ulong rest) => new(((ulong)kind << 56) | (rest & Below));

    private static ulong Hash(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}
