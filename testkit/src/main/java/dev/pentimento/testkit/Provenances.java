package dev.pentimento.testkit;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Making;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Provenances of every kind, made by chance from a seed. */
public final class Provenances {
    private static final List<String> WORDS = List.of(
            "make it warmer",
            "",
            "<b>&amp; \"no\" 'quotes'</b>",
            "a\nb",
            "\u00e4\u4e2d\ud83e\udd8a",
            "]]>",
            "<!--",
            "\u202eabc",
            "&e;",
            "?>",
            "  two  blanks  ",
            "\u0000\u001b[31m\u009b\ud800x\ufffe",
            "{\"a\": 1}",
            "\r\n");

    private final Random random;

    private Provenances(long seed) {
        this.random = new Random(seed);
    }

    /** The same for the same seed; short chains and some long ones. */
    public static Provenance random(long seed) {
        Provenances chance = new Provenances(seed);
        return chance.provenance(1 + chance.random.nextInt(seed % 5 == 0 ? Provenance.MAX_STEPS : 4));
    }

    /** The longest that can be: every text at its limit, and nothing in it short in any encoding. */
    public static Provenance longest() {
        String ampersands = "&".repeat(10_000);
        List<Step> steps = Stream.generate(() -> new Step(
                        Fixtures.aVersionId(),
                        ampersands,
                        Making.REFINED,
                        ampersands,
                        ampersands,
                        ampersands,
                        Long.MIN_VALUE))
                .limit(Provenance.MAX_STEPS)
                .toList();
        List<VersionId> parents = Stream.generate(Fixtures::aVersionId)
                .limit(Provenance.MAX_PARENTS)
                .toList();
        return new Provenance(
                Fixtures.aConceptId(),
                parents,
                steps,
                Integer.MAX_VALUE - Provenance.MAX_STEPS,
                Instant.MAX,
                DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    private Provenance provenance(int length) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            steps.add(step());
        }
        List<VersionId> parents =
                Stream.generate(this::version).limit(random.nextInt(3)).toList();
        return new Provenance(
                new ConceptId(uuid()),
                parents,
                steps,
                length < 2 ? 0 : random.nextInt(1000),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                sourceType());
    }

    private Step step() {
        return new Step(
                version(),
                "A" + random.nextInt(9) + "." + random.nextInt(9),
                oneOf(List.of(Making.values())),
                word() + word(),
                word(),
                word(),
                random.nextBoolean() ? random.nextLong() : null);
    }

    private @Nullable DigitalSourceType sourceType() {
        return random.nextInt(5) == 0 ? null : oneOf(List.of(DigitalSourceType.values()));
    }

    private String word() {
        return oneOf(WORDS);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private VersionId version() {
        return new VersionId(uuid());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
