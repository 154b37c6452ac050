package dev.pentimento.application;

import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.out.ImageEditor.Capabilities;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What becomes of everything that a refinement asks for, with one editor. It follows from what the editor says it can do, so it is known before
 * anything is stored or paid, and the same whenever it is asked. What is not asked for is not mentioned.
 */
record Staging(List<Treatment> treatments) {
    Staging {
        treatments = List.copyOf(treatments);
    }

    static Staging of(Capabilities can, Wishes wishes) {
        return new Staging(Stream.of(
                        kind(can, wishes),
                        references(can, wishes),
                        mask(can, wishes),
                        strength(can, wishes),
                        seed(can, wishes),
                        candidates(can, wishes))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Why the editor cannot do it; empty if it can. */
    Optional<String> refusal() {
        List<String> reasons = treatments.stream()
                .filter(by(Means.REFUSED))
                .map(Treatment::how)
                .toList();
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
    }

    boolean isNative() {
        return treatments.stream().allMatch(by(Means.NATIVE));
    }

    boolean emulates(Wish wish) {
        return treatments.stream().filter(by(Means.EMULATED)).anyMatch(treatment -> treatment.wish() == wish);
    }

    private static Predicate<Treatment> by(Means means) {
        return treatment -> treatment.means() == means;
    }

    private static Optional<Treatment> kind(Capabilities can, Wishes wishes) {
        return Optional.of(
                can.kinds().contains(wishes.kind())
                        ? natively(Wish.TYPE)
                        : new Treatment(
                                Wish.TYPE,
                                Means.REFUSED,
                                "does no %s repair".formatted(wishes.kind().label())));
    }

    private static Optional<Treatment> references(Capabilities can, Wishes wishes) {
        return asked(
                wishes.references() > 0,
                () -> wishes.references() <= can.maxReferences()
                        ? natively(Wish.REFERENCES)
                        : new Treatment(
                                Wish.REFERENCES,
                                Means.REFUSED,
                                "takes %d reference images but was given %d"
                                        .formatted(can.maxReferences(), wishes.references())));
    }

    private static Optional<Treatment> mask(Capabilities can, Wishes wishes) {
        return asked(
                wishes.masked(),
                () -> can.mask().isNative()
                        ? natively(Wish.MASK)
                        : new Treatment(
                                Wish.MASK,
                                Means.EMULATED,
                                "gets the detail that the mask lies in, which is put back within the mask"));
    }

    /** The default strength is what every editor does that nobody tells otherwise. */
    private static Optional<Treatment> strength(Capabilities can, Wishes wishes) {
        Strength strength = wishes.knobs().strength();
        return asked(!strength.equals(Strength.DEFAULT), () -> {
            if (can.strength()) {
                return natively(Wish.STRENGTH);
            }
            return strength.keepsEverything()
                    ? new Treatment(
                            Wish.STRENGTH,
                            Means.REFUSED,
                            "cannot be held to strength 0, which keeps everything; ask for more")
                    : new Treatment(Wish.STRENGTH, Means.EMULATED, "is told in words how far to go");
        });
    }

    private static Optional<Treatment> seed(Capabilities can, Wishes wishes) {
        return asked(
                wishes.knobs().seed() != null,
                () -> can.seed()
                        ? natively(Wish.SEED)
                        : new Treatment(
                                Wish.SEED, Means.LEFT_OUT, "obeys no seed, so that the next result will be another"));
    }

    private static Optional<Treatment> candidates(Capabilities can, Wishes wishes) {
        int wanted = wishes.knobs().candidates();
        return asked(
                wanted > 1,
                () -> wanted <= can.maxCandidates()
                        ? natively(Wish.CANDIDATES)
                        : new Treatment(
                                Wish.CANDIDATES,
                                Means.EMULATED,
                                "is called %d times"
                                        .formatted((wanted + can.maxCandidates() - 1) / can.maxCandidates())));
    }

    private static Optional<Treatment> asked(boolean asked, Supplier<Treatment> treatment) {
        return asked ? Optional.of(treatment.get()) : Optional.empty();
    }

    private static Treatment natively(Wish wish) {
        return new Treatment(wish, Means.NATIVE, "");
    }
}
