package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Preparation.Ready;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.in.ImportImages.Arrived;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.RecordWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class RefineImageHandler implements RefineImage {
    private final Intake intake;
    private final Masks masks;
    private final Preparation preparation;
    private final Queue queue;
    private final Mint mint;

    RefineImageHandler(Intake intake, Masks masks, Preparation preparation, Queue queue, Mint mint) {
        this.intake = intake;
        this.masks = masks;
        this.preparation = preparation;
        this.queue = queue;
        this.mint = mint;
    }

    @Override
    public Submission handle(Command command) {
        return submit(command, (writer, job) -> {});
    }

    /** @param also part of the transaction that submits the job */
    Submission submit(Command command, BiConsumer<RecordWriter, Job> also) {
        return prepared(command, ready -> submit(command, ready, also));
    }

    /** As it was asked for before, about just what it was about then. */
    Submission again(Command command) {
        return prepared(command, ready -> submit(command, ready.about(command.brief()), (writer, job) -> {}));
    }

    private Submission prepared(Command command, Function<Ready, Submission> submission) {
        return queue.objection(wanted(command))
                .orElseGet(
                        () -> preparation.prepare(command).match(submission, unfit -> new Rejected(unfit.reasons())));
    }

    private static Queue.Wanted wanted(Command command) {
        return new Queue.Wanted(command.owner(), WorkKind.REFINE, command.priority(), command.key());
    }

    private Submission submit(Command command, Ready ready, BiConsumer<RecordWriter, Job> also) {
        masks.keep(command.maskPictures());
        Concept concept = ready.concept();
        List<Version> pictures = settle(ready, concept.id());
        Work work = ready.work(command, pictures.stream().map(Version::id).toList());
        Cast cast = ready.cast();
        Job job = Job.submit(mint.jobId(), command.owner(), concept.id(), work, cast.choice(), mint.now());
        return queue.submit(wanted(command), writer -> {
            if (writer.concept(concept.id()).isEmpty()) {
                writer.add(concept);
            }
            pictures.forEach(version -> Intake.record(writer, version));
            writer.add(job);
            also.accept(writer, job);
            Accepted accepted = new Accepted(job, told(command, ready.base(), pictures.get(0)), cast.treatments());
            return new Queue.Candidate(job, accepted, cast.standIns());
        });
    }

    /** The base first, as all that is ready. */
    private List<Version> settle(Ready ready, ConceptId concept) {
        Stream<Version> base = Stream.of(intake.settle(ready.base(), concept));
        Stream<Version> references =
                ready.pictures().stream().skip(1).map(picture -> intake.settleReference(picture, concept));
        return Stream.concat(base, references).toList();
    }

    private static @Nullable Arrived told(Command command, Arrival base, Version version) {
        return command.base() instanceof Stored ? null : Intake.tell(base, version);
    }
}
