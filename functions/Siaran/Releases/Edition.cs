namespace Siaran.Releases;

/// <summary>
/// A state of a release, in the order in which states follow one another: nothing that was made from an earlier one may overwrite what was
/// made from a later one.
/// </summary>
/// <param name="Revision">What editors changed, from 1.</param>
/// <param name="TaggingPass">Within one revision, the pass of re-tagging that the tags come from, from 0.</param>
public readonly record struct Edition(int Revision, int TaggingPass) : IComparable<Edition>
{
    /// <summary>What a release is when it comes in.</summary>
    public static Edition First => new(1, 0);

    // Lexicographic: a correction beats every re-tagging of what it corrects.
    public int CompareTo(Edition other) =>
        Revision != other.Revision ? Revision.CompareTo(other.Revision) : TaggingPass.CompareTo(other.TaggingPass);

    public static bool operator <(Edition left, Edition right) => left.CompareTo(right) < 0;

    public static bool operator >(Edition left, Edition right) => left.CompareTo(right) > 0;

    public static bool operator <=(Edition left, Edition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Edition left, Edition right) => left.CompareTo(right) >= 0;
}
