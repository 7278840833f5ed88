using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Siaran.Ingest;
using Siaran.Listings;
using Siaran.Releases;
using Siaran.Settings;
using Siaran.Storage;

namespace Siaran.Functions;

/// <summary>
/// For trying Siaran out: fills an empty storage with sample releases and collects them. Runs only where
/// <c>Samples__Folder</c> is set.
/// </summary>
internal sealed class SampleReleases(
    IConfiguration configuration,
    IHostEnvironment environment,
    Inbox inbox,
    AcceptedUploads accepted,
    Collector collector,
    Site site,
    TimeProvider time
) : IHostedLifecycleService
{
    public const string FolderSetting = "Samples:Folder";

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Only into an empty storage: a restart must not add samples to what someone is trying out.
        if (!await IsEmptyAsync(cancellationToken) || FindFolder() is not { } folder)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            var content = BinaryData.FromBytes(await File.ReadAllBytesAsync(file, cancellationToken));
            await inbox.AddAsync(new NewUpload(name, content, null), cancellationToken);
        }

        var run = await collector.CollectAsync(cancellationToken);
        foreach (var upload in run.Uploads)
        {
            Console.WriteLine($"  {upload.Outcome.ToString().ToLowerInvariant(), -9} {upload.Upload, -55} {Result(upload)}");
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (!await accepted.IsEmptyAsync(cancellationToken))
        {
            return false;
        }

        await foreach (var waiting in inbox.ListAsync(cancellationToken))
        {
            if (waiting.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private string Result(IngestResult upload) =>
        upload switch
        {
            { Outcome: CollectOutcome.Rejected or CollectOutcome.Doubtful or CollectOutcome.Stale or CollectOutcome.Failed } => string.Join(
                ", ",
                upload.Report.Findings.Select(finding => finding.Code)
            ),
            { Release: { } tagged } when tagged.Release.VisibilityAt(time.GetUtcNow()) is Visibility.Embargoed =>
                $"waits until {tagged.Release.PublishAt:yyyy-MM-dd}",
            { Release: { } tagged } => site.ReleaseAddress(tagged.Release.Slug).AbsolutePath,
            _ => "",
        };

    /// <summary>The folder as set, taken from the app's folder or one above it.</summary>
    private string? FindFolder()
    {
        var set = configuration[FolderSetting]!;
        for (var at = new DirectoryInfo(environment.ContentRootPath); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, set);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}

/// <summary>Says where to look, once all is collected.</summary>
internal sealed class SampleAddresses(IListings listings, Site site) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var listing = await listings.ReadAsync(FeedKey.All, cancellationToken);
        var newest = listing?.Entries.OfType<ListingEntry.Live>().FirstOrDefault()?.Tagged.Release;
        Console.WriteLine(
            $"""

              Front page     {site.BaseAddress}
              A feed         {site.Address("feeds/all.rss")}
              The desk       {site.Address("desk")}
            """
        );
        if (newest is not null)
        {
            Console.WriteLine(
                $"""
                  A release      {site.ReleaseAddress(newest.Slug)}
                  Its related    {site.Address($"releases/{newest.Id}/related")}
                """
            );
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class SampleReleasesServices
{
    public static IServiceCollection AddSampleReleases(this IServiceCollection services, IConfiguration configuration) =>
        configuration[SampleReleases.FolderSetting] is { Length: > 0 }
            ? services.AddHostedService<SampleReleases>().AddHostedService<SampleAddresses>()
            : services;
}
