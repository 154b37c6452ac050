package dev.pentimento.application;

import static dev.pentimento.ports.in.PlanRefinement.Manner.EMULATED;
import static dev.pentimento.ports.in.PlanRefinement.Manner.NATIVE;
import static dev.pentimento.ports.in.PlanRefinement.Manner.REFUSED;
import static dev.pentimento.ports.in.PlanRefinement.Manner.WITHOUT_EFFECT;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.in.PlanRefinement.Aspect;
import dev.pentimento.ports.in.PlanRefinement.Feature;
import dev.pentimento.ports.in.PlanRefinement.Manner;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides how an editor would meet each thing that a refinement asks for: by itself, with the application's help, not at all, or so that it must be refused. */
final class Staging {
    private final Capabilities can;
    private final RefineImage.Command command;
    private final ImageSize base;

    /** @param base the size of the image to be changed, in px */
    Staging(Capabilities can, RefineImage.Command command, ImageSize base) {
        this.can = can;
        this.command = command;
        this.base = base;
    }

    /** Only what is asked for. */
    List<Aspect> aspects() {
        return Stream.of(
                        Optional.of(type()),
                        references(),
                        mask(),
                        candidates(),
                        Optional.of(size()),
                        strength(),
                        seed())
                .flatMap(Optional::stream)
                .toList();
    }

    private Aspect type() {
        return can.kinds().contains(command.refinement().kind())
                ? met(Feature.TYPE)
                : new Aspect(
                        Feature.TYPE,
                        REFUSED,
                        "does no %s repair"
                                .formatted(command.refinement().kind().label()));
    }

    private Optional<Aspect> references() {
        int asked = command.references().size();
        if (asked > can.maxReferences()) {
            String note = "takes %d reference images but was given %d".formatted(can.maxReferences(), asked);
            return Optional.of(new Aspect(Feature.REFERENCES, REFUSED, note));
        }
        return when(asked > 0, met(Feature.REFERENCES));
    }

    private Optional<Aspect> mask() {
        return when(
                command.refinement().mask() != null,
                can.mask().isNative()
                        ? met(Feature.MASK)
                        : helped(Feature.MASK, "looks at no masks; what it changes outside of this one is put back"));
    }

    private Optional<Aspect> candidates() {
        int asked = knobs().candidates();
        if (asked > can.maxCandidates()) {
            String note = "makes %d at a time and is called %d times".formatted(can.maxCandidates(), calls(asked, can));
            return Optional.of(helped(Feature.CANDIDATES, note));
        }
        return when(asked > 1, met(Feature.CANDIDATES));
    }

    /** How many calls so many candidates take. */
    static int calls(int candidates, Capabilities can) {
        return (candidates + can.maxCandidates() - 1) / can.maxCandidates();
    }

    private Aspect size() {
        ImageSize fit = can.canvas().fit(base);
        return fit.equals(base)
                ? met(Feature.SIZE)
                : helped(Feature.SIZE, "works on %s px in place of %s px".formatted(fit, base));
    }

    private Optional<Aspect> strength() {
        Strength asked = knobs().strength();
        return when(
                !asked.equals(Strength.DEFAULT),
                knob(Feature.STRENGTH, can.strength(), "does not obey strength, so %s has no effect", asked.value()));
    }

    private Optional<Aspect> seed() {
        Long asked = knobs().seed();
        return asked == null
                ? Optional.empty()
                : Optional.of(knob(Feature.SEED, can.seed(), "does not obey seeds, so %s has no effect", asked));
    }

    private static Aspect knob(Feature feature, boolean obeyed, String note, Object value) {
        return obeyed ? met(feature) : new Aspect(feature, WITHOUT_EFFECT, note.formatted(value));
    }

    private Knobs knobs() {
        return command.knobs();
    }

    private static Optional<Aspect> when(boolean asked, Aspect aspect) {
        return asked ? Optional.of(aspect) : Optional.empty();
    }

    private static Aspect met(Feature feature) {
        return new Aspect(feature, NATIVE, "");
    }

    private static Aspect helped(Feature feature, String note) {
        return new Aspect(feature, EMULATED, note);
    }

    static boolean isRefused(List<Aspect> aspects) {
        return aspects.stream().anyMatch(aspect -> aspect.manner() == REFUSED);
    }

    /**
     * Whether an editor does by itself what should decide who is chosen. Its sizes do not: hardly any image has one of them, and fitting it loses
     * next to nothing. Nor do knobs, which leave the work as it is.
     */
    static boolean isNative(List<Aspect> aspects) {
        return aspects.stream()
                .filter(aspect -> aspect.feature() != Feature.SIZE)
                .map(Aspect::manner)
                .allMatch(manner -> manner == NATIVE || manner == WITHOUT_EFFECT);
    }

    /** The notes on whatever is met so, in their order. */
    static List<String> notes(List<Aspect> aspects, Manner manner) {
        return aspects.stream()
                .filter(aspect -> aspect.manner() == manner)
                .map(Aspect::note)
                .toList();
    }
}
