using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Siaran.Intake;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tags;

namespace Siaran.Tests;

/// <summary>What the largest bodies cost, and that what makes them cheap changes nothing.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LargeBodyTests
{
    /// <summary>Bytes that may be allocated for each byte uploaded; most of it is the HTML parser's.</summary>
    private const double MostForIntake = 80;
    private const double MostForRevision = 12;

    private static readonly byte[] Upload = Encoding.UTF8.GetBytes(
        "---\nagency: Diskominfo Nusa Jaya\nid: panjang\n---\n# Kabar panjang\n\nBARUNA – "
            + string.Join(
                "\n\n",
                Enumerable
                    .Range(0, 260)
                    .Select(n =>
                        $"Alinea {n} dari siaran ini. "
                        + string.Concat(Enumerable.Repeat("Warga Baruna menunggu “jembatan” yang baru itu sejak lama. ", 28))
                    )
            )
    );

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void What_a_body_takes_in_memory_is_bounded_by_its_bytes()
    {
        var read = (IntakeResult.Accepted)Read();
        var release = Store(read);
        Assert.AreEqual("Kabar panjang", release.Content.Headline);

        AssertCosts("intake", MostForIntake, () => Read());
        AssertCosts("revision", MostForRevision, () => Store(read));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n\t ")]
    [DataRow("satu")]
    [DataRow("  satu\u00a0dua \r\n\r\n tiga\u2003empat  ")]
    [DataRow("é “kutipan” 👩‍🌾 \ud83d salah \udc00")]
    public void A_fingerprint_is_that_of_the_words_with_one_space_between_them(string text)
    {
        foreach (
            var part in new[]
            {
                text,
                string.Concat(Enumerable.Repeat(text, 400)),
                new string('a', 511) + text + new string(' ', 600) + text,
            }
        )
        {
            var words = string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"\nK\n{words}\n")));

            Assert.AreEqual(expected, Fingerprint.OfText(Content("K", part)).Value, part);
        }
    }

    [TestMethod]
    public void A_fingerprint_of_everything_stays_what_it_was()
    {
        var submission = new Submission
        {
            EditorKey = "nj-1",
            Content = Content("Jembatan  “Lengan”", string.Concat(Enumerable.Repeat("Warga \u00a0 menunggu\n👩‍🌾 <b>. ", 1_000))),
        };
        var json = JsonSerializer.Serialize(submission);
        var words = string.Join(' ', json.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.AreEqual(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words + "\n"))),
            Fingerprint.OfEverything(submission).Value
        );
    }

    [TestMethod]
    public void A_long_string_is_written_to_the_same_bytes_and_read_again()
    {
        var options = new JsonSerializerOptions { Converters = { new LongStringConverter() } };
        foreach (var length in new[] { 0, 1, 4_095, 4_096, 4_097, 8_192, 12_345 })
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, length)
                    .Select(n =>
                        n % 3 == 0 ? "👩"
                        : n % 3 == 1 ? "\""
                        : "é"
                    )
            );
            var document = new Dictionary<string, string> { [text[..Math.Min(10, text.Length)]] = text };

            var written = JsonSerializer.Serialize(document, options);

            Assert.AreEqual(JsonSerializer.Serialize(document), written, length.ToString(CultureInfo.InvariantCulture));
            Assert.AreEqual(text, JsonSerializer.Deserialize<Dictionary<string, string>>(written, options)!.Single().Value);
        }
    }

    private static IntakeResult Read() => IntakeReader.Read(new UploadedDocument("panjang.md", "text/markdown", Upload));

    private static Release Store(IntakeResult.Accepted read)
    {
        var source = new UploadSource("panjang.md", DateTimeOffset.UnixEpoch);
        var created = (RevisionOutcome.Created)Revising.Create(ReleaseId.FromEditorKey("panjang"), read.Submission, source);
        Fingerprint.OfText(created.Release.Content);
        var packed = Payload.Pack(new TaggedRelease(created.Release, new Annotations()));
        using var stored = new MemoryStream(packed);
        return Payload.Unpack<TaggedRelease>(stored).Release;
    }

    private void AssertCosts(string what, double most, Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        var each = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Upload.Length;
        TestContext.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {each:N1} bytes for each uploaded"));
        Assert.IsLessThan(most, each, what);
    }

    private static ReleaseContent Content(string headline, string body) =>
        new()
        {
            Headline = headline,
            Paragraphs = [body],
            BodyHtml = $"<p>{body}</p>",
        };
}
