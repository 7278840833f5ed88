using System.Globalization;
using System.Text;
using Siaran.Intake;
using Siaran.Related;
using Siaran.Related.Words;
using Siaran.Releases;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tags;

namespace Siaran.Benchmarks;

/// <summary>What one of the largest uploads allocates on its way, stage by stage, for each byte uploaded.</summary>
internal static class MemoryBenchmark
{
    private const int Paragraphs = 290;

    public static void Run()
    {
        var tagger = new TaggerFactory().Create(null, TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"));
        ReadAll(Encoding.UTF8.GetBytes(Text(2)), tagger, (_, work) => work());

        var upload = Encoding.UTF8.GetBytes(Text(Paragraphs));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| stage | bytes allocated for each of {upload.Length:N0} uploaded |")
        );
        Console.WriteLine("|---|---|");
        var sum = 0.0;
        ReadAll(
            upload,
            tagger,
            (stage, work) =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var made = work();
                var each = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / upload.Length;
                sum += stage.StartsWith('-') ? 0 : each;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage} | {each:N1} |"));
                return made;
            }
        );
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| in all | {sum:N1} |"));
    }

    private static void ReadAll(byte[] upload, ITagger tagger, Func<string, Func<object>, object> stage)
    {
        var read = (IntakeResult.Accepted)stage(
            "intake",
            () => IntakeReader.Read(new UploadedDocument("panjang.md", "text/markdown", upload))
        );
        var content = read.Submission.Content!;
        ReadParts(upload, stage);
        stage("fingerprint of the text", () => Fingerprint.OfText(content));
        stage("fingerprint of everything", () => Fingerprint.OfEverything(read.Submission));
        var release = (
            (RevisionOutcome.Created)stage(
                "first revision",
                () =>
                    Revising.Create(
                        ReleaseId.FromEditorKey("panjang"),
                        read.Submission,
                        new UploadSource("panjang.md", DateTimeOffset.UnixEpoch)
                    )
            )
        ).Release;
        var tagged = new TaggedRelease(release, (Annotations)stage("tags", () => tagger.Read(release)));
        var packed = (byte[])stage("packed for its row", () => Payload.Pack(tagged));
        stage("read from its row", () => Payload.Unpack<TaggedRelease>(new MemoryStream(packed)));
        stage("words for related news", () => Reading.Of(tagged, WordRarity.OfNews, new RankingOptions()));
    }

    /// <summary>The parts of intake; its sum counts once.</summary>
    private static void ReadParts(byte[] upload, Func<string, Func<object>, object> stage)
    {
        var text = (string)stage("- decoded", () => TextDecoding.Decode(upload, "text/markdown")!.Text);
        stage("- foreign", () => ForeignDocument.Of(text) ?? "");
        var section = (FrontMatterSection)stage("- section", () => FrontMatterSection.Part(text, UploadFormat.Markdown));
        var html = (string)stage("- markdown", () => MarkdownFormat.ToHtml(section.Text)!);
        var findings = new List<Finding>();
        var draft = (Draft)stage("- fragment", () => HtmlFormat.ReadFragment(html, FrontMatter.None, IntakeOptions.Default, findings)!);
        stage(
            "- hold",
            () =>
                new HoldCheck(FrontMatter.None, TimeZoneInfo.Utc, section, findings).Check(
                    new UploadedDocument("panjang.md", "text/markdown", upload),
                    draft,
                    section,
                    draft.Lines ?? section.Text.Split('\n')
                ) ?? new object()
        );
        stage("- reading", () => new ReleaseReading(FrontMatter.None, IntakeOptions.Default, findings).Read(draft)!);
    }

    private static string Text(int paragraphs) =>
        "---\nagency: Diskominfo Nusa Jaya\nid: panjang\n---\n# Kabar panjang\n\nBARUNA – "
        + string.Join(
            "\n\n",
            Enumerable
                .Range(0, paragraphs)
                .Select(n =>
                    $"Alinea {n} dari siaran ini. "
                    + string.Concat(Enumerable.Repeat("Warga Baruna menunggu jembatan yang baru itu sejak lama. ", 28))
                )
        );
}
