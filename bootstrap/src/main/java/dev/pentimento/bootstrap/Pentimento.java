package dev.pentimento.bootstrap;

import dev.pentimento.application.UseCases;
import dev.pentimento.application.Workforce;
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
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.JobDispatcher;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.RecordsFactory;
import dev.pentimento.ports.spi.Server;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The front door for programs: a home that is open for work.
 *
 * <p>Safe for use by several threads. Several processes may have one home open.
 */
public final class Pentimento implements OpenHome, AutoCloseable {
    /** How long calls to providers may take to finish when the home is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final UseCases useCases;
    private final JobDispatcher dispatcher;
    private final ConfiguredProviders providers;
    private final Records records;
    private final Duty duty;
    private final Working working;

    /** Which jobs are worked on as long as the home is open. */
    public enum Working {
        /** None: jobs are submitted, and others work on them. */
        ON_NOTHING,
        /** Only those submitted here; should the process be lost, others take them up. */
        ON_OWN_JOBS,
        /** Whatever is waiting, whoever submitted it, and whatever others left. */
        ON_ALL_JOBS
    }

    private Pentimento(Settings settings, AdapterCatalogue catalogue, Working working) {
        ImageCodec codec = catalogue.codec().create(settings.intakeLimits());
        // a run without a URL loads no HTTP client
        Late<ImageSource> late = new Late<>(() -> catalogue.source().create(settings.fetchLimits()));
        ImageSource source = (url, context) -> late.get().fetch(url, context);
        ImageVault vault = catalogue.images(settings.imagesKind()).open(settings.home());
        RecordsFactory kept = catalogue.records(settings.recordsKind());
        this.settings = settings;
        this.working = working;
        this.duty = new Duty(settings.home());
        this.records = kept.open(settings.home());
        this.dispatcher = working == Working.ON_OWN_JOBS ? new InProcessJobDispatcher() : kept.dispatcher(records);
        InstantSource clock = InstantSource.system();
        this.providers = new ConfiguredProviders(settings, catalogue, source, clock);
        this.useCases = UseCases.assemble(new UseCases.Needs(
                records,
                vault,
                catalogue.bundles().create(settings.home(), settings.intakeLimits()),
                catalogue.folders().create(settings.home()),
                codec,
                source,
                dispatcher,
                providers,
                clock,
                new TimeOrderedIds(clock),
                new ThreadPerTask("pentimento-part"),
                working == Working.ON_NOTHING ? settings.policies().withoutWorkers() : settings.policies()));
        if (working == Working.ON_ALL_JOBS) {
            duty.begin();
        }
    }

    /**
     * Opens a home, creating it first where needed, and works on all jobs in it.
     *
     * @throws dev.pentimento.ports.failure.PentimentoException if the settings cannot be used or the home cannot be opened
     */
    public static Pentimento open(Settings settings) {
        return open(settings, Working.ON_ALL_JOBS);
    }

