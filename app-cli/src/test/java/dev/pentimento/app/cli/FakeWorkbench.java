package dev.pentimento.app.cli;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.LoopFigures;
import dev.pentimento.domain.loop.RunTrace;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.failure.UnknownReference;
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
import dev.pentimento.ports.in.RecallBatch;
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
import dev.pentimento.ports.spi.OpenHome;
import dev.pentimento.ports.spi.Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Use cases that remember what they were asked and answer as told: version A was imported, every refinement makes its next child. */
final class FakeWorkbench extends UnusedUseCases implements Workbench {
    static final Instant START = Instant.parse("2026-11-20T09:30:00Z");
    static final Instant END = START.plusMillis(1250);
    static final ConceptId CONCEPT = new ConceptId(new UUID(0, 0xc0));
    static final Path FILE = Path.of("/home/ann/pictures/made.png");
    static final EncodedImage PIXELS =
            EncodedImage.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 7});

    private int made = 1;
    final Version original = version(1, List.of(), new Origin.Imported("cat.png", image()));
    final List<Version> versions = new ArrayList<>(List.of(original));
    final List<Job> jobs = new ArrayList<>();
    final List<JobEvent> events = new ArrayList<>();
    List<ListConcepts.Summary> concepts = List.of();
    List<ListProviders.Listed> providers = List.of();
    Brief brief = Brief.EMPTY;
    ProviderReport report =
            new ProviderReport("local", "sketch-1", "make it warmer, please", List.of(), Cost.free(), false);
    UnaryOperator<Job> ending = job -> job.complete(
            versions.subList(versions.size() - made, versions.size()).stream()
                    .map(Version::id)
                    .toList(),
            report,
            END);
    BiFunction<RefineImage.Command, JobId, Origin> origin = (command, job) -> new Origin.Refined(job);

    Optional<DigitalSourceType> sourceType = Optional.empty();

    @Nullable RuntimeException trouble;

    boolean lacksMemory;

    final List<GrantedKey> keys = new ArrayList<>();
    Runnable whileServing = () -> {};

    /** Before it stopped working. */
    boolean stoppedServing;

    ImportImages.@Nullable Arrived arrived;
    ExamineImage.@Nullable Query examined;
    ExamineImage.@Nullable Examination examination;
    ReadImage.@Nullable Query read;

    RefineImage.@Nullable Command refined;
    GenerateConcept.@Nullable Command generated;
    RefineImage.@Nullable Command planned;
    List<Treatment> treatments = List.of();
    PlanRefinement.Plan plan = new PlanRefinement.Plan(
            "openai",
            List.of(
                    new Treatment(Wish.MASK, Means.NATIVE, ""),
                    new Treatment(Wish.CANDIDATES, Means.EMULATED, "is called 3 times"),
                    new Treatment(Wish.SEED, Means.LEFT_OUT, "obeys no seed")),
            "gpt-image-9",
            "make it warmer",
            List.of("dragon"),
            3,
            Cost.estimated(52_800),
            new PlanRefinement.Price("https://prices", LocalDate.parse("2026-11-20")),
            List.of("local"),
            List.of(new PlanRefinement.Other("local", "could do it, but comes after openai")));
    ImportImages.@Nullable Command imported;
    volatile CancelJob.@Nullable Command canceled;
    CompareVersions.@Nullable Comparison comparison;
    RefineImage.@Nullable Submission answer;
    RetryJob.@Nullable Command retried;
    RetryJob.@Nullable Outcome retryAnswer;
    final Map<JobId, List<ProviderCall>> calls = new HashMap<>();
    final Map<JobId, Ticket> tickets = new HashMap<>();
    volatile CountOpenJobs.Count openJobs = new CountOpenJobs.Count(0, 0);
    SumCosts.Summary costs = new SumCosts.Summary(new SumCosts.Total(0, 0, 0, 0, 0), List.of(), List.of(), List.of());
    List<RunTrace> traces = List.of();
    Runnable whileWatched = () -> {};

    Runnable whenStopped = () -> {};
    Runnable whenCounted = () -> {};
    List<ProviderCall> callsOfNext = List.of();
    int missing;
    boolean providerInstalled = true;

    @Nullable Duration calm;

    boolean stoppedWorking;
    boolean closed;

    static Image image() {
        return Image.of(PIXELS, new ImageSize(640, 480));
    }

    static Version version(int number, List<VersionId> parents, Origin origin) {
        return new Version(
                new VersionId(new UUID(1, number)), CONCEPT, image(), parents, origin, START.plusSeconds(60L * number));
    }

    static Origin masked(JobId job, MaskCheck check) {
        return new Origin.MaskedRefined(job, check);
    }

    /** A finished refinement of {@code base}, without anybody asking. */
    Version refine(Version base, Work.RefineVersion work, VersionId... references) {
        Job job = job(work).start(START);
        List<VersionId> parents = new ArrayList<>(List.of(base.id()));
        parents.addAll(List.of(references));
        Version version = version(versions.size() + 1, parents, new Origin.Refined(job.id()));
        versions.add(version);
        jobs.add(job.complete(List.of(version.id()), report, END));
        return version;
    }

    private Job job(Work work) {
        JobId id = new JobId(new UUID(2, jobs.size() + 1L));
        return Job.submit(id, UserId.LOCAL, CONCEPT, work, new ProviderChoice("local", null), START);
    }

    Job accept(Work work) {
        Job job = job(work).start(START);
        jobs.add(job);
        return job;
    }

    private void failIfTold() {
        if (lacksMemory) {
            throw new OutOfMemoryError("Java heap space");
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public RefineImage refineImage() {
        return command -> {
            refined = command;
            failIfTold();
            if (answer != null) {
                return answer;
            }
            Job job = accept(new Work.RefineVersion(
                    original.id(), List.of(original.id()), command.refinement(), command.knobs(), command.brief()));
            made = command.knobs().candidates() - missing;
            calls.put(job.id(), callsOfNext);
            for (int i = 0; i < made; i++) {
                versions.add(version(versions.size() + 1, List.of(original.id()), origin.apply(command, job.id())));
            }
            return new RefineImage.Accepted(job, arrived, treatments);
        };
    }

    @Override
    public GenerateConcept generateConcept() {
        return command -> {
            generated = command;
            failIfTold();
            Job job = accept(new Work.GenerateOriginals(
                    command.instruction(), command.size(), command.variants(), command.palettes(), command.seed()));
            made = command.variants();
            for (int i = 0; i < made; i++) {
                versions.add(version(versions.size() + 1, List.of(), new Origin.Generated(job.id())));
            }
            return new RefineImage.Accepted(job, null);
        };
    }

    @Override
    public PlanRefinement planRefinement() {
        return command -> {
            planned = command;
            failIfTold();
            return plan;
        };
    }

    @Override
    public PlanGeneration planGeneration() {
        return command -> {
            failIfTold();
            return plan;
        };
    }

    @Override
    public ImportImages importImages() {
        return command -> {
            imported = command;
            failIfTold();
            return new ImportImages.Imported(
                    CONCEPT,
                    List.of(
                            arrived == null
                                    ? new ImportImages.Arrived(original.id(), ImportImages.Recognition.NEW, false)
                                    : arrived));
        };
    }

    @Override
    public WatchJob watchJob() {
        return query -> {
            for (int i = 0; i < events.size(); i++) {
                query.listener().accept(new RecordedEvent(i + 1, i + 1, CONCEPT, Instant.EPOCH, events.get(i)));
            }
            whileWatched.run();
            Job job = job(query.job().toString());
            if (!job.isFinal()) {
                jobs.set(jobs.indexOf(job), ending.apply(job));
            }
            return job(query.job().toString());
        };
    }

    @Override
    public CancelJob cancelJob() {
        return command -> {
            ending = job -> job.cancel(END);
            canceled = command;
            Job job = job(command.job().toString());
            return job.isFinal() ? job : job.cancel(END);
        };
    }

    @Override
    public RetryJob retryJob() {
        return command -> {
            retried = command;
            return Objects.requireNonNull(retryAnswer);
        };
    }

    @Override
    public ListJobs listJobs() {
        return query -> {
            List<Job> newestFirst = new ArrayList<>(jobs);
            Collections.reverse(newestFirst);
            return newestFirst.subList(0, Math.min(query.limit(), newestFirst.size()));
        };
    }

    @Override
    public ShowJob showJob() {
        return query -> {
            Job job = job(query.job());
            return new ShowJob.Details(
                    job,
                    Optional.ofNullable(tickets.get(job.id())),
                    calls.getOrDefault(job.id(), List.of()),
                    providerInstalled);
        };
    }

    private Job job(String beginning) {
        return jobs.stream()
                .filter(job -> job.id().toString().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new UnknownReference("There is no job '" + beginning + "'"));
    }

    @Override
    public SumCosts sumCosts() {
        return query -> costs;
    }

    @Override
    public CountOpenJobs countOpenJobs() {
        return () -> {
            whenCounted.run();
            return openJobs;
        };
    }

    @Override
    public GrantKey grantKey() {
        return command -> {
            GrantedKey granted = GrantedKey.of(command.key(), command.owner(), command.label(), START);
            keys.add(granted);
            return granted;
        };
    }

    @Override
    public ListKeys listKeys() {
        return () -> keys;
    }

    @Override
    public RevokeKey revokeKey() {
        return command -> {
            GrantedKey key = keys.stream()
                    .filter(known -> known.name().startsWith(command.name()))
                    .findFirst()
                    .orElseThrow(() -> new UnknownReference("There is no key '" + command.name() + "'"));
            return key.revoked(END);
        };
    }

    @Override
    public OpenHome useCases() {
        return this;
    }

    @Override
    public Server serve() {
        whileServing.run();
        return new Server() {
            @Override
            public URI address() {
                return URI.create("http://127.0.0.1:8080");
            }

            @Override
            public void close() {
                stoppedServing = !stoppedWorking;
            }
        };
    }

    @Override
    public void stopWorking() {
        stoppedWorking = true;
        whenStopped.run();
    }

    @Override
    public void workUntilDone(Duration patience) {
        calm = patience;
        whileWatched.run();
    }

    @Override
    public ListConcepts listConcepts() {
        return query -> {
            failIfTold();
            return concepts;
        };
    }

    @Override
    public ShowVersion showVersion() {
        return query -> {
            String text = query.reference().text();
            Lineage lineage = Lineage.of(versions);
            Version version = versions.stream()
                    .filter(v -> v.id().toString().equals(text)
                            || lineage.label(v.id()).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new UnknownReference("There is no version '" + text + "'"));
            return details(version);
        };
    }

    ShowVersion.Details details(Version version) {
        Optional<Job> maker = version.origin()
                .madeBy()
                .flatMap(id -> jobs.stream().filter(job -> job.id().equals(id)).findFirst());
        return new ShowVersion.Details(
                version, Lineage.of(versions), concept(), Optional.of(FILE), maker, () -> sourceType);
    }

    Concept concept() {
        return new Concept(CONCEPT, UserId.LOCAL, brief, START);
    }

    @Override
    public ShowLineage showLineage() {
        return query -> {
            failIfTold();
            return new ShowLineage.Graph(concept(), Lineage.of(versions), jobs);
        };
    }

    @Override
    public CompareVersions compareVersions() {
        return query -> {
            if (comparison == null) {
                throw new UnknownReference("There is no version '" + query.first() + "'");
            }
            return comparison;
        };
    }

    @Override
    public ReadImage readImage() {
        return query -> {
            read = query;
            return PIXELS;
        };
    }

    @Override
    public ExamineImage examineImage() {
        return query -> {
            examined = query;
            failIfTold();
            return Objects.requireNonNull(examination);
        };
    }

    @Override
    public ListProviders listProviders() {
        return () -> providers;
    }

    @Override
    public ExportHistory exportHistory() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public ImportHistory importHistory() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public VerifyHistory verifyHistory() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public ReplayVersion replayVersion() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public RunBatch runBatch() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public RecallBatch recallBatch() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public PlanBatch planBatch() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public ShowBatch showBatch() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public SumRuns sumRuns() {
        return query -> LoopFigures.of(traces);
    }

    @Override
    public CancelBatch cancelBatch() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public EvaluateImage evaluateImage() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public ImprovePrompt improvePrompt() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public WritePrompt writePrompt() {
        throw new UnsupportedOperationException("Tested with a real home");
    }

    @Override
    public void close() {
        closed = true;
    }
}
