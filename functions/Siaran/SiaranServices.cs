using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Siaran.Desk;
using Siaran.Endpoints;
using Siaran.Feeds.Push;
using Siaran.Ingest;
using Siaran.Listings;
using Siaran.Pages;
using Siaran.Related;
using Siaran.Related.Index;
using Siaran.Replies;
using Siaran.Search;
using Siaran.Serving;
using Siaran.Settings;
using Siaran.Storage;
using Siaran.Tagging;
using Siaran.Telemetry;

namespace Siaran;

/// <summary>Puts the service together.</summary>
public static class SiaranServices
{
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Everything but the triggers. The settings are checked when the app starts.</summary>
    public static IServiceCollection AddSiaran(this IServiceCollection services, IConfiguration configuration)
    {
        // The same bytes on every instance, wherever it runs.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<Site>("Site").PostConfigure(site => site.BaseAddress = PublicAddress.Of(configuration));
        services.AddSettings<CollectOptions>("Collect");
        services.AddSettings<RetagOptions>("Retag");
        services.AddSettings<ReplyOptions>("Replies");
        services
            .AddSettings<DeskOptions>("Desk")
            .Validate<IConfiguration>(
                (desk, settings) => desk.SignIn != DeskOptions.MadeUp || DeskOptions.IsLocal(settings),
                DeskOptions.OnlyLocal
            );
        services
            .AddSettings<StorageOptions>("Storage")
            .Validate<IConfiguration>((_, settings) => StorageAccount.IsSet(settings), StorageAccount.NotSet);
        return services
            .AddStorage()
            .AddIngest()
            .AddUpkeep()
            .AddServing()
            .AddPages()
            .AddReplies()
            .AddEntries()
            .AddFinding()
            .AddDesk()
            .AddTelemetry(configuration);
    }

    private static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton<StorageCalls>()
            .AddSingleton<StorageAccount>()
            .AddSingleton<Inbox>()
            .AddSingleton<AcceptedUploads>()
            .AddSingleton<RejectedUploads>()
            .AddSingleton<DoubtfulUploads>()
            .AddSingleton<AttachmentContainer>()
            .AddSingleton<Journal>()
            .AddSingleton<RebuildProgress>()
            .AddSingleton<DamagedRows>()
            .AddSingleton<ReleaseTable>()
            .AddSingleton<EmbargoTable>()
            .AddSingleton<IReleaseArchive>(provider => provider.GetRequiredService<ReleaseTable>())
            .AddSingleton<IntakeTable>()
            .AddSingleton<TranslationTable>()
            .AddSingleton<UploadDecisions>()
            .AddSingleton<ListingTable>()
            .AddSingleton<ChangeLog>()
            .AddSingleton<HubPings>()
            .AddSingleton<IHubPings>(provider => provider.GetRequiredService<HubPings>())
            .AddSingleton<RelatedTable>()
            .AddSingleton<IRelatedStore>(provider => provider.GetRequiredService<RelatedTable>())
            .AddSingleton<VocabularyContainer>()
            .AddSingleton<RetagTable>()
            .AddSingleton<OfficeTable>()
            .AddSingleton<AuditTable>()
            .AddSingleton<DraftTable>()
            .AddSingleton<ReplyTable>()
            .AddSingleton<IIndexStore, IndexContainer>()
            .AddHostedService<StorageSetup>();

