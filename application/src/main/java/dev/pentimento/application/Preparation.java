package dev.pentimento.application;

import dev.pentimento.application.Intake.Arrival;
import dev.pentimento.application.Intake.Known;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at the pictures of a refinement, at what is asked for, and at who can do it, so that nothing unfit is stored or paid. Keeps nothing. */
final class Preparation {
    private final Records records;
    private final Intake intake;
    private final Masks masks;
    private final Casting casting;
    private final Mint mint;

    Preparation(Records records, Intake intake, Masks masks, Casting casting, Mint mint) {
        this.records = records;
        this.intake = intake;
        this.masks = masks;
        this.casting = casting;
        this.mint = mint;
    }

    /** What came of it. */
    sealed interface Prepared {
        <T> T match(Function<Ready, T> ready, Function<Unfit, T> unfit);
    }

    /**
     * It can be done.
     *
     * @param concept a new one, unless there is one already
     * @param brief what the image is about
     * @param pictures the base, then the references
     */
    record Ready(Concept concept, Brief brief, List<Arrival> pictures, Cast cast) implements Prepared {
        Ready {
            pictures = List.copyOf(pictures);
        }

        Arrival base() {
            return pictures.get(0);
        }

        /** The same about what other words say. */
        Ready about(Brief other) {
            return new Ready(concept, other, pictures, cast);
        }

        /** @param ids of the pictures */
        Work.RefineVersion work(RefineImage.Command command, List<VersionId> ids) {
            return new Work.RefineVersion(
                    ids.get(0), ids.subList(1, ids.size()), command.refinement(), command.knobs(), brief);
        }

        @Override
        public <T> T match(Function<Ready, T> ready, Function<Unfit, T> unfit) {
            return ready.apply(this);
        }
    }

    /** The request contradicts itself or the image. */
    record Unfit(List<String> reasons) implements Prepared {
        @Override
        public <T> T match(Function<Ready, T> ready, Function<Unfit, T> unfit) {
            return unfit.apply(this);
        }
    }

    /** @throws dev.pentimento.ports.failure.PentimentoException as {@link RefineImage} throws */
    Prepared prepare(RefineImage.Command command) {
        if (command.refinement().kind() == RefinementKind.SUBJECT
                && command.references().isEmpty()) {
            return new Unfit(List.of("A subject repair needs a reference image that shows the subject; name one"));
        }
        Cast cast = casting.editor(command);
        List<Arrival> pictures = Stream.concat(Stream.of(command.base()), command.references().stream())
                .map(picture -> receive(picture, command))
                .toList();
        Arrival base = pictures.get(0);
        List<String> reasons = masks.problems(command, base.size());
        return reasons.isEmpty() ? ready(command, pictures, cast) : new Unfit(reasons);
    }

    private Ready ready(RefineImage.Command command, List<Arrival> pictures, Cast cast) {
        Arrival base = pictures.get(0);
        Concept concept = concept(command, base);
        return new Ready(concept, brief(command, base, concept), pictures, cast);
    }

    /** Part by part what is said now, else what was said when the base was made, else what the concept says. */
    private Brief brief(RefineImage.Command command, Arrival base, Concept concept) {
        Brief then = base.relative()
                .flatMap(version -> version.origin().madeBy())
                .flatMap(maker -> records.read(reader -> reader.job(maker)))
                .map(job -> job.work().match(Work.RefineVersion::brief, generate -> Brief.EMPTY))
                .orElse(Brief.EMPTY);
        return command.brief().orElse(then).orElse(concept.brief());
    }

    /** The one asked for, else the one that holds the base, else a new one. */
    private Concept concept(RefineImage.Command command, Arrival base) {
        ConceptId wanted = command.concept() == null ? base.home().orElse(null) : command.concept();
        if (wanted == null) {
            return new Concept(mint.conceptId(), command.owner(), command.brief(), mint.now());
        }
        return records.read(reader -> new References(reader, command.owner()).concept(wanted));
    }

    private Arrival receive(RefineImage.Picture picture, RefineImage.Command command) {
        return picture.match(
                stored -> Known.stored(find(stored.reference(), command.owner())),
                given -> given.beginsAnew()
                        ? intake.receiveUnseen(intake.open(given))
                        : intake.receive(intake.open(given), command.owner(), command.concept()));
    }

    private Version find(VersionReference reference, UserId owner) {
        return records.read(reader -> new References(reader, owner).version(reference));
    }
}
