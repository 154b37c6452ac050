package dev.pentimento.domain.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final ConceptId CONCEPT = new ConceptId(new UUID(0, 1));

    @Test
    void textsLoseWhatTerminalsAndFilesCannotHold() {
        Step step = step("a\u001b[31mb\u0000c\u009bd\ud800e\ufffff\r\ng\rh");

        assertThat(step.instruction()).isEqualTo("a [31mb c d e f\ng\nh");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String foxes = "\ud83e\udd8a".repeat(6000);

        assertThat(step(foxes).instruction()).isEqualTo("\ud83e\udd8a".repeat(4999) + "…");
        assertThat(step("x".repeat(5000)).instruction()).hasSize(5000).endsWith("x");
        assertThat(step(step(foxes).instruction())).isEqualTo(step(foxes));
    }

    @Test
    void shorteningTakesTheOldestStepsAfterTheOriginal() {
        Provenance shorter = provenance(4, 3).shortened();

        assertThat(shorter.steps())
                .extracting(step -> step.version().value().getLeastSignificantBits())
                .containsExactly(0L, 2L, 3L);
        assertThat(shorter.omitted()).isEqualTo(4);
        assertThat(shorter.canBeShortened()).isTrue();
        assertThat(shorter.shortened().canBeShortened()).isFalse();
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> provenance(0, 0)).withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provenance(102, 0))
                .withMessageContaining("102");
        assertThatIllegalArgumentException().isThrownBy(() -> provenance(2, -1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> provenance(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Provenance(
                        CONCEPT, Collections.nCopies(33, version(1)), List.of(step("")), 0, Instant.EPOCH, null))
                .withMessageContaining("33");
    }

    @Test
    void officialIdentifiersAreRecognisedByEitherScheme() {
        for (DigitalSourceType type : DigitalSourceType.values()) {
            assertThat(DigitalSourceType.ofUri(type.uri())).contains(type);
            assertThat(DigitalSourceType.ofUri(" " + type.uri().replace("http:", "https:") + "\n"))
                    .contains(type);
        }
        assertThat(DigitalSourceType.ofUri("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"))
                .isEmpty();
        assertThat(DigitalSourceType.ofUri("trainedAlgorithmicMedia")).isEmpty();
        assertThat(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri())
                .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
        assertThat(DigitalSourceType.ALGORITHMICALLY_ENHANCED.uri())
                .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced");
    }

    private static Provenance provenance(int steps, int omitted) {
        List<Step> chain = IntStream.range(0, steps)
                .mapToObj(i -> new Step(version(i), "A", Making.REFINED, "", "", "", null))
                .toList();
        return new Provenance(CONCEPT, List.of(), chain, omitted, Instant.EPOCH, null);
    }

    private static Step step(String instruction) {
        return new Step(version(1), "A", Making.REFINED, instruction, "", "", null);
    }

    private static VersionId version(int number) {
        return new VersionId(new UUID(0, number));
    }
}
