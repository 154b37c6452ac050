package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Way;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.ports.failure.BudgetExhausted;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.RecordWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Submits the job that makes the images of an iteration, in one transaction with the iteration: there is never one without the other. */
final class IterationJobs {
    /** How long to wait before it is tried again to submit a job while as many are open, or wait, as may. */
    static final Duration FULL = Duration.ofSeconds(1);

    /** Seeds of one iteration are not those of the next. */
    private static final long SEED_STEP = 100;

    private final Casting casting;
    private final Queue queue;
    private final RefineImageHandler refinements;
    private final Mint mint;

    IterationJobs(Casting casting, Queue queue, RefineImageHandler refinements, Mint mint) {
        this.casting = casting;
        this.queue = queue;
        this.refinements = refinements;
        this.mint = mint;
    }

    /** What is to be made next. */
    record Next(int number, Way way, String prompt) {}

    /** What a submission does to the run, within its transaction. */
    @FunctionalInterface
    interface Step extends BiConsumer<RecordWriter, UnaryOperator<Run>> {}

    /** Makes the first images, and with them the concept. */
    void begin(RunBook book, String prompt) {
        Next first = new Next(1, Way.ORIGINAL, prompt);
        Concept concept = new Concept(mint.conceptId(), book.batch().owner(), new Brief(prompt, "", ""), mint.now());
        Job job = generation(book, first, concept.id());
        submit(
                book,
                step -> queue.submit(wanted(book), writer -> {
                    writer.add(concept);
                    writer.add(job);
                    step.accept(writer, run -> run.in(concept.id()).with(begun(first, null, job)));
                    return new Queue.Candidate(job, new RefineImage.Accepted(job, null));
                }));
    }

    /** Makes images of another prompt. */
    void generate(RunBook book, Next next) {
        generate(book, next, (run, job) -> run.with(begun(next, null, job)));
    }

    /** Makes the last iteration's images in another way than was tried. */
    void generateInstead(RunBook book, Way way) {
        Iteration failed = book.iteration();
        Next next = new Next(failed.number(), way, failed.prompt());
        generate(book, next, (run, job) -> run.with(failed.instead(way, job.id())));
    }

    private void generate(RunBook book, Next next, BiFunction<Run, Job, Run> change) {
        Job job = generation(book, next, home(book.run()));
        submit(
                book,
                step -> queue.submit(wanted(book), writer -> {
                    writer.add(job);
                    step.accept(writer, run -> change.apply(run, job));
                    return new Queue.Candidate(job, new RefineImage.Accepted(job, null));
                }));
    }

    /** @throws PentimentoException if nobody can edit it so */
    void edit(RunBook book, Next next, VersionId base) {
        RefineImage.Command command = edit(book.batch(), next.prompt(), base);
        submit(
                book,
                step -> refinements.submit(
                        command, (writer, job) -> step.accept(writer, run -> run.with(begun(next, base, job)))));
    }

    static RefineImage.Command edit(Batch batch, String prompt, VersionId base) {
        return edit(batch, prompt, new RefineImage.Stored(new VersionReference(base.toString())));
    }

    static RefineImage.Command edit(Batch batch, String prompt, RefineImage.Picture base) {
        return new RefineImage.Command(
                batch.owner(),
                base,
                List.of(),
                new Refinement.PromptRefinement(new Instruction(prompt), null),
                List.of(),
                Knobs.DEFAULT.withCandidates(batch.rules().variants()),
                Brief.EMPTY,
                new ProviderChoice(batch.generator().name(), null),
                null,
                Priority.LOW);
    }

    private static Queue.Wanted wanted(RunBook book) {
        return new Queue.Wanted(book.batch().owner(), WorkKind.GENERATE, Priority.LOW, null);
    }

    private void submit(RunBook book, Function<Step, RefineImage.Submission> submission) {
        while (!book.alone(() -> isSubmitted(book, submission))) {
            book.halt().await(FULL);
        }
    }

    private static boolean isSubmitted(RunBook book, Function<Step, RefineImage.Submission> submission) {
        AtomicReference<Run> next = new AtomicReference<>();
        RefineImage.Submission answer = submission.apply((writer, change) -> next.set(book.record(writer, change)));
        if (answer instanceof RefineImage.QuotaExhausted exhausted) {
            throw new BudgetExhausted("The quota of %d for the month is used up; %s"
                    .formatted(exhausted.limit(), advice(book.batch().owner())));
        }
        if (answer instanceof RefineImage.Rejected rejected) {
            throw new ProviderFailure.InvalidRequest(String.join("; ", rejected.reasons()));
        }
        Run recorded = next.get();
        if (recorded != null) {
            book.recorded(recorded);
        }
        return recorded != null;
    }

    /** Users of a server have nothing to set. */
    private static String advice(UserId owner) {
        return owner.equals(UserId.LOCAL) ? "raise it under limits.local" : "go on with the batch next month";
    }

    private Iteration begun(Next next, @Nullable VersionId base, Job job) {
        return Iteration.begun(next.number(), next.way(), next.prompt(), base, job.id(), mint.now());
    }

    private Job generation(RunBook book, Next next, ConceptId home) {
        Batch batch = book.batch();
        Cast cast = casting.generator(generator(batch, book.run().item()));
        return Job.submit(
                mint.jobId(),
                batch.owner(),
                home,
                work(batch, next.prompt(), next.number()),
                cast.choice(),
                mint.now());
    }

    static Work.GenerateOriginals work(Batch batch, String prompt, int iteration) {
        return new Work.GenerateOriginals(
                new Instruction(prompt), batch.size(), batch.rules().variants(), 0, seed(batch, iteration));
    }

    static ProviderChoice generator(Batch batch, Item item) {
        ProviderChoice wanted = batch.generator();
        return new ProviderChoice(wanted.name(), item.model() == null ? wanted.model() : item.model());
    }

    private static @Nullable Long seed(Batch batch, int iteration) {
        Long seed = batch.seed();
        if (iteration == 1) {
            return seed;
        }
        return (seed == null ? 0 : seed) + SEED_STEP * (iteration - 1);
    }

    private static ConceptId home(Run run) {
        ConceptId concept = run.concept();
        if (concept == null) {
            throw new IllegalStateException("A run without a concept has no second iteration");
        }
        return concept;
    }
}
