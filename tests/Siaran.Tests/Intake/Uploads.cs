using System.Text;
using Siaran.Intake;
using Siaran.Releases;

namespace Siaran.Tests.Intake;

/// <summary>Uploads to be read, and what came of them.</summary>
internal static class Uploads
{
    public static IntakeOptions Options { get; } =
        IntakeOptions.Default with
        {
            PublicAddress = new Uri("https://siaran.nusajaya.example/"),
        };

    public static string Body { get; } = "Pemerintah Kabupaten Teluk Jaya membuka pasar ikan yang baru untuk para nelayan di pesisir.";

    public static IntakeResult Read(byte[] bytes, string name = "siaran.txt", string? type = null) =>
        IntakeReader.Read(new(name, type, bytes), Options);

    public static IntakeResult Read(string text, string name = "siaran.txt", string? type = null) =>
        Read(Encoding.UTF8.GetBytes(text), name, type);

    public static Submission Submission(string text, string name = "siaran.txt") => Accepted(Read(text, name)).Submission;

    public static ReleaseContent Content(string text, string name = "siaran.txt") => Submission(text, name).Content!;

    public static ReleaseContent Content(IntakeResult result) => Accepted(result).Submission.Content!;

    public static IntakeResult.Accepted Accepted(IntakeResult result) =>
        result as IntakeResult.Accepted ?? throw new AssertFailedException("Rejected: " + result.Report.ToJson());

    public static Finding Error(IntakeResult result) =>
        result is IntakeResult.Rejected
            ? result.Report.Findings[0]
            : throw new AssertFailedException("Accepted: " + result.Report.ToJson());

    public static Finding Found(IntakeResult result, string code) =>
        result.Report.Findings.FirstOrDefault(f => f.Code == code)
        ?? throw new AssertFailedException($"No {code} in {result.Report.ToJson()}");

    /// <summary>The bytes of a file under <c>tests/Samples</c>.</summary>
    public static byte[] Sample(string path) => File.ReadAllBytes(Path.Combine(Repository.Samples, path));
}
