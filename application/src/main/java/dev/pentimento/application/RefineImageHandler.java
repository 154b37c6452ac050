package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Intake.Known;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.ImportImages.Arrived;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class RefineImageHandler implements RefineImage {
    private final Records records;
    private final Intake intake;
    private final Masks masks;
    private final Casting casting;
    private final Queue queue;
    private final Mint mint;

    RefineImageHandler(Records records, Intake intake, Masks masks, Casting casting, Queue queue, Mint mint) {
        this.records = records;
        this.intake = intake;
        this.masks = masks;
        this.casting = casting;
        this.queue = queue;
        this.mint = mint;
    }

    @Override
    public Submission handle(Command command) {
        if (command.refinement().kind() == RefinementKind.SUBJECT
                && command.references().isEmpty()) {
            return new Rejected(List.of("A subject repair needs a reference image that shows the subject; name one"));
        }
        ProviderChoice provider = casting.editor(command);
        Optional<Submission> objection = queue.objection(command.owner(), WorkKind.REFINE);
        if (objection.isPresent()) {
            return objection.get();
        }
        Arrival base = receive(command.base(), command);
        List<Arrival> references = command.references().stream()
                .map(reference -> receive(reference, command))
                .toList();
        List<String> reasons = masks.problems(command, base.size());
        if (!reasons.isEmpty()) {
            return new Rejected(reasons);
        }
        masks.keep(command.maskPictures());
        return submit(command, base, references, provider);
    }

    private Arrival receive(Picture picture, Command command) {
        return picture.match(
                stored -> Known.stored(find(stored.reference(), command.owner())),
                given -> intake.receive(intake.open(given), command.owner(), command.concept()));
    }

    private Version find(VersionReference reference, UserId owner) {
        return records.read(reader -> new References(reader, owner).version(reference));
    }

    private Submission submit(Command command, Arrival base, List<Arrival> references, ProviderChoice provider) {
        Concept concept = concept(command, base);
        List<Version> pictures = new ArrayList<>();
        pictures.add(intake.settle(base, concept.id()));
        references.forEach(reference -> pictures.add(intake.settle(reference, concept.id())));
        Job job = Job.submit(
                mint.jobId(), command.owner(), concept.id(), work(command, pictures, concept), provider, mint.now());
        return queue.submit(command.owner(), WorkKind.REFINE, command.priority(), writer -> {
            if (writer.concept(concept.id()).isEmpty()) {
                writer.add(concept);
            }
            pictures.forEach(version -> Intake.record(writer, version));
            writer.add(job);
            return new Queue.Candidate(job, new Accepted(job, told(command, base, pictures.get(0))));
        });
    }

    private static @Nullable Arrived told(Command command, Arrival base, Version version) {
        return command.base() instanceof Stored ? null : Intake.tell(base, version);
    }

    /** The one asked for, else the one that holds the base, else a new one. */
    private Concept concept(Command command, Arrival base) {
        ConceptId wanted = command.concept() == null ? base.home().orElse(null) : command.concept();
        if (wanted == null) {
            return new Concept(mint.conceptId(), command.owner(), command.brief(), mint.now());
        }
        return records.read(reader -> new References(reader, command.owner()).concept(wanted));
    }

    private static Work work(Command command, List<Version> pictures, Concept concept) {
        List<VersionId> ids = pictures.stream().map(Version::id).toList();
        Brief brief = command.brief().equals(Brief.EMPTY)
                ? concept.brief()
                : command.brief().directedLike(concept.brief());
        return new Work.RefineVersion(
                ids.get(0), ids.subList(1, ids.size()), command.refinement(), command.knobs(), brief);
    }
}
