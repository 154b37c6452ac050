package dev.pentimento.application;

import dev.pentimento.ports.in.BrowseConcepts;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.CountJobs;
import dev.pentimento.ports.in.CountOpenJobs;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.ForgetJob;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.in.IdentifyUser;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.ListKeys;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.ListRuns;
import dev.pentimento.ports.in.ObserveWork;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.PlanGeneration;
import dev.pentimento.ports.in.PlanRefinement;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.ReadSharedImage;
import dev.pentimento.ports.in.RecallBatch;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.in.RevokeKey;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowLimits;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.in.SumRuns;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.in.WritePrompt;
import dev.pentimento.ports.out.Bundles;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.Providers;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Everything the application offers.
 *
 * @param workforce to be stopped before what the application works with is closed
 * @param folders to be stopped after the workforce
 */
public record UseCases(
        RefineImage refineImage,
        GenerateConcept generateConcept,
        PlanRefinement planRefinement,
        PlanGeneration planGeneration,
        ImportImages importImages,
        WatchJob watchJob,
        FollowEvents followEvents,
        CancelJob cancelJob,
        RetryJob retryJob,
        ListJobs listJobs,
        ShowJob showJob,
        SumCosts sumCosts,
        CountOpenJobs countOpenJobs,
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
        ReplayVersion replayVersion,
        ReadConceptFile readConceptFile,
        RunBatch runBatch,
        RecallBatch recallBatch,
        PlanBatch planBatch,
        ShowBatch showBatch,
        CancelBatch cancelBatch,
        SumRuns sumRuns,
        EvaluateImage evaluateImage,
        ImprovePrompt improvePrompt,
        WritePrompt writePrompt,
        ReportJobs reportJobs,
        ForgetJob forgetJob,
        ShowLimits showLimits,
        BrowseConcepts browseConcepts,
        ListRuns listRuns,
        ReadSharedImage readSharedImage,
        GrantKey grantKey,
        ListKeys listKeys,
        RevokeKey revokeKey,
        IdentifyUser identifyUser,
        ObserveWork observeWork,
        CountJobs countJobs,
        Workforce workforce,
        FolderKeeping folders) {

    /**
     * What the application works with.
     *
     * @param clock tells the time
     * @param ids makes new ids, each different from all others anywhere
     * @param executor runs the parts of a job at the same time; must not refuse nor queue them
     */
    public record Needs(
            Records records,
            ImageVault vault,
            Bundles bundles,
            ConceptFolders folders,
            ImageCodec codec,
            ImageSource source,
            JobDispatcher dispatcher,
            Providers providers,
            InstantSource clock,
            Supplier<UUID> ids,
            Executor executor,
            Policies policies) {}

    /** Wires the use cases and starts working on jobs. */
    public static UseCases assemble(Needs needs) {
        return new Assembly(needs).useCases();
    }
}
