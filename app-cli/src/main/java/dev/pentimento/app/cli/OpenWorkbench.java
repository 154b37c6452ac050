package dev.pentimento.app.cli;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.CountOpenJobs;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.GrantKey;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.ListKeys;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.PlanGeneration;
import dev.pentimento.ports.in.PlanRefinement;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.in.RevokeKey;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.ShowBatch;
import dev.pentimento.ports.in.ShowJob;
import dev.pentimento.ports.in.ShowLineage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.in.SumRuns;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.in.WritePrompt;
import dev.pentimento.ports.spi.Server;
import java.time.Duration;

/** The real thing behind a {@link Workbench}. */
record OpenWorkbench(Pentimento pentimento) implements Workbench {
    @Override
    public RefineImage refineImage() {
        return pentimento.refineImage();
    }

    @Override
    public GenerateConcept generateConcept() {
        return pentimento.generateConcept();
    }

    @Override
    public PlanRefinement planRefinement() {
        return pentimento.planRefinement();
    }

    @Override
    public PlanGeneration planGeneration() {
        return pentimento.planGeneration();
    }

    @Override
    public ImportImages importImages() {
        return pentimento.importImages();
    }

    @Override
    public WatchJob watchJob() {
        return pentimento.watchJob();
    }

    @Override
    public CancelJob cancelJob() {
        return pentimento.cancelJob();
    }

    @Override
    public RetryJob retryJob() {
        return pentimento.retryJob();
    }

    @Override
    public ListJobs listJobs() {
        return pentimento.listJobs();
    }

    @Override
    public ShowJob showJob() {
        return pentimento.showJob();
    }

    @Override
    public SumCosts sumCosts() {
        return pentimento.sumCosts();
    }

    @Override
    public CountOpenJobs countOpenJobs() {
        return pentimento.countOpenJobs();
    }

    @Override
    public ListConcepts listConcepts() {
        return pentimento.listConcepts();
    }

    @Override
    public ShowVersion showVersion() {
        return pentimento.showVersion();
    }

    @Override
    public ShowLineage showLineage() {
        return pentimento.showLineage();
    }

    @Override
    public CompareVersions compareVersions() {
        return pentimento.compareVersions();
    }

    @Override
    public ExamineImage examineImage() {
        return pentimento.examineImage();
    }

    @Override
    public ReadImage readImage() {
        return pentimento.readImage();
    }

    @Override
    public ListProviders listProviders() {
        return pentimento.listProviders();
    }

    @Override
    public ExportHistory exportHistory() {
        return pentimento.exportHistory();
    }

    @Override
    public ImportHistory importHistory() {
        return pentimento.importHistory();
    }

    @Override
    public VerifyHistory verifyHistory() {
        return pentimento.verifyHistory();
    }

    @Override
    public ReplayVersion replayVersion() {
        return pentimento.replayVersion();
    }

    @Override
    public RunBatch runBatch() {
        return pentimento.runBatch();
    }

    @Override
    public PlanBatch planBatch() {
        return pentimento.planBatch();
    }

    @Override
    public ShowBatch showBatch() {
        return pentimento.showBatch();
    }

    @Override
    public SumRuns sumRuns() {
        return pentimento.sumRuns();
    }

    @Override
    public CancelBatch cancelBatch() {
        return pentimento.cancelBatch();
    }

    @Override
    public GrantKey grantKey() {
        return pentimento.grantKey();
    }

    @Override
    public ListKeys listKeys() {
        return pentimento.listKeys();
    }

    @Override
    public RevokeKey revokeKey() {
        return pentimento.revokeKey();
    }

    @Override
    public EvaluateImage evaluateImage() {
        return pentimento.evaluateImage();
    }

    @Override
    public ImprovePrompt improvePrompt() {
        return pentimento.improvePrompt();
    }

    @Override
    public WritePrompt writePrompt() {
        return pentimento.writePrompt();
    }

    @Override
    public Server serve() {
        return pentimento.serve();
    }

    @Override
    public void stopWorking() {
        pentimento.stopWorking();
    }

    @Override
    public void workUntilDone(Duration calm) throws InterruptedException {
        pentimento.workUntilDone(calm);
    }

    @Override
    public void close() {
        pentimento.close();
    }
}
