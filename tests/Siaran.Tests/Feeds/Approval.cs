namespace Siaran.Tests.Feeds;

/// <summary>Whole documents that were read and found right.</summary>
internal static class Approval
{
    /// <summary>Compares byte for byte; on a difference writes what was received next to what is approved.</summary>
    public static void Matches(byte[] received, string file)
    {
        var approved = Repository.PathOf("tests", "Siaran.Tests", "Feeds", "Approved", file);
        if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(received))
        {
            return;
        }

        File.WriteAllBytes(approved + ".received", received);
        Assert.Fail($"{file} differs from what is approved; compare it with {file}.received and rename that if it is right.");
    }
}