    private static IServiceCollection AddIngest(this IServiceCollection services) =>
        services
            .AddSingleton<ITaggerFactory, TaggerFactory>()
            .AddSingleton<CurrentTagger>()
            .AddSingleton<ITagger>(provider => provider.GetRequiredService<CurrentTagger>())
            .AddSingleton<FolderPictures>()
            .AddSingleton<UploadReader>()
            .AddSingleton<AttachmentKeeper>()
            .AddSingleton<Translations>()
            .AddSingleton<Identification>()
            .AddSingleton<NameClaims>()
            .AddSingleton<RevisionWriter>()
            .AddSingleton<IUploadIngester, UploadIngester>()
            .AddSingleton<Announcing>()
            .AddSingleton<Publisher>()
            .AddSingleton<IUploadStore, LiveUploads>()
            .AddSingleton<IngestPipeline>()
            .AddSingleton<Rollback>()
            .AddSingleton<FaultyUploads>()
            .AddSingleton<BatchIngester>()
            .AddSingleton<ClosedUploads>()
            .AddSingleton<UploadQueue>()
            .AddSingleton<UploadEntry>()
            .AddSingleton<Embargoes>()
            .AddSingleton<HubPush>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<HubPublisher>(provider, new HttpClient { Timeout = PingTimeout }))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<FeedAge>(provider, provider.GetRequiredService<ListingTable>()))
            .AddSingleton<Collector>();

    private static IServiceCollection AddUpkeep(this IServiceCollection services) =>
        services
            .AddSingleton<ReleaseRestorer>()
            .AddSingleton<PageRestorer>()
            .AddSingleton<Repairs>()
            .AddSingleton<RebuildResumption>()
            .AddSingleton<Upkeep>()
            .AddSingleton<RunReport>()
            .AddSingleton<IngestHistory>()
            .AddSingleton(ReplayServices.Create)
            .AddSingleton<TableRebuilder>()
            .AddSingleton<RebuildWorker>()
            .AddSingleton<RetagPosition>()
            .AddSingleton<RetagBatch>()
            .AddSingleton<Retagger>();

    private static IServiceCollection AddFinding(this IServiceCollection services) =>
        services
            .AddSingleton(new BlockCache(BlockCache.DefaultCapacity))
            .AddSingleton<RelatedIndexer>()
            // Over a store that gives up soon, and over the blocks that relating holds.
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<SearchIndex>(provider, ForReaders<IndexContainer>(provider)))
            .AddSingleton<SearchEndpoint>()
            .AddSingleton<ArchiveEndpoint>();

    private static IServiceCollection AddServing(this IServiceCollection services) =>
        services
            .AddSingleton(provider =>
            {
                var site = provider.GetRequiredService<Site>();
                return new DocumentCache(
                    provider.GetRequiredService<TimeProvider>(),
                    site.Freshness,
                    site.CacheBytes,
                    provider.GetRequiredService<ILogger<DocumentCache>>()
                );
            })
            .AddSingleton<Availability>()
            .AddSingleton<IDueReleases>(EmbargoesForReaders)
            .AddSingleton<IListings>(provider =>
                ActivatorUtilities.CreateInstance<DueListings>(provider, ForReaders<ListingTable>(provider))
            )
            .AddSingleton<FeedService>()
            .AddSingleton<SitemapService>()
            .AddSingleton<ReleaseJson>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ReleaseReader>(provider, ForReaders<ReleaseTable>(provider)))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<RelatedReader>(provider, ForReaders<RelatedTable>(provider)))
            .AddSingleton<RelatedFeeds>()
            .AddSingleton<RelatedDocuments>()
            .AddSingleton<ReleaseEndpoint>()
            .AddSingleton(provider =>
                ActivatorUtilities.CreateInstance<AttachmentEndpoint>(provider, ForReaders<AttachmentContainer>(provider))
            )
            .AddSingleton<RelatedEndpoint>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ChangesEndpoint>(provider, ForReaders<ChangeLog>(provider)))
            .AddSingleton<SiteEndpoint>()
            .AddSingleton<TagJson>()
            .AddSingleton<TagEndpoint>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<HealthEndpoint>(provider, ForReaders<IntakeTable>(provider)))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<RebuildEndpoint>(provider, ForReaders<RebuildProgress>(provider)));

    private static IServiceCollection AddPages(this IServiceCollection services) =>
        services
            .AddSingleton<PageRenderer>()
            .AddSingleton<RevisionsEndpoint>()
            .AddSingleton<ProblemPages>()
            .AddSingleton<IProblemPages>(provider => provider.GetRequiredService<ProblemPages>());

    private static IServiceCollection AddReplies(this IServiceCollection services) =>
        services
            .AddSingleton<ReplyUpkeep>()
            .AddSingleton<ReplyThrottle>()
            .AddSingleton<ReplyAdmission>()
            .AddSingleton(provider =>
                ActivatorUtilities.CreateInstance<ReplyReader>(
                    provider,
                    ForReaders<ReplyTable>(provider),
                    ForReaders<OfficeTable>(provider)
                )
            )
            .AddSingleton<RepliesEndpoint>()
            .AddSingleton<ReplyEndpoint>();

    /// <summary>For those who have a key.</summary>
    private static IServiceCollection AddEntries(this IServiceCollection services) =>
        services
            .AddSingleton<CurrentOffices>()
            .AddSingleton<Callers>()
            .AddSingleton<UploadEndpoint>()
            .AddSingleton<UploadStateEndpoint>()
            .AddSingleton<UploadConfirmEndpoint>()
            .AddSingleton<OfficesEndpoint>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<AuditEndpoint>(provider, ForReaders<AuditTable>(provider)));

    private static IServiceCollection AddDesk(this IServiceCollection services) =>
        services
            .AddSingleton<SignIn>()
            .AddSingleton<DeskDoor>()
            .AddSingleton<SignInScreens>()
            .AddSingleton<Drafts>()
            .AddSingleton<DraftReader>()
            .AddSingleton<Lookalikes>()
            .AddSingleton<Shelf>()
            .AddSingleton<ListScreens>()
            .AddSingleton<DraftReviews>()
            .AddSingleton<DraftScreens>()
            .AddSingleton<ReviewScreens>()
            .AddSingleton<DraftShares>()
            .AddSingleton<PreviewScreens>()
            .AddSingleton<SendScreens>()
            .AddSingleton<OwnReleases>()
            .AddSingleton<ReleaseScreens>()
            .AddSingleton<TagScreens>()
            .AddSingleton<WithdrawScreens>()
            .AddSingleton<ReplyScreens>()
            .AddSingleton<MendScreens>();

    /// <summary>A store over an account that gives up soon.</summary>
    private static T ForReaders<T>(IServiceProvider provider) =>
        ActivatorUtilities.CreateInstance<T>(provider, provider.GetRequiredService<StorageAccount>().Readers);

    private static EmbargoTable EmbargoesForReaders(IServiceProvider provider) =>
        new(provider.GetRequiredService<StorageAccount>().Readers, ForReaders<ReleaseTable>(provider));

    private static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string family)
        where T : class
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        services.AddSingleton<IValidateOptions<T>>(new SettingsCheck<T>(family));
        return services
            .AddOptions<T>()
            .Configure<IConfiguration>((settings, configuration) => SettingsCheck<T>.Bind(settings, family, configuration))
            .ValidateOnStart();
    }
}
