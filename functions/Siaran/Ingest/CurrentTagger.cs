using Microsoft.Extensions.Logging;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Tagging.Vocabularies;
using Siaran.Tags;

namespace Siaran.Ingest;

/// <summary>
/// The tagger with the vocabularies as they stand: those of the project, and those that editors have put in their place in storage.
/// </summary>
/// <remarks>
/// Storage is asked only before something is tagged and at most once a minute, so a run of collecting with nothing to do asks nothing.
/// </remarks>
public sealed partial class CurrentTagger(
    VocabularyContainer vocabularies,
    ITaggerFactory taggers,
    Site site,
    TimeProvider time,
    ILogger<CurrentTagger> logger
) : ITagger, IDisposable
{
    /// <summary>How long a change of the vocabularies may go unnoticed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    // No DocumentCache, whose values age and may be let go: the last tagger that worked stays for as long as none is better, readers ask it
    // without waiting, and what was refused is remembered so that it is reported once.
    private readonly SemaphoreSlim gate = new(1);
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
    private volatile ITagger tagger = taggers.Create(null, TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone));
    private string used = "";
    private string? refused;
    private bool isCurrent;
    private DateTimeOffset? checkedAt;

    public string Version => tagger.Version;

    public IReadOnlyList<string> NamesOf(TagKind kind) => tagger.NamesOf(kind);

    public Annotations Read(Release release) => tagger.Read(release);

    /// <summary>
    /// Looks for other vocabularies: one call to list them, and one for each where any has changed. Vocabularies that cannot be used are
    /// reported once, and the tagger stays as it was.
    /// </summary>
    /// <returns>Whether the tagger goes by the vocabularies that are there.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            // now >= last: where a clock was set back, look again rather than wait until it has caught
            // up.
            if (checkedAt is { } last && now - last < Freshness && now >= last)
            {
                return isCurrent;
            }

            var versions = await vocabularies.ListAsync(cancellationToken);
            var mark = string.Join('\n', versions.Select(version => $"{version.Key} {version.Value}"));
            // Refused ones are remembered by their versions, so that they are reported once and tried
            // again as soon as one of them changes.
            if (mark != used && mark != refused)
            {
                await TakeAsync(versions, mark, cancellationToken);
            }

            (isCurrent, checkedAt) = (mark == used, now);
            return isCurrent;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task TakeAsync(IReadOnlyDictionary<string, string> versions, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, version) in versions)
            {
                if (await vocabularies.ReadAsync(name, version, cancellationToken) is not { } text)
                {
                    // Replaced while it was read. The next minute sees the new state as a whole.
                    return;
                }

                texts[name] = text;
            }

            // Whatever is wrong with a vocabulary shall show now and not at an editor's release.
            var another = taggers.Create(new Overrides(texts), zone);
            another.Read(Trial());
            (tagger, used) = (another, mark);
            LogChanged(another.Version, versions.Count);
        }
        // A failure of storage says nothing about the vocabularies: it is thrown, and the tagger stays.
        catch (Exception ex)
            when (ex is not OperationCanceledException and not Azure.RequestFailedException and not IOException and not AggregateException)
        {
            refused = mark;
            LogUnusable(ex, string.Join(", ", versions.Keys));
        }
    }

    /// <summary>A release with something of every kind that is read.</summary>
    private static Release Trial() =>
        (
            (RevisionOutcome.Created)
                Revising.Create(
                    ReleaseId.FromEditorKey("percobaan"),
                    new Submission
                    {
                        Content = new ReleaseContent
                        {
                            Headline = "Bupati Teluk Jaya Buka Pasar",
                            Agency = "Diskominfo Teluk Jaya",
                            Place = "Teluk Jaya",
                            EditorTags = ["topic:perdagangan", "pasar"],
                            Paragraphs =
                            [
                                "Bupati Teluk Jaya, Yosep Mandagara, membuka pasar sesuai Perda Nomor 2 Tahun 2021, Senin, 3 Maret 2025.",
                                "“Pasar ini melayani 1,2 juta warga,” ujar Yosep.",
                            ],
                            BodyHtml = "<p></p>",
                        },
                    },
                    new UploadSource("percobaan.txt", new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.Zero))
                )
        ).Release;

    [LoggerMessage(1101, LogLevel.Information, "Tagging now uses version {Version}, with {Count} vocabularies from storage")]
    private partial void LogChanged(string version, int count);

    [LoggerMessage(1102, LogLevel.Error, "The vocabularies in storage ({Names}) cannot be used; tagging goes on with the former ones")]
    private partial void LogUnusable(Exception ex, string names);

    private sealed class Overrides(IReadOnlyDictionary<string, string> texts) : IVocabularySource
    {
        public IEnumerable<string> Names => texts.Keys;

        public string? Find(string name) => texts.GetValueOrDefault(name);
    }
}
