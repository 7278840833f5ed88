namespace Siaran.Tagging;

/// <summary>What the rules read, in short: a hash of all that is read of the golden releases of the tests.</summary>
internal static class ReadingFingerprint
{
    // A test fails as soon as they are read otherwise, and says the new value: so the tagging version
    // moves with the reading and cannot be forgotten.
    public const string Value = "178e7e15b5e8";
}