    /** As {@link #open(Settings)}, with a say in what is worked on. */
    public static Pentimento open(Settings settings, Working working) {
        AdapterCatalogue catalogue = AdapterCatalogue.onClassPath();
        settings.checkProviders(catalogue.providerNames());
        return new Pentimento(settings, catalogue, working);
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Whether a process of this machine works on all jobs of the home, be it this one. Where none does, a job that is submitted and left alone waits
     * until one comes. Whoever wants to be sure submits the job before he asks.
     */
    public static boolean isWorkedOn(Settings settings) {
        return new Duty(settings.home()).isKept();
    }

    /**
     * Works on all jobs until none was open for {@code calm}, or the thread is interrupted; then this home should be closed, and is no longer said to be
     * worked on by this process.
     *
     * @throws IllegalStateException if it was opened to do less
     */
    public void workUntilDone(Duration calm) throws InterruptedException {
        if (working != Working.ON_ALL_JOBS) {
            throw new IllegalStateException("This home was opened for work " + working);
        }
        new Shift(duty, countOpenJobs()).last(calm);
    }

    @Override
    public RefineImage refineImage() {
        return useCases.refineImage();
    }

    @Override
    public GenerateConcept generateConcept() {
        return useCases.generateConcept();
    }

    @Override
    public PlanRefinement planRefinement() {
        return useCases.planRefinement();
    }

    @Override
    public PlanGeneration planGeneration() {
        return useCases.planGeneration();
    }

    @Override
    public ImportImages importImages() {
        return useCases.importImages();
    }

    @Override
    public WatchJob watchJob() {
        return useCases.watchJob();
    }

    @Override
    public FollowEvents followEvents() {
        return useCases.followEvents();
    }

    @Override
    public CancelJob cancelJob() {
        return useCases.cancelJob();
    }

    @Override
    public RetryJob retryJob() {
        return useCases.retryJob();
    }

    @Override
    public ListJobs listJobs() {
        return useCases.listJobs();
    }

    @Override
    public ShowJob showJob() {
        return useCases.showJob();
    }

    @Override
    public SumCosts sumCosts() {
        return useCases.sumCosts();
    }

    @Override
    public CountOpenJobs countOpenJobs() {
        return useCases.countOpenJobs();
    }

    @Override
    public ListConcepts listConcepts() {
        return useCases.listConcepts();
    }

    @Override
    public ShowVersion showVersion() {
        return useCases.showVersion();
    }

    @Override
    public ShowLineage showLineage() {
        return useCases.showLineage();
    }

    @Override
    public CompareVersions compareVersions() {
        return useCases.compareVersions();
    }

    @Override
    public ExamineImage examineImage() {
        return useCases.examineImage();
    }

    @Override
    public ReadImage readImage() {
        return useCases.readImage();
    }

    @Override
    public ReadConceptFile readConceptFile() {
        return useCases.readConceptFile();
    }

    @Override
    public ListProviders listProviders() {
        return useCases.listProviders();
    }

    @Override
    public ExportHistory exportHistory() {
        return useCases.exportHistory();
    }

    @Override
    public ImportHistory importHistory() {
        return useCases.importHistory();
    }

    @Override
    public VerifyHistory verifyHistory() {
        return useCases.verifyHistory();
    }

    @Override
    public ReplayVersion replayVersion() {
        return useCases.replayVersion();
    }

    @Override
    public RunBatch runBatch() {
        return useCases.runBatch();
    }

    @Override
    public RecallBatch recallBatch() {
        return useCases.recallBatch();
    }

    @Override
    public PlanBatch planBatch() {
        return useCases.planBatch();
    }

    @Override
    public ShowBatch showBatch() {
        return useCases.showBatch();
    }

    @Override
    public SumRuns sumRuns() {
        return useCases.sumRuns();
    }

    @Override
    public CancelBatch cancelBatch() {
        return useCases.cancelBatch();
    }

    @Override
    public ReportJobs reportJobs() {
        return useCases.reportJobs();
    }

    @Override
    public ForgetJob forgetJob() {
        return useCases.forgetJob();
    }

    @Override
    public ShowLimits showLimits() {
        return useCases.showLimits();
    }

    @Override
    public BrowseConcepts browseConcepts() {
        return useCases.browseConcepts();
    }

    @Override
    public ListRuns listRuns() {
        return useCases.listRuns();
    }

    @Override
    public ReadSharedImage readSharedImage() {
        return useCases.readSharedImage();
    }

    @Override
    public GrantKey grantKey() {
        return useCases.grantKey();
    }

    @Override
    public ListKeys listKeys() {
        return useCases.listKeys();
    }

    @Override
    public RevokeKey revokeKey() {
        return useCases.revokeKey();
    }

    @Override
    public IdentifyUser identifyUser() {
        return useCases.identifyUser();
    }

    @Override
    public ObserveWork observeWork() {
        return useCases.observeWork();
    }

    @Override
    public CountJobs countJobs() {
        return useCases.countJobs();
    }

    @Override
    public EvaluateImage evaluateImage() {
        return useCases.evaluateImage();
    }

    @Override
    public ImprovePrompt improvePrompt() {
        return useCases.improvePrompt();
    }

    @Override
    public WritePrompt writePrompt() {
        return useCases.writePrompt();
    }

    /**
     * Answers over the network as the settings below {@code server} say; the server is to be closed before this home. From now on the home has a folder
     * for each concept.
     *
     * @throws dev.pentimento.ports.failure.InvalidSettings if it cannot listen there, or the jar with the server is missing
     */
    public Server serve() {
        Server server = Servers.only().start(settings.server(), this);
        useCases.folders().begin();
        return server;
    }

    /** Begins nothing new and lets what is under way finish within 30 seconds or parks it; the home stays open. */
    public void stopWorking() {
        stopWorking(PATIENCE);
    }

    private void stopWorking(Duration patience) {
        duty.end();
        useCases.workforce().stop(patience);
    }

    /** Begins nothing new, lets what is under way finish within 30 seconds or parks it, and lets go of the home. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    /** As {@link #close()}, with another patience. */
    public void close(Duration patience) {
        Workforce workforce = useCases.workforce();
        // closed from the last to the first, whatever fails
        try (records;
                providers;
                dispatcher;
                workforce) {
            stopWorking(patience);
            useCases.folders().stop(patience);
        }
    }
}
