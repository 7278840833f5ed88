using Microsoft.Extensions.DependencyInjection;
using Siaran.Ingest;
using Siaran.Related;
using Siaran.Storage;

namespace Siaran;

/// <summary>
/// Puts the pipeline together a second time, over the staging tables and by a clock that a replay sets. All else is what the live pipeline
/// uses.
/// </summary>
internal static class ReplayServices
{
    public static Replay Create(IServiceProvider services)
    {
        // The whole pipeline is built a second time with other stores and another clock, and no branch
        // within it asks whether it is a replay: what is tested for uploads holds for rebuilds. Nothing
        // is announced (null), for nothing new happens, and nobody saw anything meanwhile (null).
        var staging = services.GetRequiredService<StorageAccount>().StagingTables();
        var clock = new ReplayClock();
        var (releases, intake) = (Make<ReleaseTable>(staging), Make<IntakeTable>(staging));
        var indexer = Make<RelatedIndexer>(Make<RelatedTable>(staging), releases, clock);
        var embargoes = new EmbargoTable(staging, releases);
        var (listings, changes) = (Make<ListingTable>(staging, clock), Make<ChangeLog>(staging, clock));
        var translations = new Translations(releases, Make<TranslationTable>(staging), embargoes, clock);
        var publisher = new Publisher(embargoes, listings, changes, indexer, translations, announcing: null, clock);
        var identification = new Identification(releases, intake, translations);
        var decisions = Make<UploadDecisions>(staging);
        var revisions = new RevisionWriter(releases, decisions, translations, Make<NameClaims>(intake, decisions), time: null);
        var uploads = new ReplayedUploads(intake);
        var pipeline = Make<IngestPipeline>(
            Make<UploadIngester>(identification, revisions, uploads, clock),
            publisher,
            intake,
            uploads,
            clock
        );
        return Make<Replay>(clock, pipeline, indexer, Make<Embargoes>(embargoes, releases, publisher, clock));

        T Make<T>(params object[] own) => ActivatorUtilities.CreateInstance<T>(services, own);
    }
}
