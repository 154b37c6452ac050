package dev.pentimento.application;

import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.Providers;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Everything the application offers. */
public record UseCases(
        RefineImage refineImage,
        GenerateConcept generateConcept,
        ImportImages importImages,
        WatchJob watchJob,
        CancelJob cancelJob,
        ListConcepts listConcepts,
        ShowVersion showVersion,
        ShowLineage showLineage,
        CompareVersions compareVersions,
        ExamineImage examineImage,
        ReadImage readImage,
        ListProviders listProviders,
        ExportHistory exportHistory,
        ImportHistory importHistory,
        VerifyHistory verifyHistory,
        ReplayVersion replayVersion) {

    /**
     * What the application works with.
     *
     * @param clock tells the time
     * @param ids makes new ids, each different from all others anywhere
     */
    public record Needs(
            Records records,
            ImageVault vault,
            Bundles bundles,
            ImageCodec codec,
            ImageSource source,
            JobDispatcher dispatcher,
            Providers providers,
            InstantSource clock,
            Supplier<UUID> ids,
            Policies policies) {}

    /** Wires the use cases and starts working on jobs. */
    public static UseCases assemble(Needs needs) {
        Records records = needs.records();
        Mint mint = new Mint(needs.ids(), needs.clock());
        Pictures pictures = new Pictures(needs.vault(), needs.codec());
        Derivations derivations = new Derivations(records, pictures);
        KnownVersions knownVersions = new KnownVersions(records, pictures);
        Intake intake = new Intake(knownVersions, pictures, derivations, needs.source(), mint);
        Masks masks = new Masks(pictures);
        Casting casting = new Casting(needs.providers());
        JobFeed feed = new JobFeed();
        Pipelines pipelines = new Pipelines(
                records, pictures, masks, casting, mint, needs.policies().refinementStages());
        JobRunner runner =
                new JobRunner(records, pipelines, feed, mint, needs.policies().refinementTimeout());
        needs.dispatcher()
                .startWorkers(
                        new JobDispatcher.WorkerSettings(
                                "workers",
                                needs.providers().names(),
                                needs.policies().workers(),
                                needs.policies().lease(),
                                needs.policies().poll()),
                        runner);
        ShowVersion showVersion = new ShowVersionHandler(records, needs.vault(), derivations);
        RefineImage refineImage = new RefineImageHandler(records, intake, masks, casting, needs.dispatcher(), mint);
        WatchJob watchJob = new WatchJobHandler(records, feed);
        Regeneration regeneration = new Regeneration(records, casting, needs.dispatcher(), mint);
        return new UseCases(
                refineImage,
                new GenerateConceptHandler(records, casting, needs.dispatcher(), mint),
                new ImportImagesHandler(records, intake, mint),
                watchJob,
                new CancelJobHandler(records, runner, mint),
                new ListConceptsHandler(records),
                showVersion,
                new ShowLineageHandler(records),
                new CompareVersionsHandler(showVersion, pictures),
                new ExamineImageHandler(intake, pictures, knownVersions, showVersion),
                new ReadImageHandler(records, pictures, derivations),
                new ListProvidersHandler(needs.providers()),
                new ExportHistoryHandler(records, needs.vault(), needs.bundles()),
                new ImportHistoryHandler(records, needs.vault(), needs.bundles()),
                new VerifyHistoryHandler(records, needs.vault(), needs.bundles()),
                new ReplayVersionHandler(records, refineImage, regeneration, watchJob, casting));
    }
}
